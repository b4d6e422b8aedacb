"""The command line and the sitting in a terminal.

In: words and keys. Out: what `Collection` answers, as text for people or as JSON Lines.
"""

from learnt.cli.main import run

__all__ = ["run"]
