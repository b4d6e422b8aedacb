"""The scorer: sums of small decision trees, whose weights are learnt and shipped as data."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int32]

LEAF = -1
"""In place of a feature's number: the node is a leaf."""


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

    def total(self, samples: Floats) -> Floats:
        """The sum over the trees for samples of shape (samples, features)."""
        trees = np.arange(self.feature.shape[0])
        rows = np.arange(samples.shape[0])[:, None]
        node = np.zeros((samples.shape[0], trees.size), dtype=np.int64)
        for _ in range(self.depth):
            feature = self.feature[trees, node]
            leaf = feature == LEAF
            goes_right = samples[rows, np.where(leaf, 0, feature)] > self.threshold[trees, node]
            node = np.where(leaf, node, self.left[trees, node] + goes_right)
        return np.asarray(self.value[trees, node].sum(axis=1)) + self.base


@dataclass(frozen=True)
class Scorer:
    """How likely it is that a point was said: boosted trees and averaged trees, half each.

    Boosted trees sum to a logit, averaged ones to a probability. `features` names what is weighed.
    """

    features: tuple[str, ...]
    boosted: Forest
    averaged: Forest

    def score(self, samples: Floats) -> Floats:
        """Probabilities for samples of shape (samples, features)."""
        logits = self.boosted.total(samples)
        both = 1 / (1 + np.exp(-logits)) + self.averaged.total(samples)
        return np.clip(both / 2, 0.0, 1.0)
