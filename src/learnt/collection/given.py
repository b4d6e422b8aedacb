"""What a face that keeps nothing itself sends and is shown: a sitting, a card, an answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from learnt.clock import Instant
from learnt.deck import Direction
from learnt.ids import CardId, EventId, PointId
from learnt.journal import Rating, VerdictKind
from learnt.plan import Schedule
from learnt.practice import Exercise, Marked


@dataclass(frozen=True, slots=True)
class Scope:
    """Which sitting is meant: begun when, of one deck or of all, due cards or all of them."""

    since: Instant
    deck: str | None = None
    practise: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as a page sends it.

    `event` is the id that it was given when the card was asked, at `asked`. `shown` are the
    points that were there to be ticked, `said` those that were; None where the learner has only
    rated. `duration_ms` is the time spent on it, where the page has measured it. `proposed` is
    what marking proposed on the page, `unsettled` the points it asked about in vain.
    """

    event: EventId
    card: CardId
    direction: Direction
    asked: Instant
    rating: Rating
    shown: tuple[PointId, ...]
    said: frozenset[PointId] | None = None
    answer: str | None = None
    duration_ms: int | None = None
    proposed: Mapping[PointId, VerdictKind] = field(default_factory=dict)
    unsettled: frozenset[PointId] = frozenset()


@dataclass(frozen=True, slots=True)
class Look:
    """A card turned over: its points, the rating proposed, and where each rating leads.

    `marks` is what marking proposes for the answer that was typed, with the points that are not
    settled yet. `said` are the points that are ticked; None where nothing was typed or touched.
    No rating is proposed while a point is open. `problem` says why an answer is not marked.
    """

    exercise: Exercise
    proposed: Rating | None
    previews: dict[Rating, Schedule]
    said: frozenset[PointId] | None = None
    marks: Marked | None = None
    problem: str | None = None
