"""Two counts of one thing that no rounding makes one."""

from learnt.facts.comparing.apart import are_two_things, at_another_time
from learnt.facts.comparing.clashing.clash import Clash
from learnt.facts.comparing.known import Known
from learnt.facts.comparing.piece import Piece, once
from learnt.facts.comparing.scoring import Scored
from learnt.facts.comparing.values import About
from learnt.facts.lexical.words import Word
from learnt.facts.values import Span

_ALIKE, _ALONE = -2.45, -0.8
_NO_BETTER, _BARE_NO_BETTER = -0.15, 0.45
_MOST_TIMES = 4.0
"""How many times as large as the other a number may be: beyond, it mostly counts something else,
unless the two are surely on one thing."""
_SURE = 1.5
_MOST_TIMES_BARE = 2.5
"""The same of numbers of which it is not known that they count alike."""


def number_clash(one: Scored, a: Piece, b: Piece, known: Known) -> Clash | None:
    """The numbers by which two pieces on one thing disagree."""
    if one.alike < _ALIKE or one.contrast < _NO_BETTER or one.dated.gap:
        return None
    found = _unlike(one, a, b)
    # What takes longest comes last: most pieces count nothing.
    if found is None or are_two_things(a, b, known) or at_another_time(a, b, known):
        return None
    return found


def _unlike(one: Scored, a: Piece, b: Piece) -> Clash | None:
    """Two numbers that are not one."""
    if one.counted.agree:
        return None
    if (of_one_kind := one.counted.clash) is not None:
        far = one.counted.times > _MOST_TIMES and one.alike < _SURE
        return None if far else Clash(About.NUMBER, *of_one_kind)
    if one.alike < _ALONE or one.contrast < _BARE_NO_BETTER:
        return None
    mine, yours = _numbers(a), _numbers(b)
    if not len(mine) == len(yours) == 1:
        return None
    (value, span), (other, other_span) = mine[0], yours[0]
    if value == other or min(value, other) * _MOST_TIMES_BARE < max(value, other):
        return None
    return Clash(About.NUMBER, span, other_span)


@once
def _numbers(piece: Piece) -> tuple[tuple[float, Span], ...]:
    """All that a piece counts, named or not, and where it says so."""
    named = ((one.quantity.value, one.quantity.span) for one in piece.amounts)
    bare = ((_value(word.stem), _span(word)) for word in _bare(piece))
    return (*named, *((value, span) for value, span in bare if value is not None))


def _value(digits: str) -> float | None:
    try:
        return float(digits)
    except ValueError:
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
