"""The actors of the verbs of one text."""

from bisect import bisect_left
from collections.abc import Sequence

from learnt.facts.events.actors.naming import (
    behind_comma,
    is_led,
    is_where,
    led_by,
    names_of,
    takes_part,
    tells_who,
)
from learnt.facts.events.actors.pronouns import Pronouns
from learnt.facts.events.actors.spoken import Spoken
from learnt.facts.events.clauses import Clause
from learnt.facts.events.scene import Scene
from learnt.facts.events.verbs import FINITE, INFINITIVE, PARTICIPLE, Verb
from learnt.facts.light import lazy, value
from learnt.facts.names import Mention
from learnt.facts.tokens import SIGN
from learnt.facts.words import phrases_among

Names = tuple[str, ...]

_HUNG_ON = 2
_RELATIVE = 3
"""How far behind its name a shortened clause begins, and how far one with "which" or "who"."""


@value(frozen=True)
class Actors:
    """Finds the actors of verbs in one text."""

    scene: Scene
    pronouns: Pronouns

    def of(self, verb: Verb, clause: Clause, before: Spoken, joined: Names) -> tuple[Names, Names]:
        """The subjects, and the others, of a verb; `joined` are the subjects of the one before."""
        scene = self.scene
        first, end = self._room(verb, clause)
        left = [one for one in scene.names.within(first, verb.place) if takes_part(one)]
        right = [one for one in scene.names.within(verb.end, end) if takes_part(one)]
        subjects = self._subjects(verb, clause, left, first, before, joined)
        taking = [one for one in self._named(right) if not is_where(scene, one, verb)]
        others = names_of(taking) or self.pronouns.object_behind(verb.end, end, before)
        led = scene.words.actors.led
        helpers = [one for one in left if one.acts and is_led(scene, one, led)]
        others = (*others, *names_of(self._named(helpers)))
        others = tuple(one for one in dict.fromkeys(others) if one not in subjects)
        return self._passive(verb, right, subjects, others) if verb.passive else (subjects, others)

    def _passive(
        self, verb: Verb, right: Sequence[Mention], subjects: Names, others: Names
    ) -> tuple[Names, Names]:
        """In the passive, who did it stands after "by"; the subject is whom it was done to."""
        doers = names_of(one for one in right if led_by(self.scene, one, verb.end))
        done_to = dict.fromkeys(one for one in (*subjects, *others) if one not in doers)
        return doers, tuple(done_to)

    def _room(self, verb: Verb, clause: Clause) -> tuple[int, int]:
        """The tokens among which the verb's actors are: its clause, up to its neighbours."""
        nth = bisect_left(clause.verbs, verb.place, key=_place)
        first = clause.verbs[nth - 1].end if nth else clause.first
        end = clause.verbs[nth + 1].place if nth + 1 < len(clause.verbs) else clause.end
        if verb.mood is INFINITIVE or not self.scene.names.within(first, verb.place):
            first = clause.first
        because, places = self.scene.words.causes.because, range(verb.end, end)
        reasons = (at for at, _ in phrases_among(because, self.scene.tokens, places))
        return first, next(reasons, end)

    def _subjects(
        self,
        verb: Verb,
        clause: Clause,
        left: Sequence[Mention],
        first: int,
        before: Spoken,
        joined: Names,
    ) -> Names:
        """Who stands before the verb; else whom a pronoun, "which" or the verb before tells."""
        shortened = verb.mood is PARTICIPLE and verb.passive
        if shortened and (near := self._right_before(verb.place)):
            return names_of([near])
        named = self._named(behind_comma(self.scene, left, first, verb.place))
        acting = [one for one in named if not self._only_stands_by(one)]
        if subjects := names_of(acting) or self.pronouns.last(first, verb.place, before):
            return tuple(dict.fromkeys((*self._joined_pronoun(acting, before), *subjects)))
        if subjects := names_of(named) or self._antecedent(clause.first):
            return subjects
        if verb.mood is FINITE and not self._is_bare(first, verb.place):
            return ()
        if joined:
            return joined
        opens = shortened or verb.mood is FINITE
        return before.topic if opens and self._is_bare(0, verb.place) else ()

    def _only_stands_by(self, one: Mention) -> bool:
        """Whether a preposition says that the name before the verb does not act in it."""
        words = self.scene.words.actors
        return is_led(self.scene, one, words.led) or is_led(self.scene, one, words.where)

    def _joined_pronoun(self, acting: Sequence[Mention], before: Spoken) -> Names:
        """`He and San Martín met`: the pronoun that "and" joins to the first name."""
        if not acting:
            return ()
        joint = self.scene.low(acting[0].first - 1)
        if joint != "&" and joint not in self.scene.words.and_words:
            return ()
        return self.pronouns.at(acting[0].first - 2, before)

    def _right_before(self, place: int) -> Mention | None:
        """The name that a shortened clause hangs on: the Franco-Soviet pact, signed in 1935."""
        found = self.scene.names.ending_before(place, _HUNG_ON)
        return found if found and takes_part(found) else None

    def _antecedent(self, first: int) -> Names:
        """The name right before the "which" or "who" that opens a clause."""
        if self.scene.low(first) not in self.scene.words.relative:
            return ()
        found = self.scene.names.ending_before(first, _RELATIVE)
        return (found.name,) if found and found.acts else ()

    def _named(self, found: Sequence[Mention]) -> list[Mention]:
        return [one for one in found if not tells_who(self.scene, one)]

    def _is_bare(self, first: int, place: int) -> bool:
        """Whether no subject of its own can stand before the verb: "and then was signed"."""
        nth = bisect_left(self._subject_places, first)
        return nth == len(self._subject_places) or self._subject_places[nth] >= place

    @lazy
    def _subject_places(self) -> Sequence[int]:
        """The tokens that can be, or be part of, a subject."""
        scene, words = self.scene, self.scene.words
        dated = {at for one in scene.dates for at in range(one.first - 1, one.end + 1)}
        return [
            place
            for place, token in enumerate(scene.tokens)
            if token.kind is not SIGN
            and token.low not in words.no_subjects
            and place not in dated
            and not words.is_adverb(token.low)
        ]


def _place(verb: Verb) -> int:
    return verb.place
