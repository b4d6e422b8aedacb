"""The expected mark of a card, and the instant at which it falls below the target."""

from collections.abc import Mapping, Sequence
from math import exp, log

from learnt.clock import Instant, after_days, days_between
from learnt.deck import Point
from learnt.ids import PointId
from learnt.memory import MemoryModel, PointMemory, Probability

PRECISION_MS = 1000
LONGEST_DAYS = 1_000_000.0
"""Nothing waits longer, whatever a model says: a later date is none that a calendar has."""
_LEAST = 1e-12

Memories = Mapping[PointId, PointMemory]


def expected_mark(
    points: Sequence[Point], memories: Memories, model: MemoryModel, now: Instant
) -> Probability:
    """The weighted mean recall of the points at `now`; a point never asked counts as 0."""
    weight = sum(point.weight for point in points)
    known = sum(
        point.weight * memories[point.id].recall(model, now)
        for point in points
        if point.id in memories
    )
    return Probability(known / weight)


def falls_below(
    target: float, points: Sequence[Point], memories: Memories, model: MemoryModel, now: Instant
) -> Instant:
    """The instant from `now` on at which the expected mark falls to `target`, to the second.

    The mark only falls with time, so it lies between the first and the last point's own
    instant; a card whose mark is below the target already is due at `now`.
    """
    if len(points) == 1 and points[0].id in memories:
        return max(now, _falls_to(target, memories[points[0].id], model))
    if expected_mark(points, memories, model, now) <= target:
        return now
    ends = [
        _falls_to(target, memories[point.id], model) for point in points if point.id in memories
    ]
    early, late = max(now, min(ends)), max(ends)
    if len(ends) < len(points):  # a point never asked pulls the mark down from the start
        early = now
    return _crossing(target, points, memories, model, early, late)


def _falls_to(target: float, memory: PointMemory, model: MemoryModel) -> Instant:
    return after_days(memory.last, min(model.interval(memory.state, target), LONGEST_DAYS))


def _crossing(
    target: float,
    points: Sequence[Point],
    memories: Memories,
    model: MemoryModel,
    early: Instant,
    late: Instant,
) -> Instant:
    """False position (the Illinois rule), over the logarithm of time: recall is nearly a line."""
    known = [
        (point.weight, memories[point.id].state, memories[point.id].last)
        for point in points
        if point.id in memories
    ]
    wanted = target * sum(point.weight for point in points)

    def over(at: Instant) -> float:
        recalls = (
            weight * model.recall(state, days_between(last, at)) for weight, state, last in known
        )
        return sum(recalls) - wanted

    origin = max(last for _, _, last in known) - PRECISION_MS
    above, below = max(over(early), _LEAST), min(over(late), -_LEAST)
    kept = 0  # the end that stayed the last time: if it stays again, it counts half
    while late - early > PRECISION_MS:
        low, high = log(early - origin), log(late - origin)
        aim = origin + round(exp(low + (high - low) * above / (above - below)))
        room = min(PRECISION_MS, (late - early) // 2)
        middle = Instant(min(max(aim, early + room), late - room))
        value = over(middle)
        if value > 0:
            early, above, below = middle, value, below / 2 if kept > 0 else below
            kept = 1
        else:
            late, below, above = middle, value, above / 2 if kept < 0 else above
            kept = -1
    return late
