"""Whether two EDTF dates may be the same time."""

import re
from functools import lru_cache

_MOMENT = re.compile(r"(-?\d{1,4}|Y-?\d+|\d{1,3}X{1,3})(?:-(\d\d))?(?:-(\d\d))?[~?%]?")
_LONG_AGO, _FAR = (-(10**9), 0, 0), (10**9, 99, 99)
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (1, 12)}
"""The months of a season; winter lies in two years, so that all of its year may be meant."""

Moment = tuple[int, int, int]


@lru_cache(maxsize=50_000)
def compatible(one: str, two: str) -> bool:
    """Whether the two may be the same: one lies in the other, or about it.

    Two ranges must agree in both ends, as far as both say them.
    """
    first, second = bounds(one), bounds(two)
    if first is None or second is None:
        return True
    if _is_range(one) and _is_range(two):
        ends = zip(one.split("/"), two.split("/"), strict=True)
        return all(compatible(a, b) for a, b in ends if ".." not in {a, b} and a and b)
    for end in (0, 1):  # since 1920 and since 1960 have years in common, and are two dates
        if (
            one.split("/")[end:]
            and two.split("/")[end:]
            and _is_open(one, end)
            and _is_open(two, end)
        ):
            return compatible(one.split("/")[1 - end], two.split("/")[1 - end])
    return first[0] <= second[1] and second[0] <= first[1]


@lru_cache(maxsize=20_000)
def bounds(edtf: str) -> tuple[Moment, Moment] | None:
    """The first and the last day as (year, month, day); None for what is no EDTF."""
    if "/" in edtf:
        start, _, end = edtf.partition("/")
        first = (_LONG_AGO, _LONG_AGO) if start in {"", ".."} else _moment(start)
        last = (_FAR, _FAR) if end in {"", ".."} else _moment(end)
        return (first[0], last[1]) if first and last else None
    return _moment(edtf)


def _is_open(edtf: str, end: int) -> bool:
    return "/" in edtf and edtf.split("/")[end] in {"", ".."}


def _is_range(edtf: str) -> bool:
    return "/" in edtf and ".." not in edtf


def _moment(edtf: str) -> tuple[Moment, Moment] | None:
    found = _MOMENT.fullmatch(edtf)
    if not found:
        return None
    year, month, day = found.groups()
    if "X" in year:
        low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    else:
        low = high = int(year.lstrip("Y"))
    if edtf.endswith(("~", "%")) and not month:
        low, high = low - 1, high + 1
    if not month:
        return (low, 1, 1), (high, 12, 31)
    first, last = _SEASONS.get(int(month), (int(month), int(month)))
    if not day:
        return (low, first, 1), (high, last, 31)
    return (low, first, int(day)), (high, last, int(day))
