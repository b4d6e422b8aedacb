"""Intervals with one end: `since 1954`, `until May`, `1933-`, `1933 onwards`."""

from learnt.facts.dates.anchor import Anchor
from learnt.facts.dates.phrases.phrase import Phrase, Said
from learnt.facts.dates.phrases.qualified import Qualified
from learnt.facts.tokens import SIGN

OPEN_ROLES = ("since", "after", "before", "until")
BEGINS = ("since", "after")
"""Roles whose date is where the interval begins."""

_OPEN = ".."
_MOST_DENIED = 8
_CLAUSE_ENDS = frozenset(".,;:")


class OpenEnds(Qualified):
    """Opens a moment on one side, by the word before or behind it."""

    def opened(self, place: int, said: Said, role: str) -> Phrase | None:
        """An interval without one end; a decade counts by its first year since and before it."""
        whole = self.completed(said.moment, said.end)
        if whole is None:
            return None
        edge = whole.moment.edge(last=role in ("after", "until"))
        edtf = f"{edge}/{_OPEN}" if role in BEGINS else f"{_OPEN}/{edge}"
        return Phrase(place, whole.end, edtf, Anchor.at(whole.moment), whole.inherited)

    def is_denied(self, place: int) -> bool:
        """`was not published until 1932`: so it was published then."""
        if self.low(place) not in self.words.not_until:
            return False
        for before in range(place - 1, max(0, place - _MOST_DENIED) - 1, -1):
            if self.low(before) in _CLAUSE_ENDS:
                return False
            if self.low(before) in self.words.negators:
                return True
        return False

    def present(self, place: int) -> int:
        """The place after "the present"; 0 where it does not stand there."""
        count = self.phrase("present", place)
        return place + count if count else 0

    def onwards(self, place: int) -> int:
        """How many tokens say that it went on: "onwards", or "on" where nothing follows it."""
        count = self.phrase("onwards", place)
        if count == 1 and self.low(place) in self.words.doubtful_onwards:
            after = self.token(place + 1)
            return 1 if after is None or after.kind is SIGN else 0
        return count

    def ends_in_a_dash(self, place: int) -> bool:
        """`(1933-)`."""
        return (
            self.phrase("dash", place) == 1
            and self.tokens[place].glued
            and self.low(place + 1) in (")", "]", ",")
        )
