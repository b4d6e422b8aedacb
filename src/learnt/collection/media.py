"""The pictures and sounds of a collection: found by name, read in pieces, saved under names.

A name stays what it was. Where other bytes come under a name that is taken, they get a name of
their own with the beginning of their digest in it, and what mentions them must say that one.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import IO

from learnt.clock import Instant
from learnt.deck.files import as_name
from learnt.errors import LearntError, UsageError
from learnt.sources.media import HEAD, kind_of
from learnt.store import PART, MediaRow, Store, Transaction

LARGEST = 50_000_000
"""Bytes of the largest picture or sound that is kept."""

_LONGEST_NAME = 255
_HELD, _AT_ONCE = 100, 16_000_000  # files, and bytes, that are written in one transaction
_IN_MEMORY = 1 << 20
_TOO_LARGE = "It is larger than 50 MB, and was left out. Make it smaller and add it again."
_OWN = re.compile(r"(?P<stem>.*)-(?:[0-9a-f]{12}|[0-9a-f]{64})(?P<ending>\.[^.]*)?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file that is to be saved; `source` describes it where what it comes from has a list."""

    name: str
    pieces: Callable[[], Iterable[bytes]]
    source: str = ""


@dataclass(frozen=True, slots=True)
class Saved:
    """What a file is kept as, and whether it is new here."""

    row: MediaRow
    new: bool


@dataclass(frozen=True, slots=True)
class MediaUse:
    """How much there is in pictures and sounds, and how much of it no card names.

    `damaged` are the names of those whose bytes are not there as they were saved, and `missing`
    those that cards name and that never came.
    """

    files: int
    size: int
    unused: int
    unused_size: int
    damaged: tuple[str, ...]
    missing: tuple[str, ...] = ()


NO_MEDIA = MediaUse(0, 0, 0, 0, ())


@dataclass(frozen=True)
class MediaFiles:
    """The pictures and sounds of a store. Each verb is whole when it returns."""

    store: Store
    now: Callable[[], Instant]

    def find(self, name: str) -> MediaRow | None:
        """What a name names; None where there is nothing."""
        if not _is_name(name):
            return None
        with self.store.reading() as transaction:
            return transaction.media.get(as_name(name))

    def bytes_of(self, name: str) -> bytes | None:
        """The bytes of a picture or sound by its name; None where there is none."""
        found = self.find(name)
        if found is None:
            return None
        data = b"".join(self.pieces(found))
        return data if len(data) == found.size else None

    def pieces(self, of: MediaRow, start: int = 0, end: int | None = None) -> Iterator[bytes]:
        """Its bytes from `start` on, up to `end`, piece by piece."""
        return self.store.contents.pieces(of.digest, start, end)

    def save(self, name: str, data: bytes) -> str:
        """Keep a file; the name that it has from now on. Raises UsageError."""
        if not _is_name(as_name(name)):
            raise UsageError(f"“{name[:60]}” is no name of a file. Choose another one.")
        saved, problems = self.save_all([Incoming(name, lambda: [data])], lambda _: None)
        if problems:
            raise UsageError(f"{name}: {problems[0][1]}")
        return saved[as_name(name)].row.name

    def known(self, sources: Iterable[str]) -> Mapping[str, str]:
        """The names of files that have come before and are still there, by what describes them."""
        with self.store.reading() as transaction:
            names = transaction.media.from_sources(sources)
            rows = transaction.media.named(set(names.values()))
        sizes = self.store.contents.sizes({one.digest for one in rows.values()})
        there = {name for name, one in rows.items() if sizes.get(one.digest, 0) == one.size}
        return {source: name for source, name in names.items() if name in there}

    def save_all(
        self, files: Iterable[Incoming], told: Callable[[Exception], str | None]
    ) -> "tuple[dict[str, Saved], list[tuple[str, str]]]":
        """Keep files, some at a time; what each came to by the name it had, and Problems.

        A Problem is a name and why it was left out: because it is too large, or what `told` says
        of an error that its pieces raise. What it answers with None is raised.
        """
        saved: dict[str, Saved] = {}
        problems: list[tuple[str, str]] = []
        waiting: list[_Read] = []
        try:
            for file in files:
                try:
                    waiting.append(_read(file))
                except Exception as error:
                    why = _TOO_LARGE if isinstance(error, _TooLargeError) else told(error)
                    if why is None:
                        raise
                    problems.append((file.name, why))
                if len(waiting) == _HELD or sum(one.size for one in waiting) > _AT_ONCE:
                    saved |= self._keep(waiting)
                    _let_go(waiting)
            saved |= self._keep(waiting)
        finally:
            _let_go(waiting)
        return saved, problems

    def named(self, files: Iterable[Incoming]) -> dict[str, str]:
        """The names that `save_all` would keep files under, by those they have; nothing is saved.

        Only a file whose name is taken is read. One that cannot be is left out.
        """
        found: dict[str, str] = {}
        for file in files:
            name = as_name(file.name)
            if self.find(name) is None:
                found[name] = name
                continue
            try:
                held = _read(file)
            except (LearntError, _TooLargeError):
                continue
            held.held.close()
            with self.store.reading() as transaction:
                for one in _names(name, held.digest):
                    there = transaction.media.get(one)
                    if there is None or there.digest == held.digest:
                        found[name] = one
                        break
        return found

    def use(self, mentioned: Iterable[str]) -> MediaUse:
        """How much there is; `mentioned` are names besides those on cards that are in use."""
        with self.store.reading() as transaction:
            rows = transaction.media.all()
            on_cards = {
                as_name(name)
                for listed in transaction.media.on_cards()
                for name in json.loads(listed)
            }
        used = on_cards.union(map(as_name, mentioned))
        unused = [one for one in rows if one.name not in used]
        whole = {
            digest: self.store.contents.is_whole(digest) for digest in {one.digest for one in rows}
        }
        return MediaUse(
            len(rows),
            sum(one.size for one in rows),
            len(unused),
            sum(one.size for one in unused),
            tuple(one.name for one in rows if not whole[one.digest]),
            tuple(sorted(on_cards - {one.name for one in rows})),
        )

    def lost(self) -> tuple[str, ...]:
        """The names of those of which less is there than was saved; looked at by size alone."""
        with self.store.reading() as transaction:
            rows = transaction.media.all()
        sizes = self.store.contents.sizes({one.digest for one in rows})
        return tuple(one.name for one in rows if sizes.get(one.digest, -1) != one.size)

    def mend(self, names: Sequence[str]) -> None:
        """Bring back from the backups what these name, where the backups have it whole."""
        with self.store.reading() as transaction:
            digests = {one.digest for one in transaction.media.named(names).values()}
        kept, here = self.store.kept_contents, self.store.contents
        for digest in digests:
            if kept.is_whole(digest):
                here.put([(digest, kept.pieces(digest))])

    def _keep(self, files: "Sequence[_Read]") -> "dict[str, Saved]":
        """Write the bytes, then the names."""
        if not files:
            return {}
        there = self.store.contents.sizes({one.digest for one in files})
        new = {one.digest: one for one in files if there.get(one.digest, -1) != one.size}
        if new:
            self.store.contents.put((digest, one.pieces()) for digest, one in new.items())
        with self.store.writing() as transaction:
            return {as_name(one.file.name): _named(transaction, one, self.now()) for one in files}


