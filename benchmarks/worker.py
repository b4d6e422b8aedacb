"""Programs that are measured, each in a process of its own, and the environments of peers.

A worker is started with a folder and a history, says as one line of JSON what it has built, and
then answers as many cards as each line on its standard input asks for.
"""

import json
import subprocess
import sys
import venv
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

HERE = Path(__file__).resolve().parent
PEERS = HERE / ".peers"


def peer_python(name: str, requirement: str) -> Path:
    """The Python of a peer's own environment, made where it is missing."""
    folder = PEERS / name
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    done = folder / f".has-{requirement}"
    if not done.exists():
        tell(f"installing {requirement} into {folder} ...")
        venv.create(folder, with_pip=True, clear=True)
        install = [str(python), "-m", "pip", "install", "--quiet", requirement]
        subprocess.run(install, check=True)
        done.touch()
    return python


def tell(line: str) -> None:
    """Progress goes to stderr, so that the table can be redirected."""
    print(line, file=sys.stderr, flush=True)


class Worker:
    """A measured program; `built` is what it said about itself and its collection."""

    def __init__(self, python: Path, script: str, request: Mapping[str, object]) -> None:
        command = [str(python), str(HERE / script), json.dumps(request)]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.built: dict[str, Any] = self._line()

    def answer(self, count: int, how: str = "plain") -> list[float]:
        """Milliseconds of each of `count` answers, the next question included."""
        if self._process.stdin is None:
            raise RuntimeError("a worker is spoken to by a pipe")
        self._process.stdin.write(f"{json.dumps([count, how])}\n")
        self._process.stdin.flush()
        times: list[float] = self._line()
        return times

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._process.stdin is not None:
            self._process.stdin.close()  # a worker ends with its input
        self._process.wait(timeout=60)

    def _line(self) -> Any:  # noqa: ANN401 - whatever the worker said
        line = self._process.stdout.readline() if self._process.stdout else ""
        if not line:
            raise RuntimeError("a worker stopped without a word; what it said is above")
        return json.loads(line)
