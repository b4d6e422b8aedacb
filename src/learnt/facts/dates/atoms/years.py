"""Years: `1938`, `44 BC`, `AD 79`, `'36`, and `476` where nothing else can be meant."""

from learnt.facts.dates.moment import Length, Moment
from learnt.facts.dates.numbers import is_code, is_count, is_title, is_year
from learnt.facts.dates.reader import Read, Reader
from learnt.facts.tokens import SIGN, WORD

APOSTROPHES = frozenset("'’‘`")

_LAST = 2100
_EARLY = 1100
"""Where a year before this was spoken of, three digits behind a name are one as well."""


class Years(Reader):
    """Reads years, alone and behind the day, month or season that they complete."""

    def year(self, place: int, *, led: bool) -> Read | None:
        """A year in digits that counts, labels and names nothing."""
        number = self.number(place)
        if number is None:
            return None
        if era := self.era(number, place + 1):
            return era
        if is_code(self.tokens, place, self.words) or self.labels.has(place):
            return None
        if is_count(self.tokens, place, self.words, led=led):
            return None
        digits = len(self.tokens[place].text)
        if is_year(number, digits) and not is_title(self.tokens, place, self.words):
            return Moment(Length.YEAR, number), place + 1
        if digits == 3 and number >= 100 and self._is_short_year(place, led=led):
            return Moment(Length.YEAR, number), place + 1
        return None

    def era(self, number: int, place: int) -> Read | None:
        """The year of a number, where BC or AD stands at the place behind it."""
        if number == 0:
            return None
        if count := self.phrase("bc", place):
            return Moment(Length.YEAR, 1 - number), place + count
        if count := self.phrase("ad", place):
            return Moment(Length.YEAR, number), place + count
        return None

    def era_first(self, place: int) -> Read | None:
        """`AD 79`: the era before the number."""
        count = self.phrase("ad", place)
        if not count or not self.tokens[place].text[0].isupper():
            return None
        number = self.number(place + count)
        if number is None or not 1 <= number <= _LAST:
            return None
        return Moment(Length.YEAR, number), place + count + 1

    def short(self, place: int) -> Read | None:
        """`'36`, and `'30s`: of the century that was spoken of, else the twentieth."""
        number = self.number(place + 1)
        if number is None or len(self.tokens[place + 1].text) != 2:
            return None
        if not self.tokens[place + 1].glued:
            return None
        if place and self.tokens[place].glued and self.tokens[place - 1].text not in "([-–—/":
            return None
        after = place + 2
        if self.is_glued(after):
            if self.low(after) in self.words.decade_suffix and number % 10 == 0:
                return Moment(Length.DECADE, self.full_year(number)), after + 1
            if self.tokens[after].kind is not SIGN or self.tokens[after].text in "'’%":
                return None
        return Moment(Length.YEAR, self.full_year(number)), after

    def year_after(self, place: int) -> tuple[int, int] | None:
        """The year that completes a day, month or season: `1938`, `, 1938`, `of 1938`, `'38`."""
        if found := self._year_at(place + self.phrase("about", place)):
            return found
        low = self.low(place)
        if low not in (",", ".") and low not in self.words.of:
            return None
        return self._year_at(place + 1 + self.phrase("about", place + 1))

    def _year_at(self, place: int) -> tuple[int, int] | None:
        """The year that can only be one, as it stands behind a month, and the place after it."""
        token = self.token(place)
        if token is None:
            return None
        number = self.number(place)
        if number is None:
            found = self.short(place) if token.text in APOSTROPHES else self.era_first(place)
        else:
            found = self.era(number, place + 1) or self._completing(number, place)
        if found is None or found[0].length is not Length.YEAR or found[0].year is None:
            return None
        return found[0].year, found[1]

    def _completing(self, number: int, place: int) -> Read | None:
        """A number behind a month that is a year and neither code, measure nor decade."""
        if is_code(self.tokens, place, self.words) or self._is_measured(place + 1):
            return None
        digits = len(self.tokens[place].text)
        if not is_year(number, digits) and not (digits == 3 and self.describes_nothing(place + 1)):
            return None
        following = self.low(place + 1)
        decade = following in self.words.decade_suffix and following not in self.words.genitive
        if decade and self.tokens[place + 1].glued:
            return None
        return Moment(Length.YEAR, number), place + 1

    def _is_measured(self, place: int) -> bool:
        """Whether a unit follows: a fall of 2005 cubic metres."""
        low = self.low(place)
        return low in self.words.units and low not in self.words.doubtful_units

    def _is_short_year(self, place: int, *, led: bool) -> bool:
        """Whether three digits are a year: "in 476 the Goths", "around 800,", "(r. 117-138)"."""
        after = place + 1
        if self._is_plural(after):
            return False  # in 396 trials
        dash = self.low(after) in ("-", "–") and self.tokens[after].glued
        second = self.number(place + 2)
        if count := self.phrase_before("about", place):
            if self.low(place - count - 1) in self.words.of:
                return False
            if self.low(after) in self.words.after_counts:
                return False
            return self.describes_nothing(after) and (not dash or second is not None)
        before = self.low(place - 1)
        if led and before not in self.words.before_counts:
            listed = before == "," or before in self.words.list_words
            return not listed or self.describes_nothing(after)
        if not place:
            return False
        if before == "." and self.low(place - 2) in self.words.born:
            return True
        if dash and second is not None:
            return self._follows_a_name(place) and self.ends_here(place + 3)
        early = self.anchor.near is not None and abs(self.anchor.near) < _EARLY
        return early and self._follows_a_capital(place) and self.ends_here(after)

    def _follows_a_name(self, place: int) -> bool:
        before = self.tokens[place - 1]
        return before.kind is WORD or before.text in "(:,."

    def _follows_a_capital(self, place: int) -> bool:
        before = self.tokens[place - 1]
        return before.capital and before.kind is WORD

    def _is_plural(self, place: int) -> bool:
        """Whether things that are counted may go on, and no happenings."""
        token = self.token(place)
        if token is None or token.capital:
            return False
        return (
            token.low.endswith(self.words.plural_endings) and token.low not in self.words.happenings
        )
