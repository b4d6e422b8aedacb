"""Where spans of a tidied text stand in the text as it was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.deck.tidy import tidy
from learnt.facts.values import Span
from learnt.marking.whereabouts import spans_in
from tests.strategies import raw_texts


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("the river froze", "river"),
        ("   the river froze  ", "river"),
        ("\r\n\tthe \x00river\r\nfroze", "river"),
        ("a a a river", "river"),
        ("\ufeffriver", "river"),
        ("le café gelé", "café"),
    ],
)
def test_a_word_is_found_again(typed: str, word: str) -> None:
    plain = tidy(typed)
    start = plain.index(word)
    (found,) = spans_in(typed, plain, [Span(start, start + len(word))])
    assert found.of(typed) == word


def test_no_spans_are_no_spans() -> None:
    assert spans_in("  a", "a", ()) == ()


@given(raw_texts(), st.data())
def test_a_span_lies_in_what_was_typed(typed: str, data: st.DataObject) -> None:
    plain = tidy(typed)
    if not plain:
        return
    start = data.draw(st.integers(0, len(plain) - 1))
    end = data.draw(st.integers(start + 1, len(plain)))
    (found,) = spans_in(typed, plain, [Span(start, end)])
    assert 0 <= found.start < found.end <= len(typed)


@given(st.text(st.sampled_from("ab \n\r\t\x00é")), st.data())
def test_the_words_of_the_span_are_the_same(typed: str, data: st.DataObject) -> None:
    plain = tidy(typed)
    if not plain:
        return
    start = data.draw(st.integers(0, len(plain) - 1))
    end = data.draw(st.integers(start + 1, len(plain)))
    (found,) = spans_in(typed, plain, [Span(start, end)])
    assert "".join(tidy(found.of(typed)).split()) == "".join(plain[start:end].split())
