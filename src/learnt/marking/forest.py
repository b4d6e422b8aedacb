"""The scorer: sums of small decision trees, whose weights are learnt and shipped as data."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int32]
Places = NDArray[np.intp]

LEAF = -1
"""In place of a feature's number: the node is a leaf."""
_LOOK = 3
"""Steps after which it is looked who has come to a leaf: most have long before the deepest."""


@dataclass(frozen=True)
class Forest:
    """Trees of one kind. All arrays have the shape (trees, nodes); node 0 is a tree's root.

    A sample goes `left` where its feature is at most the threshold, else right, to the right of
    the left child's place (`left + 1`). A leaf has its value; `base` is added to their sum.
    """

    feature: Integers
    threshold: Floats
    left: Integers
    value: Floats
    base: float
    depth: int

    @cached_property
    def _line(self) -> "_Line":
        """The nodes of all trees one behind the other."""
        trees, nodes = self.feature.shape
        roots = np.arange(trees) * nodes
        leaf, own = self.feature == LEAF, np.arange(trees * nodes).reshape(trees, nodes)
        return _Line(
            np.where(leaf, 0, self.feature).ravel(),
            np.where(leaf, np.inf, self.threshold).ravel(),
            np.where(leaf, own, self.left + roots[:, None]).ravel(),
            roots,
        )

    def total(self, samples: Floats) -> Floats:
        """The sum over the trees for samples of shape (samples, features)."""
        count, numbers = samples.shape
        feature, threshold, left, roots = self._line
        flat = samples.ravel()
        node = np.tile(roots, count)
        sample = np.repeat(np.arange(count) * numbers, roots.size)
        walking, here = np.arange(node.size), node.copy()
        for step in range(self.depth):
            there = left.take(here)
            there += flat.take(sample + feature.take(here)) > threshold.take(here)
            if step % _LOOK == _LOOK - 1:  # who stands still is at a leaf
                node[walking] = there
                on = np.flatnonzero(there != here)
                walking, there, sample = walking[on], there[on], sample[on]
            here = there
        node[walking] = here
        values = self.value.ravel().take(node).reshape(count, roots.size)
        return np.asarray(values.sum(axis=1)) + self.base


class _Line(NamedTuple):
    """All nodes in one line; a leaf leads to itself, whatever the sample has."""

    feature: Integers
    threshold: Floats
    left: Places
    roots: Places


@dataclass(frozen=True)
class Scorer:
    """How likely it is that a point was said: boosted trees, and averaged trees where they help.

    Boosted trees sum to a logit, averaged ones to a probability, which counts twice as much as
    that of the boosted ones. `features` names what is weighed.
    """

    features: tuple[str, ...]
    boosted: Forest
    averaged: Forest | None = None

    def score(self, samples: Floats) -> Floats:
        """Probabilities for samples of shape (samples, features)."""
        found = 1 / (1 + np.exp(-self.boosted.total(samples)))
        if self.averaged is not None:
            found = (found + 2 * self.averaged.total(samples)) / 3
        return np.clip(found, 0.0, 1.0)
