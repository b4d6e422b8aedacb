"""A PDF document → its text, and what of it cannot be read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from learnt.deck import Problem
from learnt.errors import Unreadable
from learnt.sources.documents.document import Extract, Progress
from learnt.sources.documents.kinds import LARGEST
from learnt.sources.documents.pdf.columns import Region, Row, plain, regions_of
from learnt.sources.documents.pdf.furniture import as_comment, furniture_of
from learnt.sources.documents.pdf.outside import MOST_PAGES
from learnt.sources.documents.pdf.paragraphs import (
    Paragraph,
    joined,
    measures_of,
    paragraphs_of,
    ranked,
)
from learnt.sources.documents.pdf.process import taken_apart
from learnt.sources.documents.pdf.rows import Piece, pieces_of
from learnt.sources.documents.pdf.words import said
from learnt.sources.documents.sheet import Sheet

_MOST_LETTERS = 8_000_000
_BULLET = re.compile(r"^[\uf000-\uf0ff]$")

_ERRORS = {
    "locked": "{} is locked with a password. Save it without one, or copy its text.",
    "damaged": (
        "{} is damaged or was not copied whole: it cannot be opened as a PDF document. Fetch it "
        "again, or open it in its own program and copy the text."
    ),
}
_NO_TEXT = (
    "{} has no text: its pages are pictures, as scanned ones are. Let a program recognise the "
    "text (OCR), and read what that writes."
)
_EMPTY = "{} has no text in it: its pages are empty."
_SCANS = (
    "Page {} has no text: it is a picture, as scanned pages are. Let a program recognise its text "
    "(OCR), or type what matters.",
    "Pages {} have no text: they are pictures, as scanned pages are. Let a program recognise their "
    "text (OCR), or type what matters.",
)
_BROKEN = ("Page {} is damaged and was not read.", "Pages {} are damaged and were not read.")
_CUT = "Only the first {} of {} pages were read. Split the document to read the others."


def pdf_text(data: bytes, name: str, progress: Progress | None = None) -> Extract:
    """The text of a PDF document. Raises Unreadable."""
    if len(data) > LARGEST:
        raise Unreadable(f"{name} is too large ({len(data) // 1_000_000} MB). Split it.")
    pages: list[Seen] = []
    scans: list[int] = []
    broken: list[int] = []
    count = letters = 0
    for line in taken_apart(data, name):
        told, error, page = said(line)
        if error in _ERRORS:
            raise Unreadable(_ERRORS[error].format(name))
        if told:
            count = told
            continue
        pages.append(Seen(page.width, pieces_of(page.words)))
        letters += sum(len(word.text) for word in page.words)
        if error:
            broken.append(len(pages))
        elif page.is_scan:
            scans.append(len(pages))
        if progress:
            progress(len(pages), min(count, MOST_PAGES))
        if letters > _MOST_LETTERS:
            break
    text = text_of(pages)
    if not text.strip():
        if broken and not scans:
            raise Unreadable(_ERRORS["damaged"].format(name))
        raise Unreadable((_NO_TEXT if scans else _EMPTY).format(name))
    problems = [*_told(_SCANS, scans, name), *_told(_BROKEN, broken, name)]
    if len(pages) < count:
        problems.append(Problem(None, name, _CUT.format(len(pages), count)))
    return Extract(text, tuple(problems))


@dataclass(frozen=True, slots=True)
class Seen:
    """A page as it is kept until all of them are there."""

    width: float
    pieces: list[Piece]


def text_of(pages: Sequence[Seen]) -> str:
    """The lines of all pages."""
    around = furniture_of([plain(page.pieces, 0, page.width).rows for page in pages])
    bodies = [_regions(page, rows) for page, rows in zip(pages, around, strict=True)]
    measures = measures_of(bodies)
    written = [
        [one for region in body for one in paragraphs_of(region, measures, at)]
        for at, body in enumerate(bodies)
    ]
    depths = ranked(one for page in written for one in page)
    sheet = Sheet()
    for page, rows in zip(written, around, strict=True):
        top = page[0].rows[0].first.middle if page else 0.0
        for row in rows:
            if row.first.middle < top:
                _write_comment(sheet, row)
        for paragraph in page:
            _write(sheet, paragraph, depths.get(paragraph.level, 0))
        for row in rows:
            if row.first.middle >= top:
                _write_comment(sheet, row)
    return sheet.text()


def _regions(page: Seen, furniture: Sequence[Row]) -> list[Region]:
    """The regions of a page; those that follow each other within the same margins are one."""
    gone = {id(word) for row in furniture for cell in row.cells for word in cell.words}
    pieces = [one for one in page.pieces if id(one.words[0]) not in gone]
    found: list[Region] = []
    for one in regions_of(pieces, 0.0, page.width):
        last = found[-1] if found else None
        if last and (last.left, last.right, last.table) == (one.left, one.right, one.table):
            found[-1] = Region(last.rows + one.rows, one.left, one.right, one.table)
        else:
            found.append(one)
    return found


def _write_comment(sheet: Sheet, row: Row) -> None:
    sheet.begin()
    sheet.say(as_comment(row))
    sheet.end()


def _write(sheet: Sheet, paragraph: Paragraph, depth: int) -> None:
    first = paragraph.rows[0]
    if paragraph.blank:
        sheet.end(blank=True)
    sheet.begin("#" * paragraph.heading + " " if paragraph.heading else "", depth)
    if len(first.cells) > 1:
        sheet.row(cell.text for cell in first.cells)
    else:
        for place, (text, bold) in enumerate(joined(row.first for row in paragraph.rows)):
            sheet.say("•" if place == 0 and _BULLET.match(text) else text, bold=bold)
    sheet.end(blank=bool(paragraph.heading))


def _told(words: tuple[str, str], numbers: Sequence[int], name: str) -> list[Problem]:
    """What is said of pages, by their numbers: 3, 5-7."""
    if not numbers:
        return []
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    listed = ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs[:50])
    more = ", …" if len(runs) > 50 else ""
    return [Problem(None, name, words[len(numbers) > 1].format(listed + more))]
