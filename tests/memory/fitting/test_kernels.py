"""The kernels: loss, gradient and Fisher information are those of the formulas."""

import json
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from math import log as ln
from random import Random
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnt.memory import Blend, Fsrs6, MemoryModel, Sbd, sbd
from learnt.memory.blend import SURELY
from learnt.memory.fitting import COMPILES, ReviewLog, Workers, families
from learnt.memory.fitting.arrays import Floats
from learnt.memory.fitting.families import FSRS6, SBD, Family
from learnt.memory.fitting.fit import objective, parts_of
from learnt.memory.fitting.fsrs6_kernel import fsrs6_pass
from learnt.memory.fitting.histories import (
    Histories,
    alike_together,
    histories,
    merge,
    merged,
    part,
    write_keys,
)
from learnt.memory.fitting.likelihood import LEAST_PROBABILITY
from learnt.memory.fitting.newton import Value
from learnt.memory.fitting.replay import fsrs6_replay, sbd_replay
from learnt.memory.fitting.sbd_kernel import sbd_pass
from learnt.weights.priors import priors
from tests.memory.fitting.logs import log_of, logs, simulated, stepped

WHOLE, FRACTIONS, OF_SBD = "FSRS-6 in whole days", "FSRS-6 in fractions", "SBD"
CASES = (WHOLE, FRACTIONS, OF_SBD)


def family_of(case: str) -> Family:
    return SBD if case == OF_SBD else FSRS6


def days_of(case: str, log: ReviewLog) -> Floats:
    return log.whole_days if case == WHOLE else log.elapsed


def model_of(case: str, drawn: tuple[float, ...]) -> MemoryModel:
    """The model whose steps the kernel takes; FSRS-6 in fractions is all of a blend."""
    if case == FRACTIONS:
        return Blend((*drawn, *sbd.DEFAULT_PARAMETERS, 1.0, 0.0))
    return Fsrs6(drawn) if case == WHOLE else Sbd(drawn)


def some_parameters(family: Family, chance: Random) -> tuple[float, ...]:
    """Near the defaults, or anywhere inside the bounds."""
    low, high = family.limits
    inside = np.array([chance.uniform(0.02, 0.98) for _ in low])
    anywhere = low + inside * (high - low)
    share = chance.choice((0.05, 0.2, 1.0))
    return family.parameters((1 - share) * family.place(family.defaults) + share * anywhere)


def some_log(chance: Random, reviews: int = 120) -> ReviewLog:
    """Items with waits of seconds to years, two in five of them within the day."""
    rows, clock = [], [0] * 12
    for _ in range(reviews):
        item = chance.randrange(12)
        wait = (
            10 ** chance.uniform(-4, 0) if chance.random() < 0.4 else 10 ** chance.uniform(0, 2.7)
        )
        clock[item] += round(wait * 86_400_000)
        rows.append((item, chance.choice((1, 2, 3, 3, 4)), clock[item]))
    return log_of(rows)


def judged(
    case: str, drawn: tuple[float, ...], log: ReviewLog, chance: Random
) -> tuple[Histories, list[float]]:
    """Weights for reviews that are expected within the clipping, and what is expected."""
    days = days_of(case, log)
    expected, _ = stepped(model_of(case, drawn), log, days)
    if (
        case == FRACTIONS
    ):  # the blend adds to the odds against, see learnt.memory.blend.odds_against
        expected = [1 / (1 + (1 / one - 1 - SURELY)) for one in expected]
    edge = 2 * LEAST_PROBABILITY
    weights = np.array([chance.uniform(0.2, 2) * (edge < one < 1 - edge) for one in expected])
    if case != OF_SBD:
        weights[days < 1] = 0  # FSRS-6 is not judged on the same day
    return histories(log, days, weights), expected


def by_differences(family: Family, place: Floats, own: Histories) -> list[Floats]:
    """From both sides, and from each side alone: difficulty may stand near the end of its range."""
    here = family.value(place, own).value
    both, above, below = (np.zeros(family.size) for _ in range(3))
    for nth in range(family.size):
        step = np.zeros(family.size)
        step[nth] = 1e-6 * max(1.0, abs(place[nth]))
        higher, lower = (family.value(place + sign * step, own).value for sign in (1, -1))
        both[nth] = (higher - lower) / (2 * step[nth])
        above[nth], below[nth] = (higher - here) / step[nth], (here - lower) / step[nth]
    return [both, above, below]


