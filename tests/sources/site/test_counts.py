"""The number of cards a page says it has."""

import pytest

from learnt.sources.page import page_of
from learnt.sources.site.counts import count_in, counting_up, declared_count, glued_title


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("(24 cards)", 24), ("[3 terms]", 3), ("Cards (8)", 8), ("Flashcards (8):", 8),
        ("12 Cards in this Set", 12), ("9 terms in this deck", 9),
        ("Flashcards in Rocks and soil Deck (31):", 31), ("Terms in this set (40)", 40),
        ("Learn faster with 9 flashcards", 9), ("Total Cards 55", 55),
        ("Public20 cards by mira", 20), ("Waves34 flashcards", 34),
    ],
)  # fmt: skip
def test_lines_that_declare(text: str, count: int) -> None:
    assert count_in(text) == count


@pytest.mark.parametrize(
    "text",
    ["", "24", "cards", "a pack of 52 cards", "20 cards left over", "Cards (many)", "(24 carts)",
     "How many cards has a pack? (52 cards)"],
)  # fmt: skip
def test_lines_that_do_not(text: str) -> None:
    assert count_in(text) is None


def test_the_title_beside_the_count() -> None:
    assert glued_title("Waves34 flashcards") == "Waves"
    assert glued_title("34 flashcards") is None


def test_a_bare_count_under_the_title() -> None:
    page, where = declared_count(page_of("Waves\n12 terms\na\nb", "x"))
    assert page.declared == 12
    assert where == [2]


def test_a_bare_count_under_a_question_is_its_answer() -> None:
    page, where = declared_count(page_of("How many terms may a president serve?\n2 terms", "x"))
    assert page.declared is None
    assert where == []


def test_the_first_count_holds() -> None:
    page, where = declared_count(page_of("Waves\n(3 cards)\na\nb\nCards (90)", "x"))
    assert page.declared == 3
    assert where == [2]


def test_one_over_n_counts_steps() -> None:
    page, _ = declared_count(page_of("Waves\n1/6\nNo study sessions yet.\na\nb", "x"))
    assert page.declared == 7
    assert page.agrees(6)
    assert page.agrees(7)
    assert not page.agrees(8)


def test_a_fraction_alone_counts_nothing() -> None:
    page, where = declared_count(page_of("Half of a half\n1/4\nHalf of that\n1/8", "x"))
    assert page.declared is None
    assert where == []


def test_counting_up() -> None:
    assert counting_up(page_of("a\n1 of 3\nb\n2 of 3\nc\n3 of 3", "x").lines) == (3, [1, 3, 5])
    assert counting_up(page_of("a\n1 / 9\nb\n2 / 9\nc\n3 / 9", "x").lines) == (9, [1, 3, 5])
    twice = "a\n1 of 3\nb\n2 of 3\nc\n3 of 3\n"
    assert counting_up(page_of(twice + twice, "x").lines) == (3, [1, 3, 5, 7, 9, 11])


@pytest.mark.parametrize(
    "text",
    ["a\n1 of 3\nb\n2 of 3", "a\n1 of 3\nb\n2 of 5\nc\n3 of 7", "a\n3 of 9\nb\n1 of 9\nc\n2 of 9"],
)
def test_what_does_not_count_up(text: str) -> None:
    assert counting_up(page_of(text, "x").lines) is None
