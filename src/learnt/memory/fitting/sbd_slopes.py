"""Derivatives of the formulas of SBD, functions of plain numbers like the formulas."""

from math import log, sqrt

from learnt.memory.sbd import GREATEST_TRACE, LEAST_TRACE, Constants, steepness


def advance_slopes(
    w: tuple[float, ...], c: Constants, s: float, g: int, t: float
) -> tuple[float, float, float, float]:
    """Of a = t^(1/k) + e^(v/k) ρ^(-g/2) √S by S, L (by H it is the same, less), k and v."""
    fixed = c[4][g] * sqrt(s)
    by_k = -fixed * w[5] / (w[2] * w[2])
    if t > 0.0:
        by_k -= t ** c[0] * log(t) / (w[2] * w[2])
    return fixed / (2.0 * s), fixed * g / 6.0, by_k, fixed / w[2]


def recall_slopes(
    c: Constants, s: float, n: float, a: float, r: float
) -> tuple[float, float, float, float, float]:
    """Of R = (1 + a/S)^(-β), β = e^α (δ + n)^c, by a, S, α, c and log δ."""
    beta = steepness(c, n)
    base = 1.0 + a / s
    by_a = -r * beta / (base * s)
    by_scale = -r * log(base) * beta
    spread, offset = log(c[3] + n), c[2] * c[3] / (c[3] + n)
    return by_a, -by_a * a / s, by_scale, by_scale * spread, by_scale * offset


def step_slopes(
    c: Constants, s: float, rating: int, r: float, after: float
) -> tuple[float, float, float, float]:
    """Of the next S by S, a, R and c: of S + a after a pass, of S (1-R)^c after a failure."""
    if after <= LEAST_TRACE or after >= GREATEST_TRACE:
        return 0.0, 0.0, 0.0, 0.0
    if rating > 1:
        return 1.0, 1.0, 0.0, 0.0
    return after / s, 0.0, -after * c[2] / (1.0 - r), after * log(1.0 - r)
