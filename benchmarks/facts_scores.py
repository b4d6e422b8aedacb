"""Scores of read facts against the gold: counts of hits, of what was read and of what was there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from learnt.facts import Span, TextFacts

Gold = dict[str, Any]


@dataclass(frozen=True)
class Score:
    """How many were found of those that are there, and how many of those read are right."""

    right: int = 0
    read: int = 0
    there: int = 0
    found: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.right + other.right,
            self.read + other.read,
            self.there + other.there,
            self.found + other.found,
        )

    @property
    def precision(self) -> float:
        """The share of what was read that is right; 1 where nothing was read."""
        return self.right / self.read if self.read else 1.0

    @property
    def recall(self) -> float:
        """The share of what is there that was found; 1 where nothing is there."""
        return self.found / self.there if self.there else 1.0


def spans_of(text: str, phrases: Iterable[str]) -> list[Span]:
    """Where phrases stand that are listed in the order of the text."""
    found, place = [], 0
    for phrase in phrases:
        at = text.find(phrase, place)
        if at < 0:
            at = text.find(phrase)
        found.append(Span(max(at, 0), max(at, 0) + len(phrase)))
        place = max(place, found[-1].start + 1)
    return found


def score_dates(facts: TextFacts, gold: Sequence[Gold]) -> Score:
    """A date is right where its phrase meets a gold one's and its value is the same."""
    left = list(zip(spans_of(facts.text, (one["span"] for one in gold)), gold, strict=True))
    right = 0
    for one in facts.dates:
        hit = next(
            (pair for pair in left if pair[0].meets(one.span) and pair[1]["edtf"] == one.edtf),
            None,
        )
        if hit:
            left.remove(hit)
            right += 1
    return Score(right, len(facts.dates), len(gold), right)


def score_names(facts: TextFacts, gold: Sequence[Gold]) -> Score:
    """A name is right where it meets a gold one of its kind; optional ones count in neither way."""
    left = list(zip(spans_of(facts.text, (one["span"] for one in gold)), gold, strict=True))
    right = read = 0
    found: list[Gold] = []
    for one in facts.names:
        meeting = [pair for pair in left if pair[0].meets(one.span)]
        hit = next((pair for pair in meeting if pair[1]["kind"] == one.kind), None)
        if hit is None and any(pair[1].get("optional") for pair in meeting):
            continue
        read += not (hit and hit[1].get("optional"))
        if hit:
            left.remove(hit)
            right += not hit[1].get("optional")
            found.append(hit[1])
    wanted = [one for one in gold if not one.get("optional")]
    return Score(right, read, len(wanted), sum(not one.get("optional") for one in found))


def same_name(one: str, other: str) -> bool:
    """Whether two names are one: the same words, or a person's whole name and surname."""
    a, b = (
        set(text.lower().replace("the ", "").replace("-", " ").split()) for text in (one, other)
    )
    return bool(a and b) and (a <= b or b <= a)


def score_parties(read: Sequence[str], gold: Sequence[str]) -> Score:
    """Actors of an event or parties of an agreement, in no order."""
    right = sum(any(same_name(one, other) for other in gold) for one in read)
    found = sum(any(same_name(one, other) for other in read) for one in gold)
    return Score(right, len(read), len(gold), found)


def score_events(facts: TextFacts, gold: Sequence[Gold]) -> tuple[Score, Score]:
    """Dated gold events: found where an event of the same verb has the same date; and its actors.

    The other way round, a dated event that was read is right where gold has the date on its verb.
    """
    dated = [one for one in gold if one.get("edtf")]
    found, actors = 0, Score()
    for one in dated:
        hits = [event for event in facts.events if is_verb(event.verb, facts, event, one)]
        found += any(event.edtf == one["edtf"] for event in hits)
        if hits:
            best = max(hits, key=lambda event: event.edtf == one["edtf"])
            actors += score_parties(best.actors, one["actors"])
    read = [event for event in facts.events if event.edtf]
    right = sum(
        any(
            is_verb(event.verb, facts, event, one) and one.get("edtf") == event.edtf for one in gold
        )
        for event in read
    )
    return Score(right, len(read), len(dated), found), actors


def is_verb(verb: str, facts: TextFacts, event: Any, gold: Gold) -> bool:  # noqa: ANN401 - an Event
    """Whether an event is of the gold's verb: by its plain form, or by the word as it stands."""
    word = event.word.of(facts.text).lower() if event.word else verb
    wanted = {gold["verb"].lower(), str(gold.get("word") or "").lower()}
    return verb in wanted or word in wanted


def score_agreements(facts: TextFacts, gold: Sequence[Gold]) -> tuple[Score, list[str]]:
    """A gold agreement is found where one that was read has its parties, dates and condition."""
    found, missed = 0, []
    for one in gold:
        best = max((_agrees(read, one) for read in facts.agreements), key=len, default=())
        if set(_FIELDS) <= set(best):
            found += 1
        else:
            missed.append(f"{one['name']}: {', '.join(sorted(set(_FIELDS) - set(best)))}")
    return Score(found, len(facts.agreements), len(gold), found), missed


_FIELDS = ("parties", "negotiated", "signed", "condition")


def _agrees(read: Any, gold: Gold) -> tuple[str, ...]:  # noqa: ANN401 - an Agreement
    parties = score_parties(read.parties, gold["parties"])
    good = {
        "parties": parties.recall == 1,
        "negotiated": read.negotiated == gold.get("negotiated"),
        "signed": read.signed == gold.get("signed"),
        "condition": _alike(read.condition, gold.get("condition")),
        "name": same_name(read.name, gold["name"]),
    }
    return tuple(name for name, holds in good.items() if holds)


def _alike(one: str | None, other: str | None) -> bool:
    if not one or not other:
        return one == other or not (one or other)
    a, b = set(one.lower().split()), set(other.lower().split())
    return len(a & b) >= 0.5 * min(len(a), len(b))


def score_quantities(facts: TextFacts, gold: Sequence[Gold]) -> Score:
    """A quantity is right with its value and its comparator, and a word of its unit."""
    left = list(gold)
    right = 0
    for one in facts.quantities:
        hit = next((other for other in left if _is_quantity(one, other)), None)
        if hit:
            left.remove(hit)
            right += 1
    return Score(right, len(facts.quantities), len(gold), right)


def _is_quantity(read: Any, gold: Gold) -> bool:  # noqa: ANN401 - a Quantity
    units = set(read.unit.lower().split()) & set(gold["unit"].lower().split())
    return (
        abs(read.value - gold["value"]) < 1e-9
        and read.comparator == gold.get("comparator", "=")
        and bool(units or read.unit.lower().rstrip("s") == gold["unit"].lower().rstrip("s"))
    )
