"""The quantities of a text: numbers with their units, comparisons and ranges."""

from collections.abc import Container, Sequence

from learnt.facts.quantities.units import Units
from learnt.facts.tokens import NUMBER, NUMERAL, WORD, Token
from learnt.facts.values import Quantity, Span
from learnt.facts.words import EventWords, QuantityWords, phrase_at

_COMPARATOR_WORDS = 4
_DASHES = ("-", "–")
_LABELLING = ".:/_#"


def read_quantities(
    tokens: Sequence[Token],
    words: EventWords,
    dates: Sequence[range],
    named: Container[int],
    labels: frozenset[str],
) -> tuple[Quantity, ...]:
    """The quantities of a text; none in its `dates`, nor at the tokens of names (`named`).

    `labels` are words before a number that make it a name of something (page, article).
    """
    places = [place for place, token in enumerate(tokens) if _may_begin(token, words.quantities)]
    if not places:
        return ()
    dated = {place for one in dates for place in one}
    reader = _Reader(tokens, words, words.quantities, dated, labels)
    found: list[Quantity] = []
    end = 0
    for place in places:
        if place < end or place in dated or place in named:
            continue
        if one := reader.quantity(place):
            found.append(one[0])
            end = one[1]
    return tuple(found)


def _may_begin(token: Token, words: QuantityWords) -> bool:
    """Whether a number can begin with the token, which few can."""
    if token.kind is WORD:
        return token.low in words.numbers or token.low in words.scales
    return token.kind is NUMBER or token.kind is NUMERAL


class _Reader(Units):
    """Reads the quantities of one text."""

    def quantity(self, place: int) -> tuple[Quantity, int] | None:
        """The quantity whose number begins at a place, and the place after it."""
        number = self.number(place)
        if number is None or self._is_label(place):
            return None
        value, end = number
        before = self.tokens[place - 1].text if place else ""
        currency = before if before in self.words.currencies else None
        between = self.low(place - 1) in self.words.opening
        to, end = self._to(value, end, between=between)
        unit, end = (currency, end) if currency else self.unit(end)
        if not unit:
            return None
        sign, first = self._comparator(place - 1 if currency else place)
        first -= between and to is not None and first == place
        span = Span(self.tokens[first].start, self.tokens[end - 1].end)
        return Quantity(span, value, unit, sign, to), end

    def _is_label(self, place: int) -> bool:
        """Whether the number is the number of something: article 5, 12:30, 3.4.5."""
        if place and self.low(place - 1) in self.labels:
            return True
        return place > 1 and self.tokens[place].glued and self.low(place - 1) in _LABELLING

    def _to(self, value: float, end: int, *, between: bool) -> tuple[float | None, int]:
        """The other end of a range, where a larger number follows that is no date."""
        low = self.low(end)
        joined = between and low in self.words.hundreds
        if low not in _DASHES and low not in self.words.to and not joined:
            return None, end
        after = end + 1 + (self.low(end + 1) in self.words.currencies)
        second = self.number(after)
        if second is None or second[0] <= value or after in self.dated:
            return None, end
        return second

    def _comparator(self, first: int) -> tuple[str, int]:
        """The sign of the words before a number, and where they begin."""
        for count in range(min(_COMPARATOR_WORDS, first), 0, -1):
            if self.low(first - count) not in self.words.comparing:
                continue
            for sign, phrases in self.words.comparators.items():
                if phrase_at(phrases, self.tokens, first - count) == count:
                    return sign, first - count
        return "=", first
