"""The note type of ours: what its fields carry to Anki, and what is read back out of them.

Card → markup (three fields) and record (the field Id) → a note; the note, edited or not → returning
→ the card as it is now and as it was written → merging with the card that is here.
"""

from learnt.sources.packages.own.decks import own_decks
from learnt.sources.packages.own.merging import merged
from learnt.sources.packages.own.note_type import FIELDS, TYPE_ID, is_ours, model
from learnt.sources.packages.own.record import DeckKept, Past, Record, id_field, record_in
from learnt.sources.packages.own.returning import Returned, returned
from learnt.sources.packages.own.tags import FLAGS, flag_of, tags_as_written

__all__ = [
    "FIELDS",
    "FLAGS",
    "TYPE_ID",
    "DeckKept",
    "Past",
    "Record",
    "Returned",
    "flag_of",
    "id_field",
    "is_ours",
    "merged",
    "model",
    "own_decks",
    "record_in",
    "returned",
    "tags_as_written",
]
