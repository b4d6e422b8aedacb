"""Decks of ours as an Anki package, with what was learnt of them.

In: decks, the reviews that stand, schedules and memories, pictures and sounds by name. Out: bytes
that Anki imports, and the Problems of what could not go along. On the way:

    homes (decks) → notes and cards; log (the answers, replayed) → scheduling → database → packing

The same values give the same bytes.
"""

from learnt.sources.packages.writing.packing import write_package
from learnt.sources.packages.writing.values import NEVER_STUDIED, Outgoing, Packed, Studied

__all__ = ["NEVER_STUDIED", "Outgoing", "Packed", "Studied", "write_package"]
