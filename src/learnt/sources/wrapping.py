"""Which lines run on: prose broken by a mail program or an editor at the right margin.

A line runs on from the one before where that one is full (its first word would not have fitted
any more) on a page that is broken at one margin, or where the break falls inside a sentence: the
line before ends in a comma or a small word, or this one begins in lower case on a page whose
lines begin in upper case.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from learnt.sources.line import Line

_NARROWEST, _WIDEST = 50, 130  # characters: margins people break lines at
_SLACK = 12  # a long word moves the break this far from the margin
_OPEN_ENDS = frozenset(
    "a an the and or but of to in on at by for from with as that which who than because into "
    "is was are were be been their its his her this these le la les un une des et ou de du en "
    "à au aux que qui dans par pour sur der die das ein eine und oder von zu im mit auf dass "
    "el los las una y o del con por para que il lo gli uno e di da che per".split()
)
_STOPS = (".", "!", "?", ":", ";", "…", "؟", "。", ")", "]")


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a page breaks its lines.

    `margin` is its width in characters (None where lines are not broken); `upper` says that its
    lines begin in upper case.
    """

    margin: int | None
    upper: bool

    def runs_on(self, before: Line, line: Line) -> bool:
        """Whether `line` is the rest of the line before it."""
        if line.marked or line.blanks or not line.text or not before.text:
            return False
        begins_low = line.text[0].islower()
        last = _last_word(before.text)
        inside = last in _OPEN_ENDS or before.text.endswith((",", "\u00ad"))
        if self._is_full(before, line):
            return begins_low or inside or not before.text.endswith(_STOPS[:5])
        if before.text.endswith(_STOPS[:6]):
            return False
        if inside and (begins_low or len(before.text) >= 30) and len(before.text) >= 12:
            return begins_low or before.text.endswith(",") or last.islower()
        return begins_low and self.upper and len(before.text) >= 35

    def _is_full(self, before: Line, line: Line) -> bool:
        if self.margin is None:
            return False
        width = before.indent + len(before.text)
        word = line.text.split(maxsplit=1)[0]
        return width <= self.margin + 2 and width + 1 + len(word) > self.margin - 1


def wrapping_of(*blocks: Sequence[Line]) -> Wrapping:
    """What the page's lines, taken together, say about its margin.

    A line can run on only within its block; a page of which nothing is known is one block.
    """
    starts = [line for block in blocks for line in _starts(block)]
    upper = sum(1 for line in starts if line.body[:1].isupper())
    lower = sum(1 for line in starts if line.body[:1].islower())
    return Wrapping(_margin(blocks), upper > 1.5 * lower)


def _starts(block: Sequence[Line]) -> list[Line]:
    """The lines that surely begin something: nothing before them can run on into them."""
    found = list(block[:1])
    for before, line in pairwise(block):
        if line.marked or line.blanks or before.text.endswith(_STOPS[:4]) or len(before.text) < 30:
            found.append(line)
    return found


def _margin(blocks: Sequence[Sequence[Line]]) -> int | None:
    """The width at which the lines pile up, if many do and hardly any is longer.

    Only a line followed by an unmarked one without a gap can have been broken.
    """
    widths = Counter(
        line.indent + len(line.text)
        for lines in blocks
        for line, after in pairwise(lines)
        if not after.marked and not after.blanks
    )
    broken = sum(widths.values())
    if broken < 4:
        return None
    best, most = None, 0
    for width in range(_NARROWEST, _WIDEST):
        near = sum(widths[one] for one in range(width - _SLACK, width + 1))
        if near > most:
            best, most = width, near
    longer = sum(count for width, count in widths.items() if best is not None and width > best)
    if best is None or most < max(3, 0.4 * broken) or longer > 0.1 * broken:
        return None
    return best if _goes_on_low(blocks, best) else None


def _goes_on_low(blocks: Sequence[Sequence[Line]], margin: int) -> bool:
    """Whether the lines after full ones begin in lower case, as the middle of a sentence does."""
    after_full = [
        line.text[0]
        for lines in blocks
        for before, line in pairwise(lines)
        if not line.marked
        and not line.blanks
        and margin - _SLACK <= before.indent + len(before.text) <= margin
        and not before.text.endswith(_STOPS[:3])
    ]
    upper = sum(sign.isupper() for sign in after_full)
    return upper <= 0.5 * len(after_full)


def _last_word(text: str) -> str:
    return text[-30:].rsplit(maxsplit=1)[-1].lower() if text[-30:].split() else ""
