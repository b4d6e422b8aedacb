"""How many and how much: `over 100,000 troops`, `75 %`, `£1.5 million`, `ten years`."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from learnt.facts.tokens import Token, TokenKind
from learnt.facts.values import Quantity, Span
from learnt.facts.words import EventWords, QuantityWords, phrase_at

_MOST_DIGITS = 15
_MOST_SCALES = 6
"""How many words one number has behind its first: a hundred and more million are no number."""
_MOST_WORDS = 3
_COMPARATOR_WORDS = 4
_DASHES = ("-", "–")
_DEGREES = "°º"
_SCALES = ("C", "F")
_LABELLING = ".:/_#"
_MOST = 1e18
"""No card counts more than this; it is kept finite."""
_NUMERAL = re.compile(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d{3})+(?:,\d+)?|\d+[.,]\d+")
_GROUP = 3


def read_quantities(
    tokens: Sequence[Token],
    words: EventWords,
    dates: Sequence[range],
    names: Sequence[range],
    labels: frozenset[str],
) -> tuple[Quantity, ...]:
    """The quantities of a text. `dates` and `names` are the tokens of those: none is read in them.

    `labels` are words before a number that make it a name of something (page, article).
    """
    dated = {place for one in dates for place in one}
    taken = dated.union(*names)
    reader = _Reader(tokens, words, words.quantities, dated, labels)
    found: list[Quantity] = []
    end = 0
    for place, token in enumerate(tokens):
        if place < end or place in taken or not reader.may_begin(token):
            continue
        if one := reader.quantity(place):
            found.append(one[0])
            end = one[1]
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the quantities of one text; `small` are the words that end a noun."""

    tokens: Sequence[Token]
    small: EventWords
    words: QuantityWords
    dated: Collection[int]
    labels: frozenset[str]

    def may_begin(self, token: Token) -> bool:
        """Whether a number can begin with the token, which few can."""
        if token.kind is TokenKind.WORD:
            return token.low in self.words.numbers or token.low in self.words.scales
        return token.kind is TokenKind.NUMBER or token.kind is TokenKind.NUMERAL

    def quantity(self, place: int) -> tuple[Quantity, int] | None:
        """The quantity whose number begins at a place, and the place after it."""
        number = self._number(place)
        if number is None or self._is_label(place):
            return None
        value, end = number
        before = self.tokens[place - 1].text if place else ""
        currency = before if before in self.words.currencies else None
        between = self._low(place - 1) in self.words.opening
        to, end = self._to(value, end, between=between)
        unit, end = (currency, end) if currency else self._unit(end)
        if not unit:
            return None
        sign, first = self._comparator(place - 1 if currency else place)
        first -= between and to is not None and first == place
        span = Span(self.tokens[first].start, self.tokens[end - 1].end)
        return Quantity(span, value, unit, sign, to), end

    def _low(self, place: int) -> str:
        return self.tokens[place].low if 0 <= place < len(self.tokens) else ""

    def _is_glued(self, place: int) -> bool:
        return place < len(self.tokens) and self.tokens[place].glued

    def _is_label(self, place: int) -> bool:
        """Whether the number is the number of something: article 5, 12:30, 3.4.5."""
        if place and self._low(place - 1) in self.labels:
            return True
        return place > 1 and self.tokens[place].glued and self._low(place - 1) in _LABELLING

    def _to(self, value: float, end: int, *, between: bool) -> tuple[float | None, int]:
        """The other end of a range, where a larger number follows that is no date."""
        low = self._low(end)
        joined = between and low in self.words.hundreds
        if low not in _DASHES and low not in self.words.to and not joined:
            return None, end
        after = end + 1 + (self._low(end + 1) in self.words.currencies)
        second = self._number(after)
        if second is None or second[0] <= value or after in self.dated:
            return None, end
        return second

    def _number(self, place: int) -> tuple[float, int] | None:
        """A number in digits or words, with its scale: `1.5 million`, `two hundred`."""
        value = self._plain_number(place)
        if value is None:
            return None
        end, words = place + 1, self.words
        while self._is_group(place, end):  # 20 000
            value, end = value * 1000 + int(self.tokens[end].text), end + 1
        for _ in range(_MOST_SCALES):
            low = self._low(end)
            if low == "-" and self._low(end + 1) in words.numbers:
                value += words.numbers[self._low(end + 1)]
                end += 2
            elif low in words.scales and (len(low) > 2 or self.tokens[end].glued):
                value = min(value * words.scales[low], _MOST)
                end += 1
            elif low in words.between and (step := self._scale_behind(end + 1)):
                value, end = min(value * words.scales[self._low(end + 1)], _MOST), end + step
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
        return kinds == {TokenKind.NUMBER} and short and not self.tokens[place].glued

    def _scale_behind(self, place: int) -> int:
        """Two where a scale follows "a": half a million."""
        return 2 if self._low(place) in self.words.scales else 0

    def _below_hundred(self, place: int) -> float:
        """The number in words that "and" joins to hundreds: two hundred and fifty."""
        value = self.words.numbers.get(self._low(place), 0)
        return value if value < 100 else 0

    def _plain_number(self, place: int) -> float | None:
        """What one token is as a number; a hundred is one, short scales ("m") are none."""
        if place >= len(self.tokens):
            return None
        token = self.tokens[place]
        if token.kind is TokenKind.WORD:
            low = token.low
            known = self.words.numbers.get(low)
            return self.words.scales.get(low) if known is None and len(low) > 2 else known
        if len(token.text) > _MOST_DIGITS:
            return None
        if token.kind is TokenKind.NUMBER:
            return float(int(token.text))
        return _numeral(token.text) if token.kind is TokenKind.NUMERAL else None

    def _unit(self, place: int) -> tuple[str, int]:
        """The noun that is counted, with up to two words before it; a sign of per cent, degrees."""
        if count := phrase_at(self.words.percent, self.tokens, place):
            return "%", place + count
        if place < len(self.tokens) and self.tokens[place].text in _DEGREES:
            if self._is_glued(place + 1) and self.tokens[place + 1].text in _SCALES:
                return "°" + self.tokens[place + 1].text, place + 2
            return "°", place + 1
        if self._low(place) == "-" and self._is_glued(place):
            place += 1
        if self._low(place) in self.small.of:
            return "", place
        last = self._noun_end(place)
        return " ".join(token.text for token in self.tokens[place:last]), last

    def _noun_end(self, first: int) -> int:
        """The place after the noun; `first` where several words follow and none is a plural."""
        end = first
        while end < min(len(self.tokens), first + _MOST_WORDS) and end not in self.dated:
            token = self.tokens[end]
            if token.kind is not TokenKind.WORD or self._ends_a_noun(token, first=end == first):
                break
            end += 1
            if token.low.endswith(self.words.unit_endings) or token.low in self.words.units:
                return end
        return end if end == first + 1 else first

    def _ends_a_noun(self, token: Token, *, first: bool) -> bool:
        low, small = token.low, self.small
        if first and low in self.words.adjectives:
            return False
        return low in self.words.no_units or any(
            low in them
            for them in (
                small.prepositions,
                small.joining,
                small.opening,
                small.be,
                small.have,
                small.modal,
                small.determiners,
            )
        )

    def _comparator(self, first: int) -> tuple[str, int]:
        """The sign of the words before a number, and where they begin."""
        for count in range(min(_COMPARATOR_WORDS, first), 0, -1):
            for sign, phrases in self.words.comparators.items():
                if phrase_at(phrases, self.tokens, first - count) == count:
                    return sign, first - count
        return "=", first


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
