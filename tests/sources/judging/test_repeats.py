"""Cards and decks that stand on a page twice."""

from hypothesis import given
from hypothesis import strategies as st

from learnt.sources import Reading
from learnt.sources.judging.repeats import without_repeats
from learnt.sources.layouts.base import Draft, Proposal
from learnt.sources.page import page_of
from tests.sources.pages import cards, whys

DRAFTS = st.lists(
    st.builds(
        Draft,
        st.sampled_from([None, "front", "Front ", "other"]),
        st.lists(st.sampled_from(["a", "A", "b", " "]), min_size=1, max_size=3).map(tuple),
        st.just(1),
        st.integers(1, 3),
    ),
    max_size=8,
)


@given(DRAFTS)
def test_once_is_enough(drafts: list[Draft]) -> None:
    page = page_of("a\nb\nc", "x")
    once = without_repeats(page, Proposal("x", 1.0, tuple(drafts)))
    assert without_repeats(page, once) == once
    assert len(once.cards) + once.repeats == len(drafts)
    assert all(draft in drafts for draft in once.cards)


def test_a_card_that_comes_again(page: Reading) -> None:
    """Q: What is a fjord?
    A: A drowned valley of a glacier
    Q: What is a ria?
    A: A drowned valley of a river
    Q: what is a  fjord?
    A: a drowned valley of a glacier
    Q: What is a spit?
    A: Sand that reaches out from a coast
    """
    assert len(page.deck.cards) == 3
    assert [line for line, _ in whys(page)] == [5]
    assert "line 1" in whys(page)[0][1]
    assert 6 in page.furniture


def test_both_directions_are_two_cards(page: Reading) -> None:
    """Q: la mer
    A: the sea
    Q: the sea
    A: la mer
    """
    assert cards(page) == [("la mer", ["the sea"]), ("the sea", ["la mer"])]
    assert page.problems == ()


def test_one_front_with_two_answers_is_two_cards(page: Reading) -> None:
    """Q: bank
    A: the side of a river
    Q: bank
    A: a house for money
    """
    assert len(page.deck.cards) == 2


def test_a_deck_that_was_copied_twice_is_said_once(page: Reading) -> None:
    """| front | back |
    | --- | --- |
    | hull | the body of a ship |
    | mast | it carries the sails |
    | keel | it runs along the bottom |
    | keel | it runs along the bottom |
    | hull | the body of a ship |
    | mast | it carries the sails |
    """
    assert [prompt for prompt, _ in cards(page)] == ["hull", "mast", "keel"]
    assert len(whys(page)) == 1
    assert "3" in whys(page)[0][1]
