"""Study days begin at 4 am where the learner lives, through the changes of the clock."""

from dataclasses import replace

import pytest

from learnt import Collection
from learnt.clock import DAY_MS, day_end
from learnt.journal import Rating
from learnt.plan import Kind
from tests.collection.conftest import OpenCollection
from tests.collection.world import Clock, check, finish, local, simple_deck


def limit(collection: Collection, new: int, zone: str = "Europe/Athens") -> None:
    settings = collection.learner.settings
    collection.set(replace(settings, new_a_day=new, time_zone=zone))


@pytest.mark.parametrize(
    ("zone", "evening", "night", "morning"),
    [
        ("Europe/Athens", "2026-03-02T22:00", "2026-03-03T03:59", "2026-03-03T04:00"),
        ("Europe/Athens", "2026-03-28T22:00", "2026-03-29T02:59", "2026-03-29T04:00"),
        ("Europe/Athens", "2026-10-24T22:00", "2026-10-25T03:59", "2026-10-25T04:00"),
        ("America/New_York", "2026-03-07T22:00", "2026-03-08T03:59", "2026-03-08T04:00"),
        ("Pacific/Chatham", "2026-04-04T22:00", "2026-04-05T03:59", "2026-04-05T04:00"),
        ("Asia/Kolkata", "2026-12-31T22:00", "2027-01-01T03:59", "2027-01-01T04:00"),
    ],
)
def test_new_cards_of_the_next_day_come_at_four(
    collection: Collection, clock: Clock, zone: str, evening: str, night: str, morning: str
) -> None:
    clock.at = local(evening, zone)
    collection.add(simple_deck(6))
    limit(collection, 2, zone)
    sitting = collection.begin()
    for _ in range(2):
        sitting = finish(collection, sitting, Rating.EASY)
    assert sitting.exercise is None
    clock.at = local(night, zone)
    assert collection.day_end() == local(morning, zone)
    assert len(collection.queue()) == 0
    clock.at = local(morning, zone)
    assert [item.kind for item in collection.queue().items] == [Kind.NEW, Kind.NEW]


def test_an_answer_after_midnight_belongs_to_the_evening(
    collection: Collection, clock: Clock
) -> None:
    clock.at = local("2026-05-01T23:50")
    collection.add(simple_deck(4))
    limit(collection, 2)
    sitting = finish(collection, collection.begin(), Rating.EASY)
    clock.at = local("2026-05-02T00:30")
    finish(collection, sitting, Rating.EASY)
    clock.at = local("2026-05-02T01:00")
    assert len(collection.queue()) == 0
    clock.at = local("2026-05-02T10:00")
    assert len(collection.queue()) == 2


def test_a_learner_who_travels_takes_the_day_along(collection: Collection, clock: Clock) -> None:
    clock.at = local("2026-05-01T21:00")
    collection.add(simple_deck(4))
    limit(collection, 1)
    finish(collection, collection.begin(), Rating.EASY)
    clock.at = local("2026-05-01T23:00")
    assert len(collection.queue()) == 0
    limit(collection, 1, "Asia/Tokyo")  # it is 5 am of the next day there
    assert len(collection.queue()) == 1


def test_with_the_clock_held_still_a_whole_day_can_be_studied(
    collection: Collection, open_collection: OpenCollection
) -> None:
    """`--as-of` fixes the time: events then follow each other by their ids alone."""
    collection.add(simple_deck(5))
    sitting, seen = collection.begin(), []
    for rating in (3, 1, 4, 2, 3):
        assert sitting.exercise is not None
        seen.append(sitting.exercise.card_id)
        sitting = finish(collection, sitting, Rating(rating))
    assert len(set(seen)) == 5
    check(collection)
    undone = []
    while event := collection.undo():
        undone.append(event.card)
    assert undone == list(reversed(seen))


def test_a_clock_set_back_loses_nothing(collection: Collection, clock: Clock) -> None:
    collection.add(simple_deck(2))
    sitting = finish(collection, collection.begin(), Rating.GOOD)
    clock.pass_by(days=-3)
    sitting = finish(collection, sitting, Rating.GOOD)
    practice = collection.begin(practise=True)
    finish(collection, practice, Rating.HARD)
    check(collection)


def test_the_order_of_a_day_stays_while_it_lasts(
    open_collection: OpenCollection, clock: Clock
) -> None:
    """The order of a day hangs on the seed and the learner, not on when the queue is made."""
    one = open_collection()
    one.add(simple_deck(12))
    order = [item.card for item in one.queue().items]
    clock.pass_by(minutes=90)
    assert [item.card for item in one.queue().items] == order


def test_a_card_missed_just_before_the_day_ends_still_comes_back(
    collection: Collection, open_collection: OpenCollection, clock: Clock
) -> None:
    """A sitting at five to four in the morning goes on past four, also after a restart."""
    collection.add(simple_deck(1))
    clock.pass_by(days=(day_end(clock(), "Europe/Athens") - clock()) / DAY_MS - 5 / (24 * 60))
    sitting = finish(collection, collection.begin(), Rating.AGAIN)
    assert sitting.exercise is not None
    assert open_collection().begin().exercise == sitting.exercise
