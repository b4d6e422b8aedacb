"""A deck that comes again: what of it is new, changed, gone, or differs from the learner's edits.

In: cards as a source says them now (theirs), as they are here (ours), and as the source said them
last (the base). Out: an `Update` to look at, and the cards that each choice comes to. Values only.
"""

from learnt.deck.updating.differing import Piece, differing, rows_beside
from learnt.deck.updating.keys import Key, key_of, opening_of
from learnt.deck.updating.merging import Side
from learnt.deck.updating.rewriting import Rewritten, rewritten
from learnt.deck.updating.update import (
    Known,
    Manner,
    Met,
    State,
    Update,
    update_of,
    with_free_points,
)

__all__ = [
    "Key",
    "Known",
    "Manner",
    "Met",
    "Piece",
    "Rewritten",
    "Side",
    "State",
    "Update",
    "differing",
    "key_of",
    "opening_of",
    "rewritten",
    "rows_beside",
    "update_of",
    "with_free_points",
]
