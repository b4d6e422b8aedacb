"""One text with all that was found in it, as the readers of events hand it on."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from learnt.facts.events.verbs import Verb
from learnt.facts.events.words import EventWords
from learnt.facts.names import Mention
from learnt.facts.tokens import Token
from learnt.facts.values import Date, Quantity, Span


@dataclass(frozen=True, slots=True)
class PlacedDate:
    """A date with the tokens it stands at."""

    first: int
    end: int
    date: Date


@dataclass(frozen=True, slots=True)
class Scene:
    """A text, its tokens and sentences, and its dates, names, quantities and verbs, in order."""

    text: str
    tokens: Sequence[Token]
    sentences: Sequence[range]
    words: EventWords
    dates: Sequence[PlacedDate]
    mentions: Sequence[Mention]
    quantities: Sequence[Quantity]
    verbs: Sequence[Verb]

    def low(self, place: int) -> str:
        """The word at a place, small; nothing outside."""
        return self.tokens[place].low if 0 <= place < len(self.tokens) else ""

    def words_of(self, first: int, end: int) -> str:
        """The text from one token up to another, without what surrounds it."""
        if first >= end:
            return ""
        return self.text[self.tokens[first].start : self.tokens[end - 1].end].strip(" ,;:.")

    def span(self, first: int, end: int) -> Span:
        """The span of these tokens."""
        return Span(self.tokens[first].start, self.tokens[end - 1].end)

    def within(self, first: int, end: int) -> list[Mention]:
        """The names that stand wholly among these tokens."""
        return [one for one in self.mentions if first <= one.first and one.end <= end]


def placed(tokens: Sequence[Token], dates: Sequence[Date]) -> tuple[PlacedDate, ...]:
    """The dates with the tokens at which they stand."""
    starts, ends = [one.start for one in tokens], [one.end for one in tokens]
    return tuple(
        PlacedDate(
            bisect_right(starts, date.span.start) - 1, bisect_left(ends, date.span.end) + 1, date
        )
        for date in dates
    )
