"""Where in an answer its points stand, all of them together: numbers for the scorer.

Answers mostly follow their card, a clause or two a point. So a clause that no other point lays
claim to, between those of the point before and the point behind, is likely to speak of this one
though it has none of its words; and a point for which nothing is left was hardly said.
"""

import numpy as np

from learnt.marking.forest import Integers
from learnt.marking.likeness import Floats

NAMES = ("claim", "claimed", "own_margin", "between", "between_claim", "gap", "in_order")
"""The greatest claim of the point to a clause, 0 to 1; how many words it lays claim to, to the
mean of all points; by how much it comes nearer to a clause than any other point; the nearest
clause between those of its neighbours and the greatest claim there; the share of the answer's
words that stand there; and how far the points' nearest clauses come in the order of the points."""


def placing(near: Floats, numbers: Integers, sizes: Floats, heat: float) -> Floats:
    """An array (wordings, features) in the order of NAMES.

    `near` is how near each clause comes to each wording, an array (wordings, clauses); `numbers`
    are the wordings' points, counted from 0 without a gap; `sizes` the clauses' words. Where two
    points differ by `heat`, the nearer one's claim is e times the other's.
    """
    count = int(numbers.max()) + 1
    points = np.array([near[numbers == point].max(axis=0) for point in range(count)])
    rivals = np.exp((points - points.max(axis=0)) / heat)
    claims = rivals / rivals.sum(axis=0)
    place = points.argmax(axis=1)
    rising = float((np.diff(place) > 0).mean()) if count > 1 else 0.5
    found = np.array([
        (
            claims[point].max(),
            (claims[point] * sizes).sum() * count / sizes.sum(),
            _margin(points, point),
            *_between(points, claims, sizes, place, point),
            rising,
        )
        for point in range(count)
    ])  # fmt: skip
    return np.asarray(found[numbers])


def _margin(points: Floats, point: int) -> float:
    """By how much it comes nearer to one clause than all others do; its nearness if alone."""
    others = np.delete(points, point, axis=0)
    return float((points[point] - others.max(axis=0, initial=0.0)).max())


def _between(
    points: Floats, claims: Floats, sizes: Floats, place: Integers, point: int
) -> tuple[float, float, float]:
    """Of the clauses between those of the neighbours: nearness, claim, and share of all words."""
    start = int(place[point - 1]) + 1 if point else 0
    end = int(place[point + 1]) if point + 1 < len(points) else points.shape[1]
    if start >= end:
        return 0.0, 0.0, 0.0
    inside = slice(start, end)
    share = float(sizes[inside].sum() / sizes.sum())
    return float(points[point, inside].max()), float(claims[point, inside].max()), share
