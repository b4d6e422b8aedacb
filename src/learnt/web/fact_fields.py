"""The fields in which a fact is written: what each is called, and what can be chosen there."""

from collections.abc import Mapping
from dataclasses import dataclass

from learnt.facts import FIELDS, FactKind, NameKind

Choices = tuple[tuple[str, str], ...]
"""What can be chosen, each with its words."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form: a box where there are no `choices`, else a list."""

    name: str
    label: str
    value: str = ""
    choices: Choices = ()
    hint: str = ""


_LABELS: Mapping[tuple[FactKind, str], str] = {
    (FactKind.DATE, "edtf"): "When it was",
    (FactKind.NAME, "name"): "Full name",
    (FactKind.NAME, "kind"): "What it is",
    (FactKind.NAME, "role"): "What they were",
    (FactKind.QUANTITY, "value"): "Number",
    (FactKind.QUANTITY, "unit"): "Of what",
    (FactKind.QUANTITY, "comparator"): "How exactly",
    (FactKind.QUANTITY, "to"): "Up to",
    (FactKind.EVENT, "verb"): "What was done",
    (FactKind.EVENT, "edtf"): "When",
    (FactKind.EVENT, "actors"): "Who",
    (FactKind.EVENT, "place"): "Where",
    (FactKind.EVENT, "qualifier"): "What sort",
    (FactKind.EVENT, "condition"): "On what condition",
    (FactKind.EVENT, "polarity"): "Did it happen?",
    (FactKind.AGREEMENT, "name"): "Name",
    (FactKind.AGREEMENT, "parties"): "Between whom",
    (FactKind.AGREEMENT, "negotiated"): "Negotiated",
    (FactKind.AGREEMENT, "signed"): "Signed",
    (FactKind.AGREEMENT, "duration"): "For how long",
    (FactKind.AGREEMENT, "condition"): "On what condition",
    (FactKind.AGREEMENT, "qualifier"): "What sort",
    (FactKind.CAUSE, "cause"): "Because of this",
    (FactKind.CAUSE, "effect"): "this came about",
}
_DATE_HINT = "May 1935, about 1934"
_HINTS: Mapping[str, str] = {
    "edtf": _DATE_HINT,
    "negotiated": _DATE_HINT,
    "signed": _DATE_HINT,
    "actors": "France; Soviet Union",
    "parties": "France; Soviet Union",
}
NAME_KINDS: Mapping[NameKind, str] = {
    NameKind.STATE: "a country or state",
    NameKind.PERSON: "a person",
    NameKind.ORGANISATION: "an organisation or group",
    NameKind.AGREEMENT: "a treaty or agreement",
    NameKind.CONFERENCE: "a conference",
    NameKind.WAR: "a war or battle",
    NameKind.PLACE: "a place",
    NameKind.CASE: "a court case",
    NameKind.LAW: "a law",
    NameKind.STUDY: "a study",
    NameKind.STRUCTURE: "a part of a living thing",
    NameKind.PROCESS: "a process",
}
"""What a name can name, as it is told."""

_STAYS = "This one goes, and the one you choose stays as it is."
_FILLS = "This one goes, and the one you choose takes from it what it does not say itself."
SAME_HINTS: Mapping[FactKind, str] = {
    FactKind.DATE: "This one goes. What is told with it has the date you choose.",
    FactKind.NAME: "It is then called so on every card of this deck.",
    FactKind.QUANTITY: _STAYS,
    FactKind.EVENT: _FILLS,
    FactKind.AGREEMENT: _FILLS,
    FactKind.CAUSE: _STAYS,
}
"""What comes of saying that a fact is the same as another."""

_CHOICES: Mapping[str, Choices] = {
    "kind": tuple((kind.value, words) for kind, words in NAME_KINDS.items()),
    "comparator": (
        ("=", "exactly"), ("~", "about"), (">", "more than"), ("<", "less than"),
        (">=", "at least"), ("<=", "at most"),
    ),
    "polarity": (("yes", "yes"), ("no", "no")),
}  # fmt: skip


def fields_of(kind: FactKind, values: Mapping[str, str] | None = None) -> tuple[Field, ...]:
    """The fields of a fact, filled in with its values."""
    given = values or {}
    return tuple(
        Field(
            name,
            _LABELS[kind, name],
            given.get(name, ""),
            _CHOICES.get(name, ()),
            _HINTS.get(name, ""),
        )
        for name in FIELDS[kind]
    )


def label_of(kind: FactKind, name: str) -> str:
    """What a field is called."""
    return _LABELS[kind, name]
