"""The dates of a whole text, in order, each with what it takes from those before."""

from collections.abc import Sequence
from dataclasses import replace

from learnt.facts.dates.anchor import Anchor
from learnt.facts.dates.numbers import Labels, counted_years, is_year
from learnt.facts.dates.phrases import Phrase, PhraseReader
from learnt.facts.tokens import NUMBER, NUMERIC_DATE, Token
from learnt.facts.values import Date, Span
from learnt.facts.words import DateWords

_DIGITS = frozenset({NUMBER, NUMERIC_DATE})
_MOST_BEFORE = 7
"""How many tokens of a date can stand before its first number, month or season."""


def read_dates(
    tokens: tuple[Token, ...], words: DateWords, before: Anchor, *, question: bool = False
) -> tuple[tuple[Date, ...], Anchor]:
    """The dates of a text, and the anchor that it leaves for the text after it.

    `before` is what the text before gives: a month without a year takes it from there.
    `question` says that a question mark at the end of a sentence asks and doubts no date. A date is
    built around a number or a word that names a time, and may begin some tokens before it.
    """
    anchor = _with_century(before, tokens)
    named = words.core_words
    cores = [nth for nth, one in enumerate(tokens) if one.low in named or one.kind in _DIGITS]
    if not cores:
        return (), anchor
    counting = counted_years(tokens, words)
    reader = PhraseReader(tokens, words, anchor, Labels(tokens, words), question, counting)
    found: list[Date] = []
    place, last_end = 0, -1
    for core in cores:
        place = max(place, core - _MOST_BEFORE)
        while place <= core:
            if place < core and tokens[place].low not in words.first_words:
                place += 1
                continue
            if reader.anchor is not anchor:
                reader = replace(reader, anchor=anchor)
            phrases = _phrases_at(reader, place, last_end)
            if not phrases:
                place += 1
                continue
            # EDTF has no interval to or from a year of five digits
            found += [
                _date(tokens, phrase, words)
                for phrase in phrases
                if "Y" not in phrase.edtf or "/" not in phrase.edtf
            ]
            for phrase in phrases:
                anchor = phrase.anchor.or_else(anchor)
            place = last_end = phrases[-1].end
    return tuple(found), anchor


def _phrases_at(reader: PhraseReader, place: int, last_end: int) -> tuple[Phrase, ...]:
    """What begins at a place; `last_end` is where the last phrase ended."""
    led = _is_led(reader, place, last_end)
    return _in_following_year(reader, place).at(place, led=led)


def _with_century(before: Anchor, tokens: Sequence[Token]) -> Anchor:
    """The anchor; where nothing was spoken of, '36 is of the century of the text's first year."""
    if before.near is not None:
        return before
    years = (int(one.text) for one in tokens if one.kind is NUMBER and len(one.text) == 4)
    return Anchor(before.year, before.month, next((one for one in years if is_year(one, 4)), None))


def _is_led(reader: PhraseReader, place: int, last_end: int) -> bool:
    """Whether the words before lead to a date: "in", "that", or a date and then "and"."""
    if last_end >= 0 and place - reader.phrase_before("list", place) == last_end < place:
        return True
    before = reader.low(place - 1)
    if before in reader.words.these:
        return True
    lead = place - 1 if before in reader.words.articles else place
    return reader.words.leads(reader.tokens, lead)


def _in_following_year(reader: PhraseReader, place: int) -> PhraseReader:
    """The reader with its anchor a year on where "the following" stands before the date."""
    anchor = reader.anchor
    if anchor.year is None or reader.low(place - 1) not in reader.words.following:
        return reader
    return replace(reader, anchor=Anchor(anchor.year + 1, anchor.month, anchor.near))


def _date(tokens: Sequence[Token], phrase: Phrase, words: DateWords) -> Date:
    first = phrase.start
    if phrase.end - first == 2 and tokens[first].low in words.articles:
        first += tokens[first + 1].kind is NUMBER  # the 1936 elections
    span = Span(tokens[first].start, tokens[phrase.end - 1].end)
    return Date(span, phrase.edtf, phrase.inherited)
