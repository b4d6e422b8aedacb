"""An index that is built once many rows have come in, instead of with each of them.

A row of an index that comes in between others changes a page of its own, and of a large index that
page is often not in memory; sorted and written in one go it takes a fifth of the time. All of it
is in the transaction of the rows, so that no one ever sees the table without the index.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, text

_MANY = 1_000


@contextmanager
def built_after(connection: Connection, index: str, rows: int) -> Iterator[None]:
    """While so many rows come into the index's table, more than it has: build the index after that.

    Nothing is to be asked of the table by this index meanwhile. PostgreSQL, which would keep all
    others from reading until the end of the transaction, has its index as ever.
    """
    table_and_index = _as_made(connection, index) if rows >= _MANY else None
    if table_and_index is None or _has_more_than(connection, table_and_index[0], rows):
        yield
        return
    connection.execute(text(f"DROP INDEX {index}"))
    yield
    connection.exec_driver_sql(table_and_index[1])


def _as_made(connection: Connection, index: str) -> tuple[str, str] | None:
    """The table of an index and the statement that made it; None on another database."""
    if connection.dialect.name != "sqlite":
        return None
    asked = text("SELECT tbl_name, sql FROM sqlite_master WHERE type = 'index' AND name = :name")
    row = connection.execute(asked, {"name": index}).one()
    return row[0], row[1]


def _has_more_than(connection: Connection, table: str, rows: int) -> bool:
    asked = text(f"SELECT 1 FROM {table} LIMIT 1 OFFSET :rows")  # noqa: S608 - a table of ours
    return connection.execute(asked, {"rows": rows}).first() is not None
