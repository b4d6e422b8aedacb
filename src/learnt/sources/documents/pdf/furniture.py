"""Headers, footers and page numbers: rows at the edge of pages that stand on many of them.

They are not thrown away. Each becomes a line between `<!--` and `-->`, which the reader of pages
sets aside as it does with all comments: the preview shows it, and it can be put back.
"""

import re
from collections import Counter
from collections.abc import Sequence

from learnt.sources.documents.pdf.regions import Row

_EDGE = 3  # rows from the top and from the bottom
_FEWEST = 3  # pages
_SHARE = 0.02  # of the pages: chapters have headers of their own
_DIGITS = re.compile(r"[0-9]{1,6}")
_NUMBER = re.compile(
    r"\W*(?:page|seite|página|s\.|p\.)?\W*\d+(?:\W+(?:of|von|de|/)?\W*\d+)?\W*", re.IGNORECASE
)
# What browsers print around a page: the time and its title above, its address below.
_PRINTED_BELOW = re.compile(r"(?:file|https?)://\S+\s+\d+/\d+")
_PRINTED = re.compile(r"\d+[/.]\d+[/.]\d+, \d+:\d\d\b|(?:file|https?)://\S+\s+\d+/\d+$")
_ALONE = re.compile(r"\W{0,3}(\d{1,5})\W{0,3}")
_LONGEST = 100
_STEP = 6.0  # points: how far a footer may move from page to page

Key = tuple[str, int]


def furniture_of(pages: Sequence[Sequence[Row]]) -> list[list[Row]]:
    """Of each page, given as its rows from the top, those that are furniture."""
    edges = [_edge(page) for page in pages]
    keyed = [
        [(row, _keys(row, at, outermost=row in (rows[0], rows[-1]))) for row in rows]
        for at, rows in enumerate(edges)
    ]
    seen: Counter[Key] = Counter()
    for page in keyed:
        seen.update({key for _, keys in page for key in keys})
    fewest = max(_FEWEST, _SHARE * len(pages)) if len(pages) > 2 else 2
    numbered = _numbered(edges)
    found: list[list[Row]] = []
    for page in keyed:
        printed = any(_PRINTED_BELOW.fullmatch(_text(row)) for row, _ in page)
        found.append([])
        for row, keys in page:
            often = max(seen[key] for key in keys) >= fewest
            # Two pages may begin alike by chance; with a number alone they do not.
            often = often and (len(pages) > 2 or _NUMBER.fullmatch(_text(row)) is not None)
            if often or id(row) in numbered or (printed and _PRINTED.match(_text(row))):
                found[-1].append(row)
    return found


def _numbered(edges: Sequence[Sequence[Row]]) -> set[int]:
    """The `id`s of the first and last rows that hold the number of their page and nothing else."""
    shifts: dict[int, int] = {}
    for at, rows in enumerate(edges):
        for row in (*rows[:1], *rows[-1:]):
            if found := _ALONE.fullmatch(_text(row)):
                shifts[id(row)] = int(found[1]) - at
    often = Counter(shifts.values())
    return {row for row, shift in shifts.items() if often[shift] >= _FEWEST}


def as_comment(row: Row) -> str:
    """The line that stands for a row of furniture."""
    text = _text(row).replace("--", "–").replace(">", "›")
    return f"<!-- {text[:_LONGEST]} -->"


def _edge(rows: Sequence[Row]) -> list[Row]:
    """The rows nearest to the upper and the lower edge of a page; of a short page only two."""
    count = min(_EDGE, max(1, len(rows) // 4))
    return list(rows) if len(rows) < 3 else [*rows[:count], *rows[-count:]]


def _text(row: Row) -> str:
    return " ".join(cell.text for cell in row.cells)


def _keys(row: Row, at: int, *, outermost: bool) -> set[Key]:
    """What a row says at its height; a height between two steps counts for both.

    In an outermost row, a number may be that of the page: it counts on with the pages.
    """
    text = _text(row).lower()[:200]
    forms = {text}
    numbers = list(_DIGITS.finditer(text)) if outermost else []
    for one in numbers[:1] + numbers[-1:]:
        forms.add(f"{text[: one.start()]}#{int(one[0]) - at}{text[one.end() :]}")
    place = row.first.middle / _STEP
    return {(form, step) for form in forms for step in (int(place), -1 - int(place + 0.5))}
