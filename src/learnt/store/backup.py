"""Backups: a copy of the SQLite file, or all rows as JSON lines from PostgreSQL.

Either is made by the database itself while others may be writing, and either can be brought
back into a collection of its own kind, also when it was made before a migration. The bytes of
pictures and sounds are in none of them: they never change, and are kept once beside all backups.
"""

import gzip
import hashlib
import json
import os
import re
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, MetaData, Table, insert, select, text

from learnt.clock import DAY_MS, Instant
from learnt.errors import StoreDamaged, UsageError
from learnt.store.contents import parts
from learnt.store.migrations import migrate, refuse_later, version

DAILY, KEPT = "daily", "kept"
_NAME = re.compile(r"(\d{8}T\d{9}Z)-([a-z-]+)-([0-9a-f]{12})\.(db|jsonl\.gz)")
_STAMP = "%Y%m%dT%H%M%S"
_LATEST_OTHERS = 20


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup file; `why` is daily, kept (asked for), or what it was made before."""

    path: Path
    at: Instant
    why: str
    size: int

    @property
    def name(self) -> str:
        """What it is called on the command line."""
        return self.path.name


def name_of(at: Instant, why: str, digest: str, ending: str) -> str:
    """The file name of a backup.

    Its time is in it, so that copies keep their date, and the digest of its bytes, so that a
    restore knows when they have changed: neither database would notice.
    """
    moment = datetime.fromtimestamp(at / 1000, UTC)
    return f"{moment:{_STAMP}}{at % 1000:03d}Z-{why}-{digest}.{ending}"


def backups_in(folder: Path) -> tuple[Backup, ...]:
    """The backups in a folder, the latest first; other files are left alone."""
    if not folder.is_dir():
        return ()
    found = [one for path in folder.iterdir() if (one := _backup(path))]
    return tuple(sorted(found, key=lambda one: (one.at, one.name), reverse=True))


def to_drop(backups: tuple[Backup, ...], now: Instant) -> tuple[Backup, ...]:
    """Backups that have had their time.

    Daily ones: all of the last 14 days, then the latest of each week for half a year, then of
    each month. Those made before an import, a migration or a restore: the latest 20, of which one
    that is dated in the future, since the clock was set back, is the oldest. Those a person asked
    for stay.
    """
    drop: list[Backup] = []
    seen: set[tuple[str, int]] = set()
    for one in (one for one in backups if one.why == DAILY):
        age = (now - one.at) / DAY_MS
        moment = datetime.fromtimestamp(one.at / 1000, UTC)
        if age <= 14:
            continue
        key = ("week", moment.toordinal() // 7) if age <= 182 else ("month", moment.month)
        key = (f"{key[0]} {moment.year}", key[1])
        if key in seen:
            drop.append(one)
        seen.add(key)
    others = [one for one in backups if one.why not in (DAILY, KEPT)]
    others.sort(key=lambda one: one.at > now)  # stable
    return (*drop, *others[_LATEST_OTHERS:])


def write_backup(engine: Engine, folder: Path, at: Instant, why: str) -> Backup:
    """Copy the whole database into `folder`; the file appears only when it is complete."""
    folder.mkdir(parents=True, exist_ok=True)
    sqlite = engine.dialect.name == "sqlite"
    half = folder / f"{os.getpid()}-{why}.part"
    half.unlink(missing_ok=True)
    _clear_halves(folder, at)
    try:
        if sqlite:
            _copy_sqlite(engine, half)
        else:
            _write_dump(engine, half)
        path = folder / name_of(at, why, _digest(half), "db" if sqlite else "jsonl.gz")
        half.replace(path)
    except BaseException:  # also where it is stopped by whoever waits for it
        half.unlink(missing_ok=True)
        raise
    return Backup(path, at, why, path.stat().st_size)


def _clear_halves(folder: Path, now: Instant) -> None:
    """Remove what is left of backups in whose middle a program was stopped, a day ago or longer."""
    for half in folder.glob("*.part*"):
        with suppress(OSError):
            if now - half.stat().st_mtime * 1000 > DAY_MS:
                half.unlink()


def restore_backup(engine: Engine, backup: Path, now: Instant) -> None:
    """Put a backup in the place of what is there, and bring it up to date.

    Raises StoreDamaged where the file is not whole, and StoreTooNew where a later version wrote
    it, before anything is touched.
    """
    if backup.name.endswith(".jsonl.gz") == (engine.dialect.name == "sqlite"):
        raise UsageError(
            f"{backup.name} is a backup of another kind of database than this collection's."
        )
    named = _NAME.fullmatch(backup.name)
    if named and named[3] != _digest(backup):
        raise _not_whole(backup)
    if engine.dialect.name == "sqlite":
        _restore_sqlite(engine, backup)
        return
    lines = _read_dump(backup)
    with engine.begin() as connection:
        _load(connection, lines, now)


def _backup(path: Path) -> Backup | None:
    match = _NAME.fullmatch(path.name)
    if not match:
        return None
    stamp = datetime.strptime(match[1][:15], _STAMP).replace(tzinfo=UTC)
    at = Instant(round(stamp.timestamp() * 1000) + int(match[1][15:18]))
    return Backup(path, at, match[2], path.stat().st_size)


def _digest(path: Path) -> str:
    with path.open("rb") as data:
        return hashlib.file_digest(data, "sha256").hexdigest()[:12]


def _not_whole(backup: Path) -> StoreDamaged:
    return StoreDamaged(f"The backup {backup.name} is not whole. Choose another one.")


def _copy_sqlite(engine: Engine, target: Path) -> None:
    with engine.connect() as connection, closing(sqlite3.connect(target)) as copy:
        source = connection.connection.driver_connection
        assert isinstance(source, sqlite3.Connection)  # noqa: S101 - the engine is SQLite's
        source.rollback()
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, no -wal beside it


def _restore_sqlite(engine: Engine, backup: Path) -> None:
    with closing(sqlite3.connect(f"{backup.absolute().as_uri()}?mode=ro", uri=True)) as copy:
        try:
            sound = copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            number = copy.execute("SELECT max(number) FROM migration").fetchone()[0]
        except sqlite3.DatabaseError:
            sound, number = False, None
        if not sound or not number:
            raise _not_whole(backup)
        refuse_later(f"The backup {backup.name}", number)
        with engine.connect() as connection:
            target = connection.connection.driver_connection
            assert isinstance(target, sqlite3.Connection)  # noqa: S101 - the engine is SQLite's
            target.rollback()
            copy.backup(target, progress=_give_up_when_locked)


def _write_dump(engine: Engine, target: Path) -> None:
    with engine.connect() as connection, gzip.open(target, "wt", encoding="utf-8") as lines:
        connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))
        for line in _dump(connection):
            lines.write(line + "\n")


def _give_up_when_locked(status: int, _left: int, _all: int) -> None:
    """SQLite has waited its time already; `Connection.backup` would go on for ever."""
    if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        raise sqlite3.OperationalError("database is locked")


def _dump(connection: Connection) -> Iterator[str]:
    """First the schema's number, then a line for every row, parents before children."""
    yield json.dumps({"learnt": version(connection)})
    for table in _tables(connection):
        for row in connection.execute(select(table)).mappings():
            yield json.dumps([table.name, {name: _plain(value) for name, value in row.items()}])


