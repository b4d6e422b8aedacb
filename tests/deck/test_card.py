"""Cards, points and decks as values: tidy whatever they are made from, and refused when empty."""

import math
from typing import Any

import pytest
from hypothesis import given

from learnt.deck import UNTITLED, Card, Deck, Direction, Point, Problem
from learnt.ids import CardId, DeckId, PointId
from tests.strategies import SOME_ID, cards

POINT = Point(PointId("p"), "a point")


def card(**changes: Any) -> Card:
    return Card(**{"id": CardId("c"), "prompt": "Why?", "points": (POINT,), **changes})


def test_a_point_is_tidy() -> None:
    point = Point(PointId("p"), " a \r\n b ", ("x  y", "x y", ""), ("\n",), weight=2)
    assert point == Point(PointId("p"), "a\n b", ("x y",), (), 2.0)
    assert isinstance(point.weight, float)


@pytest.mark.parametrize("text", ["", " \n", "\x00", "\ufeff"])
def test_a_point_says_something(text: str) -> None:
    with pytest.raises(ValueError, match="needs a text"):
        Point(PointId("p"), text)


@pytest.mark.parametrize("weight", [0, -1, math.inf, math.nan])
def test_a_weight_is_above_zero(weight: float) -> None:
    with pytest.raises(ValueError, match="above 0"):
        Point(PointId("p"), "a", weight=weight)


def test_a_card_is_tidy() -> None:
    made = card(prompt=" ", hint="", note="\n", tags=("a,b",), media=("m ", "m"))
    assert (made.prompt, made.hint, made.note) == (None, None, None)
    assert (made.tags, made.media) == (("a b",), ("m",))


@pytest.mark.parametrize(
    "changes",
    [
        {"points": ()},
        {"directions": ()},
        {"source_lines": (5, 3)},
        {"source_lines": (0, 1)},
        {"confidence": 1.1},
        {"confidence": math.nan},
    ],
)
def test_an_impossible_card_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"point|direction|confidence|source lines"):
        card(**changes)


def test_a_statement_is_asked_forwards_only() -> None:
    made = card(prompt=None, directions=(Direction.BACKWARD,))
    assert made.directions == (Direction.FORWARD,)
    assert made.asked(Direction.BACKWARD) == (POINT,)


def test_asked_backwards_the_prompt_is_the_point() -> None:
    made = card(id=CardId(SOME_ID), directions=(Direction.FORWARD, Direction.BACKWARD))
    assert made.asked(Direction.FORWARD) == (POINT,)
    assert made.asked(Direction.BACKWARD) == (Point(PointId(SOME_ID), "Why?"),)


@given(cards())
def test_label_and_back(made: Card) -> None:
    assert made.label
    assert "\n" not in made.label
    assert made.back.split("\n")[0] == made.points[0].text.split("\n")[0]


def test_a_deck_has_a_title() -> None:
    deck = Deck(DeckId("d"), " \n ", question=" Why\n? ", source=" ", tags=("a", "a"))
    assert (deck.title, deck.question, deck.source) == (UNTITLED, "Why ?", None)
    assert deck.tags == ("a",)


def test_a_problem_shows_the_start_of_a_long_line() -> None:
    assert Problem(1, "x" * 201, "").text == "x" * 199 + "…"
    assert Problem(1, "x" * 200, "").text == "x" * 200


def test_the_order_of_directions_means_nothing() -> None:
    both = (Direction.FORWARD, Direction.BACKWARD)
    assert card(directions=(Direction.BACKWARD, Direction.FORWARD)).directions == both