@pytest.mark.parametrize("case", CASES)
def test_the_gradient_is_that_of_differences(case: str) -> None:
    chance, family = Random(case), family_of(case)
    looked_at = 0
    for _ in range(60):
        drawn = some_parameters(family, chance)
        own, _ = judged(case, drawn, some_log(chance), chance)
        place = family.place(drawn)
        value = family.value(place, own)
        size = max(1.0, float(np.abs(value.gradient).max()))
        near = [
            np.isclose(value.gradient, one, rtol=2e-4, atol=2e-6 * size)
            for one in by_differences(family, place, own)
        ]
        assert np.logical_or.reduce(near).all()
        assert np.count_nonzero(near[0]) >= family.size - 2
        looked_at += int(np.count_nonzero(own.weights))
    assert looked_at > 600


@pytest.mark.parametrize("case", CASES)
def test_the_loss_is_that_of_the_models_steps(case: str) -> None:
    chance, family = Random(case), family_of(case)
    for _ in range(20):
        log, drawn = some_log(chance), some_parameters(family, chance)
        own, expected = judged(case, drawn, log, chance)
        by_hand = -sum(
            weight * ln(p if passed else 1 - p)
            for weight, p, passed in zip(own.weights, expected, log.passed, strict=True)
            if weight
        )
        assert family.value(family.place(drawn), own).value == pytest.approx(by_hand, rel=1e-9)


@pytest.mark.parametrize("case", CASES)
def test_the_information_is_that_of_the_slopes_of_each_review(case: str) -> None:
    """The sum over reviews of w / (p (1 - p)) · dp dp', each dp from a gradient of one review."""
    chance, family = Random(case), family_of(case)
    drawn = some_parameters(family, chance)
    own, expected = judged(case, drawn, some_log(chance, 60), chance)
    place = family.place(drawn)
    summed = np.zeros((family.size, family.size))
    for at in np.flatnonzero(own.weights):
        alone = np.zeros_like(own.weights)
        alone[at] = own.weights[at]
        gradient = family.value(place, replace(own, weights=alone)).gradient
        passed, p = own.ratings[at] > 1, expected[at]
        slope = gradient / own.weights[at] * (-p if passed else 1 - p)
        summed += own.weights[at] / (p * (1 - p)) * np.outer(slope, slope)
    found = family.value(place, own).information
    np.testing.assert_allclose(found, summed, rtol=1e-6, atol=1e-9 * np.abs(summed).max())


@pytest.mark.parametrize("case", CASES)
def test_the_information_is_symmetric_and_never_negative(case: str) -> None:
    chance, family = Random(case), family_of(case)
    for _ in range(20):
        drawn, log = some_parameters(family, chance), some_log(chance)
        own = histories(log, days_of(case, log), np.ones(len(log)))
        found = family.value(family.place(drawn), own).information
        assert np.isfinite(found).all()
        assert (found == found.T).all()
        ends = np.linalg.eigvalsh(found)
        assert ends.min() >= -1e-9 * max(1.0, ends.max())


def test_expectations_beyond_the_clipping_stay_finite() -> None:
    """Surely recalled and yet failed, surely forgotten and yet passed."""
    century = 36_525 * 86_400_000
    log = log_of([(1, 4, 0), (1, 1, 86_400_000), (2, 1, 0), (2, 3, century), (2, 1, 2 * century)])
    for case in CASES:
        family = family_of(case)
        for drawn in (family.defaults, *map(tuple, zip(*family.bounds, strict=True))):
            own = histories(log, days_of(case, log), np.ones(len(log)))
            value = family.value(family.place(drawn), own)
            assert 0 <= value.value <= 3 * -ln(LEAST_PROBABILITY)
            assert np.isfinite(value.gradient).all()
            assert np.isfinite(value.information).all()


def assert_alike(one: Value, other: Value, rel: float = 1e-9) -> None:
    assert one.value == pytest.approx(other.value, rel=rel, abs=1e-12)
    for mine, theirs in (
        (one.gradient, other.gradient),
        (one.information, other.information),
    ):
        np.testing.assert_allclose(
            mine, theirs, rtol=rel, atol=rel * max(1e-3, np.abs(theirs).max(initial=0))
        )


