"""A deck on paper: what to print is chosen above, and below are the pages as they will be."""

from dataclasses import replace
from urllib.parse import urlencode

from markupsafe import Markup
from starlette.responses import Response
from starlette.routing import Route

from learnt.collection import CardReport
from learnt.deck import Deck
from learnt.ids import PointId
from learnt.sources.printing import Choice, Kind, Known, Paper, printed, told
from learnt.web.asked import Asked
from learnt.web.face import Face, endpoint
from learnt.web.render import known

_WELL = 9
"""Tenths of recall from which a point is not likely to be forgotten."""
KINDS = {
    Kind.CARDS: "Cards to cut",
    Kind.SHEET: "Revision sheet",
    Kind.TEST: "Test, with the answers at the end",
}
PAPERS = {Paper.A4: "A4", Paper.LETTER: "Letter"}


def routes(face: Face) -> list[Route]:
    """The routes of printing."""
    return [Route("/decks/{deck}/print", endpoint(face, show), methods=["GET"], name="print")]


def show(face: Face, asked: Asked) -> Response:
    """The pages, and what can be chosen of them. What is no choice is taken for the usual one."""
    deck = face.collection.deck(asked.in_path("deck"))
    chosen, choice = chosen_of(face, asked, deck)
    ticked = {name: asked.query(name) for name in ("weak", "marks") if asked.query(name)}
    query = urlencode({"kind": choice.kind, "paper": choice.paper} | ticked)
    return face.page(
        asked,
        "print.html",
        deck=deck,
        cards=len(chosen.cards),
        choice=choice,
        ticked=ticked,
        kinds=KINDS,
        papers=PAPERS,
        how=told(choice),
        file=f"/decks/{deck.id}/export.html?{query}",
        printed=Markup(printed(chosen, choice)),  # noqa: S704 - every text in it is escaped there
    )


def chosen_of(face: Face, asked: Asked, deck: Deck) -> tuple[Deck, Choice]:
    """What of the deck is printed, and how, as the address says."""
    kind = next((one for one in Kind if one == asked.query("kind")), Kind.SHEET)
    paper = next((one for one in Paper if one == asked.query("paper")), Paper.A4)
    weak, marked = bool(asked.query("weak")), bool(asked.query("marks"))
    if not (weak or marked):
        return deck, Choice(kind, paper)
    marks = _marks(face, face.collection.report(deck.cards))
    return _weak(deck, marks) if weak else deck, Choice(kind, paper, marks if marked else {})


def _marks(face: Face, reports: list[CardReport]) -> dict[PointId, Known]:
    """How well each point is known, for the sheet to say."""
    now, model = face.collection.now(), face.collection.model
    found = {}
    for report in reports:
        for point in report.card.points:
            tenths = known(report.memories.get(point.id), model, now)
            if tenths is None:
                found[point.id] = Known.NEW
            else:
                found[point.id] = Known.WELL if tenths >= _WELL else Known.WEAK
    return found


def _weak(deck: Deck, marks: dict[PointId, Known]) -> Deck:
    """The deck with those cards of which something was not asked yet, or may be forgotten."""
    cards = tuple(
        card
        for card in deck.cards
        if any(marks.get(point.id) is not Known.WELL for point in card.points)
    )
    return replace(deck, cards=cards)
