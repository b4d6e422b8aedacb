"""Past forms without an auxiliary: a finite verb, a shortened passive, or an adjective."""

from collections.abc import Sequence

from learnt.facts.events.inflection import Forms, VerbForm
from learnt.facts.events.verbs.around import Around
from learnt.facts.events.verbs.verb import FINITE, PARTICIPLE, Draft, Verb


class Past(Around):
    """Tells which of the three a past form is."""

    def bare_past(self, forms: Forms, draft: Draft, earlier: Sequence[Verb]) -> Verb | None:
        """The verb that a past form is without help; `earlier` are the verbs before it."""
        place = draft.place
        if self._is_adjective(place):
            return None
        if VerbForm.PARTICIPLE not in forms:
            return draft.verb(FINITE)
        if VerbForm.PAST not in forms:
            shortened = self.has_no_object(place)
            return draft.verb(PARTICIPLE, passive=True) if shortened else None
        if self._is_joined_to_passive(place, earlier):
            return draft.verb(FINITE, passive=True)
        if self.low(place + 1) in self.words.by or self._is_shortened(place):
            return draft.verb(PARTICIPLE, passive=True)
        return draft.verb(FINITE, passive=self.begins_note(place) and self.has_no_object(place))

    def _is_adjective(self, place: int) -> bool:
        """Whether an article or a preposition right before it makes it no verb."""
        before, words = self.low(place - 1), self.words
        if before in words.determiners and before not in words.verbs.subject_determiners:
            return True
        if before in words.prepositions and before not in words.verbs.clause_prepositions:
            return True
        return self._describes(place)

    def _describes(self, place: int) -> bool:
        """Whether the past form stands before its noun: "freely elected councils, armed men"."""
        before, after, words = self.low(place - 1), self.low(place + 1), self.words
        if not after.isalpha() or after in words.prepositions or after in words.determiners:
            return False
        first = self.low(place - 2)
        if before.endswith(words.adverb_endings):
            return first in words.determiners or first in words.verbs.describing
        return (
            before in words.and_words
            and first.endswith(words.verbs.past_endings)
            and self.low(place - 3) in words.determiners
        )

    def _is_joined_to_passive(self, place: int, earlier: Sequence[Verb]) -> bool:
        """`was arrested and shot`, `negotiated in 1934 and signed in 1935`."""
        if not earlier or not earlier[-1].passive or not self.has_no_object(place):
            return False
        before, words = self.low(place - 1), self.words
        if before not in words.joining and before != "," and before not in words.adverbs:
            return False
        return not any(self.low(at) in words.opening for at in range(earlier[-1].end, place))

    def _is_shortened(self, place: int) -> bool:
        """`the pact signed in 1935 …`: an agreement does not sign; another verb may follow."""
        return self.low(place - 1) in self.words.linking_nouns and self.has_no_object(place)