@settings(max_examples=50)
@given(logs(least=1), st.integers(0, 2**16))
def test_histories_read_together_say_the_same(log: ReviewLog, seed: int) -> None:
    chance = Random(seed)
    weights = np.array([chance.random() for _ in range(len(log))])
    whole = histories(log, log.whole_days, weights)
    once = merged(whole, alike_together(whole))
    assert len(once.ratings) <= len(whole.ratings)
    assert len(once.ratings) + once.shared.sum() == len(whole.ratings)
    assert once.weights.sum() == pytest.approx(weights.sum())
    place = FSRS6.place(some_parameters(FSRS6, chance))
    assert_alike(FSRS6.value(place, once), FSRS6.value(place, whole))


def test_a_simulated_log_has_much_less_to_read_when_merged() -> None:
    log = simulated(3_000)
    whole = histories(log, log.whole_days, np.ones(len(log)))
    once = merged(whole, alike_together(whole))
    assert len(once.ratings) < 0.8 * len(log)
    place = FSRS6.place(FSRS6.defaults)
    assert_alike(FSRS6.value(place, once), FSRS6.value(place, whole))


def test_histories_longer_than_their_keys_are_compared_to_their_ends() -> None:
    """Alike for twelve reviews, of which the sort looks at seven; and waits too long for a key."""
    day = 86_400_000
    alike = [(item, 3, nth * 2 * day) for item in range(4) for nth in range(12)]
    ends = [(item, 1 + item % 2, (30 + item % 2) * day) for item in range(4)]
    ages = [
        (4 + item, 3, item * 50_000 * day + nth * (17_000 + item) * day)
        for item in range(2)
        for nth in range(2)
    ]
    log = log_of(alike + ends + ages)
    whole = histories(log, log.whole_days, np.ones(len(log)))
    once = merged(whole, alike_together(whole))
    assert once.shared.tolist().count(12) + once.shared.tolist().count(13) == 3
    place = FSRS6.place(FSRS6.defaults)
    assert_alike(FSRS6.value(place, once), FSRS6.value(place, whole))


def test_some_histories_are_merged_however_long_the_others_are() -> None:
    """Only the last item is long: those before it say nothing of the room that it needs."""
    day = 86_400_000
    reviews = [
        (item, 3, nth * day) for item, length in ((0, 1), (1, 2), (2, 500)) for nth in range(length)
    ]
    log = log_of(reviews)
    whole = histories(log, log.whole_days, np.arange(1.0, len(log) + 1))
    place = FSRS6.place(FSRS6.defaults)
    for chosen in ([2], [0, 2], [2, 1], [1]):
        order = np.array(chosen)
        once = merged(whole, order)
        assert len(once.ratings) + once.shared.sum() == np.diff(whole.starts)[order].sum()
        assert_alike(FSRS6.value(place, once), FSRS6.value(place, part(whole, order)))


@settings(max_examples=50)
@given(logs(least=1), st.data())
def test_a_part_is_the_histories_of_its_items(log: ReviewLog, data: st.DataObject) -> None:
    whole = histories(log, log.elapsed, np.arange(1.0, len(log) + 1))
    chosen = data.draw(st.lists(st.sampled_from(range(len(log.items))), unique=True, min_size=1))
    own = part(whole, np.array(chosen))
    for nth, item in enumerate(chosen):
        mine = slice(own.starts[nth], own.starts[nth + 1])
        theirs = slice(whole.starts[item], whole.starts[item + 1])
        for name in ("ratings", "days", "weights"):
            assert getattr(own, name)[mine].tolist() == getattr(whole, name)[theirs].tolist()


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("count", [1, 2, 3, 7])
def test_what_several_workers_find_adds_up(case: str, count: int) -> None:
    log, family = simulated(1_000), family_of(case)
    whole = histories(log, days_of(case, log), np.ones(len(log)))
    prior, place = priors()[family.name], family.place(family.defaults)
    order = np.arange(len(log.items))[::-1]
    alone = objective(family, [whole], prior, 1.0, Workers())(place)
    with ThreadPoolExecutor(count) as pool:
        workers = Workers(count, pool.map)
        parts = parts_of(whole, order, workers, merge=case == WHOLE)
        assert len(parts) == count
        together = objective(family, parts, prior, 1.0, workers)(place)
    assert_alike(together, alone)


