"""Chains as SVG: all of them in one picture that stands alone, or one of them for a page."""

from collections.abc import Callable, Sequence

from learnt.facts.chains import Chain, Step
from learnt.plots.figure import Figure
from learnt.plots.letters import fitting
from learnt.plots.palette import INK, SHEET
from learnt.plots.svg import element, number, picture, said
from learnt.plots.why.across import Drawn, across
from learnt.plots.why.box import drawn_box
from learnt.words import count

Href = Callable[[Step], str]
"""Where a step leads in a page."""

COLUMNS = ("Cause", "Effect", "Told by", "Card")
_EDGE, _TITLE, _HEADING, _BETWEEN = 20.0, 52.0, 34.0, 34.0
_SERIF = "Literata, Georgia, serif"
NOTHING = "Nothing on these cards says yet what led to what."


def why_chains(name: str, chains: Sequence[Chain]) -> Figure:
    """Chains below each other; `name` is the title, such as that of a deck."""
    meaning = _meaning(chains)
    return Figure("why", name, meaning, COLUMNS, _rows(chains), _alone(name, meaning, chains))


def chain_picture(drawn: Drawn, named_by: str, href: Href) -> str:
    """One chain for a page, as large as it is; its boxes are links. `named_by` is an id there."""
    edge = 2.0
    return element(
        "svg",
        _moved(_inside(drawn, href), edge, edge),
        xmlns="http://www.w3.org/2000/svg",
        class_="chain",
        viewBox=f"0 0 {number(drawn.width + 2 * edge)} {number(drawn.height + 2 * edge)}",
        width=drawn.width + 2 * edge,
        height=drawn.height + 2 * edge,
        role="group",
        aria_labelledby=named_by,
    )


def _meaning(chains: Sequence[Chain]) -> str:
    if not chains:
        return NOTHING
    links = sum(len(one.arrows) for one in chains)
    longest = max(one.columns for one in chains)
    told = f"{count(links, 'link')} in {count(len(chains), 'chain')}, the causes first"
    return f"{told}; the longest has {longest} steps in a row."


def _rows(chains: Sequence[Chain]) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            one.steps[arrow.cause].text,
            one.steps[arrow.effect].text,
            arrow.words or "the prompt asks",
            one.steps[arrow.cause].front or "",
        )
        for one in chains
        for arrow in one.arrows
    )


def _alone(name: str, meaning: str, chains: Sequence[Chain]) -> str:
    drawn = [across(one) for one in chains]
    width = max((one.width for one in drawn), default=600.0) + 2 * _EDGE
    parts, y = [], _TITLE
    if not chains:
        parts.append(_words(NOTHING, y + 12, 16, width))
        y += 30
    about = None
    for chain, one in zip(chains, drawn, strict=True):
        if chain.about != about:
            about = chain.about
            parts.append(_words(about, y + 20, 16, width))
            y += _HEADING
        parts.append(_moved(_inside(one, None), _EDGE, y))
        y += one.height + _BETWEEN
    height = y + _EDGE - (_BETWEEN if chains else 0)
    ground = element(
        "rect", class_="chain-ground", x=0, y=0, width=width, height=height, rx=10, fill=SHEET
    )
    return picture(name, meaning, width, height, ground, _words(name, 34, 20, width), *parts)


def _inside(drawn: Drawn, href: Href | None) -> str:
    boxes = (drawn_box(box, href(box.step) if href else None) for box in drawn.boxes)
    return drawn.arrows + "".join(boxes)


def _words(text: str, y: float, size: float, width: float) -> str:
    """A heading in the picture that stands alone."""
    return element(
        "text", said(fitting(text, size, width - 2 * _EDGE)), class_="chain-title", x=_EDGE, y=y,
        font_size=size, fill=INK, font_weight="600", font_family=_SERIF,
    )  # fmt: skip


def _moved(inside: str, x: float, y: float) -> str:
    return element("g", inside, transform=f"translate({number(x)} {number(y)})")
