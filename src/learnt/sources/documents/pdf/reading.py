"""A PDF document → its text, and what of it cannot be read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from learnt.errors import Unreadable
from learnt.sources.documents.extracted import Extract, Progress
from learnt.sources.documents.kinds import LARGEST
from learnt.sources.documents.pdf.columns import regions_of
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
from learnt.sources.documents.pdf.regions import Region, Row, plain
from learnt.sources.documents.pdf.rows import Piece, pieces_of
from learnt.sources.documents.pdf.telling import Unread, refuse
from learnt.sources.documents.pdf.words import said_by
from learnt.sources.documents.sheet import Sheet

_MOST_LETTERS = 8_000_000
_BULLET = re.compile(r"^[\uf000-\uf0ff]$")


def pdf_text(data: bytes, name: str, progress: Progress | None = None) -> Extract:
    """The text of a PDF document. Raises Unreadable."""
    if len(data) > LARGEST:
        raise Unreadable(f"{name} is too large ({len(data) // 1_000_000} MB). Split it.")
    pages: list[Seen] = []
    unread = Unread()
    letters = 0
    for line in taken_apart(data, name):
        said = said_by(line)
        refuse(said.error, name)
        if said.pages:
            unread.pages = said.pages
            continue
        pages.append(Seen(said.page.width, pieces_of(said.page.words)))
        unread.see(len(pages), said)
        if progress:
            progress(len(pages), min(unread.pages, MOST_PAGES))
        letters += sum(len(word.text) for word in said.page.words)
        if letters > _MOST_LETTERS:
            break
    text = text_of(pages)
    if not text.strip():
        raise unread.nothing(name)
    return Extract(text, unread.problems(len(pages), name))


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
