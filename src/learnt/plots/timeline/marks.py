"""A moment as SVG: a circle that fills from below with what is known, or a bar.

A thin stretch under a circle shows how exact the date is; what is doubtful is hatched. Everything
stands around its own place, so that moving a mark is one attribute, and so is stretching it.
"""

from collections.abc import Callable
from math import sqrt

from learnt.plots.letters import width
from learnt.plots.palette import EDGE, INK, SHEET, TONES, WASHES, tone
from learnt.plots.svg import element, number, said, title
from learnt.plots.timeline.axis import Axis
from learnt.plots.timeline.layout import ARROW, INSET, RADIUS, TEXT, Placed, Side

HATCH = "tl-hatch"
BAR = 20.0
_FINGER = 44.0
_INNER = RADIUS - 1
_LEAST_DOUBT = 24.0
_EXACT = 0.01
"""Years under which a date is a point at any scale."""
_PARTS = {Side.INSIDE: 0.0, Side.LEFT: 0.0, Side.RIGHT: 1.0}
"""The part of a bar at which it is held: the end where its label stands."""
_FONT = "Literata, Georgia, serif"

Paint = Callable[..., dict[str, str | float]]
"""Which of the attributes that colour something are written."""


def in_colour(**said: str | float) -> dict[str, str | float]:
    """All of them, as a file needs them that stands alone."""
    return said


def by_name(**_: str | float) -> dict[str, str | float]:
    """None of them: the style sheet of a page has them by the names of the classes."""
    return {}


def mark(one: Placed, axis: Axis, href: str | None = None, top: float = 0.0) -> str:
    """The whole mark; with an address a link of a page, which says for a script where it belongs.

    Its height is counted from `top`.
    """
    extent = one.moment.happening.extent
    long = extent.end - extent.start
    part = _PARTS[one.side] if one.is_bar else 0.5
    at = extent.start + part * long
    paint = in_colour if href is None else by_name
    inside = _bar(one, long * axis.scale, paint) if one.is_bar else _point(one, long, axis, paint)
    place = f"translate({number(axis.x(at))} {number(one.y - top)})"
    kind = f"tl-item {tone(one.lane)}"
    told = title(one.moment.told)
    if href is None:
        return element("g", told, inside, class_=kind, transform=place)
    return element(
        "a",
        told,
        _hit(one, long * axis.scale),
        inside,
        class_=kind,
        href=href,
        aria_label=one.moment.told,
        transform=place,
        data_t=f"{at:.4f}",
        data_w=f"{long:.4f}",
        data_o=str(part),
        data_row=str(one.row),
    )


def _hit(one: Placed, wide: float) -> str:
    """What a finger may hit: never seen, and larger than the mark."""
    needed = INSET + width(one.label, TEXT) + RADIUS + INSET
    if one.is_bar and one.side is Side.INSIDE:
        x, needed = 0.0, max(needed, wide)
    elif one.is_bar:
        x = -INSET if one.side is Side.RIGHT else INSET - needed
    else:
        x = -_FINGER / 2 if one.side is Side.RIGHT else _FINGER / 2 - needed - _FINGER / 2
        needed += _FINGER / 2
    return element("rect", class_="plot-hit", x=x, y=-_FINGER / 2, width=needed, height=_FINGER)


def known_circle(
    known: float | None, lane: int, x: float = 0.0, y: float = 0.0, paint: Paint = in_colour
) -> str:
    """A ring that is filled from below; dashed where nothing was asked yet."""
    more: dict[str, str | float] = {"stroke_dasharray": "2.6 2.2"} if known is None else {}
    ring = element(
        "circle",
        class_="tl-ring tl-new" if known is None else "tl-ring",
        cx=x,
        cy=y,
        r=RADIUS,
        **paint(
            fill=SHEET,
            stroke=EDGE if known is None else _ink(lane),
            stroke_width=2,
            **more,
        ),
    )
    tenths = round(10 * known) if known is not None else 0
    if not tenths:
        return ring
    part = _part(tenths / 10, x, y)
    return ring + element("path", class_="tl-full", d=part, **paint(fill=_ink(lane)))


def stretched(wide: float, *, doubtful: bool) -> float:
    """How wide the stretch of a date is drawn: doubt is always seen, and what is exact never."""
    if doubtful:
        return max(wide, _LEAST_DOUBT)
    return wide if wide > 2 * RADIUS else 0.0


