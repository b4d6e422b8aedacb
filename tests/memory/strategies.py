"""Memories, histories and parameters of every size that the models allow."""

from math import exp, log
from random import Random

from hypothesis import strategies as st

from learnt.journal import Rating
from learnt.memory import (
    MODELS,
    Bounds,
    Fsrs6,
    MemoryModel,
    MemoryState,
    blend,
    fsrs6,
    model_named,
    sbd,
)
from learnt.memory.fsrs6 import DEFAULT_PARAMETERS

ratings = st.sampled_from(Rating)
targets = st.floats(0.5, 0.99)
waits = st.one_of(st.floats(0, 1), st.integers(0, 400).map(float), st.floats(0, 20_000))
"""Days between reviews: of the same day, in whole days, and up to many years."""
extreme_waits = st.one_of(waits, st.sampled_from((0.0, 1e-9, 1e9)))

Parameters = st.SearchStrategy[tuple[float, ...]]


def within(bounds: Bounds) -> Parameters:
    """Each parameter anywhere within its bounds, and now and then on one of them."""
    return st.integers(0, 2**32).map(lambda seed: _within(bounds, Random(seed)))


def _within(bounds: Bounds, chance: Random) -> tuple[float, ...]:
    return tuple(
        chance.choice(ends) if chance.random() < 0.1 else chance.uniform(*ends) for ends in bounds
    )


def parameters() -> Parameters:
    """All 21 of FSRS-6, the four first stabilities in order."""
    return within(fsrs6.BOUNDS).map(_fsrs6_in_order)


def sbd_parameters(bounds: Bounds = sbd.BOUNDS) -> Parameters:
    """The seven of SBD, H not below L."""
    return within(bounds).map(_sbd_in_order)


def blend_parameters() -> Parameters:
    """The 30 of the blend: of FSRS-6 and SBD, share and drift."""
    return within(blend.BOUNDS).map(_blend_in_order)


def gentle_blend_parameters() -> Parameters:
    """Those of which SBD's curve is never steeper than β = k, at most doubts either.

    Log odds of recall that fall faster than the logarithm of time, mixed with others, can make a
    curve that falls faster and faster for a while, though each of the two is convex.
    """
    return blend_parameters().map(_gentle)


def _gentle(w: tuple[float, ...]) -> tuple[float, ...]:
    _, _, k, alpha, spread, _, offset = w[21:28]
    alpha = min(alpha, log(k) - spread * log(exp(offset) + sbd.MOST_DOUBTS))
    return (*w[:24], alpha, *w[25:])


def _fsrs6_in_order(w: tuple[float, ...]) -> tuple[float, ...]:
    return (*sorted(w[:4]), *w[4:])


def _sbd_in_order(w: tuple[float, ...]) -> tuple[float, ...]:
    return (min(w[:2]), max(w[:2]), *w[2:])


def _blend_in_order(w: tuple[float, ...]) -> tuple[float, ...]:
    return (*_fsrs6_in_order(w[:21]), *_sbd_in_order(w[21:28]), *w[28:])


def models() -> st.SearchStrategy[Fsrs6]:
    """Mostly the default parameters, or any within the bounds."""
    return st.one_of(st.just(DEFAULT_PARAMETERS), parameters()).map(Fsrs6)


def states() -> st.SearchStrategy[MemoryState]:
    """Stabilities of minutes to a century, any difficulty."""
    stabilities = st.floats(-3, 4.56).map(lambda power: float(min(36_500.0, 10.0**power)))
    return st.builds(MemoryState, stabilities, st.floats(1, 10))


def histories() -> st.SearchStrategy[list[tuple[Rating, float]]]:
    """A rating and the days waited before it, up to forty times."""
    return st.lists(st.tuples(ratings, waits), min_size=1, max_size=40)


def extreme_histories() -> st.SearchStrategy[list[tuple[Rating, float]]]:
    """Of up to twelve reviews, some at once and some after millions of years."""
    return st.lists(st.tuples(ratings, extreme_waits), min_size=1, max_size=12)


def any_model() -> st.SearchStrategy[MemoryModel]:
    """Each model there is, as it comes or with parameters anywhere within its bounds."""
    return st.sampled_from(sorted(MODELS)).flatmap(
        lambda name: st.one_of(
            st.just(model_named(name)),
            st.integers(0, 2**32).map(lambda seed: model_drawn(name, Random(seed))),
        )
    )


def model_drawn(name: str, chance: Random) -> MemoryModel:
    """A model with parameters anywhere within its bounds, those in order that are."""
    numbers = _within(model_named(name).bounds, chance)
    return model_named(name, _IN_ORDER[name](numbers))


_IN_ORDER = {"fsrs6": _fsrs6_in_order, "sbd": _sbd_in_order, "blend": _blend_in_order}
