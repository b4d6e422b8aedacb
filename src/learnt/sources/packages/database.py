"""The database of a package, opened so that nothing in it can act.

Its tables are read one by one from their beginning to their end, without any index, view, trigger
or function of the file: SQLite is told to trust none of them, and an authorizer refuses all but
reading. Values, rows and steps are counted, because a hostile tree of pages can lead in rings.
Where the file breaks, the rows before the break are kept, and a Problem says so.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from learnt.deck import Problem
from learnt.errors import Unreadable

Row = tuple[Any, ...]

MOST_ROWS = 2_000_000
_LONGEST_VALUE = 50_000_000  # bytes; older packages have all note types in one value
_LONGEST_NUMBERS = 1_000  # bytes of a row of numbers: of more it takes no room
_MOST_LETTERS = 300_000_000  # of all rows together
_TEXTS = frozenset({str, bytes})
_PIECE = 5_000  # rows
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
        self, table: str, *columns: str, perhaps: Sequence[str] = (), most: int = MOST_ROWS
    ) -> Iterator[Row]:
        """The columns of a table's rows, as they come, up to where the file breaks.

        Those that are `perhaps` there follow, None where the table has no such column.
        """
        with self._up_to_its_break(table):
            found = self._asked(table, columns, perhaps)
            for row in islice(found, most):
                for one in row:
                    if type(one) in _TEXTS:
                        self._letters += len(one)
                if self._letters > _MOST_LETTERS:
                    self._say(table, f"{table} holds more text than is read; the rest is left out.")
                    return
                yield row
            self._say_what_is_left(table, found, most)

    def pieces(self, table: str, *columns: str, most: int = MOST_ROWS) -> Iterator[list[Row]]:
        """The same of a table of numbers, which has far more rows than others, many at a time."""
        piece: list[Row] = []
        self.connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_NUMBERS)
        with self._up_to_its_break(table):
            found = self._asked(table, columns)
            for start in range(0, most, _PIECE):
                piece.extend(islice(found, min(_PIECE, most - start)))
                yield piece
                piece = []
            self._say_what_is_left(table, found, most)
        yield piece  # the rows before the break
        self.connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)

    def _asked(
        self, table: str, columns: Sequence[str], perhaps: Sequence[str] = ()
    ) -> Iterator[Row]:
        there = self.tables.get(table, frozenset())
        if not set(columns) <= there:
            lost = ", ".join(column for column in columns if column not in there)
            self._say(table, f"The table {table} has no {lost}, so nothing of it was read.")
            return iter(())
        named = [f'"{column}"' if column in there else "NULL" for column in (*columns, *perhaps)]
        asked = ", ".join(named)
        # NOT INDEXED: an index of the file might lead to other rows than there are
        return self.connection.execute(f'SELECT {asked} FROM "{table}" NOT INDEXED')  # noqa: S608 - names of ours

    @contextmanager
    def _up_to_its_break(self, table: str) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OverflowError, MemoryError) as error:
            self._say(table, f"The table {table} is damaged ({error}); rows after that are lost.")

    def _say_what_is_left(self, table: str, found: Iterator[Row], most: int) -> None:
        if next(found, None) is not None:
            self._say(table, f"Only the first {most:,} rows of {table} were read.")

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
    connection.text_factory = partial(str, encoding="utf-8", errors="replace")
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
