"""Sides in turn, with a count that proves it. Each docstring is a page."""

from learnt.sources import Reading
from tests.sources.pages import cards


def test_definitions_first_card_by_card(page: Reading) -> None:
    """Logic Flashcards
    (4 cards)
    an argument whose conclusion follows from its premises
    valid
    sound
    valid, and with true premises
    a statement that is true in every case
    tautology
    premise
    what an argument starts from
    """
    assert page.layout == "in turn"
    assert page.deck.title == "Logic"
    assert page.problems == ()
    assert cards(page) == [
        ("an argument whose conclusion follows from its premises", ["valid"]),
        ("sound", ["valid, and with true premises"]),
        ("a statement that is true in every case", ["tautology"]),
        ("premise", ["what an argument starts from"]),
    ]
    assert [card.source_lines for card in page.deck.cards] == [(3, 4), (5, 6), (7, 8), (9, 10)]


def test_paragraphs_in_turn(page: Reading) -> None:
    """Knots (3 cards)

    Bowline

    A loop that does not slip.
    Easy to undo as well.

    Reef knot

    For two ropes of one thickness.

    Sheet bend

    For two ropes of unlike thickness.
    """
    assert [prompt for prompt, _ in cards(page)] == ["Bowline", "Reef knot", "Sheet bend"]
    assert page.deck.cards[0].source_lines == (3, 6)
    assert cards(page)[0][1] == ["A loop that does not slip.", "Easy to undo as well."]


def test_another_count_proves_nothing(page: Reading) -> None:
    """Logic Flashcards
    (9 cards)
    valid
    its conclusion follows from its premises
    sound
    valid, and with true premises
    tautology
    a statement that is true in every case
    """
    assert page.layout != "in turn"
    assert all(card.confidence < 0.8 for card in page.deck.cards)


def test_statements_that_are_half_as_many(page: Reading) -> None:
    """Why did the guilds lose their power?
    Cards (6)
    • Merchants gave work to villagers instead
    • Towns had lost their privileges
    • Machines needed no journeymen
    • Kings sold the right to trade
    • Guilds shut out newcomers
    • Laws of the nineteenth century ended them
    """
    assert page.layout != "in turn"
    assert len(page.deck.cards[0].points) == 6


def test_prompts_with_every_ending(page: Reading) -> None:
    """Verbs Flashcards
    (4 cards)
    to go - 5
    ir
    to come (3)
    venir
    to see…
    ver
    to have:
    tener
    """
    assert cards(page) == [
        ("to go - 5", ["ir"]),
        ("to come (3)", ["venir"]),
        ("to see…", ["ver"]),
        ("to have:", ["tener"]),
    ]
