"""What was read of the decks looked at last, kept until a text or a correction changes."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from learnt.collection.quiet import many_values
from learnt.deck import Deck
from learnt.facts import CardFacts, Correction
from learnt.ids import DeckId

T = TypeVar("T")

_DECKS = 4


@dataclass(frozen=True, slots=True)
class _Kept(Generic[T]):
    """What was read, and all that it was read from."""

    deck: Deck
    said: tuple[Correction, ...]
    found: T


@dataclass
class FactCache(Generic[T]):
    """Reads a deck when it is not what it was; holding two decks together is a thousandth of that.

    So it does not matter who has changed a card: this program, another one, or another device. Four
    decks are kept, and more of them as long as they have no more than `cards` together.
    """

    read: Callable[[Deck, tuple[Correction, ...]], T]
    cards: int = 0
    _kept: OrderedDict[DeckId, _Kept[T]] = field(default_factory=OrderedDict)

    def of(self, deck: Deck, said: tuple[Correction, ...]) -> T:
        """What is read of a deck of which this was said."""
        kept = self._kept.pop(deck.id, None)
        if kept is None or kept.said != said or kept.deck != deck:
            kept = _Kept(deck, said, self.read(deck, said))
        self._kept[deck.id] = kept
        while len(self._kept) > _DECKS and self._held() > self.cards:
            self._kept.popitem(last=False)
        return kept.found

    def _held(self) -> int:
        return sum(len(one.deck.cards) for one in self._kept.values())


def read_in_our_languages(deck: Deck, said: tuple[Correction, ...]) -> tuple[CardFacts, ...]:
    """The facts of a deck, with the languages that there are."""
    # The readers and their tables from files are for who asks for facts.
    from learnt.facts import read_facts
    from learnt.weights.languages import languages

    with many_values():
        return read_facts(deck, languages(), said)
