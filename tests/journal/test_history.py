"""Histories from another program are reviews like any others."""

from hypothesis import given
from hypothesis import strategies as st

from learnt.clock import Instant
from learnt.deck import Direction
from learnt.ids import EventId, uuid7
from learnt.journal import (
    Answered,
    History,
    Outcome,
    Rating,
    Review,
    are_apart,
    history_id,
    in_order,
)
from tests.journal.brief import in_brief
from tests.journal.strategies import CARDS, ME, POINTS, START, histories


def test_every_point_has_the_rating_of_its_card() -> None:
    answer = Answered(Instant(START), Rating.HARD, 700)
    one = History(EventId(uuid7(0, 5)), ME, CARDS[0], Direction.BACKWARD, POINTS[:2], (answer,))
    outcomes = tuple(Outcome(point, Rating.HARD) for point in POINTS[:2])
    assert list(one.reviews()) == [
        Review(
            EventId(uuid7(START, 5)),
            ME,
            CARDS[0],
            answer.at,
            Rating.HARD,
            outcomes,
            Direction.BACKWARD,
            duration_ms=700,
        )
    ]


@given(histories())
def test_an_answers_id_leads_to_its_history(some: tuple[History, ...]) -> None:
    for one in some:
        assert {history_id(review.id) for review in one.reviews()} == {one.id}
        assert [one.event(answer.at) for answer in one.answers] == [x.id for x in one.reviews()]


@given(histories())
def test_in_brief_its_answers_are_the_same(some: tuple[History, ...]) -> None:
    for one in some:
        assert one.in_brief() == in_brief(one.reviews())


@given(histories(), st.data())
def test_what_is_left_out_is_not_among_its_reviews(
    some: tuple[History, ...], data: st.DataObject
) -> None:
    everything = in_order((), some)
    assert everything == sorted(everything, key=lambda one: (one.at, one.id))
    out = {one.id for one in everything if data.draw(st.booleans())}
    left = in_order((), [one.without(out) for one in some])
    assert left == [one for one in everything if one.id not in out]
    middle = Instant(START + 2)
    parts = [
        in_order((), [one.between(*span) for one in some])
        for span in ((Instant(0), middle), (middle, Instant(START + 9)))
    ]
    assert [*parts[0], *parts[1]] == everything


def test_histories_that_share_a_point_are_not_apart() -> None:
    one, other = (
        History(EventId(uuid7(0, 5)), ME, CARDS[0], way, points, ())
        for way, points in zip(Direction, (POINTS[:2], POINTS[2:3]), strict=True)
    )
    assert are_apart([])
    assert are_apart([one, other])
    assert not are_apart([one, other, one])
