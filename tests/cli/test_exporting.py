"""`learnt export DECK FILE.apkg`."""

from pathlib import Path

import pytest

from tests.cli.conftest import Learnt

AT = ("--as-of", "2026-07-01T10:00")
PAGE = """Why did Rome fall?
- civil wars
- invasions
- a weak currency

Where is Rome?
- in Italy
"""


@pytest.fixture
def rome(learnt: Learnt, tmp_path: Path) -> Path:
    page = tmp_path / "page.txt"
    page.write_text(PAGE)
    assert learnt("add", page, "--deck", "History::Rome", "--yes", *AT).status == 0
    return tmp_path / "rome.apkg"


def test_what_anki_makes_of_it_is_said(learnt: Learnt, rome: Path) -> None:
    ended = learnt("export", "Rome", rome, *AT)
    assert ended.status == 0
    said = " ".join(ended.err.split())
    assert "1 card has several points. Anki asks such a card as a whole" in said
    assert "Wrote 1 deck, 2 cards, 0 answers" in said
    read = learnt("read", rome, "--json", *AT).lines
    assert [one["title"] for one in read[0]["decks"]] == ["History::Rome"]
    assert read[1]["cards"][0]["points"] == ["civil wars", "invasions", "a weak currency"]


def test_as_json(learnt: Learnt, rome: Path) -> None:
    line = learnt("export", "History", rome, "--json", "--without-history", *AT).line
    assert line == {
        "deck": "History",
        "file": str(rome),
        "decks": 1,
        "notes": 2,
        "cards": 2,
        "reviews": 0,
        "media": 0,
        "problems": [],
    }


def test_nothing_is_written_over_by_chance(learnt: Learnt, rome: Path) -> None:
    rome.write_bytes(b"mine")
    ended = learnt("export", "Rome", rome, *AT)
    assert (ended.status, "is there already" in ended.err) == (2, True)
    assert "several points" not in ended.err
    assert rome.read_bytes() == b"mine"
    assert learnt("export", "Rome", rome, "--force", *AT).status == 0


def test_what_cannot_be_written_is_said(learnt: Learnt, rome: Path) -> None:
    assert learnt("export", "Rome", rome.with_suffix(".colpkg"), *AT).status == 2
    ended = learnt("export", "Carthage", rome, *AT)
    assert (ended.status, "There is no deck" in ended.err) == (2, True)
    assert not rome.exists()


def test_a_missing_picture_is_told(learnt: Learnt, rome: Path, tmp_path: Path) -> None:
    page = tmp_path / "forum.txt"
    page.write_text("# Forum\n\nWhat is this?\n- the forum\nmedia: forum.png\n")
    assert learnt("add", page, "--yes", *AT).status == 0
    ended = learnt("export", "Forum", rome, *AT)
    assert ended.status == 1
    assert "forum.png: This file is not there" in " ".join(ended.err.split())
    assert rome.exists()
