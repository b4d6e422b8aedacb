"""The verb that holds decks against each other: what is told twice, and what cannot be right."""

from collections.abc import Sequence

from learnt.collection.facts import FactFinding
from learnt.collection.quiet import many_values
from learnt.facts import CardFacts
from learnt.facts.comparing import Comparison


class Comparing(FactFinding):
    """Decks of a collection held against each other."""

    def compare(self, asked: str, other: str | None = None) -> Comparison:
        """What two decks tell twice and where they disagree, by title, number or id.

        Without `other` the cards of one deck are held against each other. Nothing is changed.
        Raises NotFound and UsageError.
        """
        return compared(self.facts(asked), None if other is None else self.facts(other))


def reads_sentences() -> bool:
    """Whether the model of sentences reads short decks that are compared: each point takes long."""
    from learnt.weights.sentences import chosen

    return chosen() is not None


def compared(a: Sequence[CardFacts], b: Sequence[CardFacts] | None) -> Comparison:
    """The same of facts that were read; no collection is needed."""
    # Words, vectors and numpy are for who compares.
    from learnt.facts.comparing.comparing import compare
    from learnt.weights.comparing import known

    with many_values():
        return compare(a, b, known())
