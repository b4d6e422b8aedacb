"""What the text before gives to a date that does not say all: its year, month and century."""

from learnt.facts.dates.moment import LONG, Moment
from learnt.facts.light import value


@value(frozen=True, slots=True)
class Anchor:
    """The last year that was spoken of, and its month where one was.

    A text that spoke of several years in one breath ("from 1929 to 1932") gives none, since a
    month alone could be of any; `near` still tells which century '36 is of.
    """

    year: int | None = None
    month: int | None = None
    near: int | None = None

    @classmethod
    def at(cls, first: Moment, last: Moment | None = None) -> "Anchor":
        """What a moment, or a range of them, gives."""
        last = last or first
        if first.year is None:
            return cls()
        if first.length in LONG or last.length in LONG or first.year != last.year:
            return cls(near=last.year)
        return cls(first.year, last.month, first.year)

    def or_else(self, other: "Anchor") -> "Anchor":
        """The anchor itself; where it gives no year, the other's, and its own century at least."""
        if self.year is not None:
            return self
        return Anchor(other.year, other.month, self.near if self.near is not None else other.near)
