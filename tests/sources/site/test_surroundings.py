"""What stands above, below and between the cards of a page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.sources.line import Line
from learnt.sources.page import Page, page_of
from learnt.sources.site.surroundings import (
    dropped,
    is_header,
    is_rule,
    without_footer,
    without_header,
    without_lone_header,
)


def texts(page: Page) -> list[str]:
    return [line.text for line in page.lines]


@pytest.mark.parametrize("text", ["---", "=====", "* * *", "–––", "•••••"])
def test_rules(text: str) -> None:
    assert is_rule(text)


@pytest.mark.parametrize("text", ["--", "- -", "-5", "a---", "", "      "])
def test_no_rules(text: str) -> None:
    assert not is_rule(text)


@given(st.sets(st.integers(1, 9)))
def test_dropped_lines_are_set_aside(numbers: set[int]) -> None:
    page = page_of("a\nb\nc\n\nd\ne\nf\ng\nh", "x")
    there = {line.number for line in page.lines}
    kept = dropped(page, numbers & there)
    assert {line.number for line in kept.lines} | kept.aside == there
    assert not {line.number for line in kept.lines} & kept.aside


def test_the_gap_before_a_dropped_line_stays() -> None:
    page = dropped(page_of("a\n\nShare\nb", "x"), {3})
    assert [line.blanks for line in page.lines] == [0, 1]


@pytest.mark.parametrize(
    "text",
    ["Share", "Created by: Mira", "• Created on: 22-04-18 16:04", "Study | Share | Print",
     "Updated 3 March", "1/24", "Studied by 31 people"],
)  # fmt: skip
def test_headers(text: str) -> None:
    assert is_header(page_of(text, "x").lines[0])


@pytest.mark.parametrize("text", ["Photosynthesis", "What is a share?", "", "shared values"])
def test_no_headers(text: str) -> None:
    assert not is_header(Line(1, text, text))


def test_words_of_a_site_above_its_count() -> None:
    page = without_header(
        page_of("Bonds\nSave\nShare\nCreated by\nA pupil\n(2 cards)\na\nb", "x"), [6]
    )
    assert texts(page) == ["Bonds", "(2 cards)", "a", "b"]
    assert page.aside == {2, 3, 4, 5}


def test_what_stands_right_below_the_count() -> None:
    page = page_of("Bonds\nShare\nCards (2)\nOriginal\nAlphabetical\na\nb", "x")
    assert texts(without_header(page, [3])) == ["Bonds", "Cards (2)", "a", "b"]


def test_one_word_without_a_count_stays() -> None:
    page = page_of("Share\nto use with others\nSave\nto keep", "x")
    assert without_lone_header(page) == page


def test_lines_of_a_site_with_bullets_and_no_count() -> None:
    page = page_of(
        "Cells\n  • Created by: Mira\n  • Created on: 22-04-18\nWhat is a gel?\nA jelly", "x"
    )
    assert texts(without_lone_header(page)) == ["Cells", "What is a gel?", "A jelly"]


def test_the_foot_of_a_site() -> None:
    page = without_footer(page_of("a\nb\nPrivacy\nTerms\nHelp\n© 2026 A Site", "x"))
    assert texts(page) == ["a", "b"]
    assert page.aside == {3, 4, 5, 6}


def test_a_last_answer_that_a_site_might_say_stays() -> None:
    page = page_of("Hilfe\nHelp\nBedingungen\nTerms", "x")
    assert without_footer(page) == page


def test_page_numbers_and_running_heads() -> None:
    page = page_of("a\nb\nRocks, week 4\nPage 1\nc\nd\nRocks, week 4\nPage 2\ne\nf", "x")
    assert texts(without_footer(page)) == ["a", "b", "c", "d", "e", "f"]
