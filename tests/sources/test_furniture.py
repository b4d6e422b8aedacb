"""What is furniture, and what only looks like it."""

import pytest

from learnt.sources.furniture import remove_furniture
from learnt.sources.page import Page, page_of


def bare(text: str) -> Page:
    return remove_furniture(page_of(text, "x.txt"))


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("(24 cards)", 24),
        ("Cards (8)", 8),
        ("cards (8):", 8),
        ("12 Cards in this Set", 12),
        ("Flashcards in Optics Deck (31):", 31),
        ("Terms in this set (40)", 40),
        ("17 Terms", 17),
        ("34 flashcards", 34),
        ("Learn faster with 9 flashcards.", 9),
    ],
)
def test_declared_counts(line: str, count: int) -> None:
    page = bare(f"Optics\n{line}\nfocus\nwhere rays meet\n")
    assert page.declared == count
    assert page.title is not None
    assert page.title.body == "Optics"
    assert [one.text for one in page.lines] == ["focus", "where rays meet"]
    assert 2 in page.aside


@pytest.mark.parametrize("end", [" Flashcards (24 cards)", " (24 cards)", " [24 terms]"])
def test_a_count_at_the_end_of_the_title(end: str) -> None:
    page = bare(f"Optics{end}\nfocus\nwhere rays meet\n")
    assert page.declared == 24
    assert page.title is not None
    assert page.title.body == "Optics"
    assert [one.text for one in page.lines] == ["focus", "where rays meet"]


def test_one_over_n_above_a_tool_bar() -> None:
    page = bare("1/14\nLooks like no tags are added yet.\nNo study sessions yet.\na\nb\n")
    assert page.declared == 13
    assert [one.text for one in page.lines] == ["a", "b"]


def test_counting_up() -> None:
    page = bare("a\nb\n1 of 3\nc\nd\n2 of 3\ne\nf\n3 of 3\n")
    assert page.declared == 3
    assert len(page.lines) == 6


@pytest.mark.parametrize(
    "text",
    [
        "How many parts?\n1/2\n",
        "How many terms did he serve?\n4 terms\n",
        "Which part?\n2 of 3\n",
        "Score\n6\n",
        "Verb\nLearn\n",
        "Exam\nTest\nShare\nView source\n",
    ],
)
def test_content_that_looks_like_furniture_stays(text: str) -> None:
    page = bare(text)
    assert [one.text for one in page.lines] == text.split("\n")[:-1]
    assert page.declared is None


def test_titles() -> None:
    assert (page := bare("Cell division Flashcards\na\nb\n")).title is not None
    assert page.title.body == "Cell division"
    assert bare("Flashcards\na\nb\n").title is None
    assert [one.text for one in bare("Flashcards\na\nb\n").lines] == ["Flashcards", "a", "b"]


def test_the_words_of_a_tool_bar_go_only_above_a_count() -> None:
    page = bare("Save\nBonds\nShare\nLearn\nCreated by\nA pupil\nCards (2)\nLearn\nto take in\n")
    assert page.title is not None
    assert page.title.body == "Bonds"
    assert [one.text for one in page.lines] == ["Learn", "to take in"]
