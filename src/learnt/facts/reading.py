"""The facts of a deck, card by card: every stage in its order, and corrections heard on the way."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from learnt.deck import Card, Deck
from learnt.facts.corrections import Action, Correction, standing
from learnt.facts.dates import Anchor
from learnt.facts.events.actors import Spoken
from learnt.facts.language import Language
from learnt.facts.names import DeckNames, Mention, known_names, learn_names, read_names
from learnt.facts.text import Cut, Told, read_text, verb_class_of
from learnt.facts.tokens import TokenKind, tokens_of
from learnt.facts.values import CardFacts, FactKind

_KEPT = 5000
"""Texts that are kept as they were cut between the two times that a deck is gone through."""
_SAMPLE = 400
"""Cards by which a deck's language is told, and words of each text."""


def read_facts(
    deck: Deck, languages: Sequence[Language], corrections: Sequence[Correction] = ()
) -> tuple[CardFacts, ...]:
    """The facts of every card of a deck, in its order.

    `languages` are those a deck may be in, the likeliest first; the one whose words the deck uses
    most is taken. `corrections` are all that were said (`standing` picks those that count).
    """
    reader = DeckReader(deck, language_of(deck, languages), standing(corrections))
    return tuple(reader.card(card) for card in deck.cards)


def language_of(deck: Deck, languages: Sequence[Language]) -> Language:
    """The language whose commonest words the deck uses most; the first where none is used."""
    counted: Counter[str] = Counter()
    for card in deck.cards[:_SAMPLE]:
        for text in (card.prompt or "", *(point.text for point in card.points)):
            counted.update(text[:2000].lower().split())
    return max(languages, key=lambda one: sum(counted[word] for word in one.frequent))


@dataclass(frozen=True)
class DeckReader:
    """Reads cards in the light of their whole deck: its title, its names, what was said of it."""

    deck: Deck
    language: Language
    said: Sequence[Correction]
    _kept: dict[str, Cut] = field(default_factory=dict)

    def card(self, card: Card) -> CardFacts:
        """The facts of one card: its prompt first, then its points, each after the one before."""
        texts = []
        said = [one for one in self.said if one.card == card.id]
        told = Told(spoken=self._title.spoken, home=self._title.home, whose=self._title.whose)
        if card.prompt:
            heard = [one for one in said if one.point is None]
            facts, told = read_text(
                self._cut(card.prompt), self.language, self.names, told, heard, prompt=True
            )
            texts.append(facts)
        else:
            told = Told(
                spoken=self._title.spoken,
                anchor=self._title.anchor,
                subjects=self._title.subjects,
                home=self._title.home,
                whose=self._title.whose,
            )
        for point in card.points:
            heard = [one for one in said if one.point == point.id]
            facts, told = read_text(
                self._cut(point.text), self.language, self.names, told, heard, point=point.id
            )
            texts.append(facts)
        return CardFacts(card.id, card.prompt, tuple(texts))

    def _cut(self, text: str) -> Cut:
        return self._kept.get(text) or Cut(text, tokens_of(text))

    @cached_property
    def names(self) -> DeckNames:
        """What the deck itself names, and which names the learner says are the same."""
        tables, verb_class = self.language.names, verb_class_of(self.language)
        texts = [text for card in self.deck.cards for text in _texts(card)]
        texts += [self.deck.title, self.deck.question or ""]
        mentions: list[Sequence[Mention]] = []
        small: set[str] = set()
        for text in texts:
            tokens = tokens_of(text)
            known = tuple(known_names(tokens, (tables.gazetteer,), tables.words, verb_class))
            if len(self._kept) < _KEPT:
                self._kept[text] = Cut(text, tokens, known)
            mentions.append(read_names(tokens, tables, DeckNames(), verb_class, known))
            small.update(
                token.low for token in tokens if token.kind is TokenKind.WORD and not token.capital
            )
        learnt = learn_names(mentions, frozenset(small))
        return replace(learnt, same={**learnt.same, **self._said_to_be_same()})

    def _said_to_be_same(self) -> Mapping[str, str]:
        return {
            one.values.get("name", one.quote): one.values["into"]
            for one in self.said
            if one.action is Action.MERGE and one.kind is FactKind.NAME and one.values.get("into")
        }

    @cached_property
    def _title(self) -> Told:
        """What the deck's title gives to its cards: "Foreign policy under Stalin" tells who he is."""
        title = self.deck.question or self.deck.title
        _, told = read_text(
            self._cut(title), self.language, self.names, Told(spoken=Spoken()), (), prompt=True
        )
        return Told(
            anchor=Anchor(near=told.anchor.near),
            spoken=told.spoken,
            subjects=told.subjects,
            home=told.home,
            whose=told.whose,
        )


def _texts(card: Card) -> list[str]:
    return [*([card.prompt] if card.prompt else []), *(point.text for point in card.points)]
