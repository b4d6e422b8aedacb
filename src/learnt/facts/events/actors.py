"""Who did it, and to whom or with whom: names before and after the verb, pronouns resolved."""

from collections.abc import Sequence
from dataclasses import dataclass

from learnt.facts.events.clauses import Clause
from learnt.facts.events.scene import Scene
from learnt.facts.events.verbs import Mood, Verb
from learnt.facts.events.words import phrase_at
from learnt.facts.names import Form, Mention
from learnt.facts.tokens import TokenKind
from learnt.facts.values import NameKind

_LINKS = (NameKind.AGREEMENT,)
_LED = frozenset({"with", "against", "under", "for", "by", "to", "after", "despite", "unlike"})
_WHERE = frozenset(
    {"in", "at", "from", "near", "into", "through", "over", "across", "outside", "of"}
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """What was spoken of before, the latest last: what "he", "they" and "it" can stand for.

    `topic` is whom the prompt, or the deck's title, is about.
    """

    people: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()

    def then(self, mentions: Sequence[Mention], subjects: tuple[str, ...] = ()) -> "Spoken":
        """With the names of a further stretch of text."""
        people = [one.name for one in mentions if one.kind is NameKind.PERSON]
        groups = [
            one.name for one in mentions if one.kind in (NameKind.STATE, NameKind.ORGANISATION)
        ]
        return Spoken(
            (*self.people, *people)[-8:],
            (*self.groups, *groups)[-8:],
            subjects or self.subjects,
            self.topic,
        )

    def back_to(self, asked: "Spoken") -> "Spoken":
        """As a new point begins: it speaks first of what its prompt asks about."""
        return Spoken(
            (*self.people, *asked.people)[-8:],
            (*self.groups, *asked.groups)[-8:],
            asked.subjects or self.subjects,
            asked.topic,
        )


@dataclass(frozen=True, slots=True)
class Actors:
    """Finds the actors of verbs in one text. `pronouns` go from the word to he, she, it or they."""

    scene: Scene
    pronouns: dict[str, str]

    def of(
        self, verb: Verb, clause: Clause, before: Spoken, joined: tuple[str, ...]
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The subjects, and the others, of a verb; `joined` are the subjects of the one before."""
        first, end = self._room(verb, clause)
        left = [one for one in self.scene.within(first, verb.place) if self._takes_part(one)]
        right = [one for one in self.scene.within(verb.end, end) if self._takes_part(one)]
        subjects = self._subjects(verb, clause, left, first, before, joined)
        taking = [one for one in self._named(right) if not self._is_where(one, verb)]
        others = _names(taking) or self._object_pronoun(verb.end, end, before)
        helpers = [one for one in left if one.acts and self._is_led(one, _LED)]
        others = tuple(
            one
            for one in dict.fromkeys((*others, *_names(self._named(helpers))))
            if one not in subjects
        )
        if verb.passive:
            return self._passive(verb, right, subjects, others)
        return subjects, tuple(one for one in others if one not in subjects)

    def _subjects(
        self,
        verb: Verb,
        clause: Clause,
        left: list[Mention],
        first: int,
        before: Spoken,
        joined: tuple[str, ...],
    ) -> tuple[str, ...]:
        """Who stands before the verb; else whom a pronoun, "which" or the verb before tells."""
        if (
            verb.mood is Mood.PARTICIPLE
            and verb.passive
            and (near := self._right_before(verb.place))
        ):
            return _names([near])
        named = self._named(self._behind_comma(left, first, verb.place))
        acting = [
            one for one in named if not self._is_led(one, _LED) and not self._is_led(one, _WHERE)
        ]
        if subjects := _names(acting) or self._pronoun(first, verb.place, before):
            return tuple(dict.fromkeys((*self._joined_pronoun(acting, before), *subjects)))
        if subjects := _names(named):
            return subjects
        if self._is_relative(clause.first) and (subjects := self._antecedent(clause.first)):
            return subjects
        goes_on = verb.mood is not Mood.FINITE or self._is_bare(first, verb.place)
        if joined or not goes_on:
            return joined if goes_on else ()
        return before.topic if self._opens_text(clause.first, verb) else ()

    def _opens_text(self, first: int, verb: Verb) -> bool:
        """Whether a note begins with its verb, so that it is about what the prompt asks."""
        shortened = verb.mood is Mood.PARTICIPLE and verb.passive
        return (verb.mood is Mood.FINITE or shortened) and self._is_bare(0, verb.place)

    def _joined_pronoun(self, acting: list[Mention], before: Spoken) -> tuple[str, ...]:
        """`He and San Martín met`: the pronoun that "and" joins to the first name."""
        if not acting or self.scene.low(acting[0].first - 1) not in ("and", "&"):
            return ()
        return self._resolved(acting[0].first - 2, before)

    def _is_led(self, one: Mention, words: frozenset[str]) -> bool:
        """Whether one of these prepositions stands right before the name."""
        before = one.first - 1
        if self.scene.low(before) in ("the", "a", "his", "their"):
            before -= 1
        return self.scene.low(before) in words

    def _is_where(self, one: Mention, verb: Verb) -> bool:
        """Whether the name only tells where it was: at Yale, from Switzerland, fled to Greece."""
        if one.kind not in (NameKind.STATE, NameKind.ORGANISATION):
            return self._is_led(one, frozenset({"under"}))
        moves = verb.entry.verb_class in ("move", "leave")
        return self._is_led(one, _WHERE) or (moves and self._is_led(one, frozenset({"to"})))

    def _right_before(self, place: int) -> Mention | None:
        """The name that a shortened clause hangs on: the Franco-Soviet pact, signed in 1935."""
        found = [one for one in self.scene.mentions if one.end <= place and place - one.end <= 2]
        return found[-1] if found and self._takes_part(found[-1]) else None

    def _behind_comma(self, left: list[Mention], first: int, place: int) -> list[Mention]:
        """Without what stands before the comma of an opening phrase: Despite Munich, Stalin …"""
        low = self.scene.low(first)
        if low not in self.scene.words.prepositions and low not in self.scene.words.opening:
            return left
        commas = [at for at in range(first, place) if self.scene.low(at) == ","]
        commas = [
            at for at in commas if not any(one.first <= at < one.end for one in self.scene.dates)
        ]
        behind = [one for one in left if commas and one.first > commas[0]]
        return behind or left

    def _is_bare(self, first: int, place: int) -> bool:
        """Whether no subject of its own can stand before the verb: "and then was signed"."""
        words = self.scene.words
        small = words.joining | words.adverbs | words.be | words.have | words.modal | words.do
        dated = {at for one in self.scene.dates for at in range(one.first - 1, one.end + 1)}
        return all(
            self.scene.low(at) in small
            or at in dated
            or self.scene.tokens[at].kind is TokenKind.SIGN
            or self.scene.low(at).endswith("ly")
            for at in range(first, place)
        )

    def _room(self, verb: Verb, clause: Clause) -> tuple[int, int]:
        """The tokens among which the verb's actors are: its clause, up to its neighbours."""
        places = [one for one in clause.verbs if one.place != verb.place]
        first = max((one.end for one in places if one.place < verb.place), default=clause.first)
        end = min((one.place for one in places if one.place > verb.place), default=clause.end)
        if verb.mood is Mood.INFINITIVE or not self.scene.within(first, verb.place):
            first = clause.first
        reason = (
            at
            for at in range(verb.end, end)
            if phrase_at(self.scene.words.because, self.scene.tokens, at)
        )
        return first, next(reason, end)

    def _takes_part(self, one: Mention) -> bool:
        return one.acts or (one.kind in _LINKS and bool(one.parties))

    def _named(self, found: list[Mention]) -> list[Mention]:
        return [one for one in found if not tells_who(self.scene, one)]

    def _pronoun(self, first: int, end: int, before: Spoken) -> tuple[str, ...]:
        for place in range(end - 1, first - 1, -1):
            found = self._resolved(place, before)
            if found:
                return found
        return ()

    def _object_pronoun(self, first: int, end: int, before: Spoken) -> tuple[str, ...]:
        for place in range(first, min(end, first + 4)):
            if self.scene.low(place) in ("him", "her", "them"):
                return self._resolved(place, before)
        return ()

    def _resolved(self, place: int, before: Spoken) -> tuple[str, ...]:
        match self.pronouns.get(self.scene.low(place)):
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
        sentence = next((one for one in self.scene.sentences if place in one), range(place))
        found = [
            one.name
            for one in self.scene.within(sentence.start, place)
            if one.kind in (NameKind.STATE, NameKind.ORGANISATION)
            and self.scene.low(one.first - 1) not in ("in", "at", "to", "from")
        ]
        return tuple(found[-1:])

    def _is_relative(self, first: int) -> bool:
        return self.scene.low(first) in self.scene.words.relative

    def _antecedent(self, first: int) -> tuple[str, ...]:
        """The name right before "which" or "who"."""
        before = [one for one in self.scene.mentions if one.end <= first and first - one.end <= 3]
        return (before[-1].name,) if before and before[-1].acts else ()

    def _passive(
        self,
        verb: Verb,
        right: list[Mention],
        subjects: tuple[str, ...],
        others: tuple[str, ...],
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """In the passive, who did it stands after "by"; the subject is whom it was done to."""
        by = [one for one in right if self._led_by(one, "by", verb.end)]
        doers = _names(by)
        rest = tuple(one for one in others if one not in doers)
        patients = tuple(one for one in subjects if one not in doers)
        return doers, tuple(dict.fromkeys((*patients, *rest)))

    def _led_by(self, one: Mention, word: str, end: int) -> bool:
        for place in range(one.first - 1, max(end, one.first - 12) - 1, -1):
            low = self.scene.low(place)
            if low == word:
                return True
            if low in self.scene.words.prepositions or low in (";", ":"):
                return False
        return False


def tells_who(scene: Scene, one: Mention) -> bool:
    """Whether an adjective only tells who the next name is: the British secretary, Eden."""
    if one.form is not Form.PEOPLE:
        return False
    following = next((other for other in scene.mentions if other.first >= one.end), None)
    return (
        following is not None
        and following.kind is NameKind.PERSON
        and following.first - one.end <= 4
        and not any(
            scene.low(at) in ("and", "with", "by", ";")
            or any(verb.place == at for verb in scene.verbs)
            for at in range(one.end, following.first)
        )
    )


def _names(mentions: Sequence[Mention]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for one in mentions:
        for name in one.parties if one.kind in _LINKS else (one.name,):
            found.setdefault(name)
    return tuple(found)
