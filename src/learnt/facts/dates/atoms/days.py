"""Days, and months with what stands behind them: `30 September 1938`, `May 3rd, 1808`, `Sept.`."""

from learnt.facts.dates.atoms.months import Months
from learnt.facts.dates.atoms.ordinals import Ordinals
from learnt.facts.dates.moment import Length, Moment, is_day
from learnt.facts.dates.numbers import is_count
from learnt.facts.dates.reader import Read
from learnt.facts.tokens import WORD


class Days(Months, Ordinals):
    """Reads a day and a month in either order; the year may be missing."""

    def day(self, place: int) -> Read | None:
        """`30 September 1938`, `the 3rd of May, 1808`, `3 May`; the year may be missing."""
        found = self.day_number(place)
        if found is None:
            return None
        day, after = found
        if self.low(after) in self.words.of:
            after += 1
        month = self.month_at(after, sure=True)
        if month is None or not is_day(day, month[0]):
            return None
        year = self.year_after(month[1])
        if year is None:
            return Moment(Length.DAY, None, month[0], day), month[1]
        return Moment(Length.DAY, year[0], month[0], day), year[1]

    def month(self, place: int, *, led: bool) -> Read | None:
        """`December 1934`, `September 30th, 1938`, `Sept.`; the year may be missing."""
        found = self.month_at(place, sure=led)
        if found is None:
            return None
        month, after = found
        if day := self._with_day(month, after):
            return day
        if year := self.year_after(after):
            return Moment(Length.MONTH, year[0], month), year[1]
        if self.low(after) in self.words.month_happenings:
            return None  # the July days, the October Revolution
        if self.tokens[place].low in self.words.doubtful and not led:
            alone = self.ends_here(place - 1) and self.ends_here(after)
            if not alone and not self._joins_a_month(after):
                return None
        return Moment(Length.MONTH, None, month), after

    def _with_day(self, month: int, place: int) -> Read | None:
        """The day of the month, where its number stands behind it, and the year where one does.

        A day that the month does not have leaves the month: "November 31, 1938".
        """
        day = self._day_after(place)
        if day is None:
            return None
        exists = is_day(day[0], month)
        if year := self.year_after(day[1]):
            if not exists:
                return Moment(Length.MONTH, year[0], month), year[1]
            return Moment(Length.DAY, year[0], month, day[0]), year[1]
        if exists and not self._is_counted(day[1]):
            return Moment(Length.DAY, None, month, day[0]), day[1]
        return None

    def _day_after(self, place: int) -> tuple[int, int] | None:
        """The number of a day behind its month: one that counts nothing, or has its suffix."""
        if self.low(place) in self.words.articles:
            place += 1
        if self.phrase("bc", place + 1) or self.number(place) is None:
            return None  # January 27 BC
        suffixed = self.low(place + 1) in self.words.suffixes
        if not suffixed and is_count(self.tokens, place, self.words, led=False):
            return None
        return self.day_number(place)

    def _is_counted(self, place: int) -> bool:
        """Whether a unit goes on, so that the number before it is no day: "March 12 divisions"."""
        token = self.token(place)
        return token is not None and token.kind is WORD and token.low in self.words.units

    def _joins_a_month(self, place: int) -> bool:
        """Whether a month stands on the other side of "and" or "to": May – September 1939."""
        months = self.words.months
        for role in ("to", "list"):
            count = self.phrase(role, place)
            if count and self.low(place + count) in months:
                return True
        return self.low(place) == "/" and self.low(place + 1) in months
