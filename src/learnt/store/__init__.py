"""What must never be lost: SQLite by default, PostgreSQL for a school; one journal.

In: events, decks and memories as values. Out: the same, after a restart too. Only this package
knows the schema.
"""

from learnt.store.backup import Backup
from learnt.store.bases import BaseRow, SourceRow
from learnt.store.contents import PART, Contents
from learnt.store.decks import DeckRow
from learnt.store.drafts import DraftHead, DraftRow
from learnt.store.holds import PastHold
from learnt.store.media import MediaRow
from learnt.store.people import Learner
from learnt.store.store import FILE_NAME, Store, Transaction
from learnt.store.trash import Trashed
from learnt.store.windows import CardWindow, DeckHead

__all__ = [
    "FILE_NAME",
    "PART",
    "Backup",
    "BaseRow",
    "CardWindow",
    "Contents",
    "DeckHead",
    "DeckRow",
    "DraftHead",
    "DraftRow",
    "Learner",
    "MediaRow",
    "PastHold",
    "SourceRow",
    "Store",
    "Transaction",
    "Trashed",
]
