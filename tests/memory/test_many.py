"""Many memories at once are to the last digit what each is by itself."""

from hypothesis import given
from hypothesis import strategies as st

from learnt.clock import DAY_MS, Instant
from learnt.journal import Answered, Rating
from learnt.memory import Blend, fold_alike
from learnt.memory.many import fold, fold_many, intervals
from tests.memory.strategies import blend_parameters

gaps = st.one_of(
    st.integers(1, 10 * 60_000),
    st.integers(1, 3 * DAY_MS),
    st.sampled_from([DAY_MS - 1, DAY_MS, DAY_MS + 1]),
    st.integers(DAY_MS, 4000 * DAY_MS),
)
answers = st.lists(st.tuples(gaps, st.sampled_from(Rating)), min_size=1, max_size=9)


def history(drawn: list[tuple[int, Rating]]) -> tuple[Answered, ...]:
    at, made = 1_600_000_000_000, []
    for gap, rating in drawn:
        at += gap
        made.append(Answered(Instant(at), rating, 700))
    return tuple(made)


@given(
    blend_parameters().map(Blend), st.lists(answers, min_size=1, max_size=12), st.floats(0.7, 0.99)
)
def test_they_are_the_same_to_the_last_digit(
    model: Blend, drawn: list[list[tuple[int, Rating]]], target: float
) -> None:
    histories = [history(one) for one in drawn] * (fold.FEW // len(drawn) + 1)
    one_by_one = [fold_alike(model, one) for one in histories]
    assert fold_many(model, histories) == one_by_one
    states = [one.state for one in one_by_one]
    assert intervals(model, states, target) == [model.interval(one, target) for one in states]
