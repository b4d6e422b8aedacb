"""Several numbers before or behind one word: `3-9 November 1923`, `the 17th and 18th centuries`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from learnt.facts.dates.anchor import Anchor
from learnt.facts.dates.moment import Length, Moment, is_day
from learnt.facts.dates.numbers import is_count
from learnt.facts.dates.phrases.phrase import Phrase
from learnt.facts.dates.phrases.ranges import Ranges

_MOST = 12
"""Numbers that one word is shared by; in a longer list it belongs to the last of them alone."""
_LAST_CENTURY = 21


@dataclass(frozen=True, slots=True)
class _Numbers:
    """Numbers of a list, or of a range, each with its first token and the place after it."""

    listed: Sequence[tuple[int, int, int]]
    ranged: bool
    end: int

    @property
    def values(self) -> list[int]:
        return [value for value, _, _ in self.listed]


@dataclass(frozen=True, slots=True)
class _Word:
    """What stands behind several numbers: a month or era, a year, and the place after it."""

    value: int
    year: int | None
    end: int


class Several(Ranges):
    """Reads days that share a month, centuries that share the word, years that share an era."""

    def days(self, place: int, *, between: bool = False) -> tuple[Phrase, ...]:
        """`3-9 November 1923` is one phrase, `1 and 3 September 1939` are two."""
        found = self._numbers_before(place, self._month_of_days)
        if found is None:
            return ()
        numbers, month = found
        if not all(is_day(day, month.value) for day in numbers.values):
            return ()
        moments = [Moment(Length.DAY, month.year, month.value, day) for day in numbers.values]
        return self._joined(numbers, moments, month.end, ranged=numbers.ranged or between)

    def _month_of_days(self, place: int) -> _Word | None:
        if self.low(place) in self.words.of:
            place += 1
        month = self.month_at(place, sure=True)
        if month is None:
            return None
        year = self.year_after(month[1])
        return _Word(month[0], year[0], year[1]) if year else _Word(month[0], None, month[1])

    def days_behind(self, place: int) -> tuple[Phrase, ...]:
        """`November 3-9, 1923`, `May 3 and 5, 1808`: the month stands before its days."""
        month = self.month_at(place, sure=True)
        numbers = self._numbers(month[1]) if month else None
        if month is None or numbers is None or len(numbers.listed) < 2:
            return ()
        if not all(is_day(day, month[0]) for day in numbers.values):
            return ()
        year = self.year_after(numbers.end)
        if year is None and is_count(self.tokens, numbers.end - 1, self.words, led=False):
            return ()
        of_year = year[0] if year else None
        moments = [Moment(Length.DAY, of_year, month[0], day) for day in numbers.values]
        first = (numbers.listed[0][0], place, numbers.listed[0][2])
        numbers = replace(numbers, listed=[first, *numbers.listed[1:]])
        end = year[1] if year else numbers.end
        return self._joined(numbers, moments, end, ranged=numbers.ranged)

    def centuries(self, place: int, *, between: bool = False) -> tuple[Phrase, ...]:
        """`the 17th and 18th centuries` are two, `the 16th to 18th centuries` one."""
        found = self._numbers_before(place + self.phrase("part", place), self._century_word)
        if found is None:
            return ()
        numbers, era = found
        if any(not 1 <= number <= _LAST_CENTURY for number in numbers.values):
            return ()
        moments = [
            Moment(Length.CENTURY, 1 - 100 * number if era.value else 100 * (number - 1))
            for number in numbers.values
        ]
        return self._joined(numbers, moments, era.end, ranged=numbers.ranged or between)

    def _century_word(self, place: int) -> _Word | None:
        """The word, with 1 for its value where BC follows."""
        if self.low(place) == "-" and self.tokens[place].glued:
            place += 1
        if self.low(place) not in self.words.century:
            return None
        bc, ad = self.phrase("bc", place + 1), self.phrase("ad", place + 1)
        return _Word(int(bc > 0), None, place + 1 + max(bc, ad))

    def years_before(self, place: int) -> tuple[Phrase, ...]:
        """`490 and 480 BC`, `in 264, 218 and 149 BC`: years that share their era."""
        found: list[tuple[int, int, int]] = []
        while (number := self.number(place)) is not None and len(found) < _MOST:
            found.append((number, place, place + 1))
            era = self.phrase("bc", place + 1)
            if era and len(found) > 1:
                moments = [Moment(Length.YEAR, 1 - one) for one, _, _ in found]
                end = place + 1 + era
                return self._joined(_Numbers(found, ranged=False, end=end), moments, end)
            listed = self.phrase("list", place + 1)
            if era or not listed:
                break
            place += 1 + listed
        return ()

    def _numbers_before(
        self, place: int, word: Callable[[int], _Word | None]
    ) -> tuple[_Numbers, _Word] | None:
        """Two numbers or more, and what `word` reads after them."""
        numbers = self._numbers(place)
        if numbers is None or len(numbers.listed) < 2:
            return None
        read = word(numbers.end)
        return None if read is None else (numbers, read)

    def _numbers(self, place: int) -> _Numbers | None:
        """The numbers of a list or range from a place on; None where none stands there."""
        found: list[tuple[int, int, int]] = []
        ranged = False
        while len(found) < _MOST:
            place += self.phrase("part", place)
            number = self.day_number(place)
            if number is None:
                break
            found.append((number[0], place, number[1]))
            place = number[1]
            slash = self.low(place) == "/" and self.tokens[place].glued
            joint = self.phrase("to", place) or int(slash)
            listed = joint or self.phrase("list", place)
            led = self.phrase("part", place + listed)
            if not listed or self.day_number(place + listed + led) is None:
                break
            if joint and len(found) > 1:
                return None
            ranged = ranged or joint > 0
            place += listed
        return _Numbers(found, ranged, place) if found else None

    def _joined(
        self, numbers: _Numbers, moments: Sequence[Moment], end: int, *, ranged: bool = False
    ) -> tuple[Phrase, ...]:
        """One phrase for a range, else one for each of the moments, all with the same year."""
        moments, inherited = list(moments), False
        for nth, moment in enumerate(moments):
            whole = self.completed(moment, end)
            if whole is None:
                return ()
            moments[nth], end = whole.moment, whole.end
            inherited = inherited or whole.inherited
        if ranged:
            edtf = f"{moments[0].end(last=False)}/{moments[-1].end(last=True)}"
            anchor = Anchor.at(moments[0], moments[-1])
            return (Phrase(numbers.listed[0][1], end, edtf, anchor, inherited),)
        ends = [*(after for _, _, after in numbers.listed[:-1]), end]
        return tuple(
            Phrase(first, after, moment.edtf(), Anchor.at(moment), inherited)
            for (_, first, _), after, moment in zip(numbers.listed, ends, moments, strict=True)
        )
