"""Ticks by the scale."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from learnt.plots.timeline.axis import Axis, ticks, year_step


@pytest.mark.parametrize(
    ("start", "end", "scale", "labels"),
    [
        (1927.5, 1931.2, 70, ["1928", "1929", "1930", "1931"]),
        (1871.1, 1895.0, 40, [str(year) for year in range(1872, 1896, 2)]),
        (-120.0, 60.0, 2, ["100 BC", "50 BC", "50"]),
        (1934.0, 1934.6, 300, ["1934", "Apr", "Jul"]),
        (1934.0, 1934.2, 900, ["1934", "Feb", "Mar"]),
    ],
)
def test_round_years_and_months(start: float, end: float, scale: float, labels: list[str]) -> None:
    assert [one.label for one in ticks(Axis(start, end, scale))] == labels


@given(st.floats(-3000, 2000), st.floats(0.3, 4000), st.floats(500, 5000))
@example(6.5e-94, 2.0, 500.0)
def test_ticks_are_within_and_never_crowded(start: float, span: float, wide: float) -> None:
    axis = Axis(start, start + span, wide / span)
    found = [one.year for one in ticks(axis)]
    assert all(axis.start <= year <= axis.end for year in found)
    assert found == sorted(found)
    gaps = [axis.x(b) - axis.x(a) for a, b in pairwise(found)]
    assert all(gap >= 58 for gap in gaps), "a month of 28 days is a little narrower"


@given(st.floats(1e-6, 1e4))
def test_a_step_is_1_2_or_5_with_noughts(scale: float) -> None:
    step = str(year_step(scale))
    assert step[0] in "125"
    assert not step[1:].strip("0")
