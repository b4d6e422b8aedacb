"""An Anki package in the browser: chosen, mapped, saved, stopped; and pages that take a while."""

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from time import sleep

import httpx2
import pytest

from learnt import Collection
from learnt.sources.packages import Form
from learnt.web import taking
from learnt.web.uploads import jobs, keeping, upload
from learnt.web.uploads.keeping import uploads_of
from learnt.web.uploads.upload import State, Work
from tests.sources.documents.made import lines, pdf
from tests.sources.packages.kept import CONTENT, RIVERS, WORDS
from tests.sources.packages.making import Content, package, parts, zipped
from tests.web.conftest import HX, Browser, start, words

RIVERS_PACKAGE = package(CONTENT, Form.LATEST)
LONG = "\n\n".join(f"What is stone {n}?\n- Grey {n}\n- Old {n}" for n in range(300))


def send(
    browser: Browser, data: bytes = RIVERS_PACKAGE, name: str = "rivers.apkg"
) -> httpx2.Response:
    sent: httpx2.Response = browser.post("/add", files={"file": (name, data)})
    return sent


def boxes(page: httpx2.Response) -> list[str]:
    """The ids of the decks that are ticked."""
    return re.findall(r'name="deck" value="([^"]+)" checked', page.text)


def the_only(collection: Collection) -> upload.Upload:
    (found,) = uploads_of(collection).list()
    return found


def test_what_is_in_it_is_shown_before_anything_is_saved(
    browser: Browser, collection: Collection
) -> None:
    page = send(browser)
    assert page.url.path.startswith("/add/files/")
    said = words(page)
    assert "2 decks, 7 notes, 6 answers, 2 cards set aside" in said
    assert "Geography Rivers 7 cards" in said
    assert "Words 1 card" in said
    assert "8 cards in 2 decks, with 6 answers" in said
    assert "Why do meanders" in said
    assert "went into no card" in said
    assert len(boxes(page)) == 2
    assert collection.decks() == ()


@pytest.mark.parametrize("name", ["rivers.apkg", "rivers.colpkg", "rivers.zip", "RIVERS.APKG"])
def test_a_package_is_known_by_its_ending_or_by_what_is_in_it(browser: Browser, name: str) -> None:
    assert "An Anki package" in words(send(browser, name=name))


def test_saved_with_its_history_and_said_so(browser: Browser, collection: Collection) -> None:
    page = send(browser)
    saved = browser.fill(page, f"{page.url.path}/save")
    said = words(saved)
    assert "Saved" in said
    assert "8 new cards and 6 answers, in 2 decks. 2 cards set aside, as in Anki." in said
    assert {(one.title, one.cards) for one in collection.decks()} == {
        ("Geography::Rivers", 7),
        ("Words", 1),
    }
    assert words(browser.get(page.url.path)) == said
    again = send(browser)
    assert "everything in it was here already" in words(
        browser.fill(again, f"{again.url.path}/save")
    )


def test_of_a_saved_package_only_what_became_of_it_is_kept(
    browser: Browser, collection: Collection
) -> None:
    page = send(browser)
    browser.fill(page, f"{page.url.path}/save")
    kept = uploads_of(collection)
    names = {one.name for one in kept.place(the_only(collection)).iterdir()}
    assert names == {"about"}
    assert "rivers.apkg" not in words(browser.get("/add"))


def test_one_deck_of_two(browser: Browser, collection: Collection) -> None:
    page = send(browser)
    first, _ = boxes(page)
    part = browser.fill(page, f"{page.url.path}/save", part=True, deck=[first])
    assert "7 new cards" in words(part)
    assert [one.title for one in collection.decks()] == ["Geography::Rivers"]


def test_what_is_chosen_is_shown_and_stays_when_the_page_is_opened_again(
    browser: Browser, collection: Collection
) -> None:
    page = send(browser)
    _, second = boxes(page)
    form = browser.form(page, f"{page.url.path}/save")
    path = f"{page.url.path}/choose"
    part = browser.post(path, data=form.with_(deck=[second]), headers=HX)
    assert "1 card in 1 deck" in words(part)
    assert "Why do meanders" not in words(part)
    assert boxes(browser.get(page.url.path)) == [second]
    plain = browser.post(path, data=form.with_())
    assert plain.url.path == page.url.path
    assert len(boxes(plain)) == 2


