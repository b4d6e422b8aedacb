"""Where the back of a card begins whose bounds are known."""

from hypothesis import given
from hypothesis import strategies as st

from learnt.sources.layouts.sections import (
    cut,
    joined,
    read_sections,
    section_of,
    split_sections,
    without_last_words,
)
from learnt.sources.line import Line
from learnt.sources.page import page_of


def lines(text: str) -> tuple[Line, ...]:
    return page_of(text, "x").lines


@given(st.lists(st.integers(0, 30), unique=True, min_size=1).map(sorted))
def test_cut_gives_every_line_once(starts: list[int]) -> None:
    page = lines("\n".join(f"line {n}" for n in range(31)))
    blocks = cut(page, starts)
    assert [line for block in blocks for line in block] == list(page[starts[0] :])
    assert [block[0] for block in blocks] == [page[at] for at in starts]


def test_the_back_begins_at_the_gap_where_most_have_one() -> None:
    cards = [lines("one\ntwo\n\nthree"), lines("four\n\nfive\nsix"), lines("seven\n\neight")]
    assert split_sections([section_of(card) for card in cards]) == [2, 1, 1]


def test_the_back_begins_at_the_list() -> None:
    assert split_sections([section_of(lines("Causes\n- hunger\n- debt"))]) == [1]


def test_a_word_that_says_the_answer_follows() -> None:
    card = section_of(lines("Why does ice float?\nAnswer:\nIt is less dense\nthan water"))
    drafts, problems = read_sections([card], 0.9)
    assert problems == []
    assert drafts[0].prompt == "Why does ice float?"
    assert "Answer:" not in drafts[0].points


def test_a_card_of_one_line_is_a_problem() -> None:
    drafts, problems = read_sections([section_of(lines("alone"))], 0.9)
    assert drafts == []
    assert [(one.line, one.text) for one in problems] == [(1, "alone")]


def test_the_last_words_of_a_site() -> None:
    blocks = [lines("a\n\nb"), lines("c\n\nd"), lines("e\n\nf\n\nGet our app")]
    assert [line.text for line in without_last_words(blocks)] == ["Get our app"]
    uneven = [lines("a\n\nb"), lines("c\n\nd\n\ng"), lines("e\n\nf\n\nh\n\ni")]
    assert without_last_words(uneven) == ()


def test_a_bullet_before_a_prompt_is_taken_off() -> None:
    assert joined(lines("• What is a\nclause?")) == "What is a clause?"
    assert joined(()) == ""
