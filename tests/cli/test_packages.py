"""`learnt read` and `learnt add` with Anki packages."""

import socket
from dataclasses import replace
from pathlib import Path

import pytest

from learnt.sources.packages import Form
from tests.cli.conftest import Learnt
from tests.sources.packages.kept import CONTENT
from tests.sources.packages.making import package
from tests.sources.test_media import PNG, wav

AT = ("--as-of", "2025-07-01T10:00")


@pytest.fixture(params=list(Form))
def rivers(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "rivers.apkg"
    path.write_bytes(package(CONTENT, request.param))
    return path


def test_read_shows_decks_counts_and_cards(learnt: Learnt, rivers: Path) -> None:
    ended = learnt("read", rivers)
    assert ended.status == 1  # not all that is in it becomes cards, and it says what does not
    said = " ".join(ended.out.split())
    assert "2 decks, 7 notes, 9 Anki cards, 6 answers, 2 cards set aside" in said
    assert "Geography::Rivers 7 cards" in said
    assert "wears the" in said
    assert "went into no card" in said


def test_read_as_json_is_a_line_for_the_package_and_one_a_deck(
    learnt: Learnt, rivers: Path
) -> None:
    head, first, second = learnt("read", rivers, "--json").lines
    assert head["decks"] == [
        {"title": "Geography::Rivers", "cards": 7},
        {"title": "Words", "cards": 1},
    ]
    assert (head["notes"], head["anki_cards"], head["reviews"]) == (7, 9, 6)
    assert {one["name"]: one["kind"] for one in head["note_types"]}["Cloze"] == "cloze"
    assert (first["title"], len(first["cards"])) == ("Geography::Rivers", 7)
    assert second["cards"][0]["points"] == ["the river"]


def test_add_saves_with_history_and_a_second_time_nothing(learnt: Learnt, rivers: Path) -> None:
    ended = learnt("add", rivers, "--quiet", *AT)
    assert "Saved “Geography::Rivers”: 7 new cards." in ended.err
    assert "6 new answers, 1 card known without answers, 2 cards set aside" in ended.err
    again = learnt("add", rivers, "--json", *AT).lines
    assert [(one["new"], one["same"]) for one in again[:-1]] == [(0, 7), (0, 1)]
    assert (again[-1]["reviews"], again[-1]["set_aside"]) == (0, 0)
    decks = learnt("decks", "--json", *AT).lines
    assert {one["title"] for one in decks} == {"Geography::Rivers", "Words"}


def test_pictures_and_sounds_are_saved_and_told(
    learnt: Learnt, tmp_path: Path, own_home: Path
) -> None:
    path = tmp_path / "rivers.apkg"
    media = {"ox bow.png": PNG, "nile.mp3": wav()}
    path.write_bytes(package(replace(CONTENT, media=media), Form.LATEST))
    ended = learnt("add", path, *AT)
    assert "What is this? [picture: ox bow.png]" in " ".join(ended.out.split())
    assert "Saved 2 new pictures and sounds" in ended.err
    line = learnt("add", path, "--json", *AT).lines[-1]
    assert (line["media"], line["media_bytes"]) == (0, 0)
    told = learnt("doctor").err
    assert "There are 2 pictures and sounds (0.0 MB)." in told
    assert "backups/media.db" in learnt("backup").err.replace("\n", "")
    (own_home / "media.db").write_bytes(b"")
    broken = learnt("doctor")
    assert broken.status == 1
    assert "Damaged or lost are 2" in broken.err
    assert learnt("doctor", "--rebuild").status == 0
    assert learnt("doctor", "--json").line["media"]["damaged"] == []


def test_what_could_not_be_saved_is_a_problem(learnt: Learnt, tmp_path: Path) -> None:
    path = tmp_path / "rivers.apkg"
    path.write_bytes(package(replace(CONTENT, media={"ox bow.png": PNG}), Form.LATEST))
    ended = learnt("add", path, "--quiet", *AT)
    assert ended.status == 1
    assert "Cards name a file that the package does not have" in " ".join(ended.out.split())
    assert "nile.mp3" in str(learnt("add", path, "--json", *AT).lines[-1]["problems"])


def test_decks_and_fields_can_be_chosen(learnt: Learnt, rivers: Path) -> None:
    fields = "Vocabulary=Example, Word"
    head, deck = learnt("read", rivers, "--only", "words", "--fields", fields, "--json").lines
    assert head["notes"] == 1
    assert deck["cards"][0]["front"] == "Elle nage dans la rivière."
    assert learnt("add", rivers, "--only", "words", "--deck", "French", *AT).status == 1
    assert [one["title"] for one in learnt("decks", "--json", *AT).lines] == ["French"]


def test_what_is_asked_wrongly_is_said(learnt: Learnt, rivers: Path) -> None:
    assert learnt("read", rivers, "--only", "Seas").status == 2
    ended = learnt("read", rivers, "--fields", "Vocabulary")
    assert ended.status == 2
    assert "Note type=Front field,Back field" in ended.err


def test_a_broken_package_is_told_beside_a_page_that_is_read(
    learnt: Learnt, tmp_path: Path
) -> None:
    broken, page = tmp_path / "broken.colpkg", tmp_path / "page.txt"
    broken.write_bytes(b"PK\x05\x06 no more")
    page.write_text("Which planet has rings?\tSaturn\nWhich is the largest?\tJupiter\n")
    ended = learnt("add", broken, page, "--json", *AT)
    assert ended.status == 1
    assert "no Anki package" in str(ended.lines)
    assert any(one.get("new") == 2 for one in ended.lines)
    missing = learnt("read", tmp_path / "none.apkg")
    assert (missing.status, "There is no file" in missing.err) == (2, True)


def test_cards_without_answers_are_told_and_can_be_begun_as_new(
    learnt: Learnt, tmp_path: Path
) -> None:
    path = tmp_path / "rivers.apkg"
    path.write_bytes(package(CONTENT, Form.LATEST))
    ended = learnt("read", path)
    assert "Of 1 of the cards the package has an interval and no answers" in " ".join(
        ended.out.split()
    )
    assert "--as-new" in ended.out
    new = learnt("add", path, "--as-new", "--json", *AT).lines[-1]
    assert new["known"] == 0
    assert learnt("add", path, "--json", *AT).lines[-1]["known"] == 1


def test_start_keeps_a_package_for_its_page(
    learnt: Learnt, rivers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages: list[str] = []

    def serve(_: object, __: object, listening: socket.socket, *, browse: bool, page: str) -> None:
        listening.close()
        pages.append(page)

    monkeypatch.setattr("learnt.cli.serve.serve_on", serve)
    assert learnt("start", rivers, "--no-open", *AT).status == 0
    (page,) = pages
    assert page.startswith("add/files/")
    missing = learnt("start", rivers.with_name("none.apkg"), "--no-open", *AT)
    assert missing.status == 2
    assert "There is no file" in missing.err
    assert len(pages) == 1
