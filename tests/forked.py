"""Processes of their own that begin where the program is imported already.

A server process imports the program once and forks for each one that is started: that takes a
tenth of a second, and a new Python more than one. What is forked has run none of the program yet.
"""

import contextlib
import fcntl
import multiprocessing
import os
import signal
import sys
import termios
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from pathlib import Path
from typing import IO

_ROOT = Path(__file__).resolve().parent.parent
_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(["tests.preloaded"])


class Process:
    """Python code in a process of its own, with arguments, in the folder that the test is in.

    The tests end with the last of them; a `daemon` is not waited for, but ended.
    """

    def __init__(
        self,
        streams: Callable[[], None],
        code: str,
        arguments: tuple[str, ...],
        environment: Mapping[str, str],
        *,
        daemon: bool = False,
    ) -> None:
        with contextlib.chdir(_ROOT):  # the server finds the tests there, wherever these run
            forkserver.ensure_running()
        where = os.getcwd()  # noqa: PTH109 - a text, to be sent
        self._process = _FORKS.Process(
            target=_become,
            args=(streams, code, arguments, dict(environment), where),
            daemon=daemon,
        )
        self._process.start()

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


class Heard(Process):
    """A process whose answers are heard; what it tells goes to the end of a file."""

    def __init__(self, code: str, arguments: tuple[str, ...], told: Path) -> None:
        heard, says = _FORKS.Pipe(duplex=False)
        super().__init__(_Piped(says, told), code, arguments, os.environ)
        says.close()
        self.stdout: IO[str] = os.fdopen(os.dup(heard.fileno()))
        heard.close()

    def wait(self, seconds: float) -> None:
        super().wait(seconds)
        self.stdout.close()


class Drawing(Process):
    """A process at a terminal of its own, whose other side is the descriptor `terminal`."""

    def __init__(
        self,
        code: str,
        arguments: tuple[str, ...],
        environment: Mapping[str, str],
        size: tuple[int, int],
    ) -> None:
        self.terminal, its_side = os.openpty()
        termios.tcsetwinsize(its_side, size)
        ready, says = _FORKS.Pipe(duplex=False)
        streams = _AtTerminal(os.ttyname(its_side), says)
        super().__init__(streams, code, arguments, environment, daemon=True)
        says.close()
        with contextlib.suppress(EOFError):  # it has opened it
            ready.recv_bytes()
        ready.close()
        os.close(its_side)


@dataclass(frozen=True)
class _Piped:
    """No input, a pipe for what is answered, a file for what is told."""

    says: Connection
    told: Path

    def __call__(self) -> None:
        os.dup2(self.says.fileno(), 1)
        self.says.close()
        file = os.open(self.told, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        os.dup2(file, 2)
        os.close(file)


@dataclass(frozen=True)
class _AtTerminal:
    """A terminal for all three, which is the one that Ctrl-C comes from."""

    name: str
    says: Connection

    def __call__(self) -> None:
        os.setsid()
        terminal = os.open(self.name, os.O_RDWR)
        fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)
        for number in range(3):
            os.dup2(terminal, number)
        if terminal > 2:
            os.close(terminal)
        # Who is started in the background inherits a deaf ear for SIGINT.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
        self.says.close()


def _become(
    streams: Callable[[], None],
    code: str,
    arguments: tuple[str, ...],
    environment: Mapping[str, str],
    where: str,
) -> None:
    """Run in the new process, and give it what a new Python would have been given."""
    streams()
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = os.fdopen(
        2, "w", buffering=1, encoding="utf-8", errors="backslashreplace", closefd=False
    )
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(where)
    sys.argv = ["-c", *arguments]
    exec(compile(code, "<started>", "exec"), {"__name__": "__main__"})  # noqa: S102 - as `python -c`
