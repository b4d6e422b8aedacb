"""What happened when, as the cards tell it: one for each date of a text, in the order of time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from learnt.facts.chronology.bonds import Bond, key_of
from learnt.facts.chronology.extent import Extent, extent_of
from learnt.facts.chronology.labels import (
    asked_label,
    asks_by_doing,
    clause_label,
    is_question,
    named_in,
    sentence_around,
    shortened,
    with_answer,
    with_subject,
)
from learnt.facts.chronology.words import SmallWords
from learnt.facts.values import ACTORS, CardFacts, Date, Event, NameKind, Span, TextFacts
from learnt.ids import CardId, PointId

_SHORT = 3
"""Words under which a clause does not say what happened."""


@dataclass(frozen=True, slots=True)
class Happening:
    """Something with a date: what in a few words, by whom, and the points that tell of it.

    `text` is all of what was read, `asked` the prompt before it.
    """

    card: CardId
    points: tuple[PointId, ...]
    edtf: str
    extent: Extent
    label: str
    text: str
    asked: str | None
    actors: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Known:
    """What all cards together say: the kinds of names, and who made an agreement."""

    words: SmallWords
    kinds: Mapping[str, NameKind]
    parties: Mapping[str, tuple[str, ...]]


def happenings_of(
    cards: Sequence[CardFacts], words: SmallWords, bonds: Sequence[Bond] = ()
) -> tuple[Happening, ...]:
    """Everything that has a date on these cards; of what is told twice on a card, the first."""
    kinds = {name.name: name.kind for card in cards for text in card.texts for name in text.names}
    known = _Known(words, kinds, {bond.key: bond.parties for bond in bonds})
    found = [one for card in cards for one in _each_once(_Card(card, known).happenings())]
    return tuple(sorted(found, key=lambda one: (one.extent.start, one.extent.end)))


def _each_once(found: Iterator[Happening]) -> Iterator[Happening]:
    seen: set[tuple[str, str]] = set()
    for one in found:
        if (one.edtf, one.label) not in seen:
            seen.add((one.edtf, one.label))
            yield one


def _is_in(deed: Event, text: TextFacts) -> bool:
    return deed in text.events


class _Card:
    """One card, read for what its texts date."""

    def __init__(self, facts: CardFacts, known: _Known) -> None:
        self.facts, self.known, self.words = facts, known, known.words
        texts = facts.texts
        self.prompt = texts[0] if texts and texts[0].point is None else None
        self.points = [text for text in texts if text.point is not None]
        self.subject = asked_label(self.prompt, self.words) if self.prompt else ""

    def happenings(self) -> Iterator[Happening]:
        """Those of the points, then what the prompt dates."""
        own = [one for text in self.points for one in self._of_point(text)]
        yield from own
        told = {one.edtf for one in own}
        for date in self.prompt.dates if self.prompt else ():
            if date.edtf not in told and (found := self._of_prompt(date)):
                yield found

    def _of_point(self, text: TextFacts) -> Iterator[Happening]:
        for date in text.dates:
            extent = extent_of(date.edtf)
            if extent is None or text.point is None:
                continue
            deeds = [one for one in text.events if one.date == date.span]
            actors = self._actors(deeds, text)
            label = self._label(text, date, deeds, actors)
            yield Happening(
                self.facts.card, (text.point,), date.edtf, extent, shortened(label), text.text,
                self.facts.front, actors,
            )  # fmt: skip

    def _of_prompt(self, date: Date) -> Happening | None:
        extent, prompt = extent_of(date.edtf), self.prompt
        if extent is None or prompt is None:
            return None
        telling = [text for text in self.points if not text.dates] or self.points
        deeds = [deed for text in telling for deed in text.events if deed.edtf == date.edtf]
        actors = self._actors(deeds, prompt)
        label = self._prompt_label(prompt, telling, deeds)
        points = tuple(text.point for text in telling if text.point is not None)
        told = " · ".join(text.text for text in telling)
        return Happening(
            self.facts.card, points, date.edtf, extent, shortened(label or prompt.text), told,
            self.facts.front, actors,
        )  # fmt: skip

    def _prompt_label(
        self, prompt: TextFacts, telling: Sequence[TextFacts], deeds: Sequence[Event]
    ) -> str:
        """What the question is about; what the first point says of it, where that is too little."""
        label = self.subject
        if label in [name.span.of(prompt.text) for name in named_in(prompt)]:
            return label
        if len(label.split()) < _SHORT and telling:
            text = telling[0].text
            first = deeds[0].span if deeds and _is_in(deeds[0], telling[0]) else Span(0, len(text))
            clause = clause_label(text, first, None, self.words)
            return f"{label}: {clause}" if label else clause
        if asks_by_doing(prompt.text, self.words):
            return prompt.text
        return with_answer(label, [text.text for text in telling])

    def _label(
        self, text: TextFacts, date: Date, deeds: Sequence[Event], actors: Sequence[str]
    ) -> str:
        """The clause of the date; where that says too little, what it belongs to."""
        span = deeds[0].span if deeds else sentence_around(text.text, date.span)
        clause = clause_label(text.text, span, date.span, self.words)
        bare = not text.text[: date.span.start].strip() and self.prompt is not None
        if (
            bare
            and self.subject
            and is_question(self.prompt.text if self.prompt else "", self.words)
        ):
            return self.subject
        if len(clause.split()) < _SHORT:
            agreed = (one for one in text.agreements if date.edtf in (one.signed, one.negotiated))
            name = next((one.name for one in agreed), "")
            if name or self.subject:
                return f"{name} {clause}" if name else f"{self.subject}: {clause}".rstrip(": ")
        verb = deeds[0].word.of(text.text) if deeds and deeds[0].word else ""
        things = [self.subject, *(one.name for one in text.agreements)]
        if self.prompt and asks_by_doing(self.prompt.text, self.words):
            things.reverse()
        return with_subject(clause, verb, things, actors, self.words) or text.text

    def _actors(self, deeds: Sequence[Event], text: TextFacts) -> tuple[str, ...]:
        """Who does it; else who is named beside it, or who made the agreement it speaks of."""
        kinds = self.known.kinds
        doing = [name for deed in deeds for name in deed.actors]
        named = [name.name for name in text.names]
        keys = [key_of(one.name) for one in text.agreements]
        keys += [key_of(one.name) for one in text.names]
        agreed = [party for key in keys for party in self.known.parties.get(key, ())]
        asked = [name.name for name in self.prompt.names] if self.prompt else []
        for names in (doing, named, agreed, asked):
            if found := [one for one in names if kinds.get(one) in ACTORS]:
                return tuple(dict.fromkeys(found))
        return ()
