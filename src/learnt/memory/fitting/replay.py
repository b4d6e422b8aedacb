"""From histories to what was expected before each review, and the state after the last one."""

import numpy as np

from learnt.memory import fsrs6, sbd
from learnt.memory.blend import SURELY
from learnt.memory.fitting.arrays import Floats, Ints
from learnt.memory.fitting.compiled import callable_from_kernels, kernel

callable_from_kernels(fsrs6.retrievability, fsrs6.start, fsrs6.step, fsrs6.first_difficulty)
callable_from_kernels(sbd.advance, sbd.steepness, sbd.retrievability, sbd.step)
_fsrs6_recall, _fsrs6_start, _fsrs6_step = fsrs6.retrievability, fsrs6.start, fsrs6.step
_sbd_recall, _sbd_step = sbd.retrievability, sbd.step
DOUBTS = sbd.DOUBTS


@kernel
def fsrs6_replay(
    w: tuple[float, ...], c: fsrs6.Constants, starts: Ints, ratings: Ints, days: Floats,
    recalled: Floats, states: Floats,
) -> None:  # fmt: skip
    """Recall before each review into `recalled`, S and D of each item into `states` (items, 2).

    On the same day (less than a whole one) FSRS expects what it expects after that time; the first
    review of an item expects nothing and gets 1.
    """
    for item in range(len(starts) - 1):
        s, d = _fsrs6_start(w, ratings[starts[item]])
        recalled[starts[item]] = 1.0
        for at in range(starts[item] + 1, starts[item + 1]):
            r = _fsrs6_recall(c, s, days[at])
            recalled[at] = r
            s, d = _fsrs6_step(c, s, d, ratings[at], days[at], r)
        states[item, 0], states[item, 1] = s, d


@kernel
def sbd_replay(
    c: sbd.Constants, starts: Ints, ratings: Ints, days: Floats, recalled: Floats, states: Floats
) -> None:
    """The same for SBD; `states` (items, 3) get trace, doubts and the first rating less one."""
    for item in range(len(starts) - 1):
        first = ratings[starts[item]] - 1
        s, n = c[5][first], DOUBTS[ratings[starts[item]]]
        recalled[starts[item]] = 1.0
        for at in range(starts[item] + 1, starts[item + 1]):
            recalled[at] = _sbd_recall(c, s, n, first, days[at])
            s, n = _sbd_step(c, s, n, first, ratings[at], days[at])
        states[item, 0], states[item, 1], states[item, 2] = s, n, first


def replay(
    name: str, parameters: tuple[float, ...], starts: Ints, ratings: Ints, elapsed: Floats
) -> tuple[Floats, Floats]:
    """Recall before each review and states (items, 5) in the order of `MemoryState`'s fields."""
    states = np.zeros((len(starts) - 1, 5))
    recalled = np.ones(len(ratings))
    if name in ("fsrs6", "blend"):
        w = parameters[:21]
        days = np.floor(elapsed) if name == "fsrs6" else elapsed
        kept = np.zeros((len(states), 2))
        fsrs6_replay(w, fsrs6.constants(parameters[:21]), starts, ratings, days, recalled, kept)
        states[:, :2] = kept
    if name in ("sbd", "blend"):
        c = sbd.constants(parameters if name == "sbd" else parameters[21:28])
        of_sbd, kept = np.ones(len(ratings)), np.zeros((len(states), 3))
        sbd_replay(c, starts, ratings, elapsed, of_sbd, kept)
        states[:, 2:] = kept
        recalled = of_sbd if name == "sbd" else mixed(recalled, of_sbd, *parameters[28:])
    return recalled, states


def mixed(of_fsrs: Floats, of_sbd: Floats, share: float, drift: float) -> Floats:
    """The blend's recall from that of the two."""
    odds = share * log_odds(of_fsrs) + (1 - share) * log_odds(of_sbd) + drift
    return np.asarray(1 / (1 + np.exp(-odds)))


def log_odds(recall: Floats) -> Floats:
    """Log p / (1 - p) by the odds against it, as in `learnt.memory.blend.odds_against`."""
    return np.asarray(-np.log((1 - recall) / np.maximum(recall, SURELY) + SURELY))
