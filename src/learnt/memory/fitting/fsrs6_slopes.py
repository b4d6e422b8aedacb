"""Derivatives of the formulas of FSRS-6.

Most are the value times a logarithmic derivative, so the value is what they are given. All are
functions of plain numbers, like the formulas they belong to in `learnt.memory.fsrs6`; a test
compares them with differences.
"""

from math import exp, log

from learnt.memory.fsrs6 import (
    GREATEST_DIFFICULTY,
    GREATEST_STABILITY,
    LEAST_DIFFICULTY,
    LEAST_STABILITY,
    Constants,
    first_difficulty,
)

Parameters = tuple[float, ...]


def recall_slopes(c: Constants, s: float, t: float, r: float) -> tuple[float, float]:
    """Of R(t, S) by S and by w20."""
    base = 1.0 + c[0] * t / s
    factor_slope = (c[0] + 1.0) * log(0.9) / (c[1] * c[1])  # df/dw20
    by_s = -c[1] * r * (base - 1.0) / (base * s)
    return by_s, r * (c[1] * factor_slope * t / (s * base) - log(base))


def start_slopes(w: Parameters, g: int, d: float) -> tuple[float, float]:
    """Of the first D by w4 and w5; that of the first S by the logarithm of w[g-1] is S."""
    if d <= LEAST_DIFFICULTY or d >= GREATEST_DIFFICULTY:
        return 0.0, 0.0
    return 1.0, -(g - 1.0) * exp(w[5] * (g - 1.0))


def difficulty_slopes(
    w: Parameters, c: Constants, d: float, g: int, moved: float
) -> tuple[float, float, float, float, float]:
    """Of the next D by D, and by w4-w7 where D is kept."""
    if moved <= LEAST_DIFFICULTY or moved >= GREATEST_DIFFICULTY:
        return 0.0, 0.0, 0.0, 0.0, 0.0
    shift = (g - 3.0) * (10.0 - d) / 9.0
    by_w5 = -3.0 * w[7] * exp(3.0 * w[5])
    by_w7 = first_difficulty(w, 4) - d + w[6] * shift
    return c[3][g], w[7], by_w5, -(1.0 - w[7]) * shift, by_w7


Slopes = tuple[float, float, float, int, float, float, float, float]
"""Of the next S: by S, D and R; a first parameter, and the slopes by it and the three after it."""


def stability_slopes(
    w: Parameters, c: Constants, s: float, d: float, g: int, t: float, r: float, after: float
) -> Slopes:
    """Of the next S (`after`), in which way it came about; S, D and R are kept in each of them.

    Those by w15 and w16 are not among them, see `bonus_slope`.
    """
    if after <= LEAST_STABILITY or after >= GREATEST_STABILITY:
        return 0.0, 0.0, 0.0, 0, 0.0, 0.0, 0.0, 0.0
    if t < 1.0:
        grown = after / s
        if g > 1 and grown <= 1.0:
            return 1.0, 0.0, 0.0, 0, 0.0, 0.0, 0.0, 0.0
        by_w17, by_w18, by_w19 = after * (g - 3.0 + w[18]), after * w[17], -after * log(s)
        return grown * (1.0 - w[19]), 0.0, 0.0, 17, by_w17, by_w18, by_w19, 0.0
    if g > 1:
        gain = after - s
        spaced = exp((1.0 - r) * c[6])
        by_spacing = gain * spaced / (spaced - 1.0)
        by_s, by_d = 1.0 + gain * (1.0 - w[9]) / s, -gain / (11.0 - d)
        by_w10 = by_spacing * (1.0 - r)
        return by_s, by_d, -by_spacing * w[10], 8, gain, -gain * log(s), by_w10, 0.0
    if after >= s * c[11]:
        return c[11], 0.0, 0.0, 17, -after * w[18], -after * w[17], 0.0, 0.0
    kept = (s + 1.0) ** c[9]
    by_s = after * w[13] * kept / ((kept - 1.0) * (s + 1.0))
    by_w13 = after * kept * log(s + 1.0) / (kept - 1.0)
    return (
        by_s, -after * w[12] / d, -after * w[14],
        11, after / w[11], -after * log(d), by_w13, after * (1.0 - r),
    )  # fmt: skip


def bonus_slope(w: Parameters, s: float, g: int, t: float, after: float) -> float:
    """Of the next S by w15 after Hard and by w16 after Easy, on another day; else 0."""
    if t < 1.0 or after >= GREATEST_STABILITY:
        return 0.0
    if g == 2:
        return (after - s) / w[15]
    if g == 4:
        return (after - s) / w[16]
    return 0.0
