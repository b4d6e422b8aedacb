"""Cards: what is known of each point; changed, moved, set aside, deleted."""

from typing import Literal

from msgspec import Struct

from learnt.collection import CardReport
from learnt.deck import Point
from learnt.ids import CardId
from learnt.memory import PointMemory
from learnt.web.api.operation import Call, Operation
from learnt.web.api.values import Asked, CardShown, CardWritten, Id, Share, Thrown, Time
from learnt.web.api.writing import base_of, card_over, card_shown, thrown
from learnt.web.face import Face


class PointKnown(Struct, frozen=True):
    """What is known of a point: the probability of recall now, and FSRS's stability in days.

    Both are null for a point that was never asked.
    """

    id: Id
    recall: Share | None
    stability: float | None
    reviews: int
    lapses: int


class CardKnown(Struct, frozen=True):
    """A card and what is known of it, asked forwards. `mark` is the one to expect now.

    `due` is null for a card that was never asked, `held_until` for one that is not set aside.
    """

    deck: Id
    card: CardShown
    mark: Share | None
    due: Time | None
    reviews: int
    held_until: Time | None
    known: list[PointKnown]


class Place(Asked, frozen=True, kw_only=True):
    """A deck, and the card before which to stand: the end where it is left out."""

    deck: Id
    before: Id | None = None


class Until(Asked, frozen=True, kw_only=True):
    """Until when a card is set aside: tomorrow, or always, which means until it is released."""

    until: Literal["tomorrow", "always"]


class Aside(Struct, frozen=True):
    """A card that was set aside until an instant; `event` takes it back by undo."""

    event: Id
    card: Id
    until: Time


class Released(Struct, frozen=True):
    """Whether the card had been set aside."""

    released: bool


def show_card(face: Face, call: Call[None, None]) -> CardKnown:
    """A card, and what is known of each of its points."""
    return _known(face, call.id("card"))


def change_card(face: Face, call: Call[None, CardWritten]) -> CardKnown:
    """Write a card over the one there is; the earlier wording goes to the trash.

    The card is replaced as a whole. A point that is sent with its id keeps its history. With
    `base`, the card as you read it, what was changed elsewhere since stays. Where that is the same
    as you change, 409 says so, and nothing is changed: read the card again. Without it, the card is
    written over whatever there is.
    """
    _, before = face.collection.card(call.id("card"))
    base = base_of(call.body, before.id)
    card = card_over(base or before, call.body, face.collection.make_id)
    face.collection.change(card, base, refuse_conflict=True)
    face.changed()
    return _known(face, before.id)


def delete_card(face: Face, call: Call[None, None]) -> Thrown:
    """Put a card into the trash."""
    thing = face.collection.delete_cards([call.id("card")])
    face.changed()
    return thrown(thing)


def move_card(face: Face, call: Call[None, Place]) -> CardKnown:
    """Move a card to another deck, or to another place in its own. It keeps its history."""
    card, before = call.id("card"), call.body.before
    face.collection.move_cards([card], call.body.deck, CardId(before) if before else None)
    face.changed()
    return _known(face, card)


def set_aside(face: Face, call: Call[None, Until]) -> Aside:
    """Set a card aside: it is not asked until then."""
    _, card = face.collection.card(call.id("card"))
    always = call.body.until == "always"
    hold = face.collection.suspend(card.id) if always else face.collection.bury(card.id)
    face.changed()
    return Aside(hold.id, hold.card, hold.until)


def release_card(face: Face, call: Call[None, None]) -> Released:
    """Ask a card again that was set aside."""
    _, card = face.collection.card(call.id("card"))
    count = face.collection.release([card.id])
    face.changed()
    return Released(count == 1)


OPERATIONS = (
    Operation("GET", "/cards/{card}", show_card),
    Operation("PUT", "/cards/{card}", change_card, errors=(409,)),
    Operation("DELETE", "/cards/{card}", delete_card),
    Operation("POST", "/cards/{card}/move", move_card),
    Operation("POST", "/cards/{card}/aside", set_aside),
    Operation("POST", "/cards/{card}/release", release_card),
)


def card_known(face: Face, deck: str, report: CardReport) -> CardKnown:
    """A card and what is known of it, as it is sent."""
    return CardKnown(
        deck=deck,
        card=card_shown(report.card),
        mark=report.mark,
        due=report.due,
        reviews=report.reviews,
        held_until=report.held_until,
        known=[_point(face, one, report.memories.get(one.id)) for one in report.card.points],
    )


def _known(face: Face, card_id: str) -> CardKnown:
    deck, card = face.collection.card(card_id)
    return card_known(face, deck.id, face.collection.report([card])[0])


def _point(face: Face, point: Point, memory: PointMemory | None) -> PointKnown:
    if memory is None:
        return PointKnown(point.id, None, None, 0, 0)
    model = face.collection.model
    recall, lasts = memory.recall(model, face.collection.now()), memory.stability(model)
    return PointKnown(point.id, recall, lasts, memory.reviews, memory.lapses)
