"""The expected mark of a card, and when it falls below the target."""

from hypothesis import assume, given
from hypothesis import strategies as st

from learnt.clock import DAY_MS, Instant
from learnt.deck import Point
from learnt.ids import PointId
from learnt.memory import Fsrs6, MemoryState, PointMemory
from learnt.plan import expected_mark, falls_below
from learnt.plan.mark import LONGEST_DAYS
from tests.memory.strategies import models, states, targets

NOW = Instant(1_760_000_000_000)
SECOND = 1000
Asked = tuple[tuple[Point, ...], dict[PointId, PointMemory]]


@st.composite
def cards(draw: st.DrawFn, *, all_known: bool = False) -> Asked:
    """Points of any weights, some never asked, the others last asked up to a year ago."""
    points, memories = [], {}
    for place in range(draw(st.integers(1, 6))):
        point = Point(PointId(f"point {place}"), "text", weight=draw(st.floats(0.01, 100)))
        points.append(point)
        if all_known or draw(st.integers(0, 4)):
            ago = draw(st.integers(0, 365 * DAY_MS))
            memories[point.id] = PointMemory(draw(states()), Instant(NOW - ago), 1, 0)
    return tuple(points), memories


@given(cards(), models(), targets)
def test_the_mark_crosses_the_target_at_that_second(
    card: Asked, model: Fsrs6, target: float
) -> None:
    points, memories = card
    due = falls_below(target, points, memories, model, NOW)
    before = expected_mark(points, memories, model, NOW)
    assert due >= NOW
    if before <= target:
        assert due == NOW
        return
    assume(before > target + 1e-9)
    if due - NOW < (LONGEST_DAYS - 366) * DAY_MS:  # later than that it is due all the same
        assert expected_mark(points, memories, model, Instant(due + SECOND)) <= target + 1e-12
    if due - SECOND >= NOW:
        assert expected_mark(points, memories, model, Instant(due - SECOND)) >= target - 1e-12


@given(st.lists(st.floats(0.01, 100), min_size=1, max_size=6), states(), models(), targets)
def test_points_remembered_alike_are_due_as_one_of_them(
    weights: list[float], state: MemoryState, model: Fsrs6, target: float
) -> None:
    memory = PointMemory(state, NOW, 1, 0)
    points = tuple(
        Point(PointId(f"point {place}"), "text", weight=weight)
        for place, weight in enumerate(weights)
    )
    memories = {point.id: memory for point in points}
    due = falls_below(target, points, memories, model, NOW)
    assert due == falls_below(target, points[:1], memories, model, NOW)


@given(cards(all_known=True), models(), targets, targets)
def test_a_higher_target_is_due_no_later(
    card: Asked, model: Fsrs6, one: float, other: float
) -> None:
    points, memories = card
    strict = falls_below(max(one, other), points, memories, model, NOW)
    lenient = falls_below(min(one, other), points, memories, model, NOW)
    assert strict <= lenient + SECOND


@given(cards(), models(), st.integers(0, 400 * DAY_MS))
def test_the_mark_is_a_weighted_mean_that_only_falls(card: Asked, model: Fsrs6, wait: int) -> None:
    points, memories = card
    recalls = [
        float(memories[point.id].recall(model, NOW)) if point.id in memories else 0.0
        for point in points
    ]
    mark = expected_mark(points, memories, model, NOW)
    assert min(recalls) - 1e-12 <= mark <= max(recalls) + 1e-12
    assert expected_mark(points, memories, model, Instant(NOW + wait)) <= mark + 1e-12


def test_a_point_never_asked_counts_as_nothing() -> None:
    """Of a card whose points weigh 1 and 3 the light one is fresh in memory: a quarter is known."""
    known, unknown = Point(PointId("a"), "a", weight=1), Point(PointId("b"), "b", weight=3)
    memories = {known.id: PointMemory(MemoryState(10, 5), NOW, 1, 0)}
    assert expected_mark((known, unknown), memories, Fsrs6(), NOW) == 0.25
    assert expected_mark((unknown,), memories, Fsrs6(), NOW) == 0.0
    assert falls_below(0.9, (known, unknown), memories, Fsrs6(), NOW) == NOW
    assert falls_below(0.9, (unknown,), memories, Fsrs6(), NOW) == NOW


def test_a_heavy_point_decides() -> None:
    """Where one point is nearly all of the weight, the card is due when that point is."""
    heavy, light = Point(PointId("a"), "a", weight=1e9), Point(PointId("b"), "b", weight=1)
    memories = {
        heavy.id: PointMemory(MemoryState(12, 5), NOW, 3, 0),
        light.id: PointMemory(MemoryState(0.5, 5), NOW, 3, 0),
    }
    due = falls_below(0.9, (heavy, light), memories, Fsrs6(), NOW)
    assert abs(due - (NOW + 12 * DAY_MS)) < 2 * SECOND
