"""From the bytes of a package to an `AnkiPackage`."""

import json
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from learnt.deck import Problem
from learnt.errors import Unreadable
from learnt.sources.packages.answers import COLUMNS, answers_of
from learnt.sources.packages.archive import Archive, opened
from learnt.sources.packages.database import Database, Row, opened_database
from learnt.sources.packages.schema import decks_of, note_types_of
from learnt.sources.packages.unpacking import form_of, media_of, media_pieces, write_database
from learnt.sources.packages.values import AnkiCard, AnkiPackage, Form, MediaFile, Note

_NOTE = ("id", "guid", "mid", "tags", "flds")
_CARD = (
    "id", "nid", "did", "odid", "ord", "due", "odue", "ivl", "reps", "lapses", "queue", "flags",
    "mod",
)  # fmt: skip
_DAY = 86_400
_CARD_MORE = ("factor", "data")  # not every program writes them
_LAST_DAY, _LONGEST_SAID = 100_000, 10_000
_SUSPENDED, _BURIED = -1, (-2, -3)
_WHOLE = frozenset({int})
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


@contextmanager
def media_files(
    file: BinaryIO, package: AnkiPackage
) -> Iterator[Callable[[MediaFile], Iterator[bytes]]]:
    """What gives a package's pictures and sounds, each piece by piece; raises Unreadable."""
    with opened(file, package.file) as archive:
        yield lambda wanted: media_pieces(archive, package.form, wanted)


def media_file(file: BinaryIO, package: AnkiPackage, wanted: MediaFile) -> bytes:
    """The bytes of one of a package's pictures and sounds; raises Unreadable."""
    with media_files(file, package) as pieces_of:
        return b"".join(pieces_of(wanted))


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
        answers_of(_log(database)),
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
    odd, begun = 0, _begun(database)
    for *numbers, factor, data in database.rows("cards", *_CARD, perhaps=_CARD_MORE):
        if not _is_whole(numbers):
            odd += 1
            continue
        own, note, deck, home, place, due, home_due, interval, reps, lapses, *last = numbers
        (queue, flags, mod), said = last, _said(data)
        day = (home_due if home else due) - interval
        asked = begun + day * _DAY if begun and interval > 0 and 0 < day < _LAST_DAY else 0
        if said:
            asked = round(_positive(said.get("lrt"))) or min(asked, mod)
            stability, difficulty = _positive(said.get("s")), _positive(said.get("d"))
        else:
            asked, stability, difficulty = min(asked, mod), 0.0, 0.0
        made = (
            own,
            note,
            home or deck,  # a filtered deck only lends it
            place,
            home_due if home else due,
            interval,
            reps,
            lapses,
            queue == _SUSPENDED,
            queue in _BURIED,
            flags & 7,
            mod,
            round(_positive(factor)),
            stability,
            difficulty,
            asked,
        )
        yield _card(made)
    _told(database, odd, "cards")


_card: Callable[[tuple[float, ...]], AnkiCard] = partial(tuple.__new__, AnkiCard)
"""By place and as it is: of tens of thousands, names would take eight times as long."""


def _begun(database: Database) -> int:
    """The second from which Anki counts days; 0 where it is not said."""
    if "crt" not in database.tables.get("col", ()):
        return 0
    found = [row[0] for row in database.rows("col", "crt", most=1)]
    return found[0] if found and type(found[0]) is int and 0 < found[0] < 2**33 else 0


def _said(data: object) -> dict[str, object]:
    """What a card says of itself in JSON; most say nothing."""
    if not isinstance(data, str) or not 2 < len(data) <= _LONGEST_SAID or data[0] != "{":
        return {}
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _positive(value: object) -> float:
    """A number above 0 and within reason; 0 for all else."""
    number = value if isinstance(value, int | float) and not isinstance(value, bool) else 0
    return float(number) if 0 < number < 2**33 else 0.0


def _log(database: Database) -> Iterator[Sequence[Row]]:
    """The rows of the review log, many at a time."""
    if "revlog" not in database.tables:
        return
    odd = 0
    for piece in database.pieces("revlog", *COLUMNS):
        whole = piece if _is_whole(chain.from_iterable(piece)) else list(filter(_is_whole, piece))
        odd += len(piece) - len(whole)
        yield whole
    _told(database, odd, "revlog")


def _is_whole(row: Iterable[object]) -> bool:
    """Whether all values are whole numbers."""
    return _WHOLE.issuperset(map(type, row))


def _told(database: Database, odd: int, table: str) -> None:
    if odd:
        database.problems.append(Problem(None, table, _ODD.format(odd, table)))
