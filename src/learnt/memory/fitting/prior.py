"""What is known of a model's parameters before a learner has answered anything."""

from dataclasses import dataclass

import numpy as np

from learnt.memory.fitting.arrays import Floats


@dataclass(frozen=True)
class Prior:
    """A normal distribution: `mean` (n) and `covariance` (n x n).

    It is one of the parameters as a fit moves them: those that a model fits by their logarithms
    are logarithms here.
    """

    mean: Floats
    covariance: Floats

    def __post_init__(self) -> None:
        if self.covariance.shape != (len(self.mean), len(self.mean)):
            raise ValueError("A prior's covariance has a row and a column for each parameter")
        if np.linalg.eigvalsh(self.covariance).min() <= 0:
            raise ValueError("A prior's covariance is of no distribution: look at its correlations")

    @property
    def precision(self) -> Floats:
        """The inverse of the covariance."""
        return np.asarray(np.linalg.inv(self.covariance))
