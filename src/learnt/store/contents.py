"""The bytes of pictures and sounds: in parts, under the SHA-256 of all of them, never changed.

With SQLite they are in a file of their own beside the collection, so that the many backups of that
need not each have a copy; with PostgreSQL in a table beside the others. Either is made with the
first picture. What is written here is named afterwards, in a row of the table `media`: what comes
to an end in between leaves bytes that nothing names, and never a name without its bytes.
"""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    bindparam,
    delete,
    func,
    inspect,
    select,
    text,
)

from learnt.errors import StoreDamaged
from learnt.store.connect import engine_for_file, told_plainly
from learnt.store.prepared import rows

MEDIA_FILE_NAME = "media.db"
PART = 1 << 18
"""Bytes of a part: what is in memory at once where a file is read or written."""

parts = Table(
    "media_part",
    MetaData(),
    Column("digest", Text, primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("bytes", LargeBinary, nullable=False),
)
_MAKE = """
CREATE TABLE IF NOT EXISTS media_part (digest TEXT NOT NULL, place INTEGER NOT NULL,
    bytes {bytes} NOT NULL, PRIMARY KEY (digest, place)) {strict}
"""
_PART = select(parts.c.bytes).where(
    parts.c.digest == bindparam("digest"), parts.c.place == bindparam("place")
)
_LOCK = "SELECT pg_advisory_xact_lock(7306, hashtext(current_schema()))"
_SOME = 500
_AT_ONCE = 64_000_000  # bytes

_MOVE = (
    "The file {} of pictures and sounds is damaged. Move it away: `learnt doctor --rebuild` and "
    "the next backup write it anew, as far as the other copy has them."
)

Piece = bytes | memoryview
File = tuple[str, Iterable[Piece]]
"""A digest, and the bytes that have it, in pieces of any size."""


class Contents:
    """Bytes by their digests, in a file at `path`, or beside a collection's tables."""

    def __init__(self, engine: Engine, where: str, path: Path | None = None) -> None:
        self.path = path
        self._engine = engine
        self._writer = engine.execution_options(learnt_writes=True)
        self._where = where
        self._made = False

    @classmethod
    def in_file(cls, path: Path) -> "Contents":
        """Those of a file, which is made with the first of them."""
        return cls(engine_for_file(path), str(path), path)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def put(self, files: Iterable[File]) -> None:
        """Write files, all of them or none; what stood under their digests is replaced."""
        if self.path is not None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        with self._told(), self._writer.begin() as connection:
            self._make(connection)
            for digest, pieces in files:
                connection.execute(delete(parts).where(parts.c.digest == digest))
                for place, part in enumerate(_in_parts(pieces)):
                    row = {"digest": digest, "place": place, "bytes": part}
                    connection.execute(parts.insert(), row)
        self._made = True

    def pieces(self, digest: str, start: int = 0, end: int | None = None) -> Iterator[bytes]:
        """The bytes from `start` on, up to `end`, part by part; nothing where there are none.

        Each part is read by itself, so that a slow reader holds nothing.
        """
        place, left = start // PART, None if end is None else end - start
        skipped = start % PART
        while left is None or left > 0:
            part = self._part(digest, place)
            if part is None:
                return
            piece = part[skipped:] if left is None else part[skipped : skipped + left]
            if piece:
                yield piece
            if len(part) < PART:  # the last one
                return
            left = None if left is None else left - len(piece)
            place, skipped = place + 1, 0

    def sizes(self, digests: Iterable[str]) -> dict[str, int]:
        """How many bytes are there under each of these digests; those with none are left out."""
        found: dict[str, int] = {}
        asked = list(digests)
        with self._reading() as connection:
            for start in range(0, len(asked), _SOME):
                if connection is None:
                    break
                some = asked[start : start + _SOME]
                statement = select(parts.c.digest, func.sum(func.length(parts.c.bytes)))
                counted = connection.execute(
                    statement.where(parts.c.digest.in_(some)).group_by(parts.c.digest)
                )
                found.update((digest, int(size)) for digest, size in counted)
        return found

    def is_whole(self, digest: str) -> bool:
        """Whether the bytes under a digest are those that have it."""
        found = hashlib.sha256()
        for piece in self.pieces(digest):
            found.update(piece)
        return found.hexdigest() == digest

    def _part(self, digest: str, place: int) -> bytes | None:
        asked = {"digest": digest, "place": place}
        with self._reading() as connection:
            found = rows(connection, _PART, asked) if connection is not None else ()
        return bytes(found[0][0]) if found else None

    @contextmanager
    def _reading(self) -> Iterator[Connection | None]:
        """A connection; None where nothing was ever written."""
        if self.path is not None and not self.path.exists():
            yield None
            return
        with self._told(), self._engine.connect() as connection:
            self._made = self._made or inspect(connection).has_table(parts.name)
            yield connection if self._made else None

    @contextmanager
    def _told(self) -> Iterator[None]:
        """As `told_plainly`; a file that is damaged is no loss while there is the other copy."""
        try:
            with told_plainly(self._where):
                yield
        except StoreDamaged as error:
            if self.path is None:
                raise
            raise StoreDamaged(_MOVE.format(self._where)) from error

    def _make(self, connection: Connection) -> None:
        sqlite = connection.dialect.name == "sqlite"
        if not sqlite:  # one writer at a time, as SQLite has it
            connection.execute(text(_LOCK))
        if self._made:
            return
        kind, strict = ("BLOB", "STRICT") if sqlite else ("BYTEA", "")
        connection.execute(text(_MAKE.format(bytes=kind, strict=strict)))


def bring(source: Contents, target: Contents, digests: Iterable[str]) -> tuple[str, ...]:
    """Copy what is not in `target` yet and is whole in `source`; those that are not to be had."""
    asked = list(dict.fromkeys(digests))
    there = target.sizes(asked)
    wanted = [digest for digest in asked if digest not in there]
    sizes = source.sizes(wanted)
    whole = [digest for digest in wanted if digest in sizes and source.is_whole(digest)]
    for some in _batches(whole, sizes):
        target.put((digest, source.pieces(digest)) for digest in some)
    had = set(whole)
    return tuple(digest for digest in wanted if digest not in had)


def _batches(digests: Iterable[str], sizes: dict[str, int]) -> Iterator[list[str]]:
    """The digests in groups, each of which may well be written at once."""
    group: list[str] = []
    for digest in digests:
        group.append(digest)
        if len(group) == _SOME or sum(sizes[one] for one in group) > _AT_ONCE:
            yield group
            group = []
    if group:
        yield group


def _in_parts(pieces: Iterable[Piece]) -> Iterator[bytes]:
    """The same bytes in parts of one size, the last as long as what is left."""
    held = bytearray()
    for piece in pieces:
        held += piece
        while len(held) >= PART:
            yield bytes(held[:PART])
            del held[:PART]
    if held:
        yield bytes(held)
