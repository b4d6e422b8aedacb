"""What must never be lost: SQLite by default, PostgreSQL for a school; one journal.

In: events, decks and memories as values. Out: the same, after a restart too. Only this package
knows the schema.
"""

from learnt.store.backup import Backup
from learnt.store.decks import DeckRow
from learnt.store.people import Learner
from learnt.store.store import FILE_NAME, Store, Transaction
from learnt.store.trash import Trashed

__all__ = [
    "FILE_NAME",
    "Backup",
    "DeckRow",
    "Learner",
    "Store",
    "Transaction",
    "Trashed",
]
