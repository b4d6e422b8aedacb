"""Logs of reviews for the tests of fitting: any small one, and those of made-up learners."""

from collections.abc import Sequence
from functools import cache

import numpy as np
from hypothesis import strategies as st
from memory_learners import draw_parameters, study

from learnt.clock import DAY_MS
from learnt.journal import Rating
from learnt.memory import MemoryModel, MemoryState
from learnt.memory.fitting import ReviewLog, Workers
from learnt.memory.fitting.arrays import Floats
from learnt.memory.fitting.families import FSRS6, Family
from learnt.memory.fitting.fit import objective, target_weights
from learnt.memory.fitting.histories import histories
from learnt.weights.priors import priors

Row = tuple[int, int, int]
"""An item, a rating and the milliseconds since the log's review before."""

_gaps = st.one_of(
    st.just(0), st.integers(0, DAY_MS), st.integers(0, 60).map(lambda days: days * DAY_MS)
)
rows = st.tuples(st.integers(0, 3), st.integers(1, 4), _gaps)


def log_of(listed: Sequence[tuple[int, int, int]]) -> ReviewLog:
    """A log of items, ratings and times (milliseconds since 1970)."""
    items, ratings, times = np.array(listed, dtype=np.int64).reshape(-1, 3).T
    return ReviewLog.of(items, ratings, times)


def in_turn(listed: Sequence[Row]) -> list[tuple[int, int, int]]:
    """The gaps between reviews made times."""
    clock = np.cumsum([gap for _, _, gap in listed], dtype=np.int64).tolist()
    return [(item, rating, at) for (item, rating, _), at in zip(listed, clock, strict=True)]


def logs(least: int = 0, most: int = 30) -> st.SearchStrategy[ReviewLog]:
    """Up to four items reviewed in any order, often on the same day or at the same instant."""
    return st.lists(rows, min_size=least, max_size=most).map(lambda own: log_of(in_turn(own)))


@cache
def simulated(reviews: int, seed: int = 1) -> ReviewLog:
    """What a learner drawn from the population answers, see benchmarks/memory_learners.py."""
    log = study(draw_parameters(seed), reviews, seed)
    return log_of(list(zip(log.cards, log.ratings, log.times, strict=True)))


def stepped(
    model: MemoryModel, log: ReviewLog, days: Floats
) -> tuple[list[float], list[MemoryState]]:
    """Recall before each review (1 before the first) and each item's last state, by the model."""
    recalled, states = [], []
    for first, end in zip(log.starts[:-1].tolist(), log.starts[1:].tolist(), strict=True):
        state = model.start(Rating(int(log.ratings[first])))
        recalled.append(1.0)
        for at in range(first + 1, end):
            wait = float(days[at])
            recalled.append(model.recall(state, wait))
            state = model.after(state, Rating(int(log.ratings[at])), wait)
        states.append(state)
    return recalled, states


def minimised(family: Family, parameters: tuple[float, ...], log: ReviewLog) -> float:
    """What a fit minimises: the weighted losses and half the prior's distance."""
    days = log.whole_days if family is FSRS6 else log.elapsed
    whole = histories(log, days, target_weights(log))
    at = objective(family, [whole], priors()[family.name], 1.0, Workers())
    return at(family.place(parameters)).value
