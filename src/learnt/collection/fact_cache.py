"""The facts of the decks that were looked at last, kept until a text or a correction changes."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from learnt.collection.quiet import many_values
from learnt.deck import Deck
from learnt.facts import CardFacts, Correction
from learnt.ids import DeckId

_DECKS = 4


@dataclass(frozen=True, slots=True)
class _Kept:
    """What was read, and all that it was read from."""

    deck: Deck
    said: tuple[Correction, ...]
    facts: tuple[CardFacts, ...]


@dataclass
class FactCache:
    """Reads a deck when it is not what it was; holding two decks together is a thousandth of that.

    So it does not matter who has changed a card: this program, another one, or another device.
    """

    read: Callable[[Deck, tuple[Correction, ...]], tuple[CardFacts, ...]]
    _kept: OrderedDict[DeckId, _Kept] = field(default_factory=OrderedDict)

    def of(self, deck: Deck, said: tuple[Correction, ...]) -> tuple[CardFacts, ...]:
        """The facts of a deck of which this was said."""
        kept = self._kept.pop(deck.id, None)
        if kept is None or kept.said != said or kept.deck != deck:
            kept = _Kept(deck, said, self.read(deck, said))
        self._kept[deck.id] = kept
        while len(self._kept) > _DECKS:
            self._kept.popitem(last=False)
        return kept.facts


def read_in_our_languages(deck: Deck, said: tuple[Correction, ...]) -> tuple[CardFacts, ...]:
    """The facts of a deck, with the languages that there are."""
    # The readers and their tables from files are for who asks for facts.
    from learnt.facts import read_facts
    from learnt.weights.languages import languages

    with many_values():
        return read_facts(deck, languages(), said)
