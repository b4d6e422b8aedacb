"""A sitting on a collection: every answer saved, taken back, merged and counted once."""

import shutil
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from learnt import Collection
from learnt.clock import DAY_MS, MINUTE_MS, Instant
from learnt.deck import Card
from learnt.errors import Overtaken, UsageError
from learnt.ids import EventId, LearnerId
from learnt.journal import Hold, Rating, Review, Undo, outcomes_of
from learnt.plan import Kind
from learnt.practice import Exercise, Phase, Sitting
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
    state,
)

AGAIN, HARD, GOOD, EASY = Rating
Campaign = Callable[[int, int], int]


def a_review(collection: Collection, card: Card, at: Instant, rating: Rating = GOOD) -> Review:
    said = {point.id for point in card.points} if rating.passed else set()
    return Review(
        EventId(collection.make_id()),
        collection.learner.id,
        card.id,
        at,
        rating,
        outcomes_of(card.points, said, rating),
    )


def on_the_table(sitting: Sitting) -> tuple[object, ...] | None:
    if sitting.exercise is None:
        return None
    return sitting.exercise.card_id, sitting.exercise.direction


def asked(sitting: Sitting) -> Exercise:
    assert sitting.exercise is not None
    return sitting.exercise


# saving


def test_an_answer_is_in_the_journal_before_the_next_question_is_shown(
    collection: Collection, open_collection: OpenCollection, clock: Clock
) -> None:
    collection.add(simple_deck(2, points=3))
    sitting = collection.begin()
    card = asked(sitting).card_id
    sitting = sitting.reveal(" the first and the last ", clock.pass_by(minutes=0.5))
    sitting = sitting.toggle(1, clock.pass_by(minutes=0.1)).toggle(3, clock())
    after = collection.save(sitting.weigh(clock()), HARD)
    (event,) = journal(open_collection())
    assert isinstance(event, Review)
    assert (event.card, event.rating, event.answer, event.duration_ms) == (
        card,
        HARD,
        "the first and the last",
        36_000,
    )
    assert [outcome.rating for outcome in event.outcomes] == [HARD, AGAIN, HARD]
    assert after.phase is Phase.ASKING
    check(collection)


def test_saving_the_same_sitting_twice_is_one_answer(collection: Collection) -> None:
    """A request that is sent again: the same state is saved again, with whatever rating."""
    collection.add(simple_deck(2))
    rated = collection.begin().reveal(None, collection.now()).weigh(collection.now())
    first = collection.save(rated, GOOD)
    before = state(collection)
    second = collection.save(rated, EASY)
    assert len(journal(collection)) == 1
    assert state(collection) == before
    assert on_the_table(second) == on_the_table(first)
    assert second.queue == first.queue


@pytest.mark.parametrize("practise", [False, True])
def test_a_card_answered_elsewhere_is_not_answered_twice(
    collection: Collection, open_collection: OpenCollection, clock: Clock, *, practise: bool
) -> None:
    collection.add(simple_deck(2))
    here, other = collection.begin(practise=practise), open_collection()
    there = other.begin(practise=practise)
    assert on_the_table(there) == on_the_table(here)
    clock.pass_by(minutes=1)
    finish(other, there, GOOD)
    clock.pass_by(minutes=1)
    with pytest.raises(Overtaken, match="another window"):
        finish(collection, here, AGAIN)
    assert [one.rating for one in journal(collection) if isinstance(one, Review)] == [GOOD]
    after = collection.go_on(here, practise=practise)
    assert on_the_table(after) not in (None, on_the_table(here))
    finish(collection, after, HARD)
    assert len(journal(collection)) == 2
    check(collection)


def test_after_an_undo_elsewhere_it_may_be_answered(
    collection: Collection, open_collection: OpenCollection, clock: Clock
) -> None:
    collection.add(simple_deck(1))
    here, other = collection.begin(), open_collection()
    clock.pass_by(minutes=1)
    finish(other, other.begin(), GOOD)
    other.undo()
    finish(collection, here, HARD)
    check(collection)


def test_the_same_answer_saved_by_several_at_once_counts_once(
    collection: Collection, open_collection: OpenCollection
) -> None:
    collection.add(simple_deck(1))
    collections = [collection, *(open_collection() for _ in range(3))]
    review = a_review(collection, simple_deck(1).cards[0], collection.now())
    barrier, new = threading.Barrier(4), []

    def save(one: Collection) -> None:
        barrier.wait()
        new.append(one.record(review))

    threads = [threading.Thread(target=save, args=(one,)) for one in collections]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(new) == [False, False, False, True]
    assert journal(collection) == (review,)
    check(collection)


