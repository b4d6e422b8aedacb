"""What is done with a file: a look, saving, reading. Each says how far it is, and how it ended."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import monotonic

import msgspec

from learnt.clock import Instant
from learnt.collection import (
    NOTHING_CHOSEN,
    Collection,
    DeckSaved,
    package_of,
    system_now,
)
from learnt.errors import LearntError
from learnt.sources import pages_in
from learnt.sources.packages import PackageReading
from learnt.web.changes import changes_of
from learnt.web.crashes import FILE_NAME, CrashLog
from learnt.web.uploads.orders import Order, Said
from learnt.web.uploads.seen import seen_of
from learnt.web.uploads.upload import SavedDeck, Work
from learnt.words import count

Say = Callable[[Said], None]

_OFTEN = 0.1  # seconds between two lines of progress
_MOST_DECKS = 50
"""Decks of which a package shows what it changes."""

_NO_MEMORY = (
    "{} asks for more memory than is given to one file, so it was not read. Export its decks one "
    "by one, or split it."
)
_CRASHED = (
    "Something went wrong inside learnt while it worked on {}. What was there before is safe. "
    "Please report it; learnt.log says more under {}."
)


def do(order: Order, say: Say) -> None:
    """Do what is ordered. What goes wrong is said: nothing is raised."""
    try:
        say(_WORKS[order.work](order, say))
    except LearntError as error:
        say(Said(failed=str(error)))
    except MemoryError:
        say(Said(failed=_NO_MEMORY.format(order.name)))
    except Exception as error:  # noqa: BLE001 - the last net: kept in the log, told in plain words
        reference = CrashLog(Path(order.home) / FILE_NAME).keep(error)
        say(Said(failed=_CRASHED.format(order.name, reference)))


def _look(order: Order, say: Say) -> Said:
    seen = seen_of(_package(order, say), order.choice.fields)
    _keep(order, "seen", seen)
    return Said(ended=True)


def _save(order: Order, say: Say) -> Said:
    reading = _package(order, say)
    wanted = tuple(deck for deck in reading.decks if order.choice.takes(deck.id))
    chosen = replace(reading, decks=wanted)
    with _opened(order) as collection:
        if order.choices is None and _asked(order, collection, chosen, say):
            return Said(ended=True, asks=True)
        of = sum(len(deck.cards) for deck in wanted)
        before: dict[str, int] = {}

        def progress(so_far: DeckSaved) -> None:
            before[so_far.added.deck] = so_far.cards
            stage = f"Saving “{so_far.added.title}” …"
            say(Said(stage, sum(before.values()), of, saved=_saved(so_far)))

        say(Said("Saving …", 0, of))
        choices = order.choices or NOTHING_CHOSEN
        collection.add_package(chosen, choices=choices, progress=progress, in_turns=True)
    return Said(ended=True)


def _asked(order: Order, collection: Collection, chosen: PackageReading, say: Say) -> bool:
    """Whether it changes decks that are there; what it changes is kept to be shown."""
    say(Said("Comparing it with your decks …"))
    there = [changes_of(one) for one in collection.package_changes(chosen) if one is not None]
    changes = [one for one in there if one.asks][:_MOST_DECKS]
    _keep(order, "changes", changes)
    return bool(changes)


def _read(order: Order, say: Say) -> Said:
    say(Said("Reading …"))
    data = (Path(order.folder) / "file").read_bytes()
    now_and_then = _now_and_then(say)

    def progress(page: int, pages: int) -> None:
        last = page == pages
        stage = "Making cards …" if last else "Reading page by page …"
        now_and_then(Said(stage, page, pages), last)

    with _opened(order) as collection:
        first, *_ = [
            collection.draft(one.data, one.name, progress, one.problems)
            for one in pages_in(data, order.name)
        ]
    return Said(ended=True, draft=first.id)  # the others wait on Add, like all that are not saved


_WORKS = {Work.LOOK: _look, Work.SAVE: _save, Work.READ: _read}


def _package(order: Order, say: Say) -> PackageReading:
    say(Said("Opening the package …"))
    path = Path(order.folder) / "file"
    reading = package_of(path, fields=order.choice.fields, name=order.name)
    say(Said(f"{count(reading.counts.notes, 'note')} read."))
    return reading


def _keep(order: Order, name: str, value: object) -> None:
    """Write a value beside the file, whole or not at all."""
    half = Path(order.folder) / f"{name}.part"
    half.write_bytes(msgspec.json.encode(value))
    half.replace(Path(order.folder) / name)


def _opened(order: Order) -> Collection:
    def now() -> Instant:
        return Instant(system_now() + order.ahead)

    return Collection.open(order.home, database=order.database, now=now)


def _saved(one: DeckSaved) -> SavedDeck:
    added = one.added
    return SavedDeck(
        added.deck,
        added.title,
        added.new,
        added.updated,
        added.same,
        one.reviews,
        one.holds,
        one.cards,
        one.of,
    )


def _now_and_then(say: Say) -> Callable[[Said, bool], None]:
    """Says a line only where the last one is some time ago, or where it must be said."""
    last = 0.0

    def now_and_then(said: Said, must: bool) -> None:  # noqa: FBT001 - of the line, not of what is done
        nonlocal last
        if must or monotonic() - last > _OFTEN:
            last = monotonic()
            say(said)

    return now_and_then
