"""Today, settings, trash, keys, errors and files: what stands on them, and what is refused."""

import re
from pathlib import Path

import pytest

from learnt import Collection
from learnt.errors import StoreBusy
from learnt.journal import Rating
from learnt.web import static
from tests.collection.world import Clock, finish, simple_deck
from tests.web.conftest import HX, Browser, words


def test_the_first_page_of_all_invites_to_paste(browser: Browser) -> None:
    page = browser.get("/")
    assert "Paste a page" in words(page)
    assert browser.form(page, "/add").fields == [("page", ""), ("html", "")]


def test_today_says_what_there_is_to_do(
    browser: Browser, collection: Collection, clock: Clock
) -> None:
    collection.add(simple_deck(30))
    assert "20 new cards" in words(browser.get("/"))
    sitting = collection.begin()
    for _ in range(3):
        clock.pass_by(minutes=0.5)
        sitting = finish(collection, sitting, Rating.GOOD)
    text = words(browser.get("/"))
    assert "17 new cards About 8 min at your pace." in text
    assert "Done today: 3 answers in 2 min." in text
    clock.pass_by(days=40)
    assert re.search(r"3 cards to review and 20 new\b", words(browser.get("/")))


def test_today_shows_three_pictures_with_their_numbers(
    browser: Browser, collection: Collection
) -> None:
    collection.add(simple_deck(2))
    page = browser.get("/")
    assert page.text.count("<svg") - page.text.count('class="mark"') == 3
    assert page.text.count("<caption") + page.text.count("In numbers") == 3


def test_when_all_is_done(browser: Browser, collection: Collection) -> None:
    collection.add(simple_deck(2))
    sitting = collection.begin()
    while sitting.exercise:
        sitting = finish(collection, sitting, Rating.EASY)
    assert "All done for today" in words(browser.get("/"))


def test_many_decks_are_shown_in_pages(browser: Browser, collection: Collection) -> None:
    for number in range(65):
        collection.new_deck(f"Deck number {number}")
    assert "Deck number 64" not in words(browser.get("/"))
    assert "Deck number 64" in words(browser.get("/?page=2"))


def test_settings_are_kept(browser: Browser, collection: Collection) -> None:
    page = browser.get("/settings")
    told = browser.fill(
        page,
        "/settings",
        new_a_day="7",
        retention="85",
        time_zone="Asia/Tokyo",
        theme="dark",
        marking="strict",
    )
    assert "Saved." in words(told)
    settings = collection.learner.settings
    assert (settings.new_a_day, settings.desired_retention) == (7, 0.85)
    assert (settings.time_zone, settings.theme) == ("Asia/Tokyo", "dark")
    assert settings.marking == "strict"
    assert 'data-theme="dark"' in browser.get("/keys").text


@pytest.mark.parametrize(
    "wrong",
    [
        {"new_a_day": "-1"},
        {"new_a_day": "many"},
        {"retention": "100"},
        {"time_zone": "Atlantis/Capital"},
        {"theme": "pink"},
        {"marking": "harsh"},
    ],
)
def test_settings_that_cannot_be(
    browser: Browser, collection: Collection, wrong: dict[str, str]
) -> None:
    before = collection.learner.settings
    form = browser.form(browser.get("/settings"), "/settings")
    assert browser.post("/settings", data=form.with_(**wrong)).status_code == 422
    assert collection.learner.settings == before


def test_a_target_finer_than_the_field_is_kept(browser: Browser, collection: Collection) -> None:
    from dataclasses import replace

    collection.set(replace(collection.learner.settings, desired_retention=0.875))
    browser.fill(browser.get("/settings"), "/settings", new_a_day="5")
    assert collection.learner.settings.desired_retention == 0.875


def test_what_was_changed_elsewhere_while_the_page_was_open_stays(
    browser: Browser, collection: Collection
) -> None:
    """The form has all choices; only those are kept that were changed in it."""
    page = browser.get("/settings")
    browser.fill(browser.get("/settings"), "/settings", new_a_day="7", retention="85")
    browser.fill(page, "/settings", theme="dark")
    settings = collection.learner.settings
    assert (settings.new_a_day, settings.desired_retention, settings.theme) == (7, 0.85, "dark")


