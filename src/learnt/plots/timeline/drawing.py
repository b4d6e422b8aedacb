"""The whole timeline in one SVG that stands alone, and what it says in words and numbers."""

from collections.abc import Sequence
from dataclasses import replace

from learnt.plots.figure import Figure
from learnt.plots.letters import width
from learnt.plots.palette import INK, LINE, SHEET, SOFT, SUNK, TONES, tone
from learnt.plots.svg import element, number, picture, said
from learnt.plots.timeline.axis import WIDTH, Tick, ticks
from learnt.plots.timeline.lanes import By, lanes_of
from learnt.plots.timeline.layout import HEAD, Layout, laid_out
from learnt.plots.timeline.marks import HATCH, hatching, known_circle, mark
from learnt.plots.timeline.moment import Moment, known_words
from learnt.words import count

AXIS = 34.0
_TITLE, _LEGEND, _SIDE = 44.0, 44.0, 8.0
_TEXT = 14.0
_SIGN = 24.0
_SERIF = "Literata, Georgia, serif"
_WEAK = 0.75
COLUMNS = ("When", "What", "Who", "Deck", "Known")


def timeline(name: str, moments: Sequence[Moment], by: By = By.ACTOR) -> Figure:
    """Moments in lanes on an axis of years; `name` is the title, such as that of a deck."""
    told = timeline_told(name, moments)
    return replace(told, svg=_alone(name, told.meaning, laid_out(lanes_of(moments, by))))


def timeline_told(name: str, moments: Sequence[Moment]) -> Figure:
    """The same without the SVG: what a page needs that is drawn in parts."""
    return Figure("timeline", name, _meaning(moments), COLUMNS, _rows(moments), svg="")


def _meaning(moments: Sequence[Moment]) -> str:
    if not moments:
        return "Nothing on these cards has a date, so there is nothing to show on a timeline yet."
    first, last = moments[0].when, moments[-1].when
    told = f"{count(len(moments), 'event')}: {first}"
    told += f" to {last}." if last != first else "."
    asked = [one.known for one in moments if one.known is not None]
    if not asked:
        return f"{told} You were not asked about any of them yet."
    weak = sum(one < _WEAK for one in asked)
    among = "all" if len(asked) == len(moments) else str(len(asked))
    fading = f"{weak} {'is' if weak == 1 else 'are'}" if weak else "none is"
    return f"{told} You were asked about {among} of them, and {fading} fading."


def _rows(moments: Sequence[Moment]) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            one.when,
            one.happening.label,
            ", ".join(one.happening.actors),
            one.deck,
            known_words(one.known),
        )
        for one in moments
    )


def _alone(name: str, meaning: str, layout: Layout) -> str:
    """The SVG: title, axis, lanes and legend, in colours of its own."""
    height = _TITLE + AXIS + layout.height + _LEGEND
    at = _TITLE + AXIS
    return picture(
        name,
        meaning,
        WIDTH,
        height,
        hatching(),
        element(
            "rect", class_="tl-ground", x=0, y=0, width=WIDTH, height=height, rx=10, fill=SHEET
        ),
        text(name, _SIDE * 2, 30, 20, INK, "tl-title", font_weight="600", font_family=_SERIF),
        moved(axis_labels(layout), _TITLE),
        moved(
            bands(layout)
            + grid(layout)
            + names(layout)
            + "".join(mark(one, layout.axis) for one in layout.placed),
            at,
        ),
        moved(legend(), at + layout.height + 26),
    )


def moved(inside: str, y: float) -> str:
    """So far down."""
    return element("g", inside, transform=f"translate(0 {number(y)})")


def bands(layout: Layout) -> str:
    """Every second lane on a darker ground."""
    return "".join(
        element(
            "rect", class_="tl-band", x=0, y=lane.top, width=WIDTH, height=lane.height, fill=SUNK,
            fill_opacity="0.45",
        )
        for lane in layout.lanes[::2]
    )  # fmt: skip


def grid(layout: Layout) -> str:
    """A line down from every tick, those of years stronger where there are months."""
    found = ticks(layout.axis)
    plain = [one for one in found if not one.strong]
    strong = [one for one in found if one.strong]
    return _lines(layout, plain, "tl-grid", 1) + _lines(layout, strong, "tl-grid tl-strong", 1.6)


def _lines(layout: Layout, found: Sequence[Tick], kind: str, wide: float) -> str:
    bottom = number(layout.height)
    path = "".join(f"M{number(layout.axis.x(one.year))} 0V{bottom}" for one in found)
    return element(
        "path", class_=kind, d=path or "M0 0", stroke=LINE, stroke_width=wide, fill="none"
    )


def axis_labels(layout: Layout) -> str:
    """The years."""
    return "".join(
        text(one.label, layout.axis.x(one.year), 24, _TEXT, SOFT, "tl-tick", text_anchor="middle")
        for one in ticks(layout.axis)
    )


def names(layout: Layout) -> str:
    """The name of every lane, at its top."""
    return "".join(lane_name(lane.name, place, lane.top) for place, lane in enumerate(layout.lanes))


def lane_name(name: str, place: int, top: float) -> str:
    """The name of a lane that begins at a height, in the colour of its place."""
    kind, ink = f"tl-name {tone(place)}", TONES[place % len(TONES)]
    return text(name, _SIDE * 2, top + HEAD - 9, _TEXT + 1, ink, kind, font_weight="600")


def legend() -> str:
    """What the marks mean, on one line."""
    parts, x = [], _SIDE * 2
    for drawn, words in legend_entries():
        parts.append(element("g", drawn, transform=f"translate({number(x)} -5)"))
        parts.append(text(words, x + _SIGN + 8, 0, _TEXT, SOFT, "tl-legend"))
        x += _SIGN + 34 + width(words, _TEXT)
    return "".join(parts)


def legend_entries() -> list[tuple[str, str]]:
    """Each sign, drawn around its left middle and not wider than `SIGN`, and what it means."""
    known = ((None, "not asked yet"), (0.2, "fading"), (0.6, "half known"), (1.0, "well known"))
    when = element(
        "rect", class_="tl-when", x=0, y=-1.5, width=_SIGN, height=3, fill=TONES[0],
        fill_opacity="0.45",
    )  # fmt: skip
    doubt = element(
        "rect", class_="tl-doubt", x=0, y=-5, width=_SIGN, height=10, fill=f"url(#{HATCH})"
    )
    return [
        *((known_circle(one, 0, _SIGN / 2), words) for one, words in known),
        (when, "somewhere in this time"),
        (doubt, "the date is in doubt"),
    ]


def text(
    words: str, x: float, y: float, size: float, fill: str, kind: str, **more: str | float
) -> str:
    """A text of the timeline."""
    return element("text", said(words), class_=kind, x=x, y=y, font_size=size, fill=fill, **more)
