"""Numbers that share a word: `3-9 November 1923`, `the 17th and 18th centuries`, `5 and 4 BC`."""

from dataclasses import replace

from learnt.facts.dates.moment import Length, Moment, is_day
from learnt.facts.dates.numbers import is_count
from learnt.facts.dates.phrases.numbered import MOST_NUMBERS, Numbered, Numbers, Word
from learnt.facts.dates.phrases.phrase import Phrase

_LAST_CENTURY = 21


class Several(Numbered):
    """Reads days that share a month, centuries that share the word, years that share an era."""

    def days(self, place: int, *, between: bool = False) -> tuple[Phrase, ...]:
        """`3-9 November 1923` is one phrase, `1 and 3 September 1939` are two."""
        found = self.numbers_before(place, self._month_of_days)
        if found is None:
            return ()
        numbers, month = found
        if not all(is_day(day, month.value) for day in numbers.values):
            return ()
        moments = [Moment(Length.DAY, month.year, month.value, day) for day in numbers.values]
        return self.joined(numbers, moments, month.end, ranged=numbers.ranged or between)

    def _month_of_days(self, place: int) -> Word | None:
        """The month behind its days, with its year where one follows."""
        if self.low(place) in self.words.of:
            place += 1
        month = self.month_at(place, sure=True)
        if month is None:
            return None
        year = self.year_after(month[1])
        return Word(month[0], year[0], year[1]) if year else Word(month[0], None, month[1])

    def days_behind(self, place: int) -> tuple[Phrase, ...]:
        """`November 3-9, 1923`, `May 3 and 5, 1808`: the month stands before its days."""
        month = self.month_at(place, sure=True)
        numbers = self.numbers(month[1]) if month else None
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
        return self.joined(numbers, moments, end, ranged=numbers.ranged)

    def centuries(self, place: int, *, between: bool = False) -> tuple[Phrase, ...]:
        """`the 17th and 18th centuries` are two, `the 16th to 18th centuries` one."""
        found = self.numbers_before(place + self.phrase("part", place), self._century_word)
        if found is None:
            return ()
        numbers, era = found
        if any(not 1 <= number <= _LAST_CENTURY for number in numbers.values):
            return ()
        moments = [
            Moment(Length.CENTURY, 1 - 100 * number if era.value else 100 * (number - 1))
            for number in numbers.values
        ]
        return self.joined(numbers, moments, era.end, ranged=numbers.ranged or between)

    def _century_word(self, place: int) -> Word | None:
        """The word, with 1 for its value where BC follows."""
        if self.low(place) == "-" and self.tokens[place].glued:
            place += 1
        if self.low(place) not in self.words.century:
            return None
        bc, ad = self.phrase("bc", place + 1), self.phrase("ad", place + 1)
        return Word(int(bc > 0), None, place + 1 + max(bc, ad))

    def years_before(self, place: int) -> tuple[Phrase, ...]:
        """`490 and 480 BC`, `in 264, 218 and 149 BC`: years that share their era."""
        found: list[tuple[int, int, int]] = []
        while (number := self.number(place)) is not None and len(found) < MOST_NUMBERS:
            found.append((number, place, place + 1))
            era = self.phrase("bc", place + 1)
            if era and len(found) > 1:
                moments = [Moment(Length.YEAR, 1 - one) for one, _, _ in found]
                end = place + 1 + era
                return self.joined(Numbers(found, ranged=False, end=end), moments, end)
            listed = self.phrase("list", place + 1)
            if era or not listed:
                break
            place += 1 + listed
        return ()
