"""Links as pairs of steps, those that say the same taken for one."""

import re
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product

from learnt.deck.showing import as_plain
from learnt.deck.tidy import one_line
from learnt.facts.chains.chain import Arrow, Step
from learnt.facts.chains.sides import Ends, ends_of
from learnt.facts.values import CardFacts, Cause, Side, Span, TextFacts
from learnt.ids import PointId

_WORD = re.compile(r"[^\W_]+")
_LEAST_WORDS = 2
_LONG_WORD = 9
"""Letters of a word that tells by itself what is meant, on whatever card: hyperinflation."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """The steps of a deck, in its order, and the arrows between them by their numbers."""

    steps: list[Step] = field(default_factory=list)
    arrows: list[Arrow] = field(default_factory=list)


def pairs_of(cards: Sequence[CardFacts], small: Collection[str]) -> Pairs:
    """Every link of the cards whose sides are known; `small` words say nothing by themselves."""
    steps = _Steps(small)
    arrows: dict[tuple[int, int], Arrow] = {}
    for number, card in enumerate(cards):
        texts = {text.point: text.text for text in card.texts}
        links = list(_links(card))
        ends = _ends(links)
        for text, one, cause, effect in links:
            firsts, thens = (
                [
                    steps.number(number, card, texts[side.point], Side(side.point, step))
                    for step in ends[side.point][nth][side.span]
                ]
                for nth, side in enumerate((cause, effect))
            )
            words = "" if one.marker is None else one.marker.of(text.text)
            leads = _leads(text, one, cause, effect)
            for pair in product(firsts, thens):
                if pair[0] != pair[1]:
                    arrows.setdefault(pair, Arrow(*pair, one.kind, words, leads))
    return Pairs(steps.found, list(arrows.values()))


def _links(card: CardFacts) -> Iterator[tuple[TextFacts, Cause, Side, Side]]:
    """The links of a card whose sides are known, each with the text that tells it."""
    points = {text.point for text in card.texts}
    for text in card.texts:
        for one in text.causes:
            cause, effect = one.sides
            if cause and effect and {cause.point, effect.point} <= points:
                yield text, one, cause, effect


def _leads(text: TextFacts, one: Cause, cause: Side, effect: Side) -> bool:
    """Whether the words that tell a link stand before the effect: "so", and not "because"."""
    if one.marker is None or effect.point != text.point or one.marker.end > effect.span.start:
        return False
    return cause.point != text.point or cause.span.end <= one.marker.start


def _ends(
    links: Sequence[tuple[TextFacts, Cause, Side, Side]],
) -> dict[PointId | None, tuple[Ends, Ends]]:
    """By text and side: the step that it is as a cause, and as an effect."""
    sides: dict[PointId | None, list[tuple[Span | None, Span | None]]] = defaultdict(list)
    for _, _, cause, effect in links:
        if cause.point == effect.point:
            sides[cause.point].append((cause.span, effect.span))
        else:
            sides[cause.point].append((cause.span, None))
            sides[effect.point].append((None, effect.span))
    return {point: ends_of(them) for point, them in sides.items()}


@dataclass(frozen=True, slots=True)
class _Steps:
    """The steps found so far, by their places and by what they say."""

    small: Collection[str]
    found: list[Step] = field(default_factory=list)
    numbers: dict[Hashable, int] = field(default_factory=dict)

    def number(self, card_number: int, card: CardFacts, whole: str, side: Side) -> int:
        """The number of the step at a place of a text; what says the same is the same step."""
        said, prompt = side.span.of(whole), side.point is None
        place = (card_number, side.point, None if prompt else side.span)
        if place in self.numbers:
            return self.numbers[place]
        named = (place, *self._sayings(card_number, said))
        number = next((self.numbers[one] for one in named if one in self.numbers), len(self.found))
        for one in named:
            self.numbers.setdefault(one, number)
        front = None if card.front is None else _shown(card.front)
        step = Step(_shown(whole if prompt else said), card.card, side.point, front)
        if number == len(self.found):
            self.found.append(step)
        elif step.asked and not self.found[number].asked:
            self.found[number] = step  # a prompt says more plainly what it is about
        return number

    def _sayings(self, card_number: int, text: str) -> Iterator[Hashable]:
        """By what a step is found again: by its words on its card, and on any if they are clear."""
        said = frozenset(
            word.removesuffix("s")
            for word in _WORD.findall(text.lower())
            if word not in self.small and not word.isdigit()
        )
        if said:
            yield card_number, said
        if len(said) >= _LEAST_WORDS or any(len(word) >= _LONG_WORD for word in said):
            yield said


def _shown(text: str) -> str:
    """A text on one line, without the signs that make parts of it bold."""
    return one_line(as_plain(text))
