"""Questions, and their answers in a list below. Each docstring is a page."""

import pytest

from learnt.ids import MakeId
from learnt.sources import Reading, read
from tests.sources.pages import cards, whys


def test_answers_by_their_numbers(page: Reading) -> None:
    """Capitals
    1. What is the capital of Peru?
    2. What is the capital of Kenya?
    3. What is the capital of
    New Zealand?
    Answers
    1. Lima
    3. Wellington
    2. Nairobi
    """
    assert page.layout == "answers below"
    assert page.deck.title == "Capitals"
    assert page.problems == ()
    assert cards(page) == [
        ("What is the capital of Peru?", ["Lima"]),
        ("What is the capital of Kenya?", ["Nairobi"]),
        ("What is the capital of New Zealand?", ["Wellington"]),
    ]
    assert [card.source_lines for card in page.deck.cards] == [(2, 2), (3, 3), (4, 5)]
    assert {6, 7, 8, 9} <= set(page.furniture)


@pytest.mark.parametrize(
    "heading", ["Answer key:", "## Answers", "Solutions", "Lösungen", "ANSWERS"]
)
def test_headings(heading: str, make_id: MakeId) -> None:
    text = f"1) 2 + 2\n2) 3 + 3\n3) 4 + 4\n\n{heading}\n\n1) 4\n2) 6\n3) 8\n"
    page = read(text.encode(), "sums.txt", make_id)
    assert cards(page) == [("2 + 2", ["4"]), ("3 + 3", ["6"]), ("4 + 4", ["8"])]


def test_a_question_whose_answer_is_missing(page: Reading) -> None:
    """1. Who painted the Night Watch?
    2. Who painted Guernica?
    3. Who painted the Birth of Venus?
    4. Who painted The Scream?
    5. Who painted Olympia?
    6. Who painted the Last Supper in Milan?
    Answers
    1. Rembrandt
    2. Picasso
    3. Botticelli
    5. Manet
    6. Leonardo
    """
    assert len(page.deck.cards) == 5
    assert [line for line, _ in whys(page)] == [4]


def test_other_numbers_below_the_word(page: Reading) -> None:
    """Answers
    What is a sum of two odd numbers?
    Even
    What is a product of two odd numbers?
    Odd
    What is nought times seven?
    Nought
    """
    assert page.layout != "answers below"
