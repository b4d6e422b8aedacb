"""The words of the map in their boxes: actors in pills, agreements with date and condition."""

from dataclasses import dataclass

from learnt.plots.letters import fitting, width, wrapped
from learnt.plots.map.places import Cell, Point
from learnt.plots.map.tie import Tie
from learnt.plots.palette import EDGE, INK, SHEET, SOFT, TONES, WASHES, tone
from learnt.plots.svg import element, number, said, title
from learnt.plots.timeline.marks import known_circle

COLUMN, LINE_UP = 300.0, 122.0
"""From the middle of a cell to that of the next one, across and down."""
WIDE, HIGH = 208.0, 106.0
"""The most that a box takes of its cell."""
_NAME, _SMALL = 15.0, 13.0
_PAD, _UP = 12.0, 17.0
_FIRST = 26.0
"""Units that the circle takes before the name."""
_SERIF = "Literata, Georgia, serif"
_CONDITION_LINES = 2
_BOLD = 1.12
"""How much wider bold letters are."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a box, and how it looks."""

    text: str
    kind: str
    size: float
    x: float


def middle(cell: Point, first: Cell) -> tuple[float, float]:
    """The middle of a cell, where `first` is the one at the upper left."""
    return (
        COLUMN * (cell[0] - first[0] + 0.5),
        LINE_UP * (cell[1] - first[1] + 0.5),
    )


def lines_of(tie: Tie) -> list[Line]:
    """The name, the date, and the condition as far as there is room."""
    room = WIDE - 2 * _PAD
    named = wrapped(tie.name, _NAME * _BOLD, room - _FIRST, 2)
    found = [Line(one, "map-name", _NAME, _PAD + _FIRST) for one in named]
    if tie.when:
        found.append(Line(fitting(tie.when, _SMALL, room), "map-when", _SMALL, _PAD))
    if tie.bond.conditions:
        told = wrapped(tie.bond.conditions[0], _SMALL, room, _CONDITION_LINES)
        found += [Line(one, "map-condition", _SMALL, _PAD) for one in told]
    return found


def box_height(lines: list[Line]) -> float:
    """How high a box is."""
    return max(44.0, 2 * _PAD - 4 + _UP * len(lines))


def agreement_box(tie: Tie, cell: Cell, first: Cell, href: str | None = None) -> str:
    """An agreement; with an address it is a link."""
    x, y = middle(cell, first)
    lines = lines_of(tie)
    high = box_height(lines)
    left, top = x - WIDE / 2, y - high / 2
    box = element(
        "rect", class_="map-box", x=left, y=top, width=WIDE, height=high, rx=8, fill=SHEET,
        stroke=EDGE, stroke_width=1.4,
    )  # fmt: skip
    drawn = "".join(
        _text(line, left, top + _PAD + 10 + _UP * nth) for nth, line in enumerate(lines)
    )
    circle = known_circle(tie.known, 0, left + _PAD + 7, top + _PAD + 5)
    return _linked(href, tie.told, "map-agreement", box, circle, drawn)


def actor_box(
    name: str, number_of: int, count: str, cell: Cell, first: Cell, href: str | None = None
) -> str:
    """An actor; `count` says of how many agreements."""
    x, y = middle(cell, first)
    size = (_NAME + 1) * _BOLD
    label = fitting(name, size, WIDE - 30)
    wide = max(72.0, width(label, size) + 28)
    pill = element(
        "rect", class_="map-pill", x=x - wide / 2, y=y - 22, width=wide, height=44, rx=22,
        fill=WASHES[number_of % len(WASHES)], stroke=TONES[number_of % len(TONES)], stroke_width=2,
    )  # fmt: skip
    words = element(
        "text", said(label), class_="map-actor-name", x=x, y=y + 5.5, text_anchor="middle",
        font_size=_NAME + 1, font_weight="600", fill=INK,
    )  # fmt: skip
    return _linked(href, f"{name}: {count}", f"map-actor {tone(number_of)}", pill, words)


def edge(bond: Cell, held: Point, actor: Cell, number_of: int, first: Cell) -> str:
    """The line from an agreement to one whom it binds, bent towards where it is held."""
    points = (middle(one, first) for one in (bond, held, actor))
    start, bent, end = (f"{number(x)} {number(y)}" for x, y in points)
    return element(
        "path",
        class_=f"map-line {tone(number_of)}",
        d=f"M{start}Q{bent} {end}",
        stroke=TONES[number_of % len(TONES)],
        stroke_width=2.2,
        stroke_opacity="0.55",
        fill="none",
    )


def _text(line: Line, left: float, y: float) -> str:
    look: dict[str, dict[str, str | float]] = {
        "map-name": {"font_family": _SERIF, "font_weight": "600", "fill": INK},
        "map-when": {"fill": INK},
        "map-condition": {"fill": SOFT, "font_style": "italic"},
    }
    return element(
        "text", said(line.text), class_=line.kind, x=left + line.x, y=y, font_size=line.size,
        **look[line.kind],
    )  # fmt: skip


def _linked(href: str | None, told: str, kind: str, *inside: str) -> str:
    if href is None:
        return element("g", title(told), *inside, class_=kind)
    return element("a", title(told), *inside, class_=kind, href=href, aria_label=told)
