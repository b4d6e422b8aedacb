"""Paragraphs and tables of a document → lines, written as those of the clipboard are."""

from collections.abc import Iterable

from learnt.deck.showing import Place
from learnt.sources.intake.clip.grid import Grid
from learnt.sources.intake.clip.lines import Lines

_DEEPEST_TABLE = 6
_DEEPEST_ITEM = 20


class Sheet:
    """What was written so far, and the tables that are open."""

    def __init__(self) -> None:
        self._lines = Lines()
        self._around: list[Lines] = []
        self._grids: list[Grid | None] = []

    def say(self, text: str, *, bold: bool = False, place: Place = Place.LEVEL) -> None:
        """Add text to the paragraph."""
        self._lines.say(text, bold=bold, place=place, kept=False)

    def row(self, cells: Iterable[str]) -> None:
        """Add a row of cells, apart by tabs."""
        text = "\t".join(" ".join(cell.split()) for cell in cells)
        self._lines.say(text, bold=False, place=Place.LEVEL, kept=True)

    def end_line(self) -> None:
        """End a line within the paragraph."""
        self._lines.end()

    def begin(self, mark: str = "", level: int = 0) -> None:
        """Begin a paragraph, with what stands before its text."""
        self._lines.end(blank=mark.startswith("#"))
        self._lines.prefix = "  " * min(max(level, 0), _DEEPEST_ITEM) + mark
        self._lines.indent = ""

    def end(self, *, blank: bool = False) -> None:
        """End the paragraph; `blank` asks for a blank line before the next."""
        self._lines.end(blank=blank)
        self._lines.prefix = self._lines.indent = ""

    def open_table(self) -> None:
        """Begin a table; one that is deep inside others is read as lines."""
        if self._grids and self._grids[-1]:
            self._grids[-1].nested = True
        self.end()
        self._grids.append(Grid() if len(self._grids) < _DEEPEST_TABLE else None)

    def open_row(self) -> None:
        """Begin a row."""
        if self._grids and (grid := self._grids[-1]):
            grid.rows.append([])

    def head_row(self) -> None:
        """Say that the first row names the columns."""
        if self._grids and (grid := self._grids[-1]):
            grid.headed = grid.headed or len(grid.rows) == 1

    def open_cell(self) -> None:
        """Begin a cell."""
        if self._grids and self._grids[-1]:
            self._around.append(self._lines)
            self._lines = Lines()

    def close_cell(self) -> None:
        """End a cell."""
        if self._grids and (grid := self._grids[-1]) and self._around:
            cell, self._lines = self._lines.text(), self._around.pop()
            if not grid.rows:
                grid.rows.append([])
            grid.rows[-1].append(cell)

    def close_table(self) -> None:
        """End a table, and write it."""
        if self._grids and (grid := self._grids.pop()):
            grid.into(self._lines)
            self.end(blank=True)

    def text(self) -> str:
        """All of it."""
        while self._grids:
            self.close_table()
        return self._lines.text()
