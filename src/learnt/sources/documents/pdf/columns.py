"""Pieces of a page → regions in the order of reading, each of which has its own margins.

Where an upright strip of white parts the page, and hardly a row crosses it, there are two columns
(or more: each is looked at again), read one after the other between the rows that cross. Two
columns whose rows belong together, a term and what is said of it, are a table.
"""

from enum import Enum, auto

from learnt.sources.documents.pdf.gutters import gutter_of
from learnt.sources.documents.pdf.regions import Region, plain
from learnt.sources.documents.pdf.rows import Piece
from learnt.sources.documents.pdf.tables import is_table, table_of

_WHITE = 0.9  # the height of white that parts two blocks, by the size of the letters
_DEEPEST = 4  # columns within columns


class Band(Enum):
    """What a part of a page is, between two heights."""

    PLAIN = auto()
    COLUMNS = auto()
    TABLE = auto()


def regions_of(pieces: list[Piece], left: float, right: float, depth: int = 0) -> list[Region]:
    """The regions of a part of a page."""
    gutter = gutter_of(pieces, left, right) if depth < _DEEPEST else None
    if gutter is None:
        return _blocks(pieces, left, right, depth)
    start, end = gutter
    found: list[Region] = []
    bands = _bands(pieces, start, end)
    if all(kind is not Band.COLUMNS for kind, _ in bands):
        parted = sum(gutter_of(block, left, right) is not None for block in _between_white(pieces))
        if parted > 1:  # tables, each with columns of its own
            return _blocks(pieces, left, right, depth)
    for kind, band in bands:
        if kind is Band.COLUMNS:
            before = [one for one in band if one.right <= start + 1]
            after = [one for one in band if one.right > start + 1]
            found += regions_of(before, left, start, depth + 1)
            found += regions_of(after, end, right, depth + 1)
        elif kind is Band.TABLE:
            found.append(table_of(band, (start, end), left, right))
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
        if depth < _DEEPEST and len(blocks) > 1 and gutter_of(block, left, right):
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
    return Band.TABLE if is_table(before, after) else Band.COLUMNS
