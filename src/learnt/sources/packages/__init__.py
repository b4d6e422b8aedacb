"""Anki packages: what they hold, and what of it become decks, cards and answers of ours.

archive → unpacking → database → schema → AnkiPackage           bytes to values, with care
AnkiPackage → fields, clozes → mapping → decks; history → events     values to values
"""

from learnt.sources.packages.history import histories_of, holds_of
from learnt.sources.packages.mapping import Counts, Fields, PackageReading, map_package
from learnt.sources.packages.opening import media_file, open_package
from learnt.sources.packages.values import AnkiPackage, Form, Kind, MediaFile

__all__ = [
    "AnkiPackage",
    "Counts",
    "Fields",
    "Form",
    "Kind",
    "MediaFile",
    "PackageReading",
    "histories_of",
    "holds_of",
    "map_package",
    "media_file",
    "open_package",
]
