"""JSON of our own: exact, and checked."""

import pytest

from learnt.deck import Card, Deck, Point
from learnt.errors import Unreadable
from learnt.ids import CardId, DeckId, MakeId, PointId
from learnt.sources import deck_from_json, deck_to_json, read

DECK = Deck(
    DeckId("d"),
    "Tides",
    (Card(CardId("c"), "Why two a day?", (Point(PointId("p"), "The moon pulls", weight=2.5),)),),
)


def test_there_and_back() -> None:
    data = deck_to_json(DECK)
    assert data.startswith(b'{\n  "learnt": 1,\n  "deck": {')
    assert deck_from_json(data) == DECK


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (b'"learnt": 1', b'"learnt": 2', "Update learnt"),
        (b'"weight": 2.5', b'"weight": -1', "above 0"),
        (b'"weight": 2.5', b'"weight": "heavy"', "weight"),
        (b'"id": "p"', b'"id": "c"', "twice"),
        (b'"learnt": 1', b'"other": 1', "no deck of learnt"),
        (b"]", b"", "damaged"),
    ],
)
def test_what_is_damaged_is_refused(old: bytes, new: bytes, words: str) -> None:
    with pytest.raises(Unreadable, match=words):
        deck_from_json(deck_to_json(DECK).replace(old, new, 1))


@pytest.mark.parametrize(
    "data",
    [
        b'{"cards": [{"side": "a", "other": "b"}]}',
        b'[{"front": "a", "back": ""}]',
        b"[1, 2, 3]",
    ],
)
def test_other_json_is_said(data: bytes, make_id: MakeId) -> None:
    reading = read(data, "other.json", make_id)
    assert reading.deck.cards == ()
    assert "JSON without cards" in reading.problems[0].why


def test_deep_json_is_no_traceback(make_id: MakeId) -> None:
    with pytest.raises(Unreadable):
        deck_from_json(b'{"learnt": 1, "x": ' + b"[" * 100_000)
    read(b"[" * 100_000, "deep.json", make_id)
