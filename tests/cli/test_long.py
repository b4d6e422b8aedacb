"""Pages too long to be read at once, from a file and from standard input."""

import json
from pathlib import Path

import pytest

from learnt.sources.intake import decode
from learnt.sources.long import streaming
from tests.cli.conftest import Learnt

ROWS = "".join(f"What is tree {number}?\tAn oak of the {number}th row\n" for number in range(300))


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is long begins at a few thousand bytes."""
    monkeypatch.setattr(decode, "LARGEST", 5_000)
    monkeypatch.setattr(streaming, "LARGEST", 5_000)
    monkeypatch.setattr(streaming, "PIECE", 4_000)


@pytest.fixture
def long(tmp_path: Path) -> Path:
    path = tmp_path / "trees.txt"
    path.write_text(ROWS)
    return path


def test_a_long_file_is_saved_as_one_deck(learnt: Learnt, long: Path) -> None:
    ended = learnt("add", long, "--yes")
    assert ended.status == 0
    assert "Saved “trees”: 300 new cards." in ended.err
    assert "This is the beginning of" in ended.err
    again = learnt("add", long, "--json")
    assert (again.line["new"], again.line["same"]) == (0, 300)


def test_several_pages_and_one_of_them_long(learnt: Learnt, long: Path, tmp_path: Path) -> None:
    short = tmp_path / "moss.txt"
    short.write_text("Q: What is moss?\nA: No tree\n")
    ended = learnt("add", short, long, "--json")
    assert [(line["deck"], line["new"]) for line in ended.lines] == [("moss", 1), ("trees", 300)]


def test_standard_input(learnt: Learnt) -> None:
    ended = learnt("add", "-", "--deck", "Trees", "--json", stdin=ROWS.encode())
    assert (ended.line["deck"], ended.line["new"]) == ("Trees", 300)


def test_reading_shows_every_piece(learnt: Learnt, long: Path) -> None:
    ended = learnt("read", long, "--json")
    cards = [card for line in ended.lines for card in line["cards"]]
    assert len(ended.lines) > 1
    assert [card["lines"] for card in cards] == [[n, n] for n in range(1, 301)]
    shown = learnt("read", long)
    assert "What is tree 299?" in shown.out


def test_what_cannot_be_read_is_told_and_nothing_is_saved(learnt: Learnt, long: Path) -> None:
    long.write_text(ROWS + "word " * 2_000)
    for verb in ("add", "read"):
        ended = learnt(verb, long)
        assert ended.status == 1
        assert "line ends seem to be lost" in ended.err
    told = learnt("add", long, "--json")
    assert "line ends" in json.dumps(told.lines)
    assert learnt("decks", "--json").lines == []


def test_it_cannot_be_corrected_as_a_whole(learnt: Learnt, long: Path) -> None:
    ended = learnt("add", long, "--swap")
    assert ended.status == 2
    assert "too long to be corrected" in ended.err


def test_problems_are_told_with_their_lines(learnt: Learnt, long: Path) -> None:
    lines = ROWS.splitlines()
    lines.insert(200, "nothing stands apart here")
    long.write_text("\n".join(lines))
    ended = learnt("add", long, "--quiet", "--yes")
    assert ended.status == 1
    assert "line 201" in ended.out + ended.err
    assert "300 new cards" in ended.err
