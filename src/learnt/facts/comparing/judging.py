"""What becomes of pairs of pieces: they tell one thing, or they clash, or neither."""

from array import array
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

import numpy as np

from learnt.facts.comparing.clashing import LOOKS, Clash
from learnt.facts.comparing.known import Known
from learnt.facts.comparing.piece import Piece
from learnt.facts.comparing.ragged import Places, from_array
from learnt.facts.comparing.reasons import reason
from learnt.facts.comparing.scoring import Odds, Scored
from learnt.facts.comparing.values import Comparison, Conflict, Same
from learnt.facts.comparing.weighed import Stems

_LOOKED_AT = -3.0
"""Log odds below which two pieces are no one thing; only agreements are known by their parties."""
_LEAST = -3.0
"""Log odds below which nothing is suggested."""
_WORDS = 0.2
"""The weight of the words in common that it takes, where no date and no number agrees."""

Placed = tuple[int, Scored]
"""A pair with its place among all."""


def judged(odds: Odds, stems: Stems, known: Known) -> Comparison:
    """All that is found in pairs, the surest first.

    The pairs of one point of the first deck are judged one after another, which takes less time
    than the likeliest pairs of all decks first: what was found out of its pieces is at hand.
    """
    mine, yours = stems.a.pieces, stems.b.pieces
    points = _points(mine)
    same: list[Same] = []
    places = array("q")
    conflicts: list[Conflict] = []
    pairs = odds.each(_worth_judging(odds, mine, yours, points))
    numbers = points.tolist()
    for _, of_point in groupby(pairs, lambda one: numbers[one[1].pair[0]]):
        told, clashing = _of_point(of_point, mine, yours, known)
        conflicts += clashing
        for place, one in told:
            x, y = mine[one.pair[0]], yours[one.pair[1]]
            same.append(Same(x.told, y.told, one.same, reason(one, x, y, stems)))
            places.append(place)
    of_same = from_array(places, np.int64)
    order = np.lexsort((-odds.alike[of_same], -odds.same[of_same]))
    conflicts.sort(key=lambda one: -one.score)
    return Comparison(tuple(same[nth] for nth in order.tolist()), tuple(conflicts))


def _points(pieces: Sequence[Piece]) -> Places:
    """The points of pieces as numbers; the pieces of a point follow on each other."""
    new = [one.told is not two.told for one, two in pairwise(pieces)]
    return np.cumsum([0, *new], dtype=np.intp)


def _worth_judging(odds: Odds, a: Sequence[Piece], b: Sequence[Piece], points: Places) -> Places:
    """The pairs that may be one thing by their places: point by point, the likeliest first."""
    agreed = (np.array([bool(one.agreements) for one in side], dtype=bool) for side in (a, b))
    of_agreements = [which[pieces] for which, pieces in zip(agreed, odds.pairs, strict=True)]
    kept = np.flatnonzero((odds.alike >= _LOOKED_AT) | np.logical_and(*of_agreements))
    return kept[np.lexsort((-odds.alike[kept], points[odds.pairs.rows[kept]]))]


def _of_point(
    pairs: Iterable[Placed], a: Sequence[Piece], b: Sequence[Piece], known: Known
) -> tuple[Iterable[Placed], Iterable[Conflict]]:
    """What a point tells as others do, and where it clashes: with each of them once.

    Of long points there are several pairs of pieces: the likeliest that clashes is the one.
    """
    same: dict[object, Placed] = {}
    conflicts: dict[object, Conflict] = {}
    for placed in pairs:
        one = placed[1]
        x, y = a[one.pair[0]], b[one.pair[1]]
        other = y.told.point
        if other in conflicts:
            continue
        if (clash := _clash(one, x, y, known)) is not None:
            same.pop(other, None)
            conflicts[other] = Conflict(x.told, y.told, clash.about, clash.a, clash.b, one.alike)
        elif (
            one.same >= _LEAST
            and _in_common(one)
            and (other not in same or same[other][1].same < one.same)
        ):
            same[other] = placed
    return same.values(), conflicts.values()


def _in_common(one: Scored) -> bool:
    """Whether there is anything by which two pieces could tell the same."""
    return one.shared.words >= _WORDS or one.dated.agree > 0 or one.counted.agree


def _clash(one: Scored, a: Piece, b: Piece, known: Known) -> Clash | None:
    for look in LOOKS:
        if (clash := look(one, a, b, known)) is not None:
            return clash
    return None
