"""The clock was wrong, and was set right: nothing is lost, and studying goes on."""

from dataclasses import replace

import pytest

from learnt import Collection
from learnt.clock import DAY_MS, Instant
from learnt.collection import Given, Scope
from learnt.errors import Overtaken
from learnt.ids import CardId, EventId
from learnt.journal import FOREVER, Rating, Review, outcomes_of
from learnt.practice import Exercise
from tests.collection.world import Clock, a_card, check, finish, journal, simple_deck

YEAR = 365


@pytest.fixture
def ahead(anywhere: Collection, clock: Clock) -> Collection:
    """Sixty cards, of which twenty were answered while the clock was a year ahead."""
    anywhere.add(simple_deck(60))
    clock.pass_by(days=YEAR)
    sitting = anywhere.begin()
    for _ in range(20):
        sitting = finish(anywhere, sitting, Rating.EASY)
    clock.pass_by(days=-YEAR)
    return anywhere


def given(collection: Collection, table: Exercise, clock: Clock) -> Given:
    points = tuple(point.id for point in table.points)
    event = EventId(collection.make_id())
    clock.pass_by(minutes=1)
    return Given(
        event,
        table.card_id,
        table.direction,
        Instant(clock() - 50_000),
        Rating.GOOD,
        points,
        frozenset(points),
    )


def held(collection: Collection, card: CardId) -> Instant | None:
    return collection.report([collection.card(card)[1]])[0].held_until


def test_answers_dated_in_the_future_use_up_no_days_new_cards(
    ahead: Collection, clock: Clock
) -> None:
    for _ in range(2):
        assert len(ahead.queue().items) == 20
        clock.pass_by(days=1)
    check(ahead)


def test_a_card_answered_in_the_future_can_be_practised_once_a_sitting(
    ahead: Collection, clock: Clock
) -> None:
    scope = Scope(clock(), practise=True)
    seen = set()
    while (table := ahead.next(ahead.resume(scope)).exercise) is not None:
        ahead.give(ahead.resume(scope), given(ahead, table, clock))
        assert table.card_id not in seen
        seen.add(table.card_id)
    assert len(seen) == 60
    assert len(ahead.resume(scope).answered) == 60
    check(ahead)


def test_the_days_cards_are_counted_alike(ahead: Collection, clock: Clock) -> None:
    sitting = ahead.begin()
    for _ in range(3):
        clock.pass_by(minutes=1)
        sitting = finish(ahead, sitting, Rating.GOOD)
    assert ahead.left() == ahead.queue().left
    assert ahead.left().new == 17
    assert ahead.activity().answers == 3
    check(ahead)


def test_set_aside_and_released_in_the_order_in_which_it_was_done(
    anywhere: Collection, clock: Clock
) -> None:
    anywhere.add(simple_deck(1))
    (card,) = (one.id for one in anywhere.deck("Deck 1").cards)
    clock.pass_by(days=YEAR)
    anywhere.suspend(card)
    clock.pass_by(days=-YEAR)
    assert anywhere.release([card]) == 1
    assert held(anywhere, card) is None
    anywhere.bury(card)
    assert held(anywhere, card) == anywhere.day_end()
    anywhere.suspend(card)
    assert held(anywhere, card) == FOREVER
    assert anywhere.undo() is not None
    assert held(anywhere, card) == anywhere.day_end()


def test_a_suspended_card_that_is_buried_stays_suspended(
    anywhere: Collection, clock: Clock
) -> None:
    anywhere.add(simple_deck(1))
    (card,) = (one.id for one in anywhere.deck("Deck 1").cards)
    anywhere.suspend(card)
    clock.pass_by(days=-1)
    anywhere.bury(card)
    clock.pass_by(days=3)
    anywhere.bury(card)
    clock.pass_by(days=3)
    assert held(anywhere, card) == FOREVER


def test_undo_takes_back_what_was_given_last(anywhere: Collection, clock: Clock) -> None:
    """Neither what the clock says nor what came from elsewhere is the last for that."""
    anywhere.add(simple_deck(4))
    sitting = anywhere.begin()
    first, sitting = sitting.event, finish(anywhere, sitting, Rating.GOOD)
    clock.pass_by(days=-1)
    second, sitting = sitting.event, finish(anywhere, sitting, Rating.GOOD)
    third, sitting = sitting.event, finish(anywhere, sitting, Rating.GOOD)
    card = a_card(103)
    arrived = Review(
        EventId(anywhere.make_id()),
        anywhere.learner.id,
        card.id,
        Instant(clock() + 5 * DAY_MS),
        Rating.GOOD,
        outcomes_of(card.points, (), Rating.GOOD),
    )
    anywhere.merge([arrived])
    undone = [event.id for _ in range(3) if (event := anywhere.undo())]
    assert undone == [third, second, first]
    assert (last := anywhere.last_event()) is not None
    assert last.id == arrived.id
    check(anywhere)


def test_an_answer_that_was_taken_back_is_not_given_again(
    anywhere: Collection, clock: Clock
) -> None:
    anywhere.add(simple_deck(2))
    scope = Scope(clock())
    sitting = anywhere.next(anywhere.resume(scope))
    assert sitting.exercise is not None
    sent = given(anywhere, sitting.exercise, clock)
    anywhere.give(sitting, sent)
    anywhere.give(sitting, sent)  # the line was slow
    anywhere.undo(sent.event)
    before = journal(anywhere)
    with pytest.raises(Overtaken, match="taken back"):
        anywhere.give(sitting, replace(sent, rating=Rating.AGAIN))
    assert journal(anywhere) == before
