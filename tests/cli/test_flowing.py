"""Hints of keys in a window of any width: none is broken."""

import io

import pytest
from rich.console import Console
from rich.text import Text

from learnt.cli.terminal.flowing import Flowing

HINTS = ["u undo", "e edit", "- tomorrow", "@ set aside", "i info", "q stop"]


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (80, ["u undo   e edit   - tomorrow   @ set aside   i info   q stop"]),
        (36, ["u undo   e edit   - tomorrow", "@ set aside   i info   q stop"]),
        (12, HINTS),
    ],
)
def test_no_hint_is_broken(width: int, lines: list[str]) -> None:
    drawn = io.StringIO()
    Console(file=drawn, width=width).print(Flowing([Text(one) for one in HINTS]))
    assert [line.rstrip() for line in drawn.getvalue().splitlines()] == lines
