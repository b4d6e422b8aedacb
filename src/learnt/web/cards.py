"""A card's pages: what is known of it, edit, move, set aside, delete."""

from typing import Any

from starlette.responses import Response
from starlette.routing import Route

from learnt.errors import UsageError
from learnt.ids import CardId
from learnt.web.asked import Asked, wrong_of
from learnt.web.decks import due_words
from learnt.web.face import Face, endpoint, go
from learnt.web.forms import card_from, shown_by, shown_in, written_card
from learnt.web.render import known


def routes(face: Face) -> list[Route]:
    """The routes of cards."""
    return [
        Route("/cards/{card}", endpoint(face, show), methods=["GET"]),
        Route("/cards/{card}", endpoint(face, change), methods=["POST"]),
        Route("/cards/{card}/edit", endpoint(face, edit), methods=["GET"]),
        Route("/cards/{card}/move", endpoint(face, choose_deck), methods=["GET"]),
        Route("/cards/{card}/move", endpoint(face, move), methods=["POST"]),
        Route("/cards/{card}/aside", endpoint(face, aside), methods=["POST"]),
        Route("/cards/{card}/delete", endpoint(face, delete), methods=["POST"]),
    ]


def show(face: Face, asked: Asked) -> Response:
    """What is known of a card, point by point; without its answer where that is still asked."""
    collection = face.collection
    deck, card = collection.card(asked.in_path("card"))
    report = collection.report([card])[0]
    now = collection.now()
    points = [
        (point, memory, known(memory, collection.model, now))
        for point in card.points
        for memory in (report.memories.get(point.id),)
    ]
    due = due_words(report, now)
    back = asked.back(f"/decks/{deck.id}")
    values: dict[str, Any] = {
        "deck": deck,
        "card": card,
        "points": points,
        "due": due,
        "back": back,
    }
    return face.page(asked, "card.html", **values, covered=asked.query("covered") == "1")


def edit(face: Face, asked: Asked) -> Response:
    """The card's fields."""
    deck, card = face.collection.card(asked.in_path("card"))
    back = asked.back(f"/decks/{deck.id}")
    values: dict[str, Any] = {"card": card, "shown": shown_by(card), "back": back, "wrong": {}}
    if asked.partly:
        return face.part("edit.html", **values)
    return face.page(asked, "edit.html", **values)


def change(face: Face, asked: Asked) -> Response:
    """Keep what was written; the history of each point stays with it.

    So does what was changed elsewhere since the fields were shown.
    """
    deck, card = face.collection.card(asked.in_path("card"))
    base = shown_in(asked) or card
    base = base if base.id == card.id else card
    try:
        written = card_from(asked, base, face.collection.make_id)
        overtaken = face.collection.change(written, base)
    except UsageError as error:
        fields = written_card(asked) | {"id": card.id}
        values = {"card": fields, "shown": shown_by(base), "wrong": wrong_of(error, "card")}
        return face.page(asked, "edit.html", 422, back=asked.back(f"/decks/{deck.id}"), **values)
    face.changed()
    return go(asked.back(f"/decks/{deck.id}"), "changed-both" if overtaken else "changed")


def choose_deck(face: Face, asked: Asked) -> Response:
    """Where to move a card to."""
    deck, card = face.collection.card(asked.in_path("card"))
    back = asked.back(f"/decks/{deck.id}")
    decks = face.collection.titles()
    return face.page(asked, "move.html", deck=deck, card=card, back=back, decks=decks)


def move(face: Face, asked: Asked) -> Response:
    """Move the card to another deck, or to another place in its own."""
    deck, card = face.collection.card(asked.in_path("card"))
    before = asked.text("before")
    face.collection.move_cards(
        [card.id], asked.id("deck"), CardId(asked.id("before")) if before else None
    )
    face.changed()
    return go(asked.back(f"/decks/{deck.id}"), "moved")


def aside(face: Face, asked: Asked) -> Response:
    """Set the card aside, or ask it again."""
    deck, card = face.collection.card(asked.in_path("card"))
    if asked.text("until") == "now":
        face.collection.release([card.id])
    else:
        face.collection.suspend(card.id)
    face.changed()
    told = "back" if asked.text("until") == "now" else "aside"
    return go(asked.back(f"/decks/{deck.id}"), told)


def delete(face: Face, asked: Asked) -> Response:
    """Put the card into the trash."""
    deck, card = face.collection.card(asked.in_path("card"))
    face.collection.delete_cards([card.id])
    face.changed()
    return go(asked.back(f"/decks/{deck.id}").partition("#")[0], "binned")
