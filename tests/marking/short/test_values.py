"""Numbers in words, and years of two digits."""

import pytest

from learnt.marking.short.values import number_in_words, with_centuries
from learnt.weights.lexicon import lexicon


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("forty-six", 46),
        ("two hundred and five", 205),
        ("about three thousand", 3000),
        ("two million", 2_000_000),
        ("one", 1),
        ("a dozen", 12),
        ("none of these", None),
        ("", None),
    ],
)
def test_numbers_in_words(text: str, value: float | None) -> None:
    assert number_in_words(text, lexicon().numbers) == value


@pytest.mark.parametrize(
    ("answer", "wanted", "expected"),
    [
        ("may 35", "1935-05", "may 1935"),
        ("35", "1935", "1935"),
        ("14-18", "1914/1918", "1914-1918"),
        ("05/1935", "1935-05", "May 1935"),
        ("1835", "1935", "1835"),
        ("35", "-0043", "35"),
    ],
)
def test_the_century_of_the_card(answer: str, wanted: str, expected: str) -> None:
    assert with_centuries(answer, wanted) == expected
