"""What a document is, by its first bytes: names are often wrong, and pasted pages have none."""

import re
from enum import Enum, auto

import msgspec

LARGEST = 200_000_000
"""Bytes; a document may have pictures, which are not read, so it may be larger than a page."""

_CROWDANKI = (b'"__type__"', b'"note_models"', b'"notes"')
_BEFORE = b"\xef\xbb\xbf \t\r\n"
_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]{0,60}:[^\n]{0,2000}\n")
_RELATED = re.compile(
    rb"^content-type:\s*multipart/(?:related|mixed|alternative)", re.IGNORECASE | re.MULTILINE
)


class Kind(Enum):
    """A family of documents."""

    PDF = auto()
    PACKED = auto()
    SAVED = auto()


def kind_of(head: bytes) -> Kind | None:
    """The kind of a document by its first kilobytes, None for what may be text."""
    head = head[:8192]
    start = head.lstrip(_BEFORE)
    if start.startswith(b"%PDF-"):
        return Kind.PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Kind.PACKED
    if _HEADER.match(start) and _RELATED.search(start) and b"mime-version:" in start.lower():
        return Kind.SAVED
    if b"%PDF-" in head[:1024] and b"\x00" in head:  # some programs write something before it
        return Kind.PDF
    return None


def is_crowdanki(data: bytes) -> bool:
    """Whether a file is a whole one of CrowdAnki's; one that was cut is read as any JSON is."""
    if data.lstrip()[:1] != b"{" or not all(sign in data for sign in _CROWDANKI):
        return False
    try:
        data.decode()
        msgspec.json.decode(data, type=msgspec.Raw)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        return False
    return True
