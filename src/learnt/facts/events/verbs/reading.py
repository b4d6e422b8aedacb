"""The verbs of a text, from left to right."""

from collections.abc import Sequence

from learnt.facts.events.inflection import PAST_FORMS, VerbForm
from learnt.facts.events.verb_table import STATE_CLASS, Reading, VerbEntry
from learnt.facts.events.verbs.helped import Helped, Helper, governed
from learnt.facts.events.verbs.past import Past
from learnt.facts.events.verbs.present import Present
from learnt.facts.events.verbs.verb import FINITE, PARTICIPLE, Draft, Verb
from learnt.facts.tokens import WORD

_BE = VerbEntry("be", STATE_CLASS)
"""The verb of every form of be that helps no other: no event, but the head of its clause."""


class Verbs(Helped, Past, Present):
    """Finds the verbs of a text."""

    def read(self) -> list[Verb]:
        """The verbs, in order; none within a name."""
        found: list[Verb] = []
        end, covered, readings, be = 0, self.names.covering, self.readings, self.words.be
        for place, token in enumerate(self.tokens):
            if place < end or token.kind is not WORD or place in covered:
                continue
            if not readings[place] and token.low not in be:
                continue
            if one := self._verb(place, found):
                found.append(one)
                end = one.end
        return found

    def _verb(self, place: int, earlier: Sequence[Verb]) -> Verb | None:
        """The verb that a word is here, by the first verb that it can be a form of."""
        low, words = self.low(place), self.words
        if self.tokens[place].glued and self.low(place - 1) == "-":
            return None  # German-speaking
        if low in words.modal:
            return None
        if low in words.be:
            return None if self.helps(place) else Verb(place, place + 1, _BE, FINITE)
        if (low in words.have or low in words.do) and self.helps(place):
            return None
        helper, negative = self.helper(place)
        for reading in self.readings[place]:
            entry, end = self._phrasal(reading.entry, place)
            draft = Draft(place, end, entry, negative)
            if one := self._read(reading, draft, helper, earlier):
                return one
        return None

    def _read(
        self, reading: Reading, draft: Draft, helper: Helper, earlier: Sequence[Verb]
    ) -> Verb | None:
        """The verb, if a form of it can stand here."""
        if helper:
            return governed(helper, reading.forms, draft)
        if not PAST_FORMS.isdisjoint(reading.forms):
            return self.bare_past(reading.forms, draft, earlier)
        if VerbForm.ING in reading.forms:
            return draft.verb(PARTICIPLE) if self.is_participle(draft.place) else None
        return draft.verb(FINITE) if self.is_present(reading, draft.place) else None

    def _phrasal(self, entry: VerbEntry, place: int) -> tuple[VerbEntry, int]:
        """The verb with the word behind it where the two are a verb of their own: break out."""
        joined = self.table.phrasal.get((entry.lemma, self.low(place + 1)))
        return (joined, place + 2) if joined else (entry, place + 1)
