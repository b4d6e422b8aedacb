"""Anki packages: what they hold, and what of it become decks, cards and answers of ours.

archive → unpacking → database → schema → AnkiPackage           bytes to values, with care
AnkiPackage → fields, clozes → mapping → decks                  values to values
its log and its cards set aside → history, aside → events       values to values
decks, reviews → writing → bytes; own: the note type of what is written, both ways
"""

from learnt.sources.packages.aside import holds_again, holds_of, holds_since, told_last
from learnt.sources.packages.history import (
    histories_of,
    known_before,
    known_of,
    reviews_of,
)
from learnt.sources.packages.identity import is_of_anki
from learnt.sources.packages.mapping import Counts, Fields, PackageReading, map_package
from learnt.sources.packages.opening import media_file, media_files, open_package
from learnt.sources.packages.own import Returned, merged
from learnt.sources.packages.values import AnkiPackage, Form, Kind, MediaFile
from learnt.sources.packages.writing import NEVER_STUDIED, Outgoing, Packed, Studied, write_package

__all__ = [
    "NEVER_STUDIED",
    "AnkiPackage",
    "Counts",
    "Fields",
    "Form",
    "Kind",
    "MediaFile",
    "Outgoing",
    "PackageReading",
    "Packed",
    "Returned",
    "Studied",
    "histories_of",
    "holds_again",
    "holds_of",
    "holds_since",
    "is_of_anki",
    "known_before",
    "known_of",
    "map_package",
    "media_file",
    "media_files",
    "merged",
    "open_package",
    "reviews_of",
    "told_last",
    "write_package",
]
