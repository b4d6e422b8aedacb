"""A sitting whose face keeps nothing: every answer once, whatever is sent again or too late."""

import threading
from collections.abc import Sequence
from dataclasses import replace

import pytest

from learnt import Collection
from learnt.collection import Given, Scope
from learnt.deck import Card
from learnt.errors import NotFound, Overtaken
from learnt.ids import EventId, PointId
from learnt.journal import Rating, Review
from learnt.practice import Phase, Sitting
from tests.collection.conftest import OpenCollection
from tests.collection.world import (
    BACKWARD,
    FORWARD,
    Clock,
    a_card,
    a_deck,
    check,
    finish,
    journal,
    simple_deck,
)

AGAIN, HARD, GOOD, EASY = Rating


def question(collection: Collection, scope: Scope) -> Sitting:
    sitting = collection.next(collection.resume(scope))
    assert sitting.phase is Phase.ASKING
    return sitting


def given(
    sitting: Sitting, rating: Rating = GOOD, said: Sequence[int] | None = None, answer: str = ""
) -> Given:
    table = sitting.exercise
    assert table is not None
    assert sitting.event is not None
    ids = [point.id for point in table.points]
    return Given(
        sitting.event,
        table.card.id,
        table.direction,
        sitting.moments[0],
        rating,
        tuple(ids),
        None if said is None else frozenset(ids[number - 1] for number in said),
        answer,
    )


def reviews(collection: Collection) -> list[Review]:
    return [event for event in journal(collection) if isinstance(event, Review)]


@pytest.fixture
def scope(collection: Collection, clock: Clock) -> Scope:
    collection.add(simple_deck(5))
    return Scope(clock())


def test_an_answer_is_saved_and_the_next_card_comes(
    collection: Collection, scope: Scope, clock: Clock
) -> None:
    first = question(collection, scope)
    clock.pass_by(minutes=0.5)
    second = collection.give(first, given(first, HARD, [1], "  what I wrote \n"))
    (review,) = reviews(collection)
    assert (review.id, review.rating, review.answer) == (first.event, HARD, "what I wrote")
    assert [outcome.rating for outcome in review.outcomes] == [HARD, AGAIN]
    assert review.duration_ms == 30_000
    assert second.exercise is not None
    assert second.exercise.card_id != review.card
    assert second.event != first.event
    assert [one.rating for one in second.answered] == [HARD]
    check(collection)


def test_the_time_that_a_page_measured_is_kept(collection: Collection, scope: Scope) -> None:
    first = question(collection, scope)
    collection.give(first, replace(given(first), duration_ms=12_345))
    assert reviews(collection)[0].duration_ms == 12_345


@pytest.mark.parametrize(
    ("rating", "outcomes"),
    [(AGAIN, [AGAIN, AGAIN]), (HARD, [HARD, HARD]), (GOOD, [GOOD, GOOD]), (EASY, [EASY, EASY])],
)
def test_who_only_rates_says_that_nothing_is_missing(
    collection: Collection, scope: Scope, rating: Rating, outcomes: list[Rating]
) -> None:
    first = question(collection, scope)
    collection.give(first, given(first, rating))
    assert [one.rating for one in reviews(collection)[0].outcomes] == outcomes


def test_ticks_that_were_taken_away_are_points_missed(collection: Collection, scope: Scope) -> None:
    first = question(collection, scope)
    collection.give(first, given(first, GOOD, []))
    assert [one.rating for one in reviews(collection)[0].outcomes] == [AGAIN, AGAIN]


def test_the_same_answer_twice_is_one(collection: Collection, scope: Scope) -> None:
    first = question(collection, scope)
    once = collection.give(first, given(first))
    twice = collection.give(once, given(first))
    assert len(reviews(collection)) == 1
    assert twice.exercise == once.exercise
    check(collection)


