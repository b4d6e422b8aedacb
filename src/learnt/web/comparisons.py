"""Comparisons of a collection, kept while the pages look at them.

Two short decks are compared while the page waits, and nobody else does. Long ones are compared by
a process of its own, as all long work is (decision 0028): no answer waits for it.
"""

import multiprocessing
from collections import OrderedDict
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Lock, Thread

from learnt.clock import Instant
from learnt.collection import Collection, compared, reads_sentences
from learnt.errors import NotFound
from learnt.facts import CardFacts
from learnt.facts.comparing import Comparison
from learnt.ids import DeckId

ALL, ITSELF = "all", "self"
AT_ONCE, AT_ONCE_READ = 400, 50
"""Cards of both sides that are compared while the page waits: half a second by words alone; fewer
where the model of sentences reads them as well, for it takes two seconds for so many."""
_KEPT = 4
_FAILED = "The comparing was broken off. Nothing was changed: compare once more."

Key = tuple[DeckId, str]
"""A deck, and the id of the other one, ALL others, or ITSELF."""
Facts = tuple[CardFacts, ...]


@dataclass(frozen=True)
class Held:
    """Two sides held against each other. `at` is when, of a comparison made by a process.

    `found` is None while that goes on, and `failed` is why it came to nothing.
    """

    found: Comparison | None = None
    at: Instant | None = None
    failed: str = ""
    facts: tuple[Facts, Facts | None] | None = None


@dataclass
class Comparisons:
    """Those of one collection; `alone` is the lock by which it does one thing at a time."""

    collection: Collection
    alone: Lock
    _kept: OrderedDict[Key, Held] = field(default_factory=OrderedDict)
    _own: Lock = field(default_factory=Lock)

    def of(self, key: Key, *, anew: bool = False) -> Held:
        """A comparison: made now, or begun now where it is long, or kept from before."""
        with self.alone:
            long = self._cards(key) > (AT_ONCE_READ if reads_sentences() else AT_ONCE)
        return self._long(key, anew=anew) if long else self._short(key)

    def _short(self, key: Key) -> Held:
        with self.alone:
            facts = facts_for(self.collection, key)
        with self._own:
            kept = self._kept.get(key)
        if kept is None or kept.facts is None or not _are_the_same(kept.facts, facts):
            kept = Held(compared(*facts), facts=facts)
            self._keep(key, kept)
        return kept

    def _long(self, key: Key, *, anew: bool) -> Held:
        with self._own:
            kept = self._kept.get(key)
            if kept is not None and kept.facts is None and not (anew and (kept.at or kept.failed)):
                return kept
            self._kept[key] = begun = Held()
        order = (str(self.collection.home), self.collection.store.url, key)
        Thread(target=self._hear, args=(key, order), daemon=True).start()
        return begun

    def _hear(self, key: Key, order: tuple[str, str | None, Key]) -> None:
        """Wait for the process; one that was ended, or that fell, leaves a word of that."""
        found = in_a_process(order)
        at = self.collection.now()
        self._keep(key, Held(failed=_FAILED) if found is None else Held(found, at))

    def _cards(self, key: Key) -> int:
        deck, other = key
        mine = self.collection.deck_head(deck).cards
        if other == ALL:
            return sum(one.cards for one in self.collection.titles())
        return mine + (0 if other == ITSELF else self.collection.deck_head(other).cards)

    def _keep(self, key: Key, held: Held) -> None:
        with self._own:
            self._kept.pop(key, None)
            self._kept[key] = held
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)


def facts_for(collection: Collection, key: Key) -> tuple[Facts, Facts | None]:
    """The facts of both sides; None for the other where a deck is compared with itself."""
    deck, other = key
    mine = collection.facts(deck)
    if other == ITSELF:
        return mine, None
    return mine, collection.facts_of_others(deck) if other == ALL else collection.facts(other)


def in_a_process(order: tuple[str, str | None, Key]) -> Comparison | None:
    """What another process finds; None where it falls. It ends with this one."""
    ours, theirs = multiprocessing.get_context("spawn").Pipe(duplex=False)
    worker = multiprocessing.get_context("spawn").Process(
        target=work, args=(theirs, *order), daemon=True
    )
    worker.start()
    theirs.close()
    try:
        found = ours.recv()
    except (EOFError, OSError):
        return None
    finally:
        ours.close()
        worker.join()
    return found if isinstance(found, Comparison) else None


def work(line: Connection, home: str, database: str | None, key: Key) -> None:
    """What the process does: it reads both sides for itself, and sends what it finds.

    A deck that was deleted meanwhile is nothing to compare, and nothing for the log: its page
    says already that it is not there.
    """
    with Collection.open(Path(home), database=database) as collection:
        try:
            facts = facts_for(collection, key)
        except NotFound:
            return
    line.send(compared(*facts))
    line.close()


def _are_the_same(one: tuple[Facts, Facts | None], two: tuple[Facts, Facts | None]) -> bool:
    """Whether nothing was read anew: facts are kept until a text or a correction changes."""
    return all(a is b or a == b for a, b in zip(one, two, strict=True))
