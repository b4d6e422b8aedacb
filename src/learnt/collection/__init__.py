"""Everything one installation holds, and the verbs on it.

In: pages, answers, wishes. Out: decks, exercises, plans; all of it saved when a verb returns.
"""

from learnt.collection.adding import Added
from learnt.collection.asking import DeckSummary
from learnt.collection.base import local_zone
from learnt.collection.causes import Why, chains_in
from learnt.collection.chronicle import (
    AgreementsMap,
    Timeline,
    Wanted,
    map_of,
    timeline_of,
)
from learnt.collection.collection import Collection
from learnt.collection.coming import NOTHING_CHOSEN, Choices
from learnt.collection.comparing import Compared
from learnt.collection.conflicts import compared, reads_sentences
from learnt.collection.draft import Draft
from learnt.collection.fact_phrases import text_with
from learnt.collection.fact_words import LABELS as FACT_LABELS
from learnt.collection.fact_words import fact_told, fact_values
from learnt.collection.facts import Corrected, FactWindow, facts_of
from learnt.collection.fit_values import Came, Fitted, MemoryReport
from learnt.collection.given import Given, Look, Scope
from learnt.collection.ids import id_maker, system_now
from learnt.collection.keeping import CardReport, Health
from learnt.collection.kept_marker import KeptMarker
from learnt.collection.media import MediaFiles, MediaUse
from learnt.collection.packaging import DeckSaved, PackageAdded, package_of
from learnt.collection.packing import PACKAGE
from learnt.collection.places import read_bytes, refuse_to_overwrite, write_bytes
from learnt.store import Backup, CardWindow, DeckHead, DraftHead, MediaRow, Trashed
from learnt.store.fits import KeptFit

__all__ = [
    "FACT_LABELS",
    "NOTHING_CHOSEN",
    "PACKAGE",
    "Added",
    "AgreementsMap",
    "Backup",
    "Came",
    "CardReport",
    "CardWindow",
    "Choices",
    "Collection",
    "Compared",
    "Corrected",
    "DeckHead",
    "DeckSaved",
    "DeckSummary",
    "Draft",
    "DraftHead",
    "FactWindow",
    "Fitted",
    "Given",
    "Health",
    "KeptFit",
    "KeptMarker",
    "Look",
    "MediaFiles",
    "MediaRow",
    "MediaUse",
    "MemoryReport",
    "PackageAdded",
    "Scope",
    "Timeline",
    "Trashed",
    "Wanted",
    "Why",
    "chains_in",
    "compared",
    "fact_told",
    "fact_values",
    "facts_of",
    "id_maker",
    "local_zone",
    "map_of",
    "package_of",
    "read_bytes",
    "reads_sentences",
    "refuse_to_overwrite",
    "system_now",
    "text_with",
    "timeline_of",
    "write_bytes",
]
