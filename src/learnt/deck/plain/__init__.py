"""The plain-text deck format: written by hand, compared in git, read back without loss.

In: a text, or a `Deck`. Out: a `Deck` with the `Problem`s of its lines, or a text. Described for
students in docs/text-format.md.
"""

from learnt.deck.plain.parse import parse, tidy_lines
from learnt.deck.plain.recognise import looks_like
from learnt.deck.plain.write import write

__all__ = ["looks_like", "parse", "tidy_lines", "write"]
