"""The fit of every day ends near where the full one does."""

import numpy as np
import pytest

from learnt.memory.fitting import ReviewLog, fit
from learnt.memory.fitting.daily import Kept, keep, refit
from learnt.memory.fitting.families import FSRS6, SBD, Family
from learnt.memory.fitting.fit import target_weights
from learnt.weights.priors import priors
from tests.memory.fitting.logs import log_of, minimised, simulated

FAMILIES = [FSRS6, SBD]
TOLERANCE = 3e-4


def excess(kept: Kept, log: ReviewLog) -> float:
    """How much higher the mean weighted loss of all targets is than after the full fit."""
    family = kept.family
    least = minimised(family, fit(family.name, log, priors()).parameters, log)
    here = minimised(family, kept.parameters, log)
    return (here - least) / float(target_weights(log).sum())


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("share", [0.95, 0.98])
@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_after_a_few_days_it_is_the_full_fit_to_tolerance(
    family: Family, share: float, seed: int
) -> None:
    log, prior = simulated(3_000, seed), priors()[family.name]
    seen = round(len(log.targets) * share)
    before = keep(family, log.until(seen), prior)
    assert before.targets == seen
    after = refit(before, log, prior)
    assert after.targets == len(log.targets)
    assert excess(after, log) < TOLERANCE
    assert excess(after, log) < excess(before, log) / 2


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_day_after_day_it_does_not_drift_away(family: Family) -> None:
    log, prior = simulated(3_000), priors()[family.name]
    count = len(log.targets)
    begun = kept = keep(family, log.until(round(count * 0.9)), prior)
    for share in np.linspace(0.91, 1, 10):
        kept = refit(kept, log.until(round(count * share)), prior)
    assert kept.targets == count
    assert excess(kept, log) < TOLERANCE
    assert excess(kept, log) < excess(begun, log) / 2


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_nothing_new_changes_nothing(family: Family) -> None:
    log, prior = simulated(500), priors()[family.name]
    kept = keep(family, log, prior)
    assert refit(kept, log, prior) is kept


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_it_begins_from_no_review_too(family: Family) -> None:
    log, prior = simulated(500), priors()[family.name]
    kept = refit(keep(family, log_of([]), prior), log, prior)
    low, high = family.limits
    assert (low <= kept.place).all()
    assert (kept.place <= high).all()
    unfitted = keep(family, log_of([]), prior)
    assert excess(kept, log) < excess(unfitted, log)


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_a_full_fit_is_what_is_kept(family: Family) -> None:
    log, prior = simulated(500), priors()[family.name]
    kept = keep(family, log, prior)
    assert kept.parameters == fit(family.name, log, priors()).parameters
    assert np.linalg.eigvalsh(kept.information).min() > 0
