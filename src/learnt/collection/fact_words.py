"""A fact as every face tells it: what its kind is called, its phrase, and what was read."""

from collections.abc import Mapping

from learnt.facts import (
    FIELDS,
    Agreement,
    Cause,
    Date,
    Event,
    Fact,
    FactKind,
    Name,
    Quantity,
)
from learnt.words import date

LABELS: Mapping[FactKind, str] = {
    FactKind.DATE: "When",
    FactKind.NAME: "Who",
    FactKind.QUANTITY: "How many",
    FactKind.EVENT: "What happened",
    FactKind.AGREEMENT: "Agreement",
    FactKind.CAUSE: "Because",
}
"""What a kind of fact is called for people, in the order in which they are told."""

_COMPARED = {
    "=": "", ">": "more than ", "<": "less than ", ">=": "at least ", "<=": "at most ",
    "~": "about ",
}  # fmt: skip
_DATES = ("edtf", "negotiated", "signed")


def fact_told(fact: Fact) -> str:
    """What was read, in a few words."""
    match fact:
        case Date():
            return date(fact.edtf)
        case Name():
            return ", ".join(filter(None, (fact.name, fact.role)))
        case Quantity():
            return _quantity(fact)
        case Event():
            return _event(fact)
        case Agreement():
            return _agreement(fact)
        case Cause():
            return f"{fact.cause} → {fact.effect}"


def fact_values(kind: FactKind, fact: Fact) -> dict[str, str]:
    """The values of a fact by the names that a correction has for them, dates in words."""
    found = {name: _text(getattr(fact, name, None)) for name in FIELDS[kind]}
    return {name: date(text) if name in _DATES else text for name, text in found.items()}


def number(value: float) -> str:
    """A number as it is written: 1,500 or 2.5."""
    return f"{int(value):,}" if float(value).is_integer() and abs(value) < 1e15 else f"{value:,}"


def _quantity(fact: Quantity) -> str:
    until = "" if fact.to is None else f" to {number(fact.to)}"
    compared = _COMPARED.get(fact.comparator, "")
    return f"{compared}{number(fact.value)}{until} {fact.unit}".strip()


def _event(fact: Event) -> str:
    parts = [
        ", ".join(fact.actors),
        date(fact.edtf or ""),
        f"in {fact.place}" if fact.place else "",
        fact.qualifier or "",
        f"on condition: {fact.condition}" if fact.condition else "",
    ]
    verb = fact.verb if fact.polarity else f"did not {fact.verb or 'happen'}"
    return ": ".join(filter(None, (verb, "; ".join(filter(None, parts)))))


def _agreement(fact: Agreement) -> str:
    parts = [
        ", ".join(fact.parties),
        f"negotiated {date(fact.negotiated)}" if fact.negotiated else "",
        f"signed {date(fact.signed)}" if fact.signed else "",
        fact.duration or "",
        fact.qualifier or "",
        f"on condition: {fact.condition}" if fact.condition else "",
    ]
    return ": ".join(filter(None, (fact.name, "; ".join(filter(None, parts)))))


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float() | int():
            return number(float(value)).replace(",", "")
        case tuple():
            return "; ".join(value)
        case _:
            return str(value)