def plain_name(name: str) -> str:
    """A name without the digest that was put into it, if one was."""
    found = _OWN.fullmatch(name)
    return found["stem"] + (found["ending"] or "") if found else name


class _TooLargeError(Exception):
    """A file grows beyond what is kept."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A file that was read once, to know its digest; large ones wait on the disk."""

    file: Incoming
    digest: str
    size: int
    kind: str
    held: IO[bytes]

    def pieces(self) -> Iterator[bytes]:
        self.held.seek(0)
        while piece := self.held.read(PART):
            yield piece


def _read(file: Incoming) -> _Read:
    held = SpooledTemporaryFile(_IN_MEMORY, prefix="learnt-")  # noqa: SIM115 - closed when written
    try:
        digest, size, head = hashlib.sha256(), 0, b""
        for piece in file.pieces():
            size += len(piece)
            if size > LARGEST:
                raise _TooLargeError
            if len(head) < HEAD:
                head += piece[:HEAD]
            digest.update(piece)
            held.write(piece)
    except BaseException:
        held.close()
        raise
    return _Read(file, digest.hexdigest(), size, kind_of(head[:HEAD]), held)


def _let_go(files: list[_Read]) -> None:
    for one in files:
        one.held.close()
    files.clear()


def _named(transaction: Transaction, one: _Read, now: Instant) -> Saved:
    """Name a file: as it came, unless that is another file's name."""
    asked = as_name(one.file.name)
    for name in _names(asked, one.digest):
        row = MediaRow(name, one.digest, one.size, one.kind, now)
        new = transaction.media.add(row)
        there = row if new else transaction.media.get(name)
        if there is not None and there.digest == one.digest:
            if one.file.source:
                transaction.media.came_from(one.file.source, name)
            return Saved(there, new)
    raise AssertionError("a name with a whole digest in it names what has this digest")


def _names(asked: str, digest: str) -> tuple[str, ...]:
    """The names that a file may get: the first that no other file has."""
    return asked, _with_digest(asked, digest[:12]), _with_digest(asked, digest)


def _with_digest(name: str, digest: str) -> str:
    stem, dot, ending = name.rpartition(".")
    if not stem:
        stem, dot, ending = name, "", ""
    room = _LONGEST_NAME - len(digest) - len(dot + ending) - 1
    return f"{stem[: max(1, room)]}-{digest}{dot}{ending}"


def _is_name(name: str) -> bool:
    """Whether a text may be a file's name: in one folder, of letters that can be seen."""
    if not name.strip(". ") or len(name) > _LONGEST_NAME or not name.isprintable():
        return False
    return not any(sign in name for sign in "/\\")
