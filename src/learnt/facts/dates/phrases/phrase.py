"""What the readers of phrases hand to each other, and what they hand on."""

from learnt.facts.dates.anchor import Anchor
from learnt.facts.dates.moment import Moment
from learnt.facts.light import value


@value(frozen=True, slots=True)
class Phrase:
    """What was read from tokens `start` to `end`: the value, and what it gives to later dates."""

    start: int
    end: int
    edtf: str
    anchor: Anchor
    inherited: bool = False


@value(frozen=True, slots=True)
class Said:
    """A moment with its qualifiers; `bare` where only an article stands before a year."""

    moment: Moment
    end: int
    bare: bool = False


@value(frozen=True, slots=True)
class Whole:
    """A moment that has its year, where it ends, and whether the text before had to give it."""

    moment: Moment
    end: int
    inherited: bool = False

    def phrase(self, start: int) -> Phrase:
        """The phrase of this moment alone."""
        anchor = Anchor.at(self.moment)
        return Phrase(start, self.end, self.moment.edtf(), anchor, self.inherited)
