"""What judged reviews add to a loss, its gradient and its Fisher information."""

from math import log, sqrt

from learnt.memory.fitting.arrays import Floats
from learnt.memory.fitting.compiled import callable_from_kernels, kernel

LEAST_PROBABILITY = 1e-4
"""Losses are those of probabilities from here to one less this, as in every benchmark."""
ROW = 24
"""Slopes are in rows of this length, the parameters first: a processor adds whole rows at once."""
BATCH = 4
"""So many judged reviews are added to the Fisher matrix together: it is read once for all."""


def judge(p: float, passed: bool, weight: float) -> tuple[float, float, float]:
    """Of a review expected with probability p: its loss, and what its slopes are multiplied by.

    In the gradient that is dl/dp = (p - y) / (p (1 - p)); in a row for `add_batch` the root of the
    Fisher information, 1 / (p (1 - p)).
    """
    p = min(max(p, LEAST_PROBABILITY), 1.0 - LEAST_PROBABILITY)
    information = weight / (p * (1.0 - p))
    miss = information * (p - (1.0 if passed else 0.0))
    return -weight * log(p if passed else 1.0 - p), miss, sqrt(information)


@kernel
def add_batch(rows: Floats, fisher: Floats) -> None:
    """Add the outer products of BATCH rows to the Fisher matrix, and empty the rows.

    The lower triangle is filled; what stands above it means nothing.
    """
    for i in range(ROW):
        a, b, c, d = rows[0, i], rows[1, i], rows[2, i], rows[3, i]
        for j in range(ROW):
            fisher[i, j] += (a * rows[0, j] + b * rows[1, j]) + (c * rows[2, j] + d * rows[3, j])
    rows[:, :] = 0.0


callable_from_kernels(judge)
