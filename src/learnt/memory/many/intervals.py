"""When many memories fall to a target."""

from collections.abc import Callable, Sequence
from math import log

import numpy as np

from learnt.memory import sbd
from learnt.memory.blend import CLOSE, LONGEST_DAYS, MOST_STEPS, SHORTEST_DAYS, SURELY, Blend
from learnt.memory.many.exact import Floats, Ints, expm1s, exps, logs, powers
from learnt.memory.many.steps import steepness
from learnt.memory.model import MemoryModel, MemoryState

Odds = Callable[[Floats, Ints], Floats]
"""The odds against recall at times of some memories, which are told by their places."""


def intervals(model: MemoryModel, states: Sequence[MemoryState], target: float) -> list[float]:
    """What `interval` of the model says of each; other models have no search to be spared."""
    if not isinstance(model, Blend) or not states:
        return [model.interval(one, target) for one in states]
    goal = (1 / target - 1) / model.against
    columns = np.array(states).T
    ends = np.sort(_ends(model, columns, 1 / (1 + goal)), axis=0)
    low, high = np.clip(ends, SHORTEST_DAYS, LONGEST_DAYS)
    against = _odds(model, columns)
    places = np.arange(len(low))
    at_low = against(low, places)
    found = np.where(low > SHORTEST_DAYS, low, 0.0)
    (at,) = np.nonzero(at_low < goal)

    def beyond(x: Floats, places: Ints) -> Floats:
        return logs(against(exps(x), at[places]) / goal)

    found[at] = exps(_roots(beyond, logs(low[at]), logs(at_low[at] / goal), logs(high[at])))
    days: list[float] = found.tolist()
    return days


def _ends(model: Blend, columns: Floats, target: float) -> tuple[Floats, Floats]:
    """The intervals of FSRS-6 and of SBD."""
    s, _, trace, doubts, first = columns
    c = model.of_sbd
    exponents = np.minimum(-log(target) / steepness(c, doubts), sbd.MOST_GROWTH)
    waited = trace * expm1s(exponents) - np.array(c[4])[first.astype(np.int64)] * np.sqrt(trace)
    waited = np.minimum(np.maximum(0.0, waited), sbd.LONGEST_DAYS ** c[0])
    factor, decay = model.of_fsrs[:2]
    return s / factor * (target ** (1.0 / decay) - 1.0), powers(waited, 1.0 / c[0])


def _odds(model: Blend, columns: Floats) -> Odds:
    """`Blend.odds` of each column."""
    s, _, trace, doubts, first = columns
    factor, decay = model.of_fsrs[:2]
    slowness, by_first = model.of_sbd[0], np.array(model.of_sbd[4])
    laid_down = by_first[first.astype(np.int64)] * np.sqrt(trace)
    beta = -steepness(model.of_sbd, doubts)
    share, rest = model.share, 1 - model.share

    def against(t: Floats, at: Ints) -> Floats:
        one = powers(1.0 + factor * t / s[at], decay)
        other = powers(1.0 + (powers(t, slowness) + laid_down[at]) / trace[at], beta[at])
        one = (1.0 - one) / np.maximum(SURELY, one) + SURELY
        other = (1.0 - other) / np.maximum(SURELY, other) + SURELY
        return powers(one, share) * powers(other, rest)

    return against


def _roots(
    function: Callable[[Floats, Ints], Floats], low: Floats, at_low: Floats, high: Floats
) -> Floats:
    """`blend.rising_root` of each."""
    at_high = function(high, np.arange(len(high)))
    root = np.where(at_low >= 0, low, high)
    kept = np.zeros(len(low), dtype=np.int64)
    left = np.arange(len(low))
    for _ in range(MOST_STEPS):
        open_still = (at_high[left] > 0) & (at_low[left] < 0) & (high[left] - low[left] >= CLOSE)
        left = left[open_still]
        if not len(left):
            break
        a, b, fa, fb = low[left], high[left], at_low[left], at_high[left]
        root[left] = aim = (a * fb - b * fa) / (fb - fa)
        found = function(aim, left)
        far = np.abs(found) >= CLOSE
        left, aim, found = left[far], aim[far], found[far]
        below = found < 0
        for side, end, at_end, other in (
            (below, low, at_low, at_high),
            (~below, high, at_high, at_low),
        ):
            its, sign = left[side], 1 if end is low else -1
            share = 1.0 - found[side] / at_end[its]
            again = kept[its] == sign
            other[its] *= np.where(again, np.where(share > 0, share, 0.5), 1.0)
            end[its], at_end[its], kept[its] = aim[side], found[side], sign
    return root
