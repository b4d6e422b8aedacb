"""Which of the three formats a package has, its database on the disk, its list of media.

    meta            = {1: version} as a message; 3 is latest, 2 legacy 2; none in old packages
    collection.…    the database: .anki2, .anki21, or .anki21b, which is packed by zstd
    media           {"0": "pic.png"} as JSON, or (latest) a message of entries, packed by zstd

The newer formats hold an old database besides, whose one note says "please update": the version
decides, not what is there.
"""

import json
from collections.abc import Iterator
from typing import IO

import zstandard

from learnt.deck import Problem
from learnt.errors import Unreadable
from learnt.sources.packages.archive import Archive, refuse_growth
from learnt.sources.packages.protobuf import fields_of, number_in, text_in
from learnt.sources.packages.values import Form, MediaFile

LARGEST_DATABASE = 1_000_000_000
LARGEST_MEDIA_FILE = 50_000_000
_LARGEST_LIST = 50_000_000
_WIDEST = 1 << 27  # bytes of a zstd window: what its strongest common level uses
_PIECE = (
    1 << 9
)  # bytes; zstd makes up to 128 kB of every 4 bytes, and all of a piece is held at once
_DATABASES = {
    Form.LEGACY_1: "collection.anki2",
    Form.LEGACY_2: "collection.anki21",
    Form.LATEST: "collection.anki21b",
}
_SQLITE = b"SQLite format 3\x00"


def form_of(archive: Archive) -> Form:
    """The format; raises Unreadable where it holds no collection of Anki, or one too new."""
    names = archive.names()
    if "meta" in names:
        try:
            version = number_in(archive.read("meta", 1000), 1)
        except Unreadable:
            version = 0  # what is there tells it as well
        if version > 3:
            raise Unreadable(
                f"{archive.name} is of a newer format ({version}) than this learnt reads. Update "
                "learnt, or export with “support older Anki versions”."
            )
        form = {3: Form.LATEST, 2: Form.LEGACY_2, 1: Form.LEGACY_1}.get(version)
        if form and _DATABASES[form] in names:
            return form
    for form in (Form.LATEST, Form.LEGACY_2, Form.LEGACY_1):  # no version, or a wrong one
        if _DATABASES[form] in names:
            return form
    raise Unreadable(
        f"{archive.name} holds no Anki collection. Is it a package (.apkg or .colpkg)? A packed "
        "file with a package inside must be unpacked first."
    )


def write_database(archive: Archive, form: Form, target: IO[bytes]) -> None:
    """Unpack the database, so that it can be opened alone; raises Unreadable."""
    member = _DATABASES[form]
    grown = 0
    for piece in _unpacked(archive, member, LARGEST_DATABASE, zstd=form is Form.LATEST):
        if not grown and not piece.startswith(_SQLITE):
            raise Unreadable(f"{archive.name} is damaged: its {member} is no database.")
        target.write(piece)
        grown += len(piece)
    if grown < 100:
        raise Unreadable(f"{archive.name} is cut: its {member} is empty.")
    target.seek(18)  # 2 here says that a log stands beside the file, and there is none
    target.write(b"\x01\x01")
    target.flush()


def media_of(archive: Archive, form: Form) -> tuple[tuple[MediaFile, ...], tuple[Problem, ...]]:
    """The files beside the cards, without those whose name or entry cannot be trusted."""
    if "media" not in archive.names():
        return (), ()
    try:
        listed = list(_listed(archive, form))
    except (Unreadable, ValueError, RecursionError) as error:
        why = f"The list of pictures and sounds is damaged, so none of them is known ({error})."
        return (), (Problem(None, "media", why),)
    found: dict[str, MediaFile] = {}
    refused: list[str] = []
    missing: list[str] = []
    there = archive.names()
    for member, name in listed:
        if not _is_plain_name(name):
            refused.append(name)
        elif member not in there:
            missing.append(name)
        elif archive.is_link(member):
            refused.append(name)
        else:
            source = f"{archive.described(member)} {name}"
            found[name] = MediaFile(name, member, archive.size(member), source)
    problems = [
        Problem(None, ", ".join(map(repr, names[:5])), f"{len(names)} {why}")
        for names, why in ((refused, _REFUSED), (missing, _MISSING))
        if names
    ]
    return tuple(found.values()), tuple(problems)


def media_pieces(archive: Archive, form: Form, file: MediaFile) -> Iterator[bytes]:
    """A picture or sound, piece by piece; raises Unreadable where it is damaged or too large."""
    latest = form is Form.LATEST
    grown = 0
    for piece in _unpacked(archive, file.member, 2 * LARGEST_MEDIA_FILE, zstd=latest):
        grown += len(piece)
        if grown > LARGEST_MEDIA_FILE:
            raise Unreadable(
                f"{file.name} is larger than {LARGEST_MEDIA_FILE // 1_000_000} MB, and was left "
                "out. Make it smaller in Anki, and export the deck again."
            )
        yield piece


_REFUSED = (
    "of its pictures and sounds were left out: their names lead out of the package's folder, or "
    "they are links."
)
_MISSING = "of its pictures and sounds are listed but not in the package."


def _listed(archive: Archive, form: Form) -> Iterator[tuple[str, str]]:
    """Pairs of an entry's name and the file's name."""
    data = b"".join(_unpacked(archive, "media", _LARGEST_LIST, zstd=form is Form.LATEST))
    if form is not Form.LATEST:
        named = json.loads(data or b"{}")
        if not isinstance(named, dict):
            raise ValueError("it is no list of names")
        yield from ((member, str(name)) for member, name in named.items())
        return
    entries = (value for number, value in fields_of(data) if number == 1)
    for place, entry in enumerate(entries):
        if isinstance(entry, bytes):
            yield str(place), text_in(entry, 1)


def _is_plain_name(name: str) -> bool:
    """Whether a name is a file's in one folder, on any system."""
    if not name.strip(". ") or len(name) > 255 or not name.isprintable():
        return False
    return not any(sign in name for sign in "/\\:")


def _unpacked(archive: Archive, member: str, most: int, *, zstd: bool) -> Iterator[bytes]:
    if not zstd:
        yield from archive.pieces(member, most)
        return
    # It carries no size, and a hostile one may ask for a window of any width.
    unpacker = zstandard.ZstdDecompressor(max_window_size=_WIDEST).decompressobj()
    packed = archive.size(member)
    grown = 0
    try:
        for piece in archive.pieces(member, most):
            for start in range(0, len(piece), _PIECE):
                plain = unpacker.decompress(piece[start : start + _PIECE])
                grown += len(plain)
                refuse_growth(archive.name, member, packed, grown, most)
                if plain:
                    yield plain
                if unpacker.eof:
                    return
    except zstandard.ZstdError as error:
        raise Unreadable(
            f"{archive.name} is damaged: its part {member} cannot be unpacked ({error}). Export or "
            "download it again."
        ) from None
    if not unpacker.eof:
        raise Unreadable(f"{archive.name} is cut: its part {member} has no end. Export it again.")
