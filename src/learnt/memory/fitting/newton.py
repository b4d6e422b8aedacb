"""Newton's method by the Fisher information, within bounds."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from learnt.memory.fitting.arrays import Floats

LEAST_DAMPING, FIRST_DAMPING, WORTH_DAMPING, MOST_DAMPING = 1e-8, 1e-4, 1e-2, 1e8
CLOSE_ENOUGH = 1e-6
"""A step that promises less than this share of the loss is the last one."""
PATIENCE, MOST_EXCHANGES = 3, 200


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

    Some parameters are held at a bound, and the others are solved for. Those that would go beyond
    a bound are then held at it, and held ones that are pulled inside are let go, until there is
    none of either: all at once while that leaves fewer of them, else one by one, which comes to an
    end (block principal pivoting, Júdice and Pires 1994).
    """
    low, high = bounds[0] - place, bounds[1] - place
    matrix = here.information.copy()
    matrix[np.diag_indices_from(matrix)] *= 1 + damping
    at_low, at_high = (low >= 0) & (here.gradient > 0), (high <= 0) & (here.gradient < 0)
    step = np.zeros_like(place)
    fewest, patience = len(place) + 1, PATIENCE
    for _ in range(MOST_EXCHANGES):
        held = at_low | at_high
        free = ~held
        step[at_low], step[at_high] = low[at_low], high[at_high]
        if free.any():
            rest = here.gradient[free] + matrix[np.ix_(free, held)] @ step[held]
            step[free] = -np.linalg.solve(matrix[np.ix_(free, free)], rest)
        slopes = here.gradient + matrix @ step
        below, above = free & (step < low), free & (step > high)
        wrong = below | above | (at_low & (slopes < 0)) | (at_high & (slopes > 0))
        count = int(np.count_nonzero(wrong))
        if not count:
            break
        if count < fewest:
            fewest, patience = count, PATIENCE
        elif patience:
            patience -= 1
        else:
            wrong[: np.flatnonzero(wrong)[-1]] = False
        at_low, at_high = (at_low & ~wrong) | (below & wrong), (at_high & ~wrong) | (above & wrong)
    return np.asarray(np.clip(step, low, high))
