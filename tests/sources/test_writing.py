"""Decks out, and in again."""

import pytest
from hypothesis import given

from learnt.deck import Card, Deck, Point, plain
from learnt.deck.tidy import same_text
from learnt.errors import UsageError
from learnt.ids import CardId, DeckId, MakeId, PointId
from learnt.sources import endings, read, write
from tests.sources.pages import Plain
from tests.sources.pages import cards as plain_cards
from tests.strategies import decks


def test_endings() -> None:
    assert endings() == (".txt", ".md", ".csv", ".json", ".html")


def test_another_ending_names_those_there_are() -> None:
    with pytest.raises(UsageError, match=r"\.txt, \.md, \.csv, \.json, \.html"):
        write(Deck(DeckId("d"), "t"), ".doc")


@given(decks())
def test_json_carries_everything(deck: Deck) -> None:
    reading = read(write(deck, ".json"), "deck.json", lambda: "never")
    assert reading.deck == deck
    assert reading.problems == ()
    assert reading.layout == "learnt json"


@given(decks())
def test_csv_gives_the_same_prompts_and_points_back(deck: Deck) -> None:
    """A card or point that stands twice comes back once, as from any page."""
    number = iter(range(10**9))
    reading = read(write(deck, ".csv"), "deck.csv", lambda: f"id{next(number)}")
    once: dict[tuple[str, tuple[str, ...]], Plain] = {}
    for card in deck.cards:
        points: dict[str, str] = {}
        for point in card.points:
            points.setdefault(same_text(point.text), point.text)
        once.setdefault(
            (same_text(card.prompt or ""), tuple(points)), (card.prompt, [*points.values()])
        )
    assert plain_cards(reading) == list(once.values()) or not deck.cards


def test_csv_of_cards_that_all_ask_the_same(make_id: MakeId) -> None:
    number = iter(range(100))

    def card(prompt: str | None, *texts: str) -> Card:
        points = tuple(Point(PointId(f"p{next(number)}"), text) for text in texts)
        return Card(CardId(f"c{next(number)}"), prompt, points)

    same = "tree"
    cards = (
        card(same, "oak"),
        card(same, "ash", "ash", "elm", "-"),
        card(None, "oak"),
        card(same, "oak"),
    )
    reading = read(write(Deck(DeckId("d"), "Trees", cards), ".csv"), "deck.csv", make_id)
    assert plain_cards(reading) == [(same, ["oak"]), (same, ["ash", "elm", "-"]), (None, ["oak"])]


def test_csv_as_people_see_it(make_id: MakeId) -> None:
    card = Card(
        CardId("c"),
        'What is "pi"?',
        (
            Point(PointId("1"), "a ratio"),
            Point(PointId("2"), "- about\n3.14"),
            Point(PointId("3"), "=x"),
        ),
        tags=("maths", "circle"),
    )
    data = write(Deck(DeckId("d"), "Maths", (card,)), ".csv")
    assert data.decode() == (
        'front,back,tags\n"What is ""pi""?","- a ratio\n- - about\n  3.14\n- =x","maths, circle"\n'
    )
    reading = read(data, "maths.csv", make_id)
    assert plain_cards(reading) == [('What is "pi"?', ["a ratio", "- about\n3.14", "=x"])]
    assert reading.deck.cards[0].tags == ("maths", "circle")


@given(decks())
def test_text_is_the_plain_format(deck: Deck) -> None:
    assert write(deck, ".TXT").decode() == plain.write(deck)
