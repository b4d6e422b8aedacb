"""From the bytes of a package to an `AnkiPackage`."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from learnt.deck import Problem
from learnt.errors import Unreadable
from learnt.sources.packages.archive import Archive, opened
from learnt.sources.packages.database import Database, opened_database
from learnt.sources.packages.schema import decks_of, note_types_of
from learnt.sources.packages.unpacking import form_of, media_bytes, media_of, write_database
from learnt.sources.packages.values import AnkiCard, AnkiPackage, Form, LogRow, MediaFile, Note

_NOTE = ("id", "guid", "mid", "tags", "flds")
_CARD = (
    "id", "nid", "did", "odid", "ord", "due", "odue", "ivl", "reps", "lapses", "queue", "flags",
    "mod",
)  # fmt: skip
_LOG = ("id", "cid", "ease", "ivl", "lastIvl", "factor", "time", "type")
_SUSPENDED, _BURIED = -1, (-2, -3)
_WHOLE = {int}
_ODD = "{} rows of {} are damaged and were left out."


def open_package(file: BinaryIO, name: str) -> AnkiPackage:
    """Read a package; `name` is what it is called in messages.

    Its database is unpacked into a temporary file, pictures and sounds stay where they are. Raises
    Unreadable where it is no package, cut where it matters, or made to do harm.
    """
    with opened(file, name) as archive, tempfile.TemporaryDirectory(prefix="learnt-") as folder:
        form = form_of(archive)
        path = Path(folder) / "collection"
        with path.open("wb") as target:
            write_database(archive, form, target)
        with opened_database(path, name) as database:
            return _package(archive, form, database)


def media_file(file: BinaryIO, package: AnkiPackage, wanted: MediaFile) -> bytes:
    """The bytes of one of a package's pictures and sounds; raises Unreadable."""
    with opened(file, package.file) as archive:
        return media_bytes(archive, package.form, wanted)


def _package(archive: Archive, form: Form, database: Database) -> AnkiPackage:
    if "notes" not in database.tables:
        raise Unreadable(f"{archive.name} is damaged: there are no notes in its database.")
    media, told = media_of(archive, form)
    return AnkiPackage(
        archive.name,
        form,
        note_types_of(database),
        decks_of(database),
        tuple(_notes(database)),
        tuple(_cards(database)),
        tuple(_log(database)),
        media,
        (*database.problems, *told),
    )


def _notes(database: Database) -> Iterator[Note]:
    odd = 0
    for note_id, guid, note_type, tags, fields in database.rows("notes", *_NOTE):
        if not (type(note_id) is type(note_type) is int and isinstance(fields, str)):
            odd += 1
            continue
        parts = tuple(fields.split("\x1f"))
        yield Note(note_id, str(guid), note_type, parts, tuple(str(tags or "").split()))
    _told(database, odd, "notes")


def _cards(database: Database) -> Iterator[AnkiCard]:
    odd = 0
    for row in database.rows("cards", *_CARD, texts=False):
        if set(map(type, row)) != _WHOLE:
            odd += 1
            continue
        own, note, deck, home, place, due, home_due, interval, reps, lapses, queue, flags, mod = row
        yield AnkiCard(
            id=own,
            note=note,
            deck=home or deck,  # a filtered deck only lends it
            ord=place,
            due=home_due if home else due,
            interval=interval,
            reps=reps,
            lapses=lapses,
            suspended=queue == _SUSPENDED,
            buried=queue in _BURIED,
            flag=flags & 7,
            changed=mod,
        )
    _told(database, odd, "cards")


def _log(database: Database) -> Iterator[LogRow]:
    if "revlog" not in database.tables:
        return
    odd = 0
    for row in database.rows("revlog", *_LOG, texts=False):
        if set(map(type, row)) == _WHOLE:
            yield LogRow(*row)
        else:
            odd += 1
    _told(database, odd, "revlog")


def _told(database: Database, odd: int, table: str) -> None:
    if odd:
        database.problems.append(Problem(None, table, _ODD.format(odd, table)))
