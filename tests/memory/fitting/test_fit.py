"""A fit finds the likeliest parameters, from no review at all upwards."""

from concurrent.futures import ThreadPoolExecutor
from math import isfinite, isnan

import numpy as np
import pytest

from learnt.clock import DAY_MS
from learnt.memory import MODELS, model_named
from learnt.memory.fitting import ReviewLog, Workers, fit, replay
from learnt.memory.fitting.families import FSRS6, SBD
from learnt.memory.fitting.fit import SAMPLES, fit_family, target_weights
from learnt.memory.fitting.scores import log_loss
from learnt.weights.priors import priors
from tests.memory.fitting.logs import log_of, minimised, simulated

NAMES = tuple(MODELS)
FAMILIES = {"fsrs6": FSRS6, "sbd": SBD}
CENTURY = 36_525 * DAY_MS

ODD_LOGS = {
    "one review": [(1, 3, 0)],
    "one target": [(1, 3, 0), (1, 1, 3 * DAY_MS)],
    "all passed": [(n, 3, k * (k + n % 3 + 1) * DAY_MS) for n in range(20) for k in range(5)],
    "all failed": [(n, 1, k * (n % 3 + 1) * DAY_MS) for n in range(20) for k in range(5)],
    "one card": [(1, 1 + k * k % 4, k * 2 * DAY_MS) for k in range(5_000)],
    "one instant": [(n, 1 + (n + k) % 4, 0) for n in range(5) for k in range(9)],
    "centuries": [(n, 1 + (n * k) % 4, k * CENTURY) for n in range(9) for k in range(5)],
    "worse rated, better known": [
        (n, 1 + n % 4 if k == 0 else (1 if n % 4 > 1 else 3), k * 3 * DAY_MS)
        for n in range(80)
        for k in range(4)
    ],
}


def mean_loss(name: str, parameters: tuple[float, ...], log: ReviewLog) -> float:
    recalled, _ = replay(name, parameters, log.starts, log.ratings, log.elapsed)
    return log_loss(recalled[log.targets], log.passed[log.targets])


@pytest.mark.parametrize("name", NAMES)
def test_no_review_gives_the_mean_of_the_prior(name: str) -> None:
    found = fit(name, log_of([]), priors())
    of_fsrs = FSRS6.parameters(priors()["fsrs6"].mean)
    of_sbd = SBD.parameters(priors()["sbd"].mean)
    mean = {"fsrs6": of_fsrs, "sbd": of_sbd, "blend": (*of_fsrs, *of_sbd, 0.5, 0.0)}[name]
    assert found.parameters == pytest.approx(mean, rel=1e-6)
    assert (found.reviews, found.targets) == (0, 0)


@pytest.mark.parametrize("odd", ODD_LOGS)
@pytest.mark.parametrize("name", NAMES)
def test_an_odd_log_gives_parameters_within_their_bounds(name: str, odd: str) -> None:
    log = log_of(ODD_LOGS[odd])
    found = fit(name, log, priors())
    model = model_named(name, found.parameters)
    for value, (least, most) in zip(found.parameters, model.bounds, strict=True):
        assert least * (1 - 1e-12) - 1e-12 <= value <= most * (1 + 1e-12)
    loss = mean_loss(name, found.parameters, log)
    assert isnan(loss) if found.targets == 0 else isfinite(loss)
    assert found.reviews == len(log)


@pytest.mark.parametrize("name", NAMES)
def test_a_fit_foretells_a_learner_better_than_the_defaults(name: str) -> None:
    log = simulated(2_000)
    found = fit(name, log, priors())
    assert found.model == name
    assert found.targets == len(log.targets)
    before = mean_loss(name, model_named(name).parameters, log)
    assert mean_loss(name, found.parameters, log) < before - 0.002


