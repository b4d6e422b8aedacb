"""A date as a stretch of years."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.facts.chronology import Extent, extent_of


@pytest.mark.parametrize(
    ("edtf", "extent"),
    [
        ("1934", Extent(1934, 1935)),
        ("1929/1932", Extent(1929, 1933, lasting=True)),
        ("193X", Extent(1930, 1940, lasting=True)),
        ("16XX", Extent(1600, 1700, lasting=True)),
        ("-0043", Extent(-43, -42)),
        ("1934~", Extent(1933, 1936, doubtful=True)),
        ("1934?", Extent(1934, 1935, doubtful=True)),
        ("1933/..", Extent(1933, 1934, after=True)),
        ("../1938", Extent(1938, 1939, before=True)),
    ],
)
def test_whole_years(edtf: str, extent: Extent) -> None:
    assert extent_of(edtf) == extent


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("1936-12-31", 1936.997, 1937.0),
        ("1934-01", 1934.0, 1934.085),
        ("1938-21", 1938.162, 1938.414),
        ("1939-24", 1939.917, 1940.167),
        ("1939-05/1939-09", 1939.329, 1939.748),
    ],
)
def test_parts_of_years(edtf: str, start: float, end: float) -> None:
    found = extent_of(edtf)
    assert found
    assert found.start == pytest.approx(start, abs=1e-3)
    assert found.end == pytest.approx(end, abs=1e-3)


@pytest.mark.parametrize("edtf", ["../..", "", "yesterday", "1934/yesterday"])
def test_what_has_no_known_end_is_not_drawn(edtf: str) -> None:
    assert extent_of(edtf) is None


@given(st.integers(-4000, 3000), st.integers(1, 12), st.integers(1, 28))
def test_a_day_lies_in_its_month_and_that_in_its_year(year: int, month: int, day: int) -> None:
    said = f"-{-year:04d}" if year < 0 else f"{year:04d}"
    whole, part, one = map(
        extent_of, (said, f"{said}-{month:02d}", f"{said}-{month:02d}-{day:02d}")
    )
    assert whole
    assert part
    assert one
    assert whole.start <= part.start <= one.start < one.end <= part.end <= whole.end
