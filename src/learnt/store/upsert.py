"""INSERT … ON CONFLICT in the dialect of the connection: both databases spell it alike.

The statements are built once and kept, since every answer goes through them.
"""

from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import Table
from sqlalchemy.dialects import sqlite

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql

    Insert = sqlite.Insert | postgresql.Insert


@cache
def insert_new(dialect: str, table: Table) -> "Insert":
    """An insert of rows whose keys are not there."""
    if dialect == "sqlite":
        return sqlite.insert(table)
    from sqlalchemy.dialects import postgresql  # a tenth of a second that SQLite does not need

    return postgresql.insert(table)


@cache
def insert_once(dialect: str, table: Table) -> "Insert":
    """An insert that leaves a row alone whose key is there already; its rowcount says which."""
    statement = insert_new(dialect, table).on_conflict_do_nothing()
    return statement.execution_options(preserve_rowcount=True)  # else -1 on PostgreSQL


@cache
def insert_or_update(dialect: str, table: Table, *columns: str) -> "Insert":
    """An insert that writes over a row whose key is there: all other columns, or these."""
    statement = insert_new(dialect, table)
    keys = [column.name for column in table.primary_key]
    rest = columns or tuple(column.name for column in table.columns if column.name not in keys)
    return statement.on_conflict_do_update(
        index_elements=keys, set_={name: statement.excluded[name] for name in rest}
    )
