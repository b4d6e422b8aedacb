"""`learnt read`: pages and packages are read and shown, and nothing is saved."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from learnt.cli.correcting import AS_IT_IS, Wanted, correcting
from learnt.cli.long import LongPage, refuse_to_hold, show_long, standard_input
from learnt.cli.options import Options, verb
from learnt.cli.output import line_of_json, printable, talk, working
from learnt.cli.packages import Picked, is_package, picking, read_packages

if TYPE_CHECKING:
    from learnt.collection import Collection
    from learnt.sources import Reading

PATHS = click.Path(path_type=str, allow_dash=True)
_NO_CORRECTING = (
    "{} is too long to be corrected as a whole: it is read piece by piece. Split it into pages of "
    "up to 20 MB, or correct its cards once they are saved."
)
_LINES_OF_SEVERAL = "Lines were named, and several pages: add them one by one."


@verb()
@click.argument("paths", nargs=-1, required=True, type=PATHS)
@correcting
@picking
def read(
    options: Options,
    paths: tuple[str, ...],
    *,
    only: tuple[str, ...],
    fields: tuple[str, ...],
    as_new: bool,
    **said: Any,  # noqa: ANN401 - click's
) -> None:
    """Read pages and Anki packages, and show what they say. Nothing is saved.

    `-` is standard input.
    """
    from learnt.cli.preview import show_reading

    long: list[LongPage] = []
    packages, pages = told_apart(paths)
    readings = read_pages(options, pages, wanted=Wanted(**said), long=long)
    for page in long:
        show_long(options, page)
    if not options.json:
        for reading in readings:
            show_reading(reading)
    read_packages(options, packages, Picked(only, fields, as_new))


def told_apart(paths: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The paths of Anki packages, and those of pages."""
    packages = tuple(path for path in paths if is_package(path))
    return packages, tuple(path for path in paths if path not in packages)


def read_pages(
    options: Options,
    paths: tuple[str, ...],
    collection: "Collection | None" = None,
    *,
    print_json: bool = True,
    wanted: Wanted = AS_IT_IS,
    long: list[LongPage] | None = None,
) -> "list[Reading]":
    """Read each page; one that cannot be read is told and left out. Sets `options.problems`.

    Those too long to be read at once are put into `long`.
    """
    from learnt.cli.preview import reading_as_json
    from learnt.errors import NotFound, Unreadable, UsageError

    if wanted.of_lines and len(paths) > 1:
        raise UsageError(_LINES_OF_SEVERAL)

    readings = []
    for path in paths:
        try:
            with working("Reading …") as say:
                found = _read(path, collection, options.seed, wanted, say)
        except LongPage as page:
            if wanted != AS_IT_IS:
                raise UsageError(_NO_CORRECTING.format(page.name)) from None
            if long is not None:
                long.append(page)
            continue
        except (NotFound, Unreadable) as error:
            options.unread(error)
            if options.json:
                line_of_json(_unread(path, str(error)))
            else:
                talk(str(error))
            continue
        readings += found
        options.problems = options.problems or any(one.problems for one in found)
        for reading in found if options.json and print_json else ():
            line_of_json(reading_as_json(reading))
    return readings


def _read(
    path: str,
    collection: "Collection | None",
    seed: int | None,
    wanted: Wanted,
    say: Callable[[str], None],
) -> "list[Reading]":
    """The pages of a file, most often one. Raises UsageError where lines of several are named."""
    from learnt.collection import id_maker, system_now
    from learnt.errors import UsageError
    from learnt.sources import pages_in, read_again
    from learnt.sources import read as read_data

    progress = pages_told(say)
    pages = pages_in(*bytes_of(path))
    if wanted.of_lines and len(pages) > 1:
        raise UsageError(_LINES_OF_SEVERAL)
    if collection is not None:
        return [
            wanted.apply(
                collection.read_data(one.data, one.name, progress, one.problems),
                collection.correct,
            )
            for one in pages
        ]
    make_id = id_maker(system_now, seed)
    readings = [
        read_data(one.data, one.name, make_id, progress=progress, told=one.problems)
        for one in pages
    ]
    return [
        wanted.apply(reading, lambda one, said: read_again(one, make_id, said))
        for reading in readings
    ]


def pages_told(say: Callable[[str], None]) -> Callable[[int, int], None]:
    """What says how many pages of a document were read."""
    return lambda page, pages: say(f"Reading … page {page} of {pages}")


def bytes_of(path: str) -> tuple[bytes, str]:
    """A page's bytes and the name to show for it; `-` is standard input.

    Raises as reading does, and LongPage where it is too long to be read at once.
    """
    from learnt.collection import read_bytes

    if path == "-":
        return standard_input(), "standard input"
    refuse_to_hold(path)
    return read_bytes(Path(path)), printable(path)


def _unread(path: str, why: str) -> dict[str, object]:
    return {
        "file": printable(path),
        "title": None,
        "question": None,
        "declared": None,
        "layout": "",
        "separator": "",
        "furniture": [],
        "corrections": [],
        "problems": [{"line": None, "text": "", "why": why}],
        "cards": [],
    }
