"""One card that two wrote at once."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from learnt.deck import Card, Point
from learnt.deck.updating import rewritten
from learnt.ids import PointId
from tests.deck.updating.made import WORDS, a_card, fresh

BASE = a_card("Where does a river end?", "at its mouth", "in a delta")


def said(card: Card, *texts: str) -> Card:
    """The card with these texts on its points, and new points for those that are more."""
    ids = [point.id for point in card.points]
    ids += [PointId(fresh()) for _ in texts[len(ids) :]]
    return replace(card, points=tuple(map(Point, ids, texts)))


def test_what_differs_at_different_places_is_all_kept() -> None:
    first, last = said(BASE, "at its mouth", "in a fan"), replace(BASE, note="as the Nile does")
    both = rewritten(BASE, first, last)
    assert both.card == replace(first, note="as the Nile does")
    assert not both.conflict


def test_of_the_same_thing_the_last_word_stands_and_that_is_told() -> None:
    both = rewritten(BASE, said(BASE, "in the sea", "in a fan"), said(BASE, "by the sea", "?"))
    assert [point.text for point in both.card.points] == ["by the sea", "?"]
    assert both.conflict


def test_a_form_that_is_sent_twice_adds_its_new_point_once() -> None:
    first, again = (said(BASE, "at its mouth", "in a delta", "in a lake") for _ in range(2))
    both = rewritten(BASE, first, again)
    assert both.card == first
    assert not both.conflict


def test_new_points_that_differ_are_both_kept() -> None:
    first, last = (said(BASE, "at its mouth", "in a delta", end) for end in ("a lake", "a bog"))
    both = rewritten(BASE, first, last)
    assert {point.text for point in both.card.points} >= {"a lake", "a bog"}


@st.composite
def cards(draw: st.DrawFn) -> Card:
    """The base with its points reworded, left out, in another order, and with new ones."""
    points = [
        replace(point, text=draw(st.sampled_from((point.text, *WORDS[:3]))))
        for point in BASE.points
        if draw(st.booleans())
    ]
    texts = draw(st.lists(st.sampled_from(WORDS[:3]), max_size=2))
    points += [Point(PointId(fresh()), text) for text in texts]
    drawn = draw(st.permutations(points or list(BASE.points)))
    return replace(BASE, points=tuple(drawn), hint=draw(st.sampled_from((None, *WORDS[:2]))))


@settings(deadline=None)
@given(cards(), cards())
def test_ids_are_each_once_and_the_second_sending_changes_nothing(first: Card, last: Card) -> None:
    both = rewritten(BASE, first, last).card
    assert len({point.id for point in both.points}) == len(both.points)
    assert rewritten(BASE, first, BASE).card == first
    assert rewritten(BASE, BASE, last).card == last
    assert rewritten(BASE, first, first).card == first
    if not rewritten(BASE, first, last).conflict:
        assert rewritten(BASE, both, last).card == both
