"""Two decks compared, or the cards of one: from their facts to what is told twice or clashes."""

from collections.abc import Iterator, Sequence

import numpy as np

from learnt.facts.comparing.candidates import candidates
from learnt.facts.comparing.clashing import LOOKS, Clash
from learnt.facts.comparing.known import Known
from learnt.facts.comparing.likeness import Likeness
from learnt.facts.comparing.piece import Piece, pieces_of
from learnt.facts.comparing.ragged import Places
from learnt.facts.comparing.reasons import reason
from learnt.facts.comparing.scoring import Odds, Scored, scored
from learnt.facts.comparing.values import Comparison, Conflict, Same
from learnt.facts.comparing.weighed import Stems
from learnt.facts.values import CardFacts

_LOOKED_AT = -3.0
"""Log odds below which two pieces are no one thing; only agreements are known by their parties."""
_LEAST = -3.0
"""Log odds below which nothing is suggested."""
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
    same: dict[tuple[object, object], int] = {}
    conflicts: dict[tuple[object, object], Conflict] = {}
    for place, one in odds.each(_worth_judging(odds, mine, yours)):
        x, y = mine[one.pair[0]], yours[one.pair[1]]
        key = x.told.point, y.told.point
        if key in conflicts:
            continue
        if (clash := _clash(one, x, y, known)) is not None:
            same.pop(key, None)
            conflicts[key] = Conflict(x.told, y.told, clash.about, clash.a, clash.b, one.alike)
        elif (
            one.same >= _LEAST
            and _in_common(one)
            and (key not in same or odds.same[same[key]] < one.same)
        ):
            same[key] = place
    surest = np.array(list(same.values()), dtype=np.intp)
    surest = surest[np.argsort(-odds.same[surest], kind="stable")]
    return Comparison(
        tuple(_sames(surest, odds, mine, yours, stems)),
        tuple(conflicts.values()),
    )


def _odds(stems: Stems, known: Known, *, within: bool) -> Odds:
    """The odds of all candidates; what it takes of vectors is needed no longer then."""
    likeness = Likeness(stems, known.lexicon.vectors)
    return scored(likeness, candidates(stems, likeness, within=within), known)


def _worth_judging(odds: Odds, a: Sequence[Piece], b: Sequence[Piece]) -> Places:
    """The places of the pairs that may be one thing, the likeliest first."""
    agreed = (np.array([bool(one.agreements) for one in side], dtype=bool) for side in (a, b))
    of_agreements = [which[pieces] for which, pieces in zip(agreed, odds.pairs, strict=True)]
    kept = np.flatnonzero((odds.alike >= _LOOKED_AT) | np.logical_and(*of_agreements))
    return kept[np.argsort(-odds.alike[kept], kind="stable")]


def _in_common(one: Scored) -> bool:
    """Whether there is anything by which two pieces could tell the same."""
    return one.shared.words >= _WORDS or one.dated.agree > 0 or one.counted.agree


def _clash(one: Scored, a: Piece, b: Piece, known: Known) -> Clash | None:
    for look in LOOKS:
        if (clash := look(one, a, b, known)) is not None:
            return clash
    return None


def _sames(
    places: Places, odds: Odds, a: Sequence[Piece], b: Sequence[Piece], stems: Stems
) -> Iterator[Same]:
    """Those at these places, each with its reason."""
    for place, row, column, score in zip(
        places.tolist(),
        odds.pairs.rows[places].tolist(),
        odds.pairs.columns[places].tolist(),
        odds.same[places].tolist(),
        strict=True,
    ):
        x, y = a[row], b[column]
        dated, counted = odds.agreeing.of(place)
        why = reason(x, y, stems, dates=dated.agree > 0, numbers=counted.agree)
        yield Same(x.told, y.told, score, why)
