"""A sitting as a state machine: what leads where, and that nothing else leads anywhere."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from learnt.clock import Instant
from learnt.deck import Card, Deck, Direction, Point
from learnt.facts import Span
from learnt.ids import CardId, DeckId, EventId, LearnerId, PointId
from learnt.journal import (
    Rating,
    Review,
    VerdictKind,
    answer_time,
    outcomes_of,
    proposed_rating,
)
from learnt.marking import Verdict
from learnt.plan import Item, Kind, Queue
from learnt.practice import Phase, Sitting, exercise
from tests.plan.day import END, START, schedule

AGAIN, HARD, GOOD, EASY = Rating
COVERED, MISSING, CONFLICT, UNSURE = VerdictKind
ME = LearnerId("me")
DECK = Deck(DeckId("d"), "Rivers")


def card(number: int, points: int) -> Card:
    texts = (f"point {place} of {number}" for place in range(1, points + 1))
    made = tuple(Point(PointId(f"{number}.{place}"), text) for place, text in enumerate(texts, 1))
    return Card(CardId(f"card {number}"), f"prompt {number}", made)


def item(number: int) -> Item:
    return Item(CardId(f"card {number}"), Direction.FORWARD, Kind.NEW, float(number), START)


def sitting(points: Sequence[int]) -> Sitting:
    """A sitting of cards with so many points each, the first of them on the table."""
    queue = Queue(tuple(item(number) for number in range(len(points))))
    asked = exercise(DECK, card(0, points[0]), Direction.FORWARD)
    return Sitting(queue).ask(item(0), asked, EventId("event 0"), START)


def later(seconds: int) -> Instant:
    return Instant(START + seconds * 1000)


def test_a_card_of_several_points_is_ticked_before_it_is_rated() -> None:
    asked = sitting([3])
    assert asked.phase is Phase.ASKING
    shown = asked.reveal("  what I think ", later(20))
    assert (shown.phase, shown.answer) == (Phase.TICKING, "what I think")
    ticked = shown.toggle(1, later(22)).toggle(3, later(23))
    assert ticked.ticked == {"0.1", "0.3"}
    rated = ticked.weigh(later(25))
    assert (rated.phase, rated.proposed) == (Phase.RATING, HARD)
    review = rated.review(ME, HARD, later(30))
    assert [outcome.rating for outcome in review.outcomes] == [HARD, AGAIN, HARD]
    assert (review.id, review.card, review.at) == ("event 0", "card 0", later(30))
    assert (review.answer, review.duration_ms, review.exercise) == (
        "what I think",
        30_000,
        "recall",
    )


def test_a_single_point_is_rated_at_once() -> None:
    shown = sitting([1]).reveal(None, later(4))
    assert (shown.phase, shown.proposed, shown.answer) == (Phase.RATING, GOOD, None)
    for rating in Rating:
        outcomes = shown.review(ME, rating, later(5)).outcomes
        assert [outcome.rating for outcome in outcomes] == [rating]
    assert shown.back(later(6)).phase is Phase.RATING


def test_from_the_rating_back_to_the_ticks() -> None:
    rating = sitting([2]).reveal("", later(1)).toggle(2, later(2)).weigh(later(3))
    back = rating.back(later(4))
    assert back.phase is Phase.TICKING
    assert back.ticked == {"0.2"}
    assert back.answer is None
    assert back.toggle(2, later(5)).weigh(later(6)).proposed is AGAIN


def test_all_points_at_once() -> None:
    shown = sitting([3]).reveal(None, later(1)).toggle(2, later(2))
    all_of_them = shown.toggle_all(later(3))
    assert all_of_them.ticked == {"0.1", "0.2", "0.3"}
    assert all_of_them.weigh(later(4)).proposed is GOOD
    assert all_of_them.toggle_all(later(4)).ticked == frozenset()


@pytest.mark.parametrize("number", [-1, 0, 4, 10])
def test_a_number_that_no_point_has_changes_nothing(number: int) -> None:
    shown = sitting([3]).reveal(None, later(1))
    assert shown.toggle(number, later(2)) == shown


def test_an_hour_away_from_the_desk_is_no_time_spent_on_the_answer() -> None:
    shown = sitting([2]).reveal(None, later(10)).toggle(1, later(3700)).weigh(later(3705))
    assert shown.review(ME, HARD, later(3707)).duration_ms == 17_000


def test_a_saved_answer_leaves_the_table_and_is_told_at_the_end() -> None:
    asked = sitting([2, 1])
    rated = asked.reveal(None, later(1)).toggle(1, later(2)).weigh(later(3))
    review = rated.review(ME, HARD, later(4))
    after = rated.saved(review, schedule(review.card, END), END)
    assert after.phase is Phase.FINISHED
    assert (after.exercise, after.item, after.event) == (None, None, None)
    assert [one.card for one in after.queue.items] == ["card 1"]
    assert after.answered[0].missed == ("point 2 of 0",)
    assert (after.answered[0].label, after.answered[0].rating) == ("prompt 0", HARD)


def test_a_card_that_is_due_again_today_waits_among_the_returning() -> None:
    rated = sitting([1, 1]).reveal(None, later(1))
    review = rated.review(ME, AGAIN, later(2))
    after = rated.saved(review, schedule(review.card, later(600)), END)
    assert [one.card for one in after.queue.returning] == ["card 0"]
    assert [one.card for one in after.queue.items] == ["card 1"]


def test_the_answers_id_is_fixed_when_the_card_is_asked() -> None:
    """However often the same answer is sent, by whatever way, it is one event."""
    asked = sitting([2])
    one = asked.reveal("this", later(1)).weigh(later(2)).review(ME, AGAIN, later(3))
    other = asked.reveal("that", later(9)).toggle_all(later(9)).weigh(later(9))
    assert one.id == other.review(ME, EASY, later(9)).id == "event 0"


def test_a_dropped_card_leaves_queue_and_table() -> None:
    after = sitting([2, 1]).dropped(CardId("card 0"))
    assert after.phase is Phase.FINISHED
    assert [one.card for one in after.queue.items] == ["card 1"]
    assert after.answered == ()


def test_an_answer_taken_back_is_not_told_at_the_end() -> None:
    rated = sitting([1, 1]).reveal(None, later(1))
    review = rated.review(ME, GOOD, later(2))
    after = rated.saved(review, schedule(review.card, END), END)
    assert after.taken_back(review.id, rated.queue).answered == ()
    assert len(after.taken_back(EventId("another"), rated.queue).answered) == 1
    assert after.taken_back(review.id, rated.queue).queue == rated.queue


def _all_missing(one: Sitting) -> list[Verdict]:
    points = one.exercise.points if one.exercise else ()
    return [verdict(point.id, MISSING) for point in points]


def verdict(point: str, kind: VerdictKind, *spans: tuple[int, int]) -> Verdict:
    return Verdict(PointId(point), kind, 0.5, tuple(Span(*one) for one in spans), "because")


def test_marks_tick_what_is_covered_and_leave_the_unsure_open() -> None:
    shown = sitting([4]).reveal("it rose and so on", later(1))
    kinds = (COVERED, MISSING, CONFLICT, UNSURE)
    marked = shown.marked([verdict(f"0.{n}", kind) for n, kind in enumerate(kinds, 1)])
    assert (marked.phase, marked.open) == (Phase.TICKING, (4,))
    assert marked.ticked == {"0.1"}
    assert marked.proposed is AGAIN
    yes, no = (marked.settle(4, later(2), said=said) for said in (True, False))
    assert yes.ticked == {"0.1", "0.4"}
    assert no.ticked == {"0.1"}
    assert (yes.open, yes.proposed) == (no.open, HARD) == ((), HARD)
    assert no.proposed is AGAIN
    assert marked.toggle(4, later(2)).ticked == yes.ticked
    assert marked.toggle(4, later(2)).open == marked.toggle_all(later(2)).open == ()
    assert marked.tick_only([2], later(2)).ticked == {"0.2"}
    assert marked.tick_only([2], later(2)).open == ()
    assert marked.marks
    assert marked.marks.told() == "1 of 4 points said, 1 differs, 1 unsure"


@pytest.mark.parametrize(
    ("kind", "proposed", "told"),
    [
        (COVERED, GOOD, "Said"),
        (MISSING, AGAIN, "Not found in your answer"),
        (CONFLICT, AGAIN, "It differs from the card"),
        (UNSURE, AGAIN, "Not sure: is it there?"),
    ],
)
def test_a_single_point_that_was_marked(kind: VerdictKind, proposed: Rating, told: str) -> None:
    marked = sitting([1]).reveal("steam", later(1)).marked([verdict("0.1", kind)])
    assert (marked.phase, marked.proposed) == (Phase.RATING, proposed)
    assert marked.open == ((1,) if kind is UNSURE else ())
    assert marked.marks
    assert marked.marks.told() == told
    assert marked.settle(1, later(2), said=True).proposed is GOOD
    assert marked.settle(1, later(2), said=False).proposed is AGAIN
    outcome = marked.review(ME, GOOD, later(3)).outcomes[0]
    assert (outcome.rating, outcome.proposed) == (GOOD, kind)


def test_marks_leave_the_table_with_their_card() -> None:
    marked = sitting([1]).reveal("steam", later(1)).marked([verdict("0.1", COVERED)])
    again = marked.ask(item(1), exercise(DECK, card(1, 1), Direction.FORWARD), EventId("e"), START)
    assert (again.marks, again.ticked) == (None, frozenset())


REVIEW: Review = sitting([1]).reveal(None, START).review(ME, GOOD, START)
STEPS: dict[str, tuple[Callable[[Sitting], Any], set[Phase]]] = {
    "reveal": (lambda one: one.reveal("x", START), {Phase.ASKING}),
    "toggle": (lambda one: one.toggle(1, START), {Phase.TICKING}),
    "toggle_all": (lambda one: one.toggle_all(START), {Phase.TICKING}),
    "tick_only": (lambda one: one.tick_only([1], START), {Phase.TICKING}),
    "marked": (lambda one: one.marked(_all_missing(one)), {Phase.TICKING, Phase.RATING}),
    "settle": (lambda one: one.settle(1, START, said=True), {Phase.TICKING, Phase.RATING}),
    "weigh": (lambda one: one.weigh(START), {Phase.TICKING}),
    "back": (lambda one: one.back(START), {Phase.RATING}),
    "review": (lambda one: one.review(ME, GOOD, START), {Phase.RATING}),
    "saved": (lambda one: one.saved(REVIEW, schedule(REVIEW.card, END), END), {Phase.RATING}),
    "proposed": (lambda one: one.proposed, {Phase.ASKING, Phase.TICKING, Phase.RATING}),
}
"""Every step, and where it is legal."""


class Course(RuleBasedStateMachine):
    """Any legal course of a sitting beside a plain account of what it should come to."""

    def __init__(self) -> None:
        super().__init__()
        self.now = START
        self.said: set[str] = set()
        self.asked_about: set[int] = set()
        self.moments: list[Instant] = []
        self.typed: str | None = None
        self.saved: list[tuple[str, Rating]] = []
        self.asked = 0

    @initialize(points=st.lists(st.integers(1, 4), min_size=1, max_size=5))
    def begin(self, points: list[int]) -> None:
        self.points = points
        self.sitting = Sitting(Queue(tuple(item(number) for number in range(len(points)))))

    def tick(self) -> Instant:
        self.now = Instant(self.now + 1_500)
        self.moments.append(self.now)
        return self.now

    @precondition(lambda self: self.sitting.phase is Phase.FINISHED)
    @rule()
    def ask(self) -> None:
        found = self.sitting.queue.next(self.now)
        if found is None:
            return
        number = int(found.card.split()[1])
        self.asked += 1
        self.said, self.moments, self.typed, self.asked_about = set(), [], None, set()
        asked = exercise(DECK, card(number, self.points[number]), Direction.FORWARD)
        event = EventId(f"event {self.asked}")
        self.sitting = self.sitting.ask(found, asked, event, self.tick())
        assert self.sitting.phase is Phase.ASKING

    @precondition(lambda self: self.sitting.phase is Phase.ASKING)
    @rule(typed=st.sampled_from((None, "", "  ", "words ")))
    def reveal(self, typed: str | None) -> None:
        self.typed = (typed or "").strip() or None
        self.sitting = self.sitting.reveal(typed, self.tick())
        several = len(self.on_the_table().points) > 1
        assert self.sitting.phase is (Phase.TICKING if several else Phase.RATING)

    @precondition(lambda self: self.can_be_marked())
    @rule(kinds=st.lists(st.sampled_from(VerdictKind), min_size=4, max_size=4))
    def mark(self, kinds: list[VerdictKind]) -> None:
        """What marking proposes begins the ticks, whatever was ticked before; it rates nothing."""
        pairs = list(zip(self.on_the_table().points, kinds, strict=False))
        before = self.sitting.phase
        self.sitting = self.sitting.marked([verdict(point.id, kind) for point, kind in pairs])
        self.said = {point.id for point, kind in pairs if kind is COVERED}
        self.asked_about = {n for n, (_, kind) in enumerate(pairs, 1) if kind is UNSURE}
        assert self.sitting.phase is before

    @precondition(lambda self: self.can_be_marked())
    @rule(number=st.integers(1, 4), said=st.booleans())
    def settle(self, number: int, said: bool) -> None:
        points = self.on_the_table().points
        if number <= len(points):
            self.sitting = self.sitting.settle(number, self.tick(), said=said)
            point = {points[number - 1].id}
            self.said = self.said | point if said else self.said - point
            self.asked_about.discard(number)

    def can_be_marked(self) -> bool:
        return self.sitting.phase in {Phase.TICKING, Phase.RATING} and self.typed is not None

    @precondition(lambda self: self.sitting.phase is Phase.TICKING)
    @rule(number=st.integers(1, 4))
    def toggle(self, number: int) -> None:
        points = self.on_the_table().points
        if number <= len(points):
            self.said ^= {points[number - 1].id}
            self.sitting = self.sitting.toggle(number, self.tick())
            self.asked_about.discard(number)

    @precondition(lambda self: self.sitting.phase is Phase.TICKING)
    @rule()
    def toggle_all(self) -> None:
        everything = {point.id for point in self.on_the_table().points}
        self.said = set() if self.said == everything else set(everything)
        self.sitting = self.sitting.toggle_all(self.tick())
        self.asked_about = set()

    @precondition(lambda self: self.sitting.phase is Phase.TICKING)
    @rule()
    def weigh(self) -> None:
        self.sitting = self.sitting.weigh(self.tick())
        assert self.sitting.phase is Phase.RATING

    @precondition(lambda self: self.sitting.phase is Phase.RATING)
    @rule()
    def back(self) -> None:
        self.sitting = self.sitting.back(self.tick())

    @precondition(lambda self: self.sitting.phase is Phase.RATING)
    @rule(rating=st.sampled_from(Rating), minutes=st.sampled_from((1, 60 * 48)))
    def save(self, rating: Rating, minutes: int) -> None:
        table = self.on_the_table()
        review = self.sitting.review(ME, rating, self.tick())
        said = {PointId(point) for point in self.said}
        if len(table.points) == 1:
            said = {point.id for point in table.points if rating.passed}
        bare = tuple(replace(one, proposed=None, wording=None) for one in review.outcomes)
        assert bare == outcomes_of(table.points, said, rating)
        marks = self.sitting.marks
        shown = [one.kind for one in marks.verdicts] if marks else [None] * len(table.points)
        assert [one.proposed for one in review.outcomes] == shown
        assert review.answer == self.typed
        assert review.duration_ms == answer_time(self.moments)
        due = Instant(self.now + minutes * 60_000)
        self.sitting = self.sitting.saved(review, schedule(review.card, due), END)
        self.saved.append((review.id, rating))
        assert self.sitting.phase is Phase.FINISHED

    @precondition(lambda self: self.sitting.exercise is not None)
    @rule()
    def drop(self) -> None:
        gone = self.on_the_table().card.id
        self.sitting = self.sitting.dropped(gone)
        assert gone not in {one.card for one in self.sitting.queue.items}

    def on_the_table(self) -> Any:
        assert self.sitting.exercise is not None
        return self.sitting.exercise

    @invariant()
    def no_step_is_taken_out_of_place(self) -> None:
        if not hasattr(self, "sitting"):
            return
        for name, (step, legal) in STEPS.items():
            if self.sitting.phase not in legal:
                with pytest.raises(ValueError, match=r"step|table"):
                    step(self.sitting)
            elif name != "saved":
                step(self.sitting)

    @invariant()
    def the_account_agrees(self) -> None:
        if not hasattr(self, "sitting"):
            return
        one = self.sitting
        assert [(answer.review, answer.rating) for answer in one.answered] == self.saved
        if one.exercise is None:
            assert (one.phase, one.item, one.event) == (Phase.FINISHED, None, None)
            return
        assert one.event == f"event {self.asked}"
        assert one.ticked == self.said
        points = one.exercise.points
        single = len(points) == 1
        assert set(one.open) == self.asked_about
        unmarked = single and one.marks is None
        assert one.proposed is (GOOD if unmarked else proposed_rating(points, one.ticked))


TestCourse = Course.TestCase
