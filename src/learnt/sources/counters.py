"""Numbers that count the cards of a page: "1", "2" … alone on a line, or "1." before a prompt.

A page holds other numbers too: an answer "6", a numbered list within an answer. What counts cards
goes up by one over the whole page and has other lines between; what lists points begins anew.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from learnt.sources.line import Line

_LONE = re.compile(r"[(\[#]?(\d{1,5})[.):\]]?")
_BEFORE = re.compile(
    r"(?:[Qq](?:uestion)?\s?)?\(?(\d{1,5})(?P<sign>[.):])(?:\s+|(?=[^\W\d_]))(?=\S)"
)
_STARTS = 4  # numbers that may stand above the first card's
_STEP = 3  # a number or two may be lost on the way
_LEAST = 2  # lines of a card between two numbers that stand alone: its front and its back
_APART = 0.6  # the share of numbers with lines of their own under them


def lone_number(text: str) -> int | None:
    """The number that a line is, or None."""
    if len(text) > 8 or not (found := _LONE.fullmatch(text)):
        return None
    return int(found.group(1))


def lone_counters(lines: Sequence[Line]) -> list[int]:
    """The indexes of the lines that are card numbers, counting up; empty where none do.

    Between two there is a card. Of an answer that looks like the next number and the number itself
    the later one counts, where both come before the number after that.
    """
    numbers = [
        (index, number)
        for index, line in enumerate(lines)
        if (number := lone_number(line.text)) is not None
    ]
    best: list[int] = []
    for start, (_, first) in enumerate(numbers[:_STARTS]):
        if len(numbers) - start <= len(best):
            break
        chain = _chain(numbers[start:], lines)
        if len(chain) > len(best) and _goes_up(chain, lines):
            best = chain
        if first == 1 and best:
            break
    return best if len(best) > 1 else []


def _goes_up(chain: Sequence[int], lines: Sequence[Line]) -> bool:
    """Whether the numbers are mostly different: the values of clues stand there again and again."""
    different = len({lines[index].text for index in chain})
    return different > 1 and different >= 0.6 * len(chain)


def _chain(numbers: Sequence[tuple[int, int]], lines: Sequence[Line]) -> list[int]:
    found = [numbers[0][0]]
    current = numbers[0][1]
    place = 1
    while place < len(numbers):
        index, number = numbers[place]
        far = index - found[-1] > _LEAST
        far = far or (number == current + 1 and _counts_on(numbers, place))
        if far and current <= number <= current + _STEP and not _comes_again(numbers, place, lines):
            found.append(index)
            current = number
        place += 1
    return found


def _counts_on(numbers: Sequence[tuple[int, int]], place: int) -> bool:
    """Whether the next number comes before this one does again: the card above has lost a side."""
    wanted = (numbers[place][1], numbers[place][1] + 1)
    after = next((number for _, number in numbers[place + 1 :] if number in wanted), 0)
    return after == wanted[1]


def _comes_again(numbers: Sequence[tuple[int, int]], place: int, lines: Sequence[Line]) -> bool:
    """Whether the same number follows at once: then this one is an answer that looks like it."""
    index, number = numbers[place]
    if place + 1 >= len(numbers):
        return False
    after, other = numbers[place + 1]
    return other == number and after == index + 1 and lines[after].blanks >= lines[index].blanks


def numbered_lines(lines: Sequence[Line]) -> list[int]:
    """The indexes of lines whose number counts the cards of the page; empty where none do."""
    groups: dict[tuple[int, str], list[tuple[int, int]]] = {}
    for index, line in enumerate(lines):
        if found := _BEFORE.match(line.text):
            groups.setdefault((line.indent, found["sign"]), []).append((index, int(found[1])))
    best: list[int] = []
    for group in groups.values():
        if len(group) > len(best) and _counts_cards(group, len(lines)):
            best = [index for index, _ in group]
    return best


def without_number(text: str) -> str:
    """The text after the number it begins with."""
    found = _BEFORE.match(text)
    return text[found.end() :] if found else text


def _counts_cards(group: Sequence[tuple[int, int]], lines: int) -> bool:
    if len(group) < 2 or group[0][1] > 50:
        return False
    steps = [after - before for (_, before), (_, after) in pairwise(group)]
    up = sum(0 < step <= _STEP for step in steps)
    if up < 0.9 * len(steps) or (len(steps) < 4 and up < len(steps)):
        return False
    ends = [index for index, _ in group[1:]] + [lines]
    apart = sum(end - index > 1 for (index, _), end in zip(group, ends, strict=True))
    return apart >= _APART * len(group)
