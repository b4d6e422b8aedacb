"""Conditions: "if France came to help first", up to the next sign."""

from dataclasses import dataclass

from learnt.facts.events.scene import Scene
from learnt.facts.events.verbs import Verb
from learnt.facts.words import phrase_at

_SIGNS = ",;:."


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition in a sentence: verbs within it are not the ones that it is a condition of."""

    text: str | None = None
    first: int = 0
    end: int = 0

    def of(self, verb: Verb) -> str | None:
        """Its words, if it is a condition of the verb."""
        return None if self.first <= verb.place < self.end else self.text


def condition_in(scene: Scene, sentence: range) -> Condition:
    """The first condition of a sentence; one without text where there is none."""
    conditions, tokens = scene.words.conditions, scene.tokens
    for place in sentence:
        if tokens[place].low in conditions and phrase_at(conditions, tokens, place):
            end = place + 1
            while end < sentence.stop and scene.tokens[end].text not in _SIGNS:
                end += 1
            return Condition(scene.words_of(place, end), place, end)
    return Condition()
