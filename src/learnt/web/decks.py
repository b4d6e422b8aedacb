"""A deck's page: its cards and what is known of them; rename, export, delete."""

from typing import Any
from urllib.parse import quote, urlencode

from starlette.responses import Response
from starlette.routing import Route

from learnt.collection import PACKAGE, CardReport, DeckHead
from learnt.errors import NotFound, UsageError
from learnt.journal import FOREVER
from learnt.sources import endings, write
from learnt.sources.printing import deck_to_html
from learnt.web import today
from learnt.web.asked import Asked, wrong_of
from learnt.web.face import Face, endpoint, go
from learnt.web.forms import card_from, empty_card, written_card
from learnt.web.printing import chosen_of
from learnt.web.render import known
from learnt.words import span

CARDS_A_PAGE = 40
GOOD_FOR = {
    ".txt": "Text to change by hand. It has everything, and learnt reads it back.",
    ".md": "Markdown: pleasant to read, for programs that keep notes.",
    ".csv": "A table, for spreadsheets and most flashcard programs.",
    ".json": "Everything, for other programs and for learnt elsewhere.",
    ".apkg": "For Anki, with the decks below it, your answers and pictures.",
    ".html": "A sheet to print or to send; it opens in any browser.",
}
"""What each form is good for, in the words of the page."""
_KINDS = {
    ".json": "application/json",
    ".csv": "text/csv",
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".html": "text/html",
    ".apkg": "application/octet-stream",
}


def routes(face: Face) -> list[Route]:
    """The routes of decks."""
    return [
        Route("/decks", endpoint(face, start), methods=["POST"]),
        Route("/decks/{deck}", endpoint(face, show), methods=["GET"], name="deck"),
        Route("/decks/{deck}", endpoint(face, rename), methods=["POST"]),
        Route("/decks/{deck}/cards", endpoint(face, add_card), methods=["POST"]),
        Route("/decks/{deck}/delete", endpoint(face, delete), methods=["POST"]),
        Route("/decks/{deck}/export{ending}", endpoint(face, export), methods=["GET"]),
    ]


def show(face: Face, asked: Asked) -> Response:
    """A page of the deck's cards."""
    deck = face.collection.deck_head(asked.in_path("deck"))
    return _shown(face, asked, deck, 200)


def _shown(face: Face, asked: Asked, deck: DeckHead, status: int, **written: object) -> Response:
    """The page with its forms as they are `written`: one that was `refused` with what is wrong."""
    collection = face.collection
    as_it_is = {"title": deck.title, "question": deck.question or "", "card": empty_card()}
    as_it_is |= {"wrong": {}, "refused": ""}
    query = asked.text("q", 200).strip()
    start = (asked.page_number() - 1) * CARDS_A_PAGE
    window = collection.cards_of(deck.id, start, CARDS_A_PAGE, query or None)
    neighbours = _neighbours(face, deck.id, start, window.total) if not query else {}
    back = f"/decks/{deck.id}?" + urlencode({"page": asked.page_number(), "q": query})
    rows = [
        _row(face, report, deck.id, back) | neighbours.get(report.card.id, _NOWHERE)
        for report in collection.report(window.cards)
    ]
    return face.page(
        asked,
        "deck.html",
        status,
        deck=deck,
        rows=rows,
        window=window,
        size=CARDS_A_PAGE,
        query=query,
        endings=[(ending, GOOD_FOR.get(ending, "")) for ending in _forms()],
        **as_it_is | written,
    )


def start(face: Face, asked: Asked) -> Response:
    """Start an empty deck."""
    try:
        deck = face.collection.new_deck(asked.text("title", 500))
    except UsageError as error:
        if not face.collection.titles():  # then there is no such form on the page
            raise
        return today.shown(face, asked, 422, wrong_of(error, "title"))
    return go(f"/decks/{deck}")


def rename(face: Face, asked: Asked) -> Response:
    """Give the deck another title or question."""
    deck = face.collection.deck_head(asked.in_path("deck"))
    title, question = ((asked.texts(name) or [""])[0] for name in ("title", "question"))
    try:
        face.collection.rename_deck(
            deck.id, asked.text("title", 500), asked.text("question", 2000) or None
        )
    except UsageError as error:
        wrong = wrong_of(error, "title")
        values = {"wrong": wrong, "refused": "deck", "title": title, "question": question}
        return _shown(face, asked, deck, 422, **values)
    face.changed()
    return go(f"/decks/{deck.id}", "settings")


def add_card(face: Face, asked: Asked) -> Response:
    """Add a card written by hand at the end of the deck."""
    deck = face.collection.deck_head(asked.in_path("deck"))
    try:
        face.collection.add_card(deck.id, card_from(asked, None, face.collection.make_id))
    except UsageError as error:
        values = {"wrong": wrong_of(error, "card"), "refused": "card", "card": written_card(asked)}
        return _shown(face, asked, deck, 422, **values)
    face.changed()
    last = -(-(deck.cards + 1) // CARDS_A_PAGE)
    return go(f"/decks/{deck.id}", "added", page=last)


def delete(face: Face, asked: Asked) -> Response:
    """Put the deck into the trash."""
    face.collection.delete_deck(asked.in_path("deck"))
    face.changed()
    return go("/", "binned")


def export(face: Face, asked: Asked) -> Response:
    """The deck as a file."""
    ending = asked.request.path_params["ending"]
    if ending not in _forms():
        raise NotFound(f"There is no such form. A deck is written as {', '.join(_forms())}.")
    deck = face.collection.deck(asked.in_path("deck"))
    if ending == PACKAGE:
        data = face.collection.pack(deck.id).data
    elif ending == ".html":
        data = deck_to_html(*chosen_of(face, asked, deck))
    else:
        data = write(deck, ending)
    name = "".join(letter if letter.isalnum() else "-" for letter in deck.title).strip("-")[:80]
    return Response(
        data,
        media_type=_KINDS.get(ending, "text/plain"),
        headers={
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name or 'deck')}{ending}"
        },
    )


def _forms() -> tuple[str, ...]:
    """The endings under which a deck can be had."""
    return (*endings(), PACKAGE)


_NOWHERE: dict[str, Any] = {"before": "", "after": "", "can_go_down": False}


def _neighbours(face: Face, deck: str, start: int, total: int) -> dict[str, dict[str, Any]]:
    """For each card of a window, the cards between which it would stand one up or one down."""
    first = max(0, start - 1)
    wider = face.collection.cards_of(deck, first, CARDS_A_PAGE + 3)
    ids = [card.id for card in wider.cards]
    return {
        one: {
            "before": ids[place - 1] if place else "",
            "after": ids[place + 2] if place + 2 < len(ids) else "",
            "can_go_down": first + place + 1 < total,
        }
        for place, one in enumerate(ids)
    }


def _row(face: Face, report: CardReport, deck: str, back: str) -> dict[str, Any]:
    now, model = face.collection.now(), face.collection.model
    points = [
        (known(report.memories.get(point.id), model, now), point.text)
        for point in report.card.points
    ]
    address = f"{back}#card-{report.card.id}"
    return {"report": report, "points": points, "due": due_words(report, now), "deck": deck} | {
        "back": address
    }


def due_words(report: CardReport, now: int) -> str:
    """When a card comes back, in words."""
    if report.held_until is not None:
        return "set aside" if report.held_until >= FOREVER else "not today, back tomorrow"
    if report.due is None:
        return "not asked yet"
    return "due now" if report.due <= now else f"comes back in {span(report.due - now)}"
