"""The odds that two pieces tell one thing, from all that they have in common."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import exp, inf
from typing import NamedTuple

from learnt.facts.comparing.candidates import Pair
from learnt.facts.comparing.counting import Counted, counted_alike
from learnt.facts.comparing.dating import Dated, dated_alike
from learnt.facts.comparing.known import Known
from learnt.facts.comparing.likeness import Likeness, Shared

_BIAS = -3.7
_SHARE, _FRONTS, _TOPIC, _CONTRAST = 1.9, 0.8, 1.2, 2.2
_AGREE, _COUNT = 5.2, 5.0
_BESIDE = 1.8
_APART, _GAP, _UNCOUNT = -2.0, -0.2, -2.5
"""Weights of a logistic regression on the pairs of the gold, rounded, so that none of them knows
more than how much its sign is worth beside the others (see decision 0030)."""


class Scored(NamedTuple):
    """Two pieces held against each other.

    `contrast` is how much more they share than either does with any other piece; it is below 0
    where there is a better one. `beside` is how likely it is, from 0 to 1, that other points of
    their two cards tell one thing: then the cards are on one subject. `alike` are the log odds that
    they tell one thing, whatever their dates and numbers say that do not agree; `same` those that
    they tell the same of it.
    """

    pair: Pair
    shared: Shared
    contrast: float
    beside: float
    dated: Dated
    counted: Counted
    alike: float
    same: float


def scored(likeness: Likeness, pairs: Sequence[Pair], known: Known) -> list[Scored]:
    """Each pair with its odds, in the order given."""
    shared = dict(zip(pairs, likeness.shared(pairs), strict=True))
    rows = _best_two((row, one.words) for (row, _), one in shared.items())
    columns = _best_two((column, one.words) for (_, column), one in shared.items())
    alone = []
    for pair, one in shared.items():
        other = max(_other(rows[pair[0]], one.words), _other(columns[pair[1]], one.words))
        a, b = likeness.a.pieces[pair[0]], likeness.b.pieces[pair[1]]
        dated, counted = dated_alike(a, b), counted_alike(a, b, known.lexicon)
        alone.append(_alone(pair, one, one.words - other, dated, counted))
    cards = _by_cards(likeness, alone)
    return [_with_others(one, cards[_cards(likeness, one)]) for one in alone]


def _alone(pair: Pair, one: Shared, contrast: float, dated: Dated, counted: Counted) -> Scored:
    """What two pieces by themselves say."""
    alike = (
        _BIAS
        + _SHARE * one.share
        + _FRONTS * one.fronts
        + _TOPIC * one.topic
        + _CONTRAST * contrast
        + _AGREE * dated.agree
        + _COUNT * counted.agree
    )
    return Scored(pair, one, contrast, 0.0, dated, counted, alike, alike)


def _with_others(one: Scored, others: Sequence[Scored]) -> Scored:
    """The same with what the other points of their cards say."""
    apart = (
        other.alike
        for other in others
        if other.pair[0] != one.pair[0] and other.pair[1] != one.pair[1]
    )
    beside = 1 / (1 + exp(-next(apart, -inf)))
    alike = one.alike + _BESIDE * beside
    same = alike + _APART * one.dated.apart + _GAP * one.dated.gap
    same += _UNCOUNT * bool(one.counted.clash)
    return one._replace(beside=beside, alike=alike, same=same)


def _by_cards(
    likeness: Likeness, found: Iterable[Scored]
) -> Mapping[tuple[object, object], list[Scored]]:
    """The pairs of each two cards, the likeliest first."""
    cards: dict[tuple[object, object], list[Scored]] = defaultdict(list)
    for one in found:
        cards[_cards(likeness, one)].append(one)
    for them in cards.values():
        them.sort(key=lambda one: -one.alike)
    return cards


def _cards(likeness: Likeness, one: Scored) -> tuple[object, object]:
    row, column = one.pair
    return likeness.a.pieces[row].told.card, likeness.b.pieces[column].told.card


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