def _read_dump(backup: Path) -> list[Any]:
    try:
        with gzip.open(backup, "rt", encoding="utf-8") as lines:
            read = [json.loads(line) for line in lines]
        if not isinstance(read[0]["learnt"], int):
            raise TypeError
    except (OSError, EOFError, zlib.error, ValueError, LookupError, TypeError) as error:
        raise _not_whole(backup) from error
    refuse_later(f"The backup {backup.name}", read[0]["learnt"])
    return read


def _load(connection: Connection, lines: list[Any], now: Instant) -> None:
    for table in reversed(_tables(connection)):
        connection.exec_driver_sql(f'DROP TABLE "{table.name}" CASCADE')
    connection.exec_driver_sql("DROP FUNCTION IF EXISTS journal_is_kept() CASCADE")
    migrate(connection, now, to=lines[0]["learnt"])
    connection.exec_driver_sql("DELETE FROM migration")
    rows: dict[str, list[dict[str, Any]]] = {}
    for name, row in lines[1:]:
        rows.setdefault(name, []).append(row)
    for table in _tables(connection):
        if table.name in rows:
            connection.execute(insert(table), rows[table.name])
    migrate(connection, now)


def _tables(connection: Connection) -> list[Table]:
    """The tables there really are, parents before children, whatever the schema's number.

    Less the bytes of pictures and sounds: those are kept apart, and a restore drops none.
    """
    found = MetaData()
    found.reflect(connection)
    return [table for table in found.sorted_tables if table.name != parts.name]


def _plain(value: object) -> object:
    return value if value is None or isinstance(value, int | float | str) else str(value)
