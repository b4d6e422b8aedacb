"""The program as a person or a script meets it: within this process, or as a process of its own."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from learnt.cli import run

PROGRAM = [sys.executable, "-m", "learnt"]
MEMORY = 1_000_000_000
"""Bytes of address space for a program that is given bad input: more is a bug."""

_LIMITED = (
    "import resource, sys; resource.setrlimit(resource.RLIMIT_AS, ({0}, {0}));"
    "from learnt.cli import run; sys.exit(run(sys.argv[1:]))"
)


@dataclass(frozen=True)
class Ended:
    """How a command ended: its status, what it answered, what it told."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[dict[str, Any]]:
        """Its JSON Lines: every line of stdout is an object, or this fails."""
        read = [json.loads(line) for line in self.out.splitlines()]
        assert all(isinstance(one, dict) for one in read), self.out
        return read

    @property
    def line(self) -> dict[str, Any]:
        """Its only line of JSON."""
        (line,) = self.lines
        return line


Learnt = Callable[..., Ended]


@pytest.fixture
def learnt(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Learnt:
    """`learnt("add", page, stdin=b"…")`: the command line within this process."""

    def call(*arguments: object, stdin: bytes = b"") -> Ended:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capsys.readouterr()
        status = run([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Ended(status, said.out, said.err)

    return call


@pytest.fixture
def program() -> Learnt:
    """The same as a process of its own; `limited` gives it little memory."""

    def call(*arguments: object, stdin: bytes = b"", limited: bool = False) -> Ended:
        start = [sys.executable, "-c", _LIMITED.format(MEMORY)] if limited else PROGRAM
        command = [
            *start,
            *(os.fspath(one) if isinstance(one, Path) else str(one) for one in arguments),
        ]
        done = subprocess.run(command, input=stdin, capture_output=True, timeout=100, check=False)
        return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())

    return call


@pytest.fixture
def page(tmp_path: Path) -> Callable[..., Path]:
    """`page(text, name)`: a file with this text or these bytes."""

    def write(content: str | bytes, name: str = "page.txt") -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


CLOUDS = """\
# Clouds

What are the three families of cloud by height?
1. low
2. middle
3. high

Which cloud brings thunder?
- cumulonimbus

How does a cloud form?
- Warm air rises
- It cools as it rises
- Its water vapour condenses on specks of dust
"""

ROCKS = """\
# Rocks

igneous
- cooled from molten rock

sedimentary
- laid down in layers
"""


@pytest.fixture
def clouds(page: Callable[..., Path], learnt: Learnt) -> Path:
    """A page in the collection: deck 1, `Clouds`, three cards."""
    path = page(CLOUDS, "clouds.txt")
    assert learnt("add", path, "--quiet", "--as-of", "2026-03-02T10:00").status == 0
    return path


@pytest.fixture
def rocks(clouds: Path, page: Callable[..., Path], learnt: Learnt) -> Path:
    """A second page in the collection: deck 2, `Rocks`, two cards."""
    path = page(ROCKS, "rocks.txt")
    assert learnt("add", path, "--quiet", "--as-of", "2026-03-02T10:01").status == 0
    return path
