"""Ids are UUIDs of version 7, in the order of their times."""

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.ids import are_ids, at_time, is_id, is_named, uuid7, uuid7_of_digits

times = st.integers(0, 2**48 - 1)
chances = st.integers(0, 2**74 - 1)


@given(times, chances)
def test_an_id_is_a_uuid_of_version_7_with_its_time_in_front(time: int, bits: int) -> None:
    made = uuid.UUID(uuid7(time, bits))
    assert made.version == 7
    assert made.variant == uuid.RFC_4122
    assert made.int >> 80 == time
    assert str(made) == uuid7(time, bits)


@given(times, chances, times, chances)
def test_ids_are_ordered_as_text_by_time_and_then_by_their_bits(
    time: int, bits: int, other_time: int, other_bits: int
) -> None:
    one, other = uuid7(time, bits), uuid7(other_time, other_bits)
    assert (one < other) == ((time, bits) < (other_time, other_bits))
    assert (one == other) == ((time, bits) == (other_time, other_bits))


@given(times, chances)
def test_ids_that_share_their_bits_are_as_if_made_alone(time: int, bits: int) -> None:
    assert at_time(uuid7(7, bits), time) == uuid7(time, bits)


@given(times, st.binary(min_size=10, max_size=32))
def test_an_id_made_of_digits_is_that_of_their_number(time: int, drawn: bytes) -> None:
    assert uuid7_of_digits(time, drawn.hex()) == uuid7(time, int.from_bytes(drawn[:10]))


@given(times, chances)
def test_an_id_is_known_as_one(time: int, bits: int) -> None:
    made = uuid7(time, bits)
    assert is_id(made)
    for spoilt in (made.upper(), made[:-1], made + "0", f" {made}", made.replace("-", "")):
        assert is_id(spoilt) == (spoilt == made)


@pytest.mark.parametrize("text", ["", "1", "not an id", "0192f3a4-7b2c-7def-8123-456789abcdeg"])
def test_other_text_is_no_id(text: str) -> None:
    assert not is_id(text)


def test_many_are_ids_where_each_is() -> None:
    ids = [uuid7(time, 77) for time in range(3)]
    assert are_ids(ids)
    assert are_ids([])
    assert not are_ids([*ids, "1"])


def test_an_id_that_was_made_of_a_name_is_told_from_one_that_has_a_time() -> None:
    assert is_named(uuid7(0, 77))
    assert is_named(uuid7(1, 77))
    assert not is_named(uuid7(1_760_000_000_000, 77))
    assert not is_named("1")
