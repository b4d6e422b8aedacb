"""Titles by their place, their form or a word behind them."""

import pytest

from learnt.sources.page import Page, page_of
from learnt.sources.site.furniture import remove_furniture
from learnt.sources.site.titles import (
    with_count_in_title,
    with_glued_title,
    with_ruled_title,
    with_title,
    with_title_above,
    without_front_matter,
)


def title(page: Page) -> str | None:
    return page.title.body if page.title else None


@pytest.mark.parametrize(
    ("first", "expected"),
    [("Waves Flashcards", "Waves"), ("Waves Flashcards Preview", "Waves"), ("# Waves", "Waves"),
     ("# Waves Flash Cards", "Waves"), ("Waves", None), ("Flashcards", None), ("- # Waves", None)],
)  # fmt: skip
def test_by_its_form(first: str, expected: str | None) -> None:
    page = with_title(page_of(f"{first}\na\nb", "x"))
    assert title(page) == expected
    assert (1 in page.aside) is (expected is not None)


def test_headings_of_one_level_are_no_title() -> None:
    assert title(with_title(page_of("# anode\na\n# cathode\nb", "x"))) is None


def test_a_star_over_dashes() -> None:
    assert title(with_title(page_of("* Waves\n- crest\n- trough", "x"))) == "Waves"


def test_above_the_count() -> None:
    page = with_title_above(page_of("Waves Flashcards\n(2 cards)\na\nb", "x"), [2])
    assert title(page) == "Waves"
    assert page.aside == {1}


def test_a_lone_word_without_a_count_may_be_a_front() -> None:
    page = page_of("Waves\nwhat the sea makes", "x")
    assert with_title_above(page, []) == page


@pytest.mark.parametrize(
    "first", ["Waves (8 cards)", "Waves Flashcards (8 cards)", "Waves [8 terms]"]
)
def test_a_count_behind_it(first: str) -> None:
    page = with_count_in_title(page_of(f"{first}\na\nb", "x"))
    assert page.declared == 8
    assert title(page) == "Waves"


def test_a_page_number_behind_it() -> None:
    assert title(with_count_in_title(page_of("Waves and tides     page 3\na\nb", "x"))) == (
        "Waves and tides"
    )


def test_glued_to_its_count() -> None:
    page = page_of("Waves34 flashcards\na\nb", "x")
    assert title(with_glued_title(page, [1])) == "Waves"


def test_front_matter() -> None:
    page = without_front_matter(page_of('---\ntags: sea\ntitle: "Waves"\n---\na\nb', "x"))
    assert title(page) == "Waves"
    assert [line.text for line in page.lines] == ["a", "b"]
    assert page.aside == {1, 2, 3, 4}


def test_a_rule_that_opens_no_front_matter() -> None:
    page = page_of("---\na\nb\nc", "x")
    assert without_front_matter(page) == page


def test_a_rule_under_it() -> None:
    page = with_ruled_title(page_of("Waves\n---\na\nb\nc\nd", "x"))
    assert title(page) == "Waves"
    assert page.aside == {1, 2}


def test_a_rule_under_a_question_parts_a_card() -> None:
    page = page_of("What is a wave?\n---\na\nb\nc\nd", "x")
    assert with_ruled_title(page) == page


def test_a_first_front_that_is_the_title_stays() -> None:
    page = remove_furniture(
        page_of("Rome Flashcards (2 cards)\nRome\nThe city on the Tiber\nOstia\nIts port", "x")
    )
    assert [line.text for line in page.lines] == [
        "Rome",
        "The city on the Tiber",
        "Ostia",
        "Its port",
    ]


def test_a_title_that_stands_twice() -> None:
    page = remove_furniture(
        page_of("Rome Flashcards\n(2 cards)\nRome\nTiber\nriver\nOstia\nport", "x")
    )
    assert title(page) == "Rome"
    assert [line.text for line in page.lines] == ["Tiber", "river", "Ostia", "port"]
