"""The facts on a deck's cards: marked in their texts, and corrected in place."""

from typing import Any

from starlette.responses import Response
from starlette.routing import Route

from learnt.collection import FACT_LABELS, DeckHead, fact_values, text_with
from learnt.errors import UsageError
from learnt.facts import FIELDS, Action, FactKind
from learnt.ids import CardId, PointId
from learnt.web.asked import OLD_PAGE, Asked
from learnt.web.face import TOLD, Face, endpoint, go
from learnt.web.fact_fields import SAME_HINTS, fields_of
from learnt.web.fact_rows import card_row, row_at
from learnt.web.fact_same import chosen

CARDS_A_PAGE = 10


def routes(face: Face) -> list[Route]:
    """The routes of facts."""
    return [
        Route("/decks/{deck}/facts", endpoint(face, show), methods=["GET"]),
        Route("/decks/{deck}/facts", endpoint(face, correct), methods=["POST"]),
        Route("/decks/{deck}/facts/take-back", endpoint(face, take_back), methods=["POST"]),
    ]


def show(face: Face, asked: Asked) -> Response:
    """A page of the deck's cards with their facts."""
    deck = face.collection.deck_head(asked.in_path("deck"))
    return face.page(asked, "facts.html", **_values(face, asked, deck))


def correct(face: Face, asked: Asked) -> Response:
    """Keep what the learner says of a fact, or the fact that they add."""
    kind, action = _kind(asked), _action(asked)
    card_id, quote = asked.id("card"), asked.text("quote", 2_000)
    point = asked.text("point")
    start = asked.number("start", 0, 100_000_000)
    if action is Action.ADD:
        values = {
            name: text for name in FIELDS[kind] if (text := asked.text(f"{kind}-{name}", 2_000))
        }
        if start is None:
            point = text_with(face.collection.card(card_id)[1], quote) or ""
    elif action is Action.MERGE and kind is FactKind.NAME:
        values = {name: asked.text(name, 2_000) for name in ("name", "into")}
    elif action is Action.MERGE:
        values = chosen(asked.text("into", 2_100))
    elif action is Action.CHANGE:
        values = _changed(face, asked, kind, quote, start or 0)
    else:
        values = {}
    if action is Action.CHANGE and not values:
        return _card(face, asked, "fact-same")
    face.collection.correct_fact(
        card_id,
        point or None,
        kind,
        action,
        quote,
        values,
        start=start,
        correction_id=asked.id("correction"),
    )
    return _card(face, asked, "fact", deck_wide=kind is FactKind.NAME)


def take_back(face: Face, asked: Asked) -> Response:
    """Let a correction count no more."""
    face.collection.take_back_fact(asked.id("correction"))
    return _card(face, asked, "undone", deck_wide=asked.text("kind") == FactKind.NAME)


def _changed(face: Face, asked: Asked, kind: FactKind, quote: str, start: int) -> dict[str, str]:
    """Those of the values that the learner wrote otherwise than they were read."""
    card = CardId(asked.id("card"))
    point = PointId(asked.text("point")) if asked.text("point") else None
    found = face.collection.facts_on(asked.in_path("deck"), [card])
    fact = row_at(found[0], kind, point, quote, start) if found else None
    before = fact_values(kind, fact) if fact is not None else {}
    sent = {name: asked.text(name, 2_000).strip() for name in FIELDS[kind] if name in asked.form}
    return {name: text for name, text in sent.items() if text != before.get(name, "")}


def _kind(asked: Asked) -> FactKind:
    try:
        return FactKind(asked.text("kind"))
    except ValueError:
        raise UsageError(OLD_PAGE) from None


def _action(asked: Asked) -> Action:
    try:
        return Action(asked.text("say"))
    except ValueError:
        raise UsageError(OLD_PAGE) from None


def _card(face: Face, asked: Asked, word: str, *, deck_wide: bool = False) -> Response:
    """The card anew; all cards of the page where what was said may tell of any of them."""
    deck = face.collection.deck_head(asked.in_path("deck"))
    card = CardId(asked.id("card"))
    if not asked.partly:
        return go(f"/decks/{deck.id}/facts#facts-{card}", word, page=asked.page_number())
    values = _values(face, asked, deck, None if deck_wide else card)
    response = face.part("facts.html", **values, told=TOLD[word])
    if deck_wide:
        response.headers["HX-Retarget"] = "#fact-cards"
    return response


def _values(face: Face, asked: Asked, deck: DeckHead, only: CardId | None = None) -> dict[str, Any]:
    """What the templates need: all cards of the page, or one alone."""
    start = (asked.page_number() - 1) * CARDS_A_PAGE
    window = face.collection.facts_window(deck.id, start, CARDS_A_PAGE)
    cards = [one for one in window.cards if only is None or one.card == only]
    return {
        "deck": deck,
        "cards": [card_row(one, window.corrected, face.collection.media.find) for one in cards],
        "names": window.names,
        "whole": only is None,
        "window": window,
        "size": CARDS_A_PAGE,
        "at": asked.page_number(),
        "same_hints": SAME_HINTS,
        "kinds": [(kind, FACT_LABELS[kind], fields_of(kind)) for kind in FactKind],
        "make_id": face.collection.make_id,
    }
