"""`fsrs6.step` and `sbd.step` of many memories; a test holds them to the last digit."""

import numpy as np

from learnt.memory import fsrs6, sbd
from learnt.memory.many.exact import Floats, Ints, exps, powers

_DOUBTS = np.array(sbd.DOUBTS)


def fsrs6_step(
    c: fsrs6.Constants, s: Floats, d: Floats, g: Ints, t: Floats, r: Floats
) -> tuple[Floats, Floats]:
    """S and D of each after a review t days after its last one, when recall was r."""
    _, _, shift, damping, growth, e9, w10, w11, e12, w13, w14, share, same_day, e19 = c
    after = np.empty_like(s)
    soon = t < 1.0
    (at,) = np.nonzero(soon)
    grown = np.array(same_day)[g[at]] * powers(s[at], e19)
    after[at] = np.where((g[at] > 1) & (grown < 1.0), s[at], s[at] * grown)
    (at,) = np.nonzero(~soon & (g > 1))
    gained = np.array(growth)[g[at]] * (11.0 - d[at]) * powers(s[at], e9)
    after[at] = s[at] * (1.0 + gained * (exps((1.0 - r[at]) * w10) - 1.0))
    (at,) = np.nonzero(~soon & (g <= 1))
    left = w11 * powers(d[at], e12) * (powers(s[at] + 1.0, w13) - 1.0)
    after[at] = np.minimum(left * exps((1.0 - r[at]) * w14), s[at] * share)
    moved = np.array(shift)[g] + np.array(damping)[g] * d
    return (
        np.clip(after, fsrs6.LEAST_STABILITY, fsrs6.GREATEST_STABILITY),
        np.clip(moved, fsrs6.LEAST_DIFFICULTY, fsrs6.GREATEST_DIFFICULTY),
    )


def sbd_step(
    c: sbd.Constants, s: Floats, n: Floats, first: Ints, g: Ints, t: Floats
) -> tuple[Floats, Floats]:
    """Trace and doubts of each after a review t days after its last one."""
    a = powers(t, c[0]) + np.array(c[4])[first] * np.sqrt(s)
    after = s + a
    (at,) = np.nonzero(g <= 1)
    kept = powers(1.0 + a[at] / s[at], -steepness(c, n[at]))
    after[at] = s[at] * powers(1.0 - kept, c[2])
    doubts = np.minimum(n + _DOUBTS[g], sbd.MOST_DOUBTS)
    return np.clip(after, sbd.LEAST_TRACE, sbd.GREATEST_TRACE), doubts


def steepness(c: sbd.Constants, n: Floats) -> Floats:
    """`sbd.steepness` of each."""
    return c[1] * powers(c[3] + n, c[2])
