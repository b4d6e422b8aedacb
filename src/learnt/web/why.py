"""What led to what on a deck's cards: chains as pictures and as a table, and as files."""

import csv
import io
from typing import Any, NamedTuple
from urllib.parse import quote

import msgspec
from starlette.responses import Response
from starlette.routing import Route

from learnt.collection import Why
from learnt.facts.chains import Chain, Step
from learnt.plots.why import across, chain_picture, down, why_chains
from learnt.web.api.chains import why_shown
from learnt.web.asked import Asked
from learnt.web.face import Face, endpoint

CHAINS_A_PAGE = 20
_COLUMNS = ("cause", "effect", "kind", "words", "cause_front", "effect_front", "chain")
_FORMULA = ("=", "+", "-", "@", "\t")


class _Window(NamedTuple):
    """Which chains of how many a page shows."""

    start: int
    total: int


def routes(face: Face) -> list[Route]:
    """The routes of chains of causes."""
    return [
        Route("/decks/{deck}/why", endpoint(face, show), methods=["GET"]),
        Route("/decks/{deck}/why.svg", endpoint(face, as_svg), methods=["GET"]),
        Route("/decks/{deck}/why.csv", endpoint(face, as_csv), methods=["GET"]),
        Route("/decks/{deck}/why.json", endpoint(face, as_json), methods=["GET"]),
    ]


def show(face: Face, asked: Asked) -> Response:
    """The chains of a deck, those with most steps in a row first."""
    deck = face.collection.deck_head(asked.in_path("deck"))
    chains = face.collection.why(deck.id).chains
    start = (asked.page_number() - 1) * CHAINS_A_PAGE
    here = chains[start : start + CHAINS_A_PAGE]
    return face.page(
        asked,
        "why.html",
        deck=deck,
        meaning=why_chains(deck.title, chains).meaning,
        groups=_groups(here),
        chains=here,
        window=_Window(start, len(chains)),
        size=CHAINS_A_PAGE,
    )


def as_svg(face: Face, asked: Asked) -> Response:
    """All chains in one picture."""
    found = _of(face, asked)
    return _file(found, why_chains(found.title, found.chains).svg.encode(), "svg", "image/svg+xml")


def as_csv(face: Face, asked: Asked) -> Response:
    """A line for each link."""
    found = _of(face, asked)
    written = io.StringIO()
    lines = csv.writer(written)
    lines.writerow(_COLUMNS)
    for number, chain in enumerate(found.chains, start=1):
        for arrow in chain.arrows:
            cause, effect = chain.steps[arrow.cause], chain.steps[arrow.effect]
            texts = (cause.text, effect.text, arrow.kind.value, arrow.words)
            fronts = (cause.front or "", effect.front or "")
            lines.writerow([*map(_harmless, (*texts, *fronts)), number])
    return _file(found, written.getvalue().encode(), "csv", "text/csv; charset=utf-8")


def as_json(face: Face, asked: Asked) -> Response:
    """The same as the API gives."""
    deck = face.collection.deck_head(asked.in_path("deck"))
    found = face.collection.why(deck.id)
    data = msgspec.json.encode(why_shown(deck.id, found))
    return _file(found, data, "json", "application/json")


def _of(face: Face, asked: Asked) -> Why:
    return face.collection.why(face.collection.deck_head(asked.in_path("deck")).id)


def _groups(chains: tuple[Chain, ...]) -> list[dict[str, Any]]:
    """Chains about the same under one heading, each in its two pictures."""
    found: list[dict[str, Any]] = []
    for chain in chains:
        if not found or found[-1]["about"] != chain.about:
            found.append({"about": chain.about, "pictures": []})
        named = f"about-{len(found)}"
        found[-1]["pictures"].append(
            [chain_picture(drawn(chain), named, _card) for drawn in (across, down)]
        )
    return found


def _card(step: Step) -> str:
    return f"/cards/{step.card}"


def _harmless(text: str) -> str:
    """A cell that no table program takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _file(found: Why, data: bytes, ending: str, kind: str) -> Response:
    name = "".join(letter if letter.isalnum() else "-" for letter in found.title).strip("-")[:80]
    told = f"attachment; filename*=UTF-8''{quote(name or 'deck')}-why.{ending}"
    return Response(data, media_type=kind, headers={"Content-Disposition": told})
