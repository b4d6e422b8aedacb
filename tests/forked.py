"""Processes of their own that begin where the program is imported already.

A server process imports the program once and forks for each one that is started: that takes a
tenth of a second, and a new Python more than one. What is forked has run none of the program yet.
"""

import contextlib
import multiprocessing
import os
import sys
from collections.abc import Mapping
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from pathlib import Path
from typing import IO

_ROOT = Path(__file__).resolve().parent.parent
_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(["tests.preloaded"])


class Forked:
    """Python code in a process of its own, with arguments; what it tells goes to the end of a file.

    It has the environment and the folder that the test has now.
    """

    def __init__(self, code: str, arguments: tuple[str, ...], told: Path) -> None:
        with contextlib.chdir(_ROOT):  # the server finds the tests there, wherever these run
            forkserver.ensure_running()
        heard, says = _FORKS.Pipe(duplex=False)
        where = os.getcwd()  # noqa: PTH109 - a text, to be sent
        self._process = _FORKS.Process(
            target=_become, args=(code, arguments, says, told, dict(os.environ), where)
        )
        self._process.start()
        says.close()
        self.stdout: IO[str] = os.fdopen(os.dup(heard.fileno()))
        heard.close()

    @property
    def status(self) -> int | None:
        """The exit status; less than 0 for a signal, None while it runs."""
        return self._process.exitcode

    def send_signal(self, number: int) -> None:
        """Send a signal, unless it has ended."""
        if self.status is None and self._process.pid:
            os.kill(self._process.pid, number)

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()

    def wait(self, seconds: float) -> None:
        """Wait for its end; where that does not come, it is killed and TimeoutError is raised."""
        self._process.join(seconds)
        if self.status is None:
            self.kill()
            self._process.join()
            raise TimeoutError
        self.stdout.close()


def _become(
    code: str,
    arguments: tuple[str, ...],
    says: Connection,
    told: Path,
    environment: Mapping[str, str],
    where: str,
) -> None:
    """Run in the new process: what a new Python would have been given."""
    os.dup2(says.fileno(), 1)
    says.close()
    file = os.open(told, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.dup2(file, 2)
    os.close(file)
    sys.stdout = os.fdopen(1, "w", closefd=False)
    sys.stderr = os.fdopen(2, "w", buffering=1, errors="backslashreplace", closefd=False)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(where)
    sys.argv = ["-c", *arguments]
    exec(compile(code, "<started>", "exec"), {"__name__": "__main__"})  # noqa: S102 - as `python -c`
