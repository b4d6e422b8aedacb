"""Answer times leave idle gaps out."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from learnt.clock import Instant
from learnt.journal import Outcome, Rating, answer_time, outcomes_of
from tests.journal.test_rating import points

moments = st.lists(st.integers(0, 500_000).map(Instant), max_size=12)


def test_a_gap_of_more_than_a_minute_is_time_spent_elsewhere() -> None:
    assert answer_time(map(Instant, [0, 60_000])) == 60_000
    assert answer_time(map(Instant, [0, 60_001])) == 0
    assert answer_time(map(Instant, [0, 5_000, 300_000, 304_000])) == 9_000


def test_no_time_passes_without_two_moments() -> None:
    assert answer_time([]) == 0
    assert answer_time([Instant(7)]) == 0


def test_a_clock_set_back_takes_no_time_away() -> None:
    assert answer_time(map(Instant, [0, 10_000, 4_000, 9_000])) == 15_000


@given(moments)
def test_the_gaps_of_a_minute_at_most_are_what_counts(times: list[Instant]) -> None:
    times.sort()
    gaps = [later - earlier for earlier, later in pairwise(times)]
    assert answer_time(times) == sum(gap for gap in gaps if gap <= 60_000)


def test_outcomes_are_in_the_order_of_the_points() -> None:
    one, two, three = points(1, 1, 1)
    assert outcomes_of((one, two, three), {two.id}, Rating.EASY) == (
        Outcome(one.id, Rating.AGAIN),
        Outcome(two.id, Rating.EASY),
        Outcome(three.id, Rating.AGAIN),
    )
