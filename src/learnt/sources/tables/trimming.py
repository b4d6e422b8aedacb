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
    """The rows without columns that only number them, where two others are left.

    What such a cell says besides a number is the row's `besides`. A row that was cut loses
    numbers at its ends only, as its columns cannot be told apart.
    """
    width = max((len(row.cells) for row in rows), default=0)
    if width < 3 or len(rows) < 3:
        return rows
    kept = [place for place in range(width) if not _numbers_rows(rows, place)]
    if len(kept) < 2 or len(kept) == width:
        return rows
    counters = [place for place in range(width) if place not in kept]
    return tuple(
        _without(row, counters, kept) if len(row.cells) == width else _cut(row, counters, len(kept))
        for row in rows
    )


def _without(row: Row, counters: Sequence[int], kept: Sequence[int]) -> Row:
    besides = tuple(cell for place in counters if not _is_count(cell := row.cells[place]))
    return replace(row, cells=tuple(row.cells[place] for place in kept), besides=besides)


def _cut(row: Row, counters: Sequence[int], least: int) -> Row:
    cells = row.cells
    if counters[0] == 0 and len(cells) > least and _is_count(cells[0]):
        cells = cells[1:]
    if counters[-1] and len(cells) > least and _is_count(cells[-1]):
        cells = cells[:-1]
    return replace(row, cells=cells)


def _is_count(cell: str) -> bool:
    return not any(map(str.isalnum, cell.strip("#"))) or cell.isdecimal()


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
