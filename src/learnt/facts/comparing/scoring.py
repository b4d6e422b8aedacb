"""The odds that two pieces tell one thing, from all that they have in common."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import exp
from typing import NamedTuple

import numpy as np

from learnt.facts.comparing.agreeing import Agreeing, agreeing
from learnt.facts.comparing.beside import likeliest_beside, others_best
from learnt.facts.comparing.candidates import Pairs
from learnt.facts.comparing.counting import Counted
from learnt.facts.comparing.dating import Dated
from learnt.facts.comparing.known import Known
from learnt.facts.comparing.likeness import Likeness, ManyShared, Shared
from learnt.facts.comparing.ragged import Doubles, Places

_BIAS = -3.7
_SHARE, _FRONTS, _TOPIC, _CONTRAST = 1.9, 0.8, 1.2, 2.2
_AGREE, _COUNT = 5.2, 5.0
_BESIDE = 1.8
_APART, _GAP, _UNCOUNT = -2.0, -0.2, -2.5
"""Weights of a logistic regression on the pairs of the gold, rounded, so that none of them knows
more than how much its sign is worth beside the others (see decision 0030)."""
_AT_ONCE = 4096


class Scored(NamedTuple):
    """Two pieces held against each other.

    `contrast` is how much more they share than either does with any other piece; it is below 0
    where there is a better one. `beside` is how likely it is, from 0 to 1, that other points of
    their two cards tell one thing: then the cards are on one subject. `alike` are the log odds that
    they tell one thing, whatever their dates and numbers say that do not agree; `same` those that
    they tell the same of it.
    """

    pair: tuple[int, int]
    shared: Shared
    contrast: float
    beside: float
    dated: Dated
    counted: Counted
    alike: float
    same: float


@dataclass(frozen=True)
class Odds:
    """The same of many pairs: a number each, since there are seven pairs a card."""

    pairs: Pairs
    shared: ManyShared
    contrast: Doubles
    beside: Doubles
    agreeing: Agreeing
    alike: Doubles
    same: Doubles

    def each(self, places: Places) -> Iterator[tuple[int, Scored]]:
        """Some of them with their places, in the order asked for."""
        for first in range(0, len(places), _AT_ONCE):
            yield from self._some(places[first : first + _AT_ONCE])

    def _some(self, places: Places) -> Iterator[tuple[int, Scored]]:
        pairs = zip(*(part[places].tolist() for part in self.pairs), strict=True)
        shared = zip(*(part[places].tolist() for part in self.shared), strict=True)
        numbers = (self.contrast, self.beside, self.alike, self.same)
        columns = [part[places].tolist() for part in numbers]
        new = tuple.__new__  # a named tuple's own takes twice as long
        for place, pair, one, contrast, beside, alike, same in zip(
            places.tolist(), pairs, shared, *columns, strict=True
        ):
            dated, counted = self.agreeing.of(place)
            has = new(Shared, one)
            yield place, new(Scored, (pair, has, contrast, beside, dated, counted, alike, same))


def scored(likeness: Likeness, pairs: Pairs, known: Known) -> Odds:
    """Each pair with its odds, in the order given."""
    rows, columns = pairs
    shared = likeness.shared(rows, columns)
    better = np.maximum(others_best(rows, shared.words), others_best(columns, shared.words))
    contrast = shared.words - better
    signs = agreeing(likeness.a.pieces, likeness.b.pieces, pairs, known)
    dates = np.array(signs.dates)[signs.dated]
    counts = np.array([(one.agree, one.clash is not None) for one in signs.counts])[signs.counted]
    alone = (
        _BIAS
        + _SHARE * shared.share
        + _FRONTS * shared.fronts
        + _TOPIC * shared.topic
        + _CONTRAST * contrast
        + _AGREE * dates[:, 0]
        + _COUNT * counts[:, 0]
    )
    others = likeliest_beside(likeness, pairs, alone).tolist()
    beside = np.array([1 / (1 + exp(-one)) for one in others])
    alike = alone + _BESIDE * beside
    same = alike + _APART * dates[:, 1] + _GAP * dates[:, 2]
    same += _UNCOUNT * counts[:, 1]
    return Odds(pairs, shared, contrast, beside, signs, alike, same)
