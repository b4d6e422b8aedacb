"""Points in a cell, there and back."""

from hypothesis import given
from hypothesis import strategies as st

from learnt.sources.tables.cells import cell_of_points, points_in_cell
from tests.strategies import texts


@given(st.lists(texts(), min_size=1, max_size=5))
def test_what_is_written_is_read_back(points: list[str]) -> None:
    cell = cell_of_points(points)
    assert points_in_cell(cell) == tuple(points)


def test_what_people_write() -> None:
    assert points_in_cell("") == ()
    assert points_in_cell("one\n\ntwo") == ("one", "two")
    assert points_in_cell("• one\n• two") == ("one", "two")
    assert points_in_cell("- one") == ("one",)
    assert points_in_cell("-5 °C") == ("-5 °C",)
    assert points_in_cell("1. one\n2. two") == ("one", "two")
    assert points_in_cell("12. Juni") == ("12. Juni",)