def test_no_deck_chosen_saves_nothing(browser: Browser, collection: Collection) -> None:
    page = send(browser)
    told = browser.fill(page, f"{page.url.path}/save", deck=[])
    assert told.status_code == 422
    assert "No deck is chosen, so nothing was saved." in words(told)
    assert collection.decks() == ()


def fields_of(page: httpx2.Response, name: str) -> int:
    """The number of a note type on the page."""
    found = re.search(rf'<b dir="auto">{name}</b>.*?name="front-(\d+)"', page.text, re.DOTALL)
    assert found
    return int(found[1])


def test_other_fields_become_other_cards(browser: Browser, collection: Collection) -> None:
    page = send(browser)
    place = fields_of(page, "Vocabulary")
    changed = {f"front-{place}": "Example", f"back-{place}": "Word", "deck": boxes(page)}
    part = browser.post(f"{page.url.path}/choose", data=changed, headers=HX)
    assert part.status_code == 200
    browser.post(f"{page.url.path}/save", data=changed)
    (words_deck,) = [one for one in collection.decks() if one.title == "Words"]
    (card,) = collection.deck(words_deck.id).cards
    assert (card.prompt, card.back) == ("Elle nage dans la rivière.", "la rivière")


@pytest.mark.parametrize(("front", "back"), [("Word", "Word"), ("Word", "")])
def test_fields_that_make_no_card_are_told(browser: Browser, front: str, back: str) -> None:
    page = send(browser)
    place = fields_of(page, "Vocabulary")
    changed = {f"front-{place}": front, f"back-{place}": back, "deck": boxes(page)}
    part = browser.post(f"{page.url.path}/choose", data=changed, headers=HX)
    assert "“Vocabulary”" in words(part)
    told = browser.post(f"{page.url.path}/save", data=changed)
    assert told.status_code == 422


def test_a_field_that_is_not_there_loses_nothing(browser: Browser, collection: Collection) -> None:
    page = send(browser)
    place = fields_of(page, "Vocabulary")
    changed = {f"front-{place}": "No such", f"back-{place}": "Word", "deck": boxes(page)}
    told = browser.post(f"{page.url.path}/save", data=changed)
    assert "has no field “No such”" in words(told)
    assert collection.decks() == ()
    back = browser.fill(told, f"{page.url.path}/again")
    assert "has no field" in words(back)


def test_thrown_away_nothing_is_kept(browser: Browser, collection: Collection) -> None:
    page = send(browser)
    told = browser.post(f"{page.url.path}/throw-away")
    assert "Thrown away." in words(told)
    assert uploads_of(collection).list() == ()
    assert browser.get(page.url.path).status_code == 404


def test_it_waits_on_add_and_on_today(browser: Browser, collection: Collection) -> None:
    page = send(browser)
    assert "rivers.apkg" in words(browser.get("/add"))
    assert "Not saved yet: rivers.apkg" in words(browser.get("/"))
    assert page.url.path in browser.get("/").text


def test_another_start_finds_it_as_it_was(
    browser: Browser, collection: Collection, home: Path
) -> None:
    page = send(browser)
    again = start(collection, home)
    assert words(again.get(page.url.path)) == words(page)


def test_what_was_being_done_when_the_program_ended_is_said(
    browser: Browser, collection: Collection, home: Path
) -> None:
    page = send(browser)
    kept = uploads_of(collection)
    kept.change(
        the_only(collection).id,
        lambda one: replace(one, state=State.WORKED_ON, work=Work.SAVE),
    )
    told = start(collection, home).get(page.url.path)
    assert "Interrupted" in words(told)
    assert "nothing is lost" in words(told)
    choosing = browser.fill(told, f"{page.url.path}/again")
    assert "8 cards in 2 decks" in words(choosing)


