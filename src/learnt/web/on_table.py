"""The card on the table, as the page sends it back."""

from dataclasses import dataclass

from learnt.clock import Instant
from learnt.deck import Direction
from learnt.errors import UsageError
from learnt.ids import CardId, EventId, PointId
from learnt.web.asked import Asked


@dataclass(frozen=True)
class OnTable:
    """What was asked, when, and what was ticked; `said` is None where nothing was touched.

    `event` is the id that the answer will have, however often it is sent.
    """

    event: EventId
    card: CardId
    direction: Direction
    asked: Instant
    shown: tuple[PointId, ...]
    said: frozenset[PointId] | None

    @classmethod
    def of(cls, asked: Asked) -> "OnTable":
        """Read the form. Raises UsageError where it is not whole."""
        direction = asked.text("direction")
        moment = asked.instant("asked")
        if direction not in set(Direction) or moment is None:
            raise UsageError("This page is out of date or incomplete. Open it anew.")
        said = frozenset(map(PointId, asked.ids("said")))
        touched = bool(said) or asked.text("touched") == "1"
        return cls(
            EventId(asked.id("event")),
            CardId(asked.id("card")),
            Direction(direction),
            moment,
            tuple(map(PointId, asked.ids("shown"))),
            said if touched else None,
        )
