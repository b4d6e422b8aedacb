"""The normal form of text: reached in one step, and safe to store and to print."""

import unicodedata

import pytest
from hypothesis import given

from learnt.deck.tidy import as_tags, each_once, one_line, same_text, tidy
from tests.strategies import raw_texts


@given(raw_texts())
def test_tidy_text_stays_as_it_is(text: str) -> None:
    once = tidy(text)
    assert tidy(once) == once
    assert one_line(one_line(text)) == one_line(text) == one_line(once)


@given(raw_texts())
def test_tidy_text_has_one_kind_of_line_end_and_nothing_that_cannot_be_stored(text: str) -> None:
    once = tidy(text)
    assert once.splitlines() == (once.split("\n") if once else [])
    assert all(line == line.rstrip() for line in once.split("\n"))
    kinds = {unicodedata.category(character) for character in once if character not in "\n\t"}
    assert not kinds & {"Cc", "Cs", "Zl", "Zp"}
    once.encode("utf-8")


@given(raw_texts())
def test_one_line_is_one_line_with_single_spaces(text: str) -> None:
    assert one_line(text) == " ".join(one_line(text).split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("\n  def f():  \n    return 1\t\n\n", "def f():\n    return 1"),
        ("a\x00\x1b[1m\ufeffb", "a[1mb"),
        ("\ud83d", "\N{REPLACEMENT CHARACTER}"),
        (" \n\t\n ", ""),
        ("👩\u200d👧", "👩\u200d👧"),
    ],
)
def test_tidy(text: str, expected: str) -> None:
    assert tidy(text) == expected


@given(raw_texts(), raw_texts())
def test_lists_hold_each_text_once(first: str, second: str) -> None:
    kept = each_once((first, second, first))
    assert kept == each_once(kept)
    assert len(set(kept)) == len(kept)
    assert "" not in kept


def test_tags_have_no_commas() -> None:
    assert as_tags(("a,b", " a  b", ",", "c")) == ("a b", "c")


def test_the_same_text_in_other_forms() -> None:
    assert same_text("  Cafe\u0301\nNOIR ") == same_text("café noir")
    assert same_text("Straße") == same_text("STRASSE")
    assert same_text("a") != same_text("b")
