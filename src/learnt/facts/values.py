"""What is read from a card: dates, names, quantities, events, agreements, causes. Values only.

Every fact has its `Span` in the text of one point (or of the prompt). Dates are EDTF level 1
(ISO 8601-2); a year BC is astronomical there, so that 44 BC is `-0043`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from learnt.ids import CardId, PointId


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text, as Python counts its letters: `text[start:end]`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that stand there."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Whether the other one lies within."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether they have a letter in common."""
        return self.start < other.end and other.start < self.end


class FactKind(StrEnum):
    """What sort of fact it is, as the command line and the pages call it."""

    DATE = "date"
    NAME = "name"
    QUANTITY = "quantity"
    EVENT = "event"
    AGREEMENT = "agreement"
    CAUSE = "cause"


class NameKind(StrEnum):
    """What a name names."""

    STATE = "state"
    PERSON = "person"
    ORGANISATION = "organisation"
    AGREEMENT = "agreement"
    CONFERENCE = "conference"
    WAR = "war"
    PLACE = "place"
    CASE = "case"
    LAW = "law"
    STUDY = "study"
    STRUCTURE = "structure"
    PROCESS = "process"


ACTORS = frozenset({NameKind.STATE, NameKind.PERSON, NameKind.ORGANISATION, NameKind.STRUCTURE})
"""The kinds that can do something or have it done to them."""


@dataclass(frozen=True, slots=True)
class Date:
    """When: a phrase and its EDTF value; `inherited` where a part comes from the text before."""

    span: Span
    edtf: str
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """Who or what: `name` is the usual full form of what stands in the text.

    `role` is what the text says somebody is ("the foreign minister").
    """

    span: Span
    kind: NameKind
    name: str
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many or how much: `comparator` is one of = > < >= <= ~, `to` the end of a range."""

    span: Span
    value: float
    unit: str
    comparator: str = "="
    to: float | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """What one verb says was done or happened.

    `span` is its clause and `word` the verb as it stands there; `verb` is its plain form and
    `verb_class` the sort of doing. `actors` are names: who did it, then to whom or with whom.
    `polarity` is False where the text says that it did not happen. A verb that stands in the
    prompt alone has no `word`.
    """

    span: Span
    verb: str
    verb_class: str
    word: Span | None
    actors: tuple[str, ...] = ()
    edtf: str | None = None
    date: Span | None = None
    place: str | None = None
    qualifier: str | None = None
    condition: str | None = None
    polarity: bool = True


@dataclass(frozen=True, slots=True)
class Agreement:
    """A treaty, pact or alliance that the text tells something of. Dates are EDTF."""

    span: Span
    name: str
    parties: tuple[str, ...] = ()
    negotiated: str | None = None
    signed: str | None = None
    duration: str | None = None
    condition: str | None = None
    qualifier: str | None = None


class CauseKind(StrEnum):
    """Whether the one led to the other, or would only with it."""

    CAUSE = "cause"
    CONDITION = "condition"


@dataclass(frozen=True, slots=True)
class Side:
    """Where one side of a link stands: in a point, or in the prompt where `point` is None."""

    point: PointId | None
    span: Span


@dataclass(frozen=True, slots=True)
class Cause:
    """One thing that the card says led to another, or is the condition of it; in its own words.

    A side may stand in another text than the link is told in: in the point before ("This meant
    …"), or in the prompt that asks why. `span` is the part of the link that stands in this text,
    `marker` the words that tell it, None where the prompt does. Of a link that a learner added it
    is not known where its sides stand.
    """

    span: Span
    cause: str
    effect: str
    kind: CauseKind = CauseKind.CAUSE
    marker: Span | None = None
    cause_at: Side | None = None
    effect_at: Side | None = None

    @property
    def sides(self) -> tuple[Side | None, Side | None]:
        """Where the cause stands, and where the effect."""
        return self.cause_at, self.effect_at


Fact = Date | Name | Quantity | Event | Agreement | Cause


@dataclass(frozen=True, slots=True)
class TextFacts:
    """The facts of one text: a point's, or the prompt's where `point` is None.

    Each tuple is in the order of the text.
    """

    point: PointId | None
    text: str
    dates: tuple[Date, ...] = ()
    names: tuple[Name, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    events: tuple[Event, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    causes: tuple[Cause, ...] = ()

    def of(self, kind: FactKind) -> tuple[Fact, ...]:
        """The facts of one kind."""
        found: tuple[Fact, ...] = getattr(self, _NAMED[kind])
        return found

    def having(self, kind: FactKind, facts: Iterable[Fact]) -> "TextFacts":
        """The same text with these facts of one kind."""
        named: dict[str, Any] = {_NAMED[kind]: tuple(facts)}
        return replace(self, **named)

    def all(self) -> tuple[tuple[FactKind, Fact], ...]:
        """Every fact with its kind: dates first, causes last."""
        return tuple((kind, fact) for kind in FactKind for fact in self.of(kind))


_NAMED: Mapping[FactKind, str] = {
    FactKind.DATE: "dates",
    FactKind.NAME: "names",
    FactKind.QUANTITY: "quantities",
    FactKind.EVENT: "events",
    FactKind.AGREEMENT: "agreements",
    FactKind.CAUSE: "causes",
}
"""By kind: what its facts are called in `TextFacts`."""


@dataclass(frozen=True, slots=True)
class CardFacts:
    """The facts of a card: those of its prompt (where it has one) first, then point by point."""

    card: CardId
    front: str | None
    texts: tuple[TextFacts, ...]
