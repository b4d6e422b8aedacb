"""An index that is built once many rows have come in, instead of with each of them.

A row of an index that comes in between others changes a page of its own, and of a large index that
page is often not in memory; sorted and written in one go it takes a fifth of the time. All of it
is in the transaction of the rows, so that no one ever sees the table without the index.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection, text

_MANY = 1_000


@contextmanager
def built_after(connection: Connection, rows: int, *indexes: str) -> Iterator[None]:
    """While so many rows come into a table, more than it has: build its indexes after that.

    Nothing is to be asked of the table by them meanwhile. PostgreSQL, which would keep all others
    from reading until the end of the transaction, has its indexes as ever.
    """
    made = _as_made(connection, indexes) if rows >= _MANY else {}
    if any(_has_more_than(connection, table, rows) for table, _ in made.values()):
        made = {}
    for index in made:
        connection.exec_driver_sql(f"DROP INDEX {index}")
    yield
    for _, statement in made.values():
        connection.exec_driver_sql(statement)


def _as_made(connection: Connection, indexes: Sequence[str]) -> dict[str, tuple[str, str]]:
    """The table of each index and the statement that made it; none on another database."""
    if connection.dialect.name != "sqlite":
        return {}
    asked = text("SELECT tbl_name, sql FROM sqlite_master WHERE type = 'index' AND name = :name")
    rows = {name: connection.execute(asked, {"name": name}).one() for name in indexes}
    return {name: (row[0], row[1]) for name, row in rows.items()}


def _has_more_than(connection: Connection, table: str, rows: int) -> bool:
    asked = text(f"SELECT 1 FROM {table} LIMIT 1 OFFSET :rows")  # noqa: S608 - a table of ours
    return connection.execute(asked, {"rows": rows}).first() is not None
