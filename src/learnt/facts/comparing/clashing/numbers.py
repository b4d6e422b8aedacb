"""Two counts of one thing that no rounding makes one."""

from learnt.facts.comparing.apart import are_opposed, are_two_things, at_another_time
from learnt.facts.comparing.clashing.clash import Clash
from learnt.facts.comparing.known import Known
from learnt.facts.comparing.piece import Piece
from learnt.facts.comparing.scoring import Scored
from learnt.facts.comparing.values import About
from learnt.facts.lexical.words import Word
from learnt.facts.values import Span

_ALIKE, _ALONE = -2.5, 0.5
_NO_BETTER = -0.35


def number_clash(one: Scored, a: Piece, b: Piece, known: Known) -> Clash | None:
    """The numbers by which two pieces on one thing disagree."""
    if one.alike < _ALIKE or one.contrast < _NO_BETTER or one.dated.gap:
        return None
    if (
        one.counted.agree
        or are_opposed(a, b, known)
        or are_two_things(a, b, known)
        or at_another_time(a, b, known)
    ):
        return None
    if one.counted.clash is not None:
        return Clash(About.NUMBER, *one.counted.clash)
    mine, yours = _bare(a), _bare(b)
    if one.alike >= _ALONE and len(mine) == len(yours) == 1 and mine[0].stem != yours[0].stem:
        return Clash(About.NUMBER, _span(mine[0]), _span(yours[0]))
    return None


def _bare(piece: Piece) -> list[Word]:
    """The numbers of a piece that are in no date and count nothing that is named."""
    taken = [one.span for one in piece.dates] + [one.quantity.span for one in piece.amounts]
    return [
        word
        for word in piece.words
        if word.number and not any(_holds(span, word) for span in taken)
    ]


def _holds(span: Span, word: Word) -> bool:
    return span.start <= word.start < span.end


def _span(word: Word) -> Span:
    return Span(word.start, word.end)
