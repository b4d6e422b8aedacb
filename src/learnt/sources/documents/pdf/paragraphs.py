"""Rows → lines: what was broken at the margin is put together again, by what would have fitted.

A row runs on where the first word of the next would not have fitted behind it. That is how every
program breaks lines, so it is known from the places of words and need not be guessed from text.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from learnt.sources.documents.pdf.regions import Region, Row
from learnt.sources.documents.pdf.rows import Piece
from learnt.sources.intake.hyphens import begins_rest, keeps_hyphen

_MARK = re.compile(r"(?:[•◦▪▫●○■□‣⁃∙·➢✓✔►▶▸◆❖\uf000-\uf0ff–—*-]|o)\s+\S|\(?(?:\d{1,3}|\w)[.)]\s+\S")
_ENDS = (".", "!", "…", "。", ";")
_ASKS = ("?", ":", "？", "：")
_LEADER = ". . ."  # of a table of contents
_LONGEST = 4_000
_SHORTEST = 25  # letters: a shorter row was not broken at any margin
_FULL = 0.95  # of the long rows end before the margin; the others, such as code, go beyond it
_HEADING = 1.14  # times the size of the text
_HEADING_LONGEST = 160


@dataclass(slots=True)
class Paragraph:
    """Rows that are one line of text; `level` is how deep it is indented, `heading` 1 for "# "."""

    rows: list[Row]
    level: int = 0
    heading: int = 0
    blank: bool = False


@dataclass
class Measures:
    """What is known of a document: its usual size, its margins, the sizes of headings.

    The left margins are those of even and odd pages.
    """

    size: float = 10.0
    left: dict[tuple[int, int], float] = field(default_factory=dict)
    right: dict[int, float] = field(default_factory=dict)
    headings: tuple[float, ...] = ()

    def heading(self, piece: Piece) -> int:
        """The level of a row as a heading, from 1; 0 for what is none."""
        size = _rounded(piece.size)
        short = len(piece.text) <= _HEADING_LONGEST and any(map(str.isalpha, piece.text))
        return self.headings.index(size) + 1 if short and size in self.headings else 0

    def edge(self, region: Region) -> float:
        """How far to the right the rows of a region go."""
        own = max((row.cells[-1].right for row in region.rows), default=region.right)
        return self.right.get(_place(region), own)


def measures_of(pages: Iterable[Sequence[Region]]) -> Measures:
    """The measures of a document."""
    sizes: Counter[float] = Counter()
    ends: defaultdict[int, list[float]] = defaultdict(list)
    left: dict[tuple[int, int], float] = {}
    for at, page in enumerate(pages):
        for region in page:
            place = (at % 2, _place(region))
            first = min(row.first.left for row in region.rows)
            left[place] = min(first, left.get(place, first))
            for row in region.rows:
                for cell in row.cells:
                    sizes[_rounded(cell.size)] += len(cell.text)
                if len(row.cells) == 1 and len(row.first.text) > 2 * _SHORTEST:
                    ends[_place(region)].append(row.first.right)
    if not sizes:
        return Measures()
    size = sizes.most_common(1)[0][0]
    letters = sum(sizes.values())
    larger = [one for one in sizes if one >= _HEADING * size and sizes[one] < 0.3 * letters]
    right = {place: sorted(found)[int(_FULL * len(found))] for place, found in ends.items()}
    return Measures(size, left, right, tuple(sorted(larger, reverse=True)[:4]))


def paragraphs_of(region: Region, measures: Measures, at: int) -> list[Paragraph]:
    """The paragraphs of a region on a page, whose number is counted from 0."""
    start = measures.left.get((at % 2, _place(region)), region.left)
    rows = region.rows
    leading = _leading(rows)
    edge = measures.edge(region)
    found: list[Paragraph] = []
    before: Row | None = None
    for row in rows:
        gap = row.first.middle - before.first.middle if before else 0.0
        heading = measures.heading(row.first) if len(row.cells) == 1 else 0
        near = bool(found) and not region.table and gap <= 1.25 * leading
        if near and _runs_on(found[-1], row, edge, heading):
            last = found[-1]
            if len(last.rows) == 1 and row.first.left < last.rows[0].first.left - 3:
                last.level = _level(row.first.left - start, measures)
            last.rows.append(row)
            before = row
            continue
        blank = bool(heading) or gap > 1.45 * leading
        level = 0 if heading else _level(row.first.left - start, measures)
        found.append(Paragraph([row], level, heading, blank))
        before = row
    return found


def _runs_on(last: Paragraph, row: Row, edge: float, heading: int) -> bool:
    before = last.rows[-1]
    if len(before.cells) > 1 or len(row.cells) > 1 or last.heading != heading:
        return False
    above, below = before.first, row.first
    text, rest = above.text, below.text
    if _MARK.match(rest) or sum(len(one.first.text) for one in last.rows) > _LONGEST:
        return False
    word = below.words[0]
    if edge - above.right > (word.right - word.left) + 0.2 * word.size:
        return False  # the word would have fitted
    if heading:
        return len(text) + len(rest) <= _HEADING_LONGEST
    if abs(above.size - below.size) > 0.2 * above.size or len(text) < _SHORTEST:
        return False
    if _begins_right_of(last, row):
        return False
    if _LEADER in text:
        return False
    if text.endswith(_ASKS):
        return rest[:1].islower()
    if text.endswith(_ENDS):
        return rest[:1].islower() or len(last.rows) > 1
    return True


def _begins_right_of(last: Paragraph, row: Row) -> bool:
    """Whether a row is indented under the one above, which is no item that hangs."""
    first = last.rows[0].first
    hangs = _MARK.match(first.text) is not None
    under = last.rows[-1].first.left if len(last.rows) > 1 else first.left
    slack = 4 * first.size if hangs and len(last.rows) == 1 else 0.6 * first.size
    return row.first.left > under + slack


def ranked(paragraphs: Iterable[Paragraph]) -> dict[int, int]:
    """The depth of each level of a document: 0, 1, 2 … for those that stand there often."""
    levels = Counter(one.level for one in paragraphs if not one.heading)
    usual = sorted(level for level, count in levels.items() if count > 1)
    return {level: sum(one < level for one in usual) for level in levels}


def joined(pieces: Iterable[Piece]) -> list[tuple[str, bool]]:
    """The text of pieces that run on, in runs that are bold or not; broken words are whole."""
    runs: list[tuple[str, bool]] = []
    for piece in pieces:
        for at, word in enumerate(piece.words):
            before = runs[-1][0] if runs else ""
            if at == 0 and before.endswith("-") and _is_broken(before, word.text):
                runs[-1] = (before[:-1], runs[-1][1])
                space = ""
            else:
                own = at == 0 and len(before) > 1 and before.endswith("-") and before[-2].isalpha()
                space = "" if not runs or own else " "
            runs.append((space + word.text, word.bold))
    return runs


def _is_broken(before: str, rest: str) -> bool:
    half = before.rsplit(None, 1)[-1] if before.strip() else before
    letters = len(half) > 2 and half[-2].isalpha()
    return letters and begins_rest(rest) and not keeps_hyphen(half)


def _leading(rows: Sequence[Row]) -> float:
    """How far apart two rows usually are."""
    gaps = sorted(b.first.middle - a.first.middle for a, b in pairwise(rows))
    gaps = [one for one in gaps if one > 1]
    usual = gaps[len(gaps) // 3] if gaps else 14.0
    size = rows[0].first.size if rows else 10.0
    return min(usual, (2.2 if len(gaps) > 3 else 1.5) * size)


def _level(indent: float, measures: Measures) -> int:
    return min(8, max(0, round(indent / (1.6 * measures.size))))


def _rounded(size: float) -> float:
    return round(size * 2) / 2


def _place(region: Region) -> int:
    return round(region.left / 20) * 1000 + round(region.right / 20)
