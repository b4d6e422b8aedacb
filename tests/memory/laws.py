"""What any model of memory must keep: hand `check_memory_model` a model and its parameters.

    check_memory_model(Mine, st.tuples(st.floats(0.1, 5)))

`Mine(parameters)` makes the model, `Mine()` one with the parameters it comes with. A law asks the
model and nothing else, so it says of no state what its numbers mean.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import isfinite, log
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from learnt.journal import Rating
from learnt.memory import MemoryModel, MemoryState
from tests.memory.strategies import extreme_histories, ratings, targets, waits

Make = Callable[..., MemoryModel]
Draw = Callable[[st.SearchStrategy[Any]], Any]
Law = Callable[[Make, MemoryModel, Draw], None]
ROUNDING = 1e-9
INVERTED = 1e-6
"""How near recall at an interval is to its target: a root is looked for, not worked out."""
SHORT, FAR = 1e-9, 1e7
"""Days: an interval may be 0 where it is shorter than SHORT, and need not be longer than FAR."""


def check_memory_model(
    make: Make,
    parameters: st.SearchStrategy[tuple[float, ...]],
    laws: Sequence[Law] = (),
    *,
    shrink: bool = True,
) -> None:
    """Hold every law, or those given, for a model with any of the parameters.

    Raises AssertionError with an example that breaks a law, the least one if it may `shrink` it.
    """
    phases = (Phase.generate, Phase.shrink) if shrink else (Phase.generate,)
    most = max(25, settings.default.max_examples // 2) if settings.default else 50
    for law in laws or LAWS:
        _hold(law, make, parameters, settings(max_examples=most, phases=phases, **QUIET))


QUIET: Any = {"report_multiple_bugs": False, "suppress_health_check": [HealthCheck.too_slow]}


def _hold(
    law: Law, make: Make, parameters: st.SearchStrategy[tuple[float, ...]], on: settings
) -> None:
    @on
    @given(st.data())
    def holds(data: st.DataObject) -> None:
        law(make, make(data.draw(parameters, label="parameters")), data.draw)

    holds()


def another_number_of_parameters_is_refused(make: Make, model: MemoryModel, draw: Draw) -> None:
    for other in (model.parameters[:-1], (*model.parameters, 1.0), ()):
        with pytest.raises(ValueError, match=r"\d"):
            make(other)


def parameters_it_comes_with_are_within_bounds(make: Make, model: MemoryModel, draw: Draw) -> None:
    assert len(model.bounds) == len(model.parameters)
    for value, (least, most) in zip(make().parameters, model.bounds, strict=True):
        assert isfinite(least)
        assert isfinite(most)
        assert least <= value <= most


def states_are_finite_whatever_happened(make: Make, model: MemoryModel, draw: Draw) -> None:
    history = draw(extreme_histories())
    state = model.start(history[0][0])
    for rating, days in history:
        state = model.after(state, rating, days)
        assert all(map(isfinite, state))
        for wait in (0.0, days, 1e9):
            assert 0 <= model.recall(state, wait) <= 1
        assert isfinite(model.interval(state, 0.9))


def a_clock_set_back_counts_as_no_time(make: Make, model: MemoryModel, draw: Draw) -> None:
    state, rating = _state(model, draw), draw(ratings)
    back = -draw(st.floats(1e-9, 1e9))
    assert model.recall(state, back) == model.recall(state, 0.0)
    assert model.after(state, rating, back) == model.after(state, rating, 0.0)


def what_was_just_recalled_is_at_hand(make: Make, model: MemoryModel, draw: Draw) -> None:
    """With the parameters it comes with: after Good and Easy, at least 95 % at once."""
    usual = make()
    history = draw(st.lists(st.tuples(st.sampled_from((Rating.GOOD, Rating.EASY)), waits)))
    state = usual.start(Rating.GOOD)
    for rating, days in history:
        state = usual.after(state, rating, days)
    assert 0.95 <= usual.recall(state, 0.0) <= 1


def recall_never_rises(make: Make, model: MemoryModel, draw: Draw) -> None:
    state = _state(model, draw)
    sooner, later = sorted((draw(waits), draw(waits)))
    at_once = model.recall(state, 0.0)
    assert at_once + ROUNDING >= model.recall(state, sooner)
    assert model.recall(state, sooner) + ROUNDING >= model.recall(state, later)
    if at_once > INVERTED:
        assert model.recall(state, 1e9) < at_once


def recall_falls_ever_more_slowly(make: Make, model: MemoryModel, draw: Draw) -> None:
    state, days, step = _state(model, draw), draw(waits), 10 ** draw(st.floats(-4, 4))
    first, second, third = (model.recall(state, days + n * step) for n in range(3))
    assert first - second >= second - third - ROUNDING


def everything_is_forgotten_in_the_end(make: Make, model: MemoryModel, draw: Draw) -> None:
    """Recall comes near 0, or goes on falling as a power of time does, which ends there too."""
    state = _state(model, draw)
    soon, late, end = (model.recall(state, 10.0**power) for power in (100, 200, 300))
    if end > 0.01:
        assert log(late / end) > 0.5 * log(soon / late) > 0


def a_better_first_rating_is_recalled_better(make: Make, model: MemoryModel, draw: Draw) -> None:
    days = draw(waits)
    recalled = [model.recall(model.start(rating), days) for rating in Rating]
    for worse, better in pairwise(recalled):
        assert worse <= better + ROUNDING


def a_better_next_rating_is_recalled_better(make: Make, model: MemoryModel, draw: Draw) -> None:
    state, waited, days = _state(model, draw), draw(waits), draw(waits)
    recalled = [model.recall(model.after(state, rating, waited), days) for rating in Rating]
    for worse, better in pairwise(recalled):
        assert worse <= better + ROUNDING


def an_interval_ends_at_its_target(make: Make, model: MemoryModel, draw: Draw) -> None:
    """0 says that recall never is as high; what takes ages may be cut short."""
    state, target = _state(model, draw), draw(targets)
    days = float(model.interval(state, target))
    assert isfinite(days)
    assert days >= 0
    if days == 0:
        assert model.recall(state, SHORT) <= target + INVERTED
    elif days >= FAR * (1 - ROUNDING):
        assert model.recall(state, days) >= target - INVERTED
    else:
        assert abs(model.recall(state, days) - target) < INVERTED


def a_higher_target_is_reached_no_later(make: Make, model: MemoryModel, draw: Draw) -> None:
    state = _state(model, draw)
    low, high = sorted((draw(targets), draw(targets)))
    if high - low > INVERTED:
        assert model.interval(state, high) <= model.interval(state, low) * (1 + ROUNDING)


LAWS: tuple[Law, ...] = (
    another_number_of_parameters_is_refused,
    parameters_it_comes_with_are_within_bounds,
    states_are_finite_whatever_happened,
    a_clock_set_back_counts_as_no_time,
    what_was_just_recalled_is_at_hand,
    recall_never_rises,
    recall_falls_ever_more_slowly,
    everything_is_forgotten_in_the_end,
    a_better_first_rating_is_recalled_better,
    a_better_next_rating_is_recalled_better,
    an_interval_ends_at_its_target,
    a_higher_target_is_reached_no_later,
)


def _state(model: MemoryModel, draw: Draw) -> MemoryState:
    """The state after any history."""
    history = draw(extreme_histories())
    state = model.start(history[0][0])
    for rating, days in history[1:]:
        state = model.after(state, rating, days)
    return state
