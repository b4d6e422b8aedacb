"""Layout `separated`: a line a card, its sides apart by a separator.

    page      = [title] [anki header] [column names] row+
    row       = cell (separator cell)*          cells may be quoted, see `rows`
    separator = tab | " | " | "|" | ";" | ","   the one that splits the page most evenly
    anki      = "#separator:" name, then other "#key:value" lines
    Markdown  = "|" cell "|" cell "|", with a `|---|---|` line under the column names

Tags come from a column the header names so. Further columns are named in a Problem; a line that
is no row is a Problem; the other rows are still read.
"""

from dataclasses import dataclass, replace

from learnt.deck import Problem
from learnt.sources.layouts.base import Draft, Proposal
from learnt.sources.page import Page
from learnt.sources.site.surroundings import is_rule
from learnt.sources.tables.anki_decks import decks_of
from learnt.sources.tables.anki_header import AnkiHeader, anki_header
from learnt.sources.tables.cells import points_in_cell
from learnt.sources.tables.columns import Columns, after_own, columns_named, is_header
from learnt.sources.tables.rows import Row, rows_of
from learnt.sources.tables.trimming import (
    is_indented,
    is_short_pair,
    names_sides,
    without_counters,
    without_empty_columns,
)

NAME = "separated"
OWN_HEADER = "front,back,tags"  # what `writing` begins a .csv file with
_PRIORS = {"\t": 0.96, " | ": 0.95, "|": 0.8, ";": 0.8, ",": 0.8}
_SIGNS = {"\t": "tab", ",": "comma", ";": "semicolon"}  # names for what is hard to see
_TWO = Columns()
_COMMON = 0.6  # the share of lines that must be rows


@dataclass(frozen=True, slots=True)
class _Table:
    separator: str
    rows: tuple[Row, ...]
    strays: tuple[Row, ...]  # lines with one cell only
    fit: float
    ruled: bool = False


def separated(page: Page) -> Proposal | None:
    """The page as rows, or None where no separator splits most of its lines."""
    header = anki_header(page.raw)
    skip = page.aside | frozenset(range(1, header.lines + 1))
    if page.raw[:1] == (OWN_HEADER,):
        tables = [_table(page, ",", skip, declared=True)]
    elif header.separator:
        tables = [_table(page, header.separator, skip, declared=True)]
    else:
        tables = _tables(page, skip)
    table = max((one for one in tables if one), key=lambda one: one.fit, default=None)
    if table is None:
        return None
    return _proposal(page, header, table)


def _tables(page: Page, skip: frozenset[int]) -> list[_Table | None]:
    """The page by each separator; where tabs split every line, nothing else is tried."""
    tables: list[_Table | None] = []
    for one, prior in _PRIORS.items():
        tables.append(_table(page, one, skip))
        if one == "\t" and (first := tables[0]) and first.fit >= prior:
            break
    return tables


def _table(
    page: Page, separator: str, skip: frozenset[int], *, declared: bool = False
) -> _Table | None:
    if separator != "\t" and not any(separator.strip() in line for line in page.raw):
        return None
    ruled = "|" in separator and _is_ruled(page)
    raw = tuple(_stripped(line) for line in page.raw) if ruled else page.raw
    if separator == "\t" and not declared and is_indented(raw):
        return None
    kept = skip | {n for n, line in enumerate(raw, 1) if is_rule(line.strip())}
    found = rows_of(raw, separator, kept)
    good = tuple(row for row in found if len(row.cells) > 1 and any(row.cells))
    if separator == "\t" and not declared:
        good = without_empty_columns(good)
    strays = tuple(row for row in found if len(row.cells) < 2)
    above = bool(found) and len(found[0].cells) < 2  # a title may stand there
    below = len(found) > 4 and len(found[-1].cells) < 2  # and half a row where the page was cut
    body = len(found) - above - below
    share = len(good) / body if body else 0.0
    if not good or share < _COMMON:
        return None
    if not declared and names_sides(good):
        return None
    if separator in ",;" and not declared and not _is_csv(page, separator, good):
        return None
    if not declared:
        good = without_counters(good)
    named = columns_named(good[0].cells) is not None
    prior = 1.0 if declared else 0.98 if named or ruled else _PRIORS[separator]
    return _Table(separator, good, strays, prior * share, ruled)


def _is_ruled(page: Page) -> bool:
    """A Markdown table: lines between pipes, with a rule under the first of them."""
    return any(
        "|" in line and "-" in line and is_rule(line.strip()) for line in page.raw[:40]
    ) and (sum(line.lstrip().startswith("|") for line in page.raw) >= 2)


def _stripped(line: str) -> str:
    text = line.strip()
    return text.removeprefix("|").removesuffix("|") if text.startswith("|") else line


def _is_csv(page: Page, separator: str, rows: tuple[Row, ...]) -> bool:
    """Commas and semicolons stand in prose too: one of a table's own signs must be there."""
    if page.name.lower().endswith((".csv", ".tsv")) or columns_named(rows[0].cells):
        return True
    width = len(rows[0].cells)
    whole = rows[:-1] if len(rows) > 2 else rows  # a page that was cut ends in a part of a row
    even = sum(len(row.cells) == width for row in whole) / len(whole)
    if even < 0.9 or len(rows) < 2:
        return False
    if sum(row.quoted for row in rows) * 3 >= len(rows):
        return True
    spaced = sum(page.raw[row.first - 1].count(separator + " ") for row in rows)
    signs = sum(page.raw[row.first - 1].count(separator) for row in rows)
    if len(rows) >= 3 and spaced * 10 <= signs:
        return True
    return len(rows) >= 4 and all(is_short_pair(row) for row in whole)


