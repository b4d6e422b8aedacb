"""Whether two EDTF dates may be the same time."""

import pytest

from learnt.facts.dates.when import bounds, compatible

SAME = [
    ("1935", "1935"),
    ("1935-05", "1935"),
    ("1935-05-03", "1935-05"),
    ("1935~", "1936"),
    ("1935?", "1935"),
    ("193X", "1934"),
    ("16XX", "1650"),
    ("1914/1918", "1916"),
    ("1914/1918", "1914/1918"),
    ("1914-07/1918-11", "1914/1918"),
    ("1933/..", "1940"),
    ("../1940", "1900"),
    ("1933/..", "1933-03/.."),
    ("-0043", "-0043"),
    ("1936-22", "1936-07"),
    ("1936-24", "1936-02"),
    ("no date", "1935"),
]
APART = [
    ("1935", "1934"),
    ("1935-05", "1935-06"),
    ("1935-05-03", "1935-05-04"),
    ("1935~", "1938"),
    ("193X", "1941"),
    ("16XX", "1700"),
    ("1914/1918", "1914/1919"),
    ("1914/1918", "1919"),
    ("1933/..", "1932"),
    ("../1940", "1941"),
    ("1920/..", "1960/.."),
    ("../1920", "../1960"),
    ("-0043", "0043"),
    ("1936-22", "1936-11"),
]


@pytest.mark.parametrize(("one", "two"), SAME)
def test_may_be_the_same(one: str, two: str) -> None:
    assert compatible(one, two)
    assert compatible(two, one)


@pytest.mark.parametrize(("one", "two"), APART)
def test_cannot_be_the_same(one: str, two: str) -> None:
    assert not compatible(one, two)
    assert not compatible(two, one)


@pytest.mark.parametrize("one", sorted({each for pair in (*SAME, *APART) for each in pair}))
def test_a_date_is_itself(one: str) -> None:
    assert compatible(one, one)


def test_the_first_and_the_last_day() -> None:
    assert bounds("1935-05") == ((1935, 5, 1), (1935, 5, 31))
    assert bounds("193X") == ((1930, 1, 1), (1939, 12, 31))
    assert bounds("when?") is None
    assert bounds("1935/when?") is None
