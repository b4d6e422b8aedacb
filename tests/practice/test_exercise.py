"""One way of asking a card: forwards, backwards, or as a bare statement with a cue."""

from hypothesis import assume, given, settings

from learnt.deck import Card, Deck, Direction, Point
from learnt.ids import CardId, DeckId, PointId
from learnt.practice import exercise
from tests.strategies import cards, decks

DECK = Deck(DeckId("d"), "Rocks", question="How do rocks come to be?")


def test_forwards_the_prompt_asks_for_the_points() -> None:
    points = (Point(PointId("1"), "cooled magma"), Point(PointId("2"), "large crystals"))
    card = Card(CardId("c"), "Granite", points)
    made = exercise(DECK, card, Direction.FORWARD)
    assert (made.prompt, made.points, made.cue) == ("Granite", points, None)
    assert (made.deck, made.deck_title, made.card_id) == ("d", "Rocks", "c")
    assert made.kind == "recall"


def test_backwards_the_points_ask_for_the_prompt() -> None:
    """What is remembered of it is kept under the card's own id, not under a point's."""
    points = (Point(PointId("1"), "cooled magma"), Point(PointId("2"), "large crystals"))
    card = Card(CardId("c"), "Granite", points, directions=tuple(Direction))
    made = exercise(DECK, card, Direction.BACKWARD)
    assert made.prompt == "cooled magma\nlarge crystals"
    assert made.points == (Point(PointId("c"), "Granite"),)


def test_a_bare_statement_is_asked_as_the_decks_question_and_a_cue() -> None:
    text = "Slate was mud before heat and pressure changed it"
    card = Card(CardId("c"), None, (Point(PointId("1"), text),))
    made = exercise(DECK, card, Direction.FORWARD)
    assert (made.prompt, made.cue) == ("How do rocks come to be?", "Slate was …")
    other = "Slate was for centuries what roofs were made of"
    assert exercise(DECK, card, Direction.FORWARD, [other]).cue == "Slate was mud …"


def test_without_a_question_the_title_asks() -> None:
    card = Card(CardId("c"), None, (Point(PointId("1"), "Chalk is soft"),))
    assert exercise(Deck(DeckId("d"), "Rocks"), card, Direction.FORWARD).prompt == "Rocks"


@settings(max_examples=max(20, settings.default.max_examples // 5) if settings.default else 20)
@given(decks(max_cards=0), cards())
def test_the_answer_is_never_in_the_question(deck: Deck, card: Card) -> None:
    assume(card.prompt is not None)
    forward = exercise(deck, card, Direction.FORWARD)
    assert forward.prompt == card.prompt
    assert forward.points == card.points
    backward = exercise(deck, card, Direction.BACKWARD)
    assert backward.prompt == card.back
    assert [point.text for point in backward.points] == [card.prompt]
