"""Which cells of which page the cards stand in, and in letters of which size.

A page has 4 rows of 2 cells. A card takes one; one that is long is set in smaller letters, and
then in 2, 4, 6 or all 8 cells; what not even those hold goes on on another card, whose points or
words follow. No card is on two pages, and the back of each stands where its front is, mirrored.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from learnt.sources.printing.choice import Paper
from learnt.sources.printing.measure import BULLET, GAP, POINT, height

ROWS, COLUMNS = 4, 2
PADDING, FOOT = 5.0, 5.0  # mm, around what a cell says, and below it for the deck's title
_CELLS = {Paper.A4: (97.0, 70.0), Paper.LETTER: (99.0, 65.5)}  # mm, as in print.css
SIZES = (13, 12, 11, 10, 9, 8)
"""Points: the sizes of print.css, the largest first."""
_SMALLEST = 0.4 * (SIZES[-1] * POINT) ** 2  # mm² that the narrowest letter takes, about
_OF_PARTS = 10  # points: the letters of a card that goes on on others
_SHAPES = ((1, 1), (2, 1), (2, 2), (2, 3), (2, 4))  # columns and rows, the smallest first
_LONGEST = 600  # letters of a part of a point that is broken over several cards


@dataclass(frozen=True, slots=True)
class Face:
    """What a card has on its two sides; `number` counts the cards of the deck from 1."""

    number: int
    front: tuple[str, ...]
    back: tuple[str, ...]
    ordered: bool = False
    part: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A card in its place: columns and rows count from 1; sizes are in points."""

    face: Face
    column: int
    row: int
    wide: int
    high: int
    front_size: int
    back_size: int

    @property
    def mirrored(self) -> int:
        """The column of its back, seen when the paper is turned over its long edge."""
        return COLUMNS + 2 - self.column - self.wide


@dataclass(frozen=True, slots=True)
class _Fit:
    wide: int
    high: int
    front: int
    back: int


def pages_of(faces: Sequence[Face], paper: Paper) -> list[list[Cell]]:
    """The pages of fronts; each has its backs on the page after it."""
    pages: list[list[Cell]] = []
    row, hole = ROWS + 1, 0  # the next free row of the page, and the row whose second cell is free
    for face in faces:
        for part, fit in _fitted(face, paper):
            if fit.wide == 1 and hole:
                column, at, hole = COLUMNS, hole, 0
            else:
                if row + fit.high > ROWS + 1:
                    pages.append([])
                    row, hole = 1, 0
                column, at = 1, row
                row += fit.high
                hole = at if fit.wide == 1 else hole
            cell = Cell(part, column, at, fit.wide, fit.high, fit.front, fit.back)
            pages[-1].append(cell)
    return pages


def _fitted(face: Face, paper: Paper) -> Iterator[tuple[Face, _Fit]]:
    """The card with the room it takes, in as many parts as it needs."""
    if fit := _fit(face, paper):
        yield face, fit
        return
    shared = _shared(face, paper)
    for number, (front, back) in enumerate(shared, 1):
        part = Face(face.number, front, back, part=f"{number} of {len(shared)}")
        yield part, _fit(part, paper) or _Fit(COLUMNS, ROWS, SIZES[-1], SIZES[-1])


def _fit(face: Face, paper: Paper) -> _Fit | None:
    """The smallest cells that hold both sides; small letters come only where the page is full."""
    for sizes in (SIZES[:4], SIZES):
        for wide, high in _SHAPES:
            front = _size(face.front, paper, wide, high, sizes)
            back = _size(face.back, paper, wide, high, sizes)
            if front and back:
                return _Fit(wide, high, front, back)
    return None


def _size(
    said: Sequence[str], paper: Paper, wide: int, high: int, sizes: Sequence[int]
) -> int | None:
    """The largest letters in which a side fits; None where none does."""
    width, room = _inside(paper, wide, high)
    if sum(map(len, said)) * _SMALLEST > width * room:
        return None
    return next((one for one in sizes if height(said, width, one * POINT) <= room), None)


def _inside(paper: Paper, wide: int, high: int) -> tuple[float, float]:
    """The width and the height that a text has."""
    width, row = _CELLS[paper]
    return width * wide - 2 * PADDING, row * high - 2 * PADDING - FOOT


def _shared(face: Face, paper: Paper) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The sides in parts that fit: where one has fewer, its last is shown again."""
    fronts, backs = _parts(face.front, paper), _parts(face.back, paper)
    count = max(len(fronts), len(backs))
    return [
        (fronts[min(place, len(fronts) - 1)], backs[min(place, len(backs) - 1)])
        for place in range(count)
    ]


def _parts(said: Sequence[str], paper: Paper) -> list[tuple[str, ...]]:
    """A side in as few pages of it as it needs."""
    width, room = _inside(paper, COLUMNS, ROWS)
    size = _OF_PARTS * POINT
    parts: list[list[str]] = [[]]
    used = 0.0
    for piece in (piece for one in said for piece in _pieces(one)):
        its = height([piece], width - BULLET * size, size) + GAP * size
        if parts[-1] and used + its > room:
            parts.append([])
            used = 0.0
        parts[-1].append(piece)
        used += its
    return [tuple(part) for part in parts]


def _pieces(text: str) -> Iterator[str]:
    """A text that is short enough, or one broken between words."""
    while len(text) > _LONGEST:
        at = text.rfind(" ", _LONGEST // 2, _LONGEST)
        at = at if at > 0 else _LONGEST
        yield text[:at].rstrip()
        text = text[at:].lstrip()
    if text:
        yield text
