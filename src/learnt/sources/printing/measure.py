"""How much room a text takes, guessed on the safe side without the letters themselves.

All lengths are in millimetres; a size is the height of the letters' em.
"""

import math
import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

POINT = 0.3528
LEADING = 1.32
GAP = 0.25
"""Between two points, of the letters' size."""
BULLET = 1.3
"""What a list is moved in by, of the letters' size."""
_WORD = re.compile(r"\S+\s*")
_WIDE, _CAPITAL, _NARROW, _OTHER = 1.04, 0.74, 0.34, 0.56
_NARROW_SIGNS = frozenset("iljtfrI.,:;!|'()[]{} ")


@lru_cache(maxsize=20_000)  # the words of a text are measured for each size it may have
def ems(text: str) -> float:
    """The width of a text of size 1."""
    return sum(map(_em, text))


def _em(sign: str) -> float:
    if sign in _NARROW_SIGNS:
        return _NARROW
    if sign.isascii():
        return _CAPITAL if sign.isupper() or sign in "mwMW@%&" else _OTHER
    if unicodedata.combining(sign):
        return 0
    return _WIDE if unicodedata.east_asian_width(sign) in "WF" else 0.66


def lines(text: str, width: float, size: float) -> int:
    """How many lines a text takes in a column of this width."""
    room = width / size
    return sum(_lines(row, room) for row in text.split("\n"))


def _lines(row: str, room: float) -> int:
    found, used = 1, 0.0
    for word in _WORD.findall(row):
        its = ems(word)
        if used and used + ems(word.rstrip()) > room:
            found, used = found + 1, 0.0
        if its > room:  # no line holds it: it is broken anywhere, as text without spaces is
            found += math.floor((used + its) / room)
            used = (used + its) % room
        else:
            used += its
    return found


def height(points: Sequence[str], width: float, size: float) -> float:
    """The height of points one under the other; several are a list."""
    indent = BULLET * size if len(points) > 1 else 0
    rows = sum(lines(point, width - indent, size) for point in points)
    return size * (rows * LEADING + (len(points) - 1) * GAP)
