"""What the cards tell together: events in the order of time, and agreements."""

from typing import Annotated

from msgspec import Meta, Struct

from learnt.collection import Wanted
from learnt.plots.map import Tie
from learnt.plots.timeline import Moment
from learnt.web.api.fact_values import Edtf
from learnt.web.api.operation import Call, Operation
from learnt.web.api.values import Id, Share, Window, part
from learnt.web.face import Face

Year = Annotated[int, Meta(ge=-9_999, le=9_999, description="A year; 44 BC is -43")]
Name = Annotated[str, Meta(max_length=300)]


class Chosen(Window, frozen=True, kw_only=True):
    """What is wanted of agreements: of one actor, on cards that have all words of a topic."""

    actor: Name = ""
    topic: Name = ""


class ChosenEvents(Chosen, frozen=True, kw_only=True, rename={"first": "from", "last": "to"}):
    """What is wanted of events: besides, only those between two years."""

    first: Year | None = None
    last: Year | None = None


class EventOfTime(Struct, frozen=True):
    """Something with a date. `start` and `end` are years: 1934.5 is the middle of 1934.

    It was `lasting` all of that time, or else somewhere in it; `doubtful` are dates with ~ or ?.
    `known` is the recall of its points, null where none was asked.
    """

    card: Id
    points: list[Id]
    edtf: Edtf
    when: str
    start: float
    end: float
    lasting: bool
    doubtful: bool
    label: str
    text: str
    front: str | None
    actors: list[str]
    deck: str
    known: Share | None


class TimelineShown(Struct, frozen=True):
    """Some events of `total`, in the order of time, and everyone who can be chosen."""

    title: str
    events: list[EventOfTime]
    actors: list[str]
    start: int
    total: int


class AgreementOfMap(Struct, frozen=True):
    """An agreement with all that the cards tell of it; the first card is where it is named."""

    name: str
    parties: list[str]
    edtf: Edtf | None
    when: str
    conditions: list[str]
    duration: str | None
    cards: list[Id]
    deck: str
    known: Share | None


class MapShown(Struct, frozen=True):
    """Some agreements of `total`, the oldest card's first, and everyone who can be chosen."""

    title: str
    agreements: list[AgreementOfMap]
    actors: list[str]
    start: int
    total: int


def show_timeline(face: Face, call: Call[ChosenEvents, None]) -> TimelineShown:
    """What happened when, by the cards of a deck and those below it."""
    return _timeline(face, call.query, face.collection.deck_head(call.id("deck")).id)


def show_whole_timeline(face: Face, call: Call[ChosenEvents, None]) -> TimelineShown:
    """What happened when, by the cards of all decks."""
    return _timeline(face, call.query, None)


def show_map(face: Face, call: Call[Chosen, None]) -> MapShown:
    """Who agreed with whom, by the cards of a deck and those below it."""
    return _map(face, call.query, face.collection.deck_head(call.id("deck")).id)


def show_whole_map(face: Face, call: Call[Chosen, None]) -> MapShown:
    """Who agreed with whom, by the cards of all decks."""
    return _map(face, call.query, None)


OPERATIONS = (
    Operation("GET", "/timeline", show_whole_timeline),
    Operation("GET", "/map", show_whole_map),
    Operation("GET", "/decks/{deck}/timeline", show_timeline),
    Operation("GET", "/decks/{deck}/map", show_map),
)


def _timeline(face: Face, query: ChosenEvents, deck: str | None) -> TimelineShown:
    wanted = Wanted(query.actor, query.topic, query.first, query.last)
    found = face.collection.timeline(deck, wanted)
    some = part(found.moments, query)
    return TimelineShown(
        found.title, [_event(one) for one in some], list(found.actors), query.start, found.total
    )


def _map(face: Face, query: Chosen, deck: str | None) -> MapShown:
    found = face.collection.agreements_map(deck, Wanted(query.actor, query.topic))
    some = part(found.ties, query)
    return MapShown(
        found.title, [_agreement(one) for one in some], list(found.actors), query.start,
        len(found.ties),
    )  # fmt: skip


def _event(one: Moment) -> EventOfTime:
    found = one.happening
    return EventOfTime(
        card=found.card,
        points=list(found.points),
        edtf=found.edtf,
        when=one.when,
        start=round(found.extent.start, 4),
        end=round(found.extent.end, 4),
        lasting=found.extent.lasting,
        doubtful=found.extent.doubtful,
        label=found.label,
        text=found.text,
        front=found.asked,
        actors=list(found.actors),
        deck=one.deck,
        known=one.known,
    )


def _agreement(one: Tie) -> AgreementOfMap:
    return AgreementOfMap(
        name=one.name,
        parties=list(one.bond.parties),
        edtf=one.bond.when,
        when=one.when,
        conditions=list(one.bond.conditions),
        duration=one.bond.duration,
        cards=list(one.bond.cards),
        deck=one.deck,
        known=one.known,
    )
