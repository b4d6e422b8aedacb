"""The upright strip of white between two columns."""

from itertools import pairwise

from learnt.sources.documents.pdf.rows import Piece

_FEWEST = 3  # rows of a column
_CROSSING = 0.15  # of the pieces may cross a gutter
_NARROWEST = 0.45  # of the letters' size
_CELLS = 0.2  # the same, where cells begin at one place


def gutter_of(pieces: list[Piece], left: float, right: float) -> tuple[float, float] | None:
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
    for at, after in pairwise(edges):
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
