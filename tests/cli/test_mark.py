"""`learnt mark`: answers from standard input, marked a line each."""

import json
from pathlib import Path
from typing import Any

import pytest

from learnt.cli import mark as command
from tests.cli.conftest import Learnt
from tests.cli.test_escapes import HOSTILE, PADDING, harmless

LINE: dict[str, Any] = {"front": "What was built?", "points": ["mill"], "answer": "a mill"}


def lines(*objects: object) -> bytes:
    made = [one if isinstance(one, str) else json.dumps(one) for one in objects]
    return "".join(f"{one}\n" for one in made).encode()


def outcomes(line: dict[str, Any]) -> list[str]:
    return [one["outcome"] for one in line["points"]]


def test_a_line_for_each_line(learnt: Learnt) -> None:
    ended = learnt("mark", "--json", stdin=lines(LINE, LINE | {"answer": "bridge"}))
    assert (ended.status, ended.err) == (0, "")
    assert [outcomes(one) for one in ended.lines] == [["covered"], ["conflict"]]
    (covered,) = ended.lines[0]["points"]
    assert set(covered) == {"outcome", "score", "evidence", "reason"}
    assert 0 <= covered["score"] <= 1
    ((start, end),) = covered["evidence"]
    assert "mill" in LINE["answer"][start:end]
    assert ended.lines[1]["points"][0]["reason"] == "You wrote “bridge”, the card says “mill”."


def test_points_in_their_order(learnt: Learnt) -> None:
    line = LINE | {"points": ["mill", "weir", "forge"], "answer": "forge, mill"}
    ended = learnt("mark", "--json", stdin=lines(line))
    assert outcomes(ended.line) == ["covered", "missing", "covered"]


def test_points_as_objects(learnt: Learnt) -> None:
    points = [
        {"text": "mill", "accepted": ["grinding house"]},
        {"text": "weir", "refused": ["dam"]},
        "forge",
    ]
    line = LINE | {"points": points, "answer": "grinding house, dam, forge"}
    assert outcomes(learnt("mark", "--json", stdin=lines(line)).line)[::2] == ["covered"] * 2
    line = LINE | {"points": points, "answer": "dam"}
    assert outcomes(learnt("mark", "--json", stdin=lines(line)).line)[1] == "missing"


def test_an_order_that_must_be_kept(learnt: Learnt) -> None:
    line = LINE | {"points": ["mill", "weir"], "answer": "weir, mill"}
    asked = lines(line, line | {"ordered": True})
    found = [outcomes(one) for one in learnt("mark", "--json", stdin=asked).lines]
    assert found == [["covered", "covered"], ["conflict", "conflict"]]


def test_no_front_a_title_and_fields_that_are_not_known(learnt: Learnt) -> None:
    bare = {"points": ["mill"], "answer": "mill", "deck": 3}
    ended = learnt("mark", "--json", stdin=lines(bare, bare | {"front": None, "title": "Tarn"}))
    assert [outcomes(one) for one in ended.lines] == [["covered"]] * 2


def test_nothing_typed_and_nothing_asked(learnt: Learnt) -> None:
    ended = learnt("mark", "--json", stdin=lines(LINE | {"answer": ""}))
    assert outcomes(ended.line) == ["missing"]
    assert learnt("mark", "--json").lines == []
    assert learnt("mark", "--json", stdin=b"\n  \n").lines == []


BAD = [
    "{",
    "[]",
    "null",
    '"mill"',
    "{}",
    '{"points": ["mill"]}',
    '{"points": [], "answer": "mill"}',
    '{"points": "mill", "answer": "mill"}',
    '{"points": [3], "answer": "mill"}',
    '{"points": ["mill"], "answer": 3}',
    '{"points": [""], "answer": "mill"}',
    '{"points": [{"accepted": []}], "answer": "mill"}',
    '{"points": ["mill"], "answer": "\\ud800"}',
]


@pytest.mark.parametrize("bad", BAD)
def test_a_line_that_is_no_answer_is_told_and_the_rest_is_marked(learnt: Learnt, bad: str) -> None:
    ended = learnt("mark", "--json", stdin=lines(LINE, bad, LINE))
    assert ended.status == 1
    assert len(ended.lines) == 3
    assert outcomes(ended.lines[0]) == outcomes(ended.lines[2]) == ["covered"]
    assert ended.lines[1]["points"] == []
    assert ended.lines[1]["problem"].startswith("line 2: ")
    assert "Line 2: " in ended.err


def test_bytes_that_are_no_text(learnt: Learnt) -> None:
    ended = learnt("mark", "--json", stdin=b'{"points": ["\xff"], "answer": "a"}\n' + lines(LINE))
    assert ended.status == 1
    assert [bool(one["points"]) for one in ended.lines] == [False, True]


def test_a_line_that_is_too_long(learnt: Learnt, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "_LONGEST", 100)
    ended = learnt("mark", "--json", stdin=lines(LINE | {"answer": "mill " * 50}, LINE))
    assert ended.status == 1
    assert "longer than any answer" in ended.lines[0]["problem"]
    assert outcomes(ended.lines[1]) == ["covered"]


def test_for_people(learnt: Learnt, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    line = LINE | {"points": ["mill", "weir"], "answer": "mill"}
    ended = learnt("mark", stdin=lines(line, LINE | {"answer": "bridge"}, "{"))
    assert ended.status == 1
    said = " ".join(ended.out.split())
    assert "What was built?" in said
    assert "+ mill: covered. That is it." in said
    assert "- weir: missing. Not found in your answer." in said
    assert "≠ mill: conflict. You wrote “bridge”, the card says “mill”." in said
    assert "Line 3: " in ended.err


def test_strictness(learnt: Learnt) -> None:
    """Strict is never kinder; what each scores is learnt and may change."""
    line = LINE | {
        "points": ["The guild dammed the river to drive its new hammers"],
        "answer": "they put a dam in the river for hammers",
    }
    rank = {"missing": 0, "conflict": 0, "unsure": 1, "covered": 2}
    found = [
        rank[outcomes(learnt("mark", "--json", "--strictness", one, stdin=lines(line)).line)[0]]
        for one in ("strict", "normal", "lenient")
    ]
    assert found == sorted(found)
    assert learnt("mark", "--strictness", "cruel", stdin=lines(line)).status == 2


def test_nothing_is_saved(learnt: Learnt, own_home: Path) -> None:
    assert learnt("mark", "--json", stdin=lines(LINE)).status == 0
    assert not own_home.exists()


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_nothing_commands_the_terminal(text: str, learnt: Learnt) -> None:
    line = {
        "front": f"What{text}?",
        "points": [f"mill{text}", f"The mill{text} stopped [red]x[/red]", PADDING],
        "answer": f"mill{text} [/]",
    }
    asked = json.dumps(line, ensure_ascii=True).encode("utf-8") + b"\n"
    for flags in ([], ["--json"]):
        ended = learnt("mark", *flags, stdin=asked + b"{" + text.encode("utf-8", "replace"))
        harmless(ended.out, ended.err)
