"""The card on the table, as the page sends it back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from learnt.clock import Instant
from learnt.deck import Direction
from learnt.errors import UsageError
from learnt.ids import CardId, EventId, PointId
from learnt.journal import VerdictKind
from learnt.web.asked import OLD_PAGE, Asked


@dataclass(frozen=True)
class OnTable:
    """What was asked, when, and what was ticked; `said` is None where nothing was touched.

    `event` is the id that the answer will have, however often it is sent. `proposed` is what
    marking proposed on the page, `settled` the points of which it was unsure and the learner not.
    """

    event: EventId
    card: CardId
    direction: Direction
    asked: Instant
    shown: tuple[PointId, ...]
    said: frozenset[PointId] | None
    proposed: Mapping[PointId, VerdictKind]
    settled: frozenset[PointId]

    @property
    def open(self) -> frozenset[PointId]:
        """The points that were asked about, and of which nothing was said."""
        unsure = {point for point, kind in self.proposed.items() if kind is VerdictKind.UNSURE}
        return frozenset(unsure) - self.settled

    @classmethod
    def of(cls, asked: Asked) -> "OnTable":
        """Read the form. Raises UsageError where it is not whole."""
        direction = asked.text("direction")
        moment = asked.instant("asked")
        if direction not in set(Direction) or moment is None:
            raise UsageError(OLD_PAGE)
        shown = tuple(map(PointId, asked.ids("shown")))
        proposed = _proposed(asked, shown)
        spoken_of = {point: asked.text(f"is-{point}", 3) for point in proposed}
        yes = {point for point, word in spoken_of.items() if word == "yes"}
        said = frozenset(map(PointId, asked.ids("said"))) | yes
        touched = bool(said) or bool(proposed) or asked.text("touched") == "1"
        return cls(
            EventId(asked.id("event")),
            CardId(asked.id("card")),
            Direction(direction),
            moment,
            shown,
            said if touched else None,
            proposed,
            frozenset(point for point, word in spoken_of.items() if word),
        )


def _proposed(asked: Asked, shown: Sequence[PointId]) -> dict[PointId, VerdictKind]:
    """What marking proposed, a word for each point that was shown; nothing where it did not."""
    kinds = asked.texts("mark")
    if len(kinds) != len(shown) or not set(kinds) <= set(VerdictKind):
        return {}
    return dict(zip(shown, map(VerdictKind, kinds), strict=True))
