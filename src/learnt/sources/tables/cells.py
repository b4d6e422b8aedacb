r"""Points in a cell, both ways: one line a point.

    cell = point ("\n" point)*
    cell = ("- " line ("\n" "  " line)*)+      where a point has several lines or begins with a mark

The second form is what people type as well, so reading needs no sign of who wrote the cell.
"""

from collections.abc import Sequence

from learnt.sources.intake.residue import BREAK
from learnt.sources.line import Mark, parse_line
from learnt.sources.page import settle_lists

_AFTER_LETTER = frozenset(".)")  # what makes a mark of a letter; see `line`


def points_in_cell(cell: str) -> tuple[str, ...]:
    """The points of a cell: its items, or its lines."""
    rows = cell.split("\n")
    if all(map(_begins_with_a_word, rows)):
        return tuple(row.strip() for row in rows)  # nothing to look for
    rows = [row.rstrip() for row in cell.replace(BREAK, "\n").split("\n")]
    lines = list(settle_lists([parse_line(row, n, 0) for n, row in enumerate(rows)]))
    first = next((line for line in lines if line.text), None)
    if first is None:
        return ()
    if len(lines) == 1 and first.text[1:2].strip():
        return (first.text,)  # "-pril" is an ending, not a list of one
    if not first.marked or (len(lines) == 1 and first.mark is not Mark.SYMBOL):
        return tuple(line.body for line in lines if line.body)
    points: list[str] = []
    for row, line in zip(rows, lines, strict=True):
        if line.mark is first.mark and line.sign == first.sign and line.indent <= first.indent:
            points.append(line.body)
        elif points:
            points[-1] += "\n" + (row.removeprefix("  "))
    return tuple(point for one in points if (point := one.strip()))


def cell_of_points(points: Sequence[str]) -> str:
    """The cell that `points_in_cell` reads back as these points."""
    if not any(_needs_item(point) for point in points):
        return "\n".join(points)
    return "\n".join("- " + point.replace("\n", "\n  ") for point in points)


def _needs_item(point: str) -> bool:
    return "\n" in point or parse_line(point, 1, 0).marked or point != point.strip()


def _begins_with_a_word(row: str) -> bool:
    """Whether a row has no mark and no white space but spaces, as nearly all have."""
    return row[:1].isalpha() and row[1:2] not in _AFTER_LETTER and row.isprintable()
