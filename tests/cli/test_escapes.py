"""Nothing in a page can command the terminal: no escape sequence and no markup gets through."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Learnt
from tests.cli.terminal import CTRL_C, ENTER, Terminal

Write = Callable[..., Path]
HOSTILE = (
    "\x1b]0;owned\x07",
    "\x1b[2J",
    "\x1b[31m",
    "\x9b31m",
    "\x9d0;owned\x9c",
    "\x08\x08",
    "\x1bc",
)
COMMANDS = {"\x1b", "\x07", "\x08", "\x9b", "\x9d", "\x9c", "\x00"}
PAGE = """\
# Signs {0}

What{0} is it?
- An answer{0} [red]not red[/red] [/] [link=http://example.org]x[/link]
- two
hint: h{0}int
note: {1}
"""
PADDING = "With a few of them among many letters, a page is still a page. " * 16


@pytest.fixture(params=HOSTILE, ids=ascii)
def hostile(request: pytest.FixtureRequest, page: Write) -> Path:
    return page(PAGE.format(request.param, PADDING), "hostile.txt")


def harmless(*texts: str) -> None:
    for text in texts:
        assert not COMMANDS & set(text), text


def test_read_and_add(learnt: Learnt, hostile: Path) -> None:
    for verb in (["read"], ["read", "--json"], ["add"], ["add", "--json"]):
        ended = learnt(*verb, hostile)
        harmless(ended.out, ended.err)
        assert ended.status == 0


@pytest.mark.parametrize("name", HOSTILE, ids=ascii)
def test_file_names(name: str, learnt: Learnt, tmp_path: Path) -> None:
    path = tmp_path / f"page{name}.txt"
    for verb in (["read"], ["read", "--json"], ["add", "-y"], ["add", "--json"]):
        ended = learnt(*verb, path)  # there is no such file yet
        harmless(ended.out, ended.err)
        assert ended.status == 2
    path.write_text("Q: What is in a name?\nA: Nothing\n\nQ: And then\n")
    for verb in (["read"], ["read", "--json"], ["add"], ["add", "--json"]):
        ended = learnt(*verb, path)
        harmless(ended.out, ended.err)
    ended = learnt("show", "1")
    harmless(ended.out, ended.err)
    target = tmp_path / f"out{name}.txt"
    harmless(learnt("export", "1", target).err, learnt("export", "1", target).err)
    harmless(learnt("export", "1", target, "--force", "--json").out)


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_what_is_typed_on_the_command_line(text: str, learnt: Learnt, clouds: Path) -> None:
    for verb in (
        ["show", text], ["delete", text], ["restore", text], ["trash", "--bring-back", text],
        ["due", text], ["due", "--as-of", text], ["settings", "--time-zone", text], [text],
        ["decks", f"--{text}"], ["decks", "--database", text], ["export", "1", f"/nowhere{text}/x.txt"],
        ["add", str(clouds), "-q", "--deck", f"a{text}"], ["decks"],
    ):  # fmt: skip
        ended = learnt(*verb)
        harmless(ended.out, ended.err)
        assert "Something went wrong" not in ended.err


def test_problems(learnt: Learnt, page: Write) -> None:
    text = "# Deck\n\nterm\n- point\n  weight: {0}\n  nonsense{0}: x\n\nalone{0}\n\nterm 2\n- p\n  weight: a{0}\n"
    for each in HOSTILE:
        path = page(text.format(each), "problems.txt")
        ended = learnt("read", path)
        harmless(ended.out, ended.err)
        harmless(learnt("read", path, "--json").out)


def test_a_time_zone_with_escapes(learnt: Learnt) -> None:
    ended = learnt("settings", "--time-zone", "\x1b[31mUTC")
    assert ended.status == 2
    harmless(ended.err)


def test_a_sitting(learnt: Learnt, page: Write) -> None:
    """In the terminal itself: only the program's own sequences, and the brackets as they stand."""
    path = page(PAGE.format("".join(HOSTILE[::2]), PADDING * 5), "hostile.txt")
    assert learnt("add", path, "-q").status == 0
    sitting = Terminal("study")
    sitting.screen()
    shown = sitting.press(ENTER)
    for bracket in ("[red]not red[/red]", "[/]", "[link=http://example.org]x[/link]"):
        assert bracket in shown
    sitting.press("i")
    sitting.press("x")
    sitting.press(ENTER)
    sitting.press(ENTER)
    said = sitting.close(CTRL_C)
    assert "[red]not red[/red]" in said
    for forbidden in ("\x1b]0;", "\x07", "\x9b", "\x9d", "\x1bc"):
        assert forbidden not in sitting.raw


def test_markup_in_tables(learnt: Learnt, page: Write) -> None:
    """Rich's markup is for the program; in a card it is text."""
    text = (
        "# A [bold]title[/bold]\n\nWhat is [red]red[/red]?\n- A [blink]colour[/blink] :smile: [/]\n"
    )
    path = page(text, "markup.txt")
    for ended in (learnt("read", path), learnt("add", path, "-y"), learnt("show", "1")):
        assert ended.status == 0
        assert "[red]red[/red]" in ended.out
        assert "[blink]colour[/blink] :smile: [/]" in ended.out
    assert "[bold]title[/bold]" in learnt("decks").out
    learnt("delete", "1")
    assert "[bold]title[/bold]" in learnt("trash").out
