"""What no card took is told. Each docstring is a page."""

from learnt.ids import MakeId
from learnt.sources import Reading, read
from tests.sources.conserved import lost
from tests.sources.pages import cards

PART = "A part of this line is in no card"


def told(page: Reading) -> list[int | None]:
    return [problem.line for problem in page.problems]


def test_words_can_be_used_once_only(page: Reading) -> None:
    """Q: Who met in the Jacobin club?
    A: radical deputies and their friends
    - radical deputies and their friends
    """
    assert cards(page) == [("Who met in the Jacobin club?", ["radical deputies and their friends"])]
    assert all(PART not in problem.why for problem in page.problems)  # said to be there twice


def test_the_key_of_a_question_with_options_says_one_again(page: Reading) -> None:
    """Which gas do plants take in by day?
    A) Argon
    B) Carbon dioxide
    C) Helium
    Answer: Carbon dioxide

    Which of these is a noble gas?
    A) Neon
    B) Oxygen
    C) Hydrogen
    Answer: Neon
    """
    assert len(page.deck.cards) == 2
    assert page.problems == ()


def test_every_line_of_a_card_without_an_answer_is_told(make_id: MakeId) -> None:
    text = "1) rain\n\u96e8\n\n2) snow\n\a\n\n3) hill\n\u5c71\n\n4) sea\n\u6d77\n"
    page = read(text.encode(), "page.txt", make_id)
    assert ("snow", []) not in cards(page)
    assert 4 in told(page)
    assert lost(page) == []
