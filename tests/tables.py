"""The tables of a page of documentation, for the tests that hold it true."""

import re
from collections.abc import Callable

from tests.conftest import ROOT


def tables_of(page: str) -> Callable[[str], list[list[str]]]:
    """Finds the rows of the table under a row of headings, on a page of `docs`."""
    text = (ROOT / "docs" / page).read_text("utf-8")

    def table(heading: str) -> list[list[str]]:
        _, _, rest = text.partition(f"\n{heading}\n")
        rows = re.split(r"\n(?!\|)", rest, maxsplit=1)[0].splitlines()
        return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows[1:]]

    return table
