"""Ranges that a word before them opens: `between 1914 and 1918`, `from 28 June to 4 August`."""

from dataclasses import replace

from learnt.facts.dates.moment import Length, Moment
from learnt.facts.dates.phrases.eras import Eras
from learnt.facts.dates.phrases.phrase import Phrase, Said

_GROWTH_NEAR = 5


class Led(Eras):
    """Reads what "between" and "from" lead to."""

    def between(self, place: int) -> Phrase | None:
        """`between` one moment `and` another, in a text whose numbers are years."""
        count = self.phrase("between", place)
        if not count:
            return None
        if found := self.era_range(place, place + count):
            return found
        first_at = place + count
        if several := self.days(first_at, between=True) or self.centuries(first_at, between=True):
            return replace(several[0], start=place)
        first = self.said(first_at, led=True)
        joint = self.phrase("and", first.end) if first else 0
        if first is None or not joint or (self.counting and first.moment.length is Length.YEAR):
            return None
        last = self.end_of_range(first, joint)
        return self.interval(place, first, last) if last else None

    def from_on(self, place: int) -> Phrase | None:
        """`from` one moment `to` another; alone, since then."""
        count = self.phrase("from", place)
        if not count:
            return None
        if found := self.era_range(place, place + count):
            return found
        several = self.days(place + count) or self.centuries(place + count)
        if several and "/" in several[0].edtf:
            return replace(several[0], start=place)
        first = self.said(place + count, led=True)
        if first is None:
            return None
        if joint := self.phrase("to", first.end):
            if last := self.end_of_range(first, joint):
                grew = self._only_grew(place, first.moment, last.moment)
                return None if grew else self.interval(place, first, last)
            if present := self.present(first.end + joint):
                return self.opened(place, replace(first, end=present), "since")
            if self.number(first.end + joint) is not None:
                return None  # from 1900 to 2500 tanks
        return self._since(place, first)

    def _since(self, place: int, first: Said) -> Phrase | None:
        """`from 1933 onwards`; `dating from 1933` was then alone, and so is `von 1933`."""
        if first.bare and self.is_noun(first.end):
            return None  # from the 1936 elections: the year alone is read
        end = first.end + self.onwards(first.end)
        if self.low(place - 1) in self.words.dating or not self.words.from_opens:
            return self.at_once(place, first.moment, end)
        return self.opened(place, replace(first, end=end), "since")

    def _only_grew(self, place: int, first: Moment, last: Moment) -> bool:
        """Whether something rose from 1500 to 1900: round numbers after such a word."""
        years = (first, last)
        if any(one.length is not Length.YEAR or (one.year or 0) % 10 for one in years):
            return False
        near = range(max(0, place - _GROWTH_NEAR), place + 1)
        return any(self.phrase_before("grew", one) for one in near)
