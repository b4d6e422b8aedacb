"""What stands on a timeline: a happening, the deck that it is from, and how well it is known."""

from dataclasses import dataclass

from learnt.facts.chronology import Happening
from learnt.words import date


@dataclass(frozen=True, slots=True)
class Moment:
    """`known` is the recall of its points, 0 to 1; None where none of them was asked yet."""

    happening: Happening
    deck: str
    known: float | None = None

    @property
    def when(self) -> str:
        """Its date in words."""
        return date(self.happening.edtf)

    @property
    def told(self) -> str:
        """All of it in one sentence, for who does not see the mark."""
        return f"{self.when}: {self.happening.label} ({known_words(self.known)})"


def known_words(known: float | None) -> str:
    """How well something is known, in words and tenths."""
    return "not asked yet" if known is None else f"about {round(10 * known) * 10} % known"
