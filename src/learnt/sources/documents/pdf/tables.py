"""Tables of two columns: a term, and what is said of it."""

import re
from itertools import pairwise

from learnt.sources.documents.pdf.gutters import gutter_of
from learnt.sources.documents.pdf.regions import MARK, Region, Row, plain
from learnt.sources.documents.pdf.rows import Piece, beside, piece_of

_FULL = 40  # letters of a row that was broken at the margin of its cell
_PARTED = re.compile(r"\w\S*\s*[:=–—→]\s|\s-\s")


def is_table(before: list[Piece], after: list[Piece]) -> bool:
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
    """The pieces of a table's column, those of a cell together: they are nearer to each other."""
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
    marked = sum(bool(MARK.match(one.text) or _PARTED.search(one.text)) for one in pieces)
    return marked >= 0.4 * len(pieces)


def table_of(pieces: list[Piece], gutter: tuple[float, float], left: float, right: float) -> Region:
    """Rows of two cells; where there are more than two columns, rows as they stand."""
    start, end = gutter
    before = [one for one in pieces if one.right <= start + 1]
    after = [one for one in pieces if one.left >= end - 1]
    if gutter_of(after, end, right) is not None:
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
