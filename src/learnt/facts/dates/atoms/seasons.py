"""Seasons: `summer 1938`, `the winter of 1939-40`, `summer`; the year may be missing."""

from learnt.facts.dates.atoms.years import Years
from learnt.facts.dates.moment import Length, Moment
from learnt.facts.dates.reader import Read


class Seasons(Years):
    """Reads seasons, where the word is none of a name and describes nothing."""

    def season(self, place: int, *, led: bool) -> Read | None:
        """A season with its year, or one alone that a word leads to."""
        token = self.tokens[place]
        season = self.words.seasons.get(token.low)
        hangs = token.glued and place and self.tokens[place - 1].text not in "([\"“'‘"
        if season is None or hangs or self._is_named(place):
            return None
        if year := self._year_of(place + 1):
            return Moment(Length.SEASON, year[0], season=season), self._winters_end(year[1])
        alone = Moment(Length.SEASON, None, season=season), place + 1
        if self._is_of_that_year(place + 1):
            return alone
        doubtful = token.low in self.words.doubtful_seasons
        falls = doubtful and self.low(place + 1) in self.words.of  # the fall of Berlin
        return alone if led and not falls and self.describes_nothing(place + 1) else None

    def _is_named(self, place: int) -> bool:
        """`the Prague Spring`: a further capital stands right before."""
        if place < 2 or not self.tokens[place].capital or self.words.nouns_are_capital:
            return False
        before = self.tokens[place - 1]
        return before.capital and before.low not in self.words.small

    def _year_of(self, place: int) -> tuple[int, int] | None:
        """The year behind a season, at once or after "of the late"."""
        after = place
        if self.low(after) == "," or self.low(after) in self.words.of:
            after += 1
        if self.low(after) in self.words.articles:
            after += self.phrase("part", after)
        return self.year_after(place) or self.year_after(after)

    def _is_of_that_year(self, place: int) -> bool:
        """Whether "of the same year" or "of the next year" follows."""
        return any(self.phrase(role, place) for role in ("same_year", "next_year"))

    def _winters_end(self, place: int) -> int:
        """The place after the second year of a winter, `-40` or `/47`."""
        joined = self.low(place) in ("-", "–", "/", "—") and self.tokens[place].glued
        second = self.number(place + 1) is not None and self.tokens[place + 1].glued
        return place + 2 if joined and second else place
