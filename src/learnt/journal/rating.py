"""Ratings, and the one rule by which ticked points become a rating and outcomes."""

from collections.abc import Collection, Sequence
from enum import IntEnum

from learnt.deck import Point
from learnt.ids import PointId


class Rating(IntEnum):
    """How well a card was known; the four grades used everywhere in the field."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4

    @property
    def passed(self) -> bool:
        """Whether the rating counts as remembered."""
        return self is not Rating.AGAIN


def proposed_rating(points: Sequence[Point], said: Collection[PointId]) -> Rating:
    """The card rating proposed from the points that were said.

    All points: Good. At least half of the weight: Hard. Less: Again.
    """
    weight = sum(point.weight for point in points)
    covered = sum(point.weight for point in points if point.id in said)
    if all(point.id in said for point in points):
        return Rating.GOOD
    return Rating.HARD if 2 * covered >= weight else Rating.AGAIN


def points_said(
    points: Sequence[Point], ticked: Collection[PointId] | None, rating: Rating
) -> frozenset[PointId]:
    """The points that count as said: those ticked.

    `ticked` is None where the learner has only rated: a pass says that nothing was missing. So
    it is with a card of one point, which has nothing to tick.
    """
    everything = frozenset(point.id for point in points)
    if len(points) == 1 or ticked is None:
        return everything if rating.passed else frozenset()
    return everything & frozenset(ticked)


def outcome_rating(card_rating: Rating, *, said: bool) -> Rating:
    """A point's own rating: missed is Again; said is the card rating, but never below Hard.

    A point that was said on a card rated Again is still a point remembered: it counts as Good.
    """
    if not said:
        return Rating.AGAIN
    return card_rating if card_rating.passed else Rating.GOOD
