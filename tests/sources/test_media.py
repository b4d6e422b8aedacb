"""What a file is, by its first bytes: only what is known is ever shown, whatever it is called."""

import io
import struct
import wave

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.sources.media import HEAD, SHOWN, SVG, kind_of

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"


def wav() -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setparams((1, 2, 8000, 0, "NONE", ""))
        file.writeframes(b"\0\0" * 100)
    return out.getvalue()


def ogg(codec: bytes) -> bytes:
    return b"OggS\0\x02" + bytes(20) + b"\x01\x1e" + codec + bytes(40)


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (PNG, "image/png"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "image/jpeg"),
        (b"GIF87a....", "image/gif"),
        (b"GIF89a....", "image/gif"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "image/webp"),
        (b"\0\0\0\x1cftypavif\0\0\0\0", "image/avif"),
        (wav(), "audio/wav"),
        (b"ID3\x04\0\0\0\0\0\0", "audio/mpeg"),
        (b"\xff\xfb\x90\x64\0\0", "audio/mpeg"),
        (b"fLaC\0\0\0\x22", "audio/flac"),
        (ogg(b"OpusHead"), "audio/ogg"),
        (ogg(b"\x01vorbis"), "audio/ogg"),
        (ogg(b"\x80theora"), "video/ogg"),
        (b"\0\0\0\x18ftypM4A \0\0\0\0", "audio/mp4"),
        (b"\0\0\0\x18ftypisom\0\0\0\0", "video/mp4"),
        (b"\x1aE\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\x82\x84webm", "video/webm"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'>", SVG),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- by hand --><svg >', SVG),
    ],
)
def test_kinds_are_known(head: bytes, kind: str) -> None:
    assert kind_of(head) == kind
    assert kind in SHOWN


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"<html><script>alert(1)</script>",
        b"<!DOCTYPE html><svg>",
        b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg>",
        b"<svgx>",
        b"  <html><svg>",
        b"GIF88a",
        b"PK\x03\x04",
        b"MZ\x90\0",
        b"%PDF-1.7",
        b"BM\x9a\0\0\0",
        b"RIFF\x10\0\0\0AVI LIST",
        b"\0\0\0\x18ftypheic",
        b"\x1aE\xdf\xa3\x82\x88matroska",
        b"\xff\xf1\x50\x80",
        b"\xff\xfb\xf0\0",
        b"\xff\xff\xff\xff",
        struct.pack(">I", 0xFFFE_9064),
        b"#!/bin/sh\n",
    ],
)
def test_all_else_is_not_shown(head: bytes) -> None:
    assert kind_of(head) == ""


@given(st.binary(max_size=HEAD))
def test_any_bytes_can_be_looked_at(head: bytes) -> None:
    assert kind_of(head) in {*SHOWN, ""}


def test_a_file_that_is_two_things_is_what_its_first_bytes_say() -> None:
    """It is served as a picture, with the order to look no further."""
    assert kind_of(b"GIF89a/*<script>alert(1)</script>*/=1;alert(1)") == "image/gif"


def test_hostile_heads_take_no_time() -> None:
    for head in (b"<!--" * 1000, b"<?xml" * 800, b"<!-- -->" * 500, b" " * HEAD):
        assert kind_of(head[:HEAD]) == ""
