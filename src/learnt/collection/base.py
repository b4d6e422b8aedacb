"""What all verbs of a collection share: the store, the learner, the clock and the memory model."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from learnt.clock import Instant, day_end, is_zone
from learnt.collection.adding import Adding
from learnt.collection.asking import Asking
from learnt.collection.chronicle import Told, told_by
from learnt.collection.compiling import use_cache
from learnt.collection.fact_cache import FactCache, read_in_our_languages
from learnt.collection.folding import rebuild
from learnt.collection.kept_marker import KeptMarker, marker_of_ours
from learnt.collection.media import MediaFiles
from learnt.deck import Deck
from learnt.facts import Correction
from learnt.ids import EventId, LearnerId, MakeId
from learnt.memory import MemoryModel
from learnt.plan import Settings
from learnt.store import Learner, Store, Transaction

if TYPE_CHECKING:
    from learnt.practice import Marked, Sitting

_CARDS_TOLD = 20_000
"""Cards of which is kept what they tell together: a timeline of all decks is read once."""


class Base:
    """A store opened for one learner. The verbs are in the classes built on this one.

    `marker` marks typed answers; another may be put in its place. `before_kernels` is called before
    what a fit runs on is loaded: who has it compiled elsewhere waits there. `media` has the
    pictures and sounds that cards name.
    """

    def __init__(
        self, store: Store, now: Callable[[], Instant], make_id: MakeId, seed: int | None = None
    ) -> None:
        self.store = store
        self.now = now
        self.make_id = make_id
        self.media = MediaFiles(store, now)
        self._seed = "" if seed is None else str(seed)
        self._sitting: Sitting | None = None
        self._given: list[EventId] = []
        self._proposed: Marked | None = None
        self.marker = KeptMarker(marker_of_ours)
        self.before_kernels: Callable[[], None] = use_cache
        self._kept_facts = FactCache(read_in_our_languages)
        self._kept_told = FactCache(self._tell, cards=_CARDS_TOLD)
        self.learner = self._first_learner()

    def _tell(self, deck: Deck, said: tuple[Correction, ...]) -> Told:
        return told_by(deck, self._kept_facts.of(deck, said))

    @property
    def model(self) -> MemoryModel:
        """The learner's memory model, with the parameters that were last adopted."""
        return self.learner.model

    @property
    def home(self) -> Path:
        """The folder that the collection lives in; its backups are there in any case."""
        return self.store.backup_folder.parent

    def day_end(self) -> Instant:
        """The instant at which the learner's study day ends."""
        return day_end(self.now(), self.learner.settings.time_zone)

    @contextmanager
    def _asking(self, *, fresh: bool = False) -> Iterator[Asking]:
        """Read; `fresh` looks whether another program has changed the learner's settings."""
        with self.store.reading() as transaction:
            if fresh:
                self.learner = transaction.learners.get(self.learner.id)
            yield self._asking_in(transaction)

    def _asking_in(self, transaction: Transaction) -> Asking:
        return Asking(transaction, self.learner, self.now())

    @contextmanager
    def _adding(self) -> Iterator[Adding]:
        with self.store.writing() as transaction:
            yield self._adding_in(transaction)

    def _adding_in(self, transaction: Transaction) -> Adding:
        return Adding(transaction, self.make_id, self.now())

    def _first_learner(self) -> Learner:
        with self.store.reading() as transaction:
            known = transaction.learners.list()
        if known:
            return self._folded(known[0]) if known[0].stale else known[0]
        new = Learner(LearnerId(self.make_id()), "me", Settings(time_zone=local_zone()))
        with self.store.writing() as transaction:
            known = transaction.learners.list()  # another program may have come first
            if not known:
                transaction.learners.add(new, self.now())
        return known[0] if known else new

    def _folded(self, one: Learner) -> Learner:
        """A learner whose caches are of another model, or of earlier formulas: folded anew."""
        with self.store.writing() as transaction:
            locked = transaction.learners.lock(one.id)
            if locked.stale:  # another program may have come first
                rebuild(transaction, locked)
        return replace(locked, stale=False)


def local_zone() -> str:
    """The IANA name of this machine's time zone; UTC where it has none."""
    from tzlocal import get_localzone_name  # only a new collection needs to know

    name: str = get_localzone_name()
    return name if is_zone(name) else "UTC"
