"""A ZIP file's members, read within bounds: nothing is unpacked to disk, no name is a path.

What a member says of its size is not believed: it is read piece by piece and refused once it is
more than fits, or grows beyond what text is ever packed to.
"""

import io
import zipfile
import zlib

from learnt.errors import Unreadable

MOST_MEMBERS = 20_000
LARGEST_MEMBER = 100_000_000
"""Bytes, unpacked; the text of the longest novel as a Word file is a fifth of it."""
_RATIO = 200  # times; XML that people wrote is packed to a tenth, a bomb to a thousandth
_UNSUSPECTED = 2_000_000  # bytes; so small a member may be as repetitive as it likes
_PIECE = 1 << 18

_DAMAGED = (
    "{} is damaged or was not copied whole: it cannot be unpacked. Open it in its own program and "
    "save it again, or copy the text."
)
_BOMB = (
    "{} was not read: one of its parts unpacks to far more than a document holds. Open it in its "
    "own program, and copy the text you need."
)
_LOCKED = "{} is locked with a password. Save it without one, or copy its text."


class Package:
    """An opened ZIP file. Raises Unreadable for what is none, or is damaged."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            members = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
            raise Unreadable(_DAMAGED.format(name)) from error
        if len(members) > MOST_MEMBERS:
            raise Unreadable(_BOMB.format(name))
        self._members = {one.filename: one for one in members}

    @property
    def names(self) -> tuple[str, ...]:
        """The members' names."""
        return tuple(self._members)

    def read(self, member: str) -> bytes | None:
        """A member's content, None where there is none of this name. Raises Unreadable."""
        info = self._members.get(member)
        if info is None:
            return None
        if info.flag_bits & 0x1:
            raise Unreadable(_LOCKED.format(self._name))
        parts: list[bytes] = []
        size = 0
        try:
            with self._zip.open(info) as file:
                while piece := file.read(_PIECE):
                    parts.append(piece)
                    size += len(piece)
                    self._bounded(size, info.compress_size)
        except (
            *(zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError),
            *(NotImplementedError, RuntimeError),
        ) as error:
            raise Unreadable(_DAMAGED.format(self._name)) from error
        return b"".join(parts)

    def _bounded(self, size: int, packed: int) -> None:
        if size > LARGEST_MEMBER or (size > _UNSUSPECTED and size > _RATIO * max(1, packed)):
            raise Unreadable(_BOMB.format(self._name))
