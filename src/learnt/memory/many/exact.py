"""Powers, exponentials and logarithms of many numbers, as Python has them.

numpy adds, multiplies, divides and takes roots as Python does. Its own powers are quicker than
these, and differ in the last digit from one machine to the next.
"""

from collections.abc import Iterable
from itertools import repeat
from math import exp, expm1, log

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]


def powers(bases: Floats, exponents: Floats | float) -> Floats:
    """Each base to its exponent, or all to the same."""
    by = repeat(exponents) if isinstance(exponents, float) else exponents.tolist()
    return _floats(map(pow, bases.tolist(), by), len(bases))


def exps(numbers: Floats) -> Floats:
    """The exponential of each."""
    return _floats(map(exp, numbers.tolist()), len(numbers))


def expm1s(numbers: Floats) -> Floats:
    """The exponential of each, less 1."""
    return _floats(map(expm1, numbers.tolist()), len(numbers))


def logs(numbers: Floats) -> Floats:
    """The natural logarithm of each."""
    return _floats(map(log, numbers.tolist()), len(numbers))


def _floats(numbers: Iterable[float], count: int) -> Floats:
    return np.fromiter(numbers, dtype=np.float64, count=count)
