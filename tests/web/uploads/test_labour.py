"""The process that works: heard by lines, ended with whoever ordered, bounded in memory."""

import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from learnt.sources.packages import Form
from learnt.web.uploads import jobs
from learnt.web.uploads.orders import Order, Said
from learnt.web.uploads.seen import PackageSeen
from learnt.web.uploads.upload import Choice, Work
from tests.sources.packages.kept import CONTENT
from tests.sources.packages.making import package

INSTEAD = (
    "import time, learnt.web.uploads.labour as one; from learnt.web.uploads import works; "
    "works._WORKS = {{works.Work.LOOK: lambda order, say: {}}}; one.main()"
)
SLEEPS = INSTEAD.format("(say(one.Said('Asleep')), time.sleep(600))")
HUGE = INSTEAD.format(f"bytearray({10_000_000_000})")


def ordered(folder: Path, code: str = "") -> "subprocess.Popen[bytes]":
    """The process with its order; `code` is run in place of the program."""
    command = (*jobs._COMMAND[:4], "-c", code) if code else jobs._COMMAND
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)
    order = Order(Work.LOOK, str(folder), "x.apkg", str(folder), None, 0, Choice())
    assert process.stdin
    process.stdin.write(msgspec.json.encode(order) + b"\n")
    process.stdin.flush()
    return process


def said(process: "subprocess.Popen[bytes]") -> list[Said]:
    assert process.stdout
    return [msgspec.json.decode(line, type=Said) for line in process.stdout]


def test_it_says_how_far_it_is_and_ends_well(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(package(CONTENT, Form.LATEST))
    with ordered(tmp_path) as process:
        heard = said(process)
    assert process.returncode == 0
    assert [one.ended for one in heard] == [False, False, True]
    assert heard[1].stage == "7 notes read."
    seen = msgspec.json.decode((tmp_path / "seen").read_bytes(), type=PackageSeen)
    assert seen.notes == 7
    assert list((tmp_path / "work").iterdir()) == []


def test_it_ends_when_the_line_to_it_is_cut(tmp_path: Path) -> None:
    with ordered(tmp_path, SLEEPS) as process:
        assert process.stdout
        assert b"Asleep" in process.stdout.readline()
        assert process.stdin
        process.stdin.close()
        assert process.wait(60) == 0


def test_asked_to_end_it_closes_what_is_open(tmp_path: Path) -> None:
    with ordered(tmp_path, SLEEPS) as process:
        assert process.stdout
        assert b"Asleep" in process.stdout.readline()
        jobs._end(process)
        assert process.returncode == 0


@pytest.mark.skipif(sys.platform != "linux", reason="not every system bounds memory")
def test_its_memory_is_bounded(tmp_path: Path) -> None:
    with ordered(tmp_path, HUGE) as process:
        (last,) = said(process)
    assert "x.apkg asks for more memory" in last.failed
