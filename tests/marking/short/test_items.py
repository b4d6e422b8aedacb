"""A short answer cut into the things that it names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.marking.short.items import is_hedged, is_unknown, items_of, without_denied


@pytest.mark.parametrize(
    ("answer", "items"),
    [
        ("salt, tea; silk\ntin", ["salt", "tea", "silk", "tin"]),
        ("salt and tea then silk", ["salt", "tea", "silk"]),
        ("salt - tea", ["salt", "tea"]),
        ("well-known sandstone", ["well-known sandstone"]),
        ("salt tea", ["salt tea"]),
        (" , ; ", []),
        ("", []),
    ],
)
def test_items(answer: str, items: list[str]) -> None:
    assert [one.text for one in items_of(answer)] == items


@given(st.text(st.sampled_from("ab ,;\n/&-+→")))
def test_items_stand_where_they_say(answer: str) -> None:
    for one in items_of(answer):
        assert one.span.of(answer) == one.text


@pytest.mark.parametrize(
    "answer", ["", "?", "idk", "I don't know", "no idea, sorry", "dont know", "pass", "I forgot"]
)
def test_unknown(answer: str) -> None:
    assert is_unknown(answer)


@pytest.mark.parametrize("answer", ["salt", "no salt", "I know: salt", "nothing but salt"])
def test_known(answer: str) -> None:
    assert not is_unknown(answer)


def test_hedges() -> None:
    assert is_hedged("salt or tea")
    assert is_hedged("salt / tea")
    assert not is_hedged("ordinary salt")


@given(st.text(st.sampled_from("not but a,. ")))
def test_what_is_denied_is_blanked_out_in_its_place(answer: str) -> None:
    plain = without_denied(answer)
    assert len(plain) == len(answer)
    assert all(one in (two, " ") for one, two in zip(plain, answer, strict=True))


def test_what_is_denied() -> None:
    assert without_denied("tea, not salt").split() == ["tea"]
    assert without_denied("tea rather than salt").split() == ["tea"]
    assert without_denied("not salt but tea").split() == ["but", "tea"]
