"""Whether a file that was sent is an Anki package: by its ending, or by what it has in it."""

import zipfile
from pathlib import PurePath
from typing import BinaryIO

from learnt.errors import Unreadable
from learnt.sources.packages.archive import opened

_ENDINGS = frozenset({".apkg", ".colpkg"})
_PACKED = b"PK\x03\x04"


def is_package(name: str, file: BinaryIO) -> bool:
    """Whether a file is to be read as a package. One with the ending is, whatever is in it."""
    if PurePath(name).suffix.lower() in _ENDINGS:
        return True
    file.seek(0)
    if file.read(4) != _PACKED:
        return False
    try:
        with opened(file, name) as archive:
            return any(one.startswith("collection.anki2") for one in archive.names())
    except (Unreadable, zipfile.BadZipFile):
        return False
    finally:
        file.seek(0)
