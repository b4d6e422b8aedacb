"""A picture or sound as a page shows it, and the words in its place."""

import pytest

from learnt.clock import Instant
from learnt.collection import MediaRow
from learnt.deck.files import File
from learnt.web.pictures import address_of, file_shown, readable
from learnt.web.render import shown

ROWS = {
    name: MediaRow(name, "0123456789abcdef", 5, kind, Instant(0))
    for name, kind in (
        ("ox bow.png", "image/png"),
        ("nile.mp3", "audio/mpeg"),
        ("flood.mp4", "video/mp4"),
        ("page.png", ""),
        ('"><script>.png', "image/png"),
    )
}


def test_a_picture_has_words_and_waits_until_it_is_looked_at() -> None:
    assert file_shown(File("ox bow.png"), ROWS.get) == (
        '<img class="picture" src="/media/ox%20bow.png?v=0123456789ab" alt="ox bow" loading="lazy"'
        ' decoding="async">'
    )
    assert 'alt="a lake"' in file_shown(File("ox bow.png", "a lake"), ROWS.get)


def test_what_it_is_decides_how_it_is_shown() -> None:
    """Not how the card names it: some write sounds as pictures, and films as sounds."""
    sound = '<audio class="sound" controls preload="none" src="/media/nile.mp3?v=0123456789ab"'
    assert file_shown(File("nile.mp3"), ROWS.get).startswith(sound)
    film = file_shown(File("flood.mp4", is_sound=True), ROWS.get)
    assert film.startswith('<video class="film" controls preload="none" src="/media/flood.mp4?')
    assert 'aria-label="film: flood"' in film


@pytest.mark.parametrize("file", [File("gone.png"), File("page.png"), File("../../etc/passwd")])
def test_what_cannot_be_shown_is_told(file: File) -> None:
    told = file_shown(file, ROWS.get)
    assert told.startswith('<span class="no-file">The picture “')
    assert "<img" not in told


def test_nothing_is_fetched_from_the_web() -> None:
    text = 'x <img data-card alt="a lake" src="https://example.org/x.png">'
    assert shown(text, ROWS.get) == "x [picture: a lake]"


def test_names_and_words_are_no_markup() -> None:
    hostile = '"><script>.png'
    for html in (
        file_shown(File(hostile), ROWS.get),
        file_shown(File("ox bow.png", hostile), ROWS.get),
        file_shown(File("none", hostile), ROWS.get),
        file_shown(File("", hostile), ROWS.get),
    ):
        assert "<script" not in html
        assert '">' not in html.removesuffix('">').replace('class="no-file">', "")
    assert address_of(ROWS[hostile]) == "/media/%22%3E%3Cscript%3E.png?v=0123456789ab"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("heart_of-man.png", "heart of man"),
        ("ox bow.jpeg", "ox bow"),
        ("paste-3f2a9c1b04de88aa3f2a9c1b04de88aa3f2a9c1b.jpg", "paste"),
        ("heart-3f2a9c1b04de.png", "heart"),
        ("rec1623839405.mp3", "rec1623839405"),
        ("1623839405.mp3", ""),
        ("deadbeef42.png", ""),
        ("facade.png", "facade"),
        ("é_ö.png", "é ö"),
        (".png", ""),
        ("", ""),
    ],
)
def test_names_are_made_readable(name: str, words: str) -> None:
    assert readable(name) == words
