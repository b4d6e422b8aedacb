"""The odds that two pieces tell one thing, from all that they have in common."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from learnt.facts.comparing.candidates import Pair
from learnt.facts.comparing.counting import Counted, counted_alike
from learnt.facts.comparing.dating import Dated, dated_alike
from learnt.facts.comparing.known import Known
from learnt.facts.comparing.likeness import Likeness, Shared

_BIAS = -4.3
_WORDS, _SHARE, _TEXTS, _FRONTS, _TOPIC, _CONTRAST = 0.3, 1.9, 2.1, 1.7, 1.6, 1.6
_AGREE, _COUNT = 5.5, 2.2
_APART, _GAP, _UNCOUNT = -2.0, -0.2, -2.5
"""Weights of a logistic regression on the pairs of the gold, rounded, so that none of them knows
more than how much its sign is worth beside the others (see decision 0030)."""


class Scored(NamedTuple):
    """Two pieces held against each other.

    `contrast` is how much more they share than either does with any other piece; it is below 0
    where there is a better one. `alike` are the log odds that they tell one thing, whatever their
    dates and numbers say that do not agree; `same` those that they tell the same of it.
    """

    pair: Pair
    shared: Shared
    contrast: float
    dated: Dated
    counted: Counted
    alike: float
    same: float


def scored(likeness: Likeness, pairs: Sequence[Pair], known: Known) -> list[Scored]:
    """Each pair with its odds, in the order given."""
    shared = {pair: likeness.shared(*pair) for pair in pairs}
    rows = _best_two((row, one.words) for (row, _), one in shared.items())
    columns = _best_two((column, one.words) for (_, column), one in shared.items())
    found = []
    for pair, one in shared.items():
        other = max(_other(rows[pair[0]], one.words), _other(columns[pair[1]], one.words))
        a, b = likeness.a.pieces[pair[0]], likeness.b.pieces[pair[1]]
        dated, counted = dated_alike(a, b), counted_alike(a, b, known.lexicon)
        found.append(_scored(pair, one, one.words - other, dated, counted))
    return found


def _scored(pair: Pair, one: Shared, contrast: float, dated: Dated, counted: Counted) -> Scored:
    alike = (
        _BIAS
        + _WORDS * one.words
        + _SHARE * one.share
        + _TEXTS * one.texts
        + _FRONTS * one.fronts
        + _TOPIC * one.topic
        + _CONTRAST * contrast
        + _AGREE * dated.agree
        + _COUNT * counted.agree
    )
    same = alike + _APART * dated.apart + _GAP * dated.gap + _UNCOUNT * bool(counted.clash)
    return Scored(pair, one, contrast, dated, counted, alike, same)


def _best_two(weights: Iterable[tuple[int, float]]) -> Mapping[int, tuple[float, float]]:
    """By place: the greatest weight and the next."""
    best: dict[int, tuple[float, float]] = defaultdict(lambda: (0.0, 0.0))
    for place, weight in weights:
        first, second = best[place]
        best[place] = (weight, first) if weight > first else (first, max(second, weight))
    return best


def _other(best: tuple[float, float], own: float) -> float:
    """The greatest that is not one's own."""
    return best[1] if best[0] == own else best[0]
