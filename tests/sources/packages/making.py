"""Packages as Anki writes them, in all three formats, made of values: the tests' own writer."""

import io
import json
import sqlite3
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import zstandard

from learnt.sources.packages import Form
from learnt.sources.packages.values import AnkiCard, AnkiDeck, Note, Template

_SCHEMA = """
create table col (id integer primary key, crt integer, mod integer, scm integer, ver integer,
  dty integer, usn integer, ls integer, conf text, models text, decks text, dconf text, tags text);
create table notes (id integer primary key, guid text not null, mid integer, mod integer,
  usn integer, tags text, flds text, sfld integer, csum integer, flags integer, data text);
create table cards (id integer primary key, nid integer, did integer, ord integer, mod integer,
  usn integer, type integer, queue integer, due integer, ivl integer, factor integer,
  reps integer, lapses integer, left integer, odue integer, odid integer, flags integer, data text);
create table revlog (id integer primary key, cid integer, usn integer, ease integer, ivl integer,
  lastIvl integer, factor integer, time integer, type integer);
"""
_SCHEMA_18 = """
create table notetypes (id integer not null primary key, name text not null collate unicase,
  mtime_secs integer not null, usn integer not null, config blob not null);
create table fields (ntid integer not null, ord integer not null, name text not null collate unicase,
  config blob not null, primary key (ntid, ord)) without rowid;
create table templates (ntid integer not null, ord integer not null,
  name text not null collate unicase, mtime_secs integer not null, usn integer not null,
  config blob not null, primary key (ntid, ord)) without rowid;
create table decks (id integer primary key not null, name text not null collate unicase,
  mtime_secs integer not null, usn integer not null, common blob not null, kind blob not null);
create unique index idx_decks_name on decks (name);
create unique index idx_notetypes_name on notetypes (name);
"""
PLEASE_UPDATE = "Please update your program to the latest version."


@dataclass(frozen=True)
class Type:
    """A note type to be written."""

    id: int
    name: str
    fields: Sequence[str]
    templates: Sequence[Template]
    cloze: bool = False


class LogRow(NamedTuple):
    """One row of the review log, as Anki has it; `id` is when it was written."""

    id: int
    card: int
    ease: int
    interval: int = 0
    last_interval: int = 0
    factor: int = 0
    duration_ms: int = 0
    type: int = 0


@dataclass(frozen=True)
class Content:
    """What a package is to hold; `begun` is the second from which its days count."""

    types: Sequence[Type] = ()
    decks: Sequence[AnkiDeck] = ()
    notes: Sequence[Note] = ()
    cards: Sequence[AnkiCard] = ()
    log: Sequence[LogRow] = ()
    media: Mapping[str, bytes] = field(default_factory=dict)
    begun: int = 0


def package(content: Content, form: Form) -> bytes:
    """The bytes of a package."""
    return zipped(parts(content, form))


def zipped(entries: Mapping[str, bytes]) -> bytes:
    """A packed file with these entries."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in entries.items():
            file.writestr(name, data)
    return out.getvalue()


def parts(content: Content, form: Form) -> dict[str, bytes]:
    """The entries of a package, in the order in which Anki has them."""
    latest = form is Form.LATEST
    named = list(content.media)
    files = {str(place): content.media[name] for place, name in enumerate(named)}
    if form is Form.LEGACY_1:
        listed = json.dumps(dict(enumerate(named))).encode()
        return {"collection.anki2": database(content), "media": listed, **files}
    stub = database(stub_content())
    if not latest:
        listed = json.dumps({str(place): name for place, name in enumerate(named)}).encode()
        return {
            "meta": b"\x08\x02",
            "collection.anki21": database(content),
            "collection.anki2": stub,
            "media": listed,
            **files,
        }
    entries = b"".join(_bytes(1, _bytes(1, name.encode()) + _number(2, 7)) for name in named)
    return {
        "meta": b"\x08\x03",
        "collection.anki21b": packed(as_wal(database(content, schema=18))),
        "collection.anki2": stub,
        "media": packed(entries),
        **{name: packed(data) for name, data in files.items()},
    }


def packed(data: bytes) -> bytes:
    """Data packed by zstd without its size, as Anki streams it."""
    packer = zstandard.ZstdCompressor(write_content_size=False).compressobj()
    return packer.compress(data) + packer.flush()


def as_wal(data: bytes) -> bytes:
    """A database that says that a log stands beside it."""
    return data[:18] + b"\x02\x02" + data[20:]


def stub_content() -> Content:
    """The old database that newer packages hold besides."""
    plain = Type(1, "Basic", ("Front", "Back"), (Template("Card 1", "{{Front}}", "{{Back}}"),))
    note = Note(5, "stubstubst", 1, (PLEASE_UPDATE, ""))
    return Content((plain,), (AnkiDeck(1, "Default"),), (note,), (AnkiCard(6, 5, 1, 0),))


def database(content: Content, schema: int = 11) -> bytes:
    """The database of a package."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "db"
        connection = sqlite3.connect(path)
        connection.create_collation("unicase", lambda a, b: (a.lower() > b.lower()) - (a < b))
        connection.executescript(_SCHEMA + (_SCHEMA_18 if schema == 18 else ""))
        (_write_18 if schema == 18 else _write_11)(connection, content)
        _write_rows(connection, content)
        connection.commit()
        connection.close()
        return path.read_bytes()


