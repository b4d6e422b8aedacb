"""What one of two pieces tells and the other does not; two things among it that play one part."""

from typing import NamedTuple

from learnt.facts.comparing.known import Known
from learnt.facts.comparing.piece import Piece
from learnt.facts.lexical.words import Word
from learnt.facts.values import Span

_VERB = 0.5
_KNOWN = 0.45
"""The cosine from which on a word of one piece is told by one of the other."""
_LEAST_NEAR, _LEAST_SAID = 0.15, 0.35
"""The cosine of two things of a kind at least, and how much each says."""


class Things(NamedTuple):
    """Two things that may stand for each other, and the cosine of the two words."""

    a: Span
    b: Span
    nearness: float


def unmatched(piece: Piece, other: Piece, known: Known) -> list[Word]:
    """The words of a piece that the other does not tell, in these words or in like ones."""
    new = [one for one in piece.content if not other.knows(one.stem)]
    told = [*other.content, *other.front]
    if not new or not told:
        return new
    vectors = known.lexicon.vectors
    near = vectors([one.low for one in new]) @ vectors([one.low for one in told]).T
    return [one for one, best in zip(new, near.max(axis=1), strict=True) if best < _KNOWN]


def unmatched_share(piece: Piece, other: Piece, known: Known) -> float:
    """How much of a piece the other does not tell, from 0 to 1."""
    whole = sum(one.weight for one in piece.content)
    return sum(one.weight for one in unmatched(piece, other, known)) / whole


def rival_things(a: Piece, b: Piece, known: Known) -> Things | None:
    """The thing without a name of each that the other does not know, where each has one alone.

    Made in the pancreas, made in the liver.
    """
    mine, yours = _things(a, b, known), _things(b, a, known)
    if len(mine) != 1 or len(yours) != 1:
        return None
    (one,), (two,) = mine, yours
    vectors = known.lexicon.vectors([one.low, two.low])
    near = float(vectors[0] @ vectors[1])
    if near < _LEAST_NEAR or min(one.weight, two.weight) < _LEAST_SAID:
        return None
    return Things(Span(one.start, one.end), Span(two.start, two.end), near)


def _things(piece: Piece, other: Piece, known: Known) -> list[Word]:
    """Those of the unmatched words that are no verbs and no names."""
    verbs = known.lexicon.verbs
    return [
        one
        for one in unmatched(piece, other, known)
        if verbs.get(one.low, 0.0) < _VERB and piece.named(one) is None and not piece.is_proper(one)
    ]
