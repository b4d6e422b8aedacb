"""The verb that tells what led to what on the cards of a deck."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from learnt.collection.facts import FactFinding
from learnt.facts import CardFacts

if TYPE_CHECKING:
    from learnt.facts.chains import Chain


@dataclass(frozen=True, slots=True)
class Why:
    """The chains of causes on a deck's cards, the longest first."""

    title: str
    chains: "tuple[Chain, ...]"


class Causing(FactFinding):
    """What led to what in a collection."""

    def why(self, asked: str) -> Why:
        """The chains of a deck, by its title, number or id. Raises NotFound and UsageError."""
        facts, deck, _ = self._facts_of(self.find(asked)[0])
        return Why(deck.title, chains_in(facts))


def chains_in(facts: Sequence[CardFacts]) -> "tuple[Chain, ...]":
    """The chains of facts that were read; no collection is needed."""
    # Chains and the words of languages are for who asks why.
    from learnt.facts.chains import chains_of

    return chains_of(facts, _small_words())


@cache
def _small_words() -> frozenset[str]:
    """Words of any language that say nothing by themselves."""
    from learnt.weights.languages import languages

    return frozenset().union(
        *(
            one.frequent | one.words.says_nothing | one.words.general_askings | one.words.asking
            for one in languages()
        )
    )
