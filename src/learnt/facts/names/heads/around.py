"""The tokens around a noun, and which of them are names."""

from collections.abc import Sequence

from learnt.facts.light import value
from learnt.facts.names.gazetteer import Form
from learnt.facts.names.mention import Mention, words_of
from learnt.facts.names.mentions import Mentions
from learnt.facts.tokens import WORD, Token
from learnt.facts.values import NameKind
from learnt.facts.words import NameWords

MOST_WORDS = 7
"""How many steps a name goes on from its noun."""
CLAUSE_ENDS = frozenset(".!?:")
"""Signs behind which a capital is written whatever the word is."""
_JOINING_SIGNS = frozenset("-–’'&")


@value(frozen=True)
class Around:
    """Looks at the tokens of one text; `known` are the names that were found in it before."""

    tokens: Sequence[Token]
    words: NameWords
    known: Mentions

    def low(self, place: int) -> str:
        """The word at a place, small; nothing outside the text."""
        return self.tokens[place].low if 0 <= place < len(self.tokens) else ""

    def covering(self, place: int) -> Mention | None:
        """The known name that a token is part of."""
        return self.known.covering.get(place)

    def starts_after(self, signs: frozenset[str], place: int) -> bool:
        """Whether the text begins at a place, or one of these signs stands before it."""
        return place == 0 or self.tokens[place - 1].text in signs

    def names_from(self, place: int) -> int:
        """The place after a run of names: "Rapallo", "Brest-Litovsk", "Friendship and Trade"."""
        end = place
        while end < len(self.tokens) and end - place < MOST_WORDS:
            if self._is_name(end):
                known = self.covering(end)
                end = known.end if known else end + 1
            elif end > place and self._joins(end, place):
                end += 1
            else:
                break
        return end

    def _is_name(self, place: int) -> bool:
        """Whether the token is a capital word of a name, or part of a known one."""
        if self.covering(place):
            return True
        token = self.tokens[place]
        word = token.kind is WORD and token.capital
        return word and token.low not in self.words.plain

    def _joins(self, place: int, first: int) -> bool:
        """Whether a sign or small word joins the names on both sides of it to one."""
        token = self.tokens[place]
        initial = token.text == "." and len(self.tokens[place - 1].text) == 1
        if not (token.text in _JOINING_SIGNS or self._is_joining_word(token.text) or initial):
            return False
        if place + 1 >= len(self.tokens) or not self._is_name(place + 1):
            return False
        return token.glued or self._continues(place, first)

    def _is_joining_word(self, word: str) -> bool:
        return word in self.words.and_words or word in self.words.heads.head_of

    def _continues(self, place: int, first: int) -> bool:
        """Whether "and" joins words of one name: Friendship and Trade, not Germany and Japan."""
        if self.low(place) != "&" and not self._is_joining_word(self.low(place)):
            return False
        if self.covering(place - 1) or self.covering(place + 1) or place - first >= 3:
            return False
        return not self._begins_a_clause(place + 1)

    def _begins_a_clause(self, place: int) -> bool:
        """Whether a verb in the past follows: "… and Stalin signed"."""
        if place + 1 >= len(self.tokens):
            return False
        verb = self.tokens[place + 1]
        past = verb.low.endswith(self.words.heads.clause_endings)
        return verb.kind is WORD and not verb.capital and past

    def mention(self, first: int, end: int, kind: NameKind) -> Mention:
        """A name with the states within it."""
        parties = dict.fromkeys(
            one.name
            for one in self.known.within(first, end)
            if one.kind is NameKind.STATE and one.form is not Form.SEAT
        )
        return Mention(first, end, words_of(self.tokens, first, end), kind, parties=tuple(parties))
