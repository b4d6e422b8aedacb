"""Three wordings of one thing merged: the source's last one, that here, and the one that comes."""

from collections.abc import Sequence
from typing import TypeVar

_Value = TypeVar("_Value")
_Id = TypeVar("_Id", bound=str)


def picked(base: _Value, ours: _Value, theirs: _Value, *, ours_first: bool) -> _Value:
    """The value of the side that changed it; where both did, that of the side that comes first."""
    if theirs in (base, ours):
        return ours
    return ours if ours_first and ours != base else theirs


def merged_list(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> tuple[str, ...]:
    """Texts in no order that matters, as tags are: with what was added, less what was left out."""
    if theirs in (base, ours):
        return tuple(ours)
    if ours == base:
        return tuple(theirs)
    new = [one for one in theirs if one not in base and one not in ours]
    return (*(one for one in ours if one in theirs or one not in base), *new)


def merged_order(
    base: Sequence[_Id], ours: Sequence[_Id], theirs: Sequence[_Id], *, ours_first: bool
) -> list[_Id]:
    """All ids of both sides, in the order of the side that changed it.

    What only the other side has stands after the one that it follows there.
    """
    in_all = {*base} & {*ours} & {*theirs}
    was, here, there = ([one for one in ids if one in in_all] for ids in (base, ours, theirs))
    lead_ours = picked(was, here, there, ours_first=ours_first) is here
    first, second = (ours, theirs) if lead_ours else (theirs, ours)
    after: dict[_Id | None, list[_Id]] = {}
    known = {*first}
    before: _Id | None = None
    for one in second:
        if one in known:
            before = one
        else:
            after.setdefault(before, []).append(one)
    found = [*after.get(None, ())]
    for one in first:
        found += [one, *after.get(one, ())]
    return found
