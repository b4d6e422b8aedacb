"""Pages on which something stands under every card. Each docstring is a page."""

from learnt.sources import Reading
from tests.sources.pages import cards, whys


def test_a_button_under_every_card(page: Reading) -> None:
    """Fungi Flashcards
    Cards (3)
    What are the threads of a fungus called?
    Hyphae
    View source
    What is a mycelium?
    The mesh of all its threads
    View source
    What are cell walls of fungi made of?
    Chitin
    View source
    """
    assert page.layout == "ended"
    assert page.deck.title == "Fungi"
    assert page.problems == ()
    assert cards(page) == [
        ("What are the threads of a fungus called?", ["Hyphae"]),
        ("What is a mycelium?", ["The mesh of all its threads"]),
        ("What are cell walls of fungi made of?", ["Chitin"]),
    ]
    assert {5, 8, 11} <= set(page.furniture)
    assert [card.source_lines for card in page.deck.cards] == [(3, 4), (6, 7), (9, 10)]


def test_counters_under_every_card(page: Reading) -> None:
    """Castles
    motte
    the mound on which the tower stood
    1 of 4
    bailey
    the yard below it
    2 of 4
    keep
    - the strongest tower
    - the last refuge
    3 of 4
    portcullis
    a grating let down in the gate
    4 of 4
    """
    assert page.declared == 4
    assert page.deck.title == "Castles"
    assert cards(page) == [
        ("motte", ["the mound on which the tower stood"]),
        ("bailey", ["the yard below it"]),
        ("keep", ["the strongest tower", "the last refuge"]),
        ("portcullis", ["a grating let down in the gate"]),
    ]


def test_emphasised_words_on_lines_of_their_own(page: Reading) -> None:
    """Enzymes Flashcards
    Cards (3)
    What does
    amylase
    break down?
    It breaks down
    starch
    into maltose
    View source
    Where is pepsin made?
    In the stomach
    View source
    What does
    lipase
    break down?
    Fats
    View source
    """
    assert cards(page) == [
        ("What does amylase break down?", ["It breaks down starch into maltose"]),
        ("Where is pepsin made?", ["In the stomach"]),
        ("What does lipase break down?", ["Fats"]),
    ]


def test_one_word_sides_that_look_like_furniture(page: Reading) -> None:
    """Words for schooling
    Prüfung
    Test
    1 of 4
    lernen
    Learn
    2 of 4
    Hilfe
    Help
    3 of 4
    teilen
    Share
    4 of 4
    """
    assert cards(page) == [
        ("Prüfung", ["Test"]),
        ("lernen", ["Learn"]),
        ("Hilfe", ["Help"]),
        ("teilen", ["Share"]),
    ]


def test_two_scores_end_nothing(page: Reading) -> None:
    """Probability Flashcards
    What share of families of two children has two girls, as a rule?
    1 of 4
    How many of four equally likely pairs of coin tosses have just one head?
    2 of 4
    What is the chance of a six?
    1 in 6
    """
    assert page.layout != "ended"
    assert [points for _, points in cards(page)] == [["1 of 4"], ["2 of 4"], ["1 in 6"]]


def test_bullets_at_the_ends_of_the_lines(page: Reading) -> None:
    """Gases
    Created by: Mira
    Created on: 22-04-18
    What does Boyle's law say?
    Pressure rises as volume falls•
    At a fixed temperature•
    1 of 3
    What is an ideal gas?
    One whose particles do not attract each other
    2 of 3
    What is the unit of pressure?
    The pascal
    3 of 3
    """
    assert page.deck.title == "Gases"
    assert cards(page)[0] == (
        "What does Boyle's law say?",
        ["Pressure rises as volume falls", "At a fixed temperature"],
    )
    assert page.deck.cards[0].source_lines == (4, 6)
    assert {2, 3, 7, 10, 13} <= set(page.furniture)


def test_bare_answers_of_several_lines_are_not_joined(page: Reading) -> None:
    """Cells
    How do bacteria differ from our cells?
    They are far smaller, most of them some thousandths of a millimetre
    They have no nucleus, and their DNA lies loose in the cell
    Some carry plasmids as well
    No mitochondria
    1 of 3
    What is a vacuole?
    A space filled with sap
    2 of 3
    What is a ribosome?
    The place where proteins are made
    3 of 3
    """
    assert page.deck.title == "Cells"
    assert len(cards(page)[0][1]) == 4


def test_a_page_that_was_cut(page: Reading) -> None:
    """Ice
    What is a moraine?
    Rock that ice has dropped
    1 of 12
    What is a corrie?
    A hollow where a glacier began
    2 of 12
    What is an esker?
    A ridge of gravel
    3 of 12
    What is a drumlin?
    """
    assert [prompt for prompt, _ in cards(page)] == [
        "What is a moraine?", "What is a corrie?", "What is an esker?",
    ]  # fmt: skip
    assert page.declared == 12
    assert any("12" in why for _, why in whys(page))
    assert 11 in [line for line, _ in whys(page)]
