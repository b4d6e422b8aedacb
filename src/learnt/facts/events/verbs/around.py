"""The words around a form that may be a verb."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from learnt.facts.events.inflection import PAST_FORMS
from learnt.facts.events.verb_table import Reading, VerbTable
from learnt.facts.light import lazy, value
from learnt.facts.names import Mentions
from learnt.facts.tokens import WORD, Token
from learnt.facts.words import EventWords

NOTE_SIGNS = frozenset("•-–—*:;(,→>")
"""Signs behind which a note begins, with its verb at times."""
_STOPS = frozenset(".?!;:")


@value(frozen=True)
class Around:
    """Looks at the tokens of one text. `names` are those in it: within one no verb is looked for.

    What has no bound in the grammar (a run of adverbs, the way back to the sentence's beginning)
    is found by bisection in lists that are made once, so that time grows with the text alone.
    """

    tokens: Sequence[Token]
    table: VerbTable
    words: EventWords
    names: Mentions

    @lazy
    def readings(self) -> Sequence[Sequence[Reading]]:
        """For each token: the verbs that it can be a form of."""
        readings = self.table.readings
        return [readings(token.low) for token in self.tokens]

    @lazy
    def _past_places(self) -> Sequence[int]:
        """The tokens that can be a past form or participle."""
        return [
            place
            for place, readings in enumerate(self.readings)
            if readings and any(not PAST_FORMS.isdisjoint(one.forms) for one in readings)
        ]

    @lazy
    def _stop_places(self) -> Sequence[int]:
        return [place for place, token in enumerate(self.tokens) if token.text in _STOPS]

    @lazy
    def _solid_places(self) -> Sequence[int]:
        """The tokens that are no adverbs."""
        is_adverb = self.words.is_adverb
        return [place for place, token in enumerate(self.tokens) if not is_adverb(token.low)]

    def low(self, place: int) -> str:
        """The word at a place, small; nothing outside the text."""
        return self.tokens[place].low if 0 <= place < len(self.tokens) else ""

    def has_past_form(self, first: int, end: int) -> bool:
        """Whether one of these tokens can be a past form or participle."""
        nth = bisect_left(self._past_places, first)
        return nth < len(self._past_places) and self._past_places[nth] < end

    def clause_begins(self, place: int) -> int:
        """The place after the last stop, colon or semicolon before a place."""
        nth = bisect_left(self._stop_places, place)
        return self._stop_places[nth - 1] + 1 if nth else 0

    def solid_before(self, place: int) -> int:
        """The last token at a place or before it that is no adverb; -1 where there is none."""
        nth = bisect_right(self._solid_places, place)
        return self._solid_places[nth - 1] if nth else -1

    def solid_after(self, place: int) -> int:
        """The first token at a place or behind it that is no adverb, or the end of the text."""
        nth = bisect_left(self._solid_places, place)
        return self._solid_places[nth] if nth < len(self._solid_places) else len(self.tokens)

    def has_no_object(self, place: int) -> bool:
        """Whether after a verb the sentence ends, or a preposition, a number or a sign comes."""
        after = self.solid_after(place + 1)
        if after >= len(self.tokens):
            return True
        token = self.tokens[after]
        return (
            token.kind is not WORD
            or token.low in self.words.prepositions
            or token.low in self.words.joining
            or token.low in self.words.verbs.no_object
        )

    def takes_object(self, token: Token) -> bool:
        """Whether a token behind a verb begins what the verb is done to."""
        return token.kind is WORD and (
            token.capital
            or token.low in self.words.determiners
            or token.low in self.words.verbs.object_words
        )

    def begins_note(self, place: int) -> bool:
        """Whether the text or a note begins at a place, so that no subject stands before."""
        return place == 0 or self.tokens[place - 1].text in NOTE_SIGNS
