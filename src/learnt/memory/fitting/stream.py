"""The fast term: how the last answers went, against what was expected of them.

After each judged review the log odds of what is expected next move by `gain` times the surprise,
and each time a fiftieth of the sum is forgotten, so that it stays near 0. It sharpens the
predictions that are shown; plans do not use it, for what is true of this evening need not be true
next month.
"""

from math import log2

import numpy as np

from learnt.memory.fitting.arrays import Floats, Mask
from learnt.memory.fitting.compiled import kernel
from learnt.memory.fitting.likelihood import LEAST_PROBABILITY
from learnt.memory.fitting.scores import log_losses
from learnt.memory.fitting.weighting import recency

KEPT = 0.98
GAINS = (0.005, 0.01, 0.02, 0.03, 0.05, 0.08, 0.12)
USUAL_GAIN = 0.02


def sharpened(expected: Floats, passed: Mask, gain: float) -> Floats:
    """Expected recall of targets in the order of time, each after what came before it."""
    p = np.clip(expected, LEAST_PROBABILITY, 1 - LEAST_PROBABILITY)
    return 1 / (1 + np.exp(-_stream(np.log(p / (1 - p)), passed, gain, KEPT)))


def lately(expected: Floats, shown: Floats, passed: Mask) -> float:
    """How much the stream adds now to a recall of 0.9, after the last target."""
    if not len(passed) or np.array_equal(expected, shown):
        return 0.0
    gain = best_gain(expected, passed)
    one_more = np.append(expected, 0.9)
    return float(sharpened(one_more, np.append(passed, True), gain)[-1]) - 0.9


def best_gain(expected: Floats, passed: Mask) -> float:
    """The gain by which the targets of a log would have been foretold best, one after the other.

    It is held near the usual one: each doubling or halving costs as much as one review that is
    foretold as badly as by chance. The latest reviews count most, as in the fit.
    """
    count = len(passed)
    weights = recency((np.arange(count) + 1) / max(count, 1), count)

    def cost(gain: float) -> float:
        losses = log_losses(sharpened(expected, passed, gain), passed)
        return float(weights @ losses) + log2(gain / USUAL_GAIN) ** 2

    return min(GAINS, key=cost)


@kernel
def _stream(odds: Floats, passed: Mask, gain: float, kept: float) -> Floats:
    shown = odds.copy()
    term = 0.0
    for at in range(len(odds)):
        shown[at] = odds[at] + term
        p = 1.0 / (1.0 + np.exp(-shown[at]))
        term = kept * term + gain * ((1.0 if passed[at] else 0.0) - p)
    return shown
