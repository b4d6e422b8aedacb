"""The names of a text by the tokens at which they stand, so that none is looked for among all."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter

from learnt.facts.light import lazy, value
from learnt.facts.names.mention import Mention

_FIRST = attrgetter("first")


@value(frozen=True)
class Mentions:
    """Mentions in the order of their first tokens."""

    listed: Sequence[Mention]

    @classmethod
    def of(cls, mentions: Iterable[Mention]) -> "Mentions":
        """The mentions, put in order."""
        return cls(sorted(mentions, key=_FIRST))

    @lazy
    def covering(self) -> Mapping[int, Mention]:
        """By token: the mention that it is part of, the first where they overlap."""
        found: dict[int, Mention] = {}
        for one in self.listed:
            for place in range(one.first, one.end):
                found.setdefault(place, one)
        return found

    @lazy
    def by_first(self) -> Mapping[int, Mention]:
        """By its first token: the mention."""
        return {one.first: one for one in reversed(self.listed)}

    @lazy
    def by_end(self) -> Mapping[int, Mention]:
        """By the token behind it: the mention, the last where several end there."""
        return {one.end: one for one in self.listed}

    @lazy
    def _firsts(self) -> Sequence[int]:
        return [one.first for one in self.listed]

    def beginning(self, first: int, end: int) -> Sequence[Mention]:
        """The mentions that begin among these tokens."""
        return self.listed[bisect_left(self._firsts, first) : bisect_left(self._firsts, end)]

    def within(self, first: int, end: int) -> list[Mention]:
        """The mentions that stand wholly among these tokens."""
        if not self.listed:
            return []
        return [one for one in self.beginning(first, end) if one.end <= end]

    def following(self, place: int) -> Mention | None:
        """The first mention that begins at a place or behind it."""
        nth = bisect_left(self._firsts, place)
        return self.listed[nth] if nth < len(self.listed) else None

    def ending_before(self, place: int, gap: int) -> Mention | None:
        """The last mention that ends at a place, or at most `gap` tokens before it."""
        ends = (self.by_end[at] for at in range(place - gap, place + 1) if at in self.by_end)
        return max(ends, key=_FIRST, default=None)


def swallowed(found: Sequence[Mention], larger: Sequence[Mention]) -> list[Mention]:
    """The larger mentions, and those of `found` that none of them touches."""
    if not larger:
        return list(found)
    taken = {place for one in larger for place in range(one.first, one.end)}
    kept = [one for one in found if taken.isdisjoint(range(one.first, one.end))]
    return sorted([*kept, *larger], key=_FIRST)
