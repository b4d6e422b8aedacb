"""The search finds the least value within bounds."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from learnt.memory.fitting.arrays import Floats
from learnt.memory.fitting.newton import Value, bounded_step, minimise

WIDE = np.full(2, -1e9), np.full(2, 1e9)


def quadratic(matrix: Floats, middle: Floats) -> Callable[[Floats], Value]:
    def at(place: Floats) -> Value:
        away = place - middle
        return Value(float(away @ matrix @ away) / 2 + 1.0, matrix @ away, matrix)

    return at


@given(st.integers(0, 2**32), st.integers(1, 8))
@example(212, 7)  # a held parameter must be let go within a step
def test_no_place_within_the_bounds_is_lower_on_any_convex_quadratic(seed: int, size: int) -> None:
    """By the conditions of Karush, Kuhn and Tucker: level where free, pressed outward where held."""
    chance = np.random.default_rng(seed)
    root = chance.normal(size=(size, size))
    matrix = root @ root.T + 0.1 * np.eye(size)
    low = chance.uniform(-2, 0, size)
    high = low + chance.uniform(0.1, 2, size)
    start = low + chance.uniform(0, 1, size) * (high - low)
    at = quadratic(matrix, chance.uniform(-3, 3, size))
    found = minimise(at, start, (low, high), close_enough=1e-15)
    assert (low <= found.place).all()
    assert (found.place <= high).all()
    slopes = at(found.place).gradient
    near = 1e-4 * np.abs(matrix).max()
    at_low, at_high = found.place <= low + 1e-9, found.place >= high - 1e-9
    assert (np.abs(slopes[~at_low & ~at_high]) < near).all()
    assert (slopes[at_low] > -near).all()
    assert (slopes[at_high] < near).all()


def rosenbrock(place: Floats) -> Value:
    """A bent valley, by the information of its two residuals: whole steps overshoot."""
    x, y = place.tolist()
    residuals = np.array([10 * (y - x * x), 1 - x])
    slopes = np.array([[-20 * x, 10.0], [-1.0, 0.0]])
    return Value(
        float(residuals @ residuals) / 2, slopes.T @ residuals, slopes.T @ slopes + 1e-9 * np.eye(2)
    )


def test_a_step_that_makes_things_worse_is_damped_and_tried_again() -> None:
    start = np.array([-1.2, 1.0])
    first = start + bounded_step(rosenbrock(start), start, WIDE, 1e-4)
    assert rosenbrock(first).value > rosenbrock(start).value
    found = minimise(rosenbrock, start, WIDE, close_enough=1e-14, most_looks=200)
    assert found.place == pytest.approx([1, 1], abs=1e-3)


def test_no_number_counts_as_worse() -> None:
    """The logarithm's valley: beyond 0 there is no value, and whole steps go there."""
    looked: list[float] = []

    def at(place: Floats) -> Value:
        x = float(place[0])
        looked.append(x)
        with np.errstate(invalid="ignore"):
            return Value(
                float(x - np.log(x)), np.array([1 - 1 / x]), np.array([[1 / 16.0]])
            )  # information too small for 1 / x²: steps are too long

    found = minimise(at, np.array([3.0]), (np.array([-9.0]), np.array([9.0])), close_enough=1e-12)
    assert min(looked) < 0
    assert found.place == pytest.approx([1], abs=1e-2)


def test_a_search_from_where_there_is_no_number_ends() -> None:
    nan = float("nan")

    def nowhere(place: Floats) -> Value:
        return Value(nan, np.ones(2), np.eye(2))

    found = minimise(nowhere, np.zeros(2), WIDE)
    assert found.looks <= 40
    assert found.place.tolist() == [0, 0]


def test_each_look_is_no_higher_than_the_one_kept_before() -> None:
    found = minimise(rosenbrock, np.array([-1.2, 1.0]), WIDE, most_looks=5)
    assert found.looks == 5
    assert found.at.value == rosenbrock(found.place).value < rosenbrock(np.array([-1.2, 1.0])).value


def test_a_held_parameter_that_is_pulled_inside_is_let_go() -> None:
    at = quadratic(np.eye(2), np.array([0.5, 0.5]))
    found = minimise(at, np.array([0.0, 1.0]), (np.zeros(2), np.ones(2)), close_enough=1e-15)
    assert found.place == pytest.approx([0.5, 0.5])


@given(st.integers(0, 2**32), st.integers(1, 21))
def test_a_step_is_the_best_there_is(seed: int, size: int) -> None:
    chance = np.random.default_rng(seed)
    root = chance.normal(size=(size, size + 1))
    here = Value(0.0, chance.normal(size=size) * 3, root @ root.T)
    low, high = -chance.uniform(0, 1, size), chance.uniform(0, 1, size)
    low[chance.random(size) < 0.2] = 0.0
    step = bounded_step(here, np.zeros(size), (low, high), 0.0)
    slopes = here.gradient + here.information @ step
    near = 1e-6 * np.abs(here.information).max()
    assert ((step > low) | (slopes > -near)).all()
    assert ((step < high) | (slopes < near)).all()
    assert (np.abs(slopes[(step > low) & (step < high)]) < near).all()


def test_all_held_is_no_step() -> None:
    place = np.array([0.0, 1.0])
    here = quadratic(np.eye(2), np.array([-1.0, 2.0]))(place)
    assert bounded_step(here, place, (np.zeros(2), np.ones(2)), 1e-4).tolist() == [0, 0]
