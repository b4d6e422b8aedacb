"""Dates that both texts have, each bound to what it dates: exchanged years in one sentence."""

import re
from collections.abc import Sequence
from itertools import combinations

from learnt.facts.dates.when import compatible
from learnt.facts.lexical.words import Word
from learnt.facts.values import Date
from learnt.marking.beside import Beside
from learnt.marking.slots.clash import Clash, ClashKind

_CUT = re.compile(r"[,;.:()–]|\b(?:and|but|so|then|which|while)\b")
"""What parts one clause from the next."""
_APART = 200
"""Letters that a word in another clause is further away."""
_SAYS = 0.25
"""Words of less weight bind no date."""


def exchanged_dates(beside: Beside) -> Clash | None:
    """Two dates of the point that the answer has too, each with what belongs to the other."""
    own = beside.point.facts.dates
    said = [one for one in beside.answer.facts.dates if beside.window.covers(one.span)]
    if len(own) < 2 or len(said) < 2:
        return None
    pairs = [pair for pair in beside.pairs if not pair[0].number and pair[0].weight >= _SAYS]
    wanted = [_nearest(one, own, beside.point.text) for one, _ in pairs]
    found = [_nearest(two, said, beside.answer.text) for _, two in pairs]
    bindings = list(zip(wanted, found, strict=True))
    kept = sum(compatible(one.edtf, two.edtf) for one, two in bindings)
    for first, second in combinations(own, 2):
        crossed = [
            one
            for one, two in bindings
            if (one is first and compatible(two.edtf, second.edtf))
            or (one is second and compatible(two.edtf, first.edtf))
        ]
        apart = not compatible(first.edtf, second.edtf)
        if apart and first in crossed and second in crossed and len(crossed) > kept:
            wrong = next(one for one in said if compatible(one.edtf, second.edtf))
            return Clash(ClashKind.DATE, wrong.span, first.span.of(beside.point.text))
    return None


def _nearest(word: Word, dates: Sequence[Date], text: str) -> Date:
    """The date that stands nearest to a word, in its own clause if there is one."""
    return min(dates, key=lambda one: _distance(word, one, text))


def _distance(word: Word, date: Date, text: str) -> float:
    ahead = word.start < date.span.start
    first, last = (word.end, date.span.start) if ahead else (date.span.end, word.start)
    cut = len(_CUT.findall(text, first, last))
    return last - first + _APART * cut + (0 if ahead else 0.5)
