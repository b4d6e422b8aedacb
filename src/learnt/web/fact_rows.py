"""What the page of facts shows of a card: its texts with their marks, its facts, what was said."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from learnt.collection import FACT_LABELS, Corrected, fact_told, fact_values
from learnt.deck.showing import as_plain
from learnt.deck.tidy import one_line, same_text
from learnt.facts import (
    Action,
    CardFacts,
    Cause,
    Correction,
    Date,
    Fact,
    FactKind,
    Name,
    TextFacts,
)
from learnt.facts.correcting import phrase_of
from learnt.ids import CardId, PointId
from learnt.web.fact_fields import NAME_KINDS, Choices, Field, fields_of, label_of
from learnt.web.fact_marks import marked, marks_of
from learnt.web.fact_same import Others, same_in_words
from learnt.web.pictures import Find, nothing
from learnt.words import date


@dataclass(frozen=True, slots=True)
class Row:
    """One fact: its phrase, what was read, and the fields in which it can be changed.

    `shown` is the phrase where `told` does not say it anyway. `exactly` is what is told beside:
    the date as it is kept, or what a name names. `name` is the name that was read, under which it
    can be said to be the same as another; `others` are the facts that another fact can be one with.
    """

    kind: FactKind
    label: str
    phrase: str
    shown: str
    told: str
    exactly: str
    point: PointId | None
    start: int
    fields: tuple[Field, ...]
    name: str = ""
    inherited: bool = False
    others: Choices = ()


@dataclass(frozen=True, slots=True)
class Said:
    """One correction, in words; it is `sleeping` while its words are gone from the card."""

    correction: Correction
    words: str
    sleeping: bool


@dataclass(frozen=True, slots=True)
class TextRow:
    """One text of a card with its marks, and its facts; of a point, or of the prompt."""

    point: PointId | None
    text: Markup
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class CardRow:
    """A card: its texts with their facts, and what was said of them."""

    card: CardId
    label: str
    texts: tuple[TextRow, ...]
    said: tuple[Said, ...]


def card_row(facts: CardFacts, corrected: Corrected, find: Find = nothing) -> CardRow:
    """What the page shows of a card; `find` knows its pictures and sounds."""
    others = Others(facts)
    texts = tuple(
        TextRow(text.point, marked(text.text, marks_of(text), find), tuple(_rows(text, others)))
        for text in facts.texts
    )
    label = facts.front or next((text.text for text in facts.texts), "")
    return CardRow(facts.card, one_line(as_plain(label)), texts, tuple(_said(facts, corrected)))


def row_at(
    facts: CardFacts, kind: FactKind, point: PointId | None, quote: str, start: int
) -> Fact | None:
    """The fact that is known by a phrase near a place; None where there is none."""
    found = [
        fact
        for text in facts.texts
        if text.point == point
        for its_kind, fact in text.all()
        if its_kind is kind and phrase_of(fact).of(text.text) == quote
    ]
    return min(found, key=lambda fact: abs(phrase_of(fact).start - start), default=None)


def _rows(text: TextFacts, others: Others) -> Iterator[Row]:
    for kind, fact in text.all():
        phrase, told = phrase_of(fact), fact_told(fact)
        words = phrase.of(text.text)
        yield Row(
            kind,
            FACT_LABELS[kind],
            words,
            "" if isinstance(fact, Cause) or same_text(told) == same_text(words) else words,
            told,
            _exactly(fact),
            text.point,
            phrase.start,
            fields_of(kind, fact_values(kind, fact)),
            fact.name if isinstance(fact, Name) else "",
            isinstance(fact, Date) and fact.inherited,
            others.than(kind, fact, text.point),
        )


def _exactly(fact: Fact) -> str:
    match fact:
        case Date():
            return fact.edtf
        case Name():
            return NAME_KINDS[fact.kind]
        case _:
            return ""


def _said(card: CardFacts, corrected: Corrected) -> Iterator[Said]:
    for group, asleep in ((corrected.standing, False), (corrected.sleeping, True)):
        for one in group:
            if one.card == card.card:
                yield Said(one, said_in_words(one, card), asleep)


def said_in_words(one: Correction, card: CardFacts) -> str:
    """A correction as a sentence without its full stop."""
    quote, label = f"“{one.quote}”", FACT_LABELS[one.kind]
    match one.action:
        case Action.REJECT:
            return f"{quote} is not a fact ({label})"
        case Action.MERGE if one.merges_on_its_card:
            return f"{quote} ({label}) is the same as {same_in_words(one, card)}"
        case Action.MERGE:
            return f"{quote} is the same as “{one.values.get('into', '')}”"
        case Action.ADD:
            return f"{quote} was missing ({label}): {_values(one.kind, one.values)}"
        case Action.CHANGE:
            return f"{quote} ({label}): {_values(one.kind, one.values)}"


def _values(kind: FactKind, values: Mapping[str, str]) -> str:
    return "; ".join(_value(kind, name, value, len(values)) for name, value in values.items())


def _value(kind: FactKind, name: str, value: str, count: int) -> str:
    words: Sequence[tuple[str, str]] = next(
        (field.choices for field in fields_of(kind) if field.name == name), ()
    )
    shown = dict(words).get(value, date(value)) or "nothing"
    return shown if count == 1 and kind is FactKind.DATE else f"{label_of(kind, name)}: {shown}"
