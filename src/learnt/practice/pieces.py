"""An answer cut where its marks begin and end, for a page or a terminal to draw."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from learnt.journal import VerdictKind

if TYPE_CHECKING:
    from learnt.marking import Verdict

Mark = tuple[int, VerdictKind]
"""The number of a point, from 1, and what was proposed for it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the answer; `marks` lie over it, those in `ends` end with it."""

    text: str
    marks: tuple[Mark, ...] = ()
    ends: tuple[Mark, ...] = ()


def pieces(answer: str, verdicts: Sequence["Verdict"]) -> tuple[Piece, ...]:
    """The whole answer in pieces, in order. Words may speak of several points: marks overlap.

    What was found missing has no mark, though some words may have come near it.
    """
    spans = [
        (max(0, span.start), min(span.end, len(answer)), (number, one.kind))
        for number, one in enumerate(verdicts, start=1)
        for span in one.evidence
        if one.kind is not VerdictKind.MISSING
    ]
    spans = [one for one in spans if one[0] < one[1]]
    cuts = {0, len(answer)}.union(*(one[:2] for one in spans))
    return tuple(
        Piece(
            answer[start:end],
            tuple(dict.fromkeys(mark for a, b, mark in spans if a <= start and end <= b)),
            tuple(dict.fromkeys(mark for _, b, mark in spans if b == end)),
        )
        for start, end in pairwise(sorted(cuts))
    )
