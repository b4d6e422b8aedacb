"""Decks: a list of them, their cards and what is known of these, and the deck as a file."""

from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType
from starlette.responses import Response

from learnt.collection import DeckSummary
from learnt.sources import write
from learnt.web.api.cards import CardKnown, card_known
from learnt.web.api.operation import Call, Operation
from learnt.web.api.values import Asked, Id, NewCard, Thrown, Title, Window, part
from learnt.web.api.writing import new_card, thrown
from learnt.web.face import Face

FILES = {
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".csv": "text/csv",
    ".json": "application/json",
    ".html": "text/html",
}
Ending = Literal[".txt", ".md", ".csv", ".json", ".html"]


class DeckShown(Struct, frozen=True):
    """A deck: `due` of its cards are to be reviewed today, `new` were never asked."""

    id: Id
    title: str
    question: str | None
    cards: int
    points: int
    due: int
    new: int


class Decks(Struct, frozen=True):
    """Some decks, of so many in all."""

    decks: list[DeckShown]
    start: int
    total: int


class NewDeck(Asked, frozen=True, kw_only=True):
    """A deck without cards; `question` where its title is one that all of its cards answer."""

    title: Annotated[Title, Meta(min_length=1)]
    question: Title | None = None


class DeckChanges(Asked, frozen=True, kw_only=True):
    """What is to be different."""

    title: Annotated[Title, Meta(min_length=1)] | UnsetType = UNSET
    question: Title | UnsetType | None = UNSET


class CardsWanted(Window, frozen=True, kw_only=True):
    """Which cards; `matching` leaves out those that do not hold a text, whatever its case."""

    matching: Annotated[str, Meta(max_length=200)] | None = None


class DeckCards(Struct, frozen=True):
    """A deck and some of its cards; `total` is how many there are, or how many match."""

    id: Id
    title: str
    question: str | None
    cards: list[CardKnown]
    start: int
    total: int


class FileWanted(Asked, frozen=True, kw_only=True):
    """The form of the file, by its ending."""

    ending: Ending = ".txt"


def list_decks(face: Face, call: Call[Window, None]) -> Decks:
    """All decks in their order, with what is due and new in them."""
    decks = face.collection.decks()
    return Decks([deck_shown(one) for one in part(decks, call.query)], call.query.start, len(decks))


def make_deck(face: Face, call: Call[None, NewDeck]) -> DeckCards:
    """Make a deck without cards. 422 where another deck has the title."""
    made = face.collection.new_deck(call.body.title, call.body.question)
    face.changed()
    return _deck(face, made, CardsWanted())


def show_deck(face: Face, call: Call[CardsWanted, None]) -> DeckCards:
    """A deck and some of its cards, with what is known of each point."""
    return _deck(face, call.id("deck"), call.query)


def change_deck(face: Face, call: Call[None, DeckChanges]) -> DeckCards:
    """Give a deck another title or question. 422 where another deck has the title."""
    before = face.collection.deck_head(call.id("deck"))
    title = before.title if call.body.title is UNSET else call.body.title
    question = before.question if call.body.question is UNSET else call.body.question
    face.collection.rename_deck(before.id, title, question)
    face.changed()
    return _deck(face, before.id, CardsWanted())


def delete_deck(face: Face, call: Call[None, None]) -> Thrown:
    """Put a deck into the trash."""
    thing = face.collection.delete_deck(call.id("deck"))
    face.changed()
    return thrown(thing)


def add_card(face: Face, call: Call[None, NewCard]) -> CardKnown:
    """Add a card at the end of a deck."""
    deck = call.id("deck")
    card = face.collection.add_card(deck, new_card(call.body, face.collection.make_id))
    face.changed()
    return card_known(face, deck, face.collection.report([card])[0])


def export_deck(face: Face, call: Call[FileWanted, None]) -> Response:
    """A deck as a file in UTF-8: the plain text and the JSON hold all of it."""
    head = face.collection.deck_head(call.id("deck"))
    ending = call.query.ending
    return Response(write(face.collection.deck(head.id), ending), media_type=FILES[ending])


OPERATIONS = (
    Operation("GET", "/decks", list_decks),
    Operation("POST", "/decks", make_deck, status=201),
    Operation("GET", "/decks/{deck}", show_deck),
    Operation("PATCH", "/decks/{deck}", change_deck),
    Operation("DELETE", "/decks/{deck}", delete_deck),
    Operation("POST", "/decks/{deck}/cards", add_card, status=201),
    Operation("GET", "/decks/{deck}/export", export_deck, files=tuple(FILES.values())),
)


def deck_shown(one: DeckSummary) -> DeckShown:
    """A deck of a list, as it is sent."""
    return DeckShown(one.id, one.title, one.question, one.cards, one.points, one.due, one.new)


def _deck(face: Face, deck_id: str, wanted: CardsWanted) -> DeckCards:
    head = face.collection.deck_head(deck_id)
    window = face.collection.cards_of(head.id, wanted.start, wanted.count, wanted.matching)
    cards = [card_known(face, head.id, one) for one in face.collection.report(window.cards)]
    return DeckCards(head.id, head.title, head.question, cards, window.start, window.total)
