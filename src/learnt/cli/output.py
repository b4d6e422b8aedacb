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

from learnt.deck.showing import plain_of, runs_of
from learnt.deck.tidy import one_line
from learnt.words import count, span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

__all__ = [
    "console",
    "count",
    "line_of_json",
    "printable",
    "shown",
    "span",
    "table",
    "talk",
    "working",
]

_C1 = re.compile("[\x7f-\x9f]")


def line_of_json(value: dict[str, Any]) -> None:
    """One JSON object on a line of stdout; letters are escaped where it is not UTF-8."""
    utf8 = (getattr(sys.stdout, "encoding", None) or "utf-8").lower() in ("utf-8", "utf8")
    written = json.dumps(value, ensure_ascii=not utf8)
    # Some terminals obey these, and JSON need not escape them.
    click.echo(_C1.sub(lambda found: f"\\u{ord(found[0]):04x}", written))


def shown(text: str, style: str = "") -> "Text":
    """A card's text in a style, its bold parts bold, the raised and lowered ones by their signs."""
    from rich.text import Text

    drawn = Text(style=style)
    for run in runs_of(text):
        drawn.append(plain_of(run), "bold" if run.bold else None)
    return drawn


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
def working(text: str) -> "Iterator[Callable[[str], None]]":
    """Say on stderr what takes a while, as long as it takes; nothing where no one looks.

    Gives what says how far it is.
    """
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console

    with Console(stderr=True).status(text) as status:
        yield status.update


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
