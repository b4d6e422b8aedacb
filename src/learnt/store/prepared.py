"""The statements that every answer goes through, compiled once.

SQLite answers in a few microseconds; working out each time how to ask it takes SQLAlchemy ten
times as long. So these few statements, written in Core like all others, are handed to SQLite's
driver as text, within SQLAlchemy's own transaction. PostgreSQL is asked in the usual way.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Column, Connection, Select, select
from sqlalchemy.dialects import sqlite

if TYPE_CHECKING:
    from learnt.store.upsert import Insert


_Id = TypeVar("_Id", bound=str)

Row = Sequence[Any]
Values = tuple[Any, ...]
"""The values of a row, one for each column of its table."""

Parameters = Mapping[str, object]
Question = Select[tuple[Any, ...]] | Select[int]

_SQLITE = sqlite.dialect(paramstyle="qmark")
_MANY = 5_000  # rows that are made at once for PostgreSQL
_VARIABLES = 999  # that a statement may have in any SQLite


def rows(connection: Connection, statement: Question, asked: Parameters) -> Sequence[Row]:
    """All rows, in the order of the columns asked for."""
    driver = _driver(connection)
    if driver is None:
        return connection.execute(statement, asked).all()
    text, names = _compiled(statement)
    found: list[Row] = driver.execute(text, [asked[name] for name in names]).fetchall()
    return found


def each(connection: Connection, statement: Question, asked: Parameters) -> Iterator[Row]:
    """The same, one after the other: hundreds of thousands are never there at once."""
    driver = _driver(connection)
    if driver is None:
        return iter(connection.execute(statement, asked))
    text, names = _compiled(statement)
    return driver.execute(text, [asked[name] for name in names])


def write(connection: Connection, statement: "Insert", values: Iterable[Values]) -> int:
    """Write rows, each with a value for every column of the table in its order.

    How many were written is returned, where the statement keeps count. Many rows are best in the
    order of the table's key: SQLite then goes on where the last row went, in half the time.
    """
    driver = _driver(connection)
    if driver is not None:
        return driver.executemany(_compiled(statement)[0], values).rowcount
    columns = statement.table.columns.keys()
    rest = iter(values)
    written = 0
    while some := [dict(zip(columns, one, strict=True)) for one in islice(rest, _MANY)]:
        made = connection.execute(statement, some[0] if len(some) == 1 else some)
        written += made.rowcount
    return written


def write_many(connection: Connection, statement: "Insert", values: Sequence[Values]) -> None:
    """The same of tens of thousands of small rows, a hundred in a statement on SQLite.

    Each statement is begun and ended, and Python's lock given up and taken, which takes a third
    of the time that such a row takes.
    """
    driver = _driver(connection)
    at_once = _VARIABLES // len(values[0]) if values else 1
    if driver is None or len(values) < at_once:
        write(connection, statement, values)
        return
    text, _ = _compiled(statement)
    one = f"({', '.join('?' * len(values[0]))})"
    many = text.replace(f"VALUES {one}", f"VALUES {', '.join([one] * at_once)}")
    left = len(values) % at_once
    for start in range(0, len(values) - left, at_once):
        driver.execute(many, tuple(chain.from_iterable(values[start : start + at_once])))
    write(connection, statement, values[len(values) - left :])


def perhaps_there(connection: Connection, column: Column[str], ids: Iterable[_Id]) -> Sequence[_Id]:
    """Those of the ids that can be in an indexed column of ids, and need to be looked for.

    Ids rise with the time they are made at, so of a page that was just read it is none.
    """
    asked = list(ids)
    if not asked:
        return asked
    greatest = connection.scalar(select(column).order_by(column.desc()).limit(1))
    return [one for one in asked if one <= greatest] if greatest is not None else []


def _driver(connection: Connection) -> sqlite3.Connection | None:
    """SQLite's own connection, in a transaction; None for another database."""
    if connection.dialect.name != "sqlite":
        return None
    if not connection.in_transaction():  # SQLAlchemy begins with the first statement it sees
        connection.begin()
    driver = connection.connection.driver_connection
    return driver if isinstance(driver, sqlite3.Connection) else None


@lru_cache(maxsize=128)
def _compiled(statement: "Question | Insert") -> tuple[str, Sequence[str]]:
    """A statement's text for SQLite, and the names of its parameters in their order."""
    compiled = statement.compile(dialect=_SQLITE)
    return str(compiled), tuple(compiled.positiontup or ())
