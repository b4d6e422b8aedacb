"""How two expectations are mixed, and how a stream of answers sharpens them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.memory.fitting.mixing import fit_mixture
from learnt.memory.fitting.scores import log_loss
from learnt.memory.fitting.stream import GAINS, KEPT, USUAL_GAIN, best_gain, sharpened
from learnt.memory.fitting.weighting import recency, sharp_recency

chances = st.floats(0.01, 0.99)
streams = st.lists(st.tuples(chances, st.booleans()), min_size=1, max_size=40)


def drawn(count: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Probabilities, and what happened by them."""
    chance = np.random.default_rng(seed)
    true = chance.uniform(0.05, 0.95, count)
    return true, chance.random(count) < true


def arrays(stream: list[tuple[float, bool]]) -> tuple[np.ndarray, np.ndarray]:
    return np.array([p for p, _ in stream]), np.array([passed for _, passed in stream])


def test_no_review_mixes_half_and_half() -> None:
    nothing = np.zeros(0)
    assert fit_mixture(nothing, nothing, nothing.astype(bool)) == (0.5, 0.0)


@pytest.mark.parametrize("of_fsrs", [True, False])
def test_the_one_that_knows_gets_the_share(of_fsrs: bool) -> None:
    true, passed = drawn(20_000, 1)
    noise = np.random.default_rng(2).permutation(true)
    both = (true, noise) if of_fsrs else (noise, true)
    share, drift = fit_mixture(*both, passed)
    assert share > 0.95 if of_fsrs else share < 0.05
    assert 0 <= share <= 1
    assert abs(drift) < 0.1


def test_two_that_agree_are_mixed_half_and_half() -> None:
    true, passed = drawn(5_000, 3)
    share, _ = fit_mixture(true, true, passed)
    assert share == pytest.approx(0.5)


@pytest.mark.parametrize("sign", [1, -1])
def test_the_drift_is_that_of_the_last_weeks_and_stays_within_its_bounds(sign: int) -> None:
    true, passed = drawn(8_000, 4)
    expected = true.copy()
    late = np.arange(8_000) > 6_000
    odds = np.log(true / (1 - true))
    expected[late] = 1 / (1 + np.exp(-(odds[late] - 0.3 * sign)))
    _, drift = fit_mixture(expected, expected, passed)
    assert 0.1 < sign * drift < 0.4
    far = 1 / (1 + np.exp(-(odds - 3 * sign)))
    assert fit_mixture(far, far, passed)[1] == pytest.approx(0.5 * sign)


def test_a_mixture_of_noise_about_the_truth_is_better_than_either() -> None:
    true, passed = drawn(5_000, 5)
    odds, chance = np.log(true / (1 - true)), np.random.default_rng(6)
    one, other = (1 / (1 + np.exp(-(odds + chance.normal(0, 0.8, 5_000)))) for _ in range(2))
    share, drift = fit_mixture(one, other, passed)
    mixed_odds = share * np.log(one / (1 - one)) + (1 - share) * np.log(other / (1 - other)) + drift
    assert share == pytest.approx(0.5, abs=0.1)
    mixed = 1 / (1 + np.exp(-mixed_odds))
    assert log_loss(mixed, passed) < min(log_loss(one, passed), log_loss(other, passed)) - 0.005


@given(streams)
def test_no_gain_shows_what_is_expected(stream: list[tuple[float, bool]]) -> None:
    expected, passed = arrays(stream)
    assert sharpened(expected, passed, 0.0) == pytest.approx(expected)


@given(streams, st.sampled_from(GAINS))
def test_a_stream_is_its_rule_one_after_the_other(
    stream: list[tuple[float, bool]], gain: float
) -> None:
    expected, passed = arrays(stream)
    shown, term = [], 0.0
    for p, recalled in stream:
        shown.append(1 / (1 + np.exp(-(np.log(p / (1 - p)) + term))))
        term = KEPT * term + gain * (recalled - shown[-1])
    assert sharpened(expected, passed, gain) == pytest.approx(np.array(shown))


@given(streams, st.sampled_from(GAINS), st.data())
def test_what_is_shown_knows_only_what_came_before(
    stream: list[tuple[float, bool]], gain: float, data: st.DataObject
) -> None:
    expected, passed = arrays(stream)
    cut = data.draw(st.integers(0, len(stream) - 1))
    other = passed.copy()
    other[cut:] = data.draw(
        st.lists(st.booleans(), min_size=len(stream) - cut, max_size=len(stream) - cut)
    )
    before, after = sharpened(expected, passed, gain), sharpened(expected, other, gain)
    assert before[: cut + 1].tolist() == after[: cut + 1].tolist()
    alone = sharpened(expected[: cut + 1], passed[: cut + 1], gain)
    assert before[: cut + 1].tolist() == alone.tolist()


@given(st.integers(0, 200), st.booleans(), st.sampled_from(GAINS))
def test_the_term_shrinks_to_nothing(surprises: int, passed: bool, gain: float) -> None:
    """After surprises, as many answers as expected: the odds come back to those of the model."""
    expected = np.full(surprises + 3_000, 0.5)
    outcome = np.arange(surprises + 3_000) % 2 == 0
    outcome[:surprises] = passed
    shown = sharpened(expected, outcome, gain)
    assert np.abs(shown[-100:] - 0.5).max() < gain
    # a term never grows past what surprises of 1 at each answer would sum up to
    assert np.abs(np.log(shown / (1 - shown))).max() <= gain / (1 - KEPT) + 1e-9


def test_the_gain_is_the_usual_one_until_answers_say_otherwise() -> None:
    nothing = np.zeros(0)
    assert best_gain(nothing, nothing.astype(bool)) == USUAL_GAIN
    true, passed = drawn(20, 7)
    assert best_gain(true, passed) == USUAL_GAIN


def test_a_learner_with_good_and_bad_days_gets_a_greater_gain_than_a_steady_one() -> None:
    true, passed = drawn(6_000, 8)
    mood = np.repeat(np.random.default_rng(9).normal(0, 1.5, 60), 100)
    moody = np.random.default_rng(10).random(6_000) < 1 / (
        1 + np.exp(-(np.log(true / (1 - true)) + mood))
    )
    assert best_gain(true, moody) > USUAL_GAIN >= best_gain(true, passed)
    gain = best_gain(true, moody)
    assert log_loss(sharpened(true, moody, gain), moody) < log_loss(true, moody) - 0.01


@given(st.integers(1, 100_000))
def test_weights_rise_to_one(targets: int) -> None:
    places = np.linspace(0, 1, 50)
    for weights in (recency(places, targets), sharp_recency(places)):
        assert weights[-1] == pytest.approx(1)
        assert (np.diff(weights) >= 0).all()
        assert weights[0] > 0


def test_weights_of_few_reviews_are_those_of_fsrs_rs() -> None:
    assert recency(np.array([0.0, 0.5, 1.0]), 0) == pytest.approx([0.25, 0.25 + 0.75 / 8, 1])
    assert sharp_recency(np.array([0.0])) == pytest.approx([0.0667])
