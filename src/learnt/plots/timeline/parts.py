"""The timeline in the parts of a page; the axis and the names stay while it is scrolled."""

from collections.abc import Callable
from dataclasses import dataclass

from learnt.plots.svg import element, number, said
from learnt.plots.timeline.axis import MARGIN, WIDTH
from learnt.plots.timeline.drawing import AXIS, axis_labels, bands, grid, legend_entries, names
from learnt.plots.timeline.layout import Layout
from learnt.plots.timeline.marks import hatching, mark
from learnt.plots.timeline.moment import Moment

_NAMES = 300.0


@dataclass(frozen=True, slots=True)
class PageParts:
    """SVGs of one scale: the years, the names of the lanes, the marks; and what those mean."""

    axis: str
    names: str
    body: str
    legend: tuple[tuple[str, str], ...]


def page_parts(name: str, layout: Layout, address: Callable[[Moment], str]) -> PageParts:
    """The parts, every mark being a link to the address of its moment."""
    marks = "".join(mark(one, layout.axis, address(one.moment)) for one in layout.placed)
    lines = element("g", grid(layout), class_="tl-lines")
    body = element(
        "svg",
        hatching(),
        bands(layout),
        lines,
        names(layout),
        marks,
        **_size(WIDTH, layout.height),
        class_="tl-body",
        role="group",
        aria_label=said(name),
        data_start=f"{layout.axis.start:.4f}",
        data_end=f"{layout.axis.end:.4f}",
        data_scale=f"{layout.axis.scale:.6f}",
        data_margin=number(MARGIN),
    )
    return PageParts(
        _hidden(axis_labels(layout), "tl-axis", WIDTH, AXIS),
        _hidden(names(layout), "tl-names", _NAMES, layout.height),
        body,
        tuple(
            (_hidden(sign, "tl-sign", 26, 20, top=-10), words) for sign, words in legend_entries()
        ),
    )


def _hidden(inside: str, kind: str, wide: float, high: float, top: float = 0.0) -> str:
    """An SVG of what is told otherwise to who does not see it."""
    return element("svg", inside, **_size(wide, high, top), class_=kind, aria_hidden="true")


def _size(wide: float, high: float, top: float = 0.0) -> dict[str, str | float]:
    box = f"0 {number(top)} {number(wide)} {number(high)}"
    return {"width": wide, "height": high, "viewBox": box, "xmlns": "http://www.w3.org/2000/svg"}
