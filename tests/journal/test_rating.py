"""The one rule by which ticked points become a card's rating and the points' outcomes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.deck import Point
from learnt.ids import PointId
from learnt.journal import Rating, outcome_rating, proposed_rating
from tests.journal.strategies import numbered

AGAIN, HARD, GOOD, EASY = Rating


def points(*weights: float) -> tuple[Point, ...]:
    return tuple(
        Point(PointId(numbered(place)), f"point {place}", weight=weight)
        for place, weight in enumerate(weights)
    )


@pytest.mark.parametrize(
    ("weights", "said", "proposed"),
    [
        ((1,), (), AGAIN),
        ((1,), (0,), GOOD),
        ((1, 1), (), AGAIN),
        ((1, 1), (1,), HARD),
        ((1, 1), (0, 1), GOOD),
        ((1, 1, 1), (0,), AGAIN),
        ((1, 1, 1), (0, 2), HARD),
        ((3, 1, 1), (0,), HARD),
        ((3, 1, 1), (1, 2), AGAIN),
        ((2, 1, 1), (0,), HARD),  # exactly half
        ((2, 1, 1), (1, 2), HARD),  # exactly half
        ((0.1, 0.2, 0.3), (0, 1, 2), GOOD),
        ((1e-9, 5), (1,), HARD),  # all but next to nothing is not all
    ],
)
def test_the_rating_proposed(
    weights: tuple[float, ...], said: tuple[int, ...], proposed: Rating
) -> None:
    card = points(*weights)
    assert proposed_rating(card, {card[place].id for place in said}) is proposed


@pytest.mark.parametrize(
    ("card_rating", "when_said"), [(AGAIN, GOOD), (HARD, HARD), (GOOD, GOOD), (EASY, EASY)]
)
def test_a_points_own_rating(card_rating: Rating, when_said: Rating) -> None:
    assert outcome_rating(card_rating, said=True) is when_said
    assert outcome_rating(card_rating, said=False) is AGAIN


@given(st.lists(st.integers(1, 20), min_size=1, max_size=6), st.data())
def test_saying_one_more_point_never_lowers_the_rating(
    weights: list[int], data: st.DataObject
) -> None:
    card = points(*weights)
    order = data.draw(st.permutations(card))
    proposals = [
        proposed_rating(card, {point.id for point in order[:count]})
        for count in range(len(card) + 1)
    ]
    assert proposals == sorted(proposals)
    assert proposals[0] is AGAIN
    assert proposals[-1] is GOOD
    assert EASY not in proposals


def test_only_again_is_a_lapse() -> None:
    assert [rating.passed for rating in Rating] == [False, True, True, True]
    assert list(map(int, Rating)) == [1, 2, 3, 4]
