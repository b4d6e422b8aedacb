"""How a command ends: its status, a closed pipe, Ctrl-C, no terminal, a bug of ours."""

import fcntl
import json
import os
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from learnt.errors import LearntError
from tests.cli.conftest import PROGRAM, Learnt

Write = Callable[..., Path]


def test_study_without_a_terminal(learnt: Learnt, clouds: Path) -> None:
    ended = learnt("study")
    assert ended.status == 2
    assert ended.out == ""
    assert "A sitting needs a terminal" in ended.err


def test_start_without_a_terminal(learnt: Learnt) -> None:
    """The examples are read where there is nothing yet, and only then."""
    ended = learnt("start", "--terminal")
    assert ended.status == 0
    assert "Added the example" in ended.err
    assert "3 decks, 0 cards to review, 28 new cards." in ended.err
    again = learnt("start", "--terminal")
    assert "Added the example" not in again.err
    assert len(learnt("decks", "--json").lines) == 3


def test_start_with_a_page(learnt: Learnt, page: Write) -> None:
    ended = learnt("start", "-t", page("Q: What do bees make?\nA: Honey\n", "bees.txt"))
    assert ended.status == 0
    assert "Saved" in ended.err
    assert "What do bees make?" in ended.out
    assert "1 deck, 0 cards to review, 1 new card." in ended.err


def test_start_with_a_page_that_is_not_there(learnt: Learnt, tmp_path: Path) -> None:
    ended = learnt("start", "-t", tmp_path / "missing.txt")
    assert ended.status == 2
    assert "There is no file" in ended.err


def test_a_bug_of_ours(learnt: Learnt, monkeypatch: pytest.MonkeyPatch) -> None:
    """70 is `EX_SOFTWARE`; the traceback is for those who ask for it."""

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr("learnt.collection.Collection.open", broken)
    ended = learnt("decks")
    assert (ended.status, ended.out) == (70, "")
    assert "Something went wrong inside learnt (ZeroDivisionError)" in ended.err
    assert "Traceback" not in ended.err
    assert "Traceback" in learnt("decks", "-v").err
    assert "Traceback" in learnt("-v", "decks").err


@pytest.mark.parametrize(
    "status", sorted({one.exit_status for one in LearntError.__subclasses__()})
)
def test_a_failure_ends_with_its_own_status(
    status: int, learnt: Learnt, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Told(LearntError):
        exit_status = status

    def failing(*_: object, **__: object) -> None:
        raise Told("What happened, where, and what to do.")

    monkeypatch.setattr("learnt.collection.Collection.open", failing)
    ended = learnt("decks", "--json")
    assert (ended.status, ended.out) == (status, "")
    assert ended.err == "What happened, where, and what to do.\n"


@pytest.mark.parametrize("interrupt", [KeyboardInterrupt, EOFError])
def test_ctrl_c(
    interrupt: type[BaseException],
    learnt: Learnt,
    monkeypatch: pytest.MonkeyPatch,
    page: Write,
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise interrupt

    monkeypatch.setattr("learnt.sources.read", stopped)
    ended = learnt("read", page("Q: a\nA: b\n"))
    assert "Traceback" not in ended.err
    assert ended.status == 130


def test_ctrl_c_while_it_waits_for_input() -> None:
    """SIGINT to the process itself: it ends at once, with 130 and not a word of Python's."""
    with subprocess.Popen(
        [PROGRAM[0], "-c", _HEARING],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        process.stdin.write(b"Q: half a page")
        process.stdin.flush()
        _wait_until_read(process.stdin.fileno())
        process.send_signal(signal.SIGINT)
        _, told = process.communicate()
    assert process.returncode == 130
    assert b"Traceback" not in told


@pytest.mark.parametrize("verb", [["show", "1", "--json"], ["show", "1"]])
def test_a_pipe_closed_early(verb: list[str], clouds: Path) -> None:
    """As with `| head -1`: no traceback, no complaint."""
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run([*PROGRAM, *verb], stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert done.stderr == b""
    assert done.returncode in (0, 141)


def test_head_of_a_long_output(page: Write, learnt: Learnt) -> None:
    path = page("".join(f"Question number {n}?\tAnswer number {n}\n" for n in range(800)))
    assert learnt("add", path, "--deck", "Long", "--quiet").status == 0
    command = " ".join(PROGRAM)
    for verb in ("show Long --json", f"read {path}"):
        done = subprocess.run(
            ["bash", "-c", f"{command} {verb} | head -1"], capture_output=True, check=False
        )
        assert done.stderr == b"", verb
        assert done.stdout.count(b"\n") == 1


def test_a_full_disk_under_stdout(clouds: Path) -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device
        done = subprocess.run(
            [*PROGRAM, "show", "1", "--json"], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode != 0
    assert b"Traceback" not in done.stderr


def test_no_utf8_terminal(clouds: Path) -> None:
    """An old locale shows what it can, and JSON stays JSON."""
    for verb in (["show", "1", "--json"], ["read", str(clouds)]):
        done = subprocess.run(
            [*PROGRAM, *verb],
            capture_output=True,
            check=False,
            env=os.environ | {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        )
        assert done.returncode == 0, done.stderr
        assert "--json" not in verb or json.loads(done.stdout.splitlines()[0])["front"]


@pytest.mark.parametrize("closed", ["<&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("verb", ["add - -q", "study", "start -t"])
def test_streams_that_are_closed(verb: str, closed: str, own_home: Path) -> None:
    """As under cron, or a careless script."""
    command = f"{' '.join(PROGRAM)} {verb} {closed}"
    done = subprocess.run(
        ["bash", "-c", command], stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    assert done.returncode in (0, 1, 2), done.stderr
    assert b"Traceback" not in done.stderr
    assert b"Something went wrong" not in done.stderr


_HEARING = """\
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored where tests run in the background
from learnt.cli import run
sys.exit(run(["read", "-"]))
"""


def _wait_until_read(pipe: int) -> None:
    """Until what was written has been taken out of the pipe: the program waits for more."""
    while int.from_bytes(fcntl.ioctl(pipe, termios.FIONREAD, bytes(4)), sys.byteorder):
        time.sleep(0.01)
