"""The words in which two wordings differ."""

from dataclasses import replace

from hypothesis import given

from learnt.deck.updating import Piece, differing, rows_beside
from tests.deck.updating.made import a_card
from tests.strategies import raw_texts


def marked(pieces: tuple[Piece, ...]) -> str:
    return "".join(f"[{piece.text}]" if piece.own else piece.text for piece in pieces)


def test_only_the_words_that_differ_are_marked() -> None:
    one, other = differing(
        "It was signed in 1934 in Athens.", "It was signed in May 1935 in Athens."
    )
    assert marked(one) == "It was signed in [1934] in Athens."
    assert marked(other) == "It was signed in [May 1935] in Athens."


def test_texts_with_little_in_common_are_marked_whole() -> None:
    one, other = differing("Water wears the bank away", "A state in Asia")
    assert (marked(one), marked(other)) == ("[Water wears the bank away]", "[A state in Asia]")


@given(raw_texts(), raw_texts())
def test_the_pieces_are_the_text(one: str, other: str) -> None:
    first, second = differing(one, other)
    assert "".join(piece.text for piece in first) == one
    assert "".join(piece.text for piece in second) == other
    if one == other:
        assert not any(piece.own for piece in (*first, *second))


def test_rows_stand_beside_each_other_by_their_points() -> None:
    mine = a_card("Why?", "because", "and so")
    theirs = replace(
        mine, hint="look up", points=(mine.points[1], *a_card("", "also").points), ordered=True
    )
    assert rows_beside(mine, theirs) == [
        ("Why?", "Why?"),
        ("because", ""),
        ("and so", "and so"),
        ("", "also"),
        ("", "Hint: look up"),
        ("", "In order"),
    ]
