"""Words → pieces of rows: words that stand side by side, apart where the gap is wide."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from learnt.sources.documents.pdf.words import Word

_SAME_ROW = 0.65  # of the lower word's height must lie beside the other
_WIDE = 1.3  # of the letters' size; a justified line has gaps of up to about one
_NARROW = 0.45  # where columns begin at the very same place in many rows
_FEWEST = 4  # rows
_SHARE = 0.35  # of the rows that reach across
_STOP = 0.2  # where cells of other rows near by begin at the very same place, a space is enough
_SHORT = 4  # words of the cell before it
_NEAR = 4  # rows


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one row, in the order of reading."""

    words: tuple[Word, ...]
    left: float
    right: float
    top: float
    bottom: float
    size: float
    text: str

    @property
    def middle(self) -> float:
        """Where its row runs."""
        return (self.top + self.bottom) / 2


def piece_of(words: Sequence[Word]) -> Piece:
    """A piece of words that are in order; its height and size are those of most letters."""
    main = max(words, key=lambda word: (len(word.text), word.size))
    return Piece(
        tuple(words),
        min(word.left for word in words),
        max(word.right for word in words),
        main.top,
        main.bottom,
        main.size,
        " ".join(word.text for word in words),
    )


def pieces_of(words: Iterable[Word]) -> list[Piece]:
    """The pieces of a page, row by row."""
    rows = [sorted(row, key=_left) for row in rows_of(words)]
    gaps = [[0.0, *(_gap(row, at) for at in range(1, len(row)))] for row in rows]
    columns = _columns(rows, gaps)
    cut = [
        {
            at
            for at, gap in enumerate(white)
            if gap > _WIDE or (gap > _NARROW and round(row[at].left) in columns)
        }
        for row, white in zip(rows, gaps, strict=True)
    ]
    for place, row in enumerate(rows):
        near = range(max(0, place - _NEAR), min(len(rows), place + _NEAR + 1))
        alike = [one for one in near if 0.87 < rows[one][0].size / row[0].size < 1.15]
        stops = Counter(round(rows[one][at].left) for one in alike for at in cut[one])
        usual = {stop + by for stop, count in stops.items() if count > 1 for by in (-1, 0, 1)}
        cut[place] |= {
            at
            for at in (range(1, min(_SHORT + 1, len(row))) if usual else ())
            if gaps[place][at] > _STOP and round(row[at].left) in usual
        }
    found: list[Piece] = []
    for row, cuts in zip(rows, cut, strict=True):
        ends = [0, *sorted(cuts), len(row)]
        found += (piece_of(_as_read(row[start:end])) for start, end in pairwise(ends))
    return found


def _columns(rows: list[list[Word]], gaps: list[list[float]]) -> set[int]:
    """Where a column begins: at one place in many rows, behind a gap that need not be wide."""
    starts = Counter(
        round(row[at].left)
        for row, white in zip(rows, gaps, strict=True)
        for at, gap in enumerate(white)
        if gap > _NARROW
    )
    found: set[int] = set()
    for place in starts:
        count = sum(starts[place + by] for by in (-1, 0, 1))
        if count < _FEWEST:
            continue
        across = sum(row[0].left < place - 2 and row[-1].right > place + 2 for row in rows)
        if count >= _SHARE * across:
            found |= {place - 1, place, place + 1}
    return found


def _gap(row: list[Word], at: int) -> float:
    """The white before a word, by the size of the letters."""
    before, word = row[at - 1], row[at]
    return (word.left - before.right) / max(min(word.size, before.size), 0.1)


def _left(word: Word) -> float:
    return word.left


def rows_of(words: Iterable[Word]) -> list[list[Word]]:
    """Words that stand beside each other, the uppermost row first."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda one: (one.middle, one.left)):
        for row in reversed(rows[-4:]):
            if beside(word, row[0]):
                row.append(word)
                break
        else:
            rows.append([word])
    return rows


def beside(one: Word | Piece, other: Word | Piece) -> bool:
    """Whether two stand in one row."""
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > _SAME_ROW * min(one.bottom - one.top, other.bottom - other.top)


def _as_read(words: list[Word]) -> list[Word]:
    """Words in the order of their script: from the right where most of them are written so."""
    sides = [unicodedata.bidirectional(word.text[0]) for word in words if word.text]
    backwards = sum(side in ("R", "AL") for side in sides)
    return words[::-1] if backwards * 2 > len(words) else words
