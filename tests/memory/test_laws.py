"""Our models keep the laws of memory, and FSRS-6 some of its own."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.clock import Days
from learnt.journal import Rating
from learnt.memory import Blend, Fsrs6, MemoryState, Probability, Sbd, blend, fsrs6, sbd
from tests.memory.laws import LAWS, Law, check_memory_model, recall_falls_ever_more_slowly
from tests.memory.strategies import (
    blend_parameters,
    gentle_blend_parameters,
    histories,
    models,
    parameters,
    ratings,
    sbd_parameters,
    states,
    waits,
)

PARAMETERS: dict[Callable[..., Any], st.SearchStrategy[tuple[float, ...]]] = {
    Fsrs6: st.one_of(st.just(fsrs6.DEFAULT_PARAMETERS), parameters()),
    Sbd: st.one_of(st.just(sbd.DEFAULT_PARAMETERS), sbd_parameters()),
    Blend: st.one_of(st.just(blend.DEFAULT_PARAMETERS), blend_parameters()),
}
GENTLE = st.one_of(st.just(blend.DEFAULT_PARAMETERS), gentle_blend_parameters())


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
@pytest.mark.parametrize("kind", PARAMETERS)
def test_a_law_holds_for_any_parameters(kind: Callable[..., Any], law: Law) -> None:
    narrower = kind is Blend and law is recall_falls_ever_more_slowly
    check_memory_model(kind, GENTLE if narrower else PARAMETERS[kind], [law])


class Rising(Fsrs6):
    def recall(self, state: MemoryState, days: float) -> Probability:
        return Probability(1 - super().recall(state, days) / 2)


class Sagging(Fsrs6):
    """Falls faster and faster at first."""

    def recall(self, state: MemoryState, days: float) -> Probability:
        return Probability(1 / (1 + max(0.0, days / state.stability) ** 2))


class Lasting(Fsrs6):
    def recall(self, state: MemoryState, days: float) -> Probability:
        return Probability(0.5 + super().recall(state, days) / 2)


class Forgetful(Fsrs6):
    def recall(self, state: MemoryState, days: float) -> Probability:
        return Probability(super().recall(state, days) / 2)


class Late(Fsrs6):
    def interval(self, state: MemoryState, target: float) -> Days:
        return Days(super().interval(state, target) * 1.01)


class Eager(Fsrs6):
    """A higher target is reached later."""

    def interval(self, state: MemoryState, target: float) -> Days:
        return super().interval(state, 1.4 - target)


class Backwards(Fsrs6):
    def start(self, rating: Rating) -> MemoryState:
        return super().start(Rating(5 - rating))

    def after(self, state: MemoryState, rating: Rating, days: float) -> MemoryState:
        return super().after(state, Rating(5 - rating), days)


class Boundless(Fsrs6):
    def after(self, state: MemoryState, rating: Rating, days: float) -> MemoryState:
        s, d, *_ = super().after(state, rating, days)
        return MemoryState(float("inf") if days > 1e8 else s, d)


class Looking(Fsrs6):
    """Takes a clock set back for time."""

    def recall(self, state: MemoryState, days: float) -> Probability:
        return super().recall(state, abs(days))


class Patient(Fsrs6):
    """Takes any number of parameters."""

    def __init__(self, parameters: tuple[float, ...] = fsrs6.DEFAULT_PARAMETERS) -> None:
        super().__init__((*parameters, *fsrs6.DEFAULT_PARAMETERS[len(parameters) :])[:21])


class Outside(Fsrs6):
    bounds = ((0.5, 100.0), *fsrs6.BOUNDS[1:])


BROKEN: dict[Callable[..., Any], str] = {
    Patient: "another_number_of_parameters_is_refused",
    Outside: "parameters_it_comes_with_are_within_bounds",
    Boundless: "states_are_finite_whatever_happened",
    Looking: "a_clock_set_back_counts_as_no_time",
    Forgetful: "what_was_just_recalled_is_at_hand",
    Rising: "recall_never_rises",
    Sagging: "recall_falls_ever_more_slowly",
    Lasting: "everything_is_forgotten_in_the_end",
    Backwards: "a_better_first_rating_is_recalled_better",
    Late: "an_interval_ends_at_its_target",
    Eager: "a_higher_target_is_reached_no_later",
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_model_that_breaks_a_law_is_found(kind: Callable[..., Any]) -> None:
    (law,) = (one for one in LAWS if one.__name__ == BROKEN[kind])
    with pytest.raises((AssertionError, pytest.fail.Exception)):
        check_memory_model(kind, st.just(fsrs6.DEFAULT_PARAMETERS), [law], shrink=False)


def test_a_next_rating_out_of_order_is_found() -> None:
    (law,) = (one for one in LAWS if "next_rating" in one.__name__)
    with pytest.raises(AssertionError):
        check_memory_model(Backwards, st.just(fsrs6.DEFAULT_PARAMETERS), [law], shrink=False)


def test_the_laws_are_all_held_where_none_is_named() -> None:
    check_memory_model(Fsrs6, st.just(fsrs6.DEFAULT_PARAMETERS))
    with pytest.raises(AssertionError):
        check_memory_model(Late, st.just(fsrs6.DEFAULT_PARAMETERS))


@given(models(), states())
def test_fsrs_recalls_surely_what_was_just_reviewed(model: Fsrs6, state: MemoryState) -> None:
    assert model.recall(state, 0) == 1.0


@given(models(), states())
def test_fsrs_recalls_nine_in_ten_after_as_many_days_as_the_stability(
    model: Fsrs6, state: MemoryState
) -> None:
    assert abs(model.recall(state, state.stability) - 0.9) < 1e-9


@given(models(), states(), waits)
def test_fsrs_orders_stability_and_difficulty_by_rating(
    model: Fsrs6, state: MemoryState, days: float
) -> None:
    first = [model.start(rating) for rating in Rating]
    after = [model.after(state, rating, days) for rating in Rating]
    for worse, better in (*pairwise(first), *pairwise(after)):
        assert worse.stability <= better.stability * (1 + 1e-12)
        assert worse.difficulty >= better.difficulty - 1e-12


@given(models(), states(), waits, st.sampled_from((Rating.HARD, Rating.GOOD, Rating.EASY)))
def test_a_pass_never_weakens_a_memory_of_fsrs(
    model: Fsrs6, state: MemoryState, days: float, rating: Rating
) -> None:
    assert model.after(state, rating, days).stability >= state.stability


@given(models(), states(), st.floats(1, 20_000))
def test_a_lapse_after_a_day_or_more_never_strengthens_one_of_fsrs(
    model: Fsrs6, state: MemoryState, days: float
) -> None:
    assert model.after(state, Rating.AGAIN, days).stability <= max(state.stability, 0.001)


@given(models(), states(), st.integers(1, 9000), st.integers(1, 9000), ratings)
def test_the_longer_the_wait_the_more_a_review_is_worth_to_fsrs(
    model: Fsrs6, state: MemoryState, one: int, other: int, rating: Rating
) -> None:
    sooner, later = (model.after(state, rating, float(days)) for days in sorted((one, other)))
    assert sooner.stability <= later.stability * (1 + 1e-12)


@given(models(), states(), st.integers(0, 300), st.floats(0, 0.999), ratings)
def test_fsrs_counts_whole_days(
    model: Fsrs6, state: MemoryState, days: int, hours: float, rating: Rating
) -> None:
    assert model.after(state, rating, days + hours) == model.after(state, rating, float(days))


@given(blend_parameters(), histories(), st.floats(0, 40_000))
def test_the_odds_by_which_the_blend_finds_its_intervals_are_those_of_its_recall(
    drawn: tuple[float, ...], history: list[tuple[Rating, float]], days: float
) -> None:
    model = Blend(drawn)
    state = model.start(history[0][0])
    for rating, passed in history:
        state = model.after(state, rating, passed)
    assert 1 / (1 + model.against * model.odds(state)(days)) == model.recall(state, days)


@given(blend_parameters(), histories())
def test_states_stay_within_their_bounds(
    drawn: tuple[float, ...], history: list[tuple[Rating, float]]
) -> None:
    model = Blend(drawn)
    state = model.start(history[0][0])
    for rating, days in history:
        state = model.after(state, rating, days)
        assert 0.001 <= state.stability <= 36_500
        assert 1 <= state.difficulty <= 10
        assert sbd.LEAST_TRACE <= state.trace <= sbd.GREATEST_TRACE
        assert 0 <= state.doubts <= sbd.MOST_DOUBTS
        assert state.first == history[0][0] - 1
