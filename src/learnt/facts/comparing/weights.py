"""What was learnt of two pieces: how much each sign is worth (decision 0039)."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from learnt.facts.comparing.ragged import Doubles
from learnt.facts.comparing.values import About

_FARTHEST = 30.0
"""Log odds beyond which nothing changes."""


@dataclass(frozen=True)
class Weights:
    """A logistic regression: the log odds are the `bias` and the weighted sum of the signs."""

    bias: float
    signs: Mapping[str, float]

    def odds(self, signs: Mapping[str, float]) -> float:
        """The log odds of one pair. Signs that are not weighed are passed over."""
        return self.bias + sum(weight * signs[name] for name, weight in self.signs.items())

    def many(self, signs: Mapping[str, Doubles]) -> Doubles:
        """Those of many pairs: an array of each sign."""
        odds = sum((weight * signs[name] for name, weight in self.signs.items()), np.zeros(1))
        return np.clip(self.bias + odds, -_FARTHEST, _FARTHEST)


@dataclass(frozen=True)
class Judgement:
    """What decides of a pair.

    `alike` says whether both tell one thing, `same` whether they tell the same of it, and `clashes`
    whether what looks like a clash is one.
    """

    alike: Weights
    same: Weights
    clashes: Mapping[About, Weights]
