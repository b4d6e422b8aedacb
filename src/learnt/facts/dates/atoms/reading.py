"""Any single moment: each kind of token is tried by the readers that can begin with it."""

from dataclasses import replace

from learnt.facts.dates.atoms.centuries import Centuries
from learnt.facts.dates.atoms.days import Days
from learnt.facts.dates.atoms.numeric import Numeric
from learnt.facts.dates.atoms.seasons import Seasons
from learnt.facts.dates.atoms.years import APOSTROPHES
from learnt.facts.dates.moment import Length, Moment
from learnt.facts.dates.reader import Read
from learnt.facts.tokens import NUMBER, NUMERIC_DATE, SIGN


class Atoms(Days, Seasons, Centuries, Numeric):
    """Reads single moments, the longest way of writing one first."""

    def moment(self, place: int, *, led: bool) -> Read | None:
        """The moment that begins at `place`; `led` where the word before leads to a date."""
        if place >= len(self.tokens):
            return None
        token = self.tokens[place]
        if token.kind is NUMBER:
            return self._beginning_with_number(place, led=led)
        if token.kind is NUMERIC_DATE:
            return self.numeric(place)
        if token.kind is SIGN:
            return self.short(place) if token.text in APOSTROPHES else None
        if token.low not in self.words.moment_words:
            return None
        if token.low in self.words.weekdays:
            return self._after_weekday(place, led=led)
        return self._beginning_with_word(place, led=led)

    def _beginning_with_number(self, place: int, *, led: bool) -> Read | None:
        """What a number begins: the longer the way of writing, the surer it is."""
        if len(self.tokens[place].text) > 2 and not self.is_glued(place + 1):
            return self.year(place, led=led)  # too long for a day, and nothing hangs on it
        return (
            self.iso_month(place)
            or self.day(place)
            or self.century(place)
            or self.decade(place, led=led)
            or self.year(place, led=led)
        )

    def _beginning_with_word(self, place: int, *, led: bool) -> Read | None:
        """What a word begins: a month or season before a mere ordinal."""
        return (
            self.month(place, led=led)
            or self.season(place, led=led)
            or self.century(place)
            or self.century_by_letter(place)
            or self.spelled(place)
            or self.decade(place, led=led)
            or self.era_first(place)
            or self.day(place)
        )

    def _after_weekday(self, place: int, *, led: bool) -> Read | None:
        """`Friday, 30 September 1938`: the day alone counts, and must be there."""
        after = place + 1
        if self.low(after) in (",", "."):
            after += 1
        if self.low(after) in self.words.articles:
            after += 1
        if self.low(after) in self.words.weekdays:
            return None  # no list of weekdays is followed to its end
        found = self.moment(after, led=led)
        return found if found and found[0].length is Length.DAY else None


def with_year_of(moment: Moment, other: Moment) -> Moment:
    """The moment with the year that only the other one says ("28 June to 4 August 1914")."""
    if moment.year is not None or other.year is None:
        return moment
    year = other.year
    if moment.month and other.month and moment.month > other.month:
        year -= 1  # from November to March 1940
    return replace(moment, year=year)
