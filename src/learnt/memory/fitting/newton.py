"""Newton's method by the Fisher information, within bounds."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from learnt.memory.fitting.arrays import Floats

LEAST_DAMPING, FIRST_DAMPING, WORTH_DAMPING, MOST_DAMPING = 1e-8, 1e-4, 1e-2, 1e8
CLOSE_ENOUGH = 1e-6
"""A step that promises less than this share of the loss is the last one."""


class Value(NamedTuple):
    """An objective at a place: its value, gradient (n) and information (n x n)."""

    value: float
    gradient: Floats
    information: Floats


Objective = Callable[[Floats], Value]


@dataclass(frozen=True)
class Minimum:
    """Where a search ended, what it found there, and how often it looked."""

    place: Floats
    at: Value
    looks: int


def minimise(
    objective: Objective,
    place: Floats,
    bounds: tuple[Floats, Floats],
    *,
    close_enough: float = CLOSE_ENOUGH,
    most_looks: int = 40,
) -> Minimum:
    """The least value within the bounds, from a place inside them.

    Each step goes to the least value that the information promises within the bounds; one that
    makes things worse is damped and tried again (Levenberg and Marquardt). The last step, which
    promises next to nothing, is taken without another look: `at` is what was found before it.
    """
    here = objective(place)
    looks, damping = 1, FIRST_DAMPING
    while looks < most_looks and damping < MOST_DAMPING:
        step = bounded_step(here, place, bounds, damping)
        promised = -float(step @ (here.gradient + here.information @ step / 2))
        if promised <= close_enough * abs(here.value):
            return Minimum(np.clip(place + step, *bounds), here, looks)
        tried = np.clip(place + step, *bounds)
        there = objective(tried)
        looks += 1
        if there.value <= here.value:  # NaN counts as worse
            place, here, damping = tried, there, max(damping / 10, LEAST_DAMPING)
        else:
            damping = max(damping * 20, WORTH_DAMPING)
    return Minimum(place, here, looks)


def bounded_step(
    here: Value, place: Floats, bounds: tuple[Floats, Floats], damping: float
) -> Floats:
    """The step to the least value of a quadratic within the bounds.

    Parameters that would go beyond a bound are held at it, and the others are solved for anew,
    until all are inside; held ones that the gradient pulls back inside are let go at the next step.
    """
    low, high = bounds
    matrix = here.information.copy()
    matrix[np.diag_indices_from(matrix)] *= 1 + damping
    step = np.zeros_like(place)
    held = ((place <= low) & (here.gradient > 0)) | ((place >= high) & (here.gradient < 0))
    while not held.all():
        free = ~held
        rest = here.gradient[free] + matrix[np.ix_(free, held)] @ step[held]
        step[free] = -np.linalg.solve(matrix[np.ix_(free, free)], rest)
        beyond = free & ((place + step < low) | (place + step > high))
        if not beyond.any():
            break
        step[beyond] = np.clip(place + step, low, high)[beyond] - place[beyond]
        held |= beyond
    return step
