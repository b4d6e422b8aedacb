"""Scores of predictions, and the splits they are made on."""

from itertools import pairwise, product
from math import isnan, log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.memory.fitting.scores import (
    area_under_curve,
    calibration,
    log_loss,
    log_losses,
    paired_bootstrap,
)
from learnt.memory.fitting.splits import one_split, time_series_splits

judged = st.lists(st.tuples(st.sampled_from((0.0, 0.1, 0.5, 0.8, 0.81, 1.0)), st.booleans()))


def arrays(listed: list[tuple[float, bool]]) -> tuple[np.ndarray, np.ndarray]:
    return (
        np.array([p for p, _ in listed], dtype=float),
        np.array([passed for _, passed in listed], dtype=bool),
    )


def test_log_loss_by_hand() -> None:
    predicted, passed = np.array([0.9, 0.9, 0.5]), np.array([True, False, True])
    assert log_losses(predicted, passed) == pytest.approx([-log(0.9), -log(0.1), -log(0.5)])
    assert log_loss(predicted, passed) == pytest.approx(-log(0.9 * 0.1 * 0.5) / 3)
    assert isnan(log_loss(predicted[:0], passed[:0]))


def test_what_was_sure_and_wrong_costs_no_more_than_the_clipping() -> None:
    sure = np.array([1.0, 0.0, 1.0, 0.0])
    happened = np.array([False, True, True, False])
    assert log_losses(sure, happened) == pytest.approx([-log(1e-4)] * 2 + [-log(1 - 1e-4)] * 2)


@given(judged, st.integers(1, 12))
def test_bins_hold_every_review_once_in_rising_order(
    listed: list[tuple[float, bool]], most: int
) -> None:
    predicted, passed = arrays(listed)
    bins = calibration(predicted, passed, most)
    assert len(bins) == min(most, len(listed))
    counts = [one.count for one in bins]
    assert sum(counts) == len(listed)
    assert not counts or max(counts) - min(counts) <= 1
    expected = [one.expected for one in bins]
    assert all(one <= other + 1e-12 for one, other in pairwise(expected))
    assert sum(one.count * one.expected for one in bins) == pytest.approx(predicted.sum())
    assert sum(one.count * one.happened for one in bins) == pytest.approx(passed.sum())


@given(judged)
def test_auc_counts_pairs(listed: list[tuple[float, bool]]) -> None:
    predicted, passed = arrays(listed)
    pairs = [
        (one > other) + (one == other) / 2
        for one, other in product(predicted[passed], predicted[~passed])
    ]
    found = area_under_curve(predicted, passed)
    assert isnan(found) if not pairs else found == pytest.approx(sum(pairs) / len(pairs))


def test_the_bootstrap_finds_which_of_two_is_lower() -> None:
    chance = np.random.default_rng(5)
    one = chance.uniform(0, 1, 400)
    other = one + chance.normal(0.05, 0.1, 400)
    found = paired_bootstrap(one, other)
    assert found.mean == pytest.approx(float((one - other).mean()))
    assert found.low < found.mean < found.high < 0
    assert found.share_below == 1
    # as wide as the normal distribution says: 2 * 1.96 standard errors
    error = float((one - other).std() / 20)
    assert found.high - found.low == pytest.approx(2 * 1.96 * error, rel=0.1)


def test_the_bootstrap_turns_with_its_losses_and_repeats_itself() -> None:
    chance = np.random.default_rng(6)
    one, other = chance.uniform(0, 1, (2, 100))
    found, turned = paired_bootstrap(one, other), paired_bootstrap(other, one)
    assert paired_bootstrap(one, other) == found
    assert (turned.mean, turned.low, turned.high) == pytest.approx(
        (-found.mean, -found.high, -found.low)
    )
    assert paired_bootstrap(one, other, seed=1) != found
    assert found.low < 0 < found.high


def test_losses_that_are_the_same_differ_by_nothing() -> None:
    found = paired_bootstrap(np.ones(9), np.ones(9))
    assert (found.mean, found.low, found.high, found.share_below) == (0, 0, 0, 0)


def test_folds_are_those_of_scikit_learns_time_series_split() -> None:
    """TimeSeriesSplit(5) of 17: parts of 17 // 6 = 2, the rest is trained on first."""
    assert list(time_series_splits(17)) == [(7, 9), (9, 11), (11, 13), (13, 15), (15, 17)]
    assert list(time_series_splits(12)) == [(2, 4), (4, 6), (6, 8), (8, 10), (10, 12)]
    assert list(time_series_splits(6)) == [(1, 2), (2, 3), (3, 4), (4, 5), (5, 6)]
    assert list(time_series_splits(7, folds=2)) == [(3, 5), (5, 7)]
    assert not list(time_series_splits(5))
    assert not list(time_series_splits(0))


@given(st.integers(0, 10_000), st.integers(1, 9))
def test_folds_follow_each_other_to_the_end(count: int, folds: int) -> None:
    found = list(time_series_splits(count, folds))
    assert len(found) == (folds if count > folds else 0)
    for (_, end), (trained, _) in pairwise(found):
        assert end == trained
    if found:
        assert found[-1][1] == count
        assert found[0][0] >= found[0][1] - found[0][0]


def test_one_split_is_at_four_fifths() -> None:
    assert one_split(10) == (8, 10)
    assert one_split(9) == (7, 9)
    assert one_split(0) == (0, 0)
