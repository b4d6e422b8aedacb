"""A card's schedule is a fold of its reviews, and what a button promises is what happens."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.clock import DAY_MS, MINUTE_MS, Instant
from learnt.deck import Direction, Point
from learnt.ids import CardId, EventId, LearnerId, PointId, uuid7
from learnt.journal import Answered, Outcome, Rating, Review, outcomes_of
from learnt.memory import Fsrs6, fold
from learnt.plan import (
    Schedule,
    falls_below,
    previews,
    reschedule,
    schedule_after,
    schedule_of,
    schedule_of_history,
)
from learnt.plan.fuzz import fuzz_days, unit

START = 1_750_000_000_000
CARD = CardId(uuid7(START, 5))
MODEL = Fsrs6()
retentions = st.floats(0.7, 0.99)


@st.composite
def answered(draw: st.DrawFn) -> tuple[tuple[Point, ...], list[Review]]:
    """A card of one to five points and its answers over weeks, some within minutes."""
    points = tuple(
        Point(PointId(f"p{place}"), "text", weight=draw(st.sampled_from((1.0, 2.0, 0.5))))
        for place in range(draw(st.integers(1, 5)))
    )
    reviews, at = [], START
    for number in range(draw(st.integers(1, 8))):
        at += draw(st.sampled_from((MINUTE_MS, 30 * MINUTE_MS, DAY_MS, 9 * DAY_MS)))
        reviews.append(
            answer(
                points,
                number,
                at,
                draw(st.sampled_from(Rating)),
                draw(st.sets(st.sampled_from(points))),
            )
        )
    return points, reviews


def answer(
    points: tuple[Point, ...], number: int, at: int, rating: Rating, said: set[Point]
) -> Review:
    if len(points) == 1:
        said = set(points) if rating.passed else set()
    return Review(
        EventId(uuid7(at, number)),
        LearnerId("me"),
        CARD,
        Instant(at),
        rating,
        outcomes_of(points, {point.id for point in said}, rating),
    )


@given(answered(), retentions)
def test_step_by_step_is_the_same_as_all_at_once(
    card: tuple[tuple[Point, ...], list[Review]], retention: float
) -> None:
    points, reviews = card
    schedule: Schedule | None = None
    for count in range(1, len(reviews) + 1):
        memories = fold(MODEL, reviews[:count])
        schedule = schedule_after(schedule, reviews[count - 1], points, memories, MODEL, retention)
        assert schedule == schedule_of(reviews[:count], points, memories, MODEL, retention)
        assert schedule == reschedule(schedule, points, memories, MODEL, retention)
    assert schedule is not None
    assert (schedule.first, schedule.last) == (reviews[0].at, reviews[-1].at)
    assert schedule.reviews == len(reviews)
    assert schedule.lapses == sum(not review.rating.passed for review in reviews[1:])
    assert 1 <= schedule.difficulty <= 10


@given(answered(), retentions)
def test_a_history_is_the_same_as_reviews_in_which_all_points_fared_alike(
    card: tuple[tuple[Point, ...], list[Review]], retention: float
) -> None:
    points, reviews = card
    alike = [
        replace(one, outcomes=tuple(Outcome(point.id, one.rating) for point in points))
        for one in reviews
    ]
    answers = [Answered(one.at, one.rating, one.duration_ms) for one in reviews]
    memories = fold(MODEL, alike)
    memory = memories[points[0].id]
    days = MODEL.interval(memory.state, retention)
    asked = CARD, Direction.FORWARD
    assert schedule_of_history(asked, answers, len(points), memory, days) == schedule_of(
        alike, points, memories, MODEL, retention
    )


@given(answered(), retentions)
def test_the_due_date_is_where_the_mark_falls_below_moved_by_the_cards_own_fuzz(
    card: tuple[tuple[Point, ...], list[Review]], retention: float
) -> None:
    points, reviews = card
    memories = fold(MODEL, reviews)
    schedule = schedule_of(reviews, points, memories, MODEL, retention)
    last = reviews[-1].at
    plain = falls_below(retention, points, memories, MODEL, last)
    share = unit(CARD, Direction.FORWARD, len(reviews))
    fuzzy = last + fuzz_days((plain - last) / DAY_MS, share) * DAY_MS
    if schedule.rating is Rating.AGAIN:
        assert schedule.due == round(min(fuzzy, last + 10 * MINUTE_MS))
    else:
        assert abs(schedule.due - fuzzy) <= 1
    assert schedule.due >= last


@given(answered(), retentions)
def test_each_button_shows_what_would_really_happen(
    card: tuple[tuple[Point, ...], list[Review]], retention: float
) -> None:
    points, reviews = card
    *before, last = reviews
    known = fold(MODEL, before)
    schedule = schedule_of(before, points, known, MODEL, retention) if before else None
    shown = previews(schedule, last, points, known, MODEL, retention)
    assert list(shown) == list(Rating)
    missed = {outcome.point for outcome in last.outcomes if not outcome.rating.passed}
    said = {point for point in points if point.id not in missed}
    for rating in Rating:
        saved = replace(answer(points, 99, last.at, rating, said), id=last.id)
        everything = [*before, saved]
        really = schedule_of(everything, points, fold(MODEL, everything), MODEL, retention)
        assert shown[rating] == really


def test_better_ratings_of_a_card_come_back_later() -> None:
    point = (Point(PointId("p"), "text"),)
    review = answer(point, 1, START, Rating.GOOD, {point[0]})
    shown = previews(None, review, point, {}, MODEL, 0.9)
    dues = [shown[rating].due for rating in Rating]
    assert dues == sorted(set(dues))


@pytest.mark.parametrize("points", [1, 3])
def test_a_card_rated_again_comes_back_within_ten_minutes(points: int) -> None:
    card = tuple(Point(PointId(f"p{place}"), "text") for place in range(points))
    review = answer(card, 1, START, Rating.AGAIN, set())
    schedule = schedule_of([review], card, fold(MODEL, [review]), MODEL, 0.9)
    assert START <= schedule.due <= START + 10 * MINUTE_MS
