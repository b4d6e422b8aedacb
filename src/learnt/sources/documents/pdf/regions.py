"""Regions: rows that are read one after the other between the same margins."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from learnt.sources.documents.pdf.rows import Piece, beside, piece_of

MARK = re.compile(r"[•◦▪▫●○■□‣⁃∙·➢\uf000-\uf0ff–—*-]\s|\(?\w{1,3}[.)]\s")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a region; `cells` are two where it is a row of a table."""

    cells: tuple[Piece, ...]

    @property
    def first(self) -> Piece:
        """Its first cell."""
        return self.cells[0]


@dataclass(frozen=True, slots=True)
class Region:
    """Rows that are read one after the other, between a left and a right margin."""

    rows: tuple[Row, ...]
    left: float
    right: float
    table: bool = False


def plain(pieces: Sequence[Piece], left: float, right: float) -> Region:
    """Rows from the top; pieces that stand side by side are one row."""
    rows: list[list[Piece]] = []
    for one in sorted(pieces, key=lambda piece: (piece.middle, piece.left)):
        if rows and beside(one, rows[-1][0]):
            rows[-1].append(one)
        else:
            rows.append([one])
    merged = [sorted(row, key=lambda piece: piece.left) for row in rows]
    return Region(tuple(Row(tuple(_with_marks(row))) for row in merged), left, right)


def _with_marks(row: list[Piece]) -> list[Piece]:
    """A row whose bullet or number stands apart from its text, put together."""
    if len(row) > 1 and len(row[0].text) <= 4 and MARK.match(row[0].text + " "):
        joined = piece_of((*row[0].words, *row[1].words))
        return [joined, *row[2:]]
    return row
