"""What any model of memory must keep, whatever its parameters and the history."""

from itertools import pairwise
from math import isfinite

from hypothesis import given
from hypothesis import strategies as st

from learnt.journal import Rating
from learnt.memory import Fsrs6, MemoryState
from tests.memory.strategies import histories, models, ratings, states, targets, waits


@given(models(), states())
def test_what_was_just_reviewed_is_recalled(model: Fsrs6, state: MemoryState) -> None:
    assert model.recall(state, 0) == 1.0
    assert model.recall(state, -3) == 1.0  # a clock set back


@given(models(), states(), waits, st.floats(0.01, 1000))
def test_recall_falls_ever_more_slowly(
    model: Fsrs6, state: MemoryState, days: float, step: float
) -> None:
    first, second, third = (model.recall(state, days + n * step) for n in range(3))
    assert 1 >= first > second > third > 0
    assert first - second >= second - third - 1e-12


@given(models(), states())
def test_recall_is_nine_in_ten_after_as_many_days_as_the_stability(
    model: Fsrs6, state: MemoryState
) -> None:
    assert abs(model.recall(state, state.stability) - 0.9) < 1e-9


@given(models(), states())
def test_everything_is_forgotten_in_the_end(model: Fsrs6, state: MemoryState) -> None:
    assert model.recall(state, 1e30 * state.stability) < 0.01


@given(models(), states(), targets)
def test_interval_inverts_recall(model: Fsrs6, state: MemoryState, target: float) -> None:
    days = model.interval(state, target)
    assert days > 0
    assert abs(model.recall(state, days) - target) < 1e-9


@given(models(), states(), targets, targets)
def test_a_higher_target_is_reached_no_later(
    model: Fsrs6, state: MemoryState, one: float, other: float
) -> None:
    assert model.interval(state, max(one, other)) <= model.interval(state, min(one, other))


@given(models())
def test_first_states_are_ordered_by_rating(model: Fsrs6) -> None:
    starts = [model.start(rating) for rating in Rating]
    for worse, better in pairwise(starts):
        assert worse.stability <= better.stability
        assert worse.difficulty >= better.difficulty


@given(models(), states(), waits)
def test_next_states_are_ordered_by_rating(model: Fsrs6, state: MemoryState, days: float) -> None:
    after = [model.after(state, rating, days) for rating in Rating]
    for worse, better in pairwise(after):
        assert worse.stability <= better.stability * (1 + 1e-12)
        assert worse.difficulty >= better.difficulty - 1e-12


@given(models(), states(), waits, st.sampled_from((Rating.HARD, Rating.GOOD, Rating.EASY)))
def test_a_pass_never_weakens_a_memory(
    model: Fsrs6, state: MemoryState, days: float, rating: Rating
) -> None:
    assert model.after(state, rating, days).stability >= state.stability


@given(models(), states(), st.floats(1, 20_000))
def test_a_lapse_after_a_day_or_more_never_strengthens_one(
    model: Fsrs6, state: MemoryState, days: float
) -> None:
    assert model.after(state, Rating.AGAIN, days).stability <= max(state.stability, 0.001)


@given(models(), states(), st.integers(1, 9000), st.integers(1, 9000), ratings)
def test_the_longer_the_wait_the_more_a_review_is_worth(
    model: Fsrs6, state: MemoryState, one: int, other: int, rating: Rating
) -> None:
    sooner, later = (model.after(state, rating, float(days)) for days in sorted((one, other)))
    assert sooner.stability <= later.stability * (1 + 1e-12)


@given(models(), histories())
def test_states_stay_finite_and_within_their_bounds(
    model: Fsrs6, history: list[tuple[Rating, float]]
) -> None:
    state = model.start(history[0][0])
    for rating, days in history:
        state = model.after(state, rating, days)
        assert isfinite(state.stability)
        assert 0.001 <= state.stability <= 36_500
        assert 1 <= state.difficulty <= 10
        assert 0 <= model.recall(state, days) <= 1


@given(models(), states(), st.integers(0, 300), st.floats(0, 0.999), ratings)
def test_a_review_counts_whole_days(
    model: Fsrs6, state: MemoryState, days: int, hours: float, rating: Rating
) -> None:
    assert model.after(state, rating, days + hours) == model.after(state, rating, float(days))
