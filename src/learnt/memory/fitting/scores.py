"""How good predictions are: log loss, calibration, AUC, and whether a difference is chance."""

from dataclasses import dataclass

import numpy as np

from learnt.memory.fitting.arrays import Floats, Mask
from learnt.memory.fitting.likelihood import LEAST_PROBABILITY

RESAMPLES = 2_000


def log_losses(predicted: Floats, passed: Mask) -> Floats:
    """-log of the probability given to what happened, one a review; p is clipped at 1e-4."""
    p = np.clip(predicted, LEAST_PROBABILITY, 1 - LEAST_PROBABILITY)
    return np.asarray(-np.log(np.where(passed, p, 1 - p)))


def log_loss(predicted: Floats, passed: Mask) -> float:
    """The mean of `log_losses`; NaN of no reviews."""
    return float(log_losses(predicted, passed).mean()) if len(passed) else float("nan")


@dataclass(frozen=True, slots=True)
class Bin:
    """Reviews that were expected alike: how many, what was expected (mean), what happened."""

    count: int
    expected: float
    happened: float


def calibration(predicted: Floats, passed: Mask, bins: int = 10) -> list[Bin]:
    """At most `bins` groups of as many reviews each, by what was expected of them, rising."""
    order = np.argsort(predicted, kind="stable")
    groups = [group for group in np.array_split(order, min(bins, max(1, len(order)))) if len(group)]
    return [
        Bin(len(group), float(predicted[group].mean()), float(passed[group].mean()))
        for group in groups
    ]


def area_under_curve(predicted: Floats, passed: Mask) -> float:
    """AUC: how often a recalled review was expected more than a failed one, ties counted half.

    NaN where all were recalled or all failed. By ranks, as Mann and Whitney's U.
    """
    good, bad = int(passed.sum()), int((~passed).sum())
    if not good or not bad:
        return float("nan")
    _, place, counts = np.unique(predicted, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[place]
    return float((ranks[passed].sum() - good * (good + 1) / 2) / (good * bad))


@dataclass(frozen=True, slots=True)
class Difference:
    """The mean difference of two losses, one less the other, and the middle 95 % of resamples."""

    mean: float
    low: float
    high: float
    share_below: float
    """How many of the resamples say that the one is lower."""


def paired_bootstrap(one: Floats, other: Floats, seed: int = 0) -> Difference:
    """Compare losses of the same reviews by drawing reviews anew, with putting back."""
    differences = one - other
    generator = np.random.Generator(np.random.PCG64(seed))
    means = np.array(
        [
            differences[generator.integers(0, len(differences), len(differences))].mean()
            for _ in range(RESAMPLES)
        ]
    )
    low, high = np.quantile(means, (0.025, 0.975))
    return Difference(float(differences.mean()), float(low), float(high), float((means < 0).mean()))
