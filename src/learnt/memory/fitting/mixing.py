"""How the blend mixes its two models: the share of FSRS-6 and the drift."""

import numpy as np

from learnt.memory.blend import BOUNDS, DRIFT, SHARE
from learnt.memory.fitting.arrays import Floats, Mask
from learnt.memory.fitting.newton import Value, minimise
from learnt.memory.fitting.replay import log_odds
from learnt.memory.fitting.weighting import sharp_recency

MEAN = np.array([0.5, 0.0])
PRECISION = np.diag([1 / 0.15**2, 1 / 0.1**2])
"""The prior of share and drift: half and half, and no drift; it takes much to move them far."""


def fit_mixture(of_fsrs: Floats, of_sbd: Floats, passed: Mask) -> tuple[float, float]:
    """Share and drift, by what the two expected of the targets, in the order of time.

    The latest reviews count most, so that the drift is that of the last weeks.
    """
    places = (np.arange(len(passed)) + 1) / max(len(passed), 1)
    weights = sharp_recency(places)
    fsrs_odds, sbd_odds = log_odds(of_fsrs), log_odds(of_sbd)
    slopes = np.column_stack([fsrs_odds - sbd_odds, np.ones(len(passed))])

    def at(place: Floats) -> Value:
        p = 1 / (1 + np.exp(-(sbd_odds + slopes @ place)))
        away = place - MEAN
        loss = -float(weights @ np.log(np.where(passed, p, 1 - p)))
        return Value(
            loss + float(away @ PRECISION @ away) / 2,
            slopes.T @ (weights * (p - passed)) + PRECISION @ away,
            (slopes * (weights * p * (1 - p))[:, None]).T @ slopes + PRECISION,
        )

    low, high = (np.array(ends) for ends in zip(BOUNDS[SHARE], BOUNDS[DRIFT], strict=True))
    share, drift = minimise(at, MEAN, (low, high)).place.tolist()
    return share, drift
