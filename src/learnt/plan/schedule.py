"""When a card comes back, as a fold over its reviews."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from learnt.clock import MINUTE_MS, Instant, after_days, days_between
from learnt.deck import Direction, Point
from learnt.ids import CardId
from learnt.journal import Answered, Asked, Known, Rating, Review, outcomes_of, points_said
from learnt.memory import MemoryModel, PointMemory, step
from learnt.plan.fuzz import fuzz_days, unit
from learnt.plan.mark import LONGEST_DAYS, Memories, falls_below

AGAIN_MINUTES = 10
"""A card rated Again is asked once more after this, while the sitting lasts."""


class Schedule(NamedTuple):
    """A card asked in one direction: its reviews so far and when it is due.

    `difficulty` is the mean of its points', 1-10; `first` and `last` are instants of reviews.
    """

    card: CardId
    direction: Direction
    due: Instant
    first: Instant
    last: Instant
    rating: Rating
    reviews: int
    lapses: int
    difficulty: float


def schedule_after(
    before: Schedule | None,
    review: Review,
    points: Sequence[Point],
    memories: Memories,
    model: MemoryModel,
    desired_retention: float,
) -> Schedule:
    """The card's schedule after one more review; `memories` already hold its outcomes."""
    return reschedule(_counted(before, review), points, memories, model, desired_retention)


def schedule_of(
    reviews: Sequence[Review],
    points: Sequence[Point],
    memories: Memories,
    model: MemoryModel,
    desired_retention: float,
    known: Known | None = None,
) -> Schedule:
    """The schedule after all of a card's reviews in one direction, in order.

    `known` is what they begin with; where there is none, there is at least one review.
    """
    schedule = _begun(known) if known else _counted(None, reviews[0])
    for review in reviews if known else reviews[1:]:
        schedule = _counted(schedule, review)
    return reschedule(schedule, points, memories, model, desired_retention)


def _begun(known: Known) -> Schedule:
    """A schedule of what another program knew, but for its due date and difficulty."""
    return Schedule(
        card=known.card,
        direction=known.direction,
        due=known.at,
        first=known.at,
        last=known.at,
        rating=Rating.GOOD,
        reviews=known.reviews,
        lapses=known.lapses,
        difficulty=0.0,
    )


def schedule_of_history(
    asked: Asked, answers: Sequence[Answered], points: int, memory: PointMemory, days: float
) -> Schedule:
    """The same of answers that are no reviews yet, of which each was to the whole card.

    So all its points share a memory, which falls to the desired retention after `days`.
    """
    last, rating, _ = answers[-1]
    first, count = answers[0][0], len(answers)
    due = after_days(last, min(days, LONGEST_DAYS))
    due = _moved(asked, due, last, count, rating)
    difficulty = memory.state.difficulty
    if points > 2:  # the mean of one or two is that number to the last digit
        difficulty = sum([difficulty] * points) / points
    return Schedule(*asked, due, first, last, rating, count, memory.lapses, difficulty)


def _counted(before: Schedule | None, review: Review) -> Schedule:
    """All of a schedule but its due date and difficulty, which the memories decide."""
    return Schedule(
        card=review.card,
        direction=review.direction,
        due=review.at,
        first=before.first if before else review.at,
        last=review.at,
        rating=review.rating,
        reviews=before.reviews + 1 if before else 1,
        lapses=(before.lapses + (not review.rating.passed)) if before else 0,
        difficulty=0.0,
    )


def reschedule(
    schedule: Schedule,
    points: Sequence[Point],
    memories: Memories,
    model: MemoryModel,
    desired_retention: float,
) -> Schedule:
    """The same reviews, with the due date worked out anew (after an edit or a new target)."""
    due = falls_below(desired_retention, points, memories, model, schedule.last)
    known = [memories[point.id].state.difficulty for point in points if point.id in memories]
    last, count, rating = schedule.last, schedule.reviews, schedule.rating
    return schedule._replace(
        due=_moved((schedule.card, schedule.direction), due, last, count, rating),
        difficulty=sum(known) / len(known) if known else 0.0,
    )


def _moved(asked: Asked, due: Instant, last: Instant, reviews: int, rating: Rating) -> Instant:
    """A due date within its fuzz range, or sooner after an answer that was rated Again."""
    days = fuzz_days(days_between(last, due), unit(*asked, reviews))
    moved = after_days(last, days)
    if rating is Rating.AGAIN:
        moved = min(moved, Instant(last + AGAIN_MINUTES * MINUTE_MS))
    return moved


def previews(
    before: Schedule | None,
    review: Review,
    points: Sequence[Point],
    memories: Memories,
    model: MemoryModel,
    desired_retention: float,
    *,
    only_rated: bool = False,
) -> dict[Rating, Schedule]:
    """What each of the four ratings would lead to.

    `review` is the answer as it stands, `memories` are those before it. Points missed in it
    stay missed under every rating; `only_rated` says that none was ticked yet (see
    `points_said`).
    """
    passed = {outcome.point for outcome in review.outcomes if outcome.rating.passed}
    ticked = None if only_rated else passed
    result = {}
    for rating in Rating:
        outcomes = outcomes_of(points, points_said(points, ticked, rating), rating)
        after = dict(memories) | {
            outcome.point: step(model, memories.get(outcome.point), outcome.rating, review.at)
            for outcome in outcomes
        }
        rated = replace(review, rating=rating, outcomes=outcomes)
        result[rating] = schedule_after(before, rated, points, after, model, desired_retention)
    return result
