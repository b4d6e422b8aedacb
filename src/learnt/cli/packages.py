"""Anki packages on the command line: chosen from, shown as pages are, saved with their history."""

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

import click

from learnt.cli.manner import Manner
from learnt.cli.options import Options
from learnt.cli.output import console, count, line_of_json, printable, talk, working
from learnt.cli.saved import counts_as_json, saved_told
from learnt.cli.updates import decide, show_update

if TYPE_CHECKING:
    from learnt.collection import Added, Collection, PackageAdded
    from learnt.deck import Problem
    from learnt.sources import Reading
    from learnt.sources.packages import PackageReading

_ENDINGS = frozenset({".apkg", ".colpkg"})
_FIELDS = "“{}” chooses no fields. Write it as “Note type=Front field,Back field”."


@dataclass(frozen=True)
class Picked:
    """What the options choose of a package: decks, and the fields of its note types."""

    only: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    as_new: bool = False

    def by_type(self) -> dict[str, tuple[str, str]]:
        """The fields by note type. Raises UsageError for what names none."""
        from learnt.errors import UsageError

        found = {}
        for one in self.fields:
            name, _, fields = one.rpartition("=")
            parts = tuple(part.strip() for part in fields.split(","))
            if not name.strip() or len(parts) != 2 or not all(parts):
                raise UsageError(_FIELDS.format(one))
            found[name.strip()] = (parts[0], parts[1])
        return found


ALL_OF_IT = Picked()
"""All decks, and the fields that the note types themselves show."""


