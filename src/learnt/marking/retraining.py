"""The bounds of marking, fitted to what a learner confirmed and corrected."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from learnt.journal import VerdictKind
from learnt.marking.deciding import Thresholds, judged

FEWEST = 20
"""Points that a learner must have confirmed or corrected: fewer say nothing."""
_MISSING = tuple(n / 50 for n in range(8, 23))
_COVERED = tuple(n / 50 for n in range(26, 43))


@dataclass(frozen=True, slots=True)
class Trial:
    """One statement that was marked, and whether it was said as it turned out.

    `sure` is None without a clash, else whether it is one that is rarely wrong.
    """

    score: float
    sure: bool | None
    said: bool


@dataclass(frozen=True, slots=True)
class Refit:
    """What a fit came to: shares of points marked right, an unsure one counting half.

    `adopted` is whether the bounds are better for the learner and no worse on `development`.
    """

    thresholds: Thresholds
    points: int
    before: float
    after: float
    development_before: float
    development_after: float

    @property
    def adopted(self) -> bool:
        """Whether the new bounds are to be taken."""
        return self.after > self.before and self.development_after >= self.development_before


def refit(own: Sequence[Trial], development: Sequence[Trial], current: Thresholds) -> Refit:
    """The bounds that suit a learner best among those that suit the development set no worse.

    Of equal ones those nearest to the current bounds are taken. With fewer than FEWEST trials
    the current ones stay.
    """
    before, shipped = right(own, current), right(development, current)
    best, share = current, before
    tried = (replace(current, missing=low, covered=high) for low in _MISSING for high in _COVERED)
    if len(own) >= FEWEST:
        for bounds in sorted(tried, key=lambda one: _moved(one, current)):
            if right(own, bounds) > share and right(development, bounds) >= shipped:
                best, share = bounds, right(own, bounds)
    return Refit(best, len(own), before, share, shipped, right(development, best))


def right(trials: Sequence[Trial], bounds: Thresholds) -> float:
    """The share of points marked right; one that is asked about counts half."""
    if not trials:
        return 0.0
    return sum(_credit(one, bounds) for one in trials) / len(trials)


def _credit(trial: Trial, bounds: Thresholds) -> float:
    kind = judged(trial.score, trial.sure, bounds)
    if kind is VerdictKind.UNSURE:
        return 0.5
    return float((kind is VerdictKind.COVERED) is trial.said)


def _moved(one: Thresholds, current: Thresholds) -> float:
    return abs(one.missing - current.missing) + abs(one.covered - current.covered)
