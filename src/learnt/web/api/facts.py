"""The facts on cards: listed, said to be otherwise, and taken back."""

from typing import Annotated

from msgspec import Meta, Struct, field

from learnt.facts import Action, Correction, FactKind
from learnt.web.api.fact_values import CardFactsShown, card_facts_shown
from learnt.web.api.operation import Call, Operation
from learnt.web.api.values import Asked, Id, Line, Window
from learnt.web.face import Face

Values = Annotated[
    dict[Annotated[str, Meta(max_length=40)], Line],
    Meta(max_length=20, description='By the names of the fact’s fields; "" takes one away'),
]


class FactCorrected(Struct, frozen=True):
    """What was said of a fact. It is `sleeping` while its words are gone from the text."""

    id: Id
    card: Id
    point: Id | None
    action: Action
    kind: FactKind
    quote: str
    start: int
    values: dict[str, str]
    sleeping: bool


class DeckFacts(Struct, frozen=True):
    """The facts on some cards of a deck of `total`, and what was said of these cards."""

    id: Id
    title: str
    cards: list[CardFactsShown]
    corrections: list[FactCorrected]
    start: int
    total: int


class FactSaid(Asked, frozen=True, kw_only=True):
    """What is to be said of a fact.

    change: the fact at these words has these values. add: there is one that was not read. reject:
    there is none. merge: it is the same as `values.into`, which for a name is another name, and
    else the words of another fact of this kind on the card. That one stays and takes what it lacks.
    Its words may stand several times: `values.into_point` is the id of their point ("" for the
    prompt), `values.into_start` where they stand there. `quote` are the words as they stand in the
    text of the point, or of the prompt without one; of several, those nearest to `start` are meant.
    Send an id of your own, and it counts once however often it is sent.
    """

    action: Action
    kind: FactKind
    quote: Annotated[str, Meta(min_length=1, max_length=2_000)]
    point: Id | None = None
    start: Annotated[int, Meta(ge=0, le=1_000_000)] = 0
    values: Values = field(default_factory=dict)
    id: Id | None = None


class FactTakenBack(Struct, frozen=True):
    """Whether it counted until now."""

    taken_back: bool


def list_facts(face: Face, call: Call[Window, None]) -> DeckFacts:
    """The facts on some cards of a deck, as the learner has corrected them."""
    head = face.collection.deck_head(call.id("deck"))
    window = face.collection.facts_window(head.id, call.query.start, call.query.count)
    cards = {one.card for one in window.cards}
    said = window.corrected
    shown = [
        _corrected(one, sleeping=asleep)
        for group, asleep in ((said.standing, False), (said.sleeping, True))
        for one in group
        if one.card in cards
    ]
    facts = [card_facts_shown(one) for one in window.cards]
    return DeckFacts(head.id, head.title, facts, shown, window.start, window.total)


def correct_fact(face: Face, call: Call[None, FactSaid]) -> FactCorrected:
    """Say what a fact of a card is, that one is missing, or that one is none.

    It holds as long as its words stand in the text, whatever else is changed there. A date may be
    sent in words, such as May 1935.
    """
    sent = call.body
    made = face.collection.correct_fact(
        call.id("card"),
        sent.point,
        sent.kind,
        sent.action,
        sent.quote,
        sent.values,
        start=sent.start,
        correction_id=sent.id,
    )
    return _corrected(made, sleeping=False)


def take_back_fact(face: Face, call: Call[None, None]) -> FactTakenBack:
    """Let what was said of a fact count no more. Asked twice, it is done once."""
    return FactTakenBack(face.collection.take_back_fact(call.id("correction")))


OPERATIONS = (
    Operation("GET", "/decks/{deck}/facts", list_facts),
    Operation("POST", "/cards/{card}/facts", correct_fact, status=201),
    Operation("DELETE", "/corrections/{correction}", take_back_fact),
)


def _corrected(one: Correction, *, sleeping: bool) -> FactCorrected:
    return FactCorrected(
        one.id,
        one.card,
        one.point,
        one.action,
        one.kind,
        one.quote,
        one.start,
        dict(one.values),
        sleeping,
    )
