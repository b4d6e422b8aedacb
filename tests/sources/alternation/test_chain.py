"""The chain against all sequences of states, written out."""

import itertools
import math

from hypothesis import given
from hypothesis import strategies as st

from learnt.sources.alternation.chain import Chain, decode, decode_count
from learnt.sources.alternation.sureness import posterior, sureness

STATES = range(3)
CHAIN = Chain(
    start=(0.0, -1.0, None),
    move=((0.5, 0.0, -1.0), (None, -0.5, 1.0), (0.0, 0.25, 0.0)),
    end=(None, 0.0, -2.0),
)
ROWS = st.lists(
    st.tuples(*[st.floats(-4, 4, allow_nan=False) for _ in STATES]), min_size=1, max_size=5
)


def scores(emit: list[tuple[float, ...]]) -> dict[tuple[int, ...], float]:
    """The score of every sequence that can be."""
    found = {}
    for path in itertools.product(STATES, repeat=len(emit)):
        costs = [CHAIN.start[path[0]], CHAIN.end[path[-1]]]
        costs += [CHAIN.move[r][s] for r, s in itertools.pairwise(path)]
        known = [cost for cost in costs if cost is not None]
        if len(known) == len(costs):
            found[path] = sum(known) + sum(row[s] for row, s in zip(emit, path, strict=True))
    return found


@given(ROWS)
def test_the_best_sequence(emit: list[tuple[float, ...]]) -> None:
    path, score = decode(CHAIN, emit)
    every = scores(emit)
    assert math.isclose(score, max(every.values()), abs_tol=1e-9)
    assert math.isclose(every[tuple(path)], score, abs_tol=1e-9)


@given(ROWS, st.integers(0, 5))
def test_the_best_sequence_with_a_count(emit: list[tuple[float, ...]], count: int) -> None:
    fitting = {path: one for path, one in scores(emit).items() if path.count(1) == count}
    found = decode_count(CHAIN, emit, 1, count)
    if not fitting:
        assert found is None
    else:
        assert found is not None
        assert math.isclose(found[1], max(fitting.values()), abs_tol=1e-6)


@given(ROWS)
def test_the_posterior(emit: list[tuple[float, ...]]) -> None:
    every = scores(emit)
    path, _ = decode(CHAIN, emit)
    total = sum(map(math.exp, every.values()))
    for line, sure in enumerate(posterior(CHAIN, emit, path)):
        same = sum(math.exp(score) for one, score in every.items() if one[line] == path[line])
        assert math.isclose(sure, same / total, abs_tol=1e-9)


@given(ROWS, st.data())
def test_the_sureness_of_a_span(emit: list[tuple[float, ...]], data: st.DataObject) -> None:
    every = scores(emit)
    path, _ = decode(CHAIN, emit)
    total = sum(map(math.exp, every.values()))
    start = data.draw(st.integers(0, len(emit) - 1))
    end = data.draw(st.integers(start + 1, len(emit)))
    held = slice(start, end + 1)
    same = sum(math.exp(score) for one, score in every.items() if list(one[held]) == path[held])
    found = sureness(CHAIN, emit, path)
    assert math.isclose(found.of_span(start, end), same / total, abs_tol=1e-9)
    assert math.isclose(found.log_total, math.log(total), abs_tol=1e-9)
