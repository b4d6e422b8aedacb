"""Two decks compared, or the cards of one: from their facts to what is told twice or clashes."""

from collections.abc import Sequence

from learnt.facts.comparing.candidates import candidates
from learnt.facts.comparing.clashing import LOOKS, Clash
from learnt.facts.comparing.known import Known
from learnt.facts.comparing.likeness import Likeness
from learnt.facts.comparing.piece import Piece, pieces_of
from learnt.facts.comparing.reasons import reason
from learnt.facts.comparing.scoring import Scored, scored
from learnt.facts.comparing.values import Comparison, Conflict, Same
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
    likeness = Likeness(mine, yours, known.lexicon.vectors)
    found = scored(likeness, candidates(likeness, within=b is None), known)
    conflicts: dict[tuple[object, object], Conflict] = {}
    same: dict[tuple[object, object], Same] = {}
    for one in sorted(found, key=lambda each: -each.alike):
        x, y = mine[one.pair[0]], yours[one.pair[1]]
        if one.alike < _LOOKED_AT and not (x.agreements and y.agreements):
            continue
        key = x.told.point, y.told.point
        if key in conflicts:
            continue
        if (clash := _clash(one, x, y, known)) is not None:
            same.pop(key, None)
            conflicts[key] = Conflict(x.told, y.told, clash.about, clash.a, clash.b, one.alike)
        elif (
            one.same >= _LEAST
            and _in_common(one)
            and (key not in same or same[key].score < one.same)
        ):
            same[key] = Same(x.told, y.told, one.same, reason(one, x, y, likeness))
    return Comparison(
        tuple(sorted(same.values(), key=lambda each: -each.score)), tuple(conflicts.values())
    )


def _in_common(one: Scored) -> bool:
    """Whether there is anything by which two pieces could tell the same."""
    return one.shared.words >= _WORDS or one.dated.agree > 0 or one.counted.agree


def _clash(one: Scored, a: Piece, b: Piece, known: Known) -> Clash | None:
    return next((clash for look in LOOKS if (clash := look(one, a, b, known)) is not None), None)
