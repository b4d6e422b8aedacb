"""Whether new parameters are better than those a learner has: by reviews neither has seen."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

import numpy as np

from learnt.memory.fitting.evaluate import foretell
from learnt.memory.fitting.fit import Workers
from learnt.memory.fitting.log import ReviewLog
from learnt.memory.fitting.prior import Prior
from learnt.memory.fitting.replay import replay
from learnt.memory.fitting.scores import log_losses
from learnt.memory.fitting.splits import time_series_splits

FEWEST = 60
"""With fewer unseen targets a comparison says nothing."""


class Reason(StrEnum):
    """Why parameters are adopted or not."""

    BETTER = "better"
    TOO_FEW = "too_few"
    NO_BETTER = "no_better"


@dataclass(frozen=True)
class Comparison:
    """New parameters against the current ones, on `tested` targets neither was fitted to.

    `current` and `new` are mean log losses, NaN where `tested` are too few.
    """

    reason: Reason
    tested: int
    current: float
    new: float

    @property
    def adopted(self) -> bool:
        """Whether the new parameters are the better ones."""
        return self.reason is Reason.BETTER


def compare(
    model: str,
    current: tuple[str, tuple[float, ...]],
    log: ReviewLog,
    priors: Mapping[str, Prior],
    *,
    seen: int = 0,
    workers: Workers | None = None,
) -> Comparison:
    """Fit on what came before each fold, test on it, and test `current` on the same reviews.

    `current`: a model's name and its parameters, fitted to the first `seen` targets, 0 for those
    that came with the program. Only later targets are compared, for which it has no advantage.
    """
    count = len(log.targets)
    if seen and count - seen < FEWEST:
        return _too_few(count - seen)
    new = np.full(count, np.nan)
    for trained, end in _folds(count, seen):
        done = foretell(model, log, (trained, end), priors, workers)
        new[trained:end] = log_losses(done.expected, done.passed)
    tested = ~np.isnan(new)
    if tested.sum() < FEWEST:
        return _too_few(int(tested.sum()))
    recalled, _ = replay(*current, log.starts, log.ratings, log.elapsed)
    old = log_losses(recalled[log.targets], log.passed[log.targets])
    before, after = float(old[tested].mean()), float(new[tested].mean())
    reason = Reason.BETTER if after < before else Reason.NO_BETTER
    return Comparison(reason, int(tested.sum()), before, after)


def _too_few(tested: int) -> Comparison:
    return Comparison(Reason.TOO_FEW, tested, float("nan"), float("nan"))


def _folds(count: int, seen: int) -> list[tuple[int, int]]:
    """Time-series folds of all targets, or of those after the `seen` ones in one fold or more."""
    if seen == 0:
        return list(time_series_splits(count))
    edges = np.linspace(seen, count, min(5, (count - seen) // FEWEST) + 1).astype(int).tolist()
    return list(pairwise(edges))
