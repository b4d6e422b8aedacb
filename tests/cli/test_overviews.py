"""`learnt timeline` and `learnt map`, for people, for programs and as pictures."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Learnt
from tests.plots.data import parsed

Write = Callable[..., Path]

NORTH = """# The North

When was the Karlstad Treaty signed?
- 26 October 1905

What did Norway and Sweden promise in the Karlstad Treaty?
- Norway and Sweden would pull down forts if Norway kept the peace

How long were they one?
- Norway and Sweden had one king from 1814 to 1905

Who came first?
- Harald ruled Norway around 1872
"""


def test_a_timeline_in_the_terminal_fits_eighty_columns(learnt: Learnt, page: Write) -> None:
    told = learnt("timeline", page(NORTH)).out
    assert "3 events" in told
    assert "26 October 1905" in told
    assert "━" in told
    assert "┄" in told
    assert max(map(len, told.splitlines())) <= 80


def test_events_as_json_lines(learnt: Learnt, page: Write) -> None:
    lines = learnt("timeline", page(NORTH), "--json").lines
    assert [one["edtf"] for one in lines] == ["1814/1905", "1872~", "1905-10-26"]
    last = lines[-1]
    assert last["label"] == "Karlstad Treaty"
    assert last["known"] is None
    assert last["deck"] == "The North"
    assert set(last["actors"]) == {"Norway", "Sweden"}
    assert 1905.8 < last["start"] < last["end"] < 1905.9


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (("--from", "1900"), ["1814/1905", "1905-10-26"]),
        (("--to", "1880", "--topic", "harald"), ["1872~"]),
        (("--actor", "Sweden"), ["1814/1905", "1905-10-26"]),
        (("--actor", "Nobody"), []),
    ],
)
def test_what_is_wanted(
    learnt: Learnt, page: Write, options: tuple[str, ...], found: list[str]
) -> None:
    lines = learnt("timeline", page(NORTH), "--json", *options).lines
    assert [one["edtf"] for one in lines] == found


@pytest.mark.parametrize("what", ["timeline", "map"])
def test_a_picture_is_written_once(learnt: Learnt, page: Write, tmp_path: Path, what: str) -> None:
    file = tmp_path / "north.svg"
    ended = learnt(what, page(NORTH), "--svg", file)
    assert ended.status == 0
    assert f"Wrote {file}." in ended.err
    assert parsed(file.read_text())[0].text == "The North"
    again = learnt(what, page(NORTH), "--svg", file)
    assert again.status == 2
    assert "--force" in again.err
    assert (
        learnt(what, page(NORTH), "--svg", file, "--force", "--json").line["title"] == "The North"
    )


def test_lanes_by_deck(learnt: Learnt, page: Write, tmp_path: Path) -> None:
    file = tmp_path / "north.svg"
    learnt("timeline", page(NORTH), "--by", "deck", "--svg", file)
    names = [
        one.text for one in parsed(file.read_text()).iter() if "tl-name" in one.get("class", "")
    ]
    assert names == ["The North"]


def test_a_map_in_the_terminal_and_as_json(learnt: Learnt, page: Write) -> None:
    told = learnt("map", page(NORTH)).out
    assert "Karlstad Treaty, 26 October 1905" in told
    assert "Norway ─── Sweden" in told
    assert "if Norway kept the peace" in told
    assert max(map(len, told.splitlines())) <= 80
    line = learnt("map", page(NORTH), "--json").lines[0]
    assert (line["name"], line["edtf"]) == ("Karlstad Treaty", "1905-10-26")
    assert line["conditions"] == ["if Norway kept the peace"]


def test_saved_decks_and_all_of_them(learnt: Learnt, page: Write) -> None:
    assert learnt("add", page(NORTH)).status == 0
    other = NORTH.replace("The North", "Other").replace("Karlstad", "Moss")
    assert learnt("add", page(other, "other.txt")).status == 0
    assert len(learnt("timeline", "The North", "--json").lines) == 3
    assert len(learnt("timeline", "--json").lines) == 6
    assert "All decks" in learnt("map").out
    assert {one["deck"] for one in learnt("map", "--json").lines} == {"The North", "Other"}


@pytest.mark.parametrize("what", ["timeline", "map"])
def test_what_is_not_there(learnt: Learnt, what: str) -> None:
    ended = learnt(what, "no such deck")
    assert ended.status == 2
    assert "There is no file of that name either." in ended.err


@pytest.mark.parametrize("what", ["timeline", "map"])
def test_nothing_to_show_is_said(learnt: Learnt, page: Write, what: str) -> None:
    ended = learnt(what, page("# Sounds\n\nWhat does a cat say?\n- Miaow\n"))
    assert ended.status == 0
    assert "there is nothing" in ended.out
    assert learnt(what).status == 0
