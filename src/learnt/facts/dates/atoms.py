"""One moment at one place of a text: `30 September 1938`, `the 1930s`, `44 BC`, `summer`, `'36`."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from learnt.facts.dates.anchor import Anchor
from learnt.facts.dates.moment import Length, Moment, is_day
from learnt.facts.dates.numbers import (
    is_code,
    is_count,
    is_labelled,
    is_title,
    is_year,
    number_at,
)
from learnt.facts.dates.words import DateWords
from learnt.facts.tokens import Token, TokenKind

Read = tuple[Moment, int]
"""A moment, and the place of the token after it."""

_APOSTROPHES = frozenset("'’‘`")
_EARLY = 1100
"""Where a year before this was spoken of, three digits behind a name are one as well."""


@dataclass(frozen=True, slots=True)
class Atoms:
    """Reads single moments. `anchor` helps where two digits stand for a year."""

    tokens: tuple[Token, ...]
    words: DateWords
    anchor: Anchor

    def at(self, place: int, *, led: bool) -> Read | None:
        """The moment that begins at `place`; `led` where the word before leads to a date."""
        if place >= len(self.tokens):
            return None
        if self.tokens[place].low in self.words.weekdays:
            return self._after_weekday(place, led=led)
        for reader in self._readers(place):
            if found := reader(place, led=led):
                return found
        return None

    def _readers(self, place: int) -> tuple[Callable[..., Read | None], ...]:
        kind = self.tokens[place].kind
        if kind is TokenKind.NUMERIC_DATE:
            return (self.numeric,)
        if kind is TokenKind.NUMBER:
            return (self.iso_month, self.day, self.century, self.decade, self.year)
        if kind is TokenKind.SIGN:
            return (self.short,) if self.tokens[place].text in _APOSTROPHES else ()
        return (
            self.month,
            self.season,
            self.century,
            self.century_by_letter,
            self.spelled,
            self.decade,
            self.era_first,
            self.day,
        )

    def _after_weekday(self, place: int, *, led: bool) -> Read | None:
        after = place + 1
        if self._is(after, ",", "."):
            after += 1
        if self._is(after, *self.words.articles):
            after += 1
        if after >= len(self.tokens) or self.tokens[after].low in self.words.weekdays:
            return None
        found = self.at(after, led=led)
        return found if found and found[0].length is Length.DAY else None

    def _is(self, place: int, *lows: str) -> bool:
        return 0 <= place < len(self.tokens) and self.tokens[place].low in lows

    def numeric(self, place: int, *, led: bool) -> Read | None:  # noqa: ARG002 - as the others
        """`1938-09-30`, `30/09/1938`, `30.9.1938`: the day first, unless only the month can be."""
        text = self.tokens[place].text
        sign = next(letter for letter in text if not letter.isdigit())
        parts = [int(part) for part in text.split(sign)]
        if len(text.split(sign)[0]) == 4:
            year, month, day = parts
        else:
            day, month, year = parts
            if month > 12 >= day:
                day, month = month, day
            if len(text.split(sign)[2]) == 2:
                year = self._full_year(year)
        if not (1 <= month <= 12 and is_day(day, month) and year >= 1):
            return None
        return Moment(Length.DAY, year, month, day), place + 1

    def iso_month(self, place: int, *, led: bool) -> Read | None:  # noqa: ARG002 - as the others
        """`1934-12`, where it cannot be a range of years (1934-35)."""
        year, month = number_at(self.tokens, place), number_at(self.tokens, place + 2)
        if (
            year is None
            or month is None
            or len(self.tokens[place].text) != 4
            or len(self.tokens[place + 2].text) != 2
            or not self._is(place + 1, "-")
            or not (self.tokens[place + 1].glued and self.tokens[place + 2].glued)
            or not (1 <= month <= 12 and month <= year % 100)
            or not is_year(year, 4)
        ):
            return None
        if is_code(self.tokens, place, self.words) or self._is(place + 3, "-", "/"):
            return None
        return Moment(Length.MONTH, year, month), place + 3

    def day(self, place: int, *, led: bool) -> Read | None:
        """`30 September 1938`, `the 3rd of May, 1808`, `3 May`; the year may be missing."""
        found = self.day_number(place)
        if found is None:
            return None
        day, after = found
        if self._is(after, *self.words.of):
            after += 1
        month = self.month_at(after, sure=True)
        if month is None or not is_day(day, month[0]):
            return None
        year = self.year_after(month[1])
        if year is None:
            return Moment(Length.DAY, None, month[0], day), month[1]
        return Moment(Length.DAY, year[0], month[0], day), year[1]

    def day_number(self, place: int) -> tuple[int, int] | None:
        """`3`, `3rd`, `3.` (German), `third`, and the place after."""
        number = number_at(self.tokens, place)
        if number is None:
            return self._spelled_ordinal(place)
        if not 1 <= number <= 31 or len(self.tokens[place].text) > 2:
            return None
        if place and self.tokens[place].glued and self.tokens[place - 1].text in "£$€.,:/":
            return None if self.tokens[max(0, place - 2)].text != "." else (number, place + 2)
        after = place + 1
        if after < len(self.tokens) and self.tokens[after].glued:
            dot = self.words.day_has_dot and self.tokens[after].text == "."
            if dot or self.tokens[after].low in self.words.suffixes:
                after += 1
        return number, after

    def _spelled_ordinal(self, place: int) -> tuple[int, int] | None:
        if place >= len(self.tokens):
            return None
        first = self.words.ordinals.get(self.tokens[place].low)
        if first is not None:
            return first, place + 1
        tens = self.words.tens.get(self.tokens[place].low)
        if tens is None or place + 2 >= len(self.tokens) or self.tokens[place + 1].text != "-":
            return None
        ones = self.words.ordinals.get(self.tokens[place + 2].low, 99)
        return (tens + ones, place + 3) if ones < 10 else None

    def month(self, place: int, *, led: bool) -> Read | None:
        """`December 1934`, `September 30th, 1938`, `Sept.`; the year may be missing."""
        found = self.month_at(place, sure=led)
        if found is None:
            return None
        month, after = found
        if day := self._day_after(after):
            year = self.year_after(day[1])
            if year is not None:
                return Moment(Length.DAY, year[0], month, day[0]), year[1]
            if is_day(day[0], month) and not self._is_noun(day[1]):
                return Moment(Length.DAY, None, month, day[0]), day[1]
        if year := self.year_after(after):
            return Moment(Length.MONTH, year[0], month), year[1]
        if after < len(self.tokens) and self.tokens[after].low in self.words.month_happenings:
            return None  # the July days, the October Revolution
        doubtful = self.tokens[place].low in self.words.doubtful
        alone = self._ends_here(place - 1) and self._ends_here(after)
        if doubtful and not (led or alone or self._joins_a_month(after)):
            return None
        return Moment(Length.MONTH, None, month), after

    def _ends_here(self, place: int) -> bool:
        """Whether the text or a stretch of it begins or ends at a place."""
        if not 0 <= place < len(self.tokens):
            return True
        return self.tokens[place].text in ".;:,()[]–—-"

    def _joins_a_month(self, place: int) -> bool:
        """Whether a month stands on the other side of "and" or "to": May – September 1939."""
        for role in ("to", "list"):
            count = self.words.phrase(role, self.tokens, place)
            if count and place + count < len(self.tokens):
                if self.tokens[place + count].low in self.words.months:
                    return True
        return self._is(place, "/") and self._is(place + 1, *self.words.months)

    def _day_after(self, place: int) -> tuple[int, int] | None:
        if self._is(place, *self.words.articles):
            place += 1
        number = number_at(self.tokens, place)
        if self.words.phrase("bc", self.tokens, place + 1):
            return None  # January 27 BC
        if number is None or is_count(self.tokens, place, self.words, led=False):
            if not self._is(place + 1, *self.words.suffixes):
                return None
        return self.day_number(place) if number is not None else None

    def month_at(self, place: int, *, sure: bool) -> tuple[int, int] | None:
        """The month named at a place; a doubtful word must be written as a name, or be `sure`."""
        if place >= len(self.tokens):
            return None
        token = self.tokens[place]
        month = self.words.months.get(token.low)
        if month is None or (token.glued and self._hangs_on_a_word(place)):
            return None
        after = place + 1
        dotted = self._is(after, ".") and self.tokens[after].glued
        if dotted and token.low in self.words.abbreviations:
            after += 1
        if token.low in self.words.doubtful and not self._is_month(place, after, sure=sure):
            return None
        return month, after

    def _hangs_on_a_word(self, place: int) -> bool:
        """`non-May`, `x.sep`: part of something longer; a dash after a number or month is none."""
        if place < 2 or self.tokens[place - 1].text not in {"-", ".", "_", "@"}:
            return False
        before = self.tokens[place - 2]
        return (
            before.kind is TokenKind.WORD
            and before.low not in self.words.months
            and not self.words.phrase_before("part", self.tokens, place)
            and self.tokens[place - 1].glued
        )

    def _is_month(self, place: int, after: int, *, sure: bool) -> bool:
        """Whether a word that means other things too ("may") is the month here."""
        number = number_at(self.tokens, after)
        dated = number is not None and (1 <= number <= 31 or is_year(number, 4))
        if self.tokens[place].low not in self.words.common_months and dated:
            return True
        if not self.tokens[place].capital:
            if number is not None and is_year(number, len(self.tokens[after].text)):
                return True
            said = self.words.phrase("same_year", self.tokens, after) > 0
            return (sure and (dated or said or self._ends(after))) or self._follows_day(place)
        before = self.tokens[place - 1] if place else None
        if dated and before is not None:
            return before.low not in self.words.month_surnames
        named = (
            before is not None
            and before.kind is TokenKind.WORD
            and before.capital
            and place > 1
            and before.low not in self.words.small
            and not self.words.phrase_before("in", self.tokens, place)
            and not self.words.phrase_before("part", self.tokens, place)
            and before.low not in self.words.months
            and before.low not in self.words.weekdays
        )
        return not named

    def _follows_day(self, place: int) -> bool:
        before = place - 1
        if before > 0 and self.tokens[before].low in (*self.words.of, *self.words.suffixes):
            before -= 1
        number = number_at(self.tokens, before)
        return number is not None and 1 <= number <= 31

    def _ends(self, place: int) -> bool:
        """Whether a clause ends or a function word goes on, so that no noun is described."""
        if place >= len(self.tokens):
            return True
        token = self.tokens[place]
        return token.kind is TokenKind.SIGN or token.low in self.words.small

    def _is_noun(self, place: int) -> bool:
        """Whether a small word goes on that is no function word: "March 12 divisions"."""
        return (
            place < len(self.tokens)
            and self.tokens[place].kind is TokenKind.WORD
            and (self.tokens[place].low in self.words.units)
        )

    def season(self, place: int, *, led: bool) -> Read | None:
        """`summer 1938`, `the winter of 1939-40`, `summer`; the year may be missing."""
        token = self.tokens[place]
        season = self.words.seasons.get(token.low)
        if season is None or token.glued:
            return None
        before = self.tokens[place - 1] if place else None
        if token.capital and before is not None and before.capital and place > 1:
            if before.low not in self.words.small:
                return None  # the Prague Spring
        after = place + 1
        if self._is(after, ",", *self.words.of):
            after += 1
        if self._is(after, *self.words.articles) and self.words.phrase("part", self.tokens, after):
            after += self.words.phrase("part", self.tokens, after)
        year = self.year_after(place + 1) or self.year_after(after)
        if year is not None:
            return Moment(Length.SEASON, year[0], season=season), self._winters_end(year[1])
        if self._is_of_that_year(place + 1):
            return Moment(Length.SEASON, None, season=season), place + 1
        doubtful = token.low in self.words.doubtful_seasons
        if (
            not led
            or (doubtful and self._is(place + 1, *self.words.of))
            or not self._ends(place + 1)
        ):
            return None
        return Moment(Length.SEASON, None, season=season), place + 1

    def _is_of_that_year(self, place: int) -> bool:
        """Whether "of the same year" or "of the next year" follows."""
        roles = ("same_year", "next_year")
        return any(self.words.phrase(role, self.tokens, place) for role in roles)

    def _winters_end(self, place: int) -> int:
        """The place after the second year of a winter, `-40` or `/47`."""
        if self._is(place, "-", "–", "/", "—") and self.tokens[place].glued:
            number = number_at(self.tokens, place + 1)
            if number is not None and self.tokens[place + 1].glued:
                return place + 2
        return place

    def century(self, place: int, *, led: bool) -> Read | None:  # noqa: ARG002 - as the others
        """`17th century`, `the nineteenth-century`, `5th century BC`."""
        found = self.ordinal(place)
        if found is None:
            return None
        number, after = found
        if self._is(after, "-") and self.tokens[after].glued:
            after += 1
        if self._is(after, *self.words.millennium):
            return self._millennium(number, after + 1)
        if after >= len(self.tokens) or self.tokens[after].low not in self.words.century:
            return None
        if not 1 <= number <= 21 or self._is(place - 1, *self.words.somebodys):
            return None
        if self._is_of_a_firm(after):
            return None
        after += 1
        if self._is(after - 1, "c") and self._is(after, "."):
            after += 1
        return self.century_with_era(number, after)

    def _is_of_a_firm(self, place: int) -> bool:
        """`20th Century Fox`."""
        after = place + 1
        return (
            self.tokens[place].capital
            and after < len(self.tokens)
            and self.tokens[after].capital
            and self.tokens[after].kind is TokenKind.WORD
            and not any(self.words.phrase(role, self.tokens, after) for role in ("bc", "ad"))
        )

    def _millennium(self, number: int, place: int) -> Read | None:
        """`4th millennium BC`: a thousand years, by their first and their last."""
        count = self.words.phrase("bc", self.tokens, place)
        if not count or not 1 <= number <= 9:
            return None
        return Moment(Length.MILLENNIUM, 1 - 1000 * number), place + count

    def ordinal(self, place: int) -> tuple[int, int] | None:
        """`17th` or `seventeenth`: a number that says which, and the place after it."""
        number = number_at(self.tokens, place)
        if number is None:
            return self._spelled_ordinal(place)
        after = place + 1
        if after < len(self.tokens) and self.tokens[after].glued:
            dot = self.words.day_has_dot and self.tokens[after].text == "."
            if dot or self.tokens[after].low in self.words.suffixes:
                return number, after + 1
        return None

    def century_with_era(self, number: int, place: int) -> Read:
        """The century of that number; BC where that follows."""
        if count := self.words.phrase("bc", self.tokens, place):
            return Moment(Length.CENTURY, 1 - 100 * number), place + count
        place += self.words.phrase("ad", self.tokens, place)
        return Moment(Length.CENTURY, 100 * (number - 1)), place

    def century_by_letter(self, place: int, *, led: bool) -> Read | None:  # noqa: ARG002 - as the others
        """`C17th`, `C18`: as students write it."""
        token = self.tokens[place]
        if token.low not in self.words.century_letter or not token.capital:
            return None
        number = number_at(self.tokens, place + 1)
        if number is None or not self.tokens[place + 1].glued or not 5 <= number <= 21:
            return None
        after = place + 2
        if self._is(after, *self.words.suffixes) and self.tokens[after].glued:
            after += 1
        elif after < len(self.tokens) and self.tokens[after].glued:
            if self.tokens[after].kind is not TokenKind.SIGN:
                return None
        return Moment(Length.CENTURY, 100 * (number - 1)), after

    def _follows_decade(self, place: int) -> bool:
        """`the 1960s and 70s`."""
        for before in range(max(0, place - 4), place):
            number = number_at(self.tokens, before)
            if number is not None and self._is(before + 1, *self.words.decade_suffix):
                return len(self.tokens[before].text) >= 2
        return False

    def _measures(self, place: int) -> bool:
        """Whether a unit follows: a fall of 2005 cubic metres."""
        return self._is(place + 1, *self.words.units) and not self._is(place + 1, "bc", "ad", "v")

    def decade(self, place: int, *, led: bool) -> Read | None:
        """`1930s`, and `the 30s` or `the thirties` after a word that shows that years are meant."""
        number = number_at(self.tokens, place)
        if number is None:
            return self._decade_in_words(place)
        if number % 10 or place + 1 >= len(self.tokens):
            return None
        suffix = self.tokens[place + 1]
        if suffix.low not in self.words.decade_suffix or not suffix.glued:
            return None
        digits = len(self.tokens[place].text)
        if digits == 2 and (led and self._follows_decade(place)):
            return Moment(Length.DECADE, self._full_year(number)), place + 2
        if digits == 2 and (count := self.words.phrase("ad", self.tokens, place + 2)):
            return Moment(Length.DECADE, number), place + 2 + count
        if digits == 2 and self._is_of_a_century(place):
            return Moment(Length.DECADE, self._full_year(number)), place + 2
        if digits < 3 or number > 2100 or is_labelled(self.tokens, place, self.words):
            return None
        after = place + 2
        if count := self.words.phrase("bc", self.tokens, after):
            return Moment(Length.CENTURY, -number - 98), after + count
        if digits < 4:
            return None
        if number % 100 == 0 and number != 2000:
            return Moment(Length.CENTURY, number), after
        return Moment(Length.DECADE, number), after

    def _decade_in_words(self, place: int) -> Read | None:
        decade = self.words.decades.get(self.tokens[place].low)
        if decade is not None and self._is_of_a_century(place):
            return Moment(Length.DECADE, self._full_year(decade)), place + 1
        return None

    def spelled(self, place: int, *, led: bool) -> Read | None:  # noqa: ARG002 - as the others
        """`nineteen thirties`."""
        century = self.words.centuries_spelled.get(self.tokens[place].low)
        if century is None:
            return None
        after = place + 1 + (1 if self._is(place + 1, "-") else 0)
        if after >= len(self.tokens):
            return None
        decade = self.words.decades.get(self.tokens[after].low)
        return None if decade is None else (Moment(Length.DECADE, century + decade), after + 1)

    def _is_of_a_century(self, place: int) -> bool:
        """Whether "the", "early" or "late" stands before, and nobody's age is meant."""
        before = place - 1
        if self._is(before, "-"):
            before -= 1
        if before < 0:
            return False
        if self.words.phrase_before("part", self.tokens, place):
            while before >= 0 and self.words.phrase_before("part", self.tokens, before + 1):
                before -= self.words.phrase_before("part", self.tokens, before + 1)
            return not self._is(before, *self.words.somebodys)
        return False

    def year(self, place: int, *, led: bool) -> Read | None:
        """`1938`, `44 BC`, `79 AD`, and `476` where nothing else can be meant."""
        number = number_at(self.tokens, place)
        if number is None:
            return None
        if era := self._era(number, place + 1):
            return era
        digits = len(self.tokens[place].text)
        if is_code(self.tokens, place, self.words) or is_labelled(self.tokens, place, self.words):
            return None
        if is_count(self.tokens, place, self.words, led=led):
            return None
        if is_year(number, digits) and not is_title(self.tokens, place, self.words):
            return Moment(Length.YEAR, number), place + 1
        if digits == 3 and number >= 100 and self._is_short_year(place, led=led):
            return Moment(Length.YEAR, number), place + 1
        return None

    def _is_short_year(self, place: int, *, led: bool) -> bool:
        """Whether three digits are a year: "in 476 the Goths", "around 800,", "(r. 117-138)"."""
        before, after = self.tokens[place - 1] if place else None, place + 1
        if self._is_plural(after):
            return False  # in 396 trials
        dash = self._is(after, "-", "–") and self.tokens[after].glued
        second = number_at(self.tokens, place + 2)
        if count := self.words.phrase_before("about", self.tokens, place):
            if self._is(place - count - 1, *self.words.of) or self._is(after, "of", "to"):
                return False
            return self._ends(after) and (not dash or second is not None)
        if led and not self._is(place - 1, "of", "on", "for"):
            return not self._is(place - 1, ",", "and", "&", "or") or self._ends(after)
        if before is None:
            return False
        if before.text == "." and self._is(place - 2, *self.words.born):
            return True
        if dash and second is not None:
            named = before.kind is TokenKind.WORD or before.text in "(:,."
            return named and self._ends_here(place + 3)
        early = self.anchor.near is not None and abs(self.anchor.near) < _EARLY
        return early and before.capital and before.kind is TokenKind.WORD and self._ends_here(after)

    def _is_plural(self, place: int) -> bool:
        if place >= len(self.tokens) or self.tokens[place].capital:
            return False
        return self.tokens[place].low.endswith(tuple(self.words.plural_endings)) and (
            self.tokens[place].low not in self.words.happenings
        )

    def _era(self, number: int, place: int) -> Read | None:
        if number == 0:
            return None
        if count := self.words.phrase("bc", self.tokens, place):
            return Moment(Length.YEAR, 1 - number), place + count
        if count := self.words.phrase("ad", self.tokens, place):
            return Moment(Length.YEAR, number), place + count
        return None

    def era_first(self, place: int, *, led: bool) -> Read | None:  # noqa: ARG002 - as the others
        """`AD 79`."""
        token = self.tokens[place]
        count = self.words.phrase("ad", self.tokens, place)
        if not count or not token.text[0].isupper():
            return None
        number = number_at(self.tokens, place + count)
        if number is None or not 1 <= number <= 2100:
            return None
        return Moment(Length.YEAR, number), place + count + 1

    def short(self, place: int, *, led: bool) -> Read | None:  # noqa: ARG002 - as the others
        """`'36`, and `'30s`: of the century that was spoken of, else the twentieth."""
        number = number_at(self.tokens, place + 1)
        if number is None or len(self.tokens[place + 1].text) != 2:
            return None
        before = self.tokens[place - 1] if place else None
        if not self.tokens[place + 1].glued:
            return None
        if before is not None and self.tokens[place].glued and before.text not in "([-–—/":
            return None
        after = place + 2
        if after < len(self.tokens) and self.tokens[after].glued:
            if self.tokens[after].low in self.words.decade_suffix and number % 10 == 0:
                return Moment(Length.DECADE, self._full_year(number)), after + 1
            if self.tokens[after].kind is not TokenKind.SIGN or self.tokens[after].text in "'’%":
                return None
        return Moment(Length.YEAR, self._full_year(number)), after

    def _full_year(self, short: int) -> int:
        near = self.anchor.near if self.anchor.near is not None else 1950
        return max(near, 100) // 100 * 100 + short

    def year_after(self, place: int) -> tuple[int, int] | None:
        """The year that completes a day, month or season: `1938`, `, 1938`, `of 1938`, `'38`."""
        for before in (("",), (",",), tuple(self.words.of), (".",)):
            start = place
            if before != ("",):
                if not self._is(place, *before):
                    continue
                start += 1
            start += self.words.phrase("about", self.tokens, start)
            if found := self._plain_year(start):
                return found
        return None

    def _plain_year(self, place: int) -> tuple[int, int] | None:
        number = number_at(self.tokens, place)
        if number is not None:
            if era := self._era(number, place + 1):
                year = era[0].year
                return None if year is None else (year, era[1])
            digits = len(self.tokens[place].text)
            if is_code(self.tokens, place, self.words) or self._measures(place):
                return None
            if not is_year(number, digits) and not (digits == 3 and self._ends(place + 1)):
                return None
            if self._is(place + 1, "s") and self.tokens[place + 1].glued:
                return None
            return number, place + 1
        if place >= len(self.tokens):
            return None
        apostrophe = self.tokens[place].text in _APOSTROPHES
        found = (self.short if apostrophe else self.era_first)(place, led=True)
        if found is None or found[0].length is not Length.YEAR or found[0].year is None:
            return None
        return found[0].year, found[1]


def with_year_of(moment: Moment, other: Moment) -> Moment:
    """The moment with the year that only the other one says ("28 June to 4 August 1914")."""
    if moment.year is not None or other.year is None:
        return moment
    year = other.year
    if moment.month and other.month and moment.month > other.month:
        year -= 1  # from November to March 1940
    return replace(moment, year=year)
