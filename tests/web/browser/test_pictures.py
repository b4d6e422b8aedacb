"""Pictures and sounds on real pages: they are shown and played, and what is hostile does nothing."""

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from learnt import Collection
from learnt.sources.packages import Form
from tests.sources.packages.kept import BASIC, RIVERS
from tests.sources.packages.kept import card as anki_card
from tests.sources.packages.kept import note as anki_note
from tests.sources.packages.making import Content, package
from tests.sources.test_media import wav
from tests.web.browser.conftest import Open
from tests.web.browser.program import Program
from tests.web.browser.test_every_page import by_axe, by_finger, by_width
from tests.web.browser.watch import Watch

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300" onload="window.pwned = 1">'
    b"<script>window.pwned = 1; top.pwned = 1</script><rect width='400' height='300'/></svg>"
)
LOADED = "one => one.complete && one.naturalWidth > 0"


def png(width: int, height: int) -> bytes:
    """A grey picture of this size."""
    rows = zlib.compress((b"\0" + bytes([120]) * width) * height)
    parts = (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)), (b"IDAT", rows)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in (*parts, (b"IEND", b""))
    )


@pytest.fixture
def pictured(tmp_path: Path) -> Iterator[Program]:
    """A collection with one card of a package: large pictures, a sound, what is hostile or gone."""
    media = {
        "a wide lake.png": png(1600, 1000),
        "tall.png": png(300, 3000),
        "nile.wav": wav(),
        "sun.svg": SVG,
        "page.png": b"<html><script>window.pwned = 1</script>",
        '"><script>window.pwned = 1<script>.png': png(2, 2),
    }
    note = anki_note(
        1,
        BASIC,
        'Which lake is this? <img src="a%20wide%20lake.png"><img src="tall.png">[sound:nile.wav]',
        'an oxbow lake <img src="sun.svg"><br><img src="gone.png"><br><img src="page.png">',
    )
    content = Content((BASIC,), (RIVERS,), (note,), (anki_card(1, note),), (), media)
    path = tmp_path / "lakes.apkg"
    path.write_bytes(package(content, Form.LATEST))
    home = tmp_path / "pictured" / "learnt"
    with Collection.open(home) as collection:
        collection.add_package(path)
    with Program(home) as started:
        yield started


def looked_at(page: Page) -> None:
    """All pictures of the page are there, and nothing is wrong with it."""
    for picture in page.locator("img.picture").all():
        picture.scroll_into_view_if_needed()
        expect(picture).not_to_have_attribute("alt", "")
        page.wait_for_function(LOADED, arg=picture.element_handle())
    assert [*by_axe(page), *by_width(page)] == []
    assert page.evaluate("window.pwned") is None


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_a_card_is_studied_with_its_pictures(pictured: Program, open_page: Open, size: str) -> None:
    page = open_page(size, pictured, color_scheme="light", reduced_motion="reduce")
    page.goto("/study")
    expect(page.locator("[data-phase=question] img.picture")).to_have_count(2)
    looked_at(page)
    page.evaluate("scrollTo(0, 0)")
    show = page.locator("[data-enter]")
    expect(show).to_be_in_viewport()  # the way to the answer is on the screen
    sound = page.locator("audio.sound").first
    assert sound.evaluate("one => one.readyState") == 0  # nothing is fetched before it is played
    sound.evaluate("one => { one.muted = true; return one.play(); }")
    page.wait_for_function("one => one.duration > 0", arg=sound.element_handle())
    show.click()
    page.locator("[data-phase=answer]").wait_for()
    looked_at(page)
    page.evaluate("scrollTo(0, 0)")
    expect(page.get_by_text("an oxbow lake")).to_be_in_viewport()
    expect(page.get_by_text("The picture “gone.png” is not in your collection.")).to_be_visible()
    if size == "phone":
        assert by_finger(page) == []


def test_decks_and_facts_show_them(pictured: Program, open_page: Open) -> None:
    page = open_page("desktop", pictured, color_scheme="light", reduced_motion="reduce")
    page.goto("/")
    page.get_by_role("link", name="Rivers").first.click()
    expect(page.locator("img.picture")).to_have_count(3)
    looked_at(page)
    page.get_by_role("link", name="Facts").click()
    expect(page.locator("img.picture")).to_have_count(3)
    looked_at(page)


def test_a_picture_with_a_script_does_nothing_when_it_is_opened(
    pictured: Program, open_page: Open, watch: Watch
) -> None:
    watch.expect("ERR_ABORTED", "Download is starting", "404")
    page = open_page("desktop", pictured)
    page.goto("/")
    with page.expect_download() as download:
        page.evaluate("location.href = '/media/sun.svg'")
    assert download.value.suggested_filename == "sun.svg"
    assert page.evaluate("window.pwned") is None
    response = page.goto("/media/page.png")
    assert response
    assert response.status == 404
    assert page.evaluate("window.pwned") is None
