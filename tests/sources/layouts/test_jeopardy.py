"""Boards of clues by their value. Each docstring is a page."""

from learnt.sources import Reading
from tests.sources.pages import cards, whys


def test_a_board(page: Reading) -> None:
    """The solar system
    Planets
    Moons
    100
    The planet closest to the Sun
    What is Mercury?
    200
    It has the most massive ring system
    What is Saturn?
    100
    The only moon with a thick atmosphere
    What is Titan?
    200
    He saw four moons of Jupiter in 1610
    Who was Galileo?
    """
    assert page.layout == "jeopardy"
    assert page.deck.title == "The solar system"
    assert cards(page) == [
        ("The planet closest to the Sun", ["What is Mercury?"]),
        ("It has the most massive ring system", ["What is Saturn?"]),
        ("The only moon with a thick atmosphere", ["What is Titan?"]),
        ("He saw four moons of Jupiter in 1610", ["Who was Galileo?"]),
    ]
    assert [card.points[0].accepted for card in page.deck.cards] == [
        ("Mercury",), ("Saturn",), ("Titan",), ("Galileo",),
    ]  # fmt: skip
    assert {2, 3, 4, 7, 10, 13} <= set(page.furniture)
    assert page.deck.cards[0].source_lines == (4, 6)


def test_money_blank_lines_and_a_clue_of_two_lines(page: Reading) -> None:
    """Composers

    $100

    He wrote the Four Seasons,
    a set of concertos for violin

    Who is Vivaldi?

    $200

    It was left unfinished by Mozart in 1791

    What is the Requiem?

    $300

    She wrote a piano concerto at fourteen

    Who is Clara Schumann?
    """
    assert cards(page)[0] == (
        "He wrote the Four Seasons, a set of concertos for violin",
        ["Who is Vivaldi?"],
    )
    assert len(page.deck.cards) == 3


def test_a_response_that_was_lost(page: Reading) -> None:
    """Elements
    100
    The lightest element
    What is hydrogen?
    200
    Its symbol is Fe
    300
    A metal that is liquid at room temperature
    What is mercury?
    400
    The gas that makes up most of the air
    What is nitrogen?
    """
    assert "Its symbol is Fe" not in [prompt for prompt, _ in cards(page)]
    assert len(page.deck.cards) == 3
    assert [line for line, _ in whys(page)] == [6]


def test_the_scores_below_the_board(page: Reading) -> None:
    """Capitals
    100
    It lies on the Seine
    What is Paris?
    200
    It lies on the Tagus
    What is Lisbon?
    300
    It lies on the Vltava
    What is Prague?
    Team 1
    0
    Team 2
    0
    """
    assert cards(page)[-1] == ("It lies on the Vltava", ["What is Prague?"])
    assert {11, 12, 13, 14} <= set(page.furniture)


def test_years_and_hundreds_are_no_board(page: Reading) -> None:
    """Numbers in words Flashcards
    (3 cards)
    100
    a hundred
    200
    two hundred
    300
    three hundred
    """
    assert page.layout != "jeopardy"
    assert cards(page) == [
        ("100", ["a hundred"]), ("200", ["two hundred"]), ("300", ["three hundred"]),
    ]  # fmt: skip
