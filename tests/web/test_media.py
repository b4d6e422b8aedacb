"""Pictures and sounds as they are served: what they are, to whom, and never anything that acts."""

from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest

from learnt import Collection
from learnt.deck import Card, Deck, Point
from learnt.ids import CardId, DeckId, MakeId, PointId
from learnt.web.app import make_app
from learnt.web.crashes import CrashLog
from learnt.web.door import Door
from learnt.web.pairing import Pairing
from tests.sources.test_media import PNG, wav
from tests.web.conftest import Browser, words
from tests.web.knocking import knocking

SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
PAGE = b"<html><body><script>alert(1)</script>"
SOUND = wav()


def served(browser: Browser, name: str, **headers: str) -> tuple[int, bytes]:
    found = browser.get(f"/media/{quote(name, safe='')}", headers=headers)
    return found.status_code, found.content


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("heart.png", PNG, "image/png"),
        ("called a picture.png", SOUND, "audio/wav"),
        ("GIF and a script.js", b"GIF89a/*<script>alert(1)</script>*/=1;", "image/gif"),
        ("a.svg", SVG, "image/svg+xml"),
        ("心脏 ♥ é.png", PNG, "image/png"),
        ("100% + 50 %?#.png", PNG, "image/png"),
        ("'\"<b>.png", PNG, "image/png"),
        ("x" * 251 + ".png", PNG, "image/png"),
    ],
)
def test_a_file_is_served_as_what_it_is(
    browser: Browser, collection: Collection, name: str, data: bytes, kind: str
) -> None:
    collection.media.save(name, data)
    found = browser.get(f"/media/{quote(name, safe='')}")
    assert (found.status_code, found.content) == (200, data)
    assert found.headers["content-type"] == kind
    assert found.headers["x-content-type-options"] == "nosniff"
    policy = found.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert policy.endswith("sandbox")
    assert "script" not in policy
    assert (found.headers.get("content-disposition") == "attachment") == (kind == "image/svg+xml")


@pytest.mark.parametrize("name", ["page.png", "page.svg", "tool.exe"])
def test_what_is_no_picture_is_never_served(
    browser: Browser, collection: Collection, name: str
) -> None:
    collection.media.save(name, PAGE)
    status, body = served(browser, name)
    assert status == 404
    assert b"alert(1)" not in body


@pytest.mark.parametrize(
    "name",
    [
        "none.png",
        "../collection.db",
        "..\\collection.db",
        "/etc/passwd",
        "x" * 300,
        "a\0.png",
    ],
)
def test_nothing_else_can_be_had(browser: Browser, name: str) -> None:
    assert served(browser, name)[0] == 404


def test_names_differ_by_their_case(browser: Browser, collection: Collection) -> None:
    collection.media.save("Heart.png", PNG + b"1")
    collection.media.save("heart.png", PNG + b"2")
    assert served(browser, "Heart.png") == (200, PNG + b"1")
    assert served(browser, "heart.png") == (200, PNG + b"2")
    assert served(browser, "HEART.png")[0] == 404


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [
        ("bytes=0-", 0, len(SOUND)),
        ("bytes=0-1", 0, 2),
        ("bytes=10-19", 10, 20),
        ("bytes=-5", len(SOUND) - 5, len(SOUND)),
        ("bytes=-99999", 0, len(SOUND)),
        ("bytes=5-99999", 5, len(SOUND)),
    ],
)
def test_a_player_gets_the_part_that_it_asks_for(
    browser: Browser, collection: Collection, asked: str, start: int, end: int
) -> None:
    collection.media.save("nile.wav", SOUND)
    found = browser.get("/media/nile.wav", headers={"Range": asked})
    assert found.content == SOUND[start:end]
    assert found.headers["content-length"] == str(end - start)
    assert found.headers["content-range"] == f"bytes {start}-{end - 1}/{len(SOUND)}"
    assert found.headers["accept-ranges"] == "bytes"
    assert found.status_code == 206


@pytest.mark.parametrize("asked", ["bytes=99999-", "bytes=-0"])
def test_a_part_that_there_is_not(browser: Browser, collection: Collection, asked: str) -> None:
    collection.media.save("nile.wav", SOUND)
    found = browser.get("/media/nile.wav", headers={"Range": asked})
    assert found.status_code == 416
    assert found.headers["content-range"] == f"bytes */{len(SOUND)}"


