"""Numbers, times and dates as a learner reads them, the same in every face."""

import re

_MINUTE, _HOUR, _DAY = 60_000, 3_600_000, 86_400_000


def count(number: int, one: str, many: str | None = None) -> str:
    """`1 card`, `2 cards`, `1,200 cards`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def megabytes(size: int) -> str:
    """A size in bytes as `12 MB`, `1.4 MB` or `80 kB`."""
    if size < 995_000:
        return f"{max(1, round(size / 1000))} kB"
    tenths = f"{size / 1_000_000:.1f}".removesuffix(".0")
    return f"{tenths if size < 9_950_000 else format(round(size / 1_000_000), ',')} MB"


def span(milliseconds: int) -> str:
    """A length of time as it stands on a button: 10 min, 5 h, 3 days, 2.5 months, 1.2 years."""
    if milliseconds < _HOUR - _MINUTE / 2:
        return f"{max(1, round(milliseconds / _MINUTE))} min"
    if milliseconds < _DAY - _HOUR / 2:
        return f"{round(milliseconds / _HOUR)} h"
    days = milliseconds / _DAY
    if round(days) < 30:
        return count(round(days), "day")
    if days < 365:
        return _tenths(days / 30.4, "month")
    return _tenths(days / 365.25, "year")


def _tenths(number: float, one: str) -> str:
    said = f"{number:.1f}".removesuffix(".0")
    return f"{said} {one if said == '1' else one + 's'}"


_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_MARKS = {"~": "about ", "?": "possibly ", "%": "possibly about "}
_ORDINALS = {1: "st", 2: "nd", 3: "rd"}
_MOMENT = re.compile(
    r"(?P<year>-?\d{4}|Y-?\d{5,}|\d{3}X|\d\dXX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<mark>[~?%]?)"
)


def date(edtf: str) -> str:
    """A date of EDTF level 1 in words: May 1935, about 1934, from 1922 to 1933, 44 BC.

    What is no such date is returned as it is.
    """
    first, _, last = edtf.partition("/")
    one, other = _MOMENT.fullmatch(first), _MOMENT.fullmatch(last)
    if "/" not in edtf:
        return _moment(one) if one else edtf
    if one and last in ("", ".."):
        return f"after {_moment(one)}"
    if other and first in ("", ".."):
        return f"before {_moment(other)}"
    if one and other:
        return _century_before(first, last) or _range(one, other)
    return edtf


def _range(one: re.Match[str], other: re.Match[str]) -> str:
    """From one moment to another; what they share is said once."""
    plain = not (one["mark"] or other["mark"])
    alike = bool(one["month"] and other["month"]) and bool(one["day"]) == bool(other["day"])
    if plain and alike and one["year"] == other["year"]:
        within = one["day"] and one["month"] == other["month"]
        start = str(int(one["day"])) if within else _moment(one, with_year=False)
        return f"from {start} to {_moment(other)}"
    said = _moment(one)
    if plain and said.endswith(" BC") and other["year"].startswith("-"):
        said = said.removesuffix(" BC")
    return f"from {said} to {_moment(other)}"


def _century_before(first: str, last: str) -> str | None:
    """A century BC, which EDTF can only give by its first and its last year."""
    if re.fullmatch(r"-\d\d99", first) is None:
        return None
    century = int(first[1:3]) + 1
    is_whole = last == (f"-{century - 1:02d}00" if century > 1 else "0000")
    return f"the {_ordinal(century)} century BC" if is_whole else None


def _moment(found: re.Match[str], *, with_year: bool = True) -> str:
    year = _year(found["year"]) if with_year else ""
    parts = [year]
    if found["month"]:
        number = int(found["month"])
        if number not in _SEASONS and not 1 <= number <= 12:
            return found.group()
        parts = [_SEASONS.get(number) or _MONTHS[number - 1], year]
    if found["day"]:
        parts = [str(int(found["day"])), *parts]
    return _MARKS.get(found["mark"], "") + " ".join(part for part in parts if part)


def _year(text: str) -> str:
    if text.endswith("XX"):
        return f"the {_ordinal(int(text[:2]) + 1)} century"
    if text.endswith("X"):
        return f"the {int(text[:3])}0s"
    number = int(text.removeprefix("Y"))
    if number < 1:
        return f"{1 - number} BC"
    return str(number) if number >= 1000 else f"AD {number}"


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else _ORDINALS.get(number % 10, "th")
    return f"{number}{ending}"
