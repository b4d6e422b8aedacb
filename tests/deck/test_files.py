"""The pictures and sounds in a card's text: named, renamed, left out; everything else is text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.deck.files import (
    File,
    as_name,
    blanked,
    files_in,
    has_files,
    name_in,
    picture_sign,
    with_names,
    without_files,
)

TEXT = 'Which? <img data-card alt="a lake" src="ox%20bow.png"> and [sound:nile.mp3].'
names = st.text(
    st.characters(exclude_characters='<>"[]', categories=("L", "N", "P", "Zs")), min_size=1
)


def test_files_are_named_in_their_order() -> None:
    assert files_in(TEXT) == (File("ox bow.png", "a lake"), File("nile.mp3", is_sound=True))


@pytest.mark.parametrize(
    "text",
    ["", "a [note] and x < y", '<img src="x.png">', "[sound:]", "[sound:a\nb]", "[sounds:x]"],
)
def test_all_else_is_text(text: str) -> None:
    assert files_in(text) == ()
    assert not has_files(text)
    assert without_files(text) == blanked(text) == with_names(text, {"x.png": "y.png"}) == text


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("ox%20bow.png", "ox bow.png"),
        ("100%.png", "100%.png"),
        ("%e2%82%ac.png", "€.png"),
        ("%ff%fe.png", "\ufffd\ufffd.png"),
        ("e\u0301.png", "é.png"),
        ("https://example.org/x.png", ""),
        ("//example.org/x.png", ""),
        ("data:image/png;base64,AAAA", ""),
        ("javascript:alert(1)", ""),
        ("../../etc/passwd", "../../etc/passwd"),
    ],
)
def test_a_name_is_what_its_address_says(address: str, name: str) -> None:
    assert name_in(address) == name


def test_files_get_other_names() -> None:
    assert with_names(TEXT, {"ox bow.png": "ox 100%.png", "nile.mp3": "nile-1.mp3"}) == (
        'Which? <img data-card alt="a lake" src="ox 100%25.png"> and [sound:nile-1.mp3].'
    )
    assert with_names(TEXT, {"other.png": "x.png"}) == TEXT


@given(names.map(as_name).filter(bool))
def test_a_name_that_was_given_is_found_again(name: str) -> None:
    renamed = with_names('x <img data-card src="old.png">', {"old.png": name})
    (file,) = files_in(renamed)
    if not name_in(name.replace("%", "%25")):  # it reads as an address on the web
        return
    assert file.name.split() == name.split()


def test_what_can_be_said_has_no_files() -> None:
    assert without_files("the Nile [sound:nile.mp3]") == "the Nile"
    assert without_files("one [sound:a.mp3]  two") == "one two"
    assert without_files('<img data-card src="a.png">') == "[picture: a.png]"


@given(
    st.lists(
        st.sampled_from([" a 1935 ", "[sound:1935.mp3]", '<img data-card src="1066.png">', " <b> "])
    )
)
def test_blanks_take_no_more_room_and_no_less(parts: list[str]) -> None:
    text = "".join(parts)
    assert len(blanked(text)) == len(text)
    assert (
        blanked(text).split()
        == "".join(one for one in parts if "[" not in one and "img" not in one).split()
    )


@given(st.text(), st.text())
def test_a_sign_of_a_picture_can_be_read(told: str, address: str) -> None:
    assert len(files_in(picture_sign(told, address))) == 1
