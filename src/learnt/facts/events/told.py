"""What a clause tells of all its verbs: where it was, on what condition, and what sort of pact."""

from bisect import bisect_left
from collections.abc import Sequence

from learnt.facts.events.clauses import Clause
from learnt.facts.events.conditions import Condition
from learnt.facts.events.scene import Scene
from learnt.facts.events.verbs import Verb
from learnt.facts.light import value
from learnt.facts.names import Mention
from learnt.facts.values import NameKind
from learnt.facts.words import phrases_among

_NOUN_NEAR = 2
"""How many words stand between a qualifier and its noun."""


@value(frozen=True, slots=True)
class ClauseTold:
    """Places and qualifiers of one clause in order, looked for once for all of its verbs.

    A qualifier is its first token and its words; `linked` says that the clause has the noun of an
    agreement at all. `condition` is that of its sentence.
    """

    condition: Condition
    places: Sequence[Mention]
    qualifiers: Sequence[tuple[int, str]]
    linked: bool

    def place_of(self, verb: Verb) -> str | None:
        """The nearest place that stands after the verb, else the last before it."""
        if not self.places:
            return None
        nth = bisect_left(self.places, verb.end, key=_first)
        return self.places[nth if nth < len(self.places) else -1].name

    def qualifier_of(self, verb: Verb) -> str | None:
        """What sort of pact: the first after the verb, else the first before it."""
        nth = bisect_left(self.qualifiers, verb.end, key=_place)
        found = (*self.qualifiers[nth : nth + 1], *self.qualifiers[:1])
        return next((words for at, words in found if not verb.place <= at < verb.end), None)


def told_in(scene: Scene, clause: Clause, condition: Condition) -> ClauseTold:
    """What the clause tells; `condition` is that of its sentence."""
    nouns = scene.words.linking_nouns
    linked = not nouns.isdisjoint(scene.lows(clause.first, clause.end))
    places = [
        one
        for one in scene.names.within(clause.first, clause.end)
        if one.kind is NameKind.PLACE and _is_where(scene, one)
    ]
    qualifiers = _qualifiers(scene, clause) if linked else ()
    return ClauseTold(condition, places, qualifiers, linked)


def _qualifiers(scene: Scene, clause: Clause) -> Sequence[tuple[int, str]]:
    """The qualifiers that stand right before the noun of an agreement."""
    words, found = scene.words, []
    places = range(clause.first, clause.end)
    for place, count in phrases_among(words.qualifiers, scene.tokens, places):
        near = scene.lows(place, min(place + count + _NOUN_NEAR, clause.end))
        if not words.linking_nouns.isdisjoint(near):
            found.append((place, scene.words_of(place, place + count).lower()))
    return found


def _is_where(scene: Scene, one: Mention) -> bool:
    """Whether a preposition before the place says that it was there."""
    before = one.first - 1
    before -= scene.low(before) in scene.words.articles
    return scene.low(before) in scene.words.actors.place_before


def _first(one: Mention) -> int:
    return one.first


def _place(qualifier: tuple[int, str]) -> int:
    return qualifier[0]
