"""Pronouns: whom "he", "they" and "it" stand for, by what was spoken of and what stands near."""

from collections.abc import Mapping

from learnt.facts.events.actors.spoken import GROUPS, Spoken
from learnt.facts.events.scene import Scene
from learnt.facts.light import value

_OBJECT_NEAR = 4


@value(frozen=True, slots=True)
class Pronouns:
    """Resolves the pronouns of one text. `listed` go from the word to he, she, it or they."""

    scene: Scene
    listed: Mapping[str, str]

    def last(self, first: int, end: int, before: Spoken) -> tuple[str, ...]:
        """Whom the last pronoun among these tokens stands for."""
        for place in range(end - 1, first - 1, -1):
            if found := self.at(place, before):
                return found
        return ()

    def object_behind(self, first: int, end: int, before: Spoken) -> tuple[str, ...]:
        """Whom "him", "her" or "them" right behind a verb stands for."""
        for place in range(first, min(end, first + _OBJECT_NEAR)):
            if self.scene.low(place) in self.scene.words.actors.object_pronouns:
                return self.at(place, before)
        return ()

    def at(self, place: int, before: Spoken) -> tuple[str, ...]:
        """Whom the pronoun at a place stands for; nobody, where no pronoun is there."""
        match self.listed.get(self.scene.low(place)):
            case "he" | "she":
                return before.people[-1:]
            case "they":
                near = self._nearest_group(place)
                if near or len(before.subjects) < 2:
                    return near or before.groups[-1:] or before.people[-1:]
                return before.subjects
            case "it":
                return self._nearest_group(place) or before.groups[-1:]
            case _:
                return ()

    def _nearest_group(self, place: int) -> tuple[str, ...]:
        """The last state or organisation before it in its sentence that is no mere place."""
        scene = self.scene
        sentence = scene.sentences[scene.sentence_at(place)]
        for one in reversed(scene.names.within(sentence.start, place)):
            led = scene.low(one.first - 1) in scene.words.actors.near_place
            if one.kind in GROUPS and not led:
                return (one.name,)
        return ()
