"""Two counts of one thing that no rounding makes one."""

import re
from collections.abc import Iterator, Sequence
from itertools import product
from math import inf, isclose, log
from typing import NamedTuple

from learnt.facts.comparing.clashing.clash import Clash
from learnt.facts.comparing.counting import may_be_rounded
from learnt.facts.comparing.known import Known
from learnt.facts.comparing.piece import Piece, once
from learnt.facts.comparing.scoring import Scored
from learnt.facts.comparing.values import About
from learnt.facts.lexical.words import Word
from learnt.facts.quantities.amounts import measured
from learnt.facts.values import Span

_MOST_TIMES = 20.0
_TEN = 10
_SHARE_SLACK = 0.02
_POWER = re.compile(r"\s*[×x*·]\s*10\b")
"""Behind a number that is so many times a power of ten, which nobody reads here."""


class _Number(NamedTuple):
    """A number, where it stands, and what measures it, if anything does."""

    value: float
    span: Span
    measure: str


_ONE = _Number(1.0, Span(0, 0), "")
"""One in four: few pages write it in digits."""


def number_clash(one: Scored, a: Piece, b: Piece, known: Known) -> Clash | None:
    """The numbers by which two pieces on one thing disagree."""
    if one.dated.gap or one.counted.agree:
        return None
    mine, yours = numbers(a, known), numbers(b, known)
    if not (mine and yours):
        return None
    if _are_shares(a, yours) or _are_shares(b, mine):
        return None
    alone = float(len(mine) == len(yours) == 1)
    shared = {x.value for x in mine} & {y.value for y in yours}
    if (of_one_kind := one.counted.clash) is not None:
        signs = _signs(one, one.counted.times, alone) | {
            "counted": 1.0,
            "shared": float(bool(shared)),
        }
        return Clash(About.NUMBER, *of_one_kind, signs)
    mine, yours = (tuple(x for x in side if x.value not in shared) for side in (mine, yours))
    pairs = [(x, y) for x, y in product(mine, yours) if not _measured_apart(x, y)]
    if not pairs or any(may_be_rounded(x.value, y.value) for x, y in pairs):
        return None
    x, y = min(pairs, key=lambda pair: _times(*pair))
    signs = _signs(one, _times(x, y), alone) | {"shared": float(bool(shared))}
    signs["unlike"] = float(bool(x.measure and y.measure))
    return Clash(About.NUMBER, x.span, y.span, signs)


def _signs(one: Scored, times: float, alone: float) -> dict[str, float]:
    """What is weighed of two numbers.

    `counted`: both are known to count alike. `unlike`: both say what they count, and it is not
    known to be alike. `shared`: another number stands in both. `times`: how far they are apart.
    `alone`: neither piece has another number.
    """
    return {
        "counted": 0.0,
        "unlike": 0.0,
        "shared": 0.0,
        "times": log(min(times, _MOST_TIMES)),
        "alone": alone,
        "dated": one.dated.agree,
    }


def _are_shares(piece: Piece, others: Sequence[_Number]) -> bool:
    """Whether a piece tells a share that the others make together: 25 %, one in four."""
    shares = [one.value for one in piece.amounts if one.measure == "share"]
    return bool(shares) and any(
        isclose(share * whole.value, part.value, rel_tol=_SHARE_SLACK)
        for share, part, whole in product(shares, (*others, _ONE), others)
        if part.value < whole.value
    )


def _measured_apart(one: _Number, two: _Number) -> bool:
    """Whether both are measured in units that do not measure the same."""
    return one.measure != two.measure and measured(one.measure) and measured(two.measure)


def _times(one: _Number, two: _Number) -> float:
    less, more = sorted((abs(one.value), abs(two.value)))
    return more / less if less else inf


@once
def numbers(piece: Piece, known: Known) -> tuple[_Number, ...]:
    """All that a piece counts, named or not, and where it says so."""
    return tuple(_counted(piece, known))


def _counted(piece: Piece, known: Known) -> Iterator[_Number]:
    for amount in piece.amounts:
        yield _Number(amount.quantity.value, amount.quantity.span, amount.measure)
    text = piece.told.text
    tens: _Number | None = None
    for word in _bare(piece, known):
        if _POWER.match(text, word.end) or (value := _value(word.stem)) is None:
            continue
        told = _Number(value, _span(word), "")
        if tens and value < _TEN and text[tens.span.end : word.start] == "-":  # ninety-two
            told = _Number(tens.value + value, Span(tens.span.start, word.end), "")
            tens = None
        if tens:
            yield tens
        tens = told
    if tens:
        yield tens


def _value(digits: str) -> float | None:
    try:
        return float(digits)
    except ValueError:
        return None


def _bare(piece: Piece, known: Known) -> list[Word]:
    """The numbers of a piece that are in no date, count nothing named, and are no names: s 15."""
    taken = [one.span for one in piece.dates] + [one.quantity.span for one in piece.amounts]
    before = ("", *(one.low for one in piece.words))
    return [
        word
        for word, last in zip(piece.words, before, strict=False)
        if word.number
        and not piece.told.text[word.start - 1 : word.start].isalpha()  # IPv4
        and last not in known.words.labels
        and not any(_holds(span, word) for span in taken)
    ]


def _holds(span: Span, word: Word) -> bool:
    return span.start <= word.start < span.end


def _span(word: Word) -> Span:
    return Span(word.start, word.end)
