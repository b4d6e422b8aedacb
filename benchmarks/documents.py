#!/usr/bin/env python3
"""A long PDF document, read: seconds and memory.

    .venv/bin/python benchmarks/documents.py            200 pages in two columns
    .venv/bin/python benchmarks/documents.py --quick    a smoke run; its numbers mean nothing

The document is written here: two columns of prose with a list under every heading, some 2,500
letters a page, a header and a page number. Goal: 200 pages in at most 10 seconds.
"""

import argparse
import random
import resource
import sys
import time

from machine import machine

from learnt.collection import id_maker, system_now
from learnt.sources import read
from learnt.sources.documents.document import extract

GOAL = 10.0
_WORDS = (
    "assembly bread council debt estate famine grain harvest income justice king law minister "
    "noble order people question reform state treaty union village war year the of and in to"
).split()


def main() -> int:
    """Measure, print, and say whether the goal is met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--quick", action="store_true")
    asked = parser.parse_args()
    pages = 5 if asked.quick else asked.pages
    data = document(pages, random.Random(1))
    started = time.perf_counter()
    found = extract(data, "notes.pdf")
    extracted = time.perf_counter() - started
    started = time.perf_counter()
    reading = read(data, "notes.pdf", id_maker(system_now, 1))
    whole = time.perf_counter() - started
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    other = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    letters = len(found.text) if found else 0
    print("\n".join([*machine(), ""]))
    print(
        "| pages | MB | letters | text, s | text and cards, s | memory, MB | of the process, MB |"
    )
    print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    print(
        f"| {pages} | {len(data) / 1e6:.1f} | {letters:,} | {extracted:.1f} | {whole:.1f} "
        f"| {own:.0f} | {other:.0f} |"
    )
    print(f"\n{len(reading.deck.cards)} cards. Goal: {'met' if whole <= GOAL else 'not met'}.")
    return 0 if asked.quick or whole <= GOAL else 1


def document(pages: int, chance: random.Random) -> bytes:
    """A PDF document of so many pages."""
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", font]
    kids = []
    for number in range(1, pages + 1):
        content = _page(number, chance)
        kids.append(b"%d 0 R" % (len(objects) + 1))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F 3 0 R >> >> >>" % (len(objects) + 2)
        )
        stream = (len(content), content)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % stream)
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), pages)
    made = bytearray(b"%PDF-1.7\n")
    places = []
    for place, one in enumerate(objects, 1):
        places.append(b"%010d 00000 n \n" % len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (place, one)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(places)
    tail = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return bytes(made + tail % (len(objects) + 1, start))


def _page(number: int, chance: random.Random) -> bytes:
    rows = [_row(60, 810, "Notes on a century", 9), _row(290, 30, str(number), 9)]
    for left in (60, 310):
        rows.append(_row(left, 775, f"What is {chance.choice(_WORDS)} {number}?", 13))
        for place in range(34):
            text = " ".join(chance.choices(_WORDS, k=6))[:38]
            rows.append(_row(left, 755 - 20 * place, f"\x95 {text}" if place > 24 else text, 10))
    return b"".join(rows)


def _row(left: int, bottom: int, text: str, size: int) -> bytes:
    return b"BT /F %d Tf %d %d Td (%s) Tj ET\n" % (size, left, bottom, text.encode("latin-1"))


if __name__ == "__main__":
    sys.exit(main())
