"""How a page of alternating lines is written, as far as it shows without knowing its cards."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from learnt.sources.line import Line, Mark
from learnt.sources.points import continues
from learnt.sources.question import is_question
from learnt.sources.wrapping import Wrapping, wrapping_of

_TERSE = 50  # characters
_TURNS = 8  # lines: fewer say nothing about turns
_COMMON = 3  # times that a first word stands on a page before it counts as a habit


@dataclass(frozen=True, slots=True)
class Manner:
    """What the lines of one page have in common.

    `gap` is the number of blank lines that separates cards (0 where gaps say nothing); `asking`
    (0-1) is how surely every card asks a question. From one question to the next it is an even
    number of units where every answer is one unit (a line or a list): `steady` says that it
    always is, `lists` (0-1) how often it is not, so that lists without marks must be there.
    `numbered` says that the cards themselves are numbered, `indented` that answers are; `terse`
    that all lines are short and none is an item, so that hardly any side has two lines.
    `turns` (0-1, in tenths) says how much more alike each line is to the line after the next
    than to the next one. `paired` says that there are twice as many units as declared cards, and
    `more` (0-1, in tenths) by how many units a card there are more. `words` is the median number
    of words in a line; `openers` are the words that several lines begin with.
    """

    wrapping: Wrapping
    gap: int
    asking: float
    steady: bool
    lists: float
    numbered: bool
    indented: bool
    terse: bool
    turns: float = 0.0
    paired: bool = False
    more: float = 0.0
    words: float = 8
    openers: frozenset[str] = frozenset()


def manner_of(lines: Sequence[Line], declared: int | None = None) -> Manner:
    """The manner of a page, which may declare its number of cards."""
    wrapping = wrapping_of(lines)
    bare = [line for line in lines if not line.marked]
    gap = _gap(bare)
    units = _units(lines, wrapping)
    asking, odd = _asking(units, declared)
    marked = (len(lines) - len(bare)) / max(1, len(lines))
    least = min((line.indent for line in bare), default=0)
    deeper = sum(line.indent > least + 1 for line in bare)
    sizes = [line.text.count(" ") + 1 for line in bare]
    first = Counter(line.text.split(maxsplit=1)[0].lower() for line in bare)
    return Manner(
        wrapping, gap, asking, odd == 0 and not gap,
        min(1.0, 4 * max(0.0, odd)) if marked < 0.1 else 0.0, _is_numbered(lines),
        bool(bare) and 0.2 * len(bare) <= deeper <= 0.85 * len(bare),
        not marked and sum(len(line.text) <= _TERSE for line in lines) >= 0.9 * len(lines),
        _turns([len(line.text) for line, _ in units]),
        declared is not None and len(units) in (2 * declared, 2 * declared + 1),
        _more(len(units), declared),
        median(sizes) if sizes else 8,
        frozenset(word for word, times in first.items() if times >= max(_COMMON, len(bare) / 20)),
    )  # fmt: skip


def _gap(bare: Sequence[Line]) -> int:
    """The least number of blank lines that separates some lines but not most."""
    if len(bare) < 4:
        return 0
    for least in (2, 1):
        share = sum(line.blanks >= least for line in bare[1:]) / (len(bare) - 1)
        if 0.15 <= share <= 0.62:
            return least
    return 0


def leaves_lines_alone(lines: Sequence[Line], gap: int) -> bool:
    """Whether gaps leave single lines often: a card has two, so they fall inside cards too."""
    starts = [0, *(n for n, one in enumerate(lines) if n and one.blanks >= gap), len(lines)]
    sizes = [after - before for before, after in pairwise(starts)]
    return sum(size == 1 for size in sizes) > 0.25 * len(sizes)


def _units(lines: Sequence[Line], wrapping: Wrapping) -> list[tuple[Line, bool]]:
    """The first line of each unit, and whether it asks; a list or a broken line is one unit."""
    units: list[tuple[Line, bool]] = []
    before: Line | None = None
    for line in lines:
        inside = before is not None and (
            (line.marked and before.marked) or continues(before, line, wrapping)
        )
        asks = not line.marked and is_question(line.text)
        if not inside:
            units.append((line, asks))
        elif asks:
            units[-1] = (units[-1][0], True)
        before = line
    return units


def _asking(units: Sequence[tuple[Line, bool]], declared: int | None) -> tuple[float, float]:
    """How surely all cards ask, and the share of odd distances between questions.

    Distances are in units. The share is -1 for too few questions.
    """
    where = [place for place, (_, asks) in enumerate(units) if asks]
    gaps = [after - one for one, after in pairwise(where)]
    if len(gaps) < 2:
        return 0.0, -1.0
    mean = sum(gaps) / len(gaps)
    odd = sum(gap % 2 for gap in gaps) / len(gaps) if len(gaps) >= 3 else -1.0
    if gaps.count(1) > 0.3 * len(gaps):
        return 0.0, -1.0  # questions under questions: answers ask too
    if declared is not None:  # as many questions as cards, or cards that are no questions
        return (1.0 if abs(declared - len(where)) <= 1 else 0.0), odd
    return min(1.0, max(0.0, (4.5 - mean) / 2)) * min(1.0, len(gaps) / 5), odd


def _turns(sizes: Sequence[int]) -> float:
    """How much more the lengths are like the ones after the next than like the next ones, 0-1."""
    if len(sizes) < _TURNS:
        return 0.0
    logs = [math.log(size + 4) for size in sizes[1:]]  # the first may be a title
    mean = sum(logs) / len(logs)
    off = [one - mean for one in logs]
    total = sum(one * one for one in off) + 0.05 * len(off)
    next_one = sum(a * b for a, b in pairwise(off))
    after = sum(a * b for a, b in zip(off, off[2:], strict=False))
    return round(min(1.0, max(0.0, (after - next_one) / total / 1.5)), 1)


def _more(units: int, declared: int | None) -> float:
    if not declared or units <= 2 * declared + 1:
        return 0.0
    return round(min(1.0, units / declared - 2), 1)


def _is_numbered(lines: Sequence[Line]) -> bool:
    """Whether numbers count the cards: 1, 2, 3 … over the page, each with lines under it."""
    items = [(index, line) for index, line in enumerate(lines) if line.mark is Mark.NUMBER]
    if len(items) < 2 or any(b.order != a.order + 1 for (_, a), (_, b) in pairwise(items)):
        return False
    apart = sum(after - before > 1 for (before, _), (after, _) in pairwise(items))
    return apart * 3 >= 2 * (len(items) - 1)
