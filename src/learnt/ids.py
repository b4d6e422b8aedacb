"""Identifiers: UUID version 7, as text, made from a time and random bits that the caller passes in.

An id never depends on the text of what it names, so that an edit keeps the history.
"""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NewType

LearnerId = NewType("LearnerId", str)
DeckId = NewType("DeckId", str)
CardId = NewType("CardId", str)
PointId = NewType("PointId", str)
EventId = NewType("EventId", str)
DraftId = NewType("DraftId", str)
CorrectionId = NewType("CorrectionId", str)

MakeId = Callable[[], str]
"""Makes the next id. `collection` and the faces make one; everything below is handed it."""

_TIME, _HIGH, _LOW = (1 << 48) - 1, 0xFFF << 62, (1 << 62) - 1
_VERSION_AND_VARIANT = 0x7 << 76 | 0b10 << 62
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def uuid7(milliseconds: int, random_bits: int) -> str:
    """A UUID version 7 (RFC 9562, section 5.7) in its usual text form.

    `milliseconds` since 1970 in UTC; the low 74 bits of `random_bits` fill the rest.
    """
    rest = f"{(random_bits & _HIGH) << 2 | random_bits & _LOW | _VERSION_AND_VARIANT:x}"
    return f"{_of_time(milliseconds)}-{rest[:4]}-{rest[4:8]}-{rest[8:]}"


def uuid7_of_digits(milliseconds: int, digits: str) -> str:
    """The same of random bits that are written as 20 or more hexadecimal digits, in half the time.

    `uuid7_of_digits(t, digits) == uuid7(t, int(digits[:20], 16))`
    """
    middle = int(digits[1:5], 16)
    first, variant = middle >> 2 & 0xFFF, "89ab"[middle & 3]
    return f"{_of_time(milliseconds)}-7{first:03x}-{variant}{digits[5:8]}-{digits[8:20]}"


def at_time(one: str, milliseconds: int) -> str:
    """The id that differs from another in its time alone."""
    time = f"{milliseconds & _TIME:012x}"
    return f"{time[:8]}-{time[8:]}{one[13:]}"


@lru_cache(maxsize=64)
def _of_time(milliseconds: int) -> str:
    """What an id begins with; many are of one time."""
    return at_time("", milliseconds)


def made_at(one: str) -> int:
    """The milliseconds since 1970 that an id begins with: when what it names was made."""
    return int(one[:8] + one[9:13], 16)


def is_id(text: str) -> bool:
    """Whether `text` is an id as this program writes them."""
    return _UUID.fullmatch(text) is not None


def are_ids(texts: Iterable[str]) -> bool:
    """Whether all of them are."""
    return all(map(_UUID.fullmatch, texts))


def is_named(text: str) -> bool:
    """Whether an id was made of the name that a thing has elsewhere, and of no time that ever was.

    Two such ids that differ are those of two things.
    """
    return is_id(text) and made_at(text) <= 1
