"""The words of a language for numbers, units and comparisons."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from learnt.facts.words.phrases import Phrases


@dataclass(frozen=True)
class QuantityWords:
    """How a language counts. `comparators` are phrases by the sign that says the same."""

    numbers: Mapping[str, float]
    scales: Mapping[str, float]  # factors behind a number: million
    comparators: Mapping[str, Phrases]
    currencies: frozenset[str]  # signs before a number
    percent: Phrases
    to: frozenset[str]  # between the ends of a range
    opening: frozenset[str]  # before a range: between
    hundreds: frozenset[str]  # joins tens to hundreds, and the ends of "between": and
    between: frozenset[str]  # between half and its scale: a
    units: frozenset[str]  # units that do not end as plurals do
    unit_endings: tuple[str, ...]
    adjectives: frozenset[str]  # determiners and the like that may describe what is counted
    no_units: frozenset[str]  # behind a number that counts nothing

    @cached_property
    def comparing(self) -> frozenset[str]:
        """The words with which a comparison can begin, whatever its sign."""
        return frozenset().union(*self.comparators.values())
