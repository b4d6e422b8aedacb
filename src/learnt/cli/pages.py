"""`learnt read` and `learnt add`: pages and packages in."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from learnt.cli.correcting import AS_IT_IS, Wanted, agreed, correcting
from learnt.cli.long import (
    LongPage,
    add_long_pages,
    refuse_to_hold,
    show_long,
    standard_input,
)
from learnt.cli.manner import ASKING, Manner
from learnt.cli.options import Options, verb
from learnt.cli.output import console, line_of_json, printable, talk, working
from learnt.cli.packages import (
    ALL_OF_IT,
    Picked,
    add_packages,
    is_package,
    picking,
    read_packages,
)
from learnt.cli.saved import counts_as_json, saved_told
from learnt.cli.updates import DECISIONS, Decided, decide, deciding, show_update, update_as_json

if TYPE_CHECKING:
    from learnt.collection import Added, Collection, Compared
    from learnt.sources import Reading

_NO_CORRECTING = (
    "{} is too long to be corrected as a whole: it is read piece by piece. Split it into pages of "
    "up to 20 MB, or correct its cards once they are saved."
)
_LINES_OF_SEVERAL = "Lines were named, and several pages: add them one by one."
_PATHS = click.Path(path_type=str, allow_dash=True)


@verb()
@click.argument("paths", nargs=-1, required=True, type=_PATHS)
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


@verb()
@click.argument("paths", nargs=-1, required=True, type=_PATHS)
@click.option("--deck", "title", metavar="TITLE", help="Save under this title.")
@click.option("-y", "--yes", is_flag=True, help="Save without asking.")
@click.option("-q", "--quiet", is_flag=True, help="Show only the problems, not the cards.")
@correcting
@click.option("--anew", is_flag=True, help="Forget how pages like this were corrected before.")
@deciding
@click.option("--dry-run", is_flag=True, help="Only show what would change.")
@picking
def add(
    options: Options,
    paths: tuple[str, ...],
    title: str | None,
    *,
    yes: bool,
    quiet: bool,
    as_new: bool,
    dry_run: bool,
    **said: Any,  # noqa: ANN401 - click's
) -> None:
    """Read pages and Anki packages, show their cards, and save them.

    A page added again brings what is new or changed, and says so first: your own edits stay, and
    so does what you know. What you correct for a whole page is remembered for the next page like
    it. An Anki package (.apkg, .colpkg) brings its decks with their history.
    """
    decided = Decided(**{name: said.pop(name) for name in DECISIONS})
    manner = Manner(yes=yes, quiet=quiet, dry_run=dry_run, decided=decided)
    picked = Picked(said.pop("only"), said.pop("fields"), as_new)
    wanted = Wanted(**said)
    with options.open() as collection:
        add_pages(options, collection, paths, title, manner=manner, wanted=wanted, picked=picked)


def add_pages(
    options: Options,
    collection: "Collection",
    paths: tuple[str, ...],
    title: str | None = None,
    *,
    manner: Manner = ASKING,
    wanted: Wanted = AS_IT_IS,
    picked: Picked = ALL_OF_IT,
) -> "list[Added]":
    """Read the pages, show them, ask where there is someone to ask, and save; what was saved."""
    packages, pages = told_apart(paths)
    results = _add_pages(options, collection, pages, title, manner, wanted)
    return results + add_packages(options, collection, packages, title, picked, manner)


def told_apart(paths: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The paths of Anki packages, and those of pages."""
    packages = tuple(path for path in paths if is_package(path))
    return packages, tuple(path for path in paths if path not in packages)


def _add_pages(
    options: Options,
    collection: "Collection",
    paths: tuple[str, ...],
    title: str | None,
    manner: Manner,
    wanted: Wanted,
) -> "list[Added]":
    if not paths:
        return []
    from learnt.sources import remembered_told

    choices = manner.decided.choices()
    long: list[LongPage] = []
    readings = read_pages(options, paths, collection, print_json=False, wanted=wanted, long=long)
    for reading in () if options.json else readings:
        _show(reading, quiet=manner.quiet)
        if taken_over := remembered_told(reading):
            talk(f"{taken_over} With --anew it is read without that.")
    readable = [one for one in readings if one.deck.cards]
    changes = _changes(options, collection, readable, title, quiet=manner.quiet)
    chosen: list[Reading] | None = readable
    if readable and not (manner.silent or options.json):
        chosen = agreed(readable, collection.correct)
    saved = [one for one in chosen or () if one.deck.cards]
    if saved and saved != readable:  # it was corrected
        changes = _changes(options, collection, saved, title, quiet=manner.quiet)
    results: list[Added] = []
    if saved and not manner.dry_run:
        choices = decide(changes, manner.decided, ask=not (manner.yes or options.json))
        with working("Saving …"):
            results = collection.add_all(saved, title, choices)
    elif not options.json and not long:
        talk("Nothing was saved.")
    if results or options.json:
        _report(options, readings, saved, results, changes)
    return results + add_long_pages(options, collection, long, title, manner)


def _changes(
    options: Options,
    collection: "Collection",
    readings: "list[Reading]",
    title: str | None,
    *,
    quiet: bool,
) -> "list[Compared | None]":
    """What each page would change in a deck that is there; it is shown."""
    changes = [collection.would_change(one, title) for one in readings]
    for found in changes:
        if found is not None and not options.json:
            show_update(found, quiet=quiet)
    return changes


def _show(reading: "Reading", *, quiet: bool) -> None:
    from learnt.cli.preview import show_problems, show_reading

    if quiet:
        show_problems(console(), reading)
    else:
        show_reading(reading)


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


def _report(
    options: Options,
    readings: "list[Reading]",
    saved: "list[Reading]",
    results: "list[Added]",
    changes: "list[Compared | None]",
) -> None:
    by_file = dict(zip([reading.file for reading in saved], results, strict=False))
    found = dict(zip([reading.file for reading in saved], changes, strict=False))
    for reading in readings:
        added = by_file.get(reading.file)
        if options.json:
            problems = [
                {"line": one.line, "text": one.text, "why": one.why} for one in reading.problems
            ]
            line_of_json(
                {
                    "file": reading.file,
                    **counts_as_json(added),
                    "update": update_as_json(found.get(reading.file)),
                    "problems": problems,
                }
            )
        elif added:
            talk(saved_told(added))