HARM = {
    "empty": b"",
    "text": b"No package at all.\n",
    "cut": RIVERS_PACKAGE[: len(RIVERS_PACKAGE) // 2],
    "packed, and no collection": zipped({"a": b"b"}),
    "a bomb": zipped(
        {
            **parts(CONTENT, Form.LEGACY_2),
            "collection.anki21": b"SQLite format 3\0" + b"\0" * 60_000_000,
        }
    ),
    "no database": zipped({**parts(CONTENT, Form.LEGACY_2), "collection.anki21": b"x" * 500}),
}


@pytest.mark.parametrize("kind", HARM)
def test_what_is_no_package_is_told_and_nothing_is_kept(
    browser: Browser, collection: Collection, kind: str
) -> None:
    told = browser.post("/add", files={"file": ("x.apkg", HARM[kind])}, data={"page": "kept"})
    assert told.status_code == 422
    assert "x.apkg" in words(told)
    assert "Traceback" not in told.text
    assert uploads_of(collection).list() == ()


def test_a_package_without_cards_says_so(browser: Browser) -> None:
    page = send(browser, package(Content(CONTENT.types, CONTENT.decks), Form.LATEST))
    assert "There is no card in it that learnt can ask." in words(page)


def test_one_that_is_too_large_is_told(
    browser: Browser, collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "LARGEST", 1_000_000)
    told = send(browser, bytes(1_000_001), "large.apkg")
    assert told.status_code == 422
    assert "large.apkg is larger than 1 MB" in words(told)
    assert "learnt add large.apkg" in words(told)
    assert list((collection.home / "uploads").iterdir()) == []


def test_those_that_wait_are_bounded_together(
    browser: Browser, collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    send(browser)
    monkeypatch.setattr(keeping, "MOST_KEPT", len(RIVERS_PACKAGE) + 10)
    told = send(browser, name="second.apkg")
    assert told.status_code == 422
    assert "Save or throw away one of them first." in words(told)
    assert the_only(collection).name == "rivers.apkg"


def test_a_crash_there_is_told_with_its_reference(
    browser: Browser, collection: Collection, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = "import learnt.collection as c; c.package_of = lambda *_, **__: 1 / 0; "
    run = "from learnt.web.uploads.labour import main; main()"
    monkeypatch.setattr(jobs, "_COMMAND", (*jobs._COMMAND[:4], "-c", broken + run))
    told = send(browser)
    assert "Something went wrong inside learnt" in words(told)
    assert "ZeroDivisionError" in (home / "learnt.log").read_text()


def test_one_that_falls_without_a_word_is_told(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "_COMMAND", (*jobs._COMMAND[:4], "-c", "raise SystemExit(9)"))
    assert "ended before it was done" in words(send(browser))


def test_where_no_process_can_be_started_it_is_told(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "_COMMAND", ("/no/such/program",))
    assert "starts no other process" in words(send(browser))


def test_a_document_becomes_a_draft(browser: Browser, collection: Collection) -> None:
    page = send(browser, pdf(lines(["Who built it?", "- The monks"])), "well.pdf")
    assert page.url.path == f"/add/{collection.drafts()[0].id}"
    assert "Who built it?" in words(page)


def test_a_huge_page_becomes_a_draft_and_its_file_is_let_go(
    browser: Browser, collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking, "_AT_ONCE", 1000)
    page = send(browser, LONG.encode(), "stones.txt")
    assert page.url.path == f"/add/{collection.drafts()[0].id}"
    assert collection.drafts()[0].cards == 300
    assert "stones.txt" not in words(browser.get("/add"))


def test_several_at_once_wait_each(browser: Browser, collection: Collection) -> None:
    files = [("file", ("one.apkg", RIVERS_PACKAGE)), ("file", ("two.txt", b"What is it?\n- It\n"))]
    page = browser.post("/add", files=files)
    assert page.url.path == "/add"
    assert "one.apkg" in words(page)
    assert len(collection.drafts()) == 1


def test_a_file_on_the_way_shows_how_far_it_is_and_can_be_stopped(
    browser: Browser, collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking, "_AT_ONCE", 1000)
    monkeypatch.setattr(jobs, "PATIENCE_SECONDS", 0)
    plain = jobs._COMMAND
    monkeypatch.setattr(jobs, "_COMMAND", (*plain[:4], "-c", "import time; time.sleep(600)"))
    page = send(browser, LONG.encode(), "stones.txt")
    path = page.url.path
    assert '<meta http-equiv="refresh"' in page.text
    part = browser.get(f"{path}/progress", headers=HX)
    assert "<progress" in part.text
    assert "being read" in words(browser.get("/add"))
    stopped = browser.post(f"{path}/cancel")
    assert "Stopped" in words(stopped)
    assert "Nothing of it was saved, and the file is kept." in words(stopped)
    assert browser.get(f"{path}/progress", headers=HX).headers["HX-Redirect"] == path
    assert collection.drafts() == ()
    assert not (uploads_of(collection).place(the_only(collection)) / "work").exists()
    monkeypatch.setattr(jobs, "PATIENCE_SECONDS", 100)
    monkeypatch.setattr(jobs, "_COMMAND", plain)
    again = browser.fill(stopped, f"{path}/again")
    assert again.url.path == f"/add/{collection.drafts()[0].id}"


def test_stopped_while_saving_whole_parts_are_saved_and_going_on_doubles_nothing(
    browser: Browser, collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = (
        "import learnt.collection.packaging as p; p._MOST_WORK = 8; p._TURN_SECONDS = 0.3; "
        "from learnt.web.uploads.labour import main; main()"
    )
    page = send(browser)
    plain = jobs._COMMAND
    monkeypatch.setattr(jobs, "_COMMAND", (*plain[:4], "-c", slow))
    monkeypatch.setattr(jobs, "PATIENCE_SECONDS", 0)
    working = browser.fill(page, f"{page.url.path}/save")
    assert "Saving" in words(working)
    while not the_only(collection).saved:
        sleep(0.01)
    stopped = browser.post(f"{page.url.path}/cancel")
    assert "These are saved, with their history." in words(stopped)
    (saved,) = the_only(collection).saved
    assert sum(one.cards for one in collection.decks()) >= saved.cards
    assert collection.doctor().differences == 0
    monkeypatch.setattr(jobs, "PATIENCE_SECONDS", 100)
    monkeypatch.setattr(jobs, "_COMMAND", plain)
    choosing = browser.fill(stopped, f"{page.url.path}/again")
    browser.fill(choosing, f"{page.url.path}/save")
    assert sum(one.cards for one in collection.decks()) == 8
    with collection.store.reading() as transaction:
        assert len(transaction.journal.reviews(collection.learner.id)) == 6
    assert collection.doctor().differences == 0


def test_two_of_one_title_and_levels_without_cards_are_each_shown(browser: Browser) -> None:
    deep = replace(RIVERS, name="a::" * 40 + "z")
    content = replace(CONTENT, decks=(deep, replace(WORDS, name="a")))
    page = send(browser, package(content, Form.LEGACY_2))
    assert len(boxes(page)) == 2


def test_markup_in_names_is_text(browser: Browser) -> None:
    decks = (replace(RIVERS, name="<script>x</script>"), replace(WORDS, name="<b>"))
    page = send(browser, package(replace(CONTENT, decks=decks), Form.LATEST), "<i>.apkg")
    assert "<script>x" not in page.text
    assert "<i>.apkg" not in page.text


def test_an_address_that_is_none(browser: Browser) -> None:
    assert browser.get("/add/files/nothing").status_code == 404
    assert browser.post("/add/files/01a22441-978a-700e-9871-69af1323c0cf/save").status_code == 404


def test_a_zip_that_is_no_package_is_read_as_a_document(browser: Browser) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("notes.txt", "What is it?\n- It\n")
    told = send(browser, out.getvalue(), "notes.zip")
    assert "An Anki package" not in words(told)
