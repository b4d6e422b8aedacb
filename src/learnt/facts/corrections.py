"""What a learner says of a fact that was read: it is another, it is missing, it is none.

A correction points at words, not at places: it holds the phrase (`quote`) and about where it
stood (`start`), so that it finds its phrase again after the text around it was edited, and
sleeps while the phrase is gone. It is heard while the text is read (see `learnt.facts.reading`):
a date that was mended is the date of the events that are told with it.

    change   the fact at the phrase has other values: those in `values`
    add      there is a fact at the phrase that was not read
    reject   there is no such fact at the phrase
    merge    the phrase is the same as `values["into"]`: for a name another name, all through the
             deck; else the phrase of another fact of that kind on the card (see `goal_of`)
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from learnt.facts.values import FactKind, Span
from learnt.ids import CardId, CorrectionId, PointId


class Action(StrEnum):
    """What a correction does to a fact."""

    CHANGE = "change"
    ADD = "add"
    REJECT = "reject"
    MERGE = "merge"


FIELDS: Mapping[FactKind, tuple[str, ...]] = {
    FactKind.DATE: ("edtf",),
    FactKind.NAME: ("name", "kind", "role"),
    FactKind.QUANTITY: ("value", "unit", "comparator", "to"),
    FactKind.EVENT: ("verb", "edtf", "actors", "place", "qualifier", "condition", "polarity"),
    FactKind.AGREEMENT: (
        "name",
        "parties",
        "negotiated",
        "signed",
        "duration",
        "condition",
        "qualifier",
    ),
    FactKind.CAUSE: ("cause", "effect"),
}
"""What can be said of each kind of fact. `actors` and `parties` are joined by `; `."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing that was said of one fact.

    `point` is None where the phrase stands in the card's prompt. `quote` is the phrase by which
    the fact is known (`quote_of`), `start` where it stood when this was said, `values` what the
    fact is, by the names in `FIELDS`; a value of "" takes one away.
    """

    id: CorrectionId
    card: CardId
    point: PointId | None
    action: Action
    kind: FactKind
    quote: str
    start: int
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def merges_on_its_card(self) -> bool:
        """Whether it says that two facts of its card are one; names are said all through a deck."""
        return self.action is Action.MERGE and self.kind is not FactKind.NAME


class Goal(NamedTuple):
    """Where a fact stands that another is the same as: its point (None: the prompt), its words."""

    point: PointId | None
    quote: str
    start: int


def goal_of(one: Correction) -> Goal:
    """What the fact of a merge is the same as: the words `into`, of the text `into_point`.

    They stand near `into_start`. Where no text is named, it is the one of the fact itself; an
    `into_point` of "" is the prompt.
    """
    values = one.values
    point = PointId(values["into_point"]) if values.get("into_point") else None
    return Goal(
        point if "into_point" in values else one.point,
        values.get("into", ""),
        int(values.get("into_start") or 0),
    )


def standing(said: Iterable[Correction]) -> tuple[Correction, ...]:
    """The corrections that count, in order: the last word on each fact, and every merge.

    A later word on the same fact adds to an earlier one: values that it does not name stay.
    """
    found: dict[tuple[object, ...], Correction] = {}
    for one in said:
        key = (one.card, one.point, one.kind, one.quote, one.start, one.action is Action.MERGE)
        earlier = found.pop(key, None)
        found[key] = one if earlier is None else _joined(earlier, one)
    return tuple(found.values())


def _joined(earlier: Correction, later: Correction) -> Correction:
    """The later word, with the values of the earlier one that it does not name."""
    if later.action is not Action.CHANGE or earlier.action is Action.REJECT:
        return later
    values = {**earlier.values, **later.values}
    return Correction(
        later.id,
        later.card,
        later.point,
        earlier.action,
        later.kind,
        later.quote,
        later.start,
        values,
    )


def found_again(quote: str, start: int, text: str) -> Span | None:
    """Where a phrase stands in a text: the place nearest to where it stood; None where it is gone.

    A phrase that begins or ends with a letter is not found in the middle of a word.
    """
    if not quote:
        return None
    best: Span | None = None
    place = text.find(quote)
    while place >= 0:
        one = Span(place, place + len(quote))
        nearer = best is None or abs(place - start) < abs(best.start - start)
        if nearer and _is_whole(one, text):
            best = one
        place = text.find(quote, place + 1)
    return best


def _is_whole(span: Span, text: str) -> bool:
    """Whether neither end of a phrase cuts a word in two."""

    def joins(place: int) -> bool:
        return 0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum()

    return not joins(span.start) and not joins(span.end)


def sleeping(
    corrections: Sequence[Correction], texts: Mapping[tuple[CardId, PointId | None], str]
) -> tuple[Correction, ...]:
    """Those whose phrase is in none of the texts any more; they wait until it comes back.

    Two facts that are one wait for the phrases of both.
    """

    def is_gone(card: CardId, point: PointId | None, quote: str, start: int) -> bool:
        return found_again(quote, start, texts.get((card, point), "")) is None

    return tuple(
        one
        for one in corrections
        if is_gone(one.card, one.point, one.quote, one.start)
        or (one.merges_on_its_card and is_gone(one.card, *goal_of(one)))
    )
