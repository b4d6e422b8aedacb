"""The dates of a whole text, in order, each with what it takes from those before."""

from learnt.facts.dates.anchor import Anchor
from learnt.facts.dates.numbers import counted_years, is_year
from learnt.facts.dates.phrases import OPEN_ROLES, Phrase, Phrases
from learnt.facts.dates.words import DateWords
from learnt.facts.tokens import Token, TokenKind
from learnt.facts.values import Date, Span

_LEADS = ("in", "part", "exactly")


def read_dates(
    tokens: tuple[Token, ...], words: DateWords, before: Anchor, *, question: bool = False
) -> tuple[tuple[Date, ...], Anchor]:
    """The dates of a text, and the anchor that it leaves for the text after it.

    `before` is what the text before gives: a month without a year takes it from there.
    `question` says that a question mark at the end of a sentence asks and doubts no date.
    """
    found: list[Date] = []
    anchor, place, last_end = _with_century(before, tokens), 0, -1
    cores = [nth for nth, token in enumerate(tokens) if _is_core(token, words)]
    ahead = iter(cores)
    core = next(ahead, None)
    counting = counted_years(tokens, words)
    while core is not None and place < len(tokens):
        if core < place:
            core = next(ahead, None)
            continue
        place = max(place, core - _MOST_BEFORE)
        if place < core and not _may_lead(tokens[place], words):
            place += 1
            continue
        reader = Phrases(
            tokens, words, _with_following(tokens, place, anchor, words), question, counting
        )
        phrases = reader.at(place, led=_is_led(tokens, place, words, last_end))
        if not phrases:
            place += 1
            continue
        for phrase in phrases:
            found.append(_date(tokens, phrase))
            anchor = phrase.anchor.or_else(anchor)
        place = last_end = phrases[-1].end
    return tuple(found), anchor


_MOST_BEFORE = 7
"""How many tokens of a date can stand before its first number, month or season."""


def _is_core(token: Token, words: DateWords) -> bool:
    """Whether a date may be built around this token: a number, or a word that names a time."""
    if token.kind in (TokenKind.NUMBER, TokenKind.NUMERIC_DATE):
        return True
    low = token.low
    return token.kind is TokenKind.WORD and (
        low in words.months
        or low in words.seasons
        or low in words.ordinals
        or low in words.decades
        or low in words.centuries_spelled
    )


def _may_lead(token: Token, words: DateWords) -> bool:
    """Whether a phrase may begin with this word, before the number or month that it leads to."""
    low = token.low
    return (
        low in "'’‘`~≈?"
        or low in words.weekdays
        or low in words.century_letter
        or low in words.tens
        or not words.roles.get(low, _NONE).isdisjoint(_BEGINNINGS)
    )


_NONE: frozenset[str] = frozenset()
_BEGINNINGS = (
    *OPEN_ROLES,
    "exactly",
    "from",
    "between",
    "about",
    "perhaps",
    "part",
    "turn",
    "ad",
)


def _with_century(before: Anchor, tokens: tuple[Token, ...]) -> Anchor:
    """The anchor; where nothing was spoken of, '36 is of the century of the text's first year."""
    if before.near is not None:
        return before
    years = (int(one.text) for one in tokens if one.kind is TokenKind.NUMBER and len(one.text) == 4)
    return Anchor(before.year, before.month, next((one for one in years if is_year(one, 4)), None))


def _is_led(tokens: tuple[Token, ...], place: int, words: DateWords, last_end: int) -> bool:
    """Whether the words before lead to a date: "in", "that", or a date and then "and"."""
    if last_end >= 0 and (count := words.phrase_before("list", tokens, place)):
        if place - count == last_end:
            return True
    before = place
    if before and tokens[before - 1].low in (*words.articles, *words.these):
        if tokens[before - 1].low in words.these:
            return True
        before -= 1
    return any(words.phrase_before(role, tokens, before) for role in _LEADS)


def _with_following(
    tokens: tuple[Token, ...], place: int, anchor: Anchor, words: DateWords
) -> Anchor:
    """The anchor a year on where "the following" stands before the date."""
    if place and tokens[place - 1].low in words.following and anchor.year is not None:
        return Anchor(anchor.year + 1, anchor.month, anchor.near)
    return anchor


def _date(tokens: tuple[Token, ...], phrase: Phrase) -> Date:
    span = Span(tokens[phrase.start].start, tokens[phrase.end - 1].end)
    return Date(span, phrase.edtf, phrase.inherited)
