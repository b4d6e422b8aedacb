"""A cue tells which statement is meant, and never gives it away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.deck.tidy import one_line
from learnt.practice import cue, cues
from tests.strategies import texts

words = st.text("abcdeñßİǅ東ש,.;:", min_size=1, max_size=4)
sentences = st.lists(words, min_size=1, max_size=24).map(" ".join)


def shown(made: str) -> list[str]:
    assert made.endswith(" …")
    return made.removesuffix(" …").split(" ")


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("Photosynthesis stores the energy of light", "Photosynthesis …"),
        ("Enzymes, like all catalysts, are not used up by what they do", "Enzymes, like all …"),
        ("Water boils", "Water …"),
        ("Mitosis", "M …"),
        ("Ω", "Ω …"),
        ("a  b\tc\nd e f g h", "a b …"),
    ],
)
def test_the_first_words_are_shown(statement: str, expected: str) -> None:
    assert cue(statement) == expected


def test_where_statements_begin_alike_more_is_shown() -> None:
    one = "The left side of the heart sends blood to the whole of the body"
    other = "The left half of the brain is where most people have their language"
    assert cue(one, [other]) == "The left side …"
    assert cue(other, [one]) == "The left half …"


@given(texts() | sentences, st.lists(texts() | sentences, max_size=4))
def test_never_more_than_half_of_the_words_is_shown(statement: str, others: list[str]) -> None:
    whole = one_line(statement).split(" ")
    seen = shown(cue(statement, others))
    if len(whole) == 1:
        assert len("".join(seen)) <= 1
    else:
        assert len(seen) <= max(1, len(whole) // 2)
    assert one_line(statement).startswith(" ".join(seen))
    assert "\n" not in cue(statement, others)


@given(texts() | sentences)
def test_a_cue_alone_is_at_most_six_words(statement: str) -> None:
    assert len(shown(cue(statement))) <= 6


def opening(text: str, size: int) -> list[str]:
    return [word.casefold().rstrip(",;:.") for word in text.split(" ")[:size]]


@given(sentences, sentences)
def test_statements_that_part_in_their_first_half_have_different_cues(one: str, other: str) -> None:
    half = min(len(one.split(" ")), len(other.split(" "))) // 2
    if half and opening(one, half) != opening(other, half):
        assert cue(one, [other]) != cue(other, [one])


@given(sentences)
def test_a_statement_does_not_change_its_cue_by_unlike_ones(statement: str) -> None:
    assert cue(statement, ["§ another beginning altogether", "§"]) == cue(statement)


@given(st.lists(texts() | sentences, max_size=8))
def test_all_at_once_are_as_each_among_the_others(statements: list[str]) -> None:
    alone = [
        cue(one, statements[:place] + statements[place + 1 :])
        for place, one in enumerate(statements)
    ]
    assert cues(statements) == alone
