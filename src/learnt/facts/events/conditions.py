"""Conditions: "if France came to help first", up to the next sign."""

from learnt.facts.events.scene import Scene
from learnt.facts.events.verbs import Verb
from learnt.facts.light import value
from learnt.facts.words import phrases_among

_SIGNS = ",;:."


@value(frozen=True, slots=True)
class Condition:
    """A condition in a sentence: verbs within it are not the ones that it is a condition of."""

    text: str | None = None
    first: int = 0
    end: int = 0

    def of(self, verb: Verb) -> str | None:
        """Its words, if it is a condition of the verb."""
        return None if self.first <= verb.place < self.end else self.text


_NONE = Condition()


def condition_in(scene: Scene, sentence: range) -> Condition:
    """The first condition of a sentence; one without text where there is none."""
    found = next(phrases_among(scene.words.conditions, scene.tokens, sentence), None)
    if found is None:
        return _NONE
    first = found[0]
    end = first + 1
    while end < sentence.stop and scene.tokens[end].text not in _SIGNS:
        end += 1
    return Condition(scene.words_of(first, end), first, end)
