"""The timeline in the parts of a page; the axis and the names stay while it is scrolled.

The marks are in strips of a few rows, so that a browser need not look at those out of sight.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from learnt.plots.svg import element, number
from learnt.plots.timeline.axis import MARGIN, WIDTH
from learnt.plots.timeline.drawing import AXIS, axis_labels, grid, lane_name, legend_entries, names
from learnt.plots.timeline.layout import FOOT, HEAD, ROW, Layout, Placed
from learnt.plots.timeline.marks import hatching, mark
from learnt.plots.timeline.moment import Moment

_NAMES = 300.0
_ROWS = 8
"""Rows of a strip."""


@dataclass(frozen=True, slots=True)
class Strip:
    """Some rows of a lane; every second lane is `shaded`."""

    svg: str
    shaded: bool


@dataclass(frozen=True, slots=True)
class PageParts:
    """SVGs of one scale: the years, the lines from them, the names of the lanes, the marks.

    `data` are the numbers of the axis, for a script; `legend` says what the marks mean.
    """

    axis: str
    lines: str
    names: str
    strips: tuple[Strip, ...]
    legend: tuple[tuple[str, str], ...]
    data: dict[str, str]


def page_parts(layout: Layout, address: Callable[[Moment], str]) -> PageParts:
    """The parts, every mark being a link to the address of its moment."""
    axis = layout.axis
    return PageParts(
        _hidden(axis_labels(layout), "tl-axis", WIDTH, AXIS),
        _hidden(hatching() + grid(layout), "tl-lines", WIDTH, layout.height),
        _hidden(names(layout), "tl-names", _NAMES, layout.height),
        tuple(_strips(layout, address)),
        tuple(
            (_hidden(sign, "tl-sign", 26, 20, top=-10), words) for sign, words in legend_entries()
        ),
        {
            "start": f"{axis.start:.4f}",
            "end": f"{axis.end:.4f}",
            "scale": f"{axis.scale:.6f}",
            "margin": number(MARGIN),
        },
    )


def _strips(layout: Layout, address: Callable[[Moment], str]) -> list[Strip]:
    """Lane by lane, as many rows at a time as a strip has; the first one has the lane's name."""
    by_lane: dict[int, list[Placed]] = defaultdict(list)
    for one in layout.placed:
        by_lane[one.lane].append(one)
    found = []
    for number_of, lane in enumerate(layout.lanes):
        first = min(one.row for one in by_lane[number_of])
        rows = max(one.row for one in by_lane[number_of]) - first + 1
        for start in range(0, rows, _ROWS):
            shown = range(first + start, first + start + _ROWS)
            top = lane.top + (HEAD + ROW * start if start else 0.0)
            count = min(_ROWS, rows - start)
            high = ROW * count + (0 if start else HEAD) + (FOOT if start + count == rows else 0)
            marks = "".join(
                mark(one, layout.axis, address(one.moment), top)
                for one in by_lane[number_of]
                if one.row in shown
            )
            name = "" if start else lane_name(lane.name, number_of, 0.0)
            svg = element(
                "svg", name, marks, **_size(WIDTH, high), class_="tl-strip", role="group",
                aria_label=lane.name,
            )  # fmt: skip
            found.append(Strip(svg, number_of % 2 == 0))
    return found


def _hidden(inside: str, kind: str, wide: float, high: float, top: float = 0.0) -> str:
    """An SVG of what is told otherwise to who does not see it."""
    return element("svg", inside, **_size(wide, high, top), class_=kind, aria_hidden="true")


def _size(wide: float, high: float, top: float = 0.0) -> dict[str, str | float]:
    box = f"0 {number(top)} {number(wide)} {number(high)}"
    return {"width": wide, "height": high, "viewBox": box, "xmlns": "http://www.w3.org/2000/svg"}
