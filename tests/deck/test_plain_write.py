"""Decks as they are written."""

import pytest

from learnt.deck import Card, Deck, Direction, Point
from learnt.deck.plain import looks_like, write
from learnt.ids import CardId, DeckId, PointId, uuid7

DECK, CARD, POINT = DeckId(uuid7(1, 1)), CardId(uuid7(2, 2)), PointId(uuid7(3, 3))


def test_defaults_are_not_written() -> None:
    deck = Deck(DECK, "T", (Card(CARD, "Why?", (Point(POINT, "a\n  b"),)),))
    assert write(deck) == f"# T ^{DECK}\n\nWhy? ^{CARD}\n- a ^{POINT}\n    b\n"


def test_a_statement_with_everything() -> None:
    point = Point(POINT, "a\n\nb", accepted=("c",), refused=("d",), weight=0.5)
    card = Card(
        *(CARD, None, (point,), True, (Direction.FORWARD,), ("w",), "h\nhint: i", "n\n\n- m"),
        *(("t", "u"), ("m.png",), (3, 4), 0.25),
    )
    deck = Deck(DECK, "T", (card,), "Why?", ("x", "y"), "there")
    assert write(deck).splitlines() == [
        *(f"# T ^{DECK}", "question: Why?", "tags: x, y", "source: there", ""),
        *(f"statement: ^{CARD}", f"1. a ^{POINT}", "   \\", "   b"),
        *("   also: c", "   not: d", "   weight: 0.5"),
        *("hint: h", "  \\hint: i", "note: n", "  \\", "  - m", "wrong: w", "tags: t, u"),
        *("media: m.png", "lines: 3-4", "confidence: 0.25"),
    ]


def test_the_tenth_point_is_indented_by_its_wider_number() -> None:
    points = tuple(Point(PointId(uuid7(3, number)), "a\nb") for number in range(10))
    lines = write(Deck(DECK, "T", (Card(CARD, "p", points, ordered=True),))).splitlines()
    assert lines[-3:] == ["   b", f"10. a ^{uuid7(3, 9)}", "    b"]


def test_an_id_that_could_not_be_read_back_is_refused() -> None:
    with pytest.raises(ValueError, match="'deck-1' is no id"):
        write(Deck(DeckId("deck-1"), "T"))


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        (f"# T ^{DECK}\n", True),
        (f"\n# T\n\nWhy?\n- a ^{POINT}\n\n## x\n\ntext", True),
        ("# T\n\nWhy?\n- a\n- b", True),
        ("# T\n\nWhy?\n- a\n  weight: lots", True),
        ("# T\n\n- a\n- b\n  also: c", True),
        ("# Why did he?\n- because\n- and because", False),
        ("# T\n\nA paragraph of prose.\n\n## Part\n\n- a\n\nMore prose.", False),
        ("# T", False),
        ("## T\n\nWhy?\n- a", False),
        ("Why?\n- a", False),
        ("Front\tBack", False),
        ("", False),
    ],
)
def test_looks_like(text: str, *, ours: bool) -> None:
    assert looks_like(text) is ours
