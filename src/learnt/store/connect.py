"""Connections: to an embedded SQLite file, or to PostgreSQL by URL."""

import re
import sqlite3
import time
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError

from learnt.errors import StoreBusy, StoreDamaged, StoreError, UsageError

WAIT_SECONDS = 5
"""How long a write waits for another program before it says that the collection is busy."""

_DURABLE = 2  # PRAGMA synchronous = FULL: a commit is on the disk before it returns


def engine_for_file(path: Path) -> Engine:
    """SQLite in WAL mode, strict about foreign keys and about what a commit means."""
    engine = create_engine(
        URL.create("sqlite", database=str(path)),  # a "?" in a written URL would end the path
        connect_args={"timeout": WAIT_SECONDS, "cached_statements": 256},
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def engine_for_url(url: str) -> Engine:
    """PostgreSQL through psycopg 3; raises UsageError for any other kind of URL."""
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() != "postgresql":
            raise UsageError(_URL_HELP.format(url=parsed.render_as_string(hide_password=True)))
        parsed = parsed.set(drivername="postgresql+psycopg")
        engine = create_engine(parsed, pool_pre_ping=True)
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        without_password = re.sub(r":[^:@/]*@", ":***@", url)
        raise UsageError(_URL_HELP.format(url=without_password)) from error
    except ModuleNotFoundError as error:
        raise UsageError(
            "PostgreSQL needs one more package. Install it with: pip install 'learnt[postgres]'"
        ) from error
    event.listen(engine, "connect", _prepare_postgres)
    return engine


_URL_HELP = (
    "{url} is not a PostgreSQL address. Write it as postgresql://user:password@host:5432/database."
)


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions are begun by us, see _begin_sqlite
    connection.create_function("holds", 2, _holds, deterministic=True)
    _switch_to_wal(connection)
    for pragma in (
        "foreign_keys = ON",
        "synchronous = FULL",
        "temp_store = MEMORY",
        "cache_size = -65536",
        "wal_autocheckpoint = 4000",  # pages; an answer writes about 13, so one pause in 300
    ):
        connection.execute(f"PRAGMA {pragma}")
    if connection.execute("PRAGMA synchronous").fetchone() != (_DURABLE,):
        raise StoreError("SQLite here cannot promise that a saved answer is on the disk.")


def _holds(text: str | None, folded: str) -> bool:
    """For searches in other letters than those of ASCII, whose case SQLite does not know."""
    if text is None or text.isascii():
        return False
    return folded in unicodedata.normalize("NFKC", text).casefold()


def _switch_to_wal(connection: sqlite3.Connection) -> None:
    """Readers and a writer side by side. SQLite does not wait for this lock by itself."""
    last = time.monotonic() + WAIT_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > last:
                raise
            time.sleep(0.02)
        else:
            return


def _begin_sqlite(connection: Connection) -> None:
    """A writer takes its lock at once, so that what it reads is still true when it writes."""
    writing = connection.get_execution_options().get("learnt_writes", False)
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)  # noqa: S101 - the engine is SQLite's
    driver.execute("BEGIN IMMEDIATE" if writing else "BEGIN")


def _prepare_postgres(connection: Any, _record: object) -> None:  # noqa: ANN401 - psycopg is an extra
    with connection.cursor() as cursor:
        cursor.execute(f"SET lock_timeout = '{WAIT_SECONDS}s'")
        cursor.execute("SET synchronous_commit = on")
    connection.commit()


def wait_for_others(connection: Connection, *, alone: bool) -> None:
    """Until others have written, so that what is read from now on is true when it is written.

    SQLite has one writer at a time as it is. On PostgreSQL the lock is that of the collection's
    schema, and those that are not `alone` share it.
    """
    if connection.dialect.name != "sqlite":
        connection.execute(_ALONE if alone else _BESIDE)


_ALONE = text("SELECT pg_advisory_xact_lock(7307, hashtext(current_schema()))")
_BESIDE = text("SELECT pg_advisory_xact_lock_shared(7307, hashtext(current_schema()))")


@contextmanager
def told_plainly(where: str) -> Iterator[None]:
    """Turn a database's complaint into one of our errors, with what to do."""
    try:
        yield
    except DBAPIError as error:
        raise _plain(error, where) from error
    except sqlite3.Error as error:
        raise _plain_sqlite(error, where) from error


def _plain(error: DBAPIError, where: str) -> Exception:
    if isinstance(error.orig, sqlite3.Error):
        return _plain_sqlite(error.orig, where)
    if getattr(error.orig, "sqlstate", None) in {"55P03", "40P01", "40001"}:
        return StoreBusy(f"Another program is using the collection at {where}. Try again.")
    if isinstance(error, OperationalError):
        reason = str(error.orig).strip().splitlines()[0]
        return StoreError(
            f"The database at {where} cannot be used: {reason}. "
            "Check that it is running and that the address is right."
        )
    return error


def _plain_sqlite(error: sqlite3.Error, where: str) -> Exception:
    said = str(error)
    if "locked" in said or "busy" in said:
        return StoreBusy(
            f"Another program is using the collection at {where}. "
            "Close it, or try again in a moment."
        )
    if isinstance(error, sqlite3.OperationalError):
        return StoreError(
            f"The collection at {where} cannot be used: {said}. "
            "Check that the folder can be written and that the disk is not full."
        )
    if type(error) is sqlite3.DatabaseError:
        return StoreDamaged(
            f"The collection at {where} is damaged: {said}. "
            "`learnt restore` lists the backups and brings one back."
        )
    return error
