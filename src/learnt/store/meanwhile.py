"""Rows that are written while values are worked out.

SQLite works without Python's lock for as long as a statement takes, and a statement of thousands
of rows (see `prepared.write_many`) takes long: meanwhile Python can think.
"""

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from sqlalchemy import Connection

_MANY = 1_000
_TURN_SECONDS = 0.0005  # in place of 0.005, in which SQLite writes hundreds of rows


@contextmanager
def written_meanwhile(
    connection: Connection, rows: int, write: Callable[[], object]
) -> Iterator[None]:
    """Have `write` write so many rows during the block, which must not ask the database anything.

    They are written when the block has ended, or what went wrong is raised. Few rows, and those of
    PostgreSQL, whose driver takes Python's lock for each of them, are written before the block.
    """
    if rows < _MANY or connection.dialect.name != "sqlite":
        write()
        yield
        return
    with _short_turns(), ThreadPoolExecutor(1, "learnt-writes") as thread:
        written = thread.submit(write)
        yield
    written.result()


@contextmanager
def _short_turns() -> Iterator[None]:
    """Python's lock is passed on sooner: for the next statement it is needed for a moment only."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(_TURN_SECONDS)
    try:
        yield
    finally:
        sys.setswitchinterval(before)
