"""The events of the journal. Each is appended once and never changed."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from learnt.clock import Instant
from learnt.deck import Direction, Point
from learnt.ids import CardId, EventId, LearnerId, PointId
from learnt.journal.rating import Rating, outcome_rating
from learnt.journal.verdict import VerdictKind

IDLE_MS = 60_000
FOREVER = Instant(253_402_300_799_000)
"""The last second of the year 9999: a card held until then is suspended."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one point fared in a review.

    `proposed` is what marking had proposed, None where nothing was marked; `wording` are the words
    of the answer that the proposal, or what the learner said instead, was about.
    """

    point: PointId
    rating: Rating
    proposed: VerdictKind | None = None
    wording: str | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """One answered exercise: who, which card, when, how, which points, the rating, how long.

    `answer` is the text that was typed, if any; `duration_ms` leaves idle gaps out.
    """

    id: EventId
    learner: LearnerId
    card: CardId
    at: Instant
    rating: Rating
    outcomes: tuple[Outcome, ...]
    direction: Direction = Direction.FORWARD
    exercise: str = "recall"
    answer: str | None = None
    duration_ms: int = 0


@dataclass(frozen=True, slots=True)
class Hold:
    """A card set aside until an instant.

    Buried: until tomorrow. Suspended: `FOREVER`. Where `until` is not after `at` it is in the place
    of what was before: released. Else it makes nothing shorter that was before.
    """

    id: EventId
    learner: LearnerId
    card: CardId
    at: Instant
    until: Instant


@dataclass(frozen=True, slots=True)
class Undo:
    """Takes back the review or hold named by `event`, wherever it is and whenever it arrives."""

    id: EventId
    learner: LearnerId
    event: EventId
    at: Instant


@dataclass(frozen=True, slots=True)
class Known:
    """What another program knew of a card, whose answers are not at hand; it is no answer.

    `points` are those that the card had; others begin as new. At `at`, when it was last asked
    there, it was expected to be recalled by 9 in 10 after `days` (> 0). `difficulty` is FSRS's,
    1-10, and `ease` SM-2's, the factor (> 1) by which a Good answer makes an interval grow; None
    where there was none. `reviews` and `lapses` are as it counted.
    """

    id: EventId
    learner: LearnerId
    card: CardId
    at: Instant
    points: tuple[PointId, ...]
    days: float
    difficulty: float | None = None
    ease: float | None = None
    reviews: int = 0
    lapses: int = 0
    direction: Direction = Direction.FORWARD


Event = Review | Hold | Undo | Known


def outcomes_of(
    points: Sequence[Point], said: Collection[PointId], rating: Rating
) -> tuple[Outcome, ...]:
    """The outcomes of a card's points, given those that were said and the card's rating."""
    return tuple(
        Outcome(point.id, outcome_rating(rating, said=point.id in said)) for point in points
    )


def answer_time(moments: Iterable[Instant]) -> int:
    """Milliseconds of work between the moments at which the learner did something.

    A gap of more than a minute is time spent elsewhere and is left out.
    """
    total = 0
    before: Instant | None = None
    for moment in moments:
        if before is not None and 0 < moment - before <= IDLE_MS:
            total += moment - before
        before = moment
    return total
