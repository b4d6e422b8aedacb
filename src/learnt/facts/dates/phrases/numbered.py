"""Several numbers, as they stand before or behind one word that they share."""

from collections.abc import Callable, Sequence

from learnt.facts.dates.anchor import Anchor
from learnt.facts.dates.moment import Moment
from learnt.facts.dates.phrases.phrase import Phrase
from learnt.facts.dates.phrases.ranges import Ranges
from learnt.facts.light import value

MOST_NUMBERS = 12
"""Numbers that one word is shared by; in a longer list it belongs to the last of them alone."""


@value(frozen=True, slots=True)
class Numbers:
    """Numbers of a list, or of a range, each with its first token and the place after it."""

    listed: Sequence[tuple[int, int, int]]
    ranged: bool
    end: int

    @property
    def values(self) -> list[int]:
        """What the numbers are."""
        return [value for value, _, _ in self.listed]


@value(frozen=True, slots=True)
class Word:
    """What stands behind several numbers: a month or era, a year, and the place after it."""

    value: int
    year: int | None
    end: int


class Numbered(Ranges):
    """Reads the numbers of a list or range, and makes phrases of them."""

    def numbers_before(
        self, place: int, word: Callable[[int], Word | None]
    ) -> tuple[Numbers, Word] | None:
        """Two numbers or more, and what `word` reads after them."""
        numbers = self.numbers(place)
        if numbers is None or len(numbers.listed) < 2:
            return None
        read = word(numbers.end)
        return None if read is None else (numbers, read)

    def numbers(self, place: int) -> Numbers | None:
        """The numbers of a list or range from a place on; None where none stands there."""
        found: list[tuple[int, int, int]] = []
        ranged = False
        while len(found) < MOST_NUMBERS:
            place += self.phrase("part", place)
            number = self.day_number(place)
            if number is None:
                break
            found.append((number[0], place, number[1]))
            place = number[1]
            slash = self.low(place) == "/" and self.tokens[place].glued
            joint = self.phrase("to", place) or int(slash)
            listed = joint or self.phrase("list", place)
            led = self.phrase("part", place + listed)
            if not listed or self.day_number(place + listed + led) is None:
                break
            if joint and len(found) > 1:
                return None
            ranged = ranged or joint > 0
            place += listed
        return Numbers(found, ranged, place) if found else None

    def joined(
        self, numbers: Numbers, moments: Sequence[Moment], end: int, *, ranged: bool = False
    ) -> tuple[Phrase, ...]:
        """One phrase for a range, else one for each of the moments, all with the same year."""
        moments, inherited = list(moments), False
        for nth, moment in enumerate(moments):
            whole = self.completed(moment, end)
            if whole is None:
                return ()
            moments[nth], end = whole.moment, whole.end
            inherited = inherited or whole.inherited
        if ranged:
            edtf = f"{moments[0].end(last=False)}/{moments[-1].end(last=True)}"
            anchor = Anchor.at(moments[0], moments[-1])
            return (Phrase(numbers.listed[0][1], end, edtf, anchor, inherited),)
        ends = [*(after for _, _, after in numbers.listed[:-1]), end]
        return tuple(
            Phrase(first, after, moment.edtf(), Anchor.at(moment), inherited)
            for (_, first, _), after, moment in zip(numbers.listed, ends, moments, strict=True)
        )
