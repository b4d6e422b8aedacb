"""What the cards tell together: the pages of the timeline and of the map, and their files."""

import csv
import io
from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup
from starlette.responses import Response
from starlette.routing import Route

from learnt.collection import DeckHead, Wanted
from learnt.errors import NotFound
from learnt.ids import CardId
from learnt.plots import Figure
from learnt.plots.map import Tie, agreements_map, page_map
from learnt.plots.timeline import By, laid_out, lanes_of, page_parts, timeline, timeline_told
from learnt.web.asked import Asked
from learnt.web.face import Face, endpoint, go

_KINDS = {".svg": "image/svg+xml", ".csv": "text/csv"}
_YEARS = -9_999, 9_999
_FIELDS = ("actor", "topic", "from", "to", "by")


def routes(face: Face) -> list[Route]:
    """The routes of both pages, for a deck and for all decks."""
    return [
        Route(f"{where}/{name}{ending}", endpoint(face, work), methods=["GET"])
        for where in ("/decks/{deck}", "")
        for name, show, keep in (
            ("timeline", show_timeline, keep_timeline),
            ("map", show_map, keep_map),
        )
        for ending, work in (("", show), ("{ending}", keep))
    ]


def show_timeline(face: Face, asked: Asked) -> Response:
    """What happened when, in lanes; each event leads to its card."""
    if other := _other_deck(asked, "timeline"):
        return other
    head, wanted, by = _head(face, asked), wanted_of(asked), by_of(asked)
    found = face.collection.timeline(head.id if head else None, wanted)
    figure = timeline_told(found.title, found.moments)
    back = asked.path + _query(asked)
    parts = page_parts(
        laid_out(lanes_of(found.moments, by)),
        lambda one: card_address(one.happening.card, back),
    )
    links = [card_address(one.happening.card, back) for one in found.moments]
    return face.page(
        asked,
        "timeline.html",
        axis=_drawn(parts.axis),
        lines=_drawn(parts.lines),
        lanes=_drawn(parts.names),
        strips=[(_drawn(one.svg), one.shaded) for one in parts.strips],
        data=parts.data,
        legend=[(_drawn(sign), words) for sign, words in parts.legend],
        left_out=found.total - len(found.moments),
        **_values(face, asked, figure, found.actors, links),
    )


def show_map(face: Face, asked: Asked) -> Response:
    """Who agreed with whom; each agreement leads to its card."""
    if other := _other_deck(asked, "map"):
        return other
    head, wanted = _head(face, asked), wanted_of(asked)
    found = face.collection.agreements_map(head.id if head else None, wanted)
    back = asked.path + _query(asked)

    def to_tie(tie: Tie) -> str:
        return card_address(tie.bond.cards[0], back)

    def to_actor(name: str) -> str:
        return f"{asked.path}?{urlencode({'actor': name})}"

    figure = agreements_map(found.title, found.ties)
    links = [to_tie(one) for one in found.ties]
    return face.page(
        asked,
        "map.html",
        body=_drawn(page_map(found.title, found.ties, to_tie, to_actor)),
        left_out=0,
        **_values(face, asked, figure, found.actors, links),
    )


def keep_timeline(face: Face, asked: Asked) -> Response:
    """The timeline as a file."""
    head = _head(face, asked)
    found = face.collection.timeline(head.id if head else None, wanted_of(asked))
    return _file(asked, timeline(found.title, found.moments, by_of(asked)))


def keep_map(face: Face, asked: Asked) -> Response:
    """The map as a file."""
    head = _head(face, asked)
    found = face.collection.agreements_map(head.id if head else None, wanted_of(asked))
    return _file(asked, agreements_map(found.title, found.ties))


def wanted_of(asked: Asked) -> Wanted:
    """What the address leaves in. Raises UsageError for years that are none."""
    return Wanted(
        asked.text("actor", 300).strip(),
        asked.text("topic", 300).strip(),
        asked.signed_number("from", *_YEARS),
        asked.signed_number("to", *_YEARS),
    )


def by_of(asked: Asked) -> By:
    """What the lanes are for; what is no choice is taken for the usual one."""
    return next((one for one in By if one == asked.query("by")), By.ACTOR)


def card_address(card: CardId, back: str) -> str:
    """Where a card is looked at, and the way back."""
    return f"/cards/{card}?{urlencode({'back': back})}"


def _values(
    face: Face, asked: Asked, figure: Figure, actors: tuple[str, ...], links: list[str]
) -> dict[str, Any]:
    """What both templates need; a row of the table leads where its mark does."""
    query = _query(asked)
    return {
        "deck": _head(face, asked),
        "decks": face.collection.titles(),
        "figure": figure,
        "rows": list(zip(links, figure.rows, strict=True)),
        "actors": actors,
        "chosen": {field: asked.query(field) for field in _FIELDS},
        "narrowed": bool(_chosen(asked).keys() - {"by"}),
        "name": figure.name,
        "files": {
            "SVG": f"{asked.path}.svg{query}",
            "CSV": f"{asked.path}.csv{query}",
            "JSON": f"/api/v1{asked.path}{_query(asked, without='by')}",
        },
    }


def _drawn(svg: str) -> Markup:
    """A picture, whose texts are all escaped where it is drawn."""
    return Markup(svg)  # noqa: S704 - see above


def _query(asked: Asked, without: str = "") -> str:
    """What was chosen, to be added to an address."""
    chosen = {field: value for field, value in _chosen(asked).items() if field != without}
    return f"?{urlencode(chosen)}" if chosen else ""


def _chosen(asked: Asked) -> dict[str, str]:
    """The fields that were filled in otherwise than they are at first."""
    found = {field: asked.query(field) for field in _FIELDS}
    return {field: value for field, value in found.items() if value not in ("", By.ACTOR)}


def _head(face: Face, asked: Asked) -> DeckHead | None:
    """The deck of the address; None for all decks."""
    if "deck" not in asked.request.path_params:
        return None
    return face.collection.deck_head(asked.in_path("deck"))


def _other_deck(asked: Asked, name: str) -> Response | None:
    """The way to the page of the deck that was chosen on the page of another, or of all."""
    if "deck" not in asked.request.query_params:
        return None
    deck = asked.query("deck")
    where = f"/decks/{deck}/{name}" if deck else f"/{name}"
    return go(where, **_chosen(asked))


def _file(asked: Asked, figure: Figure) -> Response:
    ending = asked.request.path_params["ending"]
    if ending not in _KINDS:
        raise NotFound("There is no such form. It can be had as .svg and as .csv.")
    data = figure.svg if ending == ".svg" else _as_csv(figure)
    return Response(
        data,
        media_type=_KINDS[ending],
        headers={"Content-Disposition": f'attachment; filename="{figure.name}{ending}"'},
    )


def _as_csv(figure: Figure) -> str:
    written = io.StringIO()
    csv.writer(written).writerows([figure.columns, *figure.rows])
    return written.getvalue()
