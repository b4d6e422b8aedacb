"""The field Id."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.deck import Card, Direction
from learnt.ids import PointId
from learnt.sources.packages.own.record import (
    DeckKept,
    NewerRecord,
    Past,
    card_in,
    id_field,
    packed_id,
    record_in,
    record_of,
)
from tests.collection.world import a_card, an_id
from tests.strategies import cards

DECK = DeckKept(packed_id(an_id(9)))


@given(cards())
def test_a_card_comes_back_to_the_letter(card: Card) -> None:
    field = id_field(record_of(card, DECK))
    record = record_in(field)
    assert record is not None
    assert card_in(record) == card


def test_answers_and_the_deck_come_back() -> None:
    past = (Past(1_750_000_000_001, 1, packed_id(an_id(3)), b"\x01\x03"),)
    gone = (PointId(an_id(4)),)
    deck = DeckKept(packed_id(an_id(9)), "A::b", "A::B", "Why?", ("t",), "p.txt")
    record = record_of(a_card(1), deck, "asked", past, gone, 7)
    assert record_in(id_field(record)) == record


def test_the_field_says_which_cards_anki_makes() -> None:
    both = a_card(1, directions=tuple(Direction))
    assert id_field(record_of(both, DECK)).startswith("{{c1::forward}}{{c2::backward}} learnt1.")
    assert id_field(record_of(a_card(1), DECK)).startswith("{{c1::forward}} learnt1.")


@given(st.data())
def test_a_damaged_field_is_known_to_be(data: st.DataObject) -> None:
    field = id_field(record_of(a_card(1), DECK))
    at = data.draw(st.integers(field.index(".") + 1, len(field) - 1))
    broken = field[:at] + ("A" if field[at] != "A" else "B") + field[at + 1 :]
    read = record_in(broken)
    assert read is None or read == record_in(field)  # the last letter may have bits to spare
    assert record_in(field[:at]) is None or at == len(field)


@given(st.text())
def test_any_text_is_a_field(text: str) -> None:
    assert record_in(text) is None
    assert record_in(f"learnt1.{text}") is None


def test_what_a_later_version_wrote_is_told() -> None:
    with pytest.raises(NewerRecord):
        record_in("learnt2.AAAAAAAAAAAAAAA")
