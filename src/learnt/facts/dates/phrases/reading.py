"""Whichever phrase begins at a place: what a word opens first, and several dates before one."""

from learnt.facts.dates.moment import Length, Moment, is_day
from learnt.facts.dates.phrases.open_ends import OPEN_ROLES
from learnt.facts.dates.phrases.phrase import Phrase
from learnt.facts.dates.phrases.plain import Plain
from learnt.facts.dates.phrases.qualified import NO_ROLES
from learnt.facts.tokens import NUMBER, WORD

_LONGEST_DAY = 2
"""The digits of a day or century; with more a number is a year, or none."""


class PhraseReader(Plain):
    """Reads the phrases of one text, given what was spoken of before."""

    def at(self, place: int, *, led: bool) -> tuple[Phrase, ...]:
        """The phrase that begins at `place`, two where two dates share a month; none: empty."""
        roles = self.words.roles.get(self.tokens[place].low, NO_ROLES)
        if roles and (found := self._opened_by_word(place, roles)):
            return (found,)
        if several := self._several(place, roles):
            return several
        is_number = self.tokens[place].kind is NUMBER
        found = self.era_range(place, place) if is_number or roles else None
        found = found or self.plain(place, led=led)
        if found is None and led and is_number:
            found = self._bare_day(place)
        return (found,) if found else ()

    def _several(self, place: int, roles: frozenset[str]) -> tuple[Phrase, ...]:
        """Several dates that share a word; only the readers that can begin here are asked."""
        if self.low(place) in self.words.months:
            return self.days_behind(place)
        number = self.number(place) is not None
        if not number and "part" not in roles and self.low(place) not in self.words.ordinal_words:
            return ()
        if number and len(self.tokens[place].text) > _LONGEST_DAY:
            return self.years_before(place)
        found = self.days(place) or self.centuries(place)
        return found or (self.years_before(place) if number else ())

    def _opened_by_word(self, place: int, roles: frozenset[str]) -> Phrase | None:
        """What a word such as between, from or since leads to."""
        if "between" in roles and (found := self.between(place)):
            return found
        if "from" in roles and (found := self.from_on(place)):
            return found
        return None if roles.isdisjoint(OPEN_ROLES) else self.open_interval(place)

    def _bare_day(self, place: int) -> Phrase | None:
        """`on the 9th`, where the month was spoken of."""
        found = self.ordinal(place) if self.number(place) is not None else None
        if found is None or self.anchor.month is None or not is_day(found[0], self.anchor.month):
            return None
        if not self._is_led_by_on(place) or self._counts_something(found[1]):
            return None
        moment = Moment(Length.DAY, self.anchor.year, self.anchor.month, found[0])
        return Phrase(place, found[1], moment.edtf(), self.anchor, inherited=True)

    def _counts_something(self, place: int) -> bool:
        """`on the 9th century`: the noun behind is no verb and no adverb."""
        after = self.token(place)
        if after is None or after.kind is not WORD or after.low in self.words.small:
            return False
        return after.low in self.words.century or after.low in self.words.units

    def _is_led_by_on(self, place: int) -> bool:
        """Whether "on the" or "by the" stands before."""
        article = self.low(place - 1) in self.words.articles
        if not article and not self.words.day_has_dot:
            return False
        return self.low(place - 1 - article) in self.words.on
