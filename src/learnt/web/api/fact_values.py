"""The facts on cards as they are sent: a type for each kind, told apart by `kind`."""

from collections.abc import Iterable
from typing import Annotated

from msgspec import Meta, Struct

from learnt.facts import (
    Agreement,
    CardFacts,
    Cause,
    CauseKind,
    Date,
    Event,
    Fact,
    Name,
    NameKind,
    Quantity,
    Side,
    Span,
    TextFacts,
)
from learnt.web.api.values import Id

Letters = Annotated[
    tuple[int, int], Meta(description="Where it stands: the first letter, and the one after it")
]
Edtf = Annotated[str, Meta(description="A date of EDTF level 1 (ISO 8601-2); 44 BC is -0043")]


class DateShown(Struct, frozen=True, tag_field="kind", tag="date"):
    """When. A part of a date that is `inherited` comes from the text before."""

    span: Letters
    edtf: Edtf
    inherited: bool


class NameShown(Struct, frozen=True, tag_field="kind", tag="name"):
    """Who or what: the usual full form of what stands there, its type, and what somebody is."""

    span: Letters
    name: str
    type: NameKind
    role: str | None


class QuantityShown(Struct, frozen=True, tag_field="kind", tag="quantity"):
    """How many or how much; `to` is the end of a range, `comparator` one of = > < >= <= ~."""

    span: Letters
    value: float
    to: float | None
    unit: str
    comparator: str


class EventShown(Struct, frozen=True, tag_field="kind", tag="event"):
    """What happened, by one verb: who did it, then to whom; when, where, on what condition.

    `word` is where the verb stands. With a `polarity` of false it did not happen.
    """

    span: Letters
    word: Letters | None
    verb: str
    actors: list[str]
    edtf: Edtf | None
    date: Letters | None
    place: str | None
    qualifier: str | None
    condition: str | None
    polarity: bool


class AgreementShown(Struct, frozen=True, tag_field="kind", tag="agreement"):
    """A treaty, pact or alliance."""

    span: Letters
    name: str
    parties: list[str]
    negotiated: Edtf | None
    signed: Edtf | None
    duration: str | None
    condition: str | None
    qualifier: str | None


class SideShown(Struct, frozen=True):
    """Where one side of a link stands: in a point, or in the prompt where `point` is null."""

    point: Id | None
    span: Letters


class CauseShown(Struct, frozen=True, tag_field="kind", tag="cause"):
    """What led to what, or on what condition, in the card's own words.

    A side may stand in another text of the card; of one that the learner added it is not known
    where. `marker` are the words that tell it, null where the prompt asks.
    """

    span: Letters
    cause: str
    effect: str
    type: CauseKind
    marker: Letters | None
    cause_at: SideShown | None
    effect_at: SideShown | None


FactShown = DateShown | NameShown | QuantityShown | EventShown | AgreementShown | CauseShown


class TextFactsShown(Struct, frozen=True):
    """The facts of one text: of a point, or of the prompt where `point` is null."""

    point: Id | None
    text: str
    facts: list[FactShown]


class CardFactsShown(Struct, frozen=True):
    """The facts of a card, text by text."""

    card: Id
    front: str | None
    texts: list[TextFactsShown]


def card_facts_shown(one: CardFacts) -> CardFactsShown:
    """The facts of a card, as they are sent."""
    return CardFactsShown(one.card, one.front, [_text(text) for text in one.texts])


def _text(one: TextFacts) -> TextFactsShown:
    return TextFactsShown(one.point, one.text, _facts(fact for _, fact in one.all()))


def _facts(facts: Iterable[Fact]) -> list[FactShown]:
    return [_fact(one) for one in facts]


def _fact(one: Fact) -> FactShown:
    span = _letters(one.span)
    match one:
        case Date():
            return DateShown(span, one.edtf, one.inherited)
        case Name():
            return NameShown(span, one.name, one.kind, one.role)
        case Quantity():
            return QuantityShown(span, one.value, one.to, one.unit, one.comparator)
        case Event():
            return EventShown(
                span,
                _letters(one.word) if one.word else None,
                one.verb,
                list(one.actors),
                one.edtf,
                _letters(one.date) if one.date else None,
                one.place,
                one.qualifier,
                one.condition,
                one.polarity,
            )
        case Agreement():
            return AgreementShown(
                span,
                one.name,
                list(one.parties),
                one.negotiated,
                one.signed,
                one.duration,
                one.condition,
                one.qualifier,
            )
        case Cause():
            marker = _letters(one.marker) if one.marker else None
            sides = (_side(one.cause_at), _side(one.effect_at))
            return CauseShown(span, one.cause, one.effect, one.kind, marker, *sides)


def _side(side: Side | None) -> SideShown | None:
    return None if side is None else SideShown(side.point, _letters(side.span))


def _letters(span: Span) -> tuple[int, int]:
    return span.start, span.end
