"""`learnt read`, `learnt add`, `learnt export`: pages in, files out."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from learnt.cli.options import Options, complete_deck, verb
from learnt.cli.output import console, count, line_of_json, printable, talk, working

if TYPE_CHECKING:
    from learnt.collection import Added, Collection
    from learnt.sources import Reading

_PATHS = click.Path(path_type=str, allow_dash=True)


@verb()
@click.argument("paths", nargs=-1, required=True, type=_PATHS)
def read(options: Options, paths: tuple[str, ...]) -> None:
    """Read pages and show what they say. Nothing is saved. `-` is standard input."""
    from learnt.cli.preview import show_reading

    readings = read_pages(options, paths)
    if not options.json:
        for reading in readings:
            show_reading(reading)


@verb()
@click.argument("paths", nargs=-1, required=True, type=_PATHS)
@click.option("--deck", "title", metavar="TITLE", help="Save under this title.")
@click.option("-y", "--yes", is_flag=True, help="Save without asking.")
@click.option("-q", "--quiet", is_flag=True, help="Show only the problems, not the cards.")
def add(
    options: Options, paths: tuple[str, ...], title: str | None, *, yes: bool, quiet: bool
) -> None:
    """Read pages, show their cards, and save them.

    A page added again brings only what is new or changed; what is known of its points stays.
    """
    with options.open() as collection:
        add_pages(options, collection, paths, title, yes=yes, quiet=quiet)


@verb()
@click.argument("deck", shell_complete=complete_deck)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def export(options: Options, deck: str, file: Path, *, force: bool) -> None:
    """Write a deck to a file: .txt (to edit by hand), .csv or .json, by the file's ending."""
    with options.open() as collection:
        title = collection.deck(deck).title
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
) -> "list[Added]":
    """Read the pages, show them, ask where there is someone to ask, and save; what was saved."""
    from learnt.cli.preview import show_problems, show_reading

    readings = read_pages(options, paths, collection, print_json=False)
    for reading in readings:
        if quiet and not options.json:
            show_problems(console(), reading)
        elif not options.json:
            show_reading(reading)
    wanted = [reading for reading in readings if reading.deck.cards]
    results: list[Added] = []
    if wanted and (yes or options.json or _agreed(wanted)):
        with working("Saving …"):
            results = collection.add_all(wanted, title)
    elif not options.json:
        talk("Nothing was saved.")
    if results or options.json:
        _report(options, readings, wanted if results else [], results)
    return results


def read_pages(
    options: Options,
    paths: tuple[str, ...],
    collection: "Collection | None" = None,
    *,
    print_json: bool = True,
) -> "list[Reading]":
    """Read each page; one that cannot be read is told and left out. Sets `options.problems`."""
    from learnt.cli.preview import reading_as_json
    from learnt.errors import NotFound, Unreadable

    readings = []
    for path in paths:
        try:
            with working("Reading …"):
                reading = _read(path, collection, options.seed)
        except (NotFound, Unreadable) as error:
            options.problems = True
            if options.json:
                line_of_json(_unread(path, str(error)))
            else:
                talk(str(error))
            continue
        options.problems = options.problems or bool(reading.problems)
        readings.append(reading)
        if options.json and print_json:
            line_of_json(reading_as_json(reading))
    return readings


def _read(path: str, collection: "Collection | None", seed: int | None) -> "Reading":
    from learnt.collection import id_maker, read_bytes, system_now
    from learnt.sources import read as read_data

    data = _standard_input() if path == "-" else read_bytes(Path(path))
    name = "standard input" if path == "-" else printable(path)
    make_id = collection.make_id if collection else id_maker(system_now, seed)
    return read_data(data, name, make_id)


def _standard_input() -> bytes:
    """All of it, or as much as is enough to know that it is too much."""
    from learnt.sources.decode import LARGEST

    return sys.stdin.buffer.read(LARGEST + 1)


def _unread(path: str, why: str) -> dict[str, object]:
    return {
        "file": printable(path),
        "title": None,
        "question": None,
        "declared": None,
        "layout": "",
        "problems": [{"line": None, "text": "", "why": why}],
        "cards": [],
    }


def _agreed(readings: "list[Reading]") -> bool:
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return True
    cards = sum(len(reading.deck.cards) for reading in readings)
    return click.confirm(f"Save {count(cards, 'card')}?", default=True, err=True)


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
            talk(_sentence(added))


def _sentence(added: "Added") -> str:
    parts = [f"{count(added.new, 'new card')}"]
    if added.updated:
        parts.append(f"{added.updated} changed")
    if added.same:
        parts.append(f"{added.same} known already")
    if added.others and (added.same or added.updated):
        parts.append(f"{count(added.others, 'other card')} of the deck not on this page and kept")
    return f"Saved “{added.title}”: {', '.join(parts)}."
