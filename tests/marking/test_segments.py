"""An answer cut into the stretches that may each say one thing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.marking.segments import segments_of
from tests.marking.made import words


def clauses(text: str) -> list[str]:
    found = words(text)
    return [
        text[found[one.first].start : found[one.end - 1].end]
        for one in segments_of(text, found)
        if one.clauses == 1
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The river froze. The mill stopped.", ["The river froze", "The mill stopped"]),
        (
            "The river froze because winds blew north",
            ["The river froze", "because winds blew north"],
        ),
        ("river froze\nmill stopped", ["river froze", "mill stopped"]),
        ("river froze -> mill stopped", ["river froze", "mill stopped"]),
        ("- river froze\n- mill stopped", ["river froze", "mill stopped"]),
        ("river froze → mill stopped", ["river froze", "mill stopped"]),
        ("It cost 3.5 million", ["It cost 3.5 million"]),
        ("The U.S.S.R. sent grain ships", ["The U.S.S.R. sent grain ships"]),
        ("ice, snow", ["ice, snow"]),
        ("word", ["word"]),
    ],
)
def test_clauses(text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


def test_neighbours_and_whole_sentences_are_looked_at_too() -> None:
    text = "Rivers froze solid, mills stopped grinding and bread prices doubled."
    found = segments_of(text, words(text))
    assert [one.clauses for one in found] == [1, 1, 1, 2, 2, 3]
    assert (found[-1].first, found[-1].end) == (0, len(words(text)))


def test_a_text_without_a_stop_is_cut() -> None:
    text = "grain ship " * 200
    assert all(
        one.end - one.first <= 41 for one in segments_of(text, words(text)) if one.clauses == 1
    )


@given(st.text(st.sampled_from("ab é.,;:!?-–→\n'5(")) | st.text())
def test_clauses_hold_every_word_once(text: str) -> None:
    found = words(text)
    single = [one for one in segments_of(text, found) if one.clauses == 1]
    assert [n for one in single for n in range(one.first, one.end)] == list(range(len(found)))


@given(st.text(st.sampled_from("ab. ,\n")))
def test_there_are_at_most_three_times_as_many_segments_as_words(text: str) -> None:
    found = words(text)
    assert len(segments_of(text, found)) <= 3 * len(found)