def _write_11(connection: sqlite3.Connection, content: Content) -> None:
    models = {
        str(one.id): {
            "name": one.name,
            "type": int(one.cloze),
            "flds": [{"name": name, "ord": place} for place, name in enumerate(one.fields)],
            "tmpls": [
                {"name": made.name, "ord": place, "qfmt": made.front, "afmt": made.back}
                for place, made in enumerate(one.templates)
            ],
        }
        for one in content.types
    }
    decks = {str(one.id): {"name": one.name, "dyn": int(one.filtered)} for one in content.decks}
    values = (content.begun, "{}", json.dumps(models), json.dumps(decks), "{}", "{}")
    connection.execute("insert into col values (1, ?, 0, 0, 11, 0, 0, 0, ?, ?, ?, ?, ?)", values)


def _write_18(connection: sqlite3.Connection, content: Content) -> None:
    begun = (content.begun,)
    connection.execute(
        "insert into col values (1, ?, 0, 0, 18, 0, 0, 0, '', '', '', '', '')", begun
    )
    for one in content.types:
        config = _number(1, 1) if one.cloze else b""
        row = (one.id, one.name, config + _bytes(3, b".card {}"))
        connection.execute("insert into notetypes values (?, ?, 0, 0, ?)", row)
        for place, name in enumerate(one.fields):
            connection.execute("insert into fields values (?, ?, ?, x'')", (one.id, place, name))
        for place, made in enumerate(one.templates):
            config = _bytes(1, made.front.encode()) + _bytes(2, made.back.encode())
            values = (one.id, place, made.name, config)
            connection.execute("insert into templates values (?, ?, ?, 0, 0, ?)", values)
    for deck in content.decks:
        kind = _bytes(2 if deck.filtered else 1, _number(1, 1))
        deck_row = (deck.id, deck.name.replace("::", "\x1f"), kind)
        connection.execute("insert into decks values (?, ?, 0, 0, x'', ?)", deck_row)


def _write_rows(connection: sqlite3.Connection, content: Content) -> None:
    for note in content.notes:
        tags = f" {' '.join(note.tags)} " if note.tags else ""
        values = (note.id, note.guid, note.type, tags, "\x1f".join(note.fields))
        connection.execute("insert into notes values (?, ?, ?, 0, 0, ?, ?, '', 0, 0, '')", values)
    for card in content.cards:
        queue = -1 if card.suspended else -3 if card.buried else 2
        row = (
            card.id, card.note, card.deck, card.ord, card.changed, queue, card.due, card.interval,
            card.factor, card.reps, card.lapses, card.flag, _said(card),
        )  # fmt: skip
        connection.execute(
            "insert into cards values (?, ?, ?, ?, ?, 0, 2, ?, ?, ?, ?, ?, ?, 0, 0, 0, ?, ?)",
            row,
        )
    for one in content.log:
        log = (
            one.id, one.card, one.ease, one.interval, one.last_interval, one.factor,
            one.duration_ms, one.type,
        )  # fmt: skip
        connection.execute("insert into revlog values (?, ?, 0, ?, ?, ?, ?, ?, ?)", log)


def _said(card: AnkiCard) -> str:
    """What Anki keeps of FSRS beside a card."""
    said = {"s": card.stability, "d": card.difficulty, "lrt": card.asked}
    found = {name: value for name, value in said.items() if value}
    return json.dumps(found) if found else ""


def _number(number: int, value: int) -> bytes:
    return bytes([number << 3]) + _varint(value)


def _bytes(number: int, value: bytes) -> bytes:
    return bytes([number << 3 | 2]) + _varint(len(value)) + value


def _varint(value: int) -> bytes:
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)
