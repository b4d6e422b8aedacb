"""A page: its lines as they stand, and the same lines measured for the layouts.

What looks like a list is settled here once, so that every layout sees the same lists: a number
or a letter is a mark only where its neighbours count with it ("1." beside "2."), which keeps
"12. Juni" and "A) Smith" whole.
"""

import re
from dataclasses import dataclass, replace

from learnt.deck import Problem
from learnt.sources.line import Line, Mark, parse_line

LONGEST = 20_000
"""Characters; a longer line is a file without line ends, not a line someone wrote."""

_YEAR = re.compile(r"[12]\d{3}(?:\s?[-–/]\s?\d{2,4})?\s?[.:]\s+\S")
_NEAR = 8  # lines between two items of one numbered list


@dataclass(frozen=True, slots=True)
class Page:
    """What a layout is given.

    `raw` is every line of the file (line 1 first); `lines` are those that carry content, in
    order, without the blank ones and, after `furniture`, without the page's furniture;
    `aside` holds the numbers of the lines taken out. `title` is set where the page itself marks
    its title; `declared` is the number of cards it says it has. `starts` and `joined` are what the
    learner said: the numbers of lines that begin a card, and of those that begin none.
    `slack` is how much too high the declared number may be, as a counter of steps is.
    `measured` says that `lines` are all of them: of a page that is surely a table only the first
    are, see `tabled`.
    `ends` are the numbers of lines above a button or a counter that stands at the end of cards.
    """

    name: str
    raw: tuple[str, ...]
    lines: tuple[Line, ...]
    aside: frozenset[int] = frozenset()
    title: Line | None = None
    declared: int | None = None
    problems: tuple[Problem, ...] = ()
    starts: frozenset[int] = frozenset()
    joined: frozenset[int] = frozenset()
    ends: frozenset[int] = frozenset()
    slack: int = 0
    measured: bool = True

    def agrees(self, cards: int) -> bool:
        """Whether so many cards are as many as the page says it has."""
        return self.declared is not None and self.declared - self.slack <= cards <= self.declared


def split_lines(text: str) -> tuple[str, ...]:
    r"""The lines of a text, ended by `\n`, `\r\n` or `\r`: what an editor numbers as lines."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    while lines and not lines[-1].strip():
        lines.pop()
    return tuple(lines)


def page_of(text: str, name: str) -> Page:
    """The page of a text. An endless line is set aside as a Problem."""
    raw = split_lines(text)
    lines: list[Line] = []
    problems: list[Problem] = []
    blanks, waiting = 0, False
    for number, one in enumerate(raw, 1):
        if len(one) > LONGEST:
            problems.append(Problem(number, one[:200], _TOO_LONG.format(len(one))))
            continue
        line = parse_line(one.replace("\xa0", " "), number, blanks)
        if not line.text:
            blanks += 1
            continue
        if waiting:  # the bullet stood alone on the line before, as copies from a PDF have it
            alone = lines.pop()
            line = replace(alone, number=number, text=line.text, body=line.text)
        lines.append(line)
        waiting = line.mark is Mark.SYMBOL and not line.body and line.sign not in "-–—*+"
        blanks = 0
    lines = _single_spaced(_marks_in_front(lines))
    return Page(name, raw, settle_lists(lines), problems=tuple(problems))


def _marks_in_front(lines: list[Line]) -> list[Line]:
    """Bullets that stand at the ends of their lines, as copies of some sites have them."""
    ends = [line for line in lines if not line.marked and line.text.endswith("•")]
    if len(ends) < 2:
        return lines
    return [
        replace(line, body=line.text[:-1].rstrip(), mark=Mark.SYMBOL, sign="•")
        if not line.marked and len(line.text) > 2 and line.text.endswith("•")
        else line
        for line in lines
    ]


def _single_spaced(lines: list[Line]) -> list[Line]:
    """Where a blank line stands before nearly every line, blank lines as if it did not."""
    spaced = sum(line.blanks > 0 for line in lines[1:])
    if len(lines) < 6 or spaced < 0.95 * (len(lines) - 1):
        return lines
    return [replace(line, blanks=max(0, line.blanks - 1)) for line in lines]


_TOO_LONG = (
    "This line has {} characters and was not read: its line ends seem to be lost. Copy the page "
    "again, or break the line where a card begins."
)


def settle_lists(lines: list[Line]) -> tuple[Line, ...]:
    """The lines with every mark that is no list's taken off, and lost ones put back."""
    counted = _counted(lines)
    dated = _dated(lines)
    settled: list[Line] = []
    for index, line in enumerate(lines):
        if line.mark in (Mark.NUMBER, Mark.LETTER) and index not in counted:
            settled.append(replace(line, mark=Mark.NONE, sign="", order=0, body=line.text))
        elif index in dated:
            settled.append(replace(line, mark=Mark.DATE, sign=""))
        elif not line.marked and _is_minus_item(lines, index):
            body = line.text[1:].lstrip()
            settled.append(replace(line, mark=Mark.SYMBOL, sign="-", body=body))
        else:
            settled.append(line)
    return tuple(settled)


def _counted(lines: list[Line]) -> set[int]:
    """The indexes of numbered and lettered lines that count on from one another.

    A list in one piece may start anywhere; with other lines between, only one that began at 1
    is believed.
    """
    found: set[int] = set()
    last: dict[tuple[Mark, int], tuple[int, int]] = {}  # list and depth → (index, order)
    started: set[int] = set()
    for index, line in enumerate(lines):
        if line.mark not in (Mark.NUMBER, Mark.LETTER):
            continue
        key = (line.mark, line.indent)
        before = last.get(key)
        if line.order == 1:
            started.add(index)
        if before and line.order == before[1] + 1:
            near = index - before[0] == 1 or (before[0] in started and index - before[0] <= _NEAR)
            if near:
                found |= {before[0], index}
                if before[0] in started:
                    started.add(index)
        last[key] = (index, line.order)
    return found


def _dated(lines: list[Line]) -> set[int]:
    """The indexes of unmarked lines in a run that begin with a year, on a page of other lines."""
    years = {
        index
        for index, line in enumerate(lines)
        if line.mark is Mark.NONE and _YEAR.match(line.text)
    }
    if len(years) > 0.6 * len(lines):
        return set()
    return {index for index in years if index - 1 in years or index + 1 in years}


def _is_minus_item(lines: list[Line], index: int) -> bool:
    """Whether `-50 tanks` stands in a list of `-items` written without a space."""
    text = lines[index].text
    if len(text) < 2 or text[0] != "-" or not text[1].isdigit():
        return False
    beside = lines[max(0, index - 1) : index] + lines[index + 1 : index + 2]
    return any(near.sign == "-" and near.text[1:2].isalpha() for near in beside)