def test_more_workers_than_items_do_no_harm() -> None:
    log = log_of([(1, 3, 0), (1, 1, 5 * 86_400_000)])
    whole = histories(log, log.whole_days, np.ones(2))
    parts = parts_of(whole, np.arange(1), Workers(3), merge=True)
    assert sum(FSRS6.value(FSRS6.place(FSRS6.defaults), one).value for one in parts) > 0


@pytest.fixture
def uncompiled(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[..., Any]], Any]:
    """The Python that a kernel was compiled from, and that of the kernels it calls."""
    if not COMPILES:
        pytest.skip("numba is not installed")
    for module in (fsrs6_pass, sbd_pass):
        source = getattr(module, "py_func")  # noqa: B009 - what numba made of it has it
        inner = source.__globals__["add_batch"]
        monkeypatch.setitem(source.__globals__, "add_batch", inner.py_func)
    return lambda compiled: getattr(compiled, "py_func")  # noqa: B009 - see above


@pytest.mark.parametrize("case", CASES)
def test_a_pass_gives_the_same_compiled_and_not(
    case: str, uncompiled: Callable[[Callable[..., Any]], Any]
) -> None:
    chance, family = Random(case), family_of(case)
    plain = replace(family, kernel=uncompiled(family.kernel))
    assert plain.kernel is not family.kernel
    drawn = some_parameters(family, chance)
    own, _ = judged(case, drawn, some_log(chance, 60), chance)
    place = family.place(drawn)
    assert_alike(plain.value(place, own), family.value(place, own))


def test_merging_and_replays_give_the_same_compiled_and_not(
    uncompiled: Callable[[Callable[..., Any]], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    log = some_log(Random(1), 60)
    whole = histories(log, log.whole_days, np.ones(len(log)))
    order = alike_together(whole)
    compiled = merged(whole, order)
    monkeypatch.setitem(merged.__globals__, "merge", uncompiled(merge))
    monkeypatch.setitem(merged.__globals__, "write_keys", uncompiled(write_keys))
    assert alike_together(whole).tolist() == order.tolist()
    plain = merged(whole, order)
    for name in ("starts", "shared", "ratings", "days", "weights"):
        assert getattr(plain, name).tolist() == getattr(compiled, name).tolist()
    replays: list[tuple[Callable[..., Any], tuple[Any, ...], int]] = [
        (fsrs6_replay, (FSRS6.defaults, FSRS6.constants(FSRS6.defaults)), 2),
        (sbd_replay, (SBD.constants(SBD.defaults),), 3),
    ]
    for kernel, start, width in replays:
        found = []
        for run in (kernel, uncompiled(kernel)):
            recalled, states = np.zeros(len(log)), np.zeros((len(log.items), width))
            run(*start, log.starts, log.ratings, log.elapsed, recalled, states)
            found.append((recalled, states))
        for mine, theirs in zip(*found, strict=True):
            np.testing.assert_allclose(mine, theirs, rtol=1e-9)


WITHOUT_NUMBA = """
import json, sys
sys.modules["numba"] = None
import numpy as np
from learnt.memory.fitting import COMPILES, ReviewLog, fit
from learnt.weights.priors import priors
assert not COMPILES
log = ReviewLog.of(*(np.array(column) for column in json.load(sys.stdin)))
print(json.dumps({name: fit(name, log, priors()).parameters for name in ("fsrs6", "blend")}))
"""


def test_a_fit_without_numba_is_the_same_fit() -> None:
    log = simulated(150)
    names = np.repeat(log.items, np.diff(log.starts))
    columns = [names.tolist(), log.ratings.tolist(), log.times.tolist()]
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_NUMBA],
        input=json.dumps(columns),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    from learnt.memory.fitting import fit

    for name, parameters in json.loads(done.stdout).items():
        assert parameters == pytest.approx(fit(name, log, priors()).parameters, rel=1e-6, abs=1e-7)


def test_both_families_know_their_models() -> None:
    for family, kind in ((families.FSRS6, Fsrs6), (families.SBD, Sbd)):
        assert family.name == kind.name
        assert family.bounds == kind.bounds
        assert family.parameters(family.place(family.defaults)) == pytest.approx(family.defaults)
