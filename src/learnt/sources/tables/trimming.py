"""Rows looked at before they are read as cards: what is no column, and what is no table."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from learnt.sources.site.words import SIDES
from learnt.sources.tables.rows import Row


def names_sides(rows: tuple[Row, ...]) -> bool:
    """Whether the first column says which side the second is: "Front", "Back", "Front" …."""
    words = {word for pair in SIDES for word in pair}
    return (
        sum(row.cells[0].lower().rstrip(":") in words for row in rows[1:]) > 0.8 * len(rows[1:]) > 1
    )


def is_indented(raw: Sequence[str]) -> bool:
    """Whether tabs stand before the lines, as in lists that an editor has indented."""
    tabbed = [line for line in raw if "\t" in line]
    return sum(line.startswith("\t") for line in tabbed) > 0.3 * len(tabbed)


def without_empty_columns(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows without columns that are empty in all of them: two tabs may stand for one."""
    width = max((len(row.cells) for row in rows), default=0)
    used = sorted({place for row in rows for place, cell in enumerate(row.cells) if cell})
    if len(used) < 2 or len(used) == width:
        return rows
    return tuple(
        replace(row, cells=tuple(row.cells[place] for place in used if place < len(row.cells)))
        for row in rows
    )


def without_counters(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows without columns that only number them, where two others are left."""
    width = max((len(row.cells) for row in rows), default=0)
    if width < 3 or len(rows) < 3:
        return rows
    kept = [place for place in range(width) if not _numbers_rows(rows, place)]
    if len(kept) < 2 or len(kept) == width:
        return rows
    return tuple(
        replace(row, cells=tuple(row.cells[place] for place in kept if place < len(row.cells)))
        for row in rows
    )


def _numbers_rows(rows: tuple[Row, ...], place: int) -> bool:
    """Whether a column goes up by about one from row to row, or holds "#"."""
    cells = [row.cells[place] for row in rows if place < len(row.cells)]
    numbers = [int(cell) for cell in cells if cell.isdecimal() and len(cell) < 12]
    if len(numbers) < max(3, len(cells) - 1) or len(cells) < len(rows) - 1:
        return False
    steps = [after - before for before, after in pairwise(numbers)]
    return sum(0 <= step <= 3 for step in steps) >= 0.9 * len(steps) and any(steps)


def is_short_pair(row: Row) -> bool:
    """Two sides of a few words, as in "le chien, dog": no prose, where every line is one."""
    return len(row.cells) == 2 and all(
        0 < len(cell.split()) <= 4 and not cell.endswith((".", "?", "!", ";")) for cell in row.cells
    )
