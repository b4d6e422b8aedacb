"""The fit of every day: one look at what is new, from where the last fit ended.

A full fit leaves a quadratic behind: its place and its information. After a day's reviews the new
weighted losses are added to it, the old one counting less by as much as recency takes from it, and
one bounded step of Newton goes to the least of both. It reads the histories of the items that were
reviewed and nothing else.
"""

from dataclasses import dataclass

import numpy as np

from learnt.memory.fitting.arrays import Floats
from learnt.memory.fitting.families import Family
from learnt.memory.fitting.fit import Workers, fit_family, objective, target_weights
from learnt.memory.fitting.histories import histories, part
from learnt.memory.fitting.log import ReviewLog
from learnt.memory.fitting.newton import FIRST_DAMPING, Value, bounded_step
from learnt.memory.fitting.prior import Prior


@dataclass(frozen=True)
class Kept:
    """Where a fit ended: the place, its information with the prior, and the targets seen."""

    family: Family
    place: Floats
    information: Floats
    targets: int

    @property
    def parameters(self) -> tuple[float, ...]:
        """The parameters there."""
        return self.family.parameters(self.place)


def keep(family: Family, log: ReviewLog, prior: Prior, workers: Workers | None = None) -> Kept:
    """Fit a family in full, and keep what a day's fit needs."""
    days = family.days(log)
    weights = target_weights(log)
    found = fit_family(family, log, days, weights, prior, None, workers or Workers())
    every = objective(family, [histories(log, days, weights)], prior, 1.0, Workers())
    return Kept(family, found.place, every(found.place).information, len(log.targets))


def refit(kept: Kept, log: ReviewLog, prior: Prior) -> Kept:
    """The fit after more reviews: `log` is the whole log, of which `kept.targets` were seen."""
    family, seen = kept.family, kept.targets
    new = log.targets[seen:]
    if not len(new):
        return kept
    days = family.days(log)
    weights = target_weights(log)
    aged = float(weights[log.targets[:seen]].sum()) if seen else 0.0
    before = float(target_weights(log.until(seen)).sum()) if seen else 1.0
    only_new = np.zeros_like(weights)
    only_new[new] = weights[new]
    items = np.unique(np.searchsorted(log.starts, new, side="right") - 1)
    fresh = family.value(kept.place, part(histories(log, days, only_new), items))
    old = prior.precision + (kept.information - prior.precision) * (aged / before)
    information = old + fresh.information
    step = bounded_step(
        Value(fresh.value, fresh.gradient, information), kept.place, family.limits, FIRST_DAMPING
    )
    place = np.clip(kept.place + step, *family.limits)
    return Kept(family, place, information, len(log.targets))