def test_the_same_answer_from_two_threads_is_one(collection: Collection, scope: Scope) -> None:
    first = question(collection, scope)
    together = threading.Barrier(4)

    def send() -> None:
        together.wait()
        collection.give(first, given(first))

    threads = [threading.Thread(target=send) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(reviews(collection)) == 1
    check(collection)


def test_a_card_answered_in_another_window_is_not_answered_twice(
    collection: Collection, scope: Scope, clock: Clock
) -> None:
    here, there = question(collection, scope), question(collection, scope)
    assert here.event != there.event
    clock.pass_by(minutes=1)
    collection.give(here, given(here))
    clock.pass_by(minutes=1)
    with pytest.raises(Overtaken, match="another window"):
        collection.give(there, given(there, AGAIN))
    assert [review.rating for review in reviews(collection)] == [GOOD]


def test_after_an_undo_the_other_window_may_answer(
    collection: Collection, scope: Scope, clock: Clock
) -> None:
    here, there = question(collection, scope), question(collection, scope)
    clock.pass_by(minutes=1)
    collection.give(here, given(here))
    assert collection.undo(here.event) is not None
    collection.give(there, given(there, HARD))
    assert [review.rating for review in reviews(collection)] == [GOOD, HARD]
    check(collection)


def test_an_answer_that_was_taken_back_does_not_come_back_by_itself(
    collection: Collection, scope: Scope
) -> None:
    first = question(collection, scope)
    collection.give(first, given(first))
    collection.undo(first.event)
    with pytest.raises(Overtaken, match="taken back"):
        collection.give(first, given(first))
    with collection.store.reading() as transaction:
        assert transaction.journal.reviews(collection.learner.id) == ()


def test_undoing_twice_undoes_once(collection: Collection, scope: Scope) -> None:
    first = question(collection, scope)
    second = collection.give(first, given(first))
    collection.give(second, given(second))
    assert collection.undo(second.event) is not None
    assert collection.undo(second.event) is None
    assert collection.undo(EventId(collection.make_id())) is None
    with collection.store.reading() as transaction:
        assert len(transaction.journal.reviews(collection.learner.id)) == 1
    check(collection)


def test_what_would_be_undone(collection: Collection, scope: Scope) -> None:
    assert collection.last_event() is None
    first = question(collection, scope)
    second = collection.give(first, given(first))
    last = collection.last_event()
    assert last is not None
    assert last.id == first.event
    assert second.exercise is not None
    hold = collection.bury(second.exercise.card_id)
    assert collection.last_event() == hold


def test_a_restart_in_the_middle_loses_nothing(
    open_collection: OpenCollection, collection: Collection, scope: Scope, clock: Clock
) -> None:
    first = question(collection, scope)
    second = collection.give(first, given(first, AGAIN, []))
    collection.close()
    clock.pass_by(minutes=1)
    again = open_collection()
    resumed = again.resume(scope)
    assert resumed.answered == second.answered
    assert len(resumed.queue) == len(second.queue)
    third = again.give(resumed, given(second))
    assert len(reviews(again)) == 2
    assert [one.rating for one in third.answered] == [AGAIN, GOOD]
    check(again)


def test_a_card_deleted_in_the_meantime_keeps_its_answer(
    collection: Collection, scope: Scope
) -> None:
    first = question(collection, scope)
    assert first.exercise is not None
    thing = collection.delete_cards([first.exercise.card_id])
    second = collection.give(first, given(first))
    (review,) = reviews(collection)
    assert len(review.outcomes) == 2
    assert second.answered[0].label == "a card that was deleted"
    collection.bring_back(thing.id)
    check(collection)


def test_a_point_that_is_gone_is_left_out_and_a_new_one_is_not_missed(
    collection: Collection, scope: Scope
) -> None:
    first = question(collection, scope)
    assert first.exercise is not None
    card = first.exercise.card
    kept = card.points[0]
    new = a_card(999).points[0]
    collection.change(Card(card.id, card.prompt, (kept, new)))
    collection.give(first, given(first))
    assert [outcome.point for outcome in reviews(collection)[0].outcomes] == [kept.id]
    check(collection)


def test_a_card_that_says_something_else_now_is_asked_again(
    collection: Collection, scope: Scope
) -> None:
    first = question(collection, scope)
    assert first.exercise is not None
    card = first.exercise.card
    collection.change(Card(card.id, card.prompt, a_card(999).points))
    with pytest.raises(Overtaken, match="changed"):
        collection.give(first, given(first))
    assert reviews(collection) == []


def test_a_look_shows_where_each_rating_leads(
    collection: Collection, scope: Scope, clock: Clock
) -> None:
    first = question(collection, scope)
    assert first.exercise is not None
    card = first.exercise.card
    for said, proposed in ((None, GOOD), ([], AGAIN), ([1], HARD), ([1, 2], GOOD)):
        ticked = None if said is None else [card.points[number - 1].id for number in said]
        look = collection.look(card.id, FORWARD, ticked)
        assert look.proposed is proposed
        for rating in Rating:
            answer = given(first, rating, said)
            collection.give(first, answer)
            with collection.store.reading() as transaction:
                schedules = transaction.caches.schedules(collection.learner.id, card.id)
            assert look.previews[rating] == schedules[FORWARD], (said, rating)
            collection.undo(answer.event)
            first = question(collection, Scope(clock()))


def test_a_look_at_a_card_that_is_gone(collection: Collection) -> None:
    with pytest.raises(NotFound):
        collection.look(a_card(7).id, FORWARD)


def test_a_card_of_one_point_needs_no_ticks(collection: Collection, clock: Clock) -> None:
    collection.add(simple_deck(1, points=1))
    first = question(collection, Scope(clock()))
    assert first.exercise is not None
    look = collection.look(first.exercise.card_id, FORWARD, [PointId("none")])
    assert look.proposed is GOOD
    collection.give(first, given(first, AGAIN, [1]))
    assert [one.rating for one in reviews(collection)[0].outcomes] == [AGAIN]


def test_practice_goes_on_after_a_restart(
    open_collection: OpenCollection, collection: Collection, clock: Clock
) -> None:
    """Cards that were practised are not asked anew, but for those that come back."""
    collection.add(simple_deck(4))
    scope = Scope(clock(), practise=True)
    first = question(collection, scope)
    clock.pass_by(minutes=1)
    second = collection.give(first, given(first, AGAIN))
    clock.pass_by(minutes=1)
    third = collection.give(second, given(second, EASY))
    done = {one.card for one in third.answered}
    collection.close()
    resumed = open_collection().resume(scope)
    assert {item.card for item in resumed.queue.items}.isdisjoint(done)
    assert len(resumed.queue.items) == 2
    assert [item.card for item in resumed.queue.returning] == [third.answered[0].card]


def test_a_sitting_of_one_deck(collection: Collection, clock: Clock) -> None:
    collection.add(simple_deck(2, number=1))
    collection.add(a_deck(2, [a_card(900), a_card(901)], "Other"))
    scope = Scope(clock(), deck="Other")
    met = set()
    sitting = question(collection, scope)
    while sitting.exercise is not None:
        met.add(sitting.exercise.deck_title)
        sitting = collection.give(sitting, given(sitting))
        clock.pass_by(minutes=1)
    assert met == {"Other"}


def test_a_chosen_card_is_put_on_the_table(collection: Collection, scope: Scope) -> None:
    card = collection.deck("1").cards[3]
    sitting = collection.put(collection.resume(scope), card.id, FORWARD)
    assert sitting.exercise is not None
    assert sitting.exercise.card_id == card.id
    collection.delete_cards([card.id])
    instead = collection.put(collection.resume(scope), card.id, FORWARD)
    assert instead.exercise is not None
    assert instead.exercise.card_id != card.id


def test_answers_of_earlier_sittings_are_not_in_the_summary(
    collection: Collection, scope: Scope, clock: Clock
) -> None:
    sitting = finish(collection, collection.begin(), GOOD)
    finish(collection, sitting, AGAIN)
    clock.pass_by(minutes=5)
    assert len(collection.resume(scope).answered) == 2
    assert collection.resume(Scope(clock())).answered == ()


def test_asked_backwards(collection: Collection, clock: Clock) -> None:
    collection.add(a_deck(1, [a_card(5, directions=(BACKWARD,))]))
    first = question(collection, Scope(clock()))
    assert first.exercise is not None
    assert first.exercise.direction is BACKWARD
    collection.give(first, given(first))
    assert reviews(collection)[0].direction is BACKWARD
    check(collection)
