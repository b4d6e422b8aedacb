"""The pictures and sounds of a package, saved with its cards.

Each is read once: one that has come before, described in the same way, is known without being read.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from learnt.collection.media import Incoming, MediaFiles, Saved, plain_name
from learnt.collection.places import opened_file
from learnt.deck import Card, Problem
from learnt.deck.files import as_name, files_in, with_names
from learnt.errors import LearntError, StoreError
from learnt.sources.packages import MediaFile, PackageReading, media_files

_GONE = (
    "The package cannot be read any more, so its pictures and sounds were not saved ({}). Add it "
    "again."
)
_NOT_THERE = "Cards name {} that the package does not have. Anki says which: Tools → Check Media."
_NOT_SHOWN = (
    "{} of the files are of kinds that are kept and not shown. Browsers show PNG, JPEG, GIF, WebP, "
    "AVIF and SVG, and play MP3, M4A, Ogg, Opus, WAV, FLAC, MP4 and WebM."
)


@dataclass(frozen=True, slots=True)
class MediaSaved:
    """What became of a package's files: how many are new here, and how many bytes they have.

    `names` has the name that each is kept under, by the one it came with.
    """

    new: int = 0
    size: int = 0
    names: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def save_media(media: MediaFiles, reading: PackageReading) -> MediaSaved:
    """Save the pictures and sounds that the cards of a reading name."""
    wanted, missing = _wanted(reading)
    problems = []
    if missing:
        told = "a file" if len(missing) == 1 else f"{len(missing)} files"
        problems.append(Problem(None, ", ".join(missing[:5]), _NOT_THERE.format(told)))
    names, unread = _known(media, wanted)
    saved, damaged = _read_and_saved(media, reading, unread) if unread else ({}, [])
    problems += damaged
    new = [one.row for one in saved.values() if one.new]
    if odd := [row.name for row in new if not row.kind]:
        problems.append(Problem(None, ", ".join(odd[:5]), _NOT_SHOWN.format(len(odd))))
    names |= {name: one.row.name for name, one in saved.items()}
    return MediaSaved(len(new), sum(row.size for row in new), names, tuple(problems))


def names_to_be(media: MediaFiles, reading: PackageReading) -> Mapping[str, str]:
    """The names that the files of a reading would be kept under, by those they come with."""
    names, unread = _known(media, _wanted(reading)[0])
    try:
        with _incoming(reading, unread) as incoming:
            return {**names, **media.named(incoming)}
    except LearntError as error:
        if isinstance(error, StoreError):
            raise
        return names  # the package cannot be read any more, which saving says


def with_files(card: Card, names: Mapping[str, str]) -> Card:
    """The card with its files under the names they have here.

    A file that has changed in the package has a new name; what names the one before names it now.
    """
    if not names:
        return card
    texts = (card.prompt, card.hint, card.note, *(point.text for point in card.points))
    told = {file.name for text in texts if text for file in files_in(text)}
    found = {name: name if name in names else plain_name(name) for name in {*told, *card.media}}
    mine = {name: names[plain] for name, plain in found.items() if plain in names}
    if all(name == kept for name, kept in mine.items()):
        return card
    return replace(
        card,
        prompt=with_names(card.prompt, mine) if card.prompt else card.prompt,
        points=tuple(replace(one, text=with_names(one.text, mine)) for one in card.points),
        hint=with_names(card.hint, mine) if card.hint else card.hint,
        note=with_names(card.note, mine) if card.note else card.note,
        media=tuple(mine.get(name, name) for name in card.media),
    )


def _read_and_saved(
    media: MediaFiles, reading: PackageReading, unread: Iterable[MediaFile]
) -> tuple[dict[str, Saved], list[Problem]]:
    """The names of those that were read and saved, and Problems with the others."""
    try:
        with _incoming(reading, unread) as incoming:
            saved, damaged = media.save_all(incoming, _told)
    except LearntError as error:
        if isinstance(error, StoreError):
            raise
        return {}, [Problem(None, reading.package.file, _GONE.format(error))]
    return saved, [Problem(None, name, why) for name, why in damaged]


def _wanted(reading: PackageReading) -> tuple[dict[str, MediaFile], list[str]]:
    """The files that cards of a reading name, and the names of those that it does not have."""
    named = {as_name(name) for deck in reading.decks for card in deck.cards for name in card.media}
    there = {as_name(one.name): one for one in reading.package.media}
    wanted = {name: there[name] for name in sorted(named) if name in there}
    return wanted, sorted(named - there.keys())


def _known(
    media: MediaFiles, wanted: Mapping[str, MediaFile]
) -> tuple[dict[str, str], list[MediaFile]]:
    """The names of files that have come before, and the files that must be read."""
    known = media.known(one.source for one in wanted.values())
    names = {name: known[one.source] for name, one in wanted.items() if one.source in known}
    return names, [one for name, one in wanted.items() if name not in names]


@contextmanager
def _incoming(reading: PackageReading, unread: Iterable[MediaFile]) -> Iterator[Iterator[Incoming]]:
    with (
        opened_file(Path(reading.package.file)) as file,
        media_files(file, reading.package) as pieces_of,
    ):
        yield (Incoming(one.name, partial(pieces_of, one), one.source) for one in unread)


def _told(error: Exception) -> str | None:
    """Why a file was left out; None for what is no fault of the file."""
    of_the_file = isinstance(error, LearntError) and not isinstance(error, StoreError)
    return str(error) if of_the_file else None
