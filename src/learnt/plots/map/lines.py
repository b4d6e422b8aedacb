"""Lines of the map: straight, or bent around the boxes that lie between their ends."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from math import hypot

from learnt.plots.map.places import Cell, Point, touches

_BENDS = (0.0, 0.3, -0.3, 0.5, -0.5, 0.8, -0.8, 1.2, -1.2, 1.7, -1.7)
"""How far, in cells, the middle of a line is pulled aside: the first that touches least counts."""
_PIECES = 14


def held_at(start: Cell, end: Cell, boxes: Mapping[Cell, Point]) -> Point:
    """The point that a line bends towards, in cells; the middle of it where it is straight.

    `boxes` has half of the size of everything that is placed.
    """
    between = [one for one in boxes.items() if one[0] not in (start, end)]
    bends = [_pulled(start, end, bend) for bend in _BENDS]
    return min(bends, key=lambda held: sum(_meets(start, end, held, one) for one in between))


def _pulled(start: Cell, end: Cell, bend: float) -> Point:
    dx, dy = end[0] - start[0], end[1] - start[1]
    long = hypot(dx, dy) or 1.0
    return (
        (start[0] + end[0]) / 2 - 2 * bend * dy / long,
        (start[1] + end[1]) / 2 + 2 * bend * dx / long,
    )


def _meets(start: Cell, end: Cell, held: Point, box: tuple[Cell, Point]) -> bool:
    return any(touches(piece, *box) for piece in pairwise(_points(start, end, held)))


def _points(start: Cell, end: Cell, held: Point) -> Iterator[Point]:
    """Points along the curve (quadratic, as SVG's Q is)."""
    for nth in range(_PIECES + 1):
        at = nth / _PIECES
        a, b, c = (1 - at) ** 2, 2 * at * (1 - at), at**2
        yield (
            a * start[0] + b * held[0] + c * end[0],
            a * start[1] + b * held[1] + c * end[1],
        )
