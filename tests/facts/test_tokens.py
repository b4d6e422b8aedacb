"""Text → words, numbers and signs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.facts.tokens import TokenKind, sentences_of, tokens_of

WORD, NUMBER, NUMERAL, DATE, SIGN = TokenKind


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("1938", {"1938": NUMBER}),
        ("1,984", {"1,984": NUMERAL}),
        ("1.000.000", {"1.000.000": NUMERAL}),
        ("3.5", {"3.5": NUMERAL}),
        ("3,5", {"3,5": NUMERAL}),
        ("1938-09-30", {"1938-09-30": DATE}),
        ("30/09/1938", {"30/09/1938": DATE}),
        ("30.9.1938", {"30.9.1938": DATE}),
        ("1938-09", {"1938": NUMBER, "-": SIGN, "09": NUMBER}),
        ("1914–18", {"1914": NUMBER, "–": SIGN, "18": NUMBER}),
        ("didn't", {"did": WORD, "n't": WORD}),
        ("didn'tell", {"didn": WORD, "'": SIGN, "tell": WORD}),
        ("it’t", {"it": WORD, "’": SIGN, "t": WORD}),
        ("e\u0301tn't", {"e\u0301t": WORD, "n't": WORD}),
        ("France’s", {"France": WORD, "’s": WORD}),
        ("e\u0301te\u0301", {"e\u0301te\u0301": WORD}),
        ("Jänner", {"Jänner": WORD}),
        ("17th", {"17": NUMBER, "th": WORD}),
        ("x_1", {"x": WORD, "_": SIGN, "1": NUMBER}),
        ("東京", {"東京": WORD}),
        ("", {}),
        (" \n\t\u00a0", {}),
    ],
)
def test_kinds(text: str, kinds: dict[str, TokenKind]) -> None:
    assert [(one.text, one.kind) for one in tokens_of(text)] == list(kinds.items())


def test_what_is_glued_and_what_begins_with_a_capital() -> None:
    tokens = tokens_of("In (May) 1935-36.")
    assert [one.glued for one in tokens] == [False, False, True, True, False, True, True, True]
    assert [one.text for one in tokens if one.capital] == ["In", "May"]
    assert tokens_of("’S")[0].low == "'"


def test_pictures_and_sounds_have_no_words() -> None:
    text = 'the Nile [sound:nile 1935.mp3] <img data-card src="20%20bow.png"> rose'
    tokens = tokens_of(text)
    assert [one.text for one in tokens] == ["the", "Nile", "rose"]
    assert text[tokens[-1].start :] == "rose"


@given(st.text())
def test_nothing_but_white_space_is_in_no_token(text: str) -> None:
    place = 0
    for token in tokens_of(text):
        assert text[place : token.start].strip() == ""
        assert token.text == text[token.start : token.end] != ""
        assert token.glued == (token.start == place and place > 0)
        place = token.end
    assert text[place:].strip() == ""


@given(st.text("aB1. !?\n\"')’-v", max_size=40))
def test_every_token_is_in_one_sentence(text: str) -> None:
    tokens = tokens_of(text)
    sentences = sentences_of(text, tokens, frozenset({"v"}))
    assert [place for one in sentences for place in one] == list(range(len(tokens)))
    assert all(sentences)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It fell. They rose.", ["It fell.", "They rose."]),
        ("It fell! Did they? Yes…", ["It fell!", "Did they?", "Yes…"]),
        ('He said "no." They left.', ['He said "no."', "They left."]),
        ("one\ntwo", ["one", "two"]),
        ("R v. Brown was c. 1934 or so.", ["R v. Brown was c. 1934 or so."]),
        ("A. J. P. Taylor wrote it.", ["A. J. P. Taylor wrote it."]),
        ("It fell. but they rose.", ["It fell. but they rose."]),
        ("Sept. 1934", ["Sept. 1934"]),
        ("In 1934. In 1935.", ["In 1934.", "In 1935."]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    tokens = tokens_of(text)
    found = sentences_of(text, tokens, frozenset({"v", "c", "sept"}))
    assert [text[tokens[one.start].start : tokens[one.stop - 1].end] for one in found] == sentences
