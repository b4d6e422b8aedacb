"""Dates of two pieces: whether they may be one day, and how far apart they are if not."""

from typing import NamedTuple

from learnt.facts.comparing.piece import Piece
from learnt.facts.dates.when import Moment, bounds, compatible

_DAYS = 372
"""Days of a year of months of 31 days: all that is asked is which of two gaps is wider."""
_OWN, _GIVEN = 1.0, 0.4
_FARTHEST = 10.0


class Dated(NamedTuple):
    """`agree` is above 0 where a date of each may be one, the more the more exact both are.

    `apart` is above 0 where none may be, and `gap` is how many years lie between the nearest two,
    ten at most. All are weaker where a side has its date from its prompt.
    """

    agree: float = 0.0
    apart: float = 0.0
    gap: float = 0.0


_UNDATED = Dated()


def dated_alike(a: Piece, b: Piece) -> Dated:
    """How the dates of two pieces agree."""
    mine = [one.edtf for one in a.dates] or list(a.given)
    yours = [one.edtf for one in b.dates] or list(b.given)
    pairs = [(one, two) for one in mine for two in yours]
    if not pairs:
        return _UNDATED
    weight = _OWN if a.dates and b.dates else _GIVEN
    agreeing = [min(_exact(one), _exact(two)) for one, two in pairs if compatible(one, two)]
    if agreeing:
        return Dated(agree=weight * max(agreeing))
    nearest = min(years_between(one, two) for one, two in pairs)
    return Dated(apart=weight, gap=weight * min(nearest, _FARTHEST))


def years_between(one: str, two: str) -> float:
    """The years from the end of one to the beginning of the other; 0 where they meet."""
    first, second = bounds(one), bounds(two)
    if first is None or second is None:
        return 0.0
    days = max(_day(second[0]) - _day(first[1]), _day(first[0]) - _day(second[1]), 0)
    return days / _DAYS


def _exact(edtf: str) -> float:
    """1 for a season or less, .6 for a year, .2 for more."""
    found = bounds(edtf)
    days = _day(found[1]) - _day(found[0]) if found else _DAYS * 2
    return 1.0 if days < 100 else 0.6 if days <= _DAYS else 0.2


def _day(moment: Moment) -> int:
    return moment[0] * _DAYS + moment[1] * 31 + moment[2]
