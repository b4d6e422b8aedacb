"""Numbers by their own digits, and codes: numbers on which letters, signs or numbers hang."""

from collections.abc import Sequence

from learnt.facts.tokens import NUMBER, NUMERAL, WORD, Token
from learnt.facts.words import DateWords

DASHES = frozenset("-–—−‐‑")
NO_YEAR_BEFORE = frozenset("£$€¥₹#+×*<>≤≥≈§%@№/^_:")
"""Signs right before a number that make it a sum, a code or a share."""

_NO_YEAR_AFTER = frozenset("%‰°£$€¥×*^=+_@′″²³")
_SHARES = frozenset("°%‰º")
_TIMES = frozenset("x×*")
_OPENERS = ":("
_NUMBERS = (NUMBER, NUMERAL)
_MOST_DIGITS = 5
_NEVER = 2100
"""A bare number above this is no year; deadlines of treaties and forecasts lie before it."""


def number_at(tokens: Sequence[Token], place: int) -> int | None:
    """The whole number at a place; None for anything else, and for one that no calendar has."""
    if not 0 <= place < len(tokens):
        return None
    token = tokens[place]
    if token.kind is not NUMBER or len(token.text) > _MOST_DIGITS:
        return None
    return int(token.text)


def is_year(number: int, digits: int) -> bool:
    """Whether a bare number could be a year: four digits, up to the century after next."""
    return digits == 4 and 1000 <= number <= _NEVER


def is_number(tokens: Sequence[Token], place: int, *, glued: bool = False) -> bool:
    """Whether digits stand at a place; `glued` asks that no space is before them."""
    return (
        0 <= place < len(tokens)
        and tokens[place].kind in _NUMBERS
        and (tokens[place].glued or not glued)
    )


def is_code(tokens: Sequence[Token], place: int, words: DateWords) -> bool:
    """Whether letters or further numbers hang on the number: H1N1, 0800-1234-56, 12:30, 3/4."""
    return (
        _hangs_on_one_before(tokens, place, words)
        or _is_multiplied(tokens, place)
        or _goes_on(tokens, place)
        or _is_one_of_several(tokens, place)
    )


def _hangs_on_one_before(tokens: Sequence[Token], place: int, words: DateWords) -> bool:
    """`H1`, `£1900`, `0800-1234`, `n = 1968`."""
    if not place:
        return False
    before = tokens[place - 1]
    if tokens[place].glued:
        if before.kind is WORD and before.low not in words.touching:
            return True
        if before.text in NO_YEAR_BEFORE:
            return True
        if before.text in DASHES and _is_chained(tokens, place, words):
            return True
    if before.text != "=" or place < 2:
        return False
    return before.glued or tokens[place].glued or len(tokens[place - 2].text) == 1


def _is_multiplied(tokens: Sequence[Token], place: int) -> bool:
    """`1920 x 1080`, either of the two."""
    after = tokens[place + 1].low if place + 1 < len(tokens) else ""
    before = tokens[place - 1].low if place else ""
    return (after in _TIMES and is_number(tokens, place + 2)) or (
        before in _TIMES and is_number(tokens, place - 2)
    )


def _goes_on(tokens: Sequence[Token], place: int) -> bool:
    """`1900%`, `12:30`, `1984(2)`: signs behind the number that no year has."""
    if place + 1 >= len(tokens):
        return False
    after = tokens[place + 1]
    if after.text in _SHARES:
        return True
    if not after.glued:
        return False
    if after.text in _OPENERS:
        return is_number(tokens, place + 2, glued=True)
    return after.text in _NO_YEAR_AFTER


def _is_one_of_several(tokens: Sequence[Token], place: int) -> bool:
    """`SU 1234 4219`: a further number beside it, with nothing but a space between them."""
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if after is not None:
        if after.glued and after.text in _OPENERS:
            return False  # May 12 1945: …
        if after.kind in _NUMBERS and not after.glued and len(after.text) > 2:
            return True
    return place > 0 and tokens[place - 1].kind in _NUMBERS and not tokens[place].glued


def _is_chained(tokens: Sequence[Token], place: int, words: DateWords) -> bool:
    """Whether the number is one of three or more, or hangs on a word that is no part of a date."""
    first = tokens[place - 2] if place > 1 and tokens[place - 1].glued else None
    if first is None:
        return False
    if first.kind is NUMBER:
        third = place > 3 and tokens[place - 3].text in DASHES and tokens[place - 2].glued
        return third or _is_linked(tokens, place)
    dated = any(
        words.phrase_before(role, tokens, place) for role in ("part", "since", "after", "before")
    )
    return first.kind is WORD and first.low not in words.months and not dated


def _is_linked(tokens: Sequence[Token], place: int) -> bool:
    """Whether a dash and a further number follow without a space."""
    return (
        place + 2 < len(tokens)
        and tokens[place + 1].text in DASHES
        and tokens[place + 1].glued
        and is_number(tokens, place + 2, glued=True)
    )
