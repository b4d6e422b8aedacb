"""One pass of SBD over histories: loss, gradient and Fisher information together."""

import numpy as np

from learnt.memory.fitting.arrays import Floats, Ints
from learnt.memory.fitting.compiled import callable_from_kernels, kernel
from learnt.memory.fitting.likelihood import BATCH, ROW, add_batch, judge
from learnt.memory.fitting.sbd_slopes import advance_slopes, recall_slopes, step_slopes
from learnt.memory.sbd import DOUBTS, Constants, advance, retrievability, steepness, step

callable_from_kernels(advance, steepness, retrievability, step)
callable_from_kernels(advance_slopes, recall_slopes, step_slopes)
SIZE = 7


@kernel
def sbd_pass(
    w: tuple[float, ...], c: Constants, starts: Ints, shared: Ints, ratings: Ints, days: Floats,
    weights: Floats, gradient: Floats, fisher: Floats,
) -> float:  # fmt: skip
    """The weighted log loss; adds to `gradient` (ROW) and `fisher` (ROW x ROW).

    SBD lives in fractions of days, in which hardly two histories begin alike: nothing is shared.
    """
    loss = 0.0
    js, ja, jp = np.zeros(SIZE), np.zeros(SIZE), np.zeros(SIZE)  # slopes of S, a and R
    rows, filled = np.zeros((BATCH, ROW)), 0
    for item in range(len(shared)):
        g = ratings[starts[item]] - 1
        s, n = c[5][g], DOUBTS[ratings[starts[item]]]
        js[:] = 0.0
        js[0], js[1] = s * (1.0 - g / 3.0), s * g / 3.0
        for at in range(starts[item] + 1, starts[item + 1]):
            rating, t = ratings[at], days[at]
            a = advance(c, s, g, t)
            by_s, by_low, by_root, by_floor = advance_slopes(w, c, s, g, t)
            for i in range(SIZE):
                ja[i] = by_s * js[i]
            ja[0] += by_low
            ja[1] -= by_low
            ja[2] += by_root
            ja[5] += by_floor
            r = retrievability(c, s, n, g, t)
            by_a, by_s, by_scale, by_spread, by_offset = recall_slopes(c, s, n, a, r)
            for i in range(SIZE):
                jp[i] = by_a * ja[i] + by_s * js[i]
            jp[3] += by_scale
            jp[4] += by_spread
            jp[6] += by_offset
            if weights[at] > 0.0:
                lost, miss, root = judge(r, rating > 1, weights[at])
                loss += lost
                for i in range(SIZE):
                    gradient[i] += miss * jp[i]
                    rows[filled, i] = root * jp[i]
                filled += 1
                if filled == BATCH:
                    add_batch(rows, fisher)
                    filled = 0
            after, doubts = step(c, s, n, g, rating, t)
            by_s, by_a, by_r, by_spread = step_slopes(c, s, rating, r, after)
            for i in range(SIZE):
                js[i] = by_s * js[i] + by_a * ja[i] + by_r * jp[i]
            js[4] += by_spread
            s, n = after, doubts
    add_batch(rows, fisher)
    return loss