@pytest.mark.parametrize("name", FAMILIES)
def test_nothing_near_a_fit_is_likelier(name: str) -> None:
    log, family = simulated(1_000), FAMILIES[name]
    found = fit(name, log, priors())
    least = minimised(family, found.parameters, log)
    place, chance = family.place(found.parameters), np.random.default_rng(3)
    deviation = np.sqrt(np.diag(priors()[name].covariance))
    for _ in range(40):
        moved = place + chance.normal(size=family.size) * deviation * 0.05
        moved = np.clip(moved, *family.limits)
        assert minimised(family, family.parameters(moved), log) >= least * (1 - 2e-6)


@pytest.mark.parametrize("name", NAMES)
def test_a_fit_is_the_same_every_time(name: str) -> None:
    assert fit(name, simulated(800), priors()) == fit(name, simulated(800), priors())


@pytest.mark.parametrize("name", NAMES)
def test_a_fit_does_not_depend_on_the_order_in_which_reviews_are_given(name: str) -> None:
    log = simulated(800)
    names = np.repeat(log.items, np.diff(log.starts))
    mixed = np.random.default_rng(1).permutation(len(log))
    again = ReviewLog.of(names[mixed], log.ratings[mixed], log.times[mixed])
    assert fit(name, again, priors()).parameters == pytest.approx(
        fit(name, log, priors()).parameters, rel=1e-6
    )


@pytest.mark.parametrize("name", FAMILIES)
def test_wherever_a_search_begins_it_ends_as_low(name: str) -> None:
    log, family = simulated(2_000), FAMILIES[name]
    cold = fit(name, log, priors())
    least = minimised(family, cold.parameters, log)
    warm = fit(name, log, priors(), start=cold.parameters)
    assert warm.looks < cold.looks
    assert minimised(family, warm.parameters, log) == pytest.approx(least, rel=1e-5)
    other = fit(name, simulated(2_000, seed=7), priors()).parameters
    from_there = fit(name, log, priors(), start=other)
    assert minimised(family, from_there.parameters, log) == pytest.approx(least, rel=1e-5)


def test_a_blend_may_begin_where_one_ended() -> None:
    log = simulated(2_000)
    cold = fit("blend", log, priors())
    warm = fit("blend", log, priors(), start=cold.parameters)
    assert warm.looks < cold.looks
    ended = mean_loss("blend", cold.parameters, log)
    assert mean_loss("blend", warm.parameters, log) == pytest.approx(ended, rel=1e-4)


@pytest.mark.parametrize("name", FAMILIES)
def test_a_long_log_begun_with_some_of_its_items_ends_as_low(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    log, family = simulated(6_000, seed=2), FAMILIES[name]
    least = minimised(family, fit(name, log, priors()).parameters, log)
    monkeypatch.setitem(fit_family.__globals__, "WORTH_WARMING", 5_000)
    begun = fit(name, log, priors())
    assert len(log.items) > 10 * SAMPLES[0]
    assert minimised(family, begun.parameters, log) == pytest.approx(least, rel=1e-3)


@pytest.mark.parametrize("name", NAMES)
def test_several_workers_find_the_same(name: str) -> None:
    log = simulated(2_000)
    with ThreadPoolExecutor(2) as pool:
        together = fit(name, log, priors(), workers=Workers(2, pool.map))
    alone = fit(name, log, priors())
    ended = mean_loss(name, alone.parameters, log)
    assert mean_loss(name, together.parameters, log) == pytest.approx(ended, rel=1e-6)
    assert together.parameters == pytest.approx(alone.parameters, rel=1e-4, abs=1e-5)


def test_the_latest_targets_count_most_and_other_reviews_not_at_all() -> None:
    log = simulated(1_000)
    weights = target_weights(log)
    in_time = weights[log.targets]
    assert (np.diff(in_time) > 0).all()
    assert in_time[-1] == pytest.approx(1)
    assert 0.1 < in_time[0] < 0.25
    assert np.count_nonzero(weights) == len(log.targets)


def test_a_model_nobody_knows_is_refused() -> None:
    with pytest.raises(KeyError):
        fit("sm2", log_of([]), priors())
    with pytest.raises(KeyError):
        fit("sbd", log_of([]), {"fsrs6": priors()["fsrs6"]})
