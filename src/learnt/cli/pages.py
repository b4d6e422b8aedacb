"""`learnt read`, `learnt add`, `learnt export`: pages in, files out."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from learnt.cli.correcting import AS_IT_IS, Wanted, agreed, correcting
from learnt.cli.long import (
    LongPage,
    add_long_pages,
    refuse_to_hold,
    saved_told,
    show_long,
    standard_input,
)
from learnt.cli.options import Options, complete_deck, verb
from learnt.cli.output import console, line_of_json, printable, talk, working
from learnt.cli.packages import (
    ALL_OF_IT,
    Picked,
    add_packages,
    is_package,
    picking,
    read_packages,
)

if TYPE_CHECKING:
    from learnt.collection import Added, Collection
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
    only: tuple[str, ...],
    fields: tuple[str, ...],
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
    read_packages(options, packages, Picked(only, fields))


@verb()
@click.argument("paths", nargs=-1, required=True, type=_PATHS)
@click.option("--deck", "title", metavar="TITLE", help="Save under this title.")
@click.option("-y", "--yes", is_flag=True, help="Save without asking.")
@click.option("-q", "--quiet", is_flag=True, help="Show only the problems, not the cards.")
@correcting
@click.option("--anew", is_flag=True, help="Forget how pages like this were corrected before.")
@picking
def add(
    options: Options,
    paths: tuple[str, ...],
    title: str | None,
    *,
    yes: bool,
    quiet: bool,
    only: tuple[str, ...],
    fields: tuple[str, ...],
    **said: Any,  # noqa: ANN401 - click's
) -> None:
    """Read pages and Anki packages, show their cards, and save them.

    A page added again brings only what is new or changed; what is known of its points stays. What
    you correct for a whole page is remembered for the next page like it. An Anki package (.apkg,
    .colpkg) brings its decks with their history.
    """
    wanted, picked = Wanted(**said), Picked(only, fields)
    with options.open() as collection:
        add_pages(
            options, collection, paths, title, yes=yes, quiet=quiet, wanted=wanted, picked=picked
        )


@verb()
@click.argument("deck", shell_complete=complete_deck)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@click.option(
    "--print",
    "kind",
    type=click.Choice(["cards", "sheet", "test"]),
    default="sheet",
    help="What an .html file prints: cards to cut, a revision sheet, or a test.",
)
@click.option(
    "--paper", type=click.Choice(["a4", "letter"]), default="a4", help="The paper it is for."
)
def export(options: Options, deck: str, file: Path, *, force: bool, kind: str, paper: str) -> None:
    """Write a deck to a file, in the form of its ending.

    .txt has everything, to edit by hand; .md is for reading; .csv for spreadsheets and other
    programs; .json has everything, for programs; .html is for printing.
    """
    with options.open() as collection:
        title = collection.deck(deck).title
        if file.suffix.lower() == ".html":
            from learnt.sources.printing import Choice, Kind, Paper

            choice = Choice(Kind(kind), Paper(paper))
            collection.export_print(deck, file, choice, overwrite=force)
        else:
            collection.export(deck, file, overwrite=force)
    if options.json:
        line_of_json({"deck": title, "file": str(file)})
    else:
        talk(f"Wrote “{title}” to {file}.")


def add_pages(
    options: Options,
    collection: "Collection",
    paths: tuple[str, ...],
    title: str | None = None,
    *,
    yes: bool = False,
    quiet: bool = False,
    wanted: Wanted = AS_IT_IS,
    picked: Picked = ALL_OF_IT,
) -> "list[Added]":
    """Read the pages, show them, ask where there is someone to ask, and save; what was saved."""
    packages, pages = told_apart(paths)
    results = _add_pages(options, collection, pages, title, yes=yes, quiet=quiet, wanted=wanted)
    return results + add_packages(
        options, collection, packages, title, picked, yes=yes, quiet=quiet
    )


def told_apart(paths: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The paths of Anki packages, and those of pages."""
    packages = tuple(path for path in paths if is_package(path))
    return packages, tuple(path for path in paths if path not in packages)


def _add_pages(
    options: Options,
    collection: "Collection",
    paths: tuple[str, ...],
    title: str | None = None,
    *,
    yes: bool = False,
    quiet: bool = False,
    wanted: Wanted = AS_IT_IS,
) -> "list[Added]":
    if not paths:
        return []
    from learnt.cli.preview import show_problems, show_reading
    from learnt.sources import remembered_told

    long: list[LongPage] = []
    readings = read_pages(options, paths, collection, print_json=False, wanted=wanted, long=long)
    for reading in () if options.json else readings:
        if quiet:
            show_problems(console(), reading)
        else:
            show_reading(reading)
        if taken_over := remembered_told(reading):
            talk(f"{taken_over} With --anew it is read without that.")
    chosen: list[Reading] | None = [one for one in readings if one.deck.cards]
    if chosen and not (yes or options.json):
        chosen = agreed(chosen, collection.correct)
    results: list[Added] = []
    saved = [one for one in chosen or () if one.deck.cards]
    if saved:
        with working("Saving …"):
            results = collection.add_all(saved, title)
    elif not options.json and not long:
        talk("Nothing was saved.")
    if results or options.json:
        _report(options, readings, saved, results)
    return results + add_long_pages(options, collection, long, title, yes=yes, quiet=quiet)


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
            options.problems = True
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

    def progress(page: int, pages: int) -> None:
        say(f"Reading … page {page} of {pages}")

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
) -> None:
    by_file = dict(zip([reading.file for reading in saved], results, strict=True))
    for reading in readings:
        added = by_file.get(reading.file)
        if options.json:
            problems = [
                {"line": one.line, "text": one.text, "why": one.why} for one in reading.problems
            ]
            line_of_json(
                {
                    "file": reading.file,
                    "deck": added.title if added else None,
                    "new": added.new if added else 0,
                    "updated": added.updated if added else 0,
                    "same": added.same if added else 0,
                    "others": added.others if added else 0,
                    "problems": problems,
                }
            )
        elif added:
            talk(saved_told(added))
