"""What is printed, and where: answers to stdout, talk to stderr."""

import json
import re
import shutil
import sys
import textwrap
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from unicodedata import category

import click

from learnt.deck.tidy import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console
    from rich.table import Table


_C1 = re.compile("[\x7f-\x9f]")


def line_of_json(value: dict[str, Any]) -> None:
    """One JSON object on a line of stdout; letters are escaped where it is not UTF-8."""
    utf8 = (getattr(sys.stdout, "encoding", None) or "utf-8").lower() in ("utf-8", "utf8")
    written = json.dumps(value, ensure_ascii=not utf8)
    # Some terminals obey these, and JSON need not escape them.
    click.echo(_C1.sub(lambda found: f"\\u{ord(found[0]):04x}", written))


def printable(path: str) -> str:
    """A file's name without what a terminal would obey and what is no text."""
    return "".join("\ufffd" if category(letter) in ("Cc", "Cs") else letter for letter in path)


def talk(text: str) -> None:
    """A sentence for the person, on stderr."""
    line = one_line(text)
    if sys.stderr.isatty():
        width = min(shutil.get_terminal_size().columns, 100)
        line = textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)
    click.echo(line, err=True)


@contextmanager
def working(text: str) -> "Iterator[None]":
    """Say on stderr what takes a while, as long as it takes; nothing where no one looks."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(text):
        yield


def console() -> "Console":
    """Rich's console on stdout, loaded only where something is drawn."""
    from rich.console import Console

    return Console(highlight=False, soft_wrap=False)


def table(*columns: str) -> "Table":
    """A quiet table; columns whose name begins with `#` are numbers."""
    from rich import box
    from rich.table import Table

    made = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in columns:
        if column.startswith("#"):
            made.add_column(column[1:], justify="right", no_wrap=True)
        else:
            made.add_column(column, overflow="fold")
    return made


def count(number: int, one: str, many: str | None = None) -> str:
    """`1 card`, `2 cards`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def span(milliseconds: int) -> str:
    """A length of time as it stands on a button: 10 min, 5 h, 3 days, 2.5 months, 1.2 years."""
    minutes = milliseconds / 60_000
    if minutes < 60:
        return f"{max(1, round(minutes))} min"
    if minutes < 24 * 60:
        return f"{round(minutes / 60)} h"
    days = minutes / (24 * 60)
    if days < 30:
        return count(round(days), "day")
    if days < 365:
        return f"{days / 30.4:.1f} months"
    return f"{days / 365.25:.1f} years"
