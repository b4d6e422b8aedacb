"""The statements that every answer goes through, compiled once.

SQLite answers in a few microseconds; working out each time how to ask it takes SQLAlchemy ten
times as long. So these few statements, written in Core like all others, are handed to SQLite's
driver as text, within SQLAlchemy's own transaction. PostgreSQL is asked in the usual way.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, TypeVar

from sqlalchemy import Column, Connection, Select, Table, select
from sqlalchemy.dialects import sqlite

from learnt.store.upsert import Insert

_Id = TypeVar("_Id", bound=str)

Row = Sequence[Any]
Parameters = Mapping[str, object]
Question = Select[tuple[Any, ...]] | Select[int]

_SQLITE = sqlite.dialect(paramstyle="qmark")


def rows(connection: Connection, statement: Question, asked: Parameters) -> Sequence[Row]:
    """All rows, in the order of the columns asked for."""
    driver = _driver(connection)
    if driver is None:
        return connection.execute(statement, asked).all()
    text, names = _compiled(statement)
    found: list[Row] = driver.execute(text, [asked[name] for name in names]).fetchall()
    return found


def write(connection: Connection, statement: Insert, written: Sequence[Parameters]) -> int:
    """Write rows, each with a value for every column; how many were written."""
    driver = _driver(connection)
    if driver is None:
        return connection.execute(statement, written[0] if len(written) == 1 else written).rowcount
    text, names = _compiled(statement)
    if len(written) == 1:
        return driver.execute(text, [written[0][name] for name in names]).rowcount
    return driver.executemany(text, [[row[name] for name in names] for row in written]).rowcount


def insert_all(connection: Connection, table: Table, values: Iterable[tuple[Any, ...]]) -> None:
    """Insert many rows, each with a value for every column of the table in its order."""
    driver = _driver(connection)
    if driver is not None:
        driver.executemany(_insert(table), values)
        return
    names = table.columns.keys()
    rows_ = [dict(zip(names, one, strict=True)) for one in values]
    if rows_:
        connection.execute(table.insert(), rows_)


def perhaps_there(connection: Connection, column: Column[str], ids: Iterable[_Id]) -> Sequence[_Id]:
    """Those of the ids that can be in an indexed column of ids, and need to be looked for.

    Ids rise with the time they are made at, so of a page that was just read it is none.
    """
    asked = list(ids)
    if not asked:
        return asked
    greatest = connection.scalar(select(column).order_by(column.desc()).limit(1))
    return [one for one in asked if one <= greatest] if greatest is not None else []


@cache
def _insert(table: Table) -> str:
    names = table.columns.keys()
    return f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608 - the names are the schema's


def _driver(connection: Connection) -> sqlite3.Connection | None:
    """SQLite's own connection, in a transaction; None for another database."""
    if connection.dialect.name != "sqlite":
        return None
    if not connection.in_transaction():  # SQLAlchemy begins with the first statement it sees
        connection.begin()
    driver = connection.connection.driver_connection
    return driver if isinstance(driver, sqlite3.Connection) else None


@lru_cache(maxsize=128)
def _compiled(statement: Question | Insert) -> tuple[str, Sequence[str]]:
    """A statement's text for SQLite, and the names of its parameters in their order."""
    compiled = statement.compile(dialect=_SQLITE)
    return str(compiled), tuple(compiled.positiontup or ())
