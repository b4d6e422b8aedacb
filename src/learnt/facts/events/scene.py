"""One text with all that was found in it, as the readers of events hand it on."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping, Sequence

from learnt.facts.events.verbs import Verb
from learnt.facts.light import lazy, value
from learnt.facts.names import Mentions
from learnt.facts.tokens import Token
from learnt.facts.values import Date, Quantity, Span
from learnt.facts.words import EventWords


@value(frozen=True, slots=True)
class PlacedDate:
    """A date with the tokens it stands at."""

    first: int
    end: int
    date: Date


@value(frozen=True)
class Scene:
    """A text, its tokens and sentences, and its dates, names, quantities and verbs, in order.

    What stands at a place, or among some tokens, is asked for by the place: no reader of a verb
    or date goes through all others of the text.
    """

    text: str
    tokens: Sequence[Token]
    sentences: Sequence[range]
    words: EventWords
    dates: Sequence[PlacedDate]
    names: Mentions
    quantities: Sequence[Quantity]
    verbs: Sequence[Verb]

    def low(self, place: int) -> str:
        """The word at a place, small; nothing outside."""
        return self.tokens[place].low if 0 <= place < len(self.tokens) else ""

    def lows(self, first: int, end: int) -> list[str]:
        """The words from one token up to another, small."""
        return [one.low for one in self.tokens[max(first, 0) : max(end, 0)]]

    def words_of(self, first: int, end: int) -> str:
        """The text from one token up to another, without what surrounds it."""
        if first >= end:
            return ""
        return self.text[self.tokens[first].start : self.tokens[end - 1].end].strip(" ,;:.")

    def span(self, first: int, end: int) -> Span:
        """The span of these tokens."""
        return Span(self.tokens[first].start, self.tokens[end - 1].end)

    def place_of(self, start: int) -> int:
        """The token that begins at a letter of the text, or the first one behind it."""
        return bisect_left(self.tokens, start, key=_start)

    def sentence_at(self, place: int) -> int:
        """The number of the sentence that a token is in."""
        return bisect_right(self.sentences, place, key=_sentence_start) - 1

    def verbs_within(self, first: int, end: int) -> Sequence[Verb]:
        """The verbs among these tokens."""
        places = self._verb_places
        return self.verbs[bisect_left(places, first) : bisect_left(places, end)]

    def dates_within(self, first: int, end: int) -> Sequence[PlacedDate]:
        """The dates that begin among these tokens."""
        firsts = self._date_firsts
        return self.dates[bisect_left(firsts, first) : bisect_left(firsts, end)]

    def quantities_within(self, first: int, end: int) -> Sequence[Quantity]:
        """The quantities that begin among these tokens, of which there is at least one."""
        span, found = self.span(first, end), self.quantities
        begins = bisect_left(found, span.start, key=_quantity_start)
        return found[begins : bisect_left(found, span.end, key=_quantity_start)]

    @lazy
    def verb_at(self) -> Mapping[int, Verb]:
        """By its first token: the verb."""
        return {one.place: one for one in self.verbs}

    @lazy
    def dated(self) -> Collection[int]:
        """The tokens of dates."""
        return {place for one in self.dates for place in range(one.first, one.end)}

    @lazy
    def date_firsts(self) -> Collection[int]:
        """The first tokens of dates."""
        return set(self._date_firsts)

    @lazy
    def date_ending(self) -> Mapping[int, PlacedDate]:
        """By the token behind it: the date."""
        return {one.end: one for one in self.dates}

    @lazy
    def _verb_places(self) -> Sequence[int]:
        return [one.place for one in self.verbs]

    @lazy
    def _date_firsts(self) -> Sequence[int]:
        return [one.first for one in self.dates]


def _start(token: Token) -> int:
    return token.start


def _quantity_start(quantity: Quantity) -> int:
    return quantity.span.start


def _sentence_start(sentence: range) -> int:
    return sentence.start


def placed(tokens: Sequence[Token], dates: Sequence[Date]) -> tuple[PlacedDate, ...]:
    """The dates with the tokens at which they stand."""
    if not dates:
        return ()
    starts, ends = [one.start for one in tokens], [one.end for one in tokens]
    return tuple(
        PlacedDate(
            bisect_right(starts, date.span.start) - 1, bisect_left(ends, date.span.end) + 1, date
        )
        for date in dates
    )
