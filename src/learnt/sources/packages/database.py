"""The database of a package, opened so that nothing in it can act.

Its tables are read one by one from their beginning to their end, without any index, view, trigger
or function of the file: SQLite is told to trust none of them, and an authorizer refuses all but
reading. Values, rows and steps are counted, because a hostile tree of pages can lead in rings.
Where the file breaks, the rows before the break are kept, and a Problem says so.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from learnt.deck import Problem
from learnt.errors import Unreadable

Row = tuple[Any, ...]

MOST_ROWS = 2_000_000
_LONGEST_VALUE = 50_000_000  # bytes; older packages have all note types in one value
_MOST_LETTERS = 300_000_000  # of all rows together
_STEPS, _MOST_STEPS = 1_000_000, 20_000  # SQLite's steps between two looks, and how many looks
_ALLOWED = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ})
# Columns that are worked out from others are not among these.
_COLUMNS = "SELECT name FROM pragma_table_info(?)"
_CHECKED = (
    "PRAGMA trusted_schema = OFF",
    "PRAGMA query_only = ON",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
    "PRAGMA cache_size = -16000",
)


@dataclass
class Database:
    """A package's database. `problems` grow while it is read."""

    file: str
    connection: sqlite3.Connection
    tables: dict[str, frozenset[str]]
    problems: list[Problem] = field(default_factory=list)
    _letters: int = 0

    def rows(
        self, table: str, *columns: str, most: int = MOST_ROWS, texts: bool = True
    ) -> Iterator[Row]:
        """The columns of a table's rows, as they come, up to where the file breaks.

        Without `texts` only whole numbers are wanted, and what else is there is not counted.
        """
        there = self.tables.get(table, frozenset())
        if not set(columns) <= there:
            lost = ", ".join(column for column in columns if column not in there)
            self._say(table, f"The table {table} has no {lost}, so nothing of it was read.")
            return
        asked = ", ".join(f'"{column}"' for column in columns)
        try:
            # NOT INDEXED: an index of the file might lead to other rows than there are
            found = self.connection.execute(f'SELECT {asked} FROM "{table}" NOT INDEXED')  # noqa: S608 - names of ours
            for row in islice(found, most):
                if texts and self._has_too_much(row):
                    self._say(table, f"{table} holds more text than is read; the rest is left out.")
                    return
                yield row
            if next(found, None) is not None:
                self._say(table, f"Only the first {most:,} rows of {table} were read.")
        except (sqlite3.Error, OverflowError, MemoryError) as error:
            self._say(table, f"The table {table} is damaged ({error}); rows after that are lost.")

    def _has_too_much(self, row: Row) -> bool:
        """Whether there is more text than is read, with that of one more row."""
        for one in row:
            if isinstance(one, str | bytes):
                self._letters += len(one)
        return self._letters > _MOST_LETTERS

    def _say(self, table: str, why: str) -> None:
        self.problems.append(Problem(None, table, why))


@contextmanager
def opened_database(path: Path, file: str) -> Iterator[Database]:
    """The database in a file of ours; raises Unreadable where it is none."""
    try:
        address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(address, uri=True, isolation_level=None)) as connection:
            tables = _made_harmless(connection)
            yield Database(file, connection, tables)
    except sqlite3.Error as error:
        raise Unreadable(
            f"{file} is damaged: its database cannot be opened ({error}). Export it again."
        ) from None


def _made_harmless(connection: sqlite3.Connection) -> dict[str, frozenset[str]]:
    """Close every way to act; the plain tables of the file and their columns."""
    connection.text_factory = lambda data: data.decode(errors="replace")
    connection.create_collation("unicase", _by_case)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    for pragma in _CHECKED:
        connection.execute(pragma)
    looks = iter(range(_MOST_STEPS))
    connection.set_progress_handler(lambda: next(looks, None) is None, _STEPS)
    # A view, or a table that a module of SQLite makes up, is no table of Anki's.
    listed = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE TABLE%' LIMIT 100"
    ).fetchall()
    columns = {
        name: frozenset(row[0] for row in connection.execute(_COLUMNS, (name,)))
        for (name,) in listed
    }
    connection.set_authorizer(
        lambda action, *_: sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY
    )
    return columns


def _by_case(one: str, other: str) -> int:
    """Anki's order of names, near enough: nothing that is read here depends on it."""
    a, b = one.casefold(), other.casefold()
    return (a > b) - (a < b)
