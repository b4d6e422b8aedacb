"""`learnt add`: pages and packages in."""

from typing import TYPE_CHECKING, Any

import click

from learnt.cli.correcting import AS_IT_IS, Wanted, agreed, correcting
from learnt.cli.long import LongPage, add_long_pages
from learnt.cli.manner import ASKING, Manner
from learnt.cli.options import Options, verb
from learnt.cli.output import console, line_of_json, talk, working
from learnt.cli.packages import ALL_OF_IT, Picked, add_packages, picking
from learnt.cli.reading import PATHS, read_pages, told_apart
from learnt.cli.saved import counts_as_json, saved_told
from learnt.cli.updates import DECISIONS, Decided, decide, deciding, show_update, update_as_json

if TYPE_CHECKING:
    from learnt.collection import Added, Collection, Compared
    from learnt.sources import Reading


@verb()
@click.argument("paths", nargs=-1, required=True, type=PATHS)
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
