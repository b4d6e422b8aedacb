"""A card's answers are the same to everyone, kept as one history or one by one."""

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from learnt import Collection
from learnt.clock import DAY_MS, Instant
from learnt.ids import EventId, uuid7
from learnt.journal import Event, Rating, Review, Undo, outcomes_of
from learnt.sources.packages import Form
from learnt.store.schema import history, review
from tests.collection.world import Clock, journal, state
from tests.sources.packages.kept import CONTENT, DAY, RIVERS, START
from tests.sources.packages.making import package


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 2**32))
def test_kept_together_and_one_by_one_they_come_to_the_same(seed: int) -> None:
    chance, clock = Random(seed), Clock(Instant(START + 10 * DAY))
    with tempfile.TemporaryDirectory() as name:
        path = Path(name, "rivers.apkg")
        Collection.open(Path(name, "one"), now=clock).close()
        shutil.copytree(Path(name, "one"), Path(name, "other"))
        with (
            Collection.open(Path(name, "one"), now=clock, seed=1) as one,
            Collection.open(Path(name, "other"), now=clock, seed=1) as other,
        ):
            path.write_bytes(package(replace(CONTENT, log=()), Form.LATEST))
            other.add_package(path, as_new=True)
            path.write_bytes(package(CONTENT, Form.LATEST))
            assert one.add_package(path, as_new=True).reviews == 6
            assert other.merge(journal(one)) == 6
            assert (counted(one), counted(other)) == ((6, 0), (0, 6))
            same(one, other)
            events = list(what_happens(one, chance))
            cut = chance.randrange(len(events) + 1)
            for some in (events[:cut], events[cut:]):
                assert one.merge(some) == other.merge(some) == len(some)
                same(one, other)
            for collection in (one, other):
                assert collection.add_package(path, as_new=True).reviews == 0
            same(one, other)
            last = other.last_event()  # to `one` it came with its card, and is taken back by its id
            if last is not None:
                assert one.undo(last.id) == other.undo(last.id) == last
            same(one, other, but_last_undo=True)


def what_happens(collection: Collection, chance: Random) -> Iterator[Event]:
    """Some answers taken back, and others given between them and after them."""
    me = collection.learner.id
    came = [event for event in journal(collection) if isinstance(event, Review)]
    for number, event in enumerate(chance.sample(came, chance.randrange(len(came) + 1))):
        at = Instant(event.at + chance.randrange(9 * DAY_MS))
        yield Undo(EventId(uuid7(at, number)), me, event.id, at)
    for number in range(chance.randrange(5)):
        card = chance.choice(collection.deck(RIVERS.name).cards)
        at = Instant(START + chance.randrange(10 * DAY))
        said = [point.id for point in card.points if chance.random() < 0.6]
        rating = chance.choice(list(Rating))
        outcomes = outcomes_of(card.points, said, rating)
        yield Review(EventId(uuid7(at, 100 + number)), me, card.id, at, rating, outcomes)


def same(one: Collection, other: Collection, *, but_last_undo: bool = False) -> None:
    """Everything that can be asked of the two has one answer."""
    if not but_last_undo:  # which each of them gave an id of its own
        assert journal(one) == journal(other)
    assert state(one) == state(other)
    assert one.activity(4) == other.activity(4)
    assert one.left() == other.left()
    rated, as_rated = (
        sorted(zip(log.ratings.tolist(), log.times.tolist(), strict=True))
        for log in (one.review_log(), other.review_log())
    )
    assert rated == as_rated
    assert one.pack(RIVERS.name).data == other.pack(RIVERS.name).data
    for collection in (one, other):
        assert (collection.doctor().faults, collection.doctor().differences) == ((), 0)


def counted(collection: Collection) -> tuple[int, int]:
    """How many answers are in histories, and how many reviews there are."""
    with collection.store.reading() as transaction:
        rows = transaction.connection.execute(history.select()).all()
        reviews = transaction.connection.execute(review.select()).all()
        kept = transaction.journal.histories.all()
    assert len(rows) == len(kept)
    return sum(len(each.answers) for each in kept), len(reviews)
