"""The process that reads and saves files while the server answers. It is ended to be stopped.

In, on stdin: an `Order`. Out, on stdout: lines of `Said`. What it saves, it saves in transactions:
ended at any moment, it leaves each of them whole or not there. It ends by itself when whoever
ordered is gone, and is bounded in memory, since what it reads comes from anywhere.
"""

import contextlib
import os
import signal
import sys
import tempfile
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import monotonic
from types import FrameType

import msgspec

from learnt.clock import Instant
from learnt.collection import Collection, DeckSaved, package_of, system_now
from learnt.errors import LearntError
from learnt.sources import pages_in
from learnt.sources.packages import PackageReading
from learnt.web.crashes import FILE_NAME, CrashLog
from learnt.web.uploads.orders import Order, Said
from learnt.web.uploads.seen import seen_of
from learnt.web.uploads.upload import SavedDeck, Work
from learnt.words import count

MEMORY = 4_000_000_000
_OFTEN = 0.1  # seconds between two lines of progress
_NO_MEMORY = (
    "{} asks for more memory than is given to one file, so it was not read. Export its decks one "
    "by one, or split it."
)
_CRASHED = (
    "Something went wrong inside learnt while it worked on {}. What was there before is safe. "
    "Please report it; learnt.log says more under {}."
)


def main() -> None:
    """Do what stdin orders."""
    order = msgspec.json.decode(sys.stdin.buffer.readline(), type=Order)
    signal.signal(signal.SIGTERM, _stop)
    threading.Thread(target=_end_with_who_ordered, daemon=True).start()
    _bound()
    work = Path(order.folder) / "work"
    work.mkdir(exist_ok=True)
    tempfile.tempdir = str(work)  # cleared by who ordered, however this process ends
    try:
        _WORKS[order.work](order)
    except LearntError as error:
        _say(Said(failed=str(error)))
    except MemoryError:
        _say(Said(failed=_NO_MEMORY.format(order.name)))
    except Exception as error:  # noqa: BLE001 - the last net: kept in the log, told in plain words
        reference = CrashLog(Path(order.home) / FILE_NAME).keep(error)
        _say(Said(failed=_CRASHED.format(order.name, reference)))


def _look(order: Order) -> None:
    reading = _package(order)
    seen = seen_of(reading, order.choice.fields)
    half = Path(order.folder) / "seen.part"
    half.write_bytes(msgspec.json.encode(seen))
    half.replace(Path(order.folder) / "seen")
    _say(Said(ended=True))


def _save(order: Order) -> None:
    reading = _package(order)
    wanted = tuple(deck for deck in reading.decks if order.choice.takes(deck.id))
    of = sum(len(deck.cards) for deck in wanted)
    before: dict[str, int] = {}

    def progress(so_far: DeckSaved) -> None:
        before[so_far.added.deck] = so_far.cards
        stage = f"Saving “{so_far.added.title}” …"
        _say(Said(stage, sum(before.values()), of, saved=_saved(so_far)))

    _say(Said("Saving …", 0, of))
    with _opened(order) as collection:
        collection.add_package(replace(reading, decks=wanted), progress=progress, in_turns=True)
    _say(Said(ended=True))


def _read(order: Order) -> None:
    _say(Said("Reading …"))
    data = (Path(order.folder) / "file").read_bytes()
    say = _now_and_then()

    def progress(page: int, pages: int) -> None:
        last = page == pages
        say(Said("Making cards …" if last else "Reading page by page …", page, pages), last)

    with _opened(order) as collection:
        first, *_ = [
            collection.draft(one.data, one.name, progress, one.problems)
            for one in pages_in(data, order.name)
        ]
    _say(Said(ended=True, draft=first.id))  # the others wait on Add, like all that are not saved


_WORKS = {Work.LOOK: _look, Work.SAVE: _save, Work.READ: _read}


def _package(order: Order) -> PackageReading:
    _say(Said("Opening the package …"))
    path = Path(order.folder) / "file"
    reading = package_of(path, fields=order.choice.fields, name=order.name)
    _say(Said(f"{count(reading.counts.notes, 'note')} read."))
    return reading


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


def _now_and_then() -> Callable[[Said, bool], None]:
    """Says a line only where the last one is some time ago, or where it must be said."""
    last = 0.0

    def say(said: Said, must: bool) -> None:  # noqa: FBT001 - of the line, not of what is done
        nonlocal last
        if must or monotonic() - last > _OFTEN:
            last = monotonic()
            _say(said)

    return say


def _say(said: Said) -> None:
    sys.stdout.buffer.write(msgspec.json.encode(said) + b"\n")
    sys.stdout.buffer.flush()


def _stop(_number: int, _frame: FrameType | None) -> None:
    sys.exit(0)  # what is open is closed: transactions, other processes, half a backup


def _end_with_who_ordered() -> None:
    """The line to it is cut when the server ends, in whatever way."""
    while os.read(sys.stdin.fileno(), 1000):  # not by its buffer, which the end would wait for
        pass
    os._exit(0)


def _bound() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):  # not every system can
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
