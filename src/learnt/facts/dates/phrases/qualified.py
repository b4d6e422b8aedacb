"""One moment as it is said: with "about" or "early", and its year from the text before."""

from dataclasses import replace

from learnt.facts.dates.atoms import Atoms
from learnt.facts.dates.moment import Length, Moment, is_day
from learnt.facts.dates.phrases.phrase import Phrase, Said, Whole

NO_ROLES: frozenset[str] = frozenset()
"""Those of a word that no phrase begins with."""
MOST_QUALIFIERS = 6
"""How many qualifiers one moment has, and how many moments a list that shares its year."""


class Qualified(Atoms):
    """Reads a moment with its qualifiers, and completes one that says no year."""

    def said(self, place: int, *, led: bool) -> Said | None:
        """The moment that begins at a place with the words before it, such as "in early"."""
        about = perhaps = bare = False
        start = place
        for _ in range(MOST_QUALIFIERS):
            roles = self.words.roles.get(self.low(place), NO_ROLES)
            if "turn" in roles and (turn := self._turn(place)):
                return turn
            if found := self.moment(place, led=led):
                moment = found[0]
                if about or perhaps:
                    moment = replace(
                        moment, about=moment.about or about, perhaps=moment.perhaps or perhaps
                    )
                moment, end = self._doubted(moment, found[1])
                return Said(moment, end, bare and moment.length is Length.YEAR)
            parts = self.phrase("part", place) if "part" in roles else 0
            if "about" in roles and (count := self.phrase("about", place)) > parts:
                about, bare = True, False
            elif (
                "perhaps" in roles
                and (count := self.phrase("perhaps", place))
                and self._doubts(place)
            ):
                perhaps, bare = True, False
            elif count := parts:
                bare = count == 1 and place == start and self.low(place) in self.words.articles
                led = led or not bare
            elif (about or perhaps) and self._leads_on(place):
                count = 1
            else:
                return None
            place += count
        return None

    def _leads_on(self, place: int) -> bool:
        """Whether a qualifier goes on to its year: "probably in", "about ("."""
        return self.low(place) == "(" or self.low(place) in self.words.in_year

    def _turn(self, place: int) -> Said | None:
        """`the turn of the 20th century`: about its first year."""
        count = self.phrase("turn", place)
        found = self.moment(place + count, led=True) if count else None
        if found is None or found[0].length is not Length.CENTURY:
            return None
        return Said(replace(found[0], length=Length.YEAR, about=True), found[1])

    def _doubts(self, place: int) -> bool:
        """Whether a question mark hangs on the date after it (?1923) and ends no question."""
        return self.low(place) != "?" or self.is_glued(place + 1)

    def _doubted(self, moment: Moment, place: int) -> tuple[Moment, int]:
        """The moment; uncertain where a question mark follows that ends no question."""
        if self.low(place) == "(" and self.low(place + 1) == "?":
            closed = self.low(place + 2) == ")"
            return replace(moment, perhaps=True), place + (3 if closed else 2)
        if self.low(place) != "?" or not self.tokens[place].glued:
            return moment, place
        after = self.token(place + 1)
        ends = after is None or (after.capital and not after.glued)
        if ends and self.question:
            return moment, place
        return replace(moment, perhaps=True), place + 1

    def completed(self, moment: Moment, end: int) -> Whole | None:
        """The moment with what the text before gives; None where it gives too little."""
        if moment.year is not None:
            return Whole(moment, end)
        later = 0
        if count := self.phrase("same_year", end):
            end += count
        elif count := self.phrase("next_year", end):
            end, later = end + count, 1
        if self.anchor.year is None:
            return None
        moment = replace(moment, year=self.anchor.year + later)
        if moment.length is Length.DAY and moment.month is None:
            if self.anchor.month is None or moment.day is None:
                return None
            if not is_day(moment.day, self.anchor.month):
                return None
            moment = replace(moment, month=self.anchor.month)
        return Whole(moment, end, inherited=True)

    def at_once(self, place: int, moment: Moment, end: int) -> Phrase | None:
        """The phrase of a single moment that begins at a place and ends where it is completed."""
        whole = self.completed(moment, end)
        return whole.phrase(place) if whole else None