@pytest.mark.parametrize(
    "asked",
    ["bytes=-", "bytes=5-2", "bytes=0-1,4-5", "lines=1-2", "bytes=a-b", "bytes=" + "9" * 99],
)
def test_a_range_that_says_nothing_is_passed_over(
    browser: Browser, collection: Collection, asked: str
) -> None:
    collection.media.save("nile.wav", SOUND)
    assert served(browser, "nile.wav", Range=asked) == (200, SOUND)


def test_a_part_of_another_version_is_not_sent(browser: Browser, collection: Collection) -> None:
    collection.media.save("nile.wav", SOUND)
    tag = browser.get("/media/nile.wav").headers["etag"]
    assert served(browser, "nile.wav", Range="bytes=0-1", **{"If-Range": tag})[0] == 206
    assert served(browser, "nile.wav", Range="bytes=0-1", **{"If-Range": '"x"'})[0] == 200


def test_what_a_browser_has_is_not_sent_again(browser: Browser, collection: Collection) -> None:
    collection.media.save("heart.png", PNG)
    first = browser.get("/media/heart.png")
    assert first.headers["cache-control"] == "private, no-cache"
    tag = first.headers["etag"]
    for said in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        assert served(browser, "heart.png", **{"If-None-Match": said}) == (304, b"")
    assert served(browser, "heart.png", **{"If-None-Match": '"other"'})[0] == 200
    assert browser.head("/media/heart.png").headers["content-length"] == str(len(PNG))


def test_a_file_whose_bytes_are_lost_is_told(browser: Browser, collection: Collection) -> None:
    collection.media.save("heart.png", PNG)
    row = collection.media.find("heart.png")
    assert row is not None
    collection.store.contents.put([(row.digest, [])])
    assert served(browser, "heart.png")[0] == 404


def test_a_device_that_is_not_paired_sees_none(collection: Collection, home: Path) -> None:
    collection.media.save("heart.png", PNG)
    door = Door.network(Pairing(b"s" * 32))
    ask = knocking(make_app(collection, door, CrashLog(home / "learnt.log")), "192.168.1.9")
    answer = ask("GET", "/media/heart.png")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/pair"


@pytest.fixture
def pictured(collection: Collection, make_id: MakeId) -> Card:
    """A card with everything in it: a picture, a sound, what is missing, what is no picture."""
    for name, data in (("lake.png", PNG), ("nile.wav", SOUND), ("page.png", PAGE)):
        collection.media.save(name, data)
    texts = (
        "the lake [sound:nile.wav]",
        'one <img data-card src="gone.png">',
        '<img data-card src="page.png">',
    )
    card = Card(
        CardId(make_id()),
        'Which lake? <img data-card alt="from above" src="lake.png">',
        tuple(Point(PointId(make_id()), text) for text in texts),
        note='<img data-card src="lake.png">',
        hint="[sound:nile.wav]",
    )
    collection.add(Deck(DeckId(make_id()), "Lakes", (card,)))
    return card


def test_every_page_that_shows_a_card_shows_its_files(
    browser: Browser, collection: Collection, pictured: Card
) -> None:
    deck = collection.titles()[0].id
    for path in (f"/decks/{deck}", f"/decks/{deck}/facts", f"/cards/{pictured.id}"):
        page = browser.get(path)
        assert '<img class="picture" src="/media/lake.png?v=' in page.text, path
        assert 'alt="from above"' in page.text, path
        assert '<audio class="sound" controls preload="none" src="/media/nile.wav?v=' in page.text
        assert "The picture “gone.png” is not in your collection." in words(page), path
        assert "page.png" not in page.text.replace("“page.png”", ""), path
        assert "<img data-card" not in page.text.replace("&lt;", "<"), path


def test_a_sitting_shows_them_on_both_sides_and_at_its_end(
    browser: Browser, pictured: Card
) -> None:
    question = browser.get("/study")
    assert question.text.count('<img class="picture"') == 1
    assert question.text.count("<audio") == 1  # the hint's
    answer = browser.fill(question, "/study/show", answer="the lake")
    assert answer.text.count('<img class="picture"') == 2
    assert "<audio" in answer.text
    done = browser.fill(answer, "/study/answer", rating="1")
    assert "data-card" not in question.text + answer.text + done.text
    assert "[sound:" not in question.text + answer.text + done.text


def test_a_changed_text_shows_the_other_picture(
    browser: Browser, collection: Collection, pictured: Card
) -> None:
    other = collection.media.save("lake.png", PNG + b"2")
    collection.change(replace(pictured, prompt=f'Now? <img data-card src="{other}">'))
    assert f"/media/{other}?v=" in browser.get(f"/cards/{pictured.id}").text
