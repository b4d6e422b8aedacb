"""The folder of files that were sent: each in a folder of its own, beside what is known of it.

ID/file      the bytes, until it is saved
ID/about     an `Upload` as JSON, written whole or not at all
ID/seen      a `PackageSeen` as JSON
ID/changes   what it changes in decks that are there, a list of `DeckChanges` as JSON
ID/work/     what the process that works on it writes meanwhile
"""

import shutil
from collections.abc import Callable
from pathlib import Path, PurePath
from threading import Lock
from typing import BinaryIO

import msgspec

from learnt.clock import DAY_MS, Instant
from learnt.collection import Collection, id_maker
from learnt.collection.places import opened_file
from learnt.deck.tidy import one_line
from learnt.errors import NotFound, Unreadable
from learnt.ids import MakeId, is_id
from learnt.web.changes import DeckChanges
from learnt.web.uploads.seen import PackageSeen
from learnt.web.uploads.upload import Upload

LARGEST = 250_000_000
"""Bytes of one file that comes through a browser."""

MOST_KEPT = 1_000_000_000
"""Bytes of all that wait."""

DAYS = 14
"""How long a file waits, and how long its page says afterwards what became of it."""

_PIECE = 1 << 20
_LONGEST_NAME = 150
_TOO_LARGE = (
    "{} is larger than {} MB, which is more than the browser brings over. Add it from the "
    "terminal, where any size is read piece by piece: learnt add {}"
)
_NO_ROOM = (
    "The files that wait to be saved take more than {} MB together with {}. Save or throw away "
    "one of them first."
)
_DISK = "{} could not be kept: {}. Make room on the disk, and choose it again."
_GONE = "This file is not here any more: it was thrown away, or waited for more than {} days."


class Uploads:
    """The files that wait in a folder. Every verb may be used by several threads at once."""

    def __init__(self, folder: Path, now: Callable[[], Instant], make_id: MakeId) -> None:
        self.folder = folder
        self._now = now
        self._make_id = make_id
        self._lock = Lock()

    def take(self, file: BinaryIO, name: str, *, package: bool) -> Upload:
        """Keep a file; it is read piece by piece. Raises Unreadable where it is too large."""
        self.tidy()
        name = _plain(name)
        with self._lock:
            made = self._make_id()
        room = MOST_KEPT - sum(one.size for one in self.list() if one.waits)
        place = self.folder / made
        try:
            place.mkdir(parents=True)
            size = _copied(file, place / "file", name, room)
            upload = Upload(made, name, package, size, self._now())
            self._write(place / "about", upload)
        except OSError as error:
            shutil.rmtree(place, ignore_errors=True)
            raise Unreadable(_DISK.format(name, error.strerror or "the disk is full")) from error
        except BaseException:
            shutil.rmtree(place, ignore_errors=True)
            raise
        return upload

    def list(self) -> tuple[Upload, ...]:
        """All of them, the latest first."""
        found = (self._read(place.name) for place in _folders(self.folder))
        return tuple(sorted((one for one in found if one), key=lambda one: one.id, reverse=True))

    def get(self, asked: str) -> Upload:
        """One of them. Raises NotFound."""
        found = self._read(asked) if is_id(asked) else None
        if found is None:
            raise NotFound(_GONE.format(DAYS))
        return found

    def place(self, upload: Upload) -> Path:
        """The folder of one of them."""
        return self.folder / upload.id

    def change(self, asked: str, change: Callable[[Upload], Upload]) -> Upload:
        """Write down what has become of one. Raises NotFound."""
        with self._lock:
            after = change(self.get(asked))
            self._write(self.place(after) / "about", after)
        return after

    def seen(self, upload: Upload) -> PackageSeen | None:
        """What a look at a package has shown, by the fields that are chosen; None before that."""
        try:
            data = (self.place(upload) / "seen").read_bytes()
            found = msgspec.json.decode(data, type=PackageSeen)
        except (OSError, msgspec.DecodeError):
            return None
        return found if found.fields == upload.choice.fields else None

    def changes(self, upload: Upload) -> tuple[DeckChanges, ...]:
        """What was to be asked when it was last compared with the decks that are there."""
        try:
            data = (self.place(upload) / "changes").read_bytes()
            return msgspec.json.decode(data, type=tuple[DeckChanges, ...])
        except (OSError, msgspec.DecodeError):
            return ()

    def let_go(self, upload: Upload) -> None:
        """Its bytes are needed no more; what became of it is still known."""
        for name in ("file", "seen", "changes"):
            (self.place(upload) / name).unlink(missing_ok=True)

    def remove(self, upload: Upload) -> None:
        """Forget it."""
        shutil.rmtree(self.place(upload), ignore_errors=True)

    def tidy(self) -> None:
        """Remove what has had its days, and what was never whole."""
        for place in _folders(self.folder):
            known = self._read(place.name)
            made = _made(place) if known is None else known.at
            if self._now() - made > DAYS * DAY_MS:
                shutil.rmtree(place, ignore_errors=True)

    def _read(self, name: str) -> Upload | None:
        try:
            data = (self.folder / name / "about").read_bytes()
            return msgspec.json.decode(data, type=Upload)
        except (OSError, msgspec.DecodeError):  # it comes at this moment, or came halfway
            return None

    @staticmethod
    def _write(path: Path, upload: Upload) -> None:
        half = path.with_suffix(".part")
        half.write_bytes(msgspec.json.encode(upload))
        half.replace(path)


def uploads_of(collection: Collection) -> Uploads:
    """Those of a collection: they lie beside it."""
    return Uploads(collection.home / "uploads", collection.now, id_maker(collection.now))


def keep_package(collection: Collection, path: str, name: str) -> Upload:
    """Keep a package of this machine for its page. Raises Unreadable and NotFound."""
    with opened_file(Path(path)) as file:
        return uploads_of(collection).take(file, PurePath(name).name, package=True)


def _plain(name: str) -> str:
    """A name that can be shown and written down; whoever sends a file chooses it."""
    whole = one_line(name.encode(errors="replace").decode())
    shown = "".join(letter if letter.isprintable() else "\ufffd" for letter in whole)
    return shown if len(shown) <= _LONGEST_NAME else f"…{shown[-_LONGEST_NAME:]}"


def _copied(file: BinaryIO, target: Path, name: str, room: int) -> int:
    """Copy a file within bounds; its size."""
    size = 0
    with target.open("xb") as kept:
        while piece := file.read(_PIECE):
            size += len(piece)
            if size > LARGEST:
                raise Unreadable(_TOO_LARGE.format(name, LARGEST // 1_000_000, name))
            if size > room:
                raise Unreadable(_NO_ROOM.format(MOST_KEPT // 1_000_000, name))
            kept.write(piece)
    return size


def _folders(folder: Path) -> list[Path]:
    try:
        return [place for place in folder.iterdir() if is_id(place.name)]
    except OSError:  # nothing has come yet
        return []


def _made(place: Path) -> Instant:
    try:
        return Instant(round(place.stat().st_mtime * 1000))
    except OSError:
        return Instant(0)
