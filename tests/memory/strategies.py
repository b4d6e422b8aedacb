"""Memories, histories and parameters of every size that the models allow."""

from math import exp, log
from random import Random

from hypothesis import strategies as st

from learnt.journal import Rating
from learnt.memory import Bounds, Fsrs6, MemoryState, blend, fsrs6, sbd
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
    return within(blend.BOUNDS).map(
        lambda w: (*_fsrs6_in_order(w[:21]), *_sbd_in_order(w[21:28]), *w[28:])
    )


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