def _columns(header: AnkiHeader, table: _Table) -> tuple[Columns, tuple[Row, ...]]:
    """The columns, and the rows without their header."""
    rows = table.rows
    width = max(len(row.cells) for row in rows[:1000])
    if header.columns and (named := columns_named(header.columns)):
        return replace(named, tags=header.tags_column if named.tags < 0 else named.tags), rows
    if header.own or header.tags_column >= 0:
        return after_own(width, header.own, header.tags_column), rows
    if named := columns_named(rows[0].cells):
        return named, rows[1:]
    if table.ruled or (table.separator in ",;\t" and is_header(rows)):
        return Columns(named=True, names=rows[0].cells), rows[1:]
    return _TWO, rows


def _proposal(page: Page, header: AnkiHeader, table: _Table) -> Proposal:
    columns, rows = _columns(header, table)
    names = range(table.rows[0].first, rows[0].first) if rows and rows is not table.rows else ()
    furniture = frozenset(range(1, header.lines + 1)) | (
        frozenset(names) if len(rows) < len(table.rows) else frozenset()
    )
    problems: list[Problem] = []
    drafts: list[Draft] = []
    common = _common_width(rows)
    deck, others = decks_of(rows, header)
    for row in rows:
        draft, problem = _draft(page, row, columns, common, table.separator, header)
        if draft and row.first in others:
            draft = replace(draft, tags=(*draft.tags, others[row.first]))
        drafts += [draft] if draft else []
        problems += [problem] if problem else []
    strays = list(table.strays)
    title = header.title or deck or (page.title.body if page.title else None)
    if title is None and strays and strays[0].first < table.rows[0].first:
        title = strays.pop(0).cells[0].lstrip("# ")
    for row in strays:
        problems.append(Problem(row.first, page.raw[row.first - 1].strip(), _NO_ROW))
    if rows and (unused := columns.unused(common)):
        problems.append(_unused(rows[0], columns, unused))
    fit = table.fit if drafts else 0.0
    return Proposal(
        NAME, fit, tuple(drafts), title, None, header.tags, tuple(problems),
        separator=_SIGNS.get(table.separator, table.separator.strip()), furniture=furniture,
    )  # fmt: skip


_NO_ROW = "This line has no separator, so it is not in any card. Put one between its two sides."
_NO_BACK = "This row has nothing in the place of its answer and was left out. Add an answer."
_LEFT_OUT = "This row says more than the others; this went into no card."
_TOO_WIDE = "This row has more separators than the others; what follows was put into the answer."


def _common_width(rows: tuple[Row, ...]) -> int:
    widths = [len(row.cells) for row in rows]
    return max(set(widths), key=lambda width: (widths.count(width), width), default=2)


def _draft(
    page: Page, row: Row, columns: Columns, common: int, separator: str, header: AnkiHeader
) -> tuple[Draft | None, Problem | None]:
    plain = columns is _TWO and not header.html and not row.besides
    if plain and len(row.cells) == 2:  # as most rows are
        front, back = row.cells
        if points := points_in_cell(back):
            return Draft(front or None, points, row.first, row.last, 0.97), None
    cells = list(row.cells)
    problem = None
    if row.besides:
        problem = Problem(row.first, separator.join(row.besides), _LEFT_OUT)
    if len(cells) > common and common == 2 and any(cells[2:]):
        back = separator.join(cells[1:])
        problem = Problem(row.first, page.raw[row.first - 1].strip(), _TOO_WIDE)
        cells = [cells[0], back]

    if problem is None and any(cells[common:]):
        problem = Problem(row.first, separator.join(cells[common:]), _LEFT_OUT)

    def cell(place: int) -> str:
        text = cells[place] if 0 <= place < len(cells) else ""
        return header.plain(text)

    points = points_in_cell(cell(columns.back))
    if not points:
        return None, Problem(row.first, page.raw[row.first - 1].strip(), _NO_BACK)
    draft = Draft(
        cell(columns.front) or None,
        points,
        row.first,
        row.last,
        0.75 if problem else 0.97,
        _tags(cell(columns.tags), separator),
        cell(columns.hint) or None,
        cell(columns.note) or None,
    )
    return draft, problem


def _tags(cell: str, separator: str) -> tuple[str, ...]:
    """Tags stand apart by commas or semicolons; in Anki's tab files by spaces."""
    for sign in (",", ";"):
        if sign in cell:
            return tuple(tag for one in cell.split(sign) if (tag := one.strip()))
    return tuple(cell.split()) if separator == "\t" else (cell,) if cell else ()


def _unused(row: Row, columns: Columns, unused: tuple[int, ...]) -> Problem:
    names = columns.names or row.cells
    shown = ", ".join(names[place] for place in unused if place < len(names) and names[place])
    which = f"column {unused[0] + 1}" if len(unused) == 1 else f"{len(unused)} further columns"
    why = (
        f"Of this table {which} went into no card. To use one, name it front, back, tags, hint or "
        "note in the first row."
    )
    return Problem(row.first, shown, why)
