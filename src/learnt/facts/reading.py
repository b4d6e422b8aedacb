"""The facts of a deck, card by card: every stage in its order, and corrections heard on the way."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from learnt.deck import Card, Deck
from learnt.facts.agreements import Given
from learnt.facts.corrections import Correction, standing
from learnt.facts.dates import Anchor
from learnt.facts.language import Language
from learnt.facts.merging import read_again, with_merged
from learnt.facts.names import DeckNames
from learnt.facts.same import named_as_said, same_names
from learnt.facts.seen import Seen, seen_in
from learnt.facts.text import read_text
from learnt.facts.told import Told
from learnt.facts.values import CardFacts, TextFacts
from learnt.ids import CardId, PointId

_SAMPLE = 400
"""Cards by which a deck's language is told, and words of each text."""


def read_facts(
    deck: Deck,
    languages: Sequence[Language],
    corrections: Sequence[Correction] = (),
    *,
    linked: bool = True,
) -> tuple[CardFacts, ...]:
    """The facts of every card of a deck, in its order.

    `languages` are those a deck may be in, the likeliest first; the one whose words the deck uses
    most is taken. `corrections` are all that were said (`standing` picks those that count). What
    links events, as causes and agreements, is read where it is to be `linked`.
    """
    reader = DeckReader(deck, language_of(deck, languages), standing(corrections), linked)
    return tuple(reader.card(card) for card in deck.cards)


def language_of(deck: Deck, languages: Sequence[Language]) -> Language:
    """The language whose commonest words the deck uses most; the first where none is used.

    Words that all of them have ("in", "war") tell nothing.
    """
    counted: Counter[str] = Counter()
    for card in deck.cards[:_SAMPLE]:
        for text in (card.prompt or "", *(point.text for point in card.points)):
            counted.update(text[:2000].lower().split())
    shared = frozenset.intersection(*(one.frequent for one in languages))
    return max(languages, key=lambda one: sum(counted[word] for word in one.frequent - shared))


@dataclass(frozen=True)
class DeckReader:
    """Reads cards in the light of their whole deck: its title, its names, what was said of it."""

    deck: Deck
    language: Language
    said: Sequence[Correction]
    linked: bool = True

    def card(self, card: Card) -> CardFacts:
        """The facts of one card, those that are one told once."""
        said = self._said_by_card.get(card.id, ())
        texts = self._texts_of(card, said)
        if any(one.merges_on_its_card for one in said):
            texts = self._texts_of(card, (*said, *read_again(texts, said)))
            texts = with_merged(texts, said)
        return CardFacts(card.id, card.prompt, texts)

    def _texts_of(self, card: Card, said: Sequence[Correction]) -> tuple[TextFacts, ...]:
        """The facts of its prompt first, then of its points, each after the one before."""
        told, texts = self._title, []
        if card.prompt:
            facts, told = self._prompt(card.prompt, _of_point(said, None))
            texts.append(facts)
        for point in card.points:
            facts, told = self._read(point.text, told, _of_point(said, point.id), point.id)
            texts.append(facts)
        return tuple(texts)

    def _prompt(self, prompt: str, said: Sequence[Correction]) -> tuple[TextFacts, Told]:
        """The facts of a prompt; cards behind each other may have the same, which is read once."""
        kept = self._last_prompt
        if said or prompt not in kept:
            kept.clear()
            given = Given(home=self._title.given.home, whose=self._title.given.whose)
            before = Told(spoken=self._title.spoken, given=given)
            read = self._read(prompt, before, said, None)
            if said:
                return read
            kept[prompt] = read
        return kept[prompt]

    def _read(
        self, text: str, before: Told, said: Sequence[Correction], point: PointId | None
    ) -> tuple[TextFacts, Told]:
        """The facts of a text of the deck: a point, or else a prompt."""
        return read_text(
            self._seen.cut(text),
            self.language,
            self.names,
            before,
            said,
            point=point,
            prompt=point is None,
            linked=self.linked,
        )

    @cached_property
    def _last_prompt(self) -> dict[str, tuple[TextFacts, Told]]:
        return {}

    @cached_property
    def _said_by_card(self) -> Mapping[CardId, Sequence[Correction]]:
        found: dict[CardId, list[Correction]] = defaultdict(list)
        for one in named_as_said(self.said):
            found[one.card].append(one)
        return found

    @cached_property
    def names(self) -> DeckNames:
        """What the deck itself names, and which names the learner says are the same."""
        learnt, said = self._seen.names, same_names(self.said)
        found = {name: said.get(other, other) for name, other in learnt.same.items()}
        return replace(learnt, same={**found, **said})

    @cached_property
    def _seen(self) -> Seen:
        return seen_in(self._texts(), self.language)

    def _texts(self) -> list[str]:
        """Every text of the deck, its title last."""
        found: list[str] = []
        for card in self.deck.cards:
            found += [card.prompt] if card.prompt else []
            found += [point.text for point in card.points]
        return [*found, self.deck.title, self.deck.question or ""]

    @cached_property
    def _title(self) -> Told:
        """What the title gives to the cards: "Foreign policy under Stalin" says who he is."""
        _, told = self._read(self.deck.question or self.deck.title, Told(), (), None)
        return Told(
            anchor=Anchor(near=told.anchor.near),
            spoken=told.spoken,
            given=replace(told.given, agreement=None),
        )


def _of_point(said: Sequence[Correction], point: PointId | None) -> Sequence[Correction]:
    return [one for one in said if one.point == point]
