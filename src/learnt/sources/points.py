"""The lines of an answer → its points.

bullets                a point each, deeper ones as well: each is one thing to say
wrapped prose          one point, joined by spaces
several bare lines     a point each
a block between ``` fences  one point, as it stands
bare lines and bullets the lead-in is a point of its own, so that nothing of it is lost
"""

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import pairwise

from learnt.sources.intake.hyphens import HYPHEN, begins_rest, keeps_hyphen
from learnt.sources.line import Line, Mark
from learnt.sources.wrapping import Wrapping

_FENCE = "```"


def points_of(lines: Sequence[Line], wrapping: Wrapping) -> tuple[str, ...]:
    """The points that the lines of one answer make."""
    signs = {line.sign for line in lines if line.mark is Mark.SYMBOL}
    keep_sign = "+" in signs and bool(signs & {"-", "–"})  # for and against: the sign says which
    if is_prose(lines, wrapping):
        return (reduce(join_wrapped, (line.text for line in lines)),)
    points: list[str] = []
    before: Line | None = None
    for line in _fenced_whole(lines):
        body = line.text if keep_sign and line.mark is Mark.SYMBOL else line.body
        if not body:
            continue
        if before is not None and points and continues(before, line, wrapping):
            points[-1] = join_wrapped(points[-1], body)
        else:
            points.append(body)
        before = line
    return tuple(points)


def _fenced_whole(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines with each block between ``` fences as one, its line ends and depths kept."""
    block: list[Line] = []
    for line in lines:
        if block:
            block.append(line)
            if line.text.startswith(_FENCE):
                yield _as_one(block)
                block = []
        elif line.text.startswith(_FENCE) and not line.text.endswith(_FENCE, 3):
            block = [line]
        else:
            yield line
    yield from block  # a fence that is never closed is text like any other


def _as_one(block: Sequence[Line]) -> Line:
    least = min(line.indent for line in block)
    text = "\n".join(" " * (line.indent - least) + line.text for line in block)
    return Line(block[0].number, text, text, block[0].indent, blanks=block[0].blanks)


def is_prose(lines: Sequence[Line], wrapping: Wrapping) -> bool:
    """Whether the lines are one paragraph: most run on, and the others end near the margin.

    A sentence that happens to end with its line is no new point among lines that run on.
    """
    if len(lines) < 3 or any(line.marked for line in lines) or any(one.blanks for one in lines[1:]):
        return False
    ends = [one for one, after in pairwise(lines) if not wrapping.runs_on(one, after)]
    widest = max(len(line.text) for line in lines)
    if 2 * len(ends) > len(lines) - 1 or widest < 50:
        return False
    return all(len(line.text) >= 0.7 * widest for line in ends)


def continues(before: Line, line: Line, wrapping: Wrapping) -> bool:
    """Whether an unmarked line goes on with the line before it, a list item or prose."""
    if line.marked:
        return False
    low = line.text[:1].islower()
    if before.marked and not line.blanks and low and line.indent == before.indent > 0:
        return True
    if before.marked and not line.blanks and line.indent > before.indent:
        low = low or not before.text.endswith((".", "!", "?"))
        return low or line.indent - before.indent <= 3
    return wrapping.runs_on(before, line)


def join_wrapped(first: str, rest: str) -> str:
    """Two halves of a broken line; a word that was broken at its end is made whole.

    A hyphen that is the word's own was told from one of the break before, see `hyphens`.
    """
    if first.endswith("\u00ad"):
        return first[:-1] + rest
    if first.endswith((HYPHEN, "-")) and first[-2:-1].isalpha() and begins_rest(rest):
        own = first.endswith(HYPHEN) or keeps_hyphen(first)
        return f"{first[:-1]}-{rest}" if own else first[:-1] + rest
    return f"{first} {rest}"
