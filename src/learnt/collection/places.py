"""Where a collection lives, and files read and written with care."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from learnt.errors import LearntError, NotFound, Unreadable, UsageError

_LARGEST = 200_000_000  # sources says what is too large for a page; this spares the memory


def home_folder(home: str | Path | None) -> Path:
    """The folder that was asked for, else LEARNT_HOME, else the platform's data folder."""
    chosen = home or os.environ.get("LEARNT_HOME")
    if chosen:
        return Path(chosen).expanduser()
    from platformdirs import user_data_path

    return user_data_path("learnt", appauthor=False)


def database_url(database: str | None) -> str | None:
    """The database that was asked for, else LEARNT_DATABASE; None for the folder's own."""
    return database or os.environ.get("LEARNT_DATABASE") or None


def read_bytes(path: Path) -> bytes:
    """A file's content. Raises NotFound or Unreadable with the file's name."""
    try:
        refuse_no_file(path)
        if path.stat().st_size > _LARGEST:
            megabytes = path.stat().st_size // 1_000_000
            raise Unreadable(f"{path} is too large ({megabytes} MB). Split it into smaller pages.")
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(f"{path} cannot be read: {error.strerror}.") from error


@contextmanager
def opened_file(path: Path) -> Iterator[BinaryIO]:
    """A file that may be too large to hold, open to be read. Raises NotFound or Unreadable."""
    try:
        refuse_no_file(path)
        file = path.open("rb")
    except (OSError, ValueError) as error:
        raise Unreadable(f"{path} cannot be read: {error}.") from error
    with file:
        yield file


def refuse_no_file(path: Path) -> None:
    """Raise NotFound or Unreadable where a path is no file's."""
    if path.is_dir():
        raise Unreadable(f"{path} is a folder. Name the pages in it, such as {path}/*.txt.")
    if not path.exists():
        raise NotFound(f"There is no file {path}. Check the name and the folder.")
    if not path.is_file():
        raise Unreadable(f"{path} is no ordinary file.")


def write_bytes(path: Path, data: bytes, *, overwrite: bool) -> None:
    """Write a file whole or not at all; an existing one only where `overwrite` says so."""
    if not overwrite:
        refuse_to_overwrite(path)
    half = path.with_name(path.name + ".part")
    try:
        half.write_bytes(data)
        half.replace(path)
    except OSError as error:
        half.unlink(missing_ok=True)
        raise LearntError(f"{path} cannot be written: {error.strerror}.") from error


def refuse_to_overwrite(path: Path) -> None:
    """Raise UsageError where there is a file already."""
    if path.exists():
        raise UsageError(f"{path} is there already. Choose another name, or add --force.")