def picking(command: Callable[..., Any]) -> Callable[..., Any]:
    """Decorate a verb with the options that fill `Picked`."""
    options = (
        click.option(
            "--only",
            multiple=True,
            metavar="DECK",
            help="Of an Anki package, this deck and those below it alone.",
        ),
        click.option(
            "--fields",
            multiple=True,
            metavar="TYPE=FRONT,BACK",
            help="The fields of an Anki note type to read.",
        ),
        click.option(
            "--as-new",
            is_flag=True,
            help="Begin cards as new that an Anki package knows without their answers.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def is_package(path: str) -> bool:
    """Whether a path is that of an Anki package, by its ending."""
    return PurePath(path).suffix.lower() in _ENDINGS


def read_packages(options: Options, paths: tuple[str, ...], picked: Picked) -> None:
    """Show each of the packages; nothing is saved."""
    for reading in _readings(options, paths, picked):
        if options.json:
            line_of_json(_as_json(reading))
            _show_decks(options, reading)
        else:
            _show(options, reading)


def add_packages(
    options: Options,
    collection: "Collection",
    paths: tuple[str, ...],
    title: str | None,
    picked: Picked,
    manner: Manner,
) -> "list[Added]":
    """Show each of the packages, ask where there is someone to ask, and save; what was saved."""
    results: list[Added] = []
    for reading in _readings(options, paths, picked):
        if not options.json:
            _show(options, reading, quiet=manner.quiet)
        there = any(deck.cards for deck in reading.decks)
        changes = collection.package_changes(reading, title) if there else []
        for found in changes:
            if found is not None and not options.json:
                show_update(found, quiet=manner.quiet)
        agreed = there and not manner.dry_run
        if not agreed or not (manner.yes or options.json or _agreed(reading)):
            talk("Nothing was saved.")
            continue
        choices = decide(changes, manner.decided, ask=not (manner.yes or options.json))
        with working("Saving …"):
            added = collection.add_package(
                reading, title=title, choices=choices, as_new=picked.as_new
            )
        options.problems = options.problems or bool(added.problems)
        _report(options, reading, added)
        results += added.decks
    return results


def _readings(options: Options, paths: tuple[str, ...], picked: Picked) -> "list[PackageReading]":
    from learnt.collection import package_of
    from learnt.errors import Unreadable, UsageError

    fields = picked.by_type()
    found = []
    for path in paths:
        try:
            with working("Reading …"):
                reading = package_of(path, picked.only, fields)
        except (Unreadable, UsageError) as error:
            if isinstance(error, UsageError) and (picked.only or picked.fields):
                raise  # what was asked for is not in it
            options.unread(error)
            if options.json:
                problem = {"line": None, "text": "", "why": str(error)}
                line_of_json({"file": printable(path), "problems": [problem], "cards": []})
            else:
                talk(str(error))
            continue
        options.problems = options.problems or bool(reading.problems)
        found.append(reading)
    return found


def _show(options: Options, reading: "PackageReading", *, quiet: bool = False) -> None:
    from rich.text import Text

    from learnt.cli.preview import show_problems

    if not quiet:
        _show_decks(options, reading)
    out = console()
    out.print(Text(_told(reading), "bold"))
    for deck in reading.decks:
        out.print(Text(f"  {deck.title}  {count(len(deck.cards), 'card')}"))
    show_problems(out, _as_page(reading, reading.problems))


def _show_decks(options: Options, reading: "PackageReading") -> None:
    """The decks, each as a page is shown."""
    from learnt.cli.preview import reading_as_json, show_reading

    for deck in reading.decks:
        page = replace(_as_page(reading), deck=deck)
        if options.json:
            line_of_json(reading_as_json(page))
        else:
            show_reading(page)


def _as_page(reading: "PackageReading", said: "tuple[Problem, ...]" = ()) -> "Reading":
    from learnt.deck import Deck
    from learnt.ids import DeckId
    from learnt.sources import Reading as Page

    return Page(printable(reading.package.file), Deck(DeckId(""), ""), said, None, "anki", ())


def _told(reading: "PackageReading") -> str:
    """What is in the package, in a sentence."""
    counts = reading.counts
    parts = [count(len(reading.decks), "deck"), count(counts.notes, "note")]
    parts += [count(counts.cards, "Anki card"), count(counts.reviews, "answer")]
    if counts.suspended or counts.buried:
        parts.append(f"{count(counts.suspended + counts.buried, 'card')} set aside")
    if counts.media:
        size = counts.media_bytes / 1e6
        parts.append(f"{count(counts.media, 'picture or sound', 'pictures and sounds')}")
        parts[-1] += f" ({size:.1f} MB)"
    return f"{printable(reading.package.file)}: {', '.join(parts)}"


def _as_json(reading: "PackageReading") -> dict[str, Any]:
    package, counts = reading.package, reading.counts
    return {
        "file": printable(package.file),
        "format": package.form.value,
        "decks": [{"title": one.title, "cards": len(one.cards)} for one in reading.decks],
        "note_types": [
            {"name": one.name, "kind": one.kind.value, "fields": list(one.fields)}
            for one in package.note_types
        ],
        "notes": counts.notes,
        "anki_cards": counts.cards,
        "reviews": counts.reviews,
        "suspended": counts.suspended,
        "buried": counts.buried,
        "media": counts.media,
        "media_bytes": counts.media_bytes,
        "problems": problems_as_json(reading.problems),
    }


def problems_as_json(problems: "Iterable[Problem]") -> list[dict[str, Any]]:
    """What could not be read, or not be taken along."""
    return [{"line": one.line, "text": one.text, "why": one.why} for one in problems]


def _agreed(reading: "PackageReading") -> bool:
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return True
    decks = count(len(reading.decks), "deck")
    return click.confirm(f"Save {decks} with their history?", default=True, err=True)


def _report(options: Options, reading: "PackageReading", added: "PackageAdded") -> None:
    from learnt.cli.preview import show_problems

    for one in added.decks:
        if options.json:
            line = {"file": printable(reading.package.file), **counts_as_json(one)}
            line_of_json({**line, "problems": []})
        else:
            talk(saved_told(one))
    if options.json:
        line_of_json(
            {
                "file": printable(reading.package.file),
                "decks": len(added.decks),
                "reviews": added.reviews,
                "known": added.known,
                "set_aside": added.holds,
                "media": added.files,
                "media_bytes": added.file_bytes,
                "problems": problems_as_json((*reading.problems, *added.problems)),
            }
        )
        return
    history = count(added.reviews, "new answer")
    known = f", {count(added.known, 'card')} known without answers" if added.known else ""
    aside = f", {count(added.holds, 'card')} set aside" if added.holds else ""
    talk(f"History from Anki: {history}{known}{aside}.")
    if added.files:
        files = count(added.files, "new picture or sound", "new pictures and sounds")
        talk(f"Saved {files} ({added.file_bytes / 1e6:.1f} MB).")
    show_problems(console(), _as_page(reading, added.problems))
