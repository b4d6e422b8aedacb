"""The two models that are fitted by a kernel, and what a fit must know of each."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from learnt.memory import fsrs6, sbd
from learnt.memory.fitting.arrays import Floats
from learnt.memory.fitting.fsrs6_kernel import fsrs6_pass
from learnt.memory.fitting.histories import Histories
from learnt.memory.fitting.likelihood import ROW
from learnt.memory.fitting.log import ReviewLog
from learnt.memory.fitting.newton import Value
from learnt.memory.fitting.sbd_kernel import sbd_pass
from learnt.memory.model import Bounds


@dataclass(frozen=True)
class Family:
    """A model's parameters and its kernel.

    The first `logarithms` of the parameters are fitted by their logarithms; `whole_days`:
    elapsed time counts in whole days, except within the blend. `floors`: where a fit must stay
    further away from a bound than a model has to, as a slope there would be 0 / 0.
    """

    name: str
    defaults: tuple[float, ...]
    bounds: Bounds
    constants: Callable[[tuple[float, ...]], Any]
    kernel: Callable[..., float]
    logarithms: int = 0
    whole_days: bool = False
    floors: tuple[tuple[int, float], ...] = ()

    @property
    def size(self) -> int:
        """How many parameters there are."""
        return len(self.defaults)

    def place(self, parameters: tuple[float, ...]) -> Floats:
        """Parameters as a fit moves them, within its limits."""
        moved = np.array(parameters, dtype=np.float64)
        moved[: self.logarithms] = np.log(moved[: self.logarithms])
        return np.asarray(np.clip(moved, *self.limits))

    def parameters(self, place: Floats) -> tuple[float, ...]:
        """The parameters at a place."""
        natural = place.copy()
        natural[: self.logarithms] = np.exp(natural[: self.logarithms])
        return tuple(natural.tolist())

    def days(self, log: ReviewLog) -> Floats:
        """Days since the review before, as the model counts them by itself."""
        return log.whole_days if self.whole_days else log.elapsed

    @property
    def limits(self) -> tuple[Floats, Floats]:
        """The least and the greatest place."""
        low, high = (np.array(ends, dtype=np.float64) for ends in zip(*self.bounds, strict=True))
        for index, floor in self.floors:
            low[index] = floor
        for ends in (low, high):
            ends[: self.logarithms] = np.log(ends[: self.logarithms])
        return low, high

    def value(self, place: Floats, part: Histories) -> Value:
        """The weighted log loss of some histories, with its gradient and Fisher information."""
        parameters = self.parameters(place)
        gradient, fisher = np.zeros(ROW), np.zeros((ROW, ROW))
        loss = self.kernel(
            parameters, self.constants(parameters),
            part.starts, part.shared, part.ratings, part.days, part.weights, gradient, fisher,
        )  # fmt: skip
        size = self.size
        lower = np.tril(fisher[:size, :size])
        return Value(loss, gradient[:size], lower + np.tril(lower, -1).T)


FSRS6 = Family(
    "fsrs6",
    fsrs6.DEFAULT_PARAMETERS,
    fsrs6.BOUNDS,
    fsrs6.constants,
    fsrs6_pass,
    logarithms=4,
    whole_days=True,
    floors=((15, 1e-3),),
)
SBD = Family("sbd", sbd.DEFAULT_PARAMETERS, sbd.BOUNDS, sbd.constants, sbd_pass)
