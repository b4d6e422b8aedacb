"""What stands on the map: an agreement, the deck that tells of it, and how well it is known."""

from dataclasses import dataclass

from learnt.facts.chronology import Bond
from learnt.plots.timeline.moment import known_words
from learnt.words import date


@dataclass(frozen=True, slots=True)
class Tie:
    """`known` is the recall of the cards that tell of it, 0 to 1; None where none was asked."""

    bond: Bond
    deck: str
    known: float | None = None

    @property
    def name(self) -> str:
        """The agreement, with a capital."""
        return self.bond.name[:1].upper() + self.bond.name[1:]

    @property
    def when(self) -> str:
        """Its date in words; empty where none is told."""
        return date(self.bond.when or "")

    @property
    def told(self) -> str:
        """All of it in one sentence, for who does not see the map."""
        parties = f" between {_listed(self.bond.parties)}" if self.bond.parties else ""
        when = f", {self.when}" if self.when else ""
        condition = f", {self.bond.conditions[0]}" if self.bond.conditions else ""
        return f"{self.name}{parties}{when}{condition} ({known_words(self.known)})"


def _listed(names: tuple[str, ...]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
