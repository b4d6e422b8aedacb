"""What another program knew of a card before its answers: the `Known` events of the field Id."""

from msgspec import Struct

from learnt.clock import Instant
from learnt.deck import Direction
from learnt.ids import CardId, EventId, LearnerId, PointId
from learnt.journal import FOREVER, Known
from learnt.sources.packages.own.packed import id_text, packed_id

_MOST_EASE = 100.0
LONGEST_DAYS, MOST_COUNTED = 36_500.0, 100_000
"""The most that is believed of what another program knew."""


class Before(Struct, array_like=True, frozen=True):
    """What another program knew of the card in a direction, before the answers: a `Known` event."""

    id: bytes
    direction: str
    at: int
    points: tuple[bytes, ...]
    days: float
    difficulty: float | None
    ease: float | None
    reviews: int
    lapses: int


def before_of(known: Known) -> Before:
    """The event as it is written."""
    return Before(
        packed_id(known.id),
        known.direction.value,
        known.at,
        tuple(map(packed_id, known.points)),
        known.days,
        known.difficulty,
        known.ease,
        known.reviews,
        known.lapses,
    )


def known_in(before: Before, learner: LearnerId, card: CardId) -> Known | None:
    """What was known, as an event of a learner; None where it is none that can be."""
    try:
        points = tuple(PointId(id_text(one)) for one in before.points)
        direction, own = Direction(before.direction), EventId(id_text(before.id))
    except ValueError:
        return None
    days, difficulty, ease = before.days, before.difficulty, before.ease
    if not (points and 0 < before.at <= FOREVER and 0 < days <= LONGEST_DAYS):
        return None
    return Known(
        own,
        learner,
        card,
        Instant(before.at),
        points,
        days,
        difficulty if difficulty is not None and 1 <= difficulty <= 10 else None,
        ease if ease is not None and 1 < ease <= _MOST_EASE else None,
        min(max(before.reviews, 0), MOST_COUNTED),
        min(max(before.lapses, 0), MOST_COUNTED),
        direction,
    )