def hatching() -> str:
    """The pattern of what is doubtful."""
    lines = element(
        "path", class_="tl-hatching", d="M0 6L6 0M-1 1L1-1M5 7L7 5", stroke=EDGE, stroke_width=1.4
    )
    return element(
        "defs",
        element("pattern", lines, id=HATCH, width=6, height=6, patternUnits="userSpaceOnUse"),
    )


def _point(one: Placed, long: float, axis: Axis, paint: Paint) -> str:
    """A circle in the middle of the time in which it was."""
    extent = one.moment.happening.extent
    stretch = ""
    if long > _EXACT:
        wide = stretched(long * axis.scale, doubtful=extent.doubtful)
        kind, high, more = (
            ("tl-doubt", 7.0, {"fill": f"url(#{HATCH})", "fill_opacity": "1"})
            if extent.doubtful
            else ("tl-when", 2.5, paint(fill=_ink(one.lane), fill_opacity="0.45"))
        )
        stretch = element(
            "rect",
            class_=kind,
            x=-wide / 2,
            y=RADIUS + 1.5,
            width=wide,
            height=high,
            rx=1.2,
            **more,
        )
    gap = RADIUS + INSET
    if (extent.after and one.side is Side.RIGHT) or (extent.before and one.side is Side.LEFT):
        gap += ARROW
    circle = known_circle(one.moment.known, one.lane, paint=paint)
    label = _label(one, -gap if one.side is Side.LEFT else gap, paint)
    return stretch + _open_end(one, paint) + circle + label


def _bar(one: Placed, wide: float, paint: Paint) -> str:
    """As long as it lasted; filled from below with what is known."""
    doubtful, known = one.moment.happening.extent.doubtful, one.moment.known
    x = -_PARTS[one.side] * wide
    full = BAR * round(10 * (known or 0)) / 10
    parts = [_block("tl-bar", x, wide, -BAR / 2, BAR, paint(fill=SHEET))]
    if doubtful:
        parts.append(_block("tl-doubt", x, wide, -BAR / 2, BAR, {"fill": f"url(#{HATCH})"}))
    if full:
        wash = WASHES[one.lane % len(WASHES)]
        parts.append(_block("tl-wash", x, wide, BAR / 2 - full, full, paint(fill=wash)))
    dashes: dict[str, str | float] = {"stroke_dasharray": "4 3"} if known is None else {}
    edge = element(
        "rect",
        class_="tl-edge tl-new" if known is None else "tl-edge",
        x=x,
        y=-BAR / 2,
        width=wide,
        height=BAR,
        rx=5,
        **paint(
            fill="none",
            stroke=EDGE if known is None else _ink(one.lane),
            stroke_width=1.6,
            **dashes,
        ),
    )
    parts.append(edge)
    return "".join(parts) + _label(one, -INSET if one.side is Side.LEFT else INSET, paint)


def _block(
    kind: str, x: float, wide: float, y: float, high: float, fill: dict[str, str | float]
) -> str:
    return element("rect", class_=kind, x=x, y=y, width=wide, height=high, rx=5, **fill)


def _open_end(one: Placed, paint: Paint) -> str:
    """An arrow to the side that is open: before, or from then on."""
    extent = one.moment.happening.extent
    if not (extent.before or extent.after):
        return ""
    away = -1 if extent.before else 1
    tip, foot = away * (RADIUS + ARROW), away * (RADIUS + 1.5)
    path = f"M{number(foot)} -5L{number(tip)} 0L{number(foot)} 5z"
    return element("path", class_="tl-open", d=path, **paint(fill=_ink(one.lane)))


def _label(one: Placed, x: float, paint: Paint) -> str:
    ends = {"text_anchor": "end"} if one.side is Side.LEFT else paint(text_anchor="start")
    return element(
        "text",
        said(one.label),
        class_="tl-label",
        x=x,
        y=5,
        **ends,
        **paint(font_size=TEXT, font_family=_FONT, fill=INK),
    )


def _part(share: float, x: float, y: float) -> str:
    """The lower part of a circle, so much of its height."""
    if share >= 1:
        side = number(_INNER)
        return (
            f"M{number(x - _INNER)} {number(y)}a{side} {side} 0 1 0 {number(2 * _INNER)} 0"
            f"a{side} {side} 0 1 0 {number(-2 * _INNER)} 0z"
        )
    down = _INNER * (1 - 2 * share)
    across = sqrt(_INNER**2 - down**2)
    large = int(share > 0.5)
    side = number(_INNER)
    return (
        f"M{number(x - across)} {number(y + down)}A{side} {side} 0 {large} 0 "
        f"{number(x + across)} {number(y + down)}z"
    )


def _ink(lane: int) -> str:
    return TONES[lane % len(TONES)]
