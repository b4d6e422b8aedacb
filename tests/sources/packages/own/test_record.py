"""The field Id."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from learnt.clock import Instant
from learnt.deck import Card, Direction
from learnt.ids import EventId, LearnerId, PointId
from learnt.journal import Known
from learnt.sources.packages.own.before import before_of, known_in
from learnt.sources.packages.own.packed import packed_id
from learnt.sources.packages.own.record import (
    DeckKept,
    NewerRecord,
    Past,
    card_in,
    id_field,
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
    record = record_of(a_card(1), deck, "asked", past, gone, held=7)
    assert record_in(id_field(record)) == record


KNOWN = Known(
    EventId(an_id(5)),
    LearnerId(an_id(6)),
    a_card(1).id,
    Instant(1_750_000_000_001),
    (PointId(an_id(7)),),
    40.5,
    6.25,
    None,
    12,
    2,
    Direction.BACKWARD,
)


def test_what_was_known_before_comes_back() -> None:
    record = record_in(id_field(record_of(a_card(1), DECK, before=[before_of(KNOWN)])))
    assert record is not None
    (before,) = record.before
    assert known_in(before, KNOWN.learner, KNOWN.card) == KNOWN


@pytest.mark.parametrize(
    "odd",
    [
        {"id": b"123"},
        {"direction": "sideways"},
        {"at": -1},
        {"at": 10**18},
        {"points": ()},
        {"points": (b"",)},
        {"days": 0.0},
        {"days": float("inf")},
        {"days": float("nan")},
    ],
)
def test_what_cannot_have_been_known_is_passed_over(odd: dict[str, Any]) -> None:
    before = structs.replace(before_of(KNOWN), **odd)
    assert known_in(before, KNOWN.learner, KNOWN.card) is None


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -5.0])
def test_odd_numbers_of_what_was_known_do_no_harm(number: float) -> None:
    odd = structs.replace(before_of(KNOWN), difficulty=number, ease=number, reviews=-1)
    known = known_in(odd, KNOWN.learner, KNOWN.card)
    assert known is not None
    assert known.difficulty is None or 1 <= known.difficulty <= 10
    assert (known.ease, known.reviews) == (None, 0)


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
