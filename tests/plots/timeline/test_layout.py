"""Rows in which nothing overlaps, at any scale; everything placed, the same each time."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from learnt.plots.timeline import By, Layout, Side, laid_out, lanes_of
from learnt.plots.timeline.axis import MARGIN, WIDTH
from learnt.plots.timeline.lanes import MOST, OTHERS
from learnt.plots.timeline.layout import room
from learnt.plots.timeline.moment import Moment
from tests.plots.moments import moment, moments


def overlaps(layout: Layout, larger: float) -> list[tuple[str, str]]:
    """Labels of neighbours in a row that meet, the scale so many times as large."""
    axis = replace(layout.axis, scale=layout.axis.scale * larger)
    rows: dict[int, list[tuple[float, float, str]]] = {}
    for one in layout.placed:
        needed = room(one.moment, one.label, axis, one.side)
        rows.setdefault(one.row, []).append((*needed, one.label))
    found = []
    for row in rows.values():
        row.sort()
        found += [(a[2], b[2]) for a, b in pairwise(row) if a[1] > b[0] + 1e-6]
    return found


@given(moments(), st.sampled_from(By), st.floats(1, 400))
def test_nothing_overlaps_at_any_scale(found: list[Moment], by: By, larger: float) -> None:
    layout = laid_out(lanes_of(found, by))
    assert overlaps(layout, 1) == []
    assert overlaps(layout, larger) == []


@given(moments(), st.sampled_from(By))
def test_everything_is_placed_once_and_within_the_picture(found: list[Moment], by: By) -> None:
    layout = laid_out(lanes_of(found, by))
    placed = [id(one.moment) for one in layout.placed]
    assert sorted(placed) == sorted(map(id, found))
    tops = [lane.top for lane in layout.lanes]
    assert tops == sorted(tops)
    for one in layout.placed:
        lane = layout.lanes[one.lane]
        assert lane.top < one.y < lane.top + lane.height <= layout.height + 1e-9
        start, end = (layout.axis.x(year) for year in _ends(one.moment))
        assert MARGIN <= start <= end <= WIDTH - MARGIN


@given(moments())
def test_it_is_the_same_each_time(found: list[Moment]) -> None:
    assert laid_out(lanes_of(found)) == laid_out(lanes_of(list(found)))


@given(moments())
def test_a_lane_is_the_actors_and_the_last_one_has_the_rest(found: list[Moment]) -> None:
    lanes = lanes_of(found)
    assert len(lanes) <= MOST + 1
    for lane in lanes:
        assert lane.moments
        if lane.name == OTHERS:
            assert lane is lanes[-1]
        else:
            assert all(lane.name in one.happening.actors for one in lane.moments)


def test_a_label_at_the_right_edge_stands_to_the_left() -> None:
    long = "Norway left the union with Sweden after ninety-one years"
    layout = laid_out(
        lanes_of([moment("1814", "The union", "Norway"), moment("1905", long, "Norway")])
    )
    assert [one.side for one in layout.placed] == [Side.RIGHT, Side.LEFT]


def test_a_label_stands_within_a_bar_that_is_long_enough() -> None:
    layout = laid_out(
        lanes_of(
            [
                moment("1814/1905", "The union", "Norway"),
                moment("1814/1816", "A short war that is told at length", "Norway"),
            ]
        )
    )
    assert {one.side for one in layout.placed if one.label == "The union"} == {Side.INSIDE}
    assert {one.side for one in layout.placed if one.label != "The union"} == {Side.RIGHT}


def _ends(one: Moment) -> tuple[float, float]:
    return one.happening.extent.start, one.happening.extent.end
