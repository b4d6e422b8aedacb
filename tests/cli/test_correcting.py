"""Saying in the terminal how a page is to be read: by options, and at the prompt."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Learnt
from tests.cli.terminal import Terminal

Write = Callable[..., Path]

PAGE = """\
Otters

Q: What does an otter eat?
A: Fish
Crabs

Q: Where does it sleep?
A: In a holt
Leaf 3
"""
TABLE = "leat\ta ditch to a mill\nhopper\tit holds the corn\nsluice\tit holds the water\n"


def fronts(learnt: Learnt, *arguments: object) -> list[str | None]:
    ended = learnt("read", *arguments, "--json")
    return [card["front"] for card in ended.line["cards"]]


# options


def test_the_options_of_read(page: Write, learnt: Learnt) -> None:
    path = page(PAGE)
    assert fronts(learnt, path) == ["What does an otter eat?", "Where does it sleep?"]
    assert fronts(learnt, path, "--swap")[0] == "Fish\nCrabs"
    assert set(fronts(learnt, path, "--statements")) == {None}
    assert len(fronts(learnt, path, "--split", 5)) == 3
    assert fronts(learnt, path, "--join", 7) == ["What does an otter eat?"]
    line = learnt("read", path, "--json", "--drop", "9", "--swap").line
    assert 9 in line["furniture"]
    assert [one["said"] for one in line["corrections"]] == ["swapped", "furniture"]
    assert "Leaf" not in str(line["cards"])


def test_several_lines_are_dropped_at_once(page: Write, learnt: Learnt) -> None:
    path = page(PAGE)
    assert fronts(learnt, path, "--drop", "7-9") == ["What does an otter eat?"]
    assert fronts(learnt, path, "--drop", "3-5", "--drop", "9") == ["Where does it sleep?"]


@pytest.mark.parametrize(
    ("option", "told"),
    [
        (["--split", "99"], "There is no line 99 on this page; it has 9."),
        (["--split", "0"], "There is no line 0"),
        (["--join", "x"], "Name a line of the page: join 12."),
        (["--split", "3-4"], "Name a line of the page: split 12."),
        (["--drop", "4-2"], "cannot be used"),
        (["--drop", "1-99999999"], "cannot be used"),
        (["--drop", "2"], "empty"),
    ],
)
def test_lines_that_cannot_be_meant(
    page: Write, learnt: Learnt, option: list[str], told: str
) -> None:
    path = page(PAGE)
    for verb in (["read"], ["add", "--yes"]):
        ended = learnt(*verb, path, *option)
        assert ended.status == 2
        assert told in ended.err
    assert learnt("decks", "--json").lines == []


def test_lines_are_those_of_one_page(page: Write, learnt: Learnt) -> None:
    first, second = page(PAGE, "a.txt"), page(TABLE, "b.txt")
    ended = learnt("add", first, second, "--drop", "9")
    assert (ended.status, learnt("decks", "--json").lines) == (2, [])
    assert learnt("add", first, second, "--swap", "--quiet").status == 0


def test_the_next_page_is_read_the_same_way(page: Write, learnt: Learnt) -> None:
    following = PAGE.replace("otter", "stoat").replace("Otters", "Stoats")
    learnt("add", page(PAGE), "--quiet", "--swap", "--drop", "9")
    ended = learnt("add", page(following, "next.txt"))
    told = " ".join(ended.err.split())
    assert "sides swapped, lines like “Leaf 3” left out" in told
    assert "With --anew it is read without that." in told
    assert learnt("show", "Stoats", "--json").lines[0]["front"] == "Fish\nCrabs"
    again = following.replace("stoat", "weasel").replace("Stoats", "Weasels")
    ended = learnt("add", page(again, "again.txt"), "--swap", "--quiet")  # it is so already
    assert learnt("show", "Weasels", "--json").lines[0]["front"] == "Fish\nCrabs"
    learnt("add", page(PAGE.replace("Otters", "Mink"), "mink.txt"), "--quiet", "--anew")
    ended = learnt("add", page(again.replace("Weasels", "Voles"), "voles.txt"))
    assert "Read as you corrected" not in ended.err


# what is shown


def test_the_separator_and_the_doubtful_are_shown(
    page: Write, learnt: Learnt, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = page(TABLE)
    assert "Sides are separated by a tab." in learnt("read", path).out
    assert "to check" not in learnt("read", path).out
    monkeypatch.setattr("learnt.sources.DOUBTFUL", 1.1)
    said = learnt("read", path).out
    assert "? 3 cards to check" in said
    assert "? leat" in said


# the prompt


def asked(path: Path) -> Terminal:
    terminal = Terminal("add", path)
    assert "Type c" in terminal.answer("[Y/n/c]")
    return terminal


def tell(terminal: Terminal, text: str, until: str = "Correct> ") -> str:
    terminal.child.send(text + "\r")
    return terminal.answer(until)


def test_a_page_is_corrected_at_the_prompt(page: Write, learnt: Learnt) -> None:
    terminal = asked(page(PAGE))
    assert "split LINE" in tell(terminal, "c")
    assert "Front and back are swapped." in tell(terminal, "swap")
    assert "Lines like “Leaf 3” are not part of the cards." in tell(terminal, "drop 9")
    assert "3 cards" in tell(terminal, "split 5")
    assert "2 cards" in tell(terminal, "undo")
    assert "5  Crabs" in tell(terminal, "lines")
    assert "Otters" in tell(terminal, "show")
    assert "Line 9 is part" not in tell(terminal, "keep 9")
    assert "There is no line 77" in tell(terminal, "join 77")
    assert "none of these" in tell(terminal, "make it nice")
    assert "Name a line" in tell(terminal, "split")
    tell(terminal, "", "[Y/n/c]")
    assert "Type y to save" in tell(terminal, "what", "[Y/n/c]")
    assert "Saved" in terminal.close("y\r")
    assert learnt("show", "Otters", "--json").lines[1]["front"] == "In a holt\nLeaf 3"


def test_one_of_several_pages_is_corrected(page: Write, learnt: Learnt) -> None:
    terminal = Terminal("add", page(PAGE, "a.txt"), page(TABLE, "b.txt"))
    terminal.answer("[Y/n/c]")
    tell(terminal, "c", "Which page?")
    tell(terminal, "2")
    tell(terminal, "swap")
    tell(terminal, "", "[Y/n/c]")
    assert "Saved" in terminal.close("\r")
    decks = [one["title"] for one in learnt("decks", "--json").lines]
    assert learnt("show", decks[1], "--json").lines[0]["front"] == "a ditch to a mill"
    assert learnt("show", decks[0], "--json").lines[0]["front"] == "What does an otter eat?"


def test_nothing_is_left_and_nothing_is_saved(page: Write, learnt: Learnt) -> None:
    terminal = asked(page("Q: Is it kept?\nA: No\n"))
    tell(terminal, "c")
    assert "0 cards" in tell(terminal, "drop 1-2")
    tell(terminal, "", "[Y/n/c]")
    assert "Nothing was saved." in terminal.close("\r")
    assert learnt("decks", "--json").lines == []


def test_ctrl_c_while_correcting(page: Write, learnt: Learnt) -> None:
    terminal = asked(page(PAGE))
    tell(terminal, "c")
    tell(terminal, "swap")
    terminal.interrupt()
    assert learnt("decks", "--json").lines == []