def test_different_answers_saved_at_once_are_all_kept(
    collection: Collection, open_collection: OpenCollection
) -> None:
    cards = simple_deck(2).cards
    collection.add(simple_deck(2))
    collections = [collection, *(open_collection() for _ in range(3))]
    batches = [
        [
            a_review(one, cards[number % 2], Instant(one.now() + 1000 * (place + 4 * number)))
            for number in range(6)
        ]
        for place, one in enumerate(collections)
    ]
    barrier, failures = threading.Barrier(4), []

    def save(one: Collection, batch: list[Review]) -> None:
        barrier.wait()
        try:
            for review in batch:
                assert one.record(review)
        except Exception as error:  # noqa: BLE001 - told below
            failures.append(error)

    threads = [
        threading.Thread(target=save, args=pair) for pair in zip(collections, batches, strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert {event.id for event in journal(collection)} == {
        review.id for batch in batches for review in batch
    }
    check(collection)


def test_two_programs_on_one_collection_answer_in_turn(
    collection: Collection, open_collection: OpenCollection, clock: Clock
) -> None:
    """A card that both were asked is one answer; whoever comes second goes on to the next."""
    collection.add(simple_deck(12))
    other = open_collection()
    sittings = [(collection, collection.begin()), (other, other.begin())]
    assert on_the_table(sittings[0][1]) == on_the_table(sittings[1][1])
    for number in range(12):
        clock.pass_by(minutes=1)
        program, sitting = sittings.pop(0)
        if number:
            with pytest.raises(Overtaken):
                finish(program, sitting, EASY)
            sitting = program.go_on(sitting)
        sittings.append((program, finish(program, sitting, Rating(2 + number % 3))))
    assert len(journal(collection)) == 12
    check(collection)
    check(other)
    assert state(collection) == state(other)


def test_a_card_deleted_while_it_is_on_the_table_is_kept_in_the_journal_and_passed_by(
    collection: Collection, open_collection: OpenCollection
) -> None:
    collection.add(simple_deck(2))
    sitting = collection.begin()
    assert sitting.exercise is not None
    gone = sitting.exercise.card
    other = open_collection()
    number = other.deck("1").cards.index(gone) + 1
    other.delete("1", [number])
    sitting = finish(collection, sitting, GOOD)
    assert len(journal(collection)) == 1
    assert sitting.exercise is not None
    assert sitting.exercise.card_id != gone.id
    assert gone.id not in {item.card for item in sitting.queue.items}
    check(collection)
    other.bring_back("1")
    check(collection)
    with collection.store.reading() as transaction:
        schedules = transaction.caches.schedules(collection.learner.id, gone.id)
    assert schedules[FORWARD].reviews == 1


def test_a_deck_of_many_cards_deleted_meanwhile_is_passed_by(
    collection: Collection, open_collection: OpenCollection
) -> None:
    collection.add(simple_deck(700, points=1))
    sitting = collection.begin(practise=True)
    open_collection().delete("1")
    assert collection.next(sitting).phase is Phase.FINISHED


def test_a_card_edited_while_it_is_on_the_table_is_folded_as_it_reads_now(
    collection: Collection, open_collection: OpenCollection
) -> None:
    collection.add(simple_deck(1, points=3))
    sitting = collection.begin()
    card = collection.deck("1").cards[0]
    open_collection().change(replace(card, points=card.points[:1], directions=(BACKWARD,)))
    sitting = finish(collection, sitting, GOOD, [1])
    check(collection)


def test_nothing_can_be_saved_before_the_points_were_shown(collection: Collection) -> None:
    collection.add(simple_deck(1))
    sitting = collection.begin()
    with pytest.raises(ValueError, match="RATING"):
        collection.save(sitting, GOOD)
    with pytest.raises(UsageError, match="no question"):
        collection.save(sitting.finish(), GOOD)
    with pytest.raises(UsageError, match="no question"):
        collection.previews(sitting.finish())
    assert journal(collection) == ()


# previews


@pytest.mark.parametrize("rating", Rating)
@pytest.mark.parametrize("ticks", [(), (1,), (1, 2, 3)])
def test_what_a_button_shows_is_what_saving_does(
    collection: Collection, clock: Clock, rating: Rating, ticks: tuple[int, ...]
) -> None:
    collection.add(simple_deck(1, points=3))
    for known in (False, True):
        sitting = collection.begin(practise=known).reveal(None, clock.pass_by(minutes=1))
        card = asked(sitting).card_id
        for number in ticks:
            sitting = sitting.toggle(number, clock())
        sitting = sitting.weigh(clock())
        shown = collection.previews(sitting)
        before = journal(collection)
        collection.save(sitting, rating)
        assert len(before) + 1 == len(journal(collection))
        with collection.store.reading() as transaction:
            really = transaction.caches.schedules(collection.learner.id, card)
        assert really == {FORWARD: shown[rating]}
        clock.pass_by(days=6)


# undo


def test_undo_goes_back_to_the_beginning(
    collection: Collection, clock: Clock, campaign: Campaign
) -> None:
    """Answers, buried and suspended cards: taken back one by one, the state before each returns."""
    collection.add(simple_deck(4, points=2))
    chance, states = Random(3), [(state(collection), collection.queue())]
    for number in range(campaign(25, 400)):
        card = simple_deck(4).cards[chance.randrange(4)]
        if number % 6 == 5:
            (collection.bury if chance.random() < 0.5 else collection.suspend)(card.id)
        else:
            collection.record(a_review(collection, card, clock(), Rating(chance.randint(1, 4))))
        states.append((state(collection), collection.queue()))
        clock.pass_by(minutes=chance.choice((0, 0, 1, 1)))
    done = [event for event in journal(collection) if not isinstance(event, Undo)]
    for _, (memories, _) in zip(reversed(done), reversed(states[:-1]), strict=False):
        event = collection.undo()
        assert isinstance(event, Review | Hold)
        assert state(collection) == memories
    assert collection.undo() is None
    assert state(collection) == ({}, set())
    assert len(journal(collection)) == 2 * len(done)  # nothing was erased
    assert [item.card for item in collection.queue().items] == [
        item.card for item in states[0][1].items
    ]
    check(collection)


def test_within_a_sitting_undo_puts_the_card_back_on_the_table(
    collection: Collection, clock: Clock
) -> None:
    collection.add(simple_deck(3))
    sitting = collection.begin()
    first = on_the_table(sitting)
    sitting = finish(collection, sitting, AGAIN)
    assert on_the_table(sitting) != first
    sitting, event = collection.undo_in(sitting)
    assert isinstance(event, Review)
    assert on_the_table(sitting) == first
    assert sitting.answered == ()
    assert sitting.event != event.id  # it will be another answer
    sitting = finish(collection, sitting, GOOD)
    assert [one.rating for one in sitting.answered] == [GOOD]
    assert len(collection.queue()) == 2
    check(collection)


def test_undo_on_an_empty_journal_leaves_the_sitting_alone(collection: Collection) -> None:
    collection.add(simple_deck(1))
    sitting = collection.begin()
    assert collection.undo_in(sitting) == (sitting, None)


def test_a_card_asked_only_backwards_comes_back_from_the_shelf_backwards(
    collection: Collection,
) -> None:
    collection.add(a_deck(1, [a_card(1, 2, (BACKWARD,)), a_card(2)]))
    sitting = collection.begin()
    collection.bury(a_card(1).id)
    sitting, event = collection.undo_in(sitting)
    assert isinstance(event, Hold)
    assert on_the_table(sitting) == (a_card(1).id, BACKWARD)
    finish(collection, sitting, GOOD)
    check(collection)


# set aside


def test_a_buried_card_is_back_tomorrow_and_a_suspended_one_when_it_is_released(
    collection: Collection, clock: Clock
) -> None:
    collection.add(simple_deck(3))
    first, second, third = (card.id for card in simple_deck(3).cards)
    collection.bury(first)
    collection.suspend(second)
    assert [item.card for item in collection.queue().items] == [third]
    assert [item.card for item in collection.queue(practise=True).items] == [third]
    assert collection.report(collection.deck("1").cards)[1].held_until is not None
    clock.pass_by(days=1)
    assert [item.card for item in collection.queue().items] == [first, third]
    clock.pass_by(days=3000)
    assert second not in {item.card for item in collection.queue().items}
    assert collection.release([first, second, third]) == 1
    assert {item.card for item in collection.queue().items} == {first, second, third}
    assert collection.release([second]) == 0


# resuming


def test_a_sitting_resumes_where_it_was_after_the_program_ends(
    collection: Collection, open_collection: OpenCollection, clock: Clock, campaign: Campaign
) -> None:
    """At every card of a day: closed, opened again by another process, the same card is next."""
    for number in range(1, 4):
        collection.add(simple_deck(7, number))
    chance = Random(11)
    for day in range(campaign(3, 40)):
        sitting = collection.begin()
        while sitting.exercise is not None:
            again = open_collection()
            resumed = again.begin()
            assert on_the_table(resumed) == on_the_table(sitting)
            assert [item.card for item in resumed.queue.items] == [
                item.card for item in sitting.queue.items
            ]
            assert resumed.queue.returning == sitting.queue.returning
            again.close()
            clock.pass_by(minutes=chance.choice((0.2, 0.5, 3)))
            sitting = finish(collection, sitting, Rating(chance.choice((1, 2, 3, 3, 4))))
        check(collection)
        clock.pass_by(days=1 + day % 2)


# merging


def test_a_late_answer_is_folded_in_its_place(collection: Collection, clock: Clock) -> None:
    """The same answers, in order here and out of order there."""
    collection.add(simple_deck(1))
    card = simple_deck(1).cards[0]
    moments = [Instant(clock.at + days * DAY_MS) for days in (0, 2, 9, 9, 30)]
    reviews = [
        a_review(collection, card, at, rating)
        for at, rating in zip(moments, [GOOD, AGAIN, HARD, GOOD, EASY], strict=True)
    ]
    for review in reviews:
        collection.record(review)
    in_order = state(collection)
    while collection.undo():
        pass
    assert state(collection) == ({}, set())
    again = [replace(review, id=EventId(collection.make_id())) for review in reviews]
    for place in (3, 0, 4, 2, 1):
        assert collection.record(again[place])
        check(collection)
    assert state(collection)[0] == in_order[0]


def test_two_devices_that_exchange_their_answers_end_with_equal_memories(
    collection: Collection, open_collection: OpenCollection, tmp_path: Path, clock: Clock
) -> None:
    """One collection copied to a second device; both go on alone, then each gets the other's
    answers, in another order and some of them twice."""
    for number in range(1, 3):
        collection.add(simple_deck(5, number))
    finish(collection, collection.begin(), GOOD)
    collection.close()
    shutil.copytree(tmp_path / "home", tmp_path / "second")
    devices = [open_collection(), open_collection(tmp_path / "second")]
    assert devices[0].learner.id == devices[1].learner.id
    common = set(journal(devices[0]))
    chance = Random(5)
    for _ in range(4):
        for device in devices:
            clock.pass_by(minutes=chance.choice((0, 1, 700)))
            sitting = device.begin()
            for _ in range(3):
                if sitting.exercise is not None:
                    sitting = finish(device, sitting, Rating(chance.randint(1, 4)), [1])
            if chance.random() < 0.5:
                device.undo()
            if sitting.exercise is not None:
                device.bury(sitting.exercise.card.id)
    own = [[event for event in journal(device) if event not in common] for device in devices]
    for device, received in zip(devices, reversed(own), strict=True):
        assert {type(event) for event in received} == {Review, Hold, Undo}
        delivered = chance.sample(received, len(received)) + received[:3]
        new = [device.merge([event]) for event in delivered]  # an undo may come before its answer
        assert sum(new) == len(received)
        assert device.merge(received) == 0
    assert journal(devices[0]) == journal(devices[1])
    assert state(devices[0]) == state(devices[1])
    for device in devices:
        check(device)
    assert devices[0].queue().items == devices[1].queue().items


def test_an_answer_to_a_card_not_there_yet_counts_when_it_comes(
    collection: Collection, clock: Clock
) -> None:
    deck = simple_deck(1)
    assert collection.record(a_review(collection, deck.cards[0], clock()))
    check(collection)
    collection.add(deck)
    check(collection)
    report = collection.report(deck.cards)[0]
    assert report.reviews == 1
    assert report.mark == pytest.approx(1, abs=0.01)


def test_an_answer_of_another_learner_is_refused(collection: Collection) -> None:
    collection.add(simple_deck(1))
    review = a_review(collection, simple_deck(1).cards[0], collection.now())
    stranger = replace(review, learner=LearnerId(collection.make_id()))
    with pytest.raises(UsageError, match="another learner"):
        collection.record(stranger)
    assert journal(collection) == ()


# practise anyway


def test_practice_asks_everything_the_least_known_first(
    collection: Collection, clock: Clock
) -> None:
    collection.add(simple_deck(5))
    sitting = collection.begin()
    for rating in (EASY, GOOD, HARD, AGAIN):
        sitting = finish(collection, sitting, rating, [1, 2] if rating.passed else [])
    clock.pass_by(days=1)
    queue = collection.queue(practise=True)
    marks = {
        report.card.id: report.mark for report in collection.report(collection.deck("1").cards)
    }
    known = [marks[item.card] for item in queue.items[:4]]
    assert known == sorted(known, key=lambda mark: mark or 0)
    assert marks[queue.items[4].card] is None
    assert {item.kind for item in queue.items} == {Kind.PRACTICE}


def test_practice_asks_each_card_once(collection: Collection) -> None:
    collection.add(a_deck(1, [a_card(1, 2, (FORWARD, BACKWARD)), a_card(2)]))
    sitting = collection.begin(practise=True)
    seen = []
    while sitting.exercise is not None:
        seen.append(sitting.exercise.card_id)
        sitting = finish(collection, sitting, EASY)
    assert sorted(seen) == sorted({a_card(1).id, a_card(2).id})
    check(collection)


# ask and answer


def test_ask_and_answer(collection: Collection) -> None:
    collection.add(simple_deck(3, points=3))
    exercise = collection.ask()
    assert exercise is not None
    assert exercise.prompt == "prompt 100"
    second = collection.answer([1, 3])
    assert second is not None
    assert second.prompt == "prompt 101"
    third = collection.answer([1, 2, 3], text="all of it")
    assert third is not None
    collection.answer(rating=1)
    events = [event for event in journal(collection) if isinstance(event, Review)]
    assert [event.rating for event in events] == [HARD, GOOD, AGAIN]
    assert [outcome.rating for outcome in events[0].outcomes] == [HARD, AGAIN, HARD]
    assert events[1].answer == "all of it"
    assert [outcome.rating for outcome in events[2].outcomes] == [AGAIN, AGAIN, AGAIN]
    check(collection)


@pytest.mark.parametrize(
    ("said", "rating", "given", "outcome"),
    [
        (None, None, GOOD, GOOD),
        ([1], None, GOOD, GOOD),
        ([], None, AGAIN, AGAIN),
        (None, 4, EASY, EASY),
        (None, AGAIN, AGAIN, AGAIN),
        ([1], 2, HARD, HARD),
    ],
)
def test_answers_to_a_card_of_one_point(
    collection: Collection,
    said: list[int] | None,
    rating: int | None,
    given: Rating,
    outcome: Rating,
) -> None:
    collection.add(simple_deck(1, points=1))
    collection.ask()
    collection.answer(said, rating=rating)
    (event,) = journal(collection)
    assert isinstance(event, Review)
    assert event.rating is given
    assert [one.rating for one in event.outcomes] == [outcome]


def test_answering_what_was_not_asked_is_refused(collection: Collection) -> None:
    with pytest.raises(UsageError, match=r"ask\(\)"):
        collection.answer([1])
    collection.add(simple_deck(1))
    collection.ask()
    with pytest.raises(ValueError, match="5"):
        collection.answer(rating=5)
    assert collection.answer([1, 2], rating=4) is None
    with pytest.raises(UsageError, match=r"ask\(\)"):
        collection.answer([1])
    assert len(journal(collection)) == 1


def test_when_all_is_done_nothing_is_asked(collection: Collection, clock: Clock) -> None:
    assert collection.ask() is None
    collection.add(simple_deck(1))
    assert collection.ask("Deck 1") is not None
    collection.answer(rating=4)
    assert collection.ask() is None
    clock.pass_by(days=300)
    assert collection.ask() is not None


def test_the_first_words_of_like_statements_tell_them_apart(collection: Collection) -> None:
    texts = [
        "The first law says that energy is neither made nor lost",
        "The first measure of heat was how far a liquid rose in a glass",
        "Entropy never falls in a closed room",
    ]
    cards = [a_card(number, [text], prompt=None) for number, text in enumerate(texts, 1)]
    collection.add(a_deck(1, cards, title="Heat"))
    cues = []
    exercise = collection.ask()
    while exercise is not None:
        assert exercise.prompt == "Heat"
        cues.append(exercise.cue)
        exercise = collection.answer(rating=4)
    assert cues == ["The first law …", "The first measure …", "Entropy …"]


def test_what_is_asked_again_within_minutes(collection: Collection, clock: Clock) -> None:
    collection.add(simple_deck(1, points=1))
    sitting = finish(collection, collection.begin(), AGAIN)
    assert on_the_table(sitting) is not None  # nothing else is left: a little early
    assert sitting.item is not None
    assert sitting.item.kind is Kind.AGAIN
    assert sitting.item.due <= clock.at + 10 * MINUTE_MS
