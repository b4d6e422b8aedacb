"""Ranges: `1914-18`, `28 June to 4 August 1914`, `the 1920s-30s`, each end a moment of its own."""

from dataclasses import replace

from learnt.facts.dates.anchor import Anchor
from learnt.facts.dates.atoms import with_year_of
from learnt.facts.dates.moment import Length, Moment
from learnt.facts.dates.numbers import is_count
from learnt.facts.dates.phrases.open_ends import BEGINS, OPEN_ROLES, OpenEnds
from learnt.facts.dates.phrases.phrase import Phrase, Said

_CHAINING = ("-", "–", "/")
_WITH_SHORT_ENDS = (Length.YEAR, Length.DECADE, Length.SEASON)


class Ranges(OpenEnds):
    """Reads the second end of a range, and joins the two."""

    def range_sign(self, place: int) -> int:
        """How many tokens of a sign or word for "to" stand at a place."""
        if count := self.phrase("to", place):
            return count
        slash = self.low(place) == "/" and self.tokens[place].glued
        return 1 if slash and place + 1 < len(self.tokens) else 0

    def end_of_range(self, first: Said, joint: int) -> Said | None:
        """The other end, after `joint` tokens that mean "to"."""
        place = first.end + joint
        if found := self._short_end(first.moment, place, joint):
            return found
        last = self.said(place, led=True)
        if last is None:
            return None
        one, other = first.moment, last.moment
        if one.year is not None and other.year is not None and other.year < one.year:
            return None
        return None if self._is_chained(last.end) else last

    def _short_end(self, first: Moment, place: int, joint: int) -> Said | None:
        """`1935-36`, `1904-5`, `1938/39`, `1920s-30s`."""
        number = self.number(place)
        if first.length not in _WITH_SHORT_ENDS or first.year is None or first.year < 100:
            return None
        if number is None:
            return None
        digits = len(self.tokens[place].text)
        if digits > 2 or (digits == 1 and not self.tokens[place].glued):
            return None
        decade = self.is_glued(place + 1) and self.low(place + 1) in self.words.decade_suffix
        if decade is not (first.length is Length.DECADE):
            return None
        year = self._year_of_short_end(first.year, number, digits)
        end = place + (2 if decade else 1)
        if year is None or self.phrase("bc", end) or self._is_chained(end):
            return None
        apart = not self.tokens[place].glued or self.low(end) in self.words.units
        if apart and not decade and is_count(self.tokens, place, self.words, led=joint == 1):
            return None
        return Said(replace(first, year=year), end)

    @staticmethod
    def _year_of_short_end(first: int, number: int, digits: int) -> int | None:
        """The year of one or two digits; of the next century where the first ends one: 1898-02."""
        whole = 10 if digits == 1 else 100
        year = first // whole * whole + number
        if year > first:
            return year
        if digits == 1 or first % 100 < 90 or number > 10:
            return None
        return year + whole

    def _is_chained(self, place: int) -> bool:
        """Whether a third number follows, so that the three are a code."""
        return self.low(place) in _CHAINING and self.is_glued_number(place + 1)

    def interval(self, place: int, first: Said, last: Said) -> Phrase | None:
        """The phrase from one moment to another, which give each other what they do not say."""
        one = with_year_of(first.moment, last.moment)
        other, end, inherited = last.moment, last.end, False
        if other.year is None and one.year is not None:
            later = bool(one.month and other.month and other.month < one.month)
            other = replace(other, year=one.year + later)
        if other.year is None:
            whole = self.completed(other, end)
            if whole is None:
                return None
            other, end, inherited = whole.moment, whole.end, whole.inherited
            one = with_year_of(one, other)
        if one.about or one.perhaps:
            other = replace(
                other, about=one.about or other.about, perhaps=one.perhaps or other.perhaps
            )
        if one.length is Length.DAY and one.month is None:
            return None
        edtf = f"{one.end(last=False)}/{other.end(last=True)}"
        if one.edtf() == other.edtf():
            edtf = one.edtf()
        return Phrase(place, end, edtf, Anchor.at(one, other), inherited)

    def open_interval(self, place: int) -> Phrase | None:
        """`since 1954`, `until 1933`; `after 1929-33` begins where the range does."""
        for role in OPEN_ROLES:
            if count := self.phrase(role, place):
                return self._open_at(place, count, role)
        return None

    def _open_at(self, place: int, count: int, role: str) -> Phrase | None:
        """The interval that the first `count` tokens open."""
        said = self.said(place + count, led=True)
        if said is None:
            return None
        if said.bare and self.is_noun(said.end):
            return None  # after the 1936 elections
        joint = self.phrase("dash", said.end)
        last = self.end_of_range(said, joint) if joint else None
        if last is not None:
            said = Said(said.moment if role in BEGINS else last.moment, last.end)
        if role == "until" and self.is_denied(place):
            return self.at_once(place, said.moment, said.end)
        return self.opened(place, said, role)
