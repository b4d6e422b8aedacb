"""A picture or sound as a page shows it, by what its bytes are; told where it cannot be shown."""

import re
from collections.abc import Callable
from urllib.parse import quote

from markupsafe import Markup, escape

from learnt.collection import MediaRow
from learnt.deck.files import File

Find = Callable[[str], MediaRow | None]
"""Says what a name names; `collection.media.find` does."""

_PICTURE = Markup('<img class="picture" src="{}" alt="{}" loading="lazy" decoding="async">')
_SOUND = Markup('<audio class="sound" controls preload="none" src="{}" aria-label="{}"></audio>')
_FILM = Markup('<video class="film" controls preload="none" src="{}" aria-label="{}"></video>')
_TOLD = Markup('<span class="no-file">{}</span>')
_MISSING = "The {} “{}” is not in your collection."
_OTHER = "The {} “{}” is kept, but browsers do not show files of its kind."
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,5}$")
_SIGNS = re.compile(r"[\s_\-–+.]+")
_CODE = re.compile(r"(?=\w*\d)[0-9a-f]{8,}|\d{6,}", re.IGNORECASE)


def nothing(_name: str) -> None:
    """Finds no file."""


def address_of(row: MediaRow) -> str:
    """Where a file is served; it changes with what the name names."""
    return f"/media/{quote(row.name, safe='')}?v={row.digest[:12]}"


def file_shown(file: File, find: Find) -> Markup:
    """The element that shows a file of the collection, or words in its place."""
    kind = "sound" if file.is_sound else "picture"
    if not file.name:  # an address on the web: nothing is fetched from there
        return escape(file.plain)
    row = find(file.name)
    if row is None:
        return _TOLD.format(_MISSING.format(kind, file.told or file.name))
    shape = row.kind.partition("/")[0]
    words = file.told or readable(row.name)
    match shape:
        case "image":
            return _PICTURE.format(address_of(row), words or "picture")
        case "audio":
            return _SOUND.format(address_of(row), f"sound: {words}" if words else "sound")
        case "video":
            return _FILM.format(address_of(row), f"film: {words}" if words else "film")
        case _:
            return _TOLD.format(_OTHER.format(kind, file.told or file.name))


def readable(name: str) -> str:
    """A file's name as words: `heart_of-man.png` is “heart of man”; '' for a mere code."""
    parts = _SIGNS.split(_ENDING.sub("", name))
    words = [one for one in parts if one and not _CODE.fullmatch(one)]
    return " ".join(words) if any(any(map(str.isalpha, one)) for one in words) else ""
