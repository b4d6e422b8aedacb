"""Dates in digits alone: `1938-09-30`, `30/09/1938`, `30.9.1938`, `1934-12`."""

from learnt.facts.dates.atoms.years import Years
from learnt.facts.dates.moment import Length, Moment, is_day
from learnt.facts.dates.numbers import is_code, is_year
from learnt.facts.dates.reader import Read

_MONTHS = 12


class Numeric(Years):
    """Reads days and months that are written as numbers."""

    def numeric(self, place: int) -> Read | None:
        """`1938-09-30`, `30/09/1938`, `30.9.1938`: the day first, unless only the month can be."""
        text = self.tokens[place].text
        sign = next(letter for letter in text if not letter.isdigit())
        parts = text.split(sign)
        if len(parts[0]) == 4:
            year, month, day = (int(part) for part in parts)
        else:
            day, month, year = (int(part) for part in parts)
            if month > _MONTHS >= day:
                day, month = month, day
            if len(parts[2]) == 2:
                year = self.full_year(year)
        if not (1 <= month <= _MONTHS and is_day(day, month) and year >= 1):
            return None
        return Moment(Length.DAY, year, month, day), place + 1

    def iso_month(self, place: int) -> Read | None:
        """`1934-12`, where it cannot be a range of years (1934-35)."""
        year, month = self.number(place), self.number(place + 2)
        if year is None or month is None or self.low(place + 1) != "-":
            return None
        if (len(self.tokens[place].text), len(self.tokens[place + 2].text)) != (4, 2):
            return None
        if not (self.tokens[place + 1].glued and self.tokens[place + 2].glued):
            return None
        if not (1 <= month <= _MONTHS and month <= year % 100 and is_year(year, 4)):
            return None
        if is_code(self.tokens, place, self.words) or self.low(place + 3) in ("-", "/"):
            return None
        return Moment(Length.MONTH, year, month), place + 3
