"""Identifiers: UUID version 7, as text, made from a time and random bits that the caller passes in.

An id never depends on the text of what it names, so that an edit keeps the history.
"""

import re
from collections.abc import Callable
from typing import NewType

LearnerId = NewType("LearnerId", str)
DeckId = NewType("DeckId", str)
CardId = NewType("CardId", str)
PointId = NewType("PointId", str)
EventId = NewType("EventId", str)

MakeId = Callable[[], str]
"""Makes the next id. `collection` and the faces make one; everything below is handed it."""

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def uuid7(milliseconds: int, random_bits: int) -> str:
    """A UUID version 7 (RFC 9562, section 5.7) in its usual text form.

    `milliseconds` since 1970 in UTC; the low 74 bits of `random_bits` fill the rest.
    """
    value = (milliseconds & (1 << 48) - 1) << 80
    value |= 0x7 << 76
    value |= (random_bits >> 62 & 0xFFF) << 64
    value |= 0b10 << 62
    value |= random_bits & (1 << 62) - 1
    text = f"{value:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def is_id(text: str) -> bool:
    """Whether `text` is an id as this program writes them."""
    return _UUID.fullmatch(text) is not None
