"""A cell for every actor and every agreement of the map.

They are placed one after the other, each where its lines are short and cross little, and none is
moved afterwards. So a map is the same on every visit, and what a new card adds leaves the rest
where it is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from math import hypot

from learnt.plots.map.tie import Tie

Cell = tuple[int, int]
"""Column and row."""
Point = tuple[float, float]

_WIDE, _HIGH = 1.35, 1.0
"""How far two columns and two rows count as being from each other: a map may be wide."""
BOX, PILL = (0.37, 0.43), (0.3, 0.18)
"""Half of the box of an agreement and of an actor, as parts of a cell."""
_APART = 2.2
"""How far two parties should be from each other, so that what binds them fits between."""
_ABREAST = 2
_ACROSS_BOX, _ACROSS_LINE, _UNDER_LINE, _CENTRE, _LEVEL = 14.0, 1.2, 14.0, 0.2, 0.15


@dataclass(frozen=True)
class Places:
    """Where the actors (by name) and the agreements (by their keys) stand, and their lines."""

    actors: dict[str, Cell] = field(default_factory=dict)
    bonds: dict[str, Cell] = field(default_factory=dict)
    lines: list[tuple[Cell, Cell]] = field(default_factory=list)

    def taken(self) -> set[Cell]:
        """The cells that are not free."""
        return {*self.actors.values(), *self.bonds.values()}


def placed(ties: Sequence[Tie]) -> Places:
    """Place everything, tie by tie; ties without parties are left out."""
    found = Places()
    for tie in ties:
        parties = tie.bond.parties
        if not parties or tie.bond.key in found.bonds:
            continue
        there = [one for one in parties if one in found.actors]
        if not there:  # they come first, apart from each other
            for actor in parties[:_ABREAST]:
                found.actors[actor] = _best(found, [found.actors[one] for one in there], _APART)
                there.append(actor)
        cell = _best(found, [found.actors[one] for one in there], 0.0)
        found.bonds[tie.bond.key] = cell
        found.lines.extend((cell, found.actors[one]) for one in there)
        for actor in parties:
            if actor not in found.actors:
                found.actors[actor] = _best(found, [cell], 0.0)
                found.lines.append((cell, found.actors[actor]))
    return found


def _best(found: Places, near: Sequence[Cell], apart: float) -> Cell:
    """The free cell that costs least; of equal ones the uppermost, then the leftmost."""
    taken = found.taken()
    free = (cell for cell in _around(taken) if cell not in taken)
    return min(
        free, key=lambda cell: (round(_cost(cell, near, apart, found, taken), 6), cell[::-1])
    )


def _around(taken: set[Cell]) -> Iterator[Cell]:
    """All cells within two of those that are taken."""
    columns = [column for column, _ in taken] or [0]
    rows = [row for _, row in taken] or [0]
    return product(range(min(columns) - 2, max(columns) + 3), range(min(rows) - 2, max(rows) + 3))


def _cost(cell: Cell, near: Sequence[Cell], apart: float, found: Places, taken: set[Cell]) -> float:
    total = _CENTRE * _distance(cell, (0, 0)) + _LEVEL * abs(cell[1])
    total += _UNDER_LINE * sum(cell not in line and touches(line, cell) for line in found.lines)
    if apart and not near:  # an actor whom nothing binds yet to those that are there
        return total + sum(_distance(cell, one) < _APART for one in taken)
    for one in near:
        total += abs(_distance(cell, one) - apart)
        if not apart:
            total += _ACROSS_BOX * sum(
                other not in (cell, one) and touches((cell, one), other) for other in taken
            )
            total += _ACROSS_LINE * sum(_cross((cell, one), line) for line in found.lines)
    return total


def _distance(one: Cell, other: Cell) -> float:
    return hypot(_WIDE * (one[0] - other[0]), _HIGH * (one[1] - other[1]))


def touches(line: tuple[Point, Point], cell: Cell, half: Point = BOX) -> bool:
    """Whether a line runs behind a box in the middle of a cell, `half` being half of its size."""
    (ax, ay), (bx, by) = line
    first, last = 0.0, 1.0
    for start, end, at, side in ((ax, bx, cell[0], half[0]), (ay, by, cell[1], half[1])):
        if start == end:
            if abs(start - at) >= side:
                return False
            continue
        edges = ((at - side - start) / (end - start), (at + side - start) / (end - start))
        first, last = max(first, min(edges)), min(last, max(edges))
    return first < last


def _cross(one: tuple[Cell, Cell], other: tuple[Cell, Cell]) -> bool:
    """Whether two lines cross, other than at an end that they share."""
    (a, b), (c, d) = one, other
    if {a, b} & {c, d}:
        return False
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


def _turn(a: Cell, b: Cell, c: Cell) -> int:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
