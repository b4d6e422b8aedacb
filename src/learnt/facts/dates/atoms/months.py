"""Months, and whether a word that means other things too ("may", "march") is one here."""

from learnt.facts.dates.atoms.years import Years
from learnt.facts.dates.numbers import is_year
from learnt.facts.tokens import WORD

_LAST_DAY = 31
_JOINTS = frozenset("-._@")


class Months(Years):
    """Reads the name of a month."""

    def month_at(self, place: int, *, sure: bool) -> tuple[int, int] | None:
        """The month named at a place; a doubtful word must be written as a name, or be `sure`."""
        month = self.words.months.get(self.low(place))
        if month is None:
            return None
        token = self.tokens[place]
        if token.glued and self._hangs_on_a_word(place):
            return None
        after = place + 1
        if token.low in self.words.abbreviations and self.low(after) == ".":
            after += self.tokens[after].glued
        if token.low in self.words.doubtful and not self._is_month(place, after, sure=sure):
            return None
        return month, after

    def _hangs_on_a_word(self, place: int) -> bool:
        """`non-May`, `x.sep`: part of something longer; a dash after a number or month is none."""
        if place < 2 or self.tokens[place - 1].text not in _JOINTS:
            return False
        before = self.tokens[place - 2]
        return (
            before.kind is WORD
            and self.tokens[place - 1].glued
            and before.low not in self.words.months
            and not self.phrase_before("part", place)
        )

    def _is_month(self, place: int, after: int, *, sure: bool) -> bool:
        """Whether a word that means other things too is the month here."""
        token, number = self.tokens[place], self.number(after)
        dated = number is not None and (1 <= number <= _LAST_DAY or is_year(number, 4))
        if dated and token.low not in self.words.common_months:
            return True
        if not token.capital:
            if number is not None and is_year(number, len(self.tokens[after].text)):
                return True
            said = dated or self.phrase("same_year", after) > 0
            ends = sure and (said or self.describes_nothing(after))
            return ends or self._follows_day(place)
        if dated and place:
            return self.low(place - 1) not in self.words.month_surnames
        return not self._is_surname(place)

    def _is_surname(self, place: int) -> bool:
        """`Theresa May`: a further capital stands right before, and not to begin a sentence."""
        if place < 2:
            return False
        before = self.tokens[place - 1]
        return (
            before.kind is WORD
            and before.capital
            and before.low not in self.words.small
            and before.low not in self.words.months
            and before.low not in self.words.weekdays
            and not self.phrase_before("in", place)
            and not self.phrase_before("part", place)
        )

    def _follows_day(self, place: int) -> bool:
        """`3rd of may`."""
        before, low = place - 1, self.low(place - 1)
        if before > 0 and (low in self.words.of or low in self.words.suffixes):
            before -= 1
        number = self.number(before)
        return number is not None and 1 <= number <= _LAST_DAY
