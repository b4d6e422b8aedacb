"""Numbers in digits and words: `1.5 million`, `two hundred and fifty`, `100,000`, `20 000`."""

import re
from collections.abc import Collection, Sequence

from learnt.facts.light import value
from learnt.facts.tokens import NUMBER, NUMERAL, WORD, Token
from learnt.facts.words import EventWords, QuantityWords

_MOST_DIGITS = 15
_MOST_SCALES = 6
"""Words that one number has behind its first; a long run of "million" is no number."""
_MOST = 1e18
"""No card counts more than this; it is kept finite."""
_GROUP = 3
_NUMERAL = re.compile(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d{3})+(?:,\d+)?|\d+[.,]\d+")


@value(frozen=True, slots=True)
class Numbers:
    """Reads the numbers of one text.

    `small` are the words that end a noun, `dated` the tokens of dates, and `labels` words before
    a number that make it a name of something (page, article).
    """

    tokens: Sequence[Token]
    small: EventWords
    words: QuantityWords
    dated: Collection[int]
    labels: frozenset[str]

    def low(self, place: int) -> str:
        """The word at a place, small; nothing outside the text."""
        return self.tokens[place].low if 0 <= place < len(self.tokens) else ""

    def is_glued(self, place: int) -> bool:
        """Whether a token stands there and no space before it."""
        return place < len(self.tokens) and self.tokens[place].glued

    def number(self, place: int) -> tuple[float, int] | None:
        """A number in digits or words, with its scale: `1.5 million`, `two hundred`."""
        value = self._plain_number(place)
        if value is None:
            return None
        end, words = place + 1, self.words
        while self._is_group(place, end):  # 20 000
            value, end = value * 1000 + int(self.tokens[end].text), end + 1
        for _ in range(_MOST_SCALES):
            low = self.low(end)
            if low == "-" and self.low(end + 1) in words.numbers:
                value += words.numbers[self.low(end + 1)]
                end += 2
            elif low in words.scales and (len(low) > 1 or self.tokens[end].glued):
                value = min(value * words.scales[low], _MOST)
                end += 1
            elif low in words.between and (step := self._scale_behind(end + 1)):
                value, end = min(value * words.scales[self.low(end + 1)], _MOST), end + step
            elif low in words.hundreds and (more := self._below_hundred(end + 1)) and value >= 100:
                value, end = value + more, end + 2
            else:
                break
        return value, end

    def _is_group(self, first: int, place: int) -> bool:
        """Whether three digits go on after a space, as in 20 000 men."""
        if not 0 < place < len(self.tokens) or place - first > _MOST_SCALES:
            return False
        kinds = {self.tokens[first].kind, self.tokens[place].kind}
        short = len(self.tokens[first].text) <= _GROUP == len(self.tokens[place].text)
        return kinds == {NUMBER} and short and not self.tokens[place].glued

    def _scale_behind(self, place: int) -> int:
        """Two where a scale follows "a": half a million."""
        return 2 if self.low(place) in self.words.scales else 0

    def _below_hundred(self, place: int) -> float:
        """The number in words that "and" joins to hundreds: two hundred and fifty."""
        value = self.words.numbers.get(self.low(place), 0)
        return value if value < 100 else 0

    def _plain_number(self, place: int) -> float | None:
        """What one token is as a number; a hundred is one, short scales ("m") are none."""
        if place >= len(self.tokens):
            return None
        token = self.tokens[place]
        if token.kind is WORD:
            low = token.low
            known = self.words.numbers.get(low)
            return self.words.scales.get(low) if known is None and len(low) > 2 else known
        if len(token.text) > _MOST_DIGITS:
            return None
        if token.kind is NUMBER:
            return float(int(token.text))
        return _numeral(token.text) if token.kind is NUMERAL else None


def _numeral(text: str) -> float | None:
    """`100,000`, `1.000.000`, `6.25`, `3,5`: groups of three after a comma are thousands.

    None for what only looks like one: 192.168.1, 1,000,50.
    """
    comma, dot = text.rfind(","), text.rfind(".")
    if not _is_numeral(text):
        return None
    if comma >= 0 and dot >= 0:  # the later of the two is the decimal sign
        whole, part = text[: max(comma, dot)], text[max(comma, dot) + 1 :]
        return float("".join(letter for letter in whole if letter.isdigit()) + "." + part)
    sign = "," if comma >= 0 else "."
    groups = text.split(sign)
    thousands = all(len(group) == 3 for group in groups[1:])
    if thousands and (sign == "," or len(groups) > 2):
        return float("".join(groups))
    return float(text.replace(",", "."))


def _is_numeral(text: str) -> bool:
    """Whether separators stand as in one number: between groups of three, or before decimals."""
    return _NUMERAL.fullmatch(text) is not None
