"""The memories of many cards from all that was answered of each."""

from array import array
from collections.abc import Callable, Sequence
from functools import partial
from itertools import chain

import numpy as np

from learnt.clock import DAY_MS, Instant
from learnt.journal import Answered, Rating
from learnt.memory.blend import Blend
from learnt.memory.fold import PointMemory, fold_alike
from learnt.memory.many.exact import Floats, Ints, powers
from learnt.memory.many.steps import fsrs6_step, sbd_step
from learnt.memory.model import MemoryModel, MemoryState

_AGAIN = int(Rating.AGAIN)
FEW = 50
"""Cards for which a turn takes longer than one step for each of them."""


def fold_many(model: MemoryModel, histories: Sequence[Sequence[Answered]]) -> list[PointMemory]:
    """What `fold_alike` makes of each; models that few people use are folded by it."""
    if not isinstance(model, Blend) or len(histories) < FEW:
        return [fold_alike(model, one) for one in histories]
    counts = np.fromiter(map(len, histories), dtype=np.int64, count=len(histories))
    numbers = array("q", chain.from_iterable(chain.from_iterable(histories)))
    times, ratings = np.frombuffer(numbers, dtype=np.int64).reshape(-1, 3).T[:2]
    starts = np.cumsum(counts) - counts
    order = np.argsort(-counts, kind="stable")
    there = np.sort(counts)  # so many cards have an answer in a turn: those that have as many
    states = np.array(model.starts).T[:, ratings[starts[order]] - 1]
    long = order[:0]
    for turn in range(1, int(there[-1])):
        many = len(there) - int(np.searchsorted(there, turn, side="right"))
        if many < FEW:
            long = order[:many]
            break
        at = starts[order[:many]] + turn
        days = (times[at] - times[at - 1]) / DAY_MS
        states[:, :many] = _after(model, states[:, :many], ratings[at], days)
    as_given = np.empty_like(states)
    as_given[:, order] = states
    lapses = np.add.reduceat(ratings == _AGAIN, starts, dtype=np.int64)
    *numbers_of_each, first = as_given.tolist()
    found = list(
        map(
            _memory,
            zip(
                map(_state, zip(*numbers_of_each, map(int, first), strict=True)),
                times[starts + counts - 1].tolist(),
                counts.tolist(),
                (lapses - (ratings[starts] == _AGAIN)).tolist(),
                strict=True,
            ),
        )
    )
    for place in long.tolist():
        found[place] = fold_alike(model, histories[place])
    return found


_state: Callable[[tuple[float, ...]], MemoryState] = partial(tuple.__new__, MemoryState)
_memory: Callable[[tuple[MemoryState, Instant, int, int]], PointMemory]
_memory = partial(tuple.__new__, PointMemory)  # half as long as calling it, of tens of thousands


def _after(model: Blend, states: Floats, g: Ints, t: Floats) -> Floats:
    """`Blend.after` of each column."""
    s, d, trace, doubts, first = states
    c = model.of_fsrs
    r = np.ones(len(s))
    (at,) = np.nonzero(t >= 1.0)
    r[at] = powers(1.0 + c[0] * t[at] / s[at], c[1])
    s, d = fsrs6_step(c, s, d, g, t, r)
    trace, doubts = sbd_step(model.of_sbd, trace, doubts, first.astype(np.int64), g, t)
    return np.stack((s, d, trace, doubts, first))
