"""What a picture or sound is, told from its first bytes and never from its name.

Only what is listed here is ever shown; what is none of it stays a file that nothing is done with.
A file that is two things at once, a picture that is a page as well, is what its first bytes say,
and browsers are told to believe that.
"""

import re

HEAD = 4096
"""How many of a file's first bytes `kind_of` wants."""

SVG = "image/svg+xml"
_STARTS = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"fLaC", "audio/flac"),
    (b"ID3", "audio/mpeg"),
)
_RIFF = {b"WEBP": "image/webp", b"WAVE": "audio/wav"}
_BRANDS = {
    "image/avif": (b"avif", b"avis"),
    "audio/mp4": (b"M4A ", b"M4B "),
    "video/mp4": (
        b"isom", b"iso2", b"iso3", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"dash",
        b"M4V ", b"MSNV",
    ),
}  # fmt: skip
SHOWN = frozenset(
    {kind for _, kind in _STARTS}
    | {*_RIFF.values(), *_BRANDS, "audio/ogg", "video/ogg", "video/webm", SVG}
)
"""All the kinds that `kind_of` knows."""

_EBML, _WEBM = b"\x1aE\xdf\xa3", b"webm"
_THEORA = b"\x80theora"
_SVG = re.compile(
    rb"\s*(?:<\?xml[^<>]*\?>\s*)?(?:<!--(?:(?!-->).)*-->\s*|<!DOCTYPE svg[^<>\[]*>\s*)*<svg[\s>]",
    re.DOTALL,
)


def kind_of(head: bytes) -> str:
    """The media type of a file by its first `HEAD` bytes; '' where it is none that is shown."""
    for start, kind in _STARTS:
        if head.startswith(start):
            return kind
    if head[:4] == b"RIFF":
        return _RIFF.get(head[8:12], "")
    if head[4:8] == b"ftyp":
        return next((kind for kind, brands in _BRANDS.items() if head[8:12] in brands), "")
    if head[:4] == b"OggS":
        return "video/ogg" if _THEORA in head[:512] else "audio/ogg"
    if head[:4] == _EBML:
        return "video/webm" if _WEBM in head[:64] else ""
    if _is_mp3(head):
        return "audio/mpeg"
    return SVG if _SVG.match(head.removeprefix(b"\xef\xbb\xbf")) else ""


def _is_mp3(head: bytes) -> bool:
    """Whether it begins with a frame of MPEG audio, layer III, with a rate that there is."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return False
    version, layer = head[1] >> 3 & 3, head[1] >> 1 & 3
    bits, rate = head[2] >> 4, head[2] >> 2 & 3
    return version != 1 and layer == 1 and bits not in (0, 15) and rate != 3
