"""Pages written by hand, a paragraph at a time. Each docstring is a page."""

from learnt.sources import Reading
from tests.sources.pages import cards, whys


def test_paragraphs_of_every_shape(page: Reading) -> None:
    """Ecology

    What is a niche?
    The part a species plays where it lives

    Kinds of symbiosis:
    - mutualism
    - parasitism
    - commensalism

    producer: makes its own food
    consumer: eats others

    What limits a population?
    - food
    - disease
    """
    assert page.deck.title == "Ecology"
    assert cards(page) == [
        ("What is a niche?", ["The part a species plays where it lives"]),
        ("Kinds of symbiosis", ["mutualism", "parasitism", "commensalism"]),
        ("producer", ["makes its own food"]),
        ("consumer", ["eats others"]),
        ("What limits a population?", ["food", "disease"]),
    ]
    assert page.deck.cards[1].source_lines == (6, 9)
    assert page.problems == ()


def test_a_paragraph_that_is_no_card_is_said(page: Reading) -> None:
    """Soil

    What is humus?
    - dead leaves
    - dung

    We dug a pit behind the school, and then it rained for the rest of the day.

    What is loam?
    - sand
    - silt
    - clay

    peat: plants that have not rotted away
    marl: clay with lime
    """
    assert [prompt for prompt, _ in cards(page)] == [
        "What is humus?",
        "What is loam?",
        "peat",
        "marl",
    ]
    assert [line for line, _ in whys(page)] == [7]


def test_a_question_without_an_answer_is_no_heading(page: Reading) -> None:
    """Light

    What bends light?
    - glass
    - water

    ray: a path of light
    beam: many rays side by side
    focus: where rays meet

    What is white light?
    - all the colours together

    What is a shadow?
    """
    assert [problem.text for problem in page.problems] == ["What is a shadow?"]
    assert len(page.deck.cards) == 5