def test_the_trash(browser: Browser, collection: Collection) -> None:
    assert "The trash is empty." in words(browser.get("/trash"))
    collection.delete_deck(collection.add(simple_deck(2)).deck)
    assert "A deck, 2 cards" in words(browser.get("/trash"))


def test_every_key_that_a_page_takes_is_told(browser: Browser) -> None:
    told = browser.get("/keys").text
    templates = Path(static.__file__).parent / "templates"
    taken = {
        key
        for path in templates.rglob("*.html")
        for key in re.findall(r'data-key="([^"{ ])"', path.read_text())
    }
    assert {"u", "e", "i", "-", "@", "?", "s", "a", "/", "+", "0"} == taken
    for key in taken:
        assert f"<kbd>{key}</kbd>" in told, key


@pytest.mark.parametrize("path", ["/nonsense", "/static/../app.py", "/static/nothing.js"])
def test_a_page_that_is_not_there(browser: Browser, path: str) -> None:
    page = browser.get(path)
    assert page.status_code == 404
    assert "<h1>" in page.text


def test_a_method_that_is_not_there(browser: Browser) -> None:
    page = browser.delete("/settings")
    assert page.status_code == 405
    assert "cannot be used like that" in words(page)


def test_a_crash_says_so_and_shows_nothing_of_itself(
    browser: Browser, collection: Collection, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash() -> None:
        raise RuntimeError("the text of a card")

    monkeypatch.setattr(collection, "trash", crash)
    quiet = type(browser)(browser.app, raise_server_exceptions=False)
    page = quiet.get("/trash")
    assert page.status_code == 500
    assert "Your answers are safe." in words(page)
    found = re.search(r"name ([0-9a-f]{8})", words(page))
    log = (home / "learnt.log").read_text()
    assert found is not None
    assert found[1] in log
    assert "RuntimeError" in log
    assert "the text of a card" not in log + page.text
    part = quiet.get("/trash", headers=HX)
    assert part.headers["hx-retarget"] == "#notice"


def test_a_busy_collection(
    browser: Browser, collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy() -> None:
        raise StoreBusy("Another program is using the collection. Try again in a moment.")

    monkeypatch.setattr(collection, "trash", busy)
    page = browser.get("/trash")
    assert page.status_code == 503
    assert "Try again in a moment." in words(page)


def test_files_are_kept_by_the_browser_until_they_change(browser: Browser) -> None:
    for name in ("learnt.css", "learnt.js", "icon.svg", "vendor/htmx.min.js"):
        file = browser.get(static.address(name))
        assert file.status_code == 200
        assert "immutable" in file.headers["cache-control"]
        assert file.content == static.content(name)
    assert browser.get("/static/learnt.css").headers["cache-control"] == "no-cache"


def test_nothing_is_fetched_from_elsewhere(browser: Browser, collection: Collection) -> None:
    collection.add(simple_deck(2))
    for path in ("/", "/add", "/study", "/settings", "/keys", "/trash"):
        for address in re.findall(r'(?:src|href|action)="([^"]+)"', browser.get(path).text):
            assert address.startswith(("/", "#")), address
    for name in ("learnt.css", "learnt.js"):
        assert b"http" not in static.content(name).replace(b"http://www.w3.org", b"")


def test_pages_are_packed_for_who_can_unpack(browser: Browser) -> None:
    assert browser.get("/keys").headers["content-encoding"] == "gzip"
    plain = browser.get("/keys", headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers


def test_a_part_that_goes_wrong_is_told_in_the_page_that_is_open(browser: Browser) -> None:
    told = browser.post("/study/show", data={"event": "x"}, headers=HX)
    assert told.status_code == 422
    assert 'class="wrong"' in told.text
    assert "<html" not in told.text
