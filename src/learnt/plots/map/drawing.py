"""The whole map in one SVG, and what it says in words and in a table."""

from collections import Counter
from collections.abc import Callable, Sequence

from learnt.plots.figure import Figure
from learnt.plots.map.boxes import COLUMN, LINE_UP, actor_box, agreement_box, edge
from learnt.plots.map.lines import held_at
from learnt.plots.map.places import BOX, PILL, Cell, Places, placed
from learnt.plots.map.tie import Tie
from learnt.plots.palette import INK, SHEET
from learnt.plots.svg import element, number, picture, said
from learnt.plots.timeline.moment import known_words
from learnt.words import count

COLUMNS = ("Agreement", "Between", "When", "On condition", "For", "Deck", "Known")
_TITLE = 44.0
_NARROWEST = 3
"""Columns of the smallest map."""
_SERIF = "Literata, Georgia, serif"


def agreements_map(name: str, ties: Sequence[Tie]) -> Figure:
    """The ties as a map; `name` is its title, such as that of a deck."""
    meaning = _meaning(ties)
    places = placed(ties)
    wide, high = _size(places)
    svg = picture(
        name,
        meaning,
        wide,
        high + _TITLE,
        element(
            "rect", class_="map-ground", x=0, y=0, width=wide, height=high + _TITLE, rx=10,
            fill=SHEET,
        ),
        element(
            "text", said(name), class_="map-title", x=16, y=30, font_size=20, font_weight="600",
            font_family=_SERIF, fill=INK,
        ),
        element("g", _inside(ties, places), transform=f"translate(0 {number(_TITLE)})"),
    )  # fmt: skip
    return Figure("map", name, meaning, COLUMNS, _rows(ties), svg)


def page_map(
    name: str,
    ties: Sequence[Tie],
    to_tie: Callable[[Tie], str],
    to_actor: Callable[[str], str],
) -> str:
    """The map for a page: every agreement leads to its card, every actor to what is theirs."""
    places = placed(ties)
    wide, high = _size(places)
    return element(
        "svg",
        _inside(ties, places, to_tie, to_actor),
        xmlns="http://www.w3.org/2000/svg",
        class_="map-body",
        width=wide,
        height=high,
        viewBox=f"0 0 {number(wide)} {number(high)}",
        role="group",
        aria_label=said(name),
    )


def _meaning(ties: Sequence[Tie]) -> str:
    if not ties:
        return "No agreement is told of on these cards, so there is nothing on the map yet."
    counted = Counter(actor for tie in ties for actor in tie.bond.parties)
    told = f"{count(len(ties), 'agreement')} between {count(len(counted), 'party', 'parties')}."
    if not counted:
        return f"{count(len(ties), 'agreement')}; who made them is not told."
    name, most = max(counted.items(), key=lambda one: one[1])
    return f"{told} {name} is in {most} of them." if most > 1 else told


def _rows(ties: Sequence[Tie]) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            tie.name,
            ", ".join(tie.bond.parties),
            tie.when,
            "; ".join(tie.bond.conditions),
            tie.bond.duration or "",
            tie.deck,
            known_words(tie.known),
        )
        for tie in ties
    )


def _inside(
    ties: Sequence[Tie],
    places: Places,
    to_tie: Callable[[Tie], str] | None = None,
    to_actor: Callable[[str], str] | None = None,
) -> str:
    """Lines first, so that boxes lie on them; agreements in the order of time, then the actors."""
    first = _first(places)
    numbers = {name: place for place, name in enumerate(places.actors)}
    drawn = {tie.bond.key: tie for tie in ties if tie.bond.key in places.bonds}
    halves = dict.fromkeys(places.bonds.values(), BOX) | dict.fromkeys(places.actors.values(), PILL)
    ends = [
        (places.bonds[key], places.actors[actor], numbers[actor])
        for key, tie in drawn.items()
        for actor in tie.bond.parties
    ]
    lines = [edge(bond, held_at(bond, to, halves), to, nth, first) for bond, to, nth in ends]
    boxes = [
        agreement_box(tie, places.bonds[key], first, to_tie(tie) if to_tie else None)
        for key, tie in sorted(drawn.items(), key=lambda one: one[1].bond.when or "9999")
    ]
    counted = Counter(actor for tie in drawn.values() for actor in tie.bond.parties)
    actors = [
        actor_box(
            name, numbers[name], count(counted[name], "agreement"), cell, first,
            to_actor(name) if to_actor else None,
        )
        for name, cell in places.actors.items()
    ]  # fmt: skip
    return "".join((*lines, *boxes, *actors))


def _first(places: Places) -> Cell:
    """The cell at the upper left."""
    cells = places.taken() or {(0, 0)}
    wide = max(x for x, _ in cells) - min(x for x, _ in cells) + 1
    spare = max(0, _NARROWEST - wide) // 2
    return min(x for x, _ in cells) - spare, min(y for _, y in cells)


def _size(places: Places) -> tuple[float, float]:
    cells = places.taken() or {(0, 0)}
    wide = max(x for x, _ in cells) - min(x for x, _ in cells) + 1
    high = max(y for _, y in cells) - min(y for _, y in cells) + 1
    return COLUMN * max(wide, _NARROWEST), LINE_UP * high
