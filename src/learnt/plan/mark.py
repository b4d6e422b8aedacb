"""The expected mark of a card, and the instant at which it falls below the target."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import exp, log

from learnt.clock import Instant, after_days, days_between
from learnt.deck import Point
from learnt.ids import PointId
from learnt.memory import MemoryModel, MemoryState, PointMemory, Probability

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
    instant, and is that of one point where all are remembered alike. A card whose mark is below
    the target already is due at `now`.
    """
    first = memories.get(points[0].id)
    if first is not None and all(
        (memory := memories.get(point.id)) is first or memory == first for point in points[1:]
    ):
        return max(now, _falls_to(target, first.last, first.state, model))
    if expected_mark(points, memories, model, now) <= target:
        return now
    known = _alike(points, memories)
    ends = [_falls_to(target, last, state, model) for last, state in known]
    early, late = max(now, min(ends)), max(ends)
    if any(point.id not in memories for point in points):  # it pulls the mark down from the start
        early = now
    return _crossing(target * sum(point.weight for point in points), known, model, early, late)


Known = Mapping[tuple[Instant, MemoryState], float]
"""The weight of all points that were last asked at one instant and are in one state."""


def _alike(points: Sequence[Point], memories: Memories) -> Known:
    """Points that were always said together have one memory, and are looked at once."""
    known: dict[tuple[Instant, MemoryState], float] = defaultdict(float)
    for point in points:
        memory = memories.get(point.id)
        if memory is not None:
            known[memory.last, memory.state] += point.weight
    return known


def _falls_to(target: float, last: Instant, state: MemoryState, model: MemoryModel) -> Instant:
    return after_days(last, min(model.interval(state, target), LONGEST_DAYS))


def _crossing(
    wanted: float, known: Known, model: MemoryModel, early: Instant, late: Instant
) -> Instant:
    """False position (the Illinois rule), over the logarithm of time: recall is nearly a line."""

    def over(at: Instant) -> float:
        recalls = (
            weight * model.recall(state, days_between(last, at))
            for (last, state), weight in known.items()
        )
        return sum(recalls) - wanted

    origin = max(last for last, _ in known) - PRECISION_MS
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
