"""One moment as a phrase gives it: a day, a month, a season, a year, a decade or a century.

Written as EDTF level 1, https://www.loc.gov/standards/datetime/: `1938-09-30`, `1938-21` (spring),
`193X`, `16XX`, `1934~` (about), `1923?` (perhaps), `1923%` (both).
"""

from dataclasses import replace
from enum import StrEnum

from learnt.facts.light import value

DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Length(StrEnum):
    """How long the moment is, as far as the phrase says."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"


LONG = (Length.DECADE, Length.CENTURY, Length.MILLENNIUM)
"""Longer than a year, so that no single year is meant."""
_SPANS = {Length.DECADE: 9, Length.CENTURY: 99, Length.MILLENNIUM: 999}
_MARKS = {(False, False): "", (True, True): "%", (True, False): "~", (False, True): "?"}


_FOUR_DIGITS = 9999


@value(frozen=True, slots=True)
class Moment:
    """A moment; `year` is astronomical (44 BC is -43), and None where the phrase gives none.

    For a decade or century `year` is its first year in the way that EDTF counts (1600 for the
    17th century). `season` is EDTF's number, 21 for spring to 24 for winter.
    """

    length: Length
    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    about: bool = False
    perhaps: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether nothing has to be taken from the text before."""
        return self.year is not None and (self.length is not Length.DAY or self.month is not None)

    def edtf(self) -> str:
        """The value. A moment without a year has none: ask `is_whole` first."""
        assert self.year is not None  # noqa: S101 - see `is_whole`
        plain = self._plain(self.year)
        # EDTF has no marks on a season, nor anything more exact than a year of five digits.
        bare = self.length is Length.SEASON or plain.startswith("Y")
        return plain if bare else plain + _MARKS[self.about, self.perhaps]

    def _plain(self, year: int) -> str:
        """The value without what is in doubt about it."""
        if abs(year) > _FOUR_DIGITS:
            return year_text(year)
        match self.length:
            case Length.YEAR:
                return year_text(year)
            case Length.DAY if self.month == 2 and self.day == 29 and not is_leap(year):
                return f"{year_text(year)}-02"  # there was no such day, but the month is told
            case Length.DAY:
                return f"{year_text(year)}-{self.month:02d}-{self.day:02d}"
            case Length.MONTH:
                return f"{year_text(year)}-{self.month:02d}"
            case Length.SEASON:
                return f"{year_text(year)}-{self.season:02d}"
            case Length.DECADE:
                return f"{year // 10:03d}X"
            case Length.CENTURY:
                return f"{year // 100:02d}XX" if year >= 0 else self._century_before(year)
            case Length.MILLENNIUM:
                return f"{year_text(year)}/{year_text(year + 999)}"

    @staticmethod
    def _century_before(year: int) -> str:
        """A century BC: EDTF has no form for it at level 1, so its first and its last year."""
        return f"{year_text(year)}/{year_text(year + 99)}"

    @property
    def first_year(self) -> int:
        """The first of its years."""
        return self.year or 0

    @property
    def last_year(self) -> int:
        """The last of its years."""
        return self.first_year + _SPANS.get(self.length, 0)

    def edge(self, *, last: bool) -> str:
        """The moment as the only end of an interval: a decade or century by one of its years.

        EDTF has no open interval from a decade, so it is from its first or its last year.
        """
        if self.length in LONG:
            year = self.last_year if last else self.first_year
            return replace(self, length=Length.YEAR, year=year).edtf()
        return self.edtf()

    def end(self, *, last: bool) -> str:
        """The moment as one of two ends of an interval."""
        long = self.length in (Length.CENTURY, Length.MILLENNIUM)
        before_christ = long and self.first_year < 0
        return self.edge(last=last) if before_christ else self.edtf()


def year_text(year: int) -> str:
    """A year of EDTF: four digits, a minus sign before the year 0, and Y before longer ones."""
    if abs(year) > _FOUR_DIGITS:
        return f"Y{year}"
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def is_leap(year: int) -> bool:
    """Whether a year has a 29 February, by the calendar of today, which ISO 8601 counts in."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def is_day(day: int, month: int | None) -> bool:
    """Whether a month has such a day."""
    return 1 <= day <= (31 if month is None else DAYS[month - 1])


def years_of(edtf: str) -> tuple[int, int]:
    """The first and the last year of a value, open ends far away: (1930, 1939) for `193X`."""
    first, slash, last = edtf.partition("/")
    ends = (first, last if slash else first)
    years = [_year_of(end, last=bool(nth)) for nth, end in enumerate(ends)]
    return years[0], years[1]


def _year_of(end: str, *, last: bool) -> int:
    """The year of one end of an interval; one far away where it is open."""
    if end in ("..", ""):
        return 9999 if last else -9999
    if end.startswith("Y"):
        return int(end[1:])
    digits = end[:5] if end.startswith("-") else end[:4]
    try:
        return int(digits.replace("X", "9" if last else "0"))
    except ValueError:
        return 9999 if last else -9999
