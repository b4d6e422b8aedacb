"""Corrections applied to the facts of one text, a kind at a time, while it is read."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from learnt.facts.corrections import Action, Correction, found_again
from learnt.facts.values import (
    Agreement,
    Cause,
    Date,
    Event,
    Fact,
    FactKind,
    Name,
    NameKind,
    Quantity,
    Span,
)

T = TypeVar("T", bound=Fact)
Values = Mapping[str, str]


def phrase_of(fact: Fact) -> Span:
    """The phrase by which a fact is known: an event's verb where it has one, else the whole."""
    return fact.word or fact.span if isinstance(fact, Event) else fact.span


def corrected(
    facts: Sequence[T],
    said: Sequence[Correction],
    text: str,
    make: Callable[[Span], T],
    mend: Callable[[T, Values], T],
) -> tuple[T, ...]:
    """The facts of one kind after what was said of them, in the order of the text.

    `make` makes an empty fact at a span, `mend` gives a fact the values of a correction.
    """
    if not said and len(facts) < 2:
        return tuple(facts)
    found = list(facts)
    for one in said:
        span = found_again(one.quote, one.start, text)
        if span is None or one.action is Action.MERGE:  # facts that are one: see merging
            continue
        at = [fact for fact in found if phrase_of(fact) == span]
        found = [fact for fact in found if fact not in at]
        if one.action is Action.ADD:
            found = [fact for fact in found if not phrase_of(fact).meets(span)]
            found.append(mend(at[0] if at else make(span), one.values))
        elif one.action is Action.CHANGE:
            found += [mend(fact, one.values) for fact in at]
    return tuple(sorted(found, key=phrase_of))


def mended(one: Fact, values: Values) -> Fact:
    """A fact of any kind with the learner's values."""
    match one:
        case Date():
            return mended_date(one, values)
        case Name():
            return mended_name(one, values)
        case Quantity():
            return mended_quantity(one, values)
        case Event():
            return mended_event(one, values)
        case Agreement():
            return mended_agreement(one, values)
        case Cause():
            return mended_cause(one, values)


def made_date(span: Span) -> Date:
    """A date that the learner adds; its value comes with the correction."""
    return Date(span, "")


def mended_date(one: Date, values: Values) -> Date:
    """A date with the learner's value."""
    return replace(one, edtf=values.get("edtf", one.edtf))


def mended_quantity(one: Quantity, values: Values) -> Quantity:
    """A quantity with the learner's values."""
    to = values.get("to", one.to)
    return replace(
        one,
        value=float(values.get("value", one.value)),
        unit=values.get("unit", one.unit),
        comparator=values.get("comparator", one.comparator),
        to=float(to) if to not in (None, "") else None,
    )


def mended_name(one: Name, values: Values) -> Name:
    """A name with the learner's values."""
    return replace(
        one,
        name=values.get("name") or one.name,
        kind=NameKind(values.get("kind") or one.kind),
        role=_or_none(values, "role", one.role),
    )


def mended_event(one: Event, values: Values) -> Event:
    """An event with the learner's values."""
    edtf = _or_none(values, "edtf", one.edtf)
    return replace(
        one,
        verb=values.get("verb") or one.verb,
        edtf=edtf,
        date=one.date if edtf == one.edtf else None,
        actors=_listed(values, "actors", one.actors),
        place=_or_none(values, "place", one.place),
        qualifier=_or_none(values, "qualifier", one.qualifier),
        condition=_or_none(values, "condition", one.condition),
        polarity=values["polarity"] != "no" if "polarity" in values else one.polarity,
    )


def mended_agreement(one: Agreement, values: Values) -> Agreement:
    """An agreement with the learner's values."""
    return replace(
        one,
        name=values.get("name") or one.name,
        parties=_listed(values, "parties", one.parties),
        negotiated=_or_none(values, "negotiated", one.negotiated),
        signed=_or_none(values, "signed", one.signed),
        duration=_or_none(values, "duration", one.duration),
        condition=_or_none(values, "condition", one.condition),
        qualifier=_or_none(values, "qualifier", one.qualifier),
    )


def mended_cause(one: Cause, values: Values) -> Cause:
    """A cause with the learner's words."""
    return replace(
        one, cause=values.get("cause") or one.cause, effect=values.get("effect") or one.effect
    )


def _or_none(values: Values, name: str, before: str | None) -> str | None:
    """A value as it was corrected; an empty one takes it away."""
    return (values[name] or None) if name in values else before


def _listed(values: Values, name: str, before: tuple[str, ...]) -> tuple[str, ...]:
    """A list as it was corrected: its parts are joined by semicolons."""
    if name not in values:
        return before
    return tuple(part for one in values[name].split(";") if (part := one.strip()))


def of_kind(said: Sequence[Correction], kind: FactKind) -> tuple[Correction, ...]:
    """The corrections of facts of one kind."""
    return tuple(one for one in said if one.kind is kind) if said else ()
