"""What all readers of dates have in common: the tokens of a text, and questions about them."""

from collections.abc import Sequence
from dataclasses import field

from learnt.facts.dates.anchor import Anchor
from learnt.facts.dates.moment import Moment
from learnt.facts.dates.numbers import Labels, number_at
from learnt.facts.light import value
from learnt.facts.tokens import NUMBER, SIGN, WORD, Token
from learnt.facts.words import DateWords, phrase_at

Read = tuple[Moment, int]
"""A moment, and the place of the token after it."""

_CLAUSE_ENDS = ".;:,()[]–—-"


@value(frozen=True)
class Reader:
    """Looks at the tokens of one text through the words of a language.

    `anchor` is what was spoken of before. `question` says that a question mark at the end of a
    sentence asks and doubts no date, `counting` that numbers of the text that look like years
    count things.
    """

    tokens: Sequence[Token]
    words: DateWords
    anchor: Anchor
    labels: Labels = field(repr=False)
    question: bool = False
    counting: bool = False

    def low(self, place: int) -> str:
        """The word at a place, small; nothing outside the text."""
        return self.tokens[place].low if 0 <= place < len(self.tokens) else ""

    def token(self, place: int) -> Token | None:
        """The token at a place; None outside the text."""
        return self.tokens[place] if 0 <= place < len(self.tokens) else None

    def number(self, place: int) -> int | None:
        """The whole number at a place; None for anything else."""
        return number_at(self.tokens, place)

    def phrase(self, role: str, place: int) -> int:
        """How many tokens from a place on are a phrase of a role; 0 where none is."""
        return phrase_at(self.words.phrases[role], self.tokens, place)

    def phrase_before(self, role: str, place: int) -> int:
        """How many tokens right before a place are a phrase of a role; 0 where none is."""
        return self.words.phrase_before(role, self.tokens, place)

    def is_glued(self, place: int) -> bool:
        """Whether a token stands there and no space before it."""
        return 0 <= place < len(self.tokens) and self.tokens[place].glued

    def is_glued_number(self, place: int) -> bool:
        """Whether a whole number stands there and no space before it."""
        return self.is_glued(place) and self.tokens[place].kind is NUMBER

    def is_suffix(self, place: int) -> bool:
        """Whether letters that make the number before them an ordinal hang on it: the th of 5th."""
        if not self.is_glued(place):
            return False
        dot = self.words.day_has_dot and self.tokens[place].text == "."
        return dot or self.tokens[place].low in self.words.suffixes

    def ends_here(self, place: int) -> bool:
        """Whether the text, or a stretch of it, begins or ends with what stands at a place."""
        token = self.token(place)
        return token is None or token.text in _CLAUSE_ENDS

    def describes_nothing(self, place: int) -> bool:
        """Whether the text ends, or a sign or function word goes on, so that no noun follows."""
        token = self.token(place)
        return token is None or token.kind is SIGN or token.low in self.words.small

    def is_noun(self, place: int) -> bool:
        """Whether a word that is no function word goes on: the 1936 elections."""
        token = self.token(place)
        return token is not None and token.kind is WORD and token.low not in self.words.small

    def full_year(self, short: int) -> int:
        """The year of two digits, in the century that was spoken of; else in the twentieth."""
        near = self.anchor.near if self.anchor.near is not None else 1950
        return max(near, 100) // 100 * 100 + short
