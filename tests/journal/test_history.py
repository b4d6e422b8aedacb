"""Histories from another program are reviews like any others."""

from hypothesis import given
from hypothesis import strategies as st

from learnt.clock import Instant
from learnt.deck import Direction
from learnt.ids import EventId
from learnt.journal import Answered, History, Outcome, Rating, Review, joined
from tests.journal.strategies import CARDS, ME, POINTS, START, numbered, ratings

answers = st.builds(
    Answered,
    st.integers(START, START + 5).map(Instant),
    st.integers(1000, 1020).map(lambda number: EventId(numbered(number))),
    ratings,
    st.integers(0, 90_000),
)
histories = st.builds(
    History,
    st.just(ME),
    st.sampled_from(CARDS[:2]),
    st.sampled_from(Direction),
    st.just(POINTS[:2]),
    st.lists(answers, max_size=4).map(tuple),
)


def test_every_point_has_the_rating_of_its_card() -> None:
    answer = Answered(Instant(START), EventId(numbered(1)), Rating.HARD, 700)
    one = History(ME, CARDS[0], Direction.BACKWARD, POINTS[:2], (answer,))
    outcomes = tuple(Outcome(point, Rating.HARD) for point in POINTS[:2])
    assert list(one.reviews({answer.id})) == []
    assert list(one.reviews()) == [
        Review(
            answer.id,
            ME,
            CARDS[0],
            answer.at,
            Rating.HARD,
            outcomes,
            Direction.BACKWARD,
            duration_ms=700,
        )
    ]


@given(st.lists(histories, max_size=6))
def test_joined_are_the_same_answers_in_their_order_once_a_direction(some: list[History]) -> None:
    by_card = joined(some)
    together = [one for its in by_card.values() for one in its]
    assert len({(one.card, one.direction) for one in together}) == len(together)
    assert all(one.card == card for card, its in by_card.items() for one in its)

    def said(many: list[History]) -> list[tuple[str, str, Answered]]:
        pairs = [(one.card, one.direction.value, answer) for one in many for answer in one.answers]
        return sorted(pairs)

    assert said(together) == said(some)
    for one in together:
        moments = [(answer.at, answer.id) for answer in one.answers]
        assert moments == sorted(moments)
