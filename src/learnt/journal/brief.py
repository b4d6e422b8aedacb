"""A review in brief: as much of it as its memory is replayed from."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from learnt.clock import Instant
from learnt.deck import Direction
from learnt.ids import EventId, PointId
from learnt.journal.rating import Rating


class BriefReview(NamedTuple):
    """A review less who answered what, and what was typed: exports read hundreds of thousands.

    `points` has the rating of each point, in the order of the outcomes. Reviews in which the points
    fared alike may share it.
    """

    id: EventId
    at: Instant
    rating: Rating
    direction: Direction
    duration_ms: int
    points: Mapping[PointId, Rating]


Values = tuple[EventId, Instant, Rating, Direction, int, Mapping[PointId, Rating]]
brief_review: Callable[[Values], BriefReview] = partial(tuple.__new__, BriefReview)
"""The same of its values in their order: in half the time of calling it."""
