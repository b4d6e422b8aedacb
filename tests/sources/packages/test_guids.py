"""Guids and ids, both ways."""

from hypothesis import given
from hypothesis import strategies as st

from learnt.ids import CardId
from learnt.sources.packages.guids import card_with_guid, guid_of, is_later_gap
from tests.strategies import ids

SIGNS = (
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&()*+,-./:;<=>?@[]^_`{|}~"
)


def as_anki(number: int) -> str:
    """A number as Anki writes a guid."""
    text = ""
    while number:
        number, value = divmod(number, 91)
        text = SIGNS[value] + text
    return text


@given(ids())
def test_a_card_of_ours_is_known_by_the_guid_it_goes_under(card: str) -> None:
    assert card_with_guid(guid_of(CardId(card)), 0) == card


@given(st.integers(1, 2**64 - 1))
def test_a_card_of_ankis_goes_back_under_the_guid_it_came_with(number: int) -> None:
    guid = as_anki(number)
    card = card_with_guid(guid, 0)
    assert card is not None
    assert guid_of(card) == guid


@given(st.integers(1, 2**64 - 1), st.integers(1, 1023))
def test_each_gap_of_a_note_has_an_id_and_a_guid_of_its_own(number: int, place: int) -> None:
    guid = as_anki(number)
    first, other = card_with_guid(guid, 0), card_with_guid(guid, place)
    assert first is not None
    assert other is not None
    assert (is_later_gap(first), is_later_gap(other)) == (False, True)
    assert guid_of(other) != guid
    assert card_with_guid(guid_of(other), 0) == other


@given(st.text(max_size=14), st.integers(0, 2000))
def test_what_is_no_guid_of_ankis_leads_to_no_card_or_back_to_itself(text: str, place: int) -> None:
    card = card_with_guid(text, place)
    if card is not None and place == 0:
        assert guid_of(card) == text


def test_real_guids() -> None:
    for guid in ("t/^v+Dd;Lp", "z2eXI(:#]E", "JZ]85XRL?G"):
        card = card_with_guid(guid, 0)
        assert card is not None
        assert guid_of(card) == guid
    assert card_with_guid("aaaaaaaaaa", 0) is None  # zero is written as nothing
    assert card_with_guid("~~~~~~~~~~~", 0) is None  # beyond 2^64
    assert card_with_guid("learnt-?", 0) is None
    assert card_with_guid("learnt-AAAA", 0) is None
