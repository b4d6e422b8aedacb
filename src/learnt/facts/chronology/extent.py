"""A date as a stretch of time, so that it can be drawn: years as numbers, 1934.5 is mid 1934."""

import re
from dataclasses import dataclass

from learnt.facts.dates.when import Moment, bounds

_OPEN = {"", ".."}
_DAYS = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365)
_WINTER = re.compile(r"-?\d{4}-24")


@dataclass(frozen=True, slots=True)
class Extent:
    """From `start` to `end`, in years (astronomical: 0 is 1 BC).

    It is `lasting` where the whole stretch is meant (1929/1932, the 1930s), and else the event lies
    somewhere in it. `before` and `after` are true where that end is open, and the stretch is that
    of the end which is known. `doubtful` are dates with ~ or ?.
    """

    start: float
    end: float
    lasting: bool = False
    before: bool = False
    after: bool = False
    doubtful: bool = False


def extent_of(edtf: str) -> Extent | None:
    """The stretch of a date of EDTF; None for what is no date, or has no end that is known."""
    doubtful = any(sign in edtf for sign in "~?%")
    first, slash, last = edtf.partition("/")
    if slash and first in _OPEN:
        found = _stretch(last)
        return Extent(*found, before=True, doubtful=doubtful) if found else None
    if slash and last in _OPEN:
        found = _stretch(first)
        return Extent(*found, after=True, doubtful=doubtful) if found else None
    start, end = _stretch(first), _stretch(last if slash else first)
    if start is None or end is None:
        return None
    lasting = bool(slash) or "X" in first
    return Extent(min(start[0], end[0]), max(start[1], end[1]), lasting=lasting, doubtful=doubtful)


def _stretch(one: str) -> tuple[float, float] | None:
    """One moment, from its first day to the end of its last."""
    found = bounds(one)
    if found is None:
        return None
    (year, *_), last = found
    if _WINTER.fullmatch(one):  # from December into the year that follows
        return year + 11 / 12, year + 1 + 2 / 12
    return _years(found[0], past=0), _years(last, past=1)


def _years(moment: Moment, past: int) -> float:
    """A day as a year and its part; `past` is 1 for the end of the day."""
    year, month, day = moment
    month = max(1, min(12, month))
    within = min(_DAYS[month - 1] + max(0, day - 1 + past), _DAYS[month])
    return year + within / _DAYS[-1]
