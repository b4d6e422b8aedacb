"""One pass of FSRS-6 over histories: loss, gradient and Fisher information together.

Parameters are w0-w20, the first four as logarithms. `js` and `jd` have a row of slopes of S and of
D for each review of the history that is read, so that the next one goes on from where they part.
The functions called on the way are handed numbers only: numba counts who holds an array.
"""

import numpy as np

from learnt.memory.fitting.arrays import Floats, Ints
from learnt.memory.fitting.compiled import callable_from_kernels, kernel
from learnt.memory.fitting.fsrs6_slopes import (
    bonus_slope,
    difficulty_slopes,
    recall_slopes,
    stability_slopes,
    start_slopes,
)
from learnt.memory.fitting.likelihood import BATCH, ROW, add_batch, judge
from learnt.memory.fsrs6 import Constants, first_difficulty, retrievability, start, step

callable_from_kernels(first_difficulty, retrievability, start, step)
callable_from_kernels(bonus_slope, difficulty_slopes, recall_slopes, stability_slopes, start_slopes)


@kernel
def fsrs6_pass(
    w: tuple[float, ...], c: Constants, starts: Ints, shared: Ints, ratings: Ints, days: Floats,
    weights: Floats, gradient: Floats, fisher: Floats,
) -> float:  # fmt: skip
    """The weighted log loss; adds to `gradient` (ROW) and `fisher` (ROW x ROW).

    `starts` and `shared` are those of `Histories`; a review whose weight is 0 is not judged.
    """
    loss = 0.0
    longest = 1
    for item in range(len(shared)):
        longest = max(longest, shared[item] + starts[item + 1] - starts[item])
    states, js, jd = np.zeros((longest, 2)), np.zeros((longest, ROW)), np.zeros((longest, 4))
    rows, filled = np.zeros((BATCH, ROW)), 0
    for item in range(len(shared)):
        k = shared[item]
        for at in range(starts[item], starts[item + 1]):
            g, t = ratings[at], days[at]
            if k == 0:
                s, d = start(w, g)
                js[0, :] = 0.0
                js[0, g - 1] = s
                jd[0, 0], jd[0, 1] = start_slopes(w, g, d)
                jd[0, 2] = jd[0, 3] = 0.0
            else:
                before, d_before = states[k - 1, 0], states[k - 1, 1]
                r, r_by_s, r_by_decay = 1.0, 0.0, 0.0
                miss, root = 0.0, 0.0
                if t >= 1.0:
                    r = retrievability(c, before, t)
                    r_by_s, r_by_decay = recall_slopes(c, before, t, r)
                    if weights[at] > 0.0:
                        lost, miss, root = judge(r, g > 1, weights[at])
                        loss += lost
                s, d = step(c, before, d_before, g, t, r)
                by_s, by_d, by_r, first, one, two, three, four = stability_slopes(
                    w, c, before, d_before, g, t, r, s
                )
                by_s += by_r * r_by_s
                for i in range(ROW):
                    slope = r_by_s * js[k - 1, i]
                    gradient[i] += miss * slope
                    rows[filled, i] = root * slope
                    js[k, i] = by_s * js[k - 1, i]
                if root > 0.0:
                    gradient[20] += miss * r_by_decay
                    rows[filled, 20] += root * r_by_decay
                    filled += 1
                    if filled == BATCH:
                        add_batch(rows, fisher)
                        filled = 0
                js[k, first] += one
                js[k, first + 1] += two
                js[k, first + 2] += three
                js[k, first + 3] += four
                js[k, 14 + g // 2] += bonus_slope(w, before, g, t, s)
                js[k, 20] += by_r * r_by_decay
                damped, w4, w5, w6, w7 = difficulty_slopes(w, c, d_before, g, d)
                for i in range(4):
                    js[k, 4 + i] += by_d * jd[k - 1, i]
                    jd[k, i] = damped * jd[k - 1, i]
                jd[k, 0] += w4
                jd[k, 1] += w5
                jd[k, 2] += w6
                jd[k, 3] += w7
            states[k, 0], states[k, 1] = s, d
            k += 1
    add_batch(rows, fisher)
    return loss
