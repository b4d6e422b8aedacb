"""Where everything stands: rows within lanes, so that neither marks nor labels overlap.

What does not overlap here does not when the scale is made larger either: what is between two
moments grows then, and what they need stays. So rows are found once, for the smallest scale.
"""

from bisect import bisect, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from learnt.plots.letters import fitting, width
from learnt.plots.timeline.axis import MARGIN, WIDTH, Axis, axis_of
from learnt.plots.timeline.lanes import Lane
from learnt.plots.timeline.moment import Moment

TEXT = 15.0
"""Height of the letters of a label."""
ROW, HEAD, FOOT = 32.0, 30.0, 8.0
RADIUS = 7.0
INSET = 8.0
ARROW = 7.0
"""Units that the arrow of an open end takes."""
_BETWEEN = 14.0
_MOST = 0.45
"""Of the width, for one label."""


Room = tuple[float, float]
"""From where to where something stands in its row."""


class Side(Enum):
    """Where a label stands: beside its mark, or within a bar that is long enough."""

    RIGHT = "right"
    LEFT = "left"
    INSIDE = "inside"


@dataclass(frozen=True, slots=True)
class Placed:
    """A moment with the row it stands in, counted through all lanes, and the side of its label.

    `y` is the middle of its row.
    """

    moment: Moment
    lane: int
    row: int
    y: float
    label: str
    side: Side

    @property
    def is_bar(self) -> bool:
        """Whether it is drawn as long as it lasted."""
        return self.moment.happening.extent.lasting


@dataclass(frozen=True, slots=True)
class LanePlace:
    """A lane's name, where it begins, and how high it is."""

    name: str
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything placed, on its axis."""

    axis: Axis
    lanes: tuple[LanePlace, ...]
    placed: tuple[Placed, ...]
    height: float


def laid_out(lanes: Sequence[Lane]) -> Layout:
    """Place every moment of the lanes; those of a lane come in the order of time."""
    axis = axis_of([one for lane in lanes for one in lane.moments])
    places: list[LanePlace] = []
    placed: list[Placed] = []
    top, rows = 0.0, 0
    for number, lane in enumerate(lanes):
        its_own = list(_rows(lane, axis))
        count = 1 + max((row for *_, row in its_own), default=0)
        for moment, label, side, row in its_own:
            y = top + HEAD + ROW * (row + 0.5)
            placed.append(Placed(moment, number, rows + row, y, label, side))
        height = HEAD + ROW * count + FOOT
        places.append(LanePlace(lane.name, top, height))
        top, rows = top + height, rows + count
    return Layout(axis, tuple(places), tuple(placed), top)


def _rows(lane: Lane, axis: Axis) -> Iterator[tuple[Moment, str, Side, int]]:
    """Each moment with its label, the side of that, and the first row with room.

    They are taken in the order of time, so that later ones stand lower where they are crowded.
    """
    rows: list[list[Room]] = []
    for moment in lane.moments:
        label, side, needed = _fitted(moment, axis)
        row = next((nth for nth, taken in enumerate(rows) if _is_free(needed, taken)), len(rows))
        if row == len(rows):
            rows.append([])
        insort(rows[row], needed)
        yield moment, label, side, row


def _is_free(needed: Room, taken: list[Room]) -> bool:
    """Whether what is needed meets nothing of what is taken, which is in order."""
    start, end = needed
    if taken[-1][1] + _BETWEEN <= start:
        return True
    place = bisect(taken, needed)
    before = place == 0 or taken[place - 1][1] + _BETWEEN <= start
    return before and (place == len(taken) or end + _BETWEEN <= taken[place][0])


def _fitted(moment: Moment, axis: Axis) -> tuple[str, Side, Room]:
    """The label on the side where there is room for it; on the right, if there can be."""
    label = fitting(moment.happening.label, TEXT, WIDTH * _MOST)
    sides = (Side.INSIDE, Side.RIGHT) if moment.happening.extent.lasting else (Side.RIGHT,)
    for side in sides:
        needed = room(moment, label, axis, side)
        if side is Side.INSIDE and needed[1] > axis.x(moment.happening.extent.end):
            continue
        if needed[1] <= WIDTH - MARGIN / 2:
            return label, side, needed
    return label, Side.LEFT, room(moment, label, axis, Side.LEFT)


def room(moment: Moment, label: str, axis: Axis, side: Side) -> Room:
    """From where to where a moment needs its row: the mark, the stretch of its date, the label."""
    extent, long = moment.happening.extent, width(label, TEXT)
    start, end = axis.x(extent.start), axis.x(extent.end)
    if extent.lasting:
        beside = long + INSET
        if side is Side.INSIDE:
            return start, max(end, start + beside + INSET)
        return (start, end + beside) if side is Side.RIGHT else (start - beside, end)
    middle, beside = (start + end) / 2, RADIUS + INSET + ARROW + long
    edge = RADIUS + ARROW
    if side is Side.LEFT:
        return min(start, middle - beside), max(end, middle + edge)
    return min(start, middle - edge), max(end, middle + beside)
