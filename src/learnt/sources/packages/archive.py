"""The packed file itself, opened with care: what it says of its own size is not believed.

entries     at most MOST_ENTRIES, told from the end of the file before the list is read
unpacked    never more than the reader asks for, whatever the entry declares
links       refused; nothing is ever written under a name that the file gives
packages within packages are files like any other: they are never opened
"""

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from learnt.errors import Unreadable

MOST_ENTRIES = 200_000
_MOST_LISTED = 150 * MOST_ENTRIES  # bytes of the list at the end of the file
_RATIO, _RATIO_FROM = 300, 20_000_000  # of unpacked to packed bytes, of entries unpacked this large
_PIECE = 1 << 18
_END, _END_64 = b"PK\x05\x06", b"PK\x06\x06"
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, OSError,
    OverflowError, RuntimeError, ValueError,
)  # fmt: skip
"""All that Python's zipfile is known to raise for a file that is cut, damaged or locked."""


@dataclass(frozen=True, slots=True)
class Archive:
    """A packed file that is open."""

    name: str
    _zip: zipfile.ZipFile

    def names(self) -> frozenset[str]:
        """What its entries are called."""
        return frozenset(self._zip.NameToInfo)

    def size(self, member: str) -> int:
        """The packed size of an entry; 0 where there is none."""
        info = self._zip.NameToInfo.get(member)
        return info.compress_size if info else 0

    def described(self, member: str) -> str:
        """What the list of entries says of one: its check sum, and its size unpacked and packed."""
        info = self._zip.getinfo(member)
        return f"{info.CRC:08x} {info.file_size} {info.compress_size}"

    def is_link(self, member: str) -> bool:
        """Whether an entry is not a file but points to one."""
        return stat.S_ISLNK(self._zip.getinfo(member).external_attr >> 16)

    def pieces(self, member: str, most: int) -> Iterator[bytes]:
        """An entry, unpacked piece by piece.

        Raises Unreadable where it is damaged, a link, or grows beyond `most` bytes.
        """
        try:
            info = self._zip.getinfo(member)
            if self.is_link(member):
                raise Unreadable(f"{self.name} has a link in place of {member}, and is not read.")
            grown = 0
            with self._zip.open(info) as entry:
                while piece := entry.read(_PIECE):
                    grown += len(piece)
                    refuse_growth(self.name, member, info.compress_size, grown, most)
                    yield piece
        except KeyError:
            raise Unreadable(f"{self.name} lacks its part {member}. Export it again.") from None
        except _DAMAGED as error:
            raise Unreadable(
                f"{self.name} is cut or damaged: its part {member} cannot be unpacked ({error}). "
                "Export or download it again."
            ) from None

    def read(self, member: str, most: int) -> bytes:
        """An entry as a whole; raises as `pieces` does."""
        return b"".join(self.pieces(member, most))


def refuse_growth(name: str, member: str, packed: int, grown: int, most: int) -> None:
    """Raise Unreadable where unpacking gives more than any honest file would."""
    if grown > most or (grown > _RATIO_FROM and grown > _RATIO * max(1, packed)):
        raise Unreadable(
            f"{name} was not read: its part {member} grows to more than {grown // 1_000_000} MB "
            "when it is unpacked, which no honest package of its size does."
        )


@contextmanager
def opened(file: BinaryIO, name: str) -> Iterator[Archive]:
    """The packed file in `file`; raises Unreadable where it is none, or has too many entries."""
    try:
        _refuse_long_lists(file, name)
        packed = zipfile.ZipFile(file)
    except _DAMAGED:
        raise Unreadable(
            f"{name} is no Anki package, or it is cut: it does not end as a packed file does. "
            "Export or download it again."
        ) from None
    with packed:
        if len(packed.filelist) > MOST_ENTRIES:
            raise _too_many(name)
        yield Archive(name, packed)


def _refuse_long_lists(file: BinaryIO, name: str) -> None:
    """Look at the length of the list of entries, before zipfile reads all of it into memory."""
    size = file.seek(0, 2)
    file.seek(max(0, size - 66_000))
    tail = file.read()
    at = tail.rfind(_END)
    if at < 0 or at + 22 > len(tail):
        raise zipfile.BadZipFile
    listed = int(struct.unpack_from("<L", tail, at + 12)[0])
    at = tail.rfind(_END_64, 0, at)
    if at >= 0 and at + 56 <= len(tail):
        listed = max(
            listed if listed != 0xFFFFFFFF else 0, *struct.unpack_from("<Q", tail, at + 40)
        )
    if listed > _MOST_LISTED:
        raise _too_many(name)
    file.seek(0)


def _too_many(name: str) -> Unreadable:
    return Unreadable(
        f"{name} was not read: it has more than {MOST_ENTRIES:,} entries. Export its decks one by "
        "one."
    )
