"""Numbers that count cards, and numbers that do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.sources.counters import lone_counters, lone_number, numbered_lines, without_number
from learnt.sources.page import page_of


def lone(text: str) -> list[int]:
    """The numbers of the lines that count cards by standing alone."""
    lines = page_of(text, "x").lines
    return [lines[index].number for index in lone_counters(lines)]


def before(text: str) -> list[int]:
    """The numbers of the lines that count cards by what they begin with."""
    lines = page_of(text, "x").lines
    return [lines[index].number for index in numbered_lines(lines)]


@pytest.mark.parametrize(
    ("text", "number"),
    [("7", 7), ("(7)", 7), ("#7", 7), ("7.", 7), ("[12]", 12), ("1204", 1204)],
)
def test_lone_numbers(text: str, number: int) -> None:
    assert lone_number(text) == number


@pytest.mark.parametrize("text", ["", "7 cards", "1.5", "-7", "7 %", "1234567", "VII", "1/4"])
def test_no_lone_numbers(text: str) -> None:
    assert lone_number(text) is None


def test_counting_from_card_to_card() -> None:
    assert lone("1\na\nb\n2\nc\nd\n3\ne\nf") == [1, 4, 7]


def test_a_number_may_be_lost_or_stand_twice() -> None:
    assert lone("1\na\nb\n3\nc\nd\n3\ne\nf\n4\ng\nh") == [1, 4, 7, 10]


def test_an_answer_that_is_a_number() -> None:
    assert lone("1\nHow many moons has Mars?\n2\n2\nHow many has Venus?\n0\n3\nc\nd") == [1, 4, 7]


def test_a_lost_answer_does_not_swallow_the_next_number() -> None:
    assert lone("1\na\nb\n2\nc\n3\nd\ne\n4\nf\ng") == [1, 4, 6, 9]


def test_scores_count_nothing() -> None:
    assert lone("a\n12\nb\n7\nc\n3") == []


def test_numbers_before_the_fronts() -> None:
    assert before("1. a\nx\n2. b\ny\n3. c\nz") == [1, 3, 5]
    assert before("1) a\nx\ny\n2) b\nz") == [1, 4]
    assert before("Sums\n4. a\nx\n5. b\ny") == [2, 4]


def test_lists_within_answers_do_not_count_cards() -> None:
    assert before("Causes\n1. a\n2. b\n3. c\nEffects\n1. d\n2. e") == []


def test_one_list_that_is_an_answer() -> None:
    assert before("How is tea made?\n1. Boil water\n2. Pour it\n3. Wait") == []


@pytest.mark.parametrize(
    ("text", "rest"),
    [("3. Rome", "Rome"), ("(3) Rome", "Rome"), ("12:Rome", "Rome"), ("1.5 km", "1.5 km"),
     ("1943: Naples", "Naples"), ("Rome", "Rome"), ("3.", "3.")],
)  # fmt: skip
def test_without_number(text: str, rest: str) -> None:
    assert without_number(text) == rest


@given(st.integers(2, 60), st.integers(2, 4))
def test_numbered_cards_are_all_found(cards: int, height: int) -> None:
    blocks = ["\n".join([str(n), *("w" * (k + 1) for k in range(height))]) for n in range(1, cards)]
    expected = [1 + (height + 1) * n for n in range(cards - 1)]
    assert lone("\n".join(blocks)) == (expected if cards > 2 else [])
