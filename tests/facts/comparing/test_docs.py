"""docs/comparing.md tells the truth: its disagreements are found, and the others are not."""

from pathlib import Path

import pytest

from learnt.collection import compared
from tests.facts.made import read

PAGE = Path(__file__).parents[3] / "docs" / "comparing.md"
ROWS = [
    [cell.strip() for cell in line.strip("| \n").split("|")]
    for line in PAGE.read_text("utf-8").splitlines()
    if line.startswith("| ") and not line.startswith(("| ---", "| about", "| | "))
]
ABOUTS = ("date", "number", "actor", "outcome")
OTHERS = ("Osmosis", "Water moves through a membrane to where more is dissolved")


def test_all_rows_are_read() -> None:
    assert len(ROWS) == 13
    assert tuple(row[0] for row in ROWS[:4]) == ABOUTS


@pytest.mark.parametrize(("about", "one", "two"), ROWS)
def test_a_row_holds(about: str, one: str, two: str) -> None:
    found = compared(read(OTHERS, (None, one)), read((None, two))).conflicts
    assert [each.about.value for each in found] == ([about] if about in ABOUTS else [])
