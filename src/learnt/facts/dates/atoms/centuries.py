"""Decades, centuries and millennia: `the 1930s`, `17th century`, `C18th`, `4th millennium BC`."""

from learnt.facts.dates.atoms.ordinals import Ordinals
from learnt.facts.dates.atoms.years import Years
from learnt.facts.dates.moment import Length, Moment
from learnt.facts.dates.reader import Read
from learnt.facts.tokens import SIGN, WORD

_LAST = 21
_FIRST_BY_LETTER = 5
_LAST_DECADE = 2100
_THIS_MILLENNIUM = 2000
"""Its hundreds name a decade: "the 2000s", where "the 1900s" are a century."""


class Centuries(Years, Ordinals):
    """Reads what is longer than a year."""

    def century(self, place: int) -> Read | None:
        """`17th century`, `the nineteenth-century`, `5th century BC`."""
        found = self.ordinal(place)
        if found is None:
            return None
        number, after = found
        if self.low(after) == "-" and self.tokens[after].glued:
            after += 1
        if self.low(after) in self.words.millennium:
            return self._millennium(number, after + 1)
        if self.low(after) not in self.words.century:
            return None
        if not 1 <= number <= _LAST or self.low(place - 1) in self.words.somebodys:
            return None
        return None if self._is_of_a_firm(after) else self._with_era(number, after + 1)

    def _is_of_a_firm(self, place: int) -> bool:
        """`20th Century Fox`."""
        after = self.token(place + 1)
        return (
            after is not None
            and after.capital
            and after.kind is WORD
            and self.tokens[place].capital
            and not any(self.phrase(role, place + 1) for role in ("bc", "ad"))
        )

    def _millennium(self, number: int, place: int) -> Read | None:
        """`4th millennium BC`: a thousand years, by their first and their last."""
        count = self.phrase("bc", place)
        if not count or not 1 <= number <= 9:
            return None
        return Moment(Length.MILLENNIUM, 1 - 1000 * number), place + count

    def _with_era(self, number: int, place: int) -> Read:
        """The century of that number; BC where that follows."""
        if count := self.phrase("bc", place):
            return Moment(Length.CENTURY, 1 - 100 * number), place + count
        return Moment(Length.CENTURY, 100 * (number - 1)), place + self.phrase("ad", place)

    def century_by_letter(self, place: int) -> Read | None:
        """`C17th`, `C18`: as students write it."""
        token = self.tokens[place]
        if token.low not in self.words.century_letter or not token.capital:
            return None
        number = self.number(place + 1)
        if number is None or not self.tokens[place + 1].glued:
            return None
        if not _FIRST_BY_LETTER <= number <= _LAST:
            return None
        after = place + 2
        if self.is_glued(after):
            if self.low(after) in self.words.suffixes:
                after += 1
            elif self.tokens[after].kind is not SIGN:
                return None
        return Moment(Length.CENTURY, 100 * (number - 1)), after

    def decade(self, place: int, *, led: bool) -> Read | None:
        """`1930s`, and `the 30s` or `the thirties` after a word that shows that years are meant."""
        number = self.number(place)
        if number is None:
            return self._decade_in_words(place)
        if number % 10 or not self.is_glued(place + 1):
            return None
        if self.low(place + 1) not in self.words.decade_suffix:
            return None
        if len(self.tokens[place].text) == 2:
            return self._short_decade(number, place, led=led)
        return self._decade_of_years(number, place)

    def _short_decade(self, number: int, place: int, *, led: bool) -> Read | None:
        """`the 60s`: of the century that was spoken of, or the first one where AD follows."""
        after = place + 2
        if led and self._follows_decade(place):
            return Moment(Length.DECADE, self.full_year(number)), after
        if count := self.phrase("ad", after):
            return Moment(Length.DECADE, number), after + count
        if self._is_of_a_century(place):
            return Moment(Length.DECADE, self.full_year(number)), after
        return None

    def _decade_of_years(self, number: int, place: int) -> Read | None:
        """`1930s`, `the 1900s`, `the 400s BC`: the last two are centuries."""
        digits = len(self.tokens[place].text)
        if digits < 3 or number > _LAST_DECADE or self.labels.has(place):
            return None
        after = place + 2
        if count := self.phrase("bc", after):
            return Moment(Length.CENTURY, -number - 98), after + count
        if digits < 4:
            return None
        whole = number % 100 == 0 and number != _THIS_MILLENNIUM
        return Moment(Length.CENTURY if whole else Length.DECADE, number), after

    def _decade_in_words(self, place: int) -> Read | None:
        """`the thirties`."""
        decade = self.words.decades.get(self.low(place))
        if decade is None or not self._is_of_a_century(place):
            return None
        return Moment(Length.DECADE, self.full_year(decade)), place + 1

    def spelled(self, place: int) -> Read | None:
        """`nineteen thirties`."""
        century = self.words.centuries_spelled.get(self.low(place))
        if century is None:
            return None
        after = place + (2 if self.low(place + 1) == "-" else 1)
        decade = self.words.decades.get(self.low(after))
        return None if decade is None else (Moment(Length.DECADE, century + decade), after + 1)

    def _follows_decade(self, place: int) -> bool:
        """`the 1960s and 70s`."""
        for before in range(max(0, place - 4), place):
            suffixed = self.low(before + 1) in self.words.decade_suffix
            if suffixed and self.number(before) is not None:
                return len(self.tokens[before].text) >= 2
        return False

    def _is_of_a_century(self, place: int) -> bool:
        """Whether "the", "early" or "late" stands before, and nobody's age is meant."""
        if not self.phrase_before("part", place):
            return False
        before = place - 1 - (self.low(place - 1) == "-")
        while before >= 0 and (count := self.phrase_before("part", before + 1)):
            before -= count
        return self.low(before) not in self.words.somebodys
