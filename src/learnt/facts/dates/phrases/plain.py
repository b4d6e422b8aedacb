"""Moments without a word that opens them, alone, with an end, or at the head of a list."""

from dataclasses import replace

from learnt.facts.dates.moment import Length, Moment
from learnt.facts.dates.phrases.led import Led
from learnt.facts.dates.phrases.phrase import Phrase, Said
from learnt.facts.dates.phrases.qualified import MOST_QUALIFIERS

_SHARING_A_YEAR = (Length.DAY, Length.MONTH, Length.SEASON)


class Plain(Led):
    """Reads `1938`, `1914-18`, `1933-`, `1933 onwards`, `March and October 1917`."""

    def plain(self, place: int, *, led: bool) -> Phrase | None:
        """The phrase of a moment that begins at a place, and of its end where it has one."""
        exactly = self.phrase("exactly", place)
        said = self.said(place + exactly, led=led or exactly > 0)
        if said is None:
            return None
        if joint := self.range_sign(said.end):
            if last := self.end_of_range(said, joint):
                return self.interval(place, said, last)
            if present := self.present(said.end + joint):
                return self.opened(place, replace(said, end=present), "since")
            if self.is_glued_number(said.end + joint) and self.tokens[said.end + joint - 1].glued:
                return None  # the number behind the dash is no end: a code
            if self.ends_in_a_dash(said.end):
                return self.opened(place, replace(said, end=said.end + 1), "since")
        if onwards := self.onwards(said.end):
            return self.opened(place, replace(said, end=said.end + onwards), "since")
        return self._alone(place, said, led=led)

    def _alone(self, place: int, said: Said, *, led: bool) -> Phrase | None:
        """The phrase of a moment that has no end, if it is not a number of something."""
        whole = self.completed(self._of_a_list(said), said.end)
        if whole is None:
            return None
        moment, end = whole.moment, whole.end
        bare_year = moment.length is Length.YEAR and said.end - place == 1 + said.bare
        if bare_year and self._is_number(said, place, led=led):
            return None
        if self.counting and moment.about and self._is_measure(moment, place):
            return None  # C=O 1700 cm, C=C about 1650
        if moment.length is Length.SEASON and end > said.end and self.tokens[end - 1].glued:
            return None
        return whole.phrase(place)

    def _is_number(self, said: Said, place: int, *, led: bool) -> bool:
        """Whether a bare year is none: won the 1500 in 3:35; held 1905 people, 1880 turned up."""
        before = self.low(place - 1)
        if said.bare or before in self.words.articles:
            return not (self.is_noun(said.end) or self._lists(said.end))
        time = (led and before not in self.words.of) or before in "([" or place == 0
        if not self.counting or time:
            return False
        if self.low(said.end - 1).endswith("0") or before in self.words.counted_after:
            return True
        return self.low(said.end) in self.words.were

    def _lists(self, place: int) -> bool:
        """Whether further years follow before the noun: the 1905, 1917 and 1918 revolutions."""
        count = self.phrase("list", place)
        return bool(count) and self.number(place + count) is not None

    def _is_measure(self, moment: Moment, place: int) -> bool:
        """Whether a rough number stands behind a sign of a single letter, and no word."""
        return moment.length is Length.YEAR and len(self.low(place - 1)) == 1

    def _of_a_list(self, said: Said) -> Moment:
        """The moment with the year that comes at the end of its list: March and October 1917."""
        if said.moment.year is not None:
            return said.moment
        place = said.end
        for _ in range(MOST_QUALIFIERS):
            count = self.phrase("list", place)
            following = self.said(place + count, led=True) if count else None
            if following is None or following.moment.length not in _SHARING_A_YEAR:
                return said.moment
            if following.moment.year is not None:
                return replace(said.moment, year=following.moment.year)
            place = following.end
        return said.moment
