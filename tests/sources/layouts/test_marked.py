"""Pages whose lines say which side they are. Each docstring is a page."""

import pytest

from learnt.ids import MakeId
from learnt.sources import Reading, read
from tests.sources.pages import cards, whys


def test_questions_and_answers(page: Reading) -> None:
    """Electricity
    Q: What does a fuse do?
    A: It melts when the current is too large
    Q: Define potential difference
    A: The energy transferred for each coulomb
    that passes between two points
    Q: Name two ways of making a strong electromagnet
    A:
    - More turns
    - An iron core
    """
    assert page.layout == "question and answer"
    assert page.deck.title == "Electricity"
    assert page.problems == ()
    assert cards(page) == [
        ("What does a fuse do?", ["It melts when the current is too large"]),
        (
            "Define potential difference",
            ["The energy transferred for each coulomb that passes between two points"],
        ),
        ("Name two ways of making a strong electromagnet", ["More turns", "An iron core"]),
    ]
    assert page.deck.cards[1].source_lines == (4, 6)


def test_bare_lines_are_points(page: Reading) -> None:
    """Q: What are the parts of a flower?
    A:
    Sepals protect the bud
    Petals draw insects
    Stamens make pollen

    Q: What is the stigma?
    A: The part on which pollen lands
    """
    assert cards(page) == [
        (
            "What are the parts of a flower?",
            ["Sepals protect the bud", "Petals draw insects", "Stamens make pollen"],
        ),
        ("What is the stigma?", ["The part on which pollen lands"]),
    ]
    assert page.deck.title == "notes"


@pytest.mark.parametrize(
    ("ask", "answer"),
    [
        ("Q.", "A."), ("Q1:", "A1:"), ("Q 1)", "A 1)"), ("Question:", "Answer:"),
        ("QUESTION 1.", "ANSWER 1."), ("**Q:**", "**A:**"), ("Frage:", "Antwort:"),
        ("Question :", "Réponse :"), ("q:", "a:"), ("Pregunta:", "Respuesta:"), ("- Q:", "- A:"),
    ],
)  # fmt: skip
def test_the_marks_people_use(ask: str, answer: str, make_id: MakeId) -> None:
    text = (
        f"{ask} How deep is the ocean\n{answer} Four kilometres\n\n"
        f"{ask} What is krill\n{answer} Small shrimps\n"
    )
    assert cards(read(text.encode(), "x.txt", make_id)) == [
        ("How deep is the ocean", ["Four kilometres"]),
        ("What is krill", ["Small shrimps"]),
    ]


def test_acronym_letters_in_an_answer_are_no_marks(page: Reading) -> None:
    """Q: What does RICE stand for?
    A: R: rest
    I: ice
    C: compression
    E: elevation
    Q: What is a sprain?
    A: A torn ligament
    """
    assert cards(page)[0][1] == ["R: rest", "I: ice", "C: compression", "E: elevation"]
    assert len(page.deck.cards) == 2


def test_a_wrapped_question(page: Reading) -> None:
    """Q: Which of the metals that were known in antiquity
    is a liquid at room temperature?
    A: Mercury
    Q: Which is the lightest?
    A: Lithium
    """
    assert cards(page)[0] == (
        "Which of the metals that were known in antiquity is a liquid at room temperature?",
        ["Mercury"],
    )


def test_a_question_without_an_answer(page: Reading) -> None:
    """Q: What is a haiku?
    Q: What is a limerick?
    A: A comic poem of five lines
    """
    assert cards(page) == [("What is a limerick?", ["A comic poem of five lines"])]
    assert [line for line, _ in whys(page)] == [1]


def test_both_on_one_line(page: Reading) -> None:
    """Capitals
    Q: What is the capital of Kenya? A: Nairobi
    Q: What is the capital of Ghana? A: Accra
    """
    assert cards(page) == [
        ("What is the capital of Kenya?", ["Nairobi"]),
        ("What is the capital of Ghana?", ["Accra"]),
    ]


def test_numbered_answers_and_paragraphs(page: Reading) -> None:
    """Q: How is a thesis built?
    A: 1. It says what is claimed
    2. It says why
    3. It meets the best objection

    Q: What is a citation for?
    A: So that others can check.

    It also pays a debt.
    """
    assert cards(page) == [
        (
            "How is a thesis built?",
            ["It says what is claimed", "It says why", "It meets the best objection"],
        ),
        ("What is a citation for?", ["So that others can check.", "It also pays a debt."]),
    ]


def test_a_cloze_line_is_a_statement(page: Reading) -> None:
    """---
    name = "Set theory"
    ---

    <!-- first week -->

    Q: What is the empty set?
    A: The set without members

    C: A set with [n] members has [2^n] subsets.
    """
    assert page.deck.title == "Set theory"
    assert cards(page) == [
        ("What is the empty set?", ["The set without members"]),
        (None, ["A set with [n] members has [2^n] subsets."]),
    ]
    assert page.problems == ()


def test_html_in_a_page_stays_text(page: Reading) -> None:
    """Q: What does <script>alert(1)</script> do?
    A: It runs in the <b>browser</b> &amp; shows a box
    Q: What is H<sub>2</sub>O?
    A: Water
    """
    assert cards(page)[0] == (
        "What does <script>alert(1)</script> do?",
        ["It runs in the <b>browser</b> &amp; shows a box"],
    )


def test_a_number_after_the_mark_is_the_answer(page: Reading) -> None:
    """Q. Most paracetamol in a day
    A. 4 g
    Q. 5 rights of giving a drug
    A. patient, drug, dose, route, time
    """
    assert cards(page) == [
        ("Most paracetamol in a day", ["4 g"]),
        ("5 rights of giving a drug", ["patient, drug, dose, route, time"]),
    ]


def test_the_right_answer_on_the_same_line(page: Reading) -> None:
    """Q: What is the largest gland? Correct answer: the liver
    Q: What is the longest bone? Correct answer: the femur
    """
    assert cards(page) == [
        ("What is the largest gland?", ["the liver"]),
        ("What is the longest bone?", ["the femur"]),
    ]
