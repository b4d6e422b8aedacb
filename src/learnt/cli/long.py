"""Pages that are too long to be read at once: they are read, shown and saved piece by piece."""

import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from learnt.cli.manner import Manner
from learnt.cli.options import Options
from learnt.cli.output import console, line_of_json, printable, talk, working
from learnt.cli.saved import counts_as_json, saved_told

if TYPE_CHECKING:
    from learnt.collection import Added, Collection
    from learnt.sources import Reading

_CHUNK = 1 << 20
_MOST_TOLD = 1_000  # problems in the line of JSON that says what was saved


class LongPage(Exception):
    """A page of more bytes than are read at once: no error, but another way to go on."""

    def __init__(self, name: str, chunks: Iterator[bytes]) -> None:
        super().__init__(name)
        self.name = name
        self.chunks = chunks


def refuse_to_hold(path: str) -> None:
    """Raise LongPage for a file of text that is too long to be read at once."""
    from learnt.sources.intake.decode import LARGEST

    file = Path(path)
    try:
        long = file.is_file() and file.stat().st_size > LARGEST and not _is_document(file)
    except (OSError, ValueError):
        return  # a path that leads nowhere: reading it says so
    if long:
        raise LongPage(printable(path), _chunks(file))


def _is_document(file: Path) -> bool:
    """Whether it is a document, most of which may be pictures; those are read whole."""
    from learnt.sources.documents.kinds import kind_of

    with file.open("rb") as opened:
        return kind_of(opened.read(10_000)) is not None


def standard_input() -> bytes:
    """All of it; raises LongPage where it is too much to be read at once."""
    from learnt.sources.documents.kinds import LARGEST as LARGEST_DOCUMENT
    from learnt.sources.documents.kinds import kind_of
    from learnt.sources.intake.decode import LARGEST

    head = sys.stdin.buffer.read(LARGEST + 1)
    if len(head) > LARGEST and kind_of(head) is not None:
        return head + sys.stdin.buffer.read(LARGEST_DOCUMENT)
    if len(head) > LARGEST:
        rest = iter(lambda: sys.stdin.buffer.read(_CHUNK), b"")
        raise LongPage("standard input", chain((head,), rest))
    return head


def add_long_pages(
    options: Options,
    collection: "Collection",
    pages: list[LongPage],
    title: str | None,
    manner: Manner,
) -> "list[Added]":
    """Add each of the pages; those that were saved."""
    added = (add_long(options, collection, page, title, manner) for page in pages)
    return [one for one in added if one is not None]


def show_long(options: Options, page: LongPage) -> None:
    """Show what a long page says, piece by piece; with --json a line for each."""
    from learnt.cli.preview import reading_as_json, show_reading
    from learnt.collection import id_maker, system_now
    from learnt.errors import Unreadable

    try:
        for piece in _pieces(page, id_maker(system_now, options.seed)):
            options.problems = options.problems or bool(piece.problems)
            if options.json:
                line_of_json(reading_as_json(piece))
            else:
                show_reading(piece)
    except Unreadable as error:
        _tell(options, page, str(error))


def add_long(
    options: Options,
    collection: "Collection",
    page: LongPage,
    title: str | None,
    manner: Manner,
) -> "Added | None":
    """Show the beginning of a long page, ask where there is someone to ask, and save all of it."""
    from learnt.cli.preview import show_reading
    from learnt.errors import Unreadable

    try:
        pieces = _pieces(page, collection.make_id)
        with working("Reading …"):
            first = next(pieces)
        if not (manner.quiet or options.json):
            show_reading(first)
            talk(f"This is the beginning of {page.name}, which is too long to be shown whole.")
        if manner.dry_run or not (manner.yes or options.json or _agreed(page)):
            talk("Nothing was saved.")
            return None
        told: list[dict[str, Any]] = []
        with working("Saving …"):
            seen = _telling(options, chain((first,), pieces), told)
            added = collection.add_pieces(seen, title)
    except Unreadable as error:
        _tell(options, page, str(error))
        return None
    if options.json:
        _report(page, added, told)
    else:
        talk(saved_told(added))
    return added


def _pieces(page: LongPage, make_id: Any) -> "Iterator[Reading]":  # noqa: ANN401 - ids.MakeId
    from learnt.sources.long.streaming import read_in_pieces

    return read_in_pieces(page.chunks, page.name, make_id)


def _telling(
    options: Options, pieces: "Iterator[Reading]", told: list[dict[str, Any]]
) -> "Iterator[Reading]":
    """The pieces, their problems told as they come."""
    from learnt.cli.preview import show_problems

    for piece in pieces:
        options.problems = options.problems or bool(piece.problems)
        if not options.json:
            show_problems(console(), piece)
        room = _MOST_TOLD - len(told)
        told += (
            {"line": one.line, "text": one.text, "why": one.why} for one in piece.problems[:room]
        )
        yield piece


def _agreed(page: LongPage) -> bool:
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return True
    return click.confirm(f"Save all of {page.name}?", default=True, err=True)


def _report(page: LongPage, added: "Added", told: list[dict[str, Any]]) -> None:
    line_of_json(
        {
            "file": page.name,
            **counts_as_json(added),
            "problems": told,
        }
    )


def _tell(options: Options, page: LongPage, why: str) -> None:
    options.problems = True
    if options.json:
        problem = {"line": None, "text": "", "why": why}
        line_of_json({"file": page.name, "problems": [problem], "cards": []})
    else:
        talk(why)


def _chunks(path: Path) -> Iterator[bytes]:
    from learnt.errors import Unreadable

    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                yield chunk
    except OSError as error:
        raise Unreadable(f"{path} cannot be read: {error.strerror}.") from error
