"""What becomes of pairs of pieces: they tell one thing, or they clash, or neither."""

from array import array
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

import numpy as np

from learnt.facts.comparing.clashing import NO_CLASH, Judged, likeliest_clash
from learnt.facts.comparing.known import Known
from learnt.facts.comparing.piece import Piece
from learnt.facts.comparing.ragged import Places, from_array
from learnt.facts.comparing.reasons import reason
from learnt.facts.comparing.scoring import Odds, Scored, judgement_of
from learnt.facts.comparing.values import Comparison, Conflict, Same
from learnt.facts.comparing.weighed import Stems
from learnt.facts.comparing.weights import Judgement

_LOOKED_AT = -3.0
"""Log odds below which two pieces are no one thing; only agreements are known by their parties."""
_BEHIND = -0.8
"""How far a better pair may be ahead of one that is asked whether it clashes."""
_CALLED = 0.0
"""Log odds from which on a clash is called one."""
_LEAST = -4.0
"""Log odds below which nothing is suggested."""
_MOST_CLASH = 5.0
"""Log odds of a clash beyond which it is all one whether two pieces tell the same."""
_WORDS = 0.2
"""The weight of the words in common that it takes, where no date and no number agrees."""

Placed = tuple[float, int, Scored]
"""The odds of a pair to tell the same, its place among all, and the pair."""


def judged(odds: Odds, stems: Stems, known: Known) -> Comparison:
    """All that is found in pairs, the surest first.

    The pairs of one point of the first deck are judged one after another, which takes less time
    than the likeliest pairs of all decks first: what was found out of its pieces is at hand.
    """
    mine, yours = stems.a.pieces, stems.b.pieces
    points = _points(mine)
    same: list[Same] = []
    places = array("q")
    scores = array("d")
    conflicts: list[Conflict] = []
    judgement = judgement_of(stems, known)
    pairs = odds.each(_worth_judging(odds, mine, yours, points))
    numbers = points.tolist()
    for _, of_point in groupby(pairs, lambda one: numbers[one[1].pair[0]]):
        told, clashing = _of_point(of_point, mine, yours, known, judgement)
        conflicts += clashing
        for score, place, one in told:
            x, y = mine[one.pair[0]], yours[one.pair[1]]
            same.append(Same(x.told, y.told, score, reason(one, x, y, stems)))
            places.append(place)
            scores.append(score)
    alike = odds.alike[from_array(places, np.int64)]
    order = np.lexsort((-alike, -from_array(scores, np.float64)))
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
    pairs: Iterable[tuple[int, Scored]],
    a: Sequence[Piece],
    b: Sequence[Piece],
    known: Known,
    judgement: Judgement,
) -> tuple[Iterable[Placed], Iterable[Conflict]]:
    """What a point tells as others do, and where it clashes: with each of them once.

    Of long points there are several pairs of pieces: the one that most likely clashes counts.
    """
    same: dict[object, Placed] = {}
    conflicts: dict[object, Conflict] = {}
    for place, one in pairs:
        x, y = a[one.pair[0]], b[one.pair[1]]
        other = y.told.point
        may_clash = one.lead >= _BEHIND or bool(x.agreements and y.agreements)
        found = likeliest_clash(one, x, y, known, judgement) if may_clash else NO_CLASH
        if (clash := found.clash) is not None and found.odds >= _CALLED:
            if other not in conflicts or conflicts[other].score < found.odds:
                about, mine, yours = clash.about, clash.a, clash.b
                conflicts[other] = Conflict(x.told, y.told, about, mine, yours, found.odds)
            continue
        score = judgement.same.odds(same_signs(one, found))
        if score >= _LEAST and _in_common(one):
            same[other] = max(same.get(other, (score, place, one)), (score, place, one))
    told = [placed for other, placed in same.items() if other not in conflicts]
    return told, conflicts.values()


def same_signs(one: Scored, found: Judged) -> dict[str, float]:
    """What is weighed of two pieces that may tell the same."""
    return one.signs() | {
        "apart": one.dated.apart,
        "gap": one.dated.gap,
        "counts": float(one.counted.clash is not None),
        "clash": min(max(found.odds, -_MOST_CLASH), _MOST_CLASH),
    }


def _in_common(one: Scored) -> bool:
    """Whether there is anything by which two pieces could tell the same."""
    return one.shared.words >= _WORDS or one.dated.agree > 0 or one.counted.agree
