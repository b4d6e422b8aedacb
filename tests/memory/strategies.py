"""Memories, histories and parameters of every size that FSRS-6 allows."""

from hypothesis import strategies as st

from learnt.journal import Rating
from learnt.memory import Fsrs6, MemoryState
from learnt.memory.fsrs6 import BOUNDS, DEFAULT_PARAMETERS

ratings = st.sampled_from(Rating)
targets = st.floats(0.5, 0.99)
waits = st.one_of(st.floats(0, 1), st.integers(0, 400).map(float), st.floats(0, 20_000))
"""Days between reviews: of the same day, in whole days, and up to many years."""


def parameters() -> st.SearchStrategy[tuple[float, ...]]:
    """All 21, each anywhere within its bounds, the four first stabilities in order."""
    drawn = st.tuples(*(st.floats(least, most) for least, most in BOUNDS))
    return drawn.map(lambda w: (*sorted(w[:4]), *w[4:]))


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
