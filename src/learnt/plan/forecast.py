"""What falls due on the days to come, if nothing is answered in between."""

from dataclasses import dataclass

from learnt.clock import StudyDay


@dataclass(frozen=True, slots=True)
class DueForecast:
    """How many cards fall due on each study day, `due[0]` being today's.

    `overdue` says how many of today's were due on an earlier day already. A card that is asked
    in both directions counts once, on the earlier of its two days.
    """

    today: StudyDay
    due: tuple[int, ...]
    overdue: int = 0

    @property
    def total(self) -> int:
        """How many cards fall due on all these days."""
        return sum(self.due)
