"""Ranges of years that share their era: `264-241 BC`, `from 431 to 404 BC`, `AD 79–81`."""

from learnt.facts.dates.anchor import Anchor
from learnt.facts.dates.moment import Length, Moment
from learnt.facts.dates.numbers import is_code
from learnt.facts.dates.phrases.phrase import Phrase
from learnt.facts.dates.phrases.several import Several


class Eras(Several):
    """Reads two years with one BC or AD."""

    def era_range(self, start: int, place: int) -> Phrase | None:
        """The range whose first year, with its era, stands at `place`; its phrase has `start`."""
        ad = self.phrase("ad", place)
        if self.low(place) in self.words.articles:
            place += 1
        about = self.phrase("about", place + ad)
        first_at = place + ad + about
        if self.number(first_at) is None:
            return None
        joint = self._joint(first_at + 1)
        also = self.phrase("about", first_at + 1 + joint) if joint else 0
        second_at = first_at + 1 + joint + also
        first, second = self.number(first_at), self.number(second_at) if joint else None
        if not first or not second:
            return None
        is_list = start == place and self.phrase("and", first_at + 1)
        if is_list or is_code(self.tokens, first_at, self.words):
            return None
        end = second_at + 1
        if not ad and (bc := self.phrase("bc", end)):
            years, end = (1 - first, 1 - second), end + bc
        elif ad or self.phrase("ad", end):
            years, end = (first, _after_christ(first, second)), end + self.phrase("ad", end)
        else:
            return None
        if years[1] < years[0]:
            return None
        one = Moment(Length.YEAR, years[0], about=about > 0)
        other = Moment(Length.YEAR, years[1], about=(about or also) > 0)
        return Phrase(start, end, f"{one.edtf()}/{other.edtf()}", Anchor.at(one, other))

    def _joint(self, place: int) -> int:
        """How many tokens join the two years."""
        return self.phrase("to", place) or self.phrase("and", place) or int(self.low(place) == "/")


def _after_christ(first: int, second: int) -> int:
    """`AD 161-80`: the end with the hundreds of the beginning."""
    return second if second >= first else first // 100 * 100 + second
