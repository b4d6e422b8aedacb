"""A real terminal around the program: what is typed goes in, what is drawn comes out."""

import os
import re
from pathlib import Path

import pexpect
from pexpect.fdpexpect import fdspawn

from tests.forked import Drawing

READY = "\x1b[?2004h"
"""A prompt switches bracketed paste on when it begins to listen."""
PASTE = "\x1b[200~{}\x1b[201~"
ENTER, UP, DOWN, LEFT, ESCAPE = "\r", "\x1b[A", "\x1b[B", "\x1b[D", "\x1b"
CTRL_C, CTRL_D, CTRL_Z = "\x03", "\x04", "\x1a"

_CONTROL = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[()][A-Z0-9]|\x1b[=>78]|\r")


_PROGRAM = """
import sys, types
class Nothing:
    def mark(self, question, answer, strictness):
        from learnt.journal import VerdictKind
        from learnt.marking import Verdict
        points = question.points
        return tuple(Verdict(point.id, VerdictKind.MISSING, 0.0, (), "") for point in points)
sys.modules["learnt.weights.marking"] = types.SimpleNamespace(marker=Nothing)
from learnt.__main__ import main
main()
"""
"""The program with a marker that finds nothing in an answer: what it finds is tested elsewhere."""


class Terminal:
    """`learnt` with the arguments given, in a terminal of 100 by 50."""

    def __init__(self, *arguments: object, size: tuple[int, int] = (50, 100), **more: str) -> None:
        environment = os.environ | {
            "TERM": "xterm-256color",
            "PROMPT_TOOLKIT_NO_CPR": "1",
            "LC_ALL": "C.UTF-8",
            **more,
        }
        self._process = Drawing(_PROGRAM, tuple(map(str, arguments)), environment, size)
        self.child = fdspawn(self._process.terminal, encoding="utf-8", timeout=60)
        self.child.delaybeforesend = None  # we wait until the program listens
        self.raw = ""

    @property
    def runs(self) -> bool:
        """Whether it has not ended."""
        return self._process.status is None

    def kill(self) -> None:
        """As when the machine loses power: no last word is said."""
        self._process.kill()
        self._process.wait(20)

    def screen(self) -> str:
        """What is drawn up to the next moment at which the program listens."""
        self.child.expect_exact(READY)
        return self._drawn()

    def press(self, keys: str) -> str:
        """Send keys, of which the last one leads to another screen; that screen."""
        self.child.send(keys)
        return self.screen()

    def close(self, keys: str, status: int = 0) -> str:
        """Send keys with which the program ends; what it says at last."""
        self.child.send(keys)
        return self.end(status)

    def interrupt(self) -> str:
        """Ctrl-C at a line prompt of click's, with which the program ends; what it says at last.

        Once more where nothing came of it, as anyone would: a signal that comes between a prompt
        and the reading of its line is noted by Python, which waits for the line all the same.
        """
        self.child.send(CTRL_C)
        for _ in range(10):
            if self.child.expect([pexpect.EOF, pexpect.TIMEOUT], timeout=5) == 0:
                break
            self.child.send(CTRL_C)
        return self.end(130)

    def end(self, status: int = 0) -> str:
        """The rest, up to the end of the program."""
        self.child.expect(pexpect.EOF)
        said = self._drawn()
        self._process.wait(60)
        self.child.close()
        assert self._process.status == status, said
        return said

    def answer(self, text: str) -> str:
        """Answer a line prompt of click's, which does not switch anything on."""
        self.child.expect_exact(text)
        return self._drawn()

    def _drawn(self) -> str:
        drawn = self.child.before or ""
        self.raw += drawn
        return _CONTROL.sub("", drawn)


def script(path: Path, lines: str) -> Path:
    """An editor of one's own: a shell script that is handed the file."""
    path.write_text(f"#!/bin/sh\n{lines}\n")
    path.chmod(0o755)
    return path
