"""Pieces of a page → regions in the order of reading, each of which has its own margins.

Where an upright strip of white parts the page, and hardly a row crosses it, there are two columns
(or more: each is looked at again), read one after the other between the rows that cross. Two
columns whose rows belong together, a term and what is said of it, are a table.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from learnt.sources.documents.pdf.rows import Piece, beside, piece_of

_FEWEST = 3  # rows of a column
_CROSSING = 0.15  # of the pieces of a page may cross a gutter
_NARROWEST = 0.45  # of the letters' size
_CELLS = 0.2  # the same, where cells begin at one place
_WHITE = 0.9  # the height of white that parts two blocks, by the same size
_FULL = 40  # letters of a row that was broken at the margin of its cell
_DEEPEST = 4  # columns within columns
_MARK = re.compile(r"[•◦▪▫●○■□‣⁃∙·➢\uf000-\uf0ff–—*-]\s|\(?\w{1,3}[.)]\s")
_PARTED = re.compile(r"\w\S*\s*[:=–—→]\s|\s-\s")


class Band(Enum):
    """What a part of a page is, between two heights."""

    PLAIN = auto()
    COLUMNS = auto()
    TABLE = auto()


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


def regions_of(pieces: list[Piece], left: float, right: float, depth: int = 0) -> list[Region]:
    """The regions of a part of a page."""
    gutter = _gutter(pieces, left, right) if depth < _DEEPEST else None
    if gutter is None:
        return _blocks(pieces, left, right, depth)
    start, end = gutter
    found: list[Region] = []
    bands = _bands(pieces, start, end)
    if all(kind is not Band.COLUMNS for kind, _ in bands):
        parted = sum(_gutter(block, left, right) is not None for block in _between_white(pieces))
        if parted > 1:  # tables, each with columns of its own
            return _blocks(pieces, left, right, depth)
    for kind, band in bands:
        if kind is Band.COLUMNS:
            before = [one for one in band if one.right <= start + 1]
            after = [one for one in band if one.right > start + 1]
            found += regions_of(before, left, start, depth + 1)
            found += regions_of(after, end, right, depth + 1)
        elif kind is Band.TABLE:
            found.append(_table(band, (start, end), left, right))
        elif len(band) < len(pieces):
            found += regions_of(band, left, right, depth + 1)  # it may have columns of its own
        else:
            found.append(plain(band, left, right))
    return found


def _blocks(pieces: list[Piece], left: float, right: float, depth: int) -> list[Region]:
    """The regions of a part without a gutter: parts of it, between white, may have one."""
    blocks = _between_white(pieces)
    found: list[Region] = []
    rest: list[Piece] = []
    for block in blocks:
        if depth < _DEEPEST and len(blocks) > 1 and _gutter(block, left, right):
            found += [plain(rest, left, right)] if rest else []
            found += regions_of(block, left, right, depth + 1)
            rest = []
        else:
            rest += block
    return found + ([plain(rest, left, right)] if rest else [])


def _between_white(pieces: list[Piece]) -> list[list[Piece]]:
    blocks: list[list[Piece]] = []
    lowest = 0.0
    for one in sorted(pieces, key=lambda piece: piece.middle):
        if not blocks or one.top - lowest > _WHITE * one.size:
            blocks.append([])
        blocks[-1].append(one)
        lowest = max(lowest, one.bottom)
    return blocks


def _gutter(pieces: list[Piece], left: float, right: float) -> tuple[float, float] | None:
    """The strip of white that parts most pieces into a left and a right half."""
    if len(pieces) < 2 * _FEWEST:
        return None
    size = sorted(one.size for one in pieces)[len(pieces) // 2]
    most = _CROSSING * len(pieces)
    edges = sorted({one.right for one in pieces} | {one.left for one in pieces})
    best: tuple[float, float] | None = None
    score = 0.0
    left = max(left, min(one.left for one in pieces))
    right = min(right, max(one.right for one in pieces))
    low, high = left + 0.05 * (right - left), left + 0.85 * (right - left)
    starts = sorted(one.left for one in pieces)
    ends = sorted(one.right for one in pieces)
    opened = closed = 0
    for at, after in zip(edges, edges[1:], strict=False):
        while opened < len(starts) and starts[opened] <= at:
            opened += 1
        while closed < len(ends) and ends[closed] <= at:
            closed += 1
        crossing = opened - closed
        if crossing > most or after <= low or at >= high or min(closed, len(starts) - opened) < 3:
            continue
        start, end = _strip(pieces, (at + after) / 2)
        if end - start < _NARROWEST * size and not _are_level(pieces, start, end, size):
            continue
        found = min(end - start, 40.0) - 12 * crossing
        if best is None or found > score:
            best, score = (start, end), found
    return best


def _are_level(pieces: list[Piece], start: float, end: float, size: float) -> bool:
    """Whether pieces behind a narrow gap begin at one place, as the cells of a table do."""
    after = [one for one in pieces if one.left >= end - 1]
    level = sum(one.left < end + 1.5 for one in after)
    return end - start > _CELLS * size and level >= 0.6 * len(after)


def _strip(pieces: list[Piece], at: float) -> tuple[float, float]:
    """The whole of the white around a place, between the pieces that do not cross it."""
    start = max((one.right for one in pieces if one.right <= at), default=at)
    end = min((one.left for one in pieces if one.left >= at), default=at)
    return start, end


def _bands(pieces: list[Piece], start: float, end: float) -> list[tuple[Band, list[Piece]]]:
    """The pieces from the top, in bands of one kind each."""
    bands: list[tuple[Band, list[Piece]]] = []
    for band in _apart(pieces, start, end):
        kind = _kind(band, start, end)
        if bands and bands[-1][0] is kind and kind is not Band.TABLE:
            bands[-1][1].extend(band)
        else:
            bands.append((kind, list(band)))
    for at in range(len(bands) - 2, 0, -1):  # white that lies beside white by chance
        around = (bands[at - 1], bands[at + 1])
        if bands[at][0] is Band.PLAIN and all(one[0] is Band.COLUMNS for one in around):
            sides = [one.size for part in around for one in part[1]]
            beside_it = all(one.right <= start + 1 or one.left >= end - 1 for one in bands[at][1])
            if beside_it and max(one.size for one in bands[at][1]) < 1.14 * sides[len(sides) // 2]:
                bands[at - 1][1].extend(bands[at][1] + bands[at + 1][1])
                del bands[at : at + 2]
    return bands


def _apart(pieces: list[Piece], start: float, end: float) -> list[list[Piece]]:
    """The pieces in bands: a new one begins under white, and where rows cross or cease to."""
    bands: list[list[Piece]] = []
    lowest, crossed = 0.0, False
    for one in sorted(pieces, key=lambda piece: piece.middle):
        crossing = one.left < end - 1 and one.right > start + 1
        white = one.top - lowest > _WHITE * one.size
        if not bands or crossing != crossed or (white and not crossing):
            bands.append([])
        bands[-1].append(one)
        lowest, crossed = max(lowest, one.bottom), crossing
    return bands


def _kind(band: list[Piece], start: float, end: float) -> Band:
    before = [one for one in band if one.right <= start + 1]
    after = [one for one in band if one.left >= end - 1]
    if not before or not after:
        return Band.PLAIN
    return Band.TABLE if _is_table(before, after) else Band.COLUMNS


def _is_table(before: list[Piece], after: list[Piece]) -> bool:
    """Whether the rows of two columns belong together."""
    if len(after) < len(before):
        return False
    if len(before) > 1 and _are_lists(before) and _are_lists(after):
        return False
    words = sum(len(one.words) for one in before) / len(before)
    level = sum(any(beside(one, other) for other in after) for one in before)
    if level < 0.85 * len(before) and len(_cells(before)) != len(_cells(after)):
        return False
    return words <= 3.5 or (len(after) > 1.4 * len(before) and words <= 6)


def _cells(pieces: list[Piece]) -> list[list[Piece]]:
    """The pieces of a column of a table, those of a cell together: they are nearer to each other."""
    rows = sorted(pieces, key=lambda piece: (piece.middle, piece.left))
    gaps = [b.middle - a.middle for a, b in pairwise(rows) if not beside(a, b)]
    if not gaps:
        return [rows]
    near = min(gaps)
    bound = 1.12 * near if near < 1.25 * rows[0].size else 0.0
    cells = [[rows[0]]]
    for before, one in pairwise(rows):
        if beside(before, one) or one.middle - before.middle <= bound:
            cells[-1].append(one)
        else:
            cells.append([one])
    return cells


def _are_lists(pieces: list[Piece]) -> bool:
    marked = sum(bool(_MARK.match(one.text) or _PARTED.search(one.text)) for one in pieces)
    return marked >= 0.4 * len(pieces)


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
    if len(row) > 1 and len(row[0].text) <= 4 and _MARK.match(row[0].text + " "):
        joined = piece_of((*row[0].words, *row[1].words))
        return [joined, *row[2:]]
    return row


def _table(pieces: list[Piece], gutter: tuple[float, float], left: float, right: float) -> Region:
    """Rows of two cells; where there are more than two columns, rows as they stand."""
    start, end = gutter
    before = [one for one in pieces if one.right <= start + 1]
    after = [one for one in pieces if one.left >= end - 1]
    if _gutter(after, end, right) is not None:
        return Region(plain(pieces, left, right).rows, left, right, table=True)
    heads, tails = _cells(before), _cells(after)
    if len(heads) != len(tails) or not all(map(_touch, heads, tails)) or _lone(heads, after):
        heads, tails = _under(before, after)
    rows = [
        Row(tuple(_one(cell) for cell in pair if cell)) for pair in zip(heads, tails, strict=True)
    ]
    return Region(tuple(rows), left, right, table=True)


def _touch(head: list[Piece], tail: list[Piece]) -> bool:
    """Whether two cells lie side by side."""
    low = min(max(one.bottom for one in cell) for cell in (head, tail))
    return low > max(min(one.top for one in cell) for cell in (head, tail))


def _lone(heads: list[list[Piece]], after: list[Piece]) -> bool:
    """Whether rows lie so close that a cell of several rows may as well be several cells."""
    return any(sum(any(beside(one, o) for o in after) for one in cell) > 1 for cell in heads)


def _under(before: list[Piece], after: list[Piece]) -> tuple[list[list[Piece]], list[list[Piece]]]:
    """Cells by what stands beside the first row of each; the rest runs on under it."""
    heads: list[list[Piece]] = []
    tails: list[list[Piece]] = []
    for one in sorted(before, key=lambda piece: piece.middle):
        level = next((other for other in after if beside(one, other)), None)
        if heads and (level is None or _runs_on(level, after)):
            heads[-1].append(one)
        else:
            heads.append([one])
            tails.append([])
    for one in sorted(after, key=lambda piece: (piece.middle, piece.left)):
        above = sum(head[0].top <= one.middle for head in heads)
        tails[max(0, above - 1)].append(one)
    return heads, tails


def _runs_on(piece: Piece, after: list[Piece]) -> bool:
    """Whether a piece goes on with the sentence of a full row above it."""
    above = max((one for one in after if one.bottom <= piece.middle), key=_middle, default=None)
    if above is None or len(above.text) < _FULL or not piece.text[:1].islower():
        return False
    word = piece.words[0]
    edge = max(one.right for one in after)
    near = piece.middle - above.middle < 1.5 * piece.size
    return near and above.right + (word.right - word.left) + 0.2 * word.size > edge


def _middle(piece: Piece) -> float:
    return piece.middle


def _one(cell: list[Piece]) -> Piece:
    return piece_of([word for piece in cell for word in piece.words])
