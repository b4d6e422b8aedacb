"""The memory that a card's reviews made, replayed.

A card's memory is that of its points taken together: its stability is the time from its last
answer until the expected mark falls to 0.9, its difficulty the mean of theirs. After each answer,
where whole days count, the stabilities are taken together as rates of forgetting: that is how fast
the mark falls at first.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from learnt.clock import DAY_MS, Instant, days_between
from learnt.ids import PointId
from learnt.journal import BriefReview, Rating
from learnt.memory import Fsrs6, MemoryModel
from learnt.memory.fsrs6 import DEFAULT_PARAMETERS, step

UNKNOWN = 1.0, 5.0
"""Stability and difficulty of what no answer has told of."""
_MARK = 0.9
_STEPS, _CLOSE = 30, 1e-6

Weights = Mapping[PointId, float]
State = tuple[float, float, Instant]
"""Stability and difficulty of a point, and the instant at which it was asked."""
States = dict[PointId, State]
"""Those of the points that were asked."""


class Course(NamedTuple):
    """Stability and difficulty of a card after each of its reviews, and its points at the end."""

    after: list[tuple[float, float]]
    states: States


def fsrs_of(model: MemoryModel) -> Fsrs6:
    """The FSRS that a learner's model has within, or FSRS as it comes."""
    if model.name in ("fsrs6", "blend"):
        return Fsrs6(model.parameters[: len(DEFAULT_PARAMETERS)])
    return Fsrs6()


def replayed(
    fsrs: Fsrs6, weights: Weights, begin: States, reviews: Iterable[BriefReview]
) -> Course:
    """The reviews of one direction, which are in order."""
    if len(weights) == 1:
        return _of_one(fsrs, next(iter(weights)), begin, reviews)
    return _of_several(fsrs, weights, begin, reviews)


def _of_one(fsrs: Fsrs6, point: PointId, begin: States, reviews: Iterable[BriefReview]) -> Course:
    after, state = [], begin.get(point)
    for _, at, _, _, _, points in reviews:
        rating = points.get(point)
        if rating is not None:
            state = _stepped(fsrs, state, rating, at)
        after.append(state[:2] if state else UNKNOWN)
    return Course(after, {point: state} if state else {})


def _of_several(
    fsrs: Fsrs6, weights: Weights, begin: States, reviews: Iterable[BriefReview]
) -> Course:
    after, states = [], begin.copy()
    for _, at, _, _, _, points in reviews:
        as_before = rated = now = None
        for point, rating in points.items():
            before = states.get(point)
            # points that were always rated alike share one state
            if now is None or before is not as_before or rating is not rated:
                as_before, rated = before, rating
                now = _stepped(fsrs, before, rating, at)
            states[point] = now
        after.append(_together(weights, states))
    return Course(after, states)


def _stepped(fsrs: Fsrs6, before: State | None, rating: Rating, at: Instant) -> State:
    if before is None:
        start = fsrs.start(rating)
        return start[0], start[1], at
    c, (s, d, last) = fsrs.constants, before
    t = (at - last) / DAY_MS // 1
    # `retrievability` written out, as in `Fsrs6.after`
    s, d = step(c, s, d, rating, t, (1.0 + c[0] * t / s) ** c[1] if t >= 1.0 else 1.0)
    return s, d, at


def _together(weights: Weights, states: States) -> tuple[float, float]:
    """Stability and difficulty of several points, or of those of them that were answered."""
    count, total, rate, difficulty = 0, 0.0, 0.0, 0.0
    for point, weight in weights.items():
        state = states.get(point)
        if state is not None:
            count += 1
            total += weight
            rate += weight / state[0]
            difficulty += state[1]
    return (total / rate, difficulty / count) if count else UNKNOWN


def stability_at(fsrs: Fsrs6, weights: Weights, states: States, last: Instant) -> float:
    """Days from `last` until the expected mark falls to 0.9; 0 where it is below.

    Newton's method: the mark is convex in time, and the rates of forgetting begin too early.
    """
    known = [(weight, *states[one]) for one, weight in weights.items() if one in states]
    if len(weights) == 1:
        return known[0][1] if known else 0.0
    goal = _MARK * sum(weights.values())
    factor, power = fsrs.constants[0], fsrs.constants[1]
    rates = [(weight, factor / found, days_between(at, last)) for weight, found, _, at in known]
    days = 0.0
    for _ in range(_STEPS):
        over = slope = 0.0
        for weight, rate, before in rates:
            base = 1.0 + rate * (before + days)
            recall = weight * base**power
            over += recall
            slope += recall * power * rate / base
        more = (goal - over) / slope if slope else 0.0
        if more <= _CLOSE * (days + 1):
            break
        days += more
    return days
