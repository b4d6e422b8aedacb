"""What becomes of pairs of pieces: they tell one thing, or they clash, or neither."""

from collections.abc import Iterator
from itertools import pairwise
from math import inf
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from learnt.facts.comparing.candidates import Pairs
from learnt.facts.comparing.clashing import NO_CLASH, Judged, likely_clashes
from learnt.facts.comparing.known import Known
from learnt.facts.comparing.ragged import Doubles, Places
from learnt.facts.comparing.reasons import in_common, reason
from learnt.facts.comparing.scoring import Odds, judgement_of
from learnt.facts.comparing.values import Comparison, Conflict, Same
from learnt.facts.comparing.weighed import Stems

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
_SLACK = 1e-9
"""By how much sums of the same numbers may differ."""


def judged(odds: Odds, stems: Stems, known: Known) -> Comparison:
    """All that is found in pairs, the surest first.

    Of long points there are several pairs of pieces. If any of them clashes, the one that most
    likely does counts, and else the one that most likely tells the same.
    """
    asked = _asked(odds, stems, known)
    points = _points(odds, stems)
    clashes = np.full(len(odds.alike), NO_CLASH.odds)
    conflicts: dict[int, Conflict] = {}
    for place, found in _clashes(odds, stems, known, asked, points.mine):
        clashes[place] = found.odds
        if (clash := found.clash) is not None and found.odds >= _CALLED:
            both = points.both.item(place)
            if both not in conflicts or conflicts[both].score < found.odds:
                x = stems.a.pieces[odds.pairs.rows.item(place)]
                y = stems.b.pieces[odds.pairs.columns.item(place)]
                said = clash.about, clash.a, clash.b
                conflicts[both] = Conflict(x.told, y.told, *said, found.odds)
    scores = asked.told + asked.by_clash * np.clip(clashes, -_MOST_CLASH, _MOST_CLASH)
    told = np.flatnonzero(scores >= _LEAST)
    told = told[~np.isin(points.both[told], list(conflicts))]
    return Comparison(
        tuple(_same(odds, stems, _best(told, scores, odds, points), scores)),
        tuple(sorted(conflicts.values(), key=lambda one: -one.score)),
    )


class _Asked(NamedTuple):
    """What is to be asked of each pair.

    `may_clash` is whether it is worth asking. `told` are the log odds that both tell the same
    before it is asked whether they clash, -inf where they do not whatever comes of that;
    `by_clash` is the weight of it.
    """

    may_clash: NDArray[np.bool_]
    told: Doubles
    by_clash: float


def _asked(odds: Odds, stems: Stems, known: Known) -> _Asked:
    judgement = judgement_of(stems, known)
    agreed = (
        np.array([bool(one.agreements) for one in side.pieces], dtype=bool)
        for side in (stems.a, stems.b)
    )
    of_agreements = [which[pieces] for which, pieces in zip(agreed, odds.pairs, strict=True)]
    signed = np.logical_and(*of_agreements)
    looked_at = (odds.alike >= _LOOKED_AT) | signed
    told = judgement.same.many(same_signs(odds, np.zeros(len(signed))))
    by_clash = judgement.same.signs.get("clash", 0.0)
    may_be = looked_at & _in_common(odds) & (told + abs(by_clash) * _MOST_CLASH >= _LEAST - _SLACK)
    told[~may_be] = -inf
    return _Asked(looked_at & ((odds.lead >= _BEHIND) | signed), told, by_clash)


class _Points(NamedTuple):
    """By pair: the number of the point on the first side, and one for the points of both."""

    mine: Places
    both: Places


def _points(odds: Odds, stems: Stems) -> _Points:
    """The pieces of a point follow on each other."""
    new = [one.told is not two.told for one, two in pairwise(stems.a.pieces)]
    mine = np.cumsum([0, *new], dtype=np.intp)[odds.pairs.rows]
    numbers: dict[object, int] = {}
    yours = [numbers.setdefault(one.told.point, len(numbers)) for one in stems.b.pieces]
    both = mine * (1 + len(numbers)) + np.array(yours, dtype=np.intp)[odds.pairs.columns]
    return _Points(mine, both)


def _clashes(
    odds: Odds, stems: Stems, known: Known, asked: _Asked, points: Places
) -> Iterator[tuple[int, Judged]]:
    """What clashes, point by point, the likeliest pairs of a point first."""
    places = _by_points(np.flatnonzero(asked.may_clash), odds, points)
    least = np.where(asked.told == -inf, _CALLED, -_MOST_CLASH)
    return likely_clashes(odds, stems, known, judgement_of(stems, known), places, least)


def _by_points(places: Places, odds: Odds, points: Places) -> Places:
    return places[np.lexsort((-odds.alike[places], points[places]))]


def _best(places: Places, scores: Doubles, odds: Odds, points: _Points) -> Places:
    """Of the pairs of two points the one that most likely tells the same.

    The likeliest of all come first, and those that are as likely point by point.
    """
    ordered = _by_points(places, odds, points.mine)
    _, firsts, group = np.unique(points.both[ordered], return_index=True, return_inverse=True)
    best_last = np.lexsort((ordered, scores[ordered], group))
    lasts = np.cumsum(np.bincount(group)) - 1 if len(ordered) else ordered
    best = ordered[best_last[lasts]]
    return best[np.lexsort((firsts, -odds.alike[best], -scores[best]))]


def _same(odds: Odds, stems: Stems, places: Places, scores: Doubles) -> Iterator[Same]:
    dated = odds.agreeing.by_dates(lambda one: one.agree > 0)[places]
    counted = odds.agreeing.by_counts(lambda one: one.agree)[places]
    pairs = Pairs(*(part[places] for part in odds.pairs))
    each = (part.tolist() for part in (*pairs, scores[places], dated, counted))
    for row, column, score, dates_agree, numbers_agree, common in zip(
        *each, in_common(pairs, stems), strict=True
    ):
        x, y = stems.a.pieces[row], stems.b.pieces[column]
        why = reason(common, x, y, stems, dates_agree=dates_agree, numbers_agree=numbers_agree)
        yield Same(x.told, y.told, score, why)


def same_signs(odds: Odds, clash: Doubles) -> dict[str, Doubles]:
    """What is weighed of pairs that may tell the same; `clash` are the log odds that they clash."""
    return {
        "alike": odds.alike,
        "lead": odds.lead,
        "contrast": odds.contrast,
        "apart": odds.agreeing.by_dates(lambda one: one.apart),
        "gap": odds.agreeing.by_dates(lambda one: one.gap),
        "counts": odds.agreeing.by_counts(lambda one: float(one.clash is not None)),
        "clash": np.clip(clash, -_MOST_CLASH, _MOST_CLASH),
    }


def _in_common(odds: Odds) -> NDArray[np.bool_]:
    """Whether there is anything by which two pieces could tell the same."""
    dated = odds.agreeing.by_dates(lambda one: one.agree > 0)
    counted = odds.agreeing.by_counts(lambda one: one.agree)
    return np.asarray((odds.shared.words >= _WORDS) | dated | counted)
