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
from learnt.journal import BriefReview
from learnt.memory import Fsrs6, MemoryModel, MemoryState
from learnt.memory.fsrs6 import DEFAULT_PARAMETERS

UNKNOWN = 1.0, 5.0
"""Stability and difficulty of what no answer has told of."""
_MARK = 0.9
_STEPS, _CLOSE = 30, 1e-6

Weights = Mapping[PointId, float]
States = dict[PointId, tuple[MemoryState, Instant]]
"""The memory of each point that was asked, at the instant at which it was."""


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
    after, step = [], fsrs.after
    state, last = begin.get(point, (None, Instant(0)))
    for _, at, _, _, _, points in reviews:
        rating = points.get(point)
        if rating is not None:
            state = step(state, rating, (at - last) / DAY_MS) if state else fsrs.start(rating)
            last = at
        after.append(state[:2] if state else UNKNOWN)
    return Course(after, {point: (state, last)} if state else {})


def _of_several(
    fsrs: Fsrs6, weights: Weights, begin: States, reviews: Iterable[BriefReview]
) -> Course:
    after, states = [], begin.copy()
    start, step = fsrs.start, fsrs.after
    for _, at, _, _, _, points in reviews:
        as_before = rated = now = None
        for point, rating in points.items():
            before = states.get(point)
            # points that were always rated alike share one state
            if now is None or before is not as_before or rating is not rated:
                as_before, rated = before, rating
                if before is None:
                    now = start(rating), at
                else:
                    now = step(before[0], rating, (at - before[1]) / DAY_MS), at
            states[point] = now
        after.append(_together(weights, states))
    return Course(after, states)


def _together(weights: Weights, states: States) -> tuple[float, float]:
    """Stability and difficulty of several points, or of those of them that were answered."""
    count, total, rate, difficulty = 0, 0.0, 0.0, 0.0
    for point, weight in weights.items():
        found = states.get(point)
        if found is not None:
            state = found[0]
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
        return known[0][1].stability if known else 0.0
    goal = _MARK * sum(weights.values())
    factor, power = fsrs.constants[0], fsrs.constants[1]
    rates = [
        (weight, factor / state.stability, days_between(at, last)) for weight, state, at in known
    ]
    days = 0.0
    for _ in range(_STEPS):
        over = slope = 0.0
        for weight, rate, before in rates:
            base = 1.0 + rate * (before + days)
            recall = weight * base**power
            over += recall
            slope += recall * power * rate / base
        step = (goal - over) / slope if slope else 0.0
        if step <= _CLOSE * (days + 1):
            break
        days += step
    return days
