"""Whole phrases: a moment with what is said of it, ranges, lists, and ends that are open.

phrase  = "between" moment "and" moment | "from" moment ["to" moment] | open moment | plain
open    = "since" | "after" | "before" | "until" | "by" | …
plain   = moment ["to" moment] ["onwards"]
moment  = ("the" | "early" | "c." | "possibly" | …)* one of `atoms` ["?"]
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from learnt.facts.dates.anchor import Anchor
from learnt.facts.dates.atoms import Atoms, with_year_of
from learnt.facts.dates.moment import Length, Moment, is_day
from learnt.facts.dates.numbers import is_code, is_count, number_at
from learnt.facts.dates.words import DateWords
from learnt.facts.tokens import Token, TokenKind

OPEN = ".."
OPEN_ROLES = ("since", "after", "before", "until")
_BEGINS = ("since", "after")
_Word = Callable[[int], tuple[int, int | None, int] | None]
"""Reads what stands after several numbers: a value, a year, and the place after."""

_MOST_QUALIFIERS = 6
_MOST_DENIED = 8


@dataclass(frozen=True, slots=True)
class Phrase:
    """What was read from tokens `start` to `end`: the value, and what it gives to later dates."""

    start: int
    end: int
    edtf: str
    anchor: Anchor
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class _Said:
    """A moment with its qualifiers; `bare` where only an article stands before a year."""

    moment: Moment
    end: int
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Phrases:
    """Reads the phrase that begins at a place, given what was spoken of before."""

    tokens: tuple[Token, ...]
    words: DateWords
    anchor: Anchor
    question: bool = False
    counting: bool = False

    @property
    def atoms(self) -> Atoms:
        """The reader of single moments."""
        return Atoms(self.tokens, self.words, self.anchor)

    def at(self, place: int, *, led: bool) -> tuple[Phrase, ...]:
        """The phrase that begins at `place`, two where two dates share a month; none: empty."""
        roles = self.words.roles.get(self.tokens[place].low, frozenset())
        for role, reader in (("between", self._between), ("from", self._from)):
            if role in roles and (found := reader(place)):
                return (found,)
        if not roles.isdisjoint(OPEN_ROLES) and (found := self._open(place)):
            return (found,)
        for several_reader in (self._days, self._month_days, self._centuries, self._years_before):
            if several := several_reader(place):
                return several
        found = self._eras(place, place) or self._plain(place, led=led)
        if found is None and led:
            found = self._bare_day(place)
        return (found,) if found else ()

    # --- words before a date

    def _between(self, place: int) -> Phrase | None:
        count = self.words.phrase("between", self.tokens, place)
        if not count:
            return None
        if found := self._eras(place, place + count):
            return found
        if (days := self._days(place + count, between=True)) or (
            days := self._centuries(place + count, between=True)
        ):
            return replace(days[0], start=place)
        first = self._said(place + count, led=True)
        joint = self.words.phrase("and", self.tokens, first.end) if first else 0
        if first is None or not joint or (self.counting and first.moment.length is Length.YEAR):
            return None
        last = self._end_of_range(first, first.end, joint)
        return self._interval(place, first, last) if last else None

    def _from(self, place: int) -> Phrase | None:
        count = self.words.phrase("from", self.tokens, place)
        if not count:
            return None
        if found := self._eras(place, place + count):
            return found
        if (days := self._days(place + count) or self._centuries(place + count)) and (
            "/" in days[0].edtf
        ):
            return replace(days[0], start=place)
        first = self._said(place + count, led=True)
        if first is None:
            return None
        if joint := self.words.phrase("to", self.tokens, first.end):
            if last := self._end_of_range(first, first.end, joint):
                if self._only_grew(place, first.moment, last.moment):
                    return None
                return self._interval(place, first, last)
            if present := self._present(first.end + joint):
                return self._opened(place, replace(first, end=present), "since")
            if number_at(self.tokens, first.end + joint) is not None:
                return None  # from 1900 to 2500 tanks
        if first.bare and self._is_noun(first.end):
            return None  # from the 1936 elections: the year alone is read
        end = first.end + self._onwards(first.end)
        if self.tokens_at(place - 1) in self.words.dating or not self.words.from_opens:
            first = replace(first, end=end)
            moment, end, inherited = self._completed(first.moment, first.end)
            return (
                Phrase(place, end, moment.edtf(), Anchor.at(moment), inherited) if moment else None
            )
        return self._opened(place, replace(first, end=end), "since")

    def _only_grew(self, place: int, first: Moment, last: Moment) -> bool:
        """Whether something rose from 1500 to 1900: round numbers after such a word."""
        years = (first, last)
        if any(one.length is not Length.YEAR or (one.year or 0) % 10 for one in years):
            return False
        near = range(max(0, place - 5), place + 1)
        return any(self.words.phrase_before("grew", self.tokens, one) for one in near)

    def _open(self, place: int) -> Phrase | None:
        for role in OPEN_ROLES:
            count = self.words.phrase(role, self.tokens, place)
            if not count:
                continue
            said = self._said(place + count, led=True)
            if said is None:
                return None
            if said.bare and self._is_noun(said.end):
                return None  # after the 1936 elections
            joint = self.words.phrase("dash", self.tokens, said.end)
            last = self._end_of_range(said, said.end, joint) if joint else None
            if last is not None:
                said = _Said(said.moment if role in _BEGINS else last.moment, last.end)
            if role == "until" and self._is_denied(place):
                moment, end, inherited = self._completed(said.moment, said.end)
                return (
                    Phrase(place, end, moment.edtf(), Anchor.at(moment), inherited)
                    if moment
                    else None
                )
            return self._opened(place, said, role)
        return None

    def _is_denied(self, place: int) -> bool:
        """`was not published until 1932`: so it was published then."""
        if self.tokens_at(place) not in self.words.not_until:
            return False
        before = range(max(0, place - _MOST_DENIED), place)
        stops = [at for at in before if self.tokens_at(at) in (".", ",", ";", ":")]
        return any(
            self.tokens_at(at) in self.words.negators and at > max(stops, default=-1)
            for at in before
        )

    def _opened(self, place: int, said: _Said, role: str) -> Phrase | None:
        """An interval without one end; a decade counts by its first year since and before it."""
        moment, end, inherited = self._completed(said.moment, said.end)
        if moment is None:
            return None
        edge = moment.edge(last=role in ("after", "until"))
        edtf = f"{edge}/{OPEN}" if role in _BEGINS else f"{OPEN}/{edge}"
        return Phrase(place, end, edtf, Anchor.at(moment), inherited)

    # --- a moment, alone or with an end

    def _plain(self, place: int, *, led: bool) -> Phrase | None:
        start = place
        exactly = self.words.phrase("exactly", self.tokens, place)
        said = self._said(place + exactly, led=led or exactly > 0)
        if said is None:
            return None
        if joint := self._range_sign(said):
            if last := self._end_of_range(said, said.end, joint):
                return self._interval(start, said, last)
            if present := self._present(said.end + joint):
                return self._opened(place, replace(said, end=present), "since")
            if self._goes_on_as_no_date(said.end + joint):
                return None
            if self._ends_in_a_dash(said.end):
                return self._opened(place, replace(said, end=said.end + 1), "since")
        if onwards := self._onwards(said.end):
            return self._opened(place, replace(said, end=said.end + onwards), "since")
        moment, end, inherited = self._completed(self._of_a_list(said), said.end)
        if moment is None or (
            self._is_bare_year(said, place) and self._is_number(said, place, led)
        ):
            return None
        if self.counting and moment.about and self._is_measure(moment, place):
            return None  # C=O 1700 cm, C=C about 1650
        if moment.length is Length.SEASON and self.tokens[end - 1].glued and end > said.end:
            return None
        return Phrase(start, end, moment.edtf(), Anchor.at(moment), inherited)

    def _said(self, place: int, *, led: bool) -> _Said | None:
        """A moment with its qualifiers."""
        about = perhaps = bare = False
        start = place
        for _ in range(_MOST_QUALIFIERS):
            if turn := self._turn(place):
                return turn
            if found := self.atoms.at(place, led=led):
                moment = replace(
                    found[0], about=found[0].about or about, perhaps=found[0].perhaps or perhaps
                )
                moment, end = self._doubted(moment, found[1])
                return _Said(moment, end, bare and moment.length is Length.YEAR)
            parts = self.words.phrase("part", self.tokens, place)
            if (count := self.words.phrase("about", self.tokens, place)) > parts:
                about, bare = True, False
            elif (count := self.words.phrase("perhaps", self.tokens, place)) and self._doubts(
                place
            ):
                perhaps, bare = True, False
            elif count := parts:
                bare = (
                    count == 1 and place == start and self.tokens[place].low in self.words.articles
                )
                led = led or not bare
            elif self.tokens_at(place) in ("in", "(") and (about or perhaps):
                count = 1
            else:
                return None
            place += count
        return None

    def _doubts(self, place: int) -> bool:
        """Whether a question mark hangs on the date after it (?1923) and ends no question."""
        after = place + 1
        return self.tokens_at(place) != "?" or (
            after < len(self.tokens) and self.tokens[after].glued
        )

    def tokens_at(self, place: int) -> str:
        """The word at a place, small; nothing past the end."""
        return self.tokens[place].low if 0 <= place < len(self.tokens) else ""

    def _turn(self, place: int) -> _Said | None:
        """`the turn of the 20th century`: about its first year."""
        count = self.words.phrase("turn", self.tokens, place)
        found = self.atoms.at(place + count, led=True) if count else None
        if found is None or found[0].length is not Length.CENTURY:
            return None
        return _Said(replace(found[0], length=Length.YEAR, about=True), found[1])

    def _doubted(self, moment: Moment, place: int) -> tuple[Moment, int]:
        """The moment; uncertain where a question mark follows that ends no question."""
        if self.tokens_at(place) == "(" and self.tokens_at(place + 1) == "?":
            return replace(moment, perhaps=True), place + (
                3 if self.tokens_at(place + 2) == ")" else 2
            )
        if self.tokens_at(place) != "?" or not self.tokens[place].glued:
            return moment, place
        after = self.tokens_at(place + 1)
        ends = not after or (self.tokens[place + 1].capital and not self.tokens[place + 1].glued)
        if ends and self.question:
            return moment, place
        return replace(moment, perhaps=True), place + 1

    def _range_sign(self, said: _Said) -> int:
        """How many tokens of a sign or word for "to" follow."""
        if count := self.words.phrase("to", self.tokens, said.end):
            return count
        slash = self.tokens_at(said.end) == "/" and self.tokens[said.end].glued
        return 1 if slash and said.end + 1 < len(self.tokens) else 0

    def _end_of_range(self, first: _Said, place: int, joint: int) -> _Said | None:
        """The other end, after `joint` tokens that mean "to"."""
        place += joint
        if first.moment.length in (Length.YEAR, Length.DECADE, Length.SEASON):
            if found := self._short_end(first.moment, place, joint):
                return found
        last = self._said(place, led=True)
        if last is None:
            return None
        one, other = first.moment, last.moment
        if one.year is not None and other.year is not None and other.year < one.year:
            return None
        if self.tokens_at(last.end) in ("-", "–", "/") and self._is_glued_number(last.end + 1):
            return None
        return last

    def _short_end(self, first: Moment, place: int, joint: int) -> _Said | None:
        """`1935-36`, `1904-5`, `1938/39`, `1920s-30s`."""
        number = number_at(self.tokens, place)
        if number is None or first.year is None or first.year < 100:
            return None
        digits = len(self.tokens[place].text)
        if digits > 2 or (digits == 1 and not self.tokens[place].glued):
            return None
        decade = (
            self.tokens_at(place + 1) in self.words.decade_suffix and self.tokens[place + 1].glued
        )
        if decade is not (first.length is Length.DECADE):
            return None
        whole = 10**digits
        year = first.year // whole * whole + number
        if year <= first.year:
            if digits == 1 or first.year % 100 < 90 or number > 10:
                return None
            year += whole
        end = place + (2 if decade else 1)
        if self.words.phrase("bc", self.tokens, end):
            return None
        if self.tokens_at(end) in ("-", "–", "/") and self._is_glued_number(end + 1):
            return None
        if not decade and is_count(self.tokens, place, self.words, led=joint == 1):
            if not self.tokens[place].glued or self.tokens_at(end) in self.words.units:
                return None
        return _Said(replace(first, year=year), end)

    def _is_glued_number(self, place: int) -> bool:
        return place < len(self.tokens) and (
            self.tokens[place].kind is TokenKind.NUMBER and self.tokens[place].glued
        )

    def _interval(self, place: int, first: _Said, last: _Said) -> Phrase | None:
        one, other = first.moment, last.moment
        one = with_year_of(one, other)
        if other.year is None and one.year is not None:
            later = bool(one.month and other.month and other.month < one.month)
            other = replace(other, year=one.year + later)
        end, inherited = last.end, False
        if one.year is None and other.year is None:
            whole, end, inherited = self._completed(other, last.end)
            if whole is None:
                return None
            one, other = with_year_of(one, whole), whole
        about, perhaps = one.about or other.about, one.perhaps or other.perhaps
        if one.about or one.perhaps:
            other = replace(other, about=about, perhaps=perhaps)
        if one.length is Length.DAY and one.month is None:
            return None
        edtf = f"{one.end(last=False)}/{other.end(last=True)}"
        if one.edtf() == other.edtf():
            edtf = one.edtf()
        return Phrase(place, end, edtf, Anchor.at(one, other), inherited)

    def _present(self, place: int) -> int:
        """The place after "the present"; 0 where it does not stand there."""
        count = self.words.phrase("present", self.tokens, place)
        return place + count if count else 0

    def _ends_in_a_dash(self, place: int) -> bool:
        """`(1933-)`."""
        return (
            self.words.phrase("dash", self.tokens, place) == 1
            and self.tokens[place].glued
            and self.tokens_at(place + 1) in (")", "]", ",")
        )

    def _goes_on_as_no_date(self, place: int) -> bool:
        """Whether a glued number follows the dash that is no end of a range: a code."""
        return self._is_glued_number(place) and self.tokens[place - 1].glued

    def _onwards(self, place: int) -> int:
        count = self.words.phrase("onwards", self.tokens, place)
        if count == 1 and self.tokens_at(place) in self.words.doubtful_onwards:
            after = self.tokens[place + 1] if place + 1 < len(self.tokens) else None
            return 1 if after is None or after.kind is TokenKind.SIGN else 0
        return count

    def _is_noun(self, place: int) -> bool:
        """Whether a year is followed by the noun that it belongs to (the 1936 elections)."""
        if place >= len(self.tokens):
            return False
        token = self.tokens[place]
        return token.kind is TokenKind.WORD and token.low not in self.words.small

    def _lists(self, place: int) -> bool:
        """Whether further years follow before the noun: the 1905, 1917 and 1918 revolutions."""
        count = self.words.phrase("list", self.tokens, place)
        return bool(count) and number_at(self.tokens, place + count) is not None

    def _is_measure(self, moment: Moment, place: int) -> bool:
        """Whether a rough number stands behind a sign of a single letter, and no word."""
        return moment.length is Length.YEAR and len(self.tokens_at(place - 1)) == 1

    @staticmethod
    def _is_bare_year(said: _Said, place: int) -> bool:
        """Whether the phrase is a year alone, an article at most before it."""
        return said.moment.length is Length.YEAR and said.end - place == 1 + said.bare

    def _is_number(self, said: _Said, place: int, led: bool) -> bool:  # noqa: FBT001 - as `at`
        """Whether a bare year is none: won the 1500 in 3:35; held 1905 people, 1880 turned up."""
        before = self.tokens_at(place - 1)
        if said.bare or before in self.words.articles:
            return not (self._is_noun(said.end) or self._lists(said.end))
        time = (led and before not in self.words.of) or before in "([" or place == 0
        if not self.counting or time:
            return False
        number = self.tokens_at(said.end - 1)
        after = self.tokens_at(said.end)
        return number.endswith("0") or before in ("to", *self.words.of) or after in self.words.were

    def _of_a_list(self, said: _Said) -> Moment:
        """The moment with the year that comes at the end of its list: March and October 1917."""
        if said.moment.year is not None:
            return said.moment
        place = said.end
        for _ in range(_MOST_QUALIFIERS):
            count = self.words.phrase("list", self.tokens, place)
            following = self._said(place + count, led=True) if count else None
            if following is None or following.moment.length not in (
                Length.DAY,
                Length.MONTH,
                Length.SEASON,
            ):
                return said.moment
            if following.moment.year is not None:
                return replace(said.moment, year=following.moment.year)
            place = following.end
        return said.moment

    def _completed(self, moment: Moment, end: int) -> tuple[Moment | None, int, bool]:
        """The moment with what the text before gives, where it went on, and whether it had to."""
        if moment.year is not None:
            return moment, end, False
        later = 0
        if count := self.words.phrase("same_year", self.tokens, end):
            end += count
        elif count := self.words.phrase("next_year", self.tokens, end):
            end, later = end + count, 1
        if self.anchor.year is None:
            return None, end, True
        moment = replace(moment, year=self.anchor.year + later)
        if moment.length is Length.DAY and moment.month is None:
            if self.anchor.month is None or moment.day is None:
                return None, end, True
            if not is_day(moment.day, self.anchor.month):
                return None, end, True
            moment = replace(moment, month=self.anchor.month)
        return moment, end, True

    # --- several numbers before one word

    def _days(self, place: int, *, between: bool = False) -> tuple[Phrase, ...]:
        """`3-9 November 1923` is one phrase, `1 and 3 September 1939` are two."""
        found = self._numbers_before(place, self._month_of_days)
        if found is None:
            return ()
        days, ranged, month, year, end = found
        if not all(is_day(day, month) for day, _, _ in days):
            return ()
        moments = [Moment(Length.DAY, year, month, day) for day, _, _ in days]
        return self._each_or_range(days, moments, end, ranged=ranged or between)

    def _month_of_days(self, place: int) -> tuple[int, int | None, int] | None:
        if self.tokens_at(place) in self.words.of:
            place += 1
        month = self.atoms.month_at(place, sure=True)
        if month is None:
            return None
        year = self.atoms.year_after(month[1])
        return (month[0], year[0], year[1]) if year else (month[0], None, month[1])

    def _month_days(self, place: int) -> tuple[Phrase, ...]:
        """`November 3-9, 1923`, `May 3 and 5, 1808`."""
        month = self.atoms.month_at(place, sure=True)
        if month is None:
            return ()
        found = self._numbers(month[1])
        if found is None or len(found[0]) < 2:
            return ()
        days, ranged, end = found
        if not all(is_day(day, month[0]) for day, _, _ in days):
            return ()
        year = self.atoms.year_after(end)
        if year is None and is_count(self.tokens, end - 1, self.words, led=False):
            return ()
        moments = [
            Moment(Length.DAY, year[0] if year else None, month[0], day) for day, _, _ in days
        ]
        days[0] = (days[0][0], place, days[0][2])
        return self._each_or_range(days, moments, year[1] if year else end, ranged=ranged)

    def _centuries(self, place: int, *, between: bool = False) -> tuple[Phrase, ...]:
        """`the 17th and 18th centuries` are two, `the 16th to 18th centuries` one."""
        place += self.words.phrase("part", self.tokens, place)
        found = self._numbers_before(place, self._century_word)
        if found is None:
            return ()
        numbers, ranged, before, _, end = found
        moments = [
            Moment(Length.CENTURY, 1 - 100 * number if before else 100 * (number - 1))
            for number, _, _ in numbers
        ]
        if any(not 1 <= number <= 21 for number, _, _ in numbers):
            return ()
        return self._each_or_range(numbers, moments, end, ranged=ranged or between)

    def _century_word(self, place: int) -> tuple[int, int | None, int] | None:
        if self.tokens_at(place) == "-" and self.tokens[place].glued:
            place += 1
        if self.tokens_at(place) not in self.words.century:
            return None
        bc = self.words.phrase("bc", self.tokens, place + 1)
        ad = self.words.phrase("ad", self.tokens, place + 1)
        return int(bc > 0), None, place + 1 + max(bc, ad)

    def _numbers_before(
        self, place: int, word: _Word
    ) -> tuple[list[tuple[int, int, int]], bool, int, int | None, int] | None:
        """Two numbers or more, and what `word` reads after them."""
        found = self._numbers(place)
        if found is None or len(found[0]) < 2:
            return None
        numbers, ranged, end = found
        read = word(end)
        return None if read is None else (numbers, ranged, *read)

    def _numbers(self, place: int) -> tuple[list[tuple[int, int, int]], bool, int] | None:
        """Numbers of a list or range (value, first token, last token), whether a range, the end."""
        found: list[tuple[int, int, int]] = []
        ranged = False
        while len(found) < 12:
            place += self.words.phrase("part", self.tokens, place)
            number = self.atoms.day_number(place)
            if number is None:
                break
            found.append((number[0], place, number[1]))
            place = number[1]
            slash = self.tokens_at(place) == "/" and self.tokens[place].glued
            joint = self.words.phrase("to", self.tokens, place) or int(slash)
            listed = joint or self.words.phrase("list", self.tokens, place)
            led = self.words.phrase("part", self.tokens, place + listed)
            if not listed or self.atoms.day_number(place + listed + led) is None:
                break
            if joint:
                if len(found) > 1:
                    return None
                ranged = True
            place += listed
        return (found, ranged, place) if found else None

    def _years_before(self, place: int) -> tuple[Phrase, ...]:
        """`490 and 480 BC`, `in 264, 218 and 149 BC`: years that share their era."""
        found: list[tuple[int, int, int]] = []
        while (number := number_at(self.tokens, place)) is not None and len(found) < 12:
            found.append((number, place, place + 1))
            era = self.words.phrase("bc", self.tokens, place + 1)
            if era and len(found) > 1:
                moments = [Moment(Length.YEAR, 1 - one) for one, _, _ in found]
                return self._each_or_range(found, moments, place + 1 + era, ranged=False)
            listed = self.words.phrase("list", self.tokens, place + 1)
            if era or not listed:
                break
            place += 1 + listed
        return ()

    def _bare_day(self, place: int) -> Phrase | None:
        """`on the 9th`, where the month was spoken of."""
        found = self.atoms.ordinal(place) if number_at(self.tokens, place) is not None else None
        if found is None or self.anchor.month is None or not is_day(found[0], self.anchor.month):
            return None
        after = self.tokens[found[1]] if found[1] < len(self.tokens) else None
        if after is not None and after.kind is TokenKind.WORD and after.low not in self.words.small:
            if not after.low.endswith(("ed", "ly")) and not self._led_by_on(place):
                return None
            if after.low in self.words.century or after.low in self.words.units:
                return None
        moment = Moment(Length.DAY, self.anchor.year, self.anchor.month, found[0])
        if not self._led_by_on(place):
            return None
        return Phrase(place, found[1], moment.edtf(), self.anchor, inherited=True)

    def _led_by_on(self, place: int) -> bool:
        """Whether "on the" or "by the" stands before."""
        before = place - 1
        if self.tokens_at(before) not in self.words.articles and not self.words.day_has_dot:
            return False
        before -= self.tokens_at(before) in self.words.articles
        return self.tokens_at(before) in self.words.on

    def _each_or_range(
        self, numbers: list[tuple[int, int, int]], moments: list[Moment], end: int, *, ranged: bool
    ) -> tuple[Phrase, ...]:
        whole = []
        inherited = False
        for moment in moments:
            complete, end, taken = self._completed(moment, end)
            if complete is None:
                return ()
            inherited = inherited or taken
            whole.append(complete)
        if ranged:
            edtf = f"{whole[0].end(last=False)}/{whole[-1].end(last=True)}"
            anchor = Anchor.at(whole[0], whole[-1])
            return (Phrase(numbers[0][1], end, edtf, anchor, inherited),)
        ends = [after for _, _, after in numbers[:-1]] + [end]
        return tuple(
            Phrase(first, after, moment.edtf(), Anchor.at(moment), inherited)
            for (_, first, _), after, moment in zip(numbers, ends, whole, strict=True)
        )

    def _eras(self, start: int, place: int) -> Phrase | None:
        """`264-241 BC`, `from 431 to 404 BC`, `AD 79–81`: years that share their era."""
        ad = self.words.phrase("ad", self.tokens, place)
        if self.tokens_at(place) in self.words.articles:
            place += 1
        about = self.words.phrase("about", self.tokens, place + ad)
        first = number_at(self.tokens, place + ad + about)
        joint_at = place + ad + about + 1
        joint = (
            self.words.phrase("to", self.tokens, joint_at)
            or self.words.phrase("and", self.tokens, joint_at)
            or (1 if self.tokens_at(joint_at) == "/" else 0)
        )
        also = self.words.phrase("about", self.tokens, joint_at + joint) if joint else 0
        joint += also
        second = number_at(self.tokens, joint_at + joint) if joint else None
        if first is None or second is None or not (first and second):
            return None
        after = joint_at + joint + 1
        bc = 0 if ad else self.words.phrase("bc", self.tokens, after)
        ad = ad or self.words.phrase("ad", self.tokens, after)
        is_list = self.words.phrase("and", self.tokens, joint_at) and start == place
        if not (bc or ad) or is_list or is_code(self.tokens, joint_at - 1, self.words):
            return None
        if bc:
            if second > first:
                return None
            years, after = (1 - first, 1 - second), after + bc
        else:
            after += self.words.phrase("ad", self.tokens, after)
            years = (first, self._after_christ(first, second))
        one, other = (
            Moment(Length.YEAR, year, about=rough > 0)
            for year, rough in zip(years, (about, about or also), strict=True)
        )
        if years[1] < years[0]:
            return None
        return Phrase(start, after, f"{one.edtf()}/{other.edtf()}", Anchor.at(one, other))

    @staticmethod
    def _after_christ(first: int, second: int) -> int:
        """`AD 161-80`: the end with the hundreds of the beginning."""
        return second if second >= first else first // 100 * 100 + second
