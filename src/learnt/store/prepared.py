"""The statements that every answer goes through, compiled once.

SQLite answers in a few microseconds; working out each time how to ask it takes SQLAlchemy ten
times as long. So these few statements, written in Core like all others, are handed to SQLite's
driver as text, within SQLAlchemy's own transaction. PostgreSQL is asked in the usual way.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
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
_FEW = 50
_VARIABLES = 10_000  # of a statement, which is kept with as much memory; some SQLites take 999


def rows(connection: Connection, statement: Question, asked: Parameters) -> Sequence[Row]:
    """All rows, in the order of the columns asked for."""
    driver = _driver(connection)
    if driver is None:
        return connection.execute(statement, asked).all()
    text, names = _compiled(statement)
    found: list[Row] = driver.execute(text, [asked[name] for name in names]).fetchall()
    return found


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


def write_many(connection: Connection, statement: "Insert", values: Iterable[Values]) -> None:
    """The same of tens of thousands of rows, on SQLite thousands in a statement.

    Each statement is begun and ended, and Python's lock given up and taken, which takes a third
    of the time that a small row takes; while another thread thinks, it has to be waited for.
    """
    driver = _driver(connection)
    if driver is None:
        write(connection, statement, values)
        return
    text, _ = _compiled(statement)
    columns = len(statement.table.columns)
    most = min(_VARIABLES, driver.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER)) // columns
    rest = iter(values)
    while some := tuple(islice(rest, most)):
        # SQLite keeps each statement: there are two of many rows, whatever comes
        at_once = most if len(some) == most else min(_FEW, most)
        left = len(some) % at_once
        if left < len(some):
            many = _of_rows(text, columns, at_once)
            for start in range(0, len(some) - left, at_once):
                driver.execute(many, tuple(chain.from_iterable(some[start : start + at_once])))
        driver.executemany(text, some[len(some) - left :])


def _of_rows(text: str, columns: int, rows: int) -> str:
    """An insert of one row as one of several."""
    one = f"({', '.join('?' * columns)})"
    return text.replace(f"VALUES {one}", f"VALUES {', '.join([one] * rows)}")


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
