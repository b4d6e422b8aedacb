"""What becomes of pairs of pieces: they tell one thing, or they clash, or neither."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from math import inf

import numpy as np
from numpy.typing import NDArray

from learnt.facts.comparing.clashing import NO_CLASH, Judged, likeliest_clash
from learnt.facts.comparing.known import Known
from learnt.facts.comparing.piece import Piece
from learnt.facts.comparing.ragged import Doubles, Places, from_array
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
_AT_ONCE, _TOGETHER = 4096, 1000
"""Pairs whose words are met before they are judged, and words whose vectors are made together."""
_SLACK = 1e-9
"""By how much sums of the same numbers may differ."""

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
    judge = _judge(odds, stems, known)
    pairs = judge.each(odds, _worth_judging(odds, judge, points))
    numbers = points.tolist()
    for _, of_point in groupby(pairs, lambda one: numbers[one[1].pair[0]]):
        told, clashing = judge.of_point(of_point)
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


def _worth_judging(odds: Odds, judge: "_Judge", points: Places) -> Places:
    """The pairs in which anything may be found: point by point, the likeliest first."""
    kept = np.flatnonzero(judge.may_clash | (judge.told > -inf))
    return kept[np.lexsort((-odds.alike[kept], points[odds.pairs.rows[kept]]))]


def _judge(odds: Odds, stems: Stems, known: Known) -> "_Judge":
    judgement = judgement_of(stems, known)
    a, b = stems.a.pieces, stems.b.pieces
    agreed = (np.array([bool(one.agreements) for one in side], dtype=bool) for side in (a, b))
    of_agreements = [which[pieces] for which, pieces in zip(agreed, odds.pairs, strict=True)]
    signed = np.logical_and(*of_agreements)
    looked_at = (odds.alike >= _LOOKED_AT) | signed
    told = judgement.same.many(same_signs(odds, np.zeros(len(signed))))
    by_clash = judgement.same.signs.get("clash", 0.0)
    may_be = looked_at & _in_common(odds) & (told + abs(by_clash) * _MOST_CLASH >= _LEAST - _SLACK)
    told[~may_be] = -inf
    may_clash = looked_at & ((odds.lead >= _BEHIND) | signed)
    return _Judge(a, b, known, judgement, may_clash, told, by_clash)


@dataclass(frozen=True)
class _Judge:
    """What is needed to judge pairs of `a` and `b`.

    By pair: `may_clash` is whether it is worth asking. `told` are the log odds that both tell the
    same before it is asked whether they clash, -inf where they do not whatever comes of that;
    `by_clash` is the weight of it.
    """

    a: Sequence[Piece]
    b: Sequence[Piece]
    known: Known
    judgement: Judgement
    may_clash: NDArray[np.bool_]
    told: Doubles
    by_clash: float

    def each(self, odds: Odds, places: Places) -> Iterator[tuple[int, Scored]]:
        """Some pairs in this order; the words of those that may clash have been met by then."""
        for first in range(0, len(places), _AT_ONCE):
            some = places[first : first + _AT_ONCE]
            asked = some[self.may_clash[some]]
            self._meet(odds.pairs.rows[asked], odds.pairs.columns[asked])
            yield from odds.each(some)

    def _meet(self, rows: Places, columns: Places) -> None:
        """Have the vectors of all words made at once: one by one they take six times as long."""
        lows: set[str] = set()
        for pieces, places in ((self.a, rows), (self.b, columns)):
            for piece in (pieces[place] for place in set(places.tolist())):
                lows.update([word.low for word in piece.content])
                lows.update([word.low for word in piece.front])
        words = sorted(lows)
        for first in range(0, len(words), _TOGETHER):
            self.known.lexicon.vectors(words[first : first + _TOGETHER])

    def of_point(
        self, pairs: Iterable[tuple[int, Scored]]
    ) -> tuple[Iterable[Placed], Iterable[Conflict]]:
        """What a point tells as others do, and where it clashes: with each of them once.

        Of long points there are several pairs of pieces: the one that most likely clashes counts.
        """
        same: dict[object, Placed] = {}
        conflicts: dict[object, Conflict] = {}
        for place, one in pairs:
            x, y = self.a[one.pair[0]], self.b[one.pair[1]]
            other = y.told.point
            told = self.told.item(place)
            found = self._clash(place, one, x, y, _CALLED if told == -inf else -_MOST_CLASH)
            if (clash := found.clash) is not None and found.odds >= _CALLED:
                if other not in conflicts or conflicts[other].score < found.odds:
                    about, mine, yours = clash.about, clash.a, clash.b
                    conflicts[other] = Conflict(x.told, y.told, about, mine, yours, found.odds)
                continue
            score = told + self.by_clash * min(max(found.odds, -_MOST_CLASH), _MOST_CLASH)
            if score >= _LEAST:
                same[other] = max(same.get(other, (score, place, one)), (score, place, one))
        return [one for other, one in same.items() if other not in conflicts], conflicts.values()

    def _clash(self, place: int, one: Scored, x: Piece, y: Piece, least: float) -> Judged:
        if not self.may_clash.item(place):
            return NO_CLASH
        return likeliest_clash(one, x, y, self.known, self.judgement, least)


def same_signs(odds: Odds, clash: Doubles) -> dict[str, Doubles]:
    """What is weighed of pairs that may tell the same; `clash` are the log odds that they clash."""
    dates, counts = odds.agreeing.dates, odds.agreeing.counts
    return {
        "alike": odds.alike,
        "lead": odds.lead,
        "contrast": odds.contrast,
        "apart": np.array([one.apart for one in dates])[odds.agreeing.dated],
        "gap": np.array([one.gap for one in dates])[odds.agreeing.dated],
        "counts": np.array([float(one.clash is not None) for one in counts])[odds.agreeing.counted],
        "clash": np.clip(clash, -_MOST_CLASH, _MOST_CLASH),
    }


def _in_common(odds: Odds) -> NDArray[np.bool_]:
    """Whether there is anything by which two pieces could tell the same."""
    dates, counts = odds.agreeing.dates, odds.agreeing.counts
    dated = np.array([one.agree > 0 for one in dates])[odds.agreeing.dated]
    counted = np.array([one.agree for one in counts])[odds.agreeing.counted]
    return np.asarray((odds.shared.words >= _WORDS) | dated | counted)
