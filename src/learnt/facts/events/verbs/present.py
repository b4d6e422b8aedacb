"""Forms that are often nouns as well: plain and third-person forms, and those in -ing."""

from learnt.facts.events.inflection import VerbForm
from learnt.facts.events.verb_table import Reading
from learnt.facts.events.verbs.around import Around
from learnt.facts.tokens import WORD

_LEAST_LETTERS = 4
"""Shorter words in -s are no plurals that act."""


class Present(Around):
    """Tells verbs from nouns by the subject before and the object after."""

    def is_participle(self, place: int) -> bool:
        """An -ing form that says what is done, with an object or after a comma; no noun."""
        before, after, words = self.low(place - 1), place + 1, self.words
        if before in words.determiners or after >= len(self.tokens):
            return False
        if self.low(after) in words.verbs.noun_follows:
            return False
        if before == "," or before in words.verbs.participle_after:
            return True
        if place in self.names.by_end or self.takes_object(self.tokens[after]):
            return True
        return self.low(after) in words.verbs.companions and (
            after + 1 in self.names.by_first or after + 2 in self.names.by_first
        )

    def is_present(self, reading: Reading, place: int) -> bool:
        """A plain or third-person form with a subject before and something after."""
        before, words = self.low(place - 1), self.words
        if before in words.determiners or before in words.prepositions:
            return False
        third = VerbForm.THIRD in reading.forms
        after = self.tokens[place + 1] if place + 1 < len(self.tokens) else None
        if self.begins_note(place):
            return after is not None and not third and self.takes_object(after)
        if not self._is_subject(place - 1, third=third):
            return False
        if not (self.low(place) in self.table.nouns or reading.entry.lemma in reading.entry.nouns):
            return True
        return after is not None and (
            (self.takes_object(after) and after.low not in words.to)
            or before in words.singular_subjects
        )

    def _is_subject(self, place: int, *, third: bool) -> bool:
        """Whether what stands at a place, adverbs passed over, can do something: one, or many."""
        place = self.solid_before(place)
        if place < 0:
            return False
        low, words = self.low(place), self.words
        if low in (words.singular_subjects if third else words.plural_subjects):
            return True
        if low == ")":
            return third
        if self.tokens[place].kind is not WORD:
            return False
        if place in self.names.covering:
            return True
        plural = low.endswith(words.verbs.plural_endings)
        if third:
            return low.isalpha() and (not plural or low.endswith(words.verbs.singular_endings))
        return (plural and len(low) >= _LEAST_LETTERS) or low in words.verbs.irregular_plurals
