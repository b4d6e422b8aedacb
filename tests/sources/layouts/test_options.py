"""Options of multiple choice on lines of their own."""

from hypothesis import given
from hypothesis import strategies as st

from learnt.sources.layouts.options import options_apart
from learnt.sources.page import page_of

TEXT = st.lists(st.text("abcd ABCD().19é", max_size=40), max_size=8).map("\n".join)


def apart(text: str) -> list[tuple[int, str]]:
    return [(line.number, line.text) for line in options_apart(page_of(text, "x").lines)]


def test_on_the_line_of_the_stem() -> None:
    assert apart("What is 2 + 2? a) three b) four c) five\nAnswer: b") == [
        (1, "What is 2 + 2?"), (1, "a) three"), (1, "b) four"), (1, "c) five"), (2, "Answer: b"),
    ]  # fmt: skip


def test_two_by_two() -> None:
    assert [text for _, text in apart("(A) Dee (B) Don\n(A) Tay (B) Tyne")] == [
        "(A) Dee", "(B) Don", "(A) Tay", "(B) Tyne",
    ]  # fmt: skip


def test_letters_without_a_sign() -> None:
    assert [text for _, text in apart("Who painted it?\n  A Picasso\n  B Dalí\n  C Miró")] == [
        "Who painted it?", "A) Picasso", "B) Dalí", "C) Miró",
    ]  # fmt: skip


def test_sentences_that_begin_with_a_letter_stay() -> None:
    text = "A horse\nB flat minor\nWe took plan b) and left"
    assert [line for _, line in apart(text)] == text.split("\n")


@given(TEXT)
def test_nothing_is_lost(text: str) -> None:
    """All words and numbers stay, in order; letters may get a sign."""
    before = page_of(text, "x").lines
    after = options_apart(before)
    assert [line.number for line in after] == sorted(line.number for line in after)
    for line in before:
        pieces = "".join(one.text for one in after if one.number == line.number)
        assert pieces.replace(")", "").replace(" ", "") == line.text.replace(")", "").replace(
            " ", ""
        )
