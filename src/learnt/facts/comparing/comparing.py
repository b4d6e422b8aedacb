"""Two decks compared, or the cards of one: from their facts to what is told twice or clashes."""

from collections.abc import Sequence

import numpy as np

from learnt.facts.comparing.candidates import candidates
from learnt.facts.comparing.clashing import Judged, judged
from learnt.facts.comparing.known import Known
from learnt.facts.comparing.likeness import Likeness
from learnt.facts.comparing.piece import Piece, pieces_of
from learnt.facts.comparing.ragged import Places
from learnt.facts.comparing.reasons import reason
from learnt.facts.comparing.scoring import Odds, Scored, judgement_of, scored
from learnt.facts.comparing.values import Comparison, Conflict, Same
from learnt.facts.comparing.weighed import Stems
from learnt.facts.values import CardFacts

_LOOKED_AT = -3.0
"""Log odds below which two pieces are no one thing; only agreements are known by their parties."""
_BEHIND = -1.0
"""How far a better pair may be ahead of one that is asked whether it clashes."""
_CALLED = 0.0
"""Log odds from which on a clash is called one."""
_LEAST = -4.0
"""Log odds below which nothing is suggested."""
_MOST_CLASH = 5.0
"""Log odds of a clash beyond which it is all one whether two pieces tell the same."""
_WORDS = 0.2
"""The weight of the words in common that it takes, where no date and no number agrees."""


def compare(a: Sequence[CardFacts], b: Sequence[CardFacts] | None, known: Known) -> Comparison:
    """What the cards of two decks tell twice, and what cannot both be right, the surest first.

    Where `b` is None the cards of one deck are held against each other. Nothing is merged or
    changed: these are suggestions, to be looked at.
    """
    mine = list(pieces_of(a, known))
    yours = mine if b is None else list(pieces_of(b, known))
    stems = Stems(mine, yours)
    odds = _odds(stems, known, within=b is None)
    judgement = judgement_of(stems, known)
    same: dict[tuple[object, object], tuple[float, int]] = {}
    conflicts: dict[tuple[object, object], Conflict] = {}
    for place, one in odds.each(_worth_judging(odds, mine, yours)):
        x, y = mine[one.pair[0]], yours[one.pair[1]]
        key = x.told.point, y.told.point
        clashes = one.lead >= _BEHIND or bool(x.agreements and y.agreements)
        found = judged(one, x, y, known, judgement) if clashes else Judged()
        if found.clash is not None and found.odds >= _CALLED:
            if key not in conflicts or conflicts[key].score < found.odds:
                clash = found.clash
                conflicts[key] = Conflict(x.told, y.told, clash.about, clash.a, clash.b, found.odds)
        elif (score := judgement.same.odds(same_signs(one, found))) >= _LEAST and _in_common(one):
            same[key] = max(same.get(key, (score, place)), (score, place))
    kept = [each for key, each in same.items() if key not in conflicts]
    kept.sort(key=lambda each: (-each[0], each[1]))
    places = np.array([place for _, place in kept], dtype=np.intp)
    return Comparison(
        tuple(
            _same(one, score, mine, yours, stems)
            for (score, _), (_, one) in zip(kept, odds.each(places), strict=True)
        ),
        tuple(sorted(conflicts.values(), key=lambda each: -each.score)),
    )


def same_signs(one: Scored, found: Judged) -> dict[str, float]:
    """What is weighed of two pieces that may tell the same."""
    return one.signs() | {
        "apart": one.dated.apart,
        "gap": one.dated.gap,
        "counts": float(one.counted.clash is not None),
        "clash": min(max(found.odds, -_MOST_CLASH), _MOST_CLASH),
    }


def _odds(stems: Stems, known: Known, *, within: bool) -> Odds:
    """The odds of all candidates; what it takes of vectors is needed no longer then."""
    likeness = Likeness(stems, known.lexicon.vectors)
    return scored(stems, likeness, candidates(stems, likeness, within=within), known)


def _worth_judging(odds: Odds, a: Sequence[Piece], b: Sequence[Piece]) -> Places:
    """The places of the pairs that may be one thing, the likeliest first."""
    agreed = (np.array([bool(one.agreements) for one in side], dtype=bool) for side in (a, b))
    of_agreements = [which[pieces] for which, pieces in zip(agreed, odds.pairs, strict=True)]
    kept = np.flatnonzero((odds.alike >= _LOOKED_AT) | np.logical_and(*of_agreements))
    return kept[np.argsort(-odds.alike[kept], kind="stable")]


def _in_common(one: Scored) -> bool:
    """Whether there is anything by which two pieces could tell the same."""
    return one.shared.words >= _WORDS or one.dated.agree > 0 or one.counted.agree


def _same(one: Scored, score: float, a: Sequence[Piece], b: Sequence[Piece], stems: Stems) -> Same:
    x, y = a[one.pair[0]], b[one.pair[1]]
    return Same(x.told, y.told, score, reason(one, x, y, stems))
