r"""Lines with separators → rows of cells, one row at a time, so that a bad line spoils no other.

    row    = cell (separator cell)*
    cell   = '"' text with '""' for a quote, line ends allowed '"' | text

A quote opens a cell only at its start, and counts only where a separator or the line's end
follows the closing one: `"Cogito" is whose?` is text. A quote that is not closed within
`REACH` lines is text as well, so a stray one cannot swallow the page.
"""

from collections.abc import Sequence
from dataclasses import dataclass

REACH = 100  # lines: the longest cell a quote may hold


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, without the space around them, and its first and last line number.

    `besides` are cells that were set apart from them although they say something.
    """

    cells: tuple[str, ...]
    first: int
    last: int
    quoted: bool = False
    besides: tuple[str, ...] = ()


def rows_of(raw: Sequence[str], separator: str, skip: frozenset[int] = frozenset()) -> list[Row]:
    """The rows of the lines `raw` (line 1 first), blank lines and those in `skip` left out."""
    rows: list[Row] = []
    index = 0
    while index < len(raw):
        line = raw[index]
        if line.strip() and index + 1 not in skip:
            if '"' in line:
                row = _row(raw, index, separator)
            else:
                cells = tuple(map(str.strip, line.split(separator)))
                row = Row(cells, index + 1, index + 1)
            rows.append(row)
            index = row.last
        else:
            index += 1
    return rows


def _row(raw: Sequence[str], index: int, separator: str) -> Row:
    cells: list[str] = []
    line, at, start = raw[index], 0, index
    any_quoted = False
    while True:
        begin = at
        while begin < len(line) and line[begin] == " ":
            begin += 1
        quoted = _quoted(raw, index, begin, separator) if line[begin : begin + 1] == '"' else None
        if quoted is not None:
            text, index, at = quoted
            line, any_quoted = raw[index], True
            cells.append(text)
            if at >= len(line):
                break
            at += len(separator)
            continue
        stop = line.find(separator, at)
        if stop < 0:
            cells.append(line[at:].strip())
            break
        cells.append(line[at:stop].strip())
        at = stop + len(separator)
    return Row(tuple(cells), start + 1, index + 1, any_quoted)


def _quoted(
    raw: Sequence[str], index: int, begin: int, separator: str
) -> tuple[str, int, int] | None:
    """The cell whose opening quote is at `begin`, and where it ends: line index and offset."""
    parts: list[str] = []
    line, at = raw[index], begin + 1
    for reached in range(index, min(len(raw), index + REACH)):
        line = raw[reached]
        at = at if reached == index else 0
        start = at
        while (stop := line.find('"', at)) >= 0:
            if line.startswith('""', stop):
                at = stop + 2
                continue
            after = stop + 1
            while (
                after < len(line) and line[after] == " " and not line.startswith(separator, after)
            ):
                after += 1
            if after < len(line) and not line.startswith(separator, after):
                return None
            parts.append(line[start:stop])
            return "\n".join(parts).replace('""', '"').strip(), reached, after
        parts.append(line[start:])
    return None
