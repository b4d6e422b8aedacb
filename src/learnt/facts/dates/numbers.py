"""Which numbers are no dates: counts and measures, labels (page 1945), codes, sums, prices."""

from collections.abc import Sequence

from learnt.facts.dates.words import DateWords
from learnt.facts.tokens import Token, TokenKind

_NO_YEAR_BEFORE = frozenset("£$€¥₹#+×*<>≤≥≈§%@№/^_:")
_NO_YEAR_AFTER = frozenset("%‰°£$€¥×*^=+_@′″²³")
_DASHES = frozenset("-–—−‐‑")
_NEVER = 2100
"""A bare number above this is no year; deadlines of treaties and forecasts lie before it."""


def number_at(tokens: Sequence[Token], place: int) -> int | None:
    """The whole number at a place; None for anything else, and for one that no calendar has."""
    if not 0 <= place < len(tokens):
        return None
    token = tokens[place]
    if token.kind is not TokenKind.NUMBER or len(token.text) > 5:
        return None
    return int(token.text)


def is_code(tokens: Sequence[Token], place: int, words: DateWords) -> bool:
    """Whether letters or further numbers hang on the number: H1N1, 0800-1234-56, 12:30, 3/4."""
    before = tokens[place - 1] if place else None
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if before is not None and tokens[place].glued:
        if before.kind is TokenKind.WORD and before.low not in {"c", "ca", "ad", "bc"}:
            return True
        if (
            before.text in _NO_YEAR_BEFORE
            or (before.text in _DASHES
            and _is_chained(tokens, place, words))
        ):
            return True
    if after is not None and after.text in ("°", "%", "‰", "º"):
        return True
    if before is not None and before.text == "=" and place > 1:
        if before.glued or tokens[place].glued or len(tokens[place - 2].text) == 1:
            return True  # n = 1968
    if after is not None and after.low in ("x", "×", "*") and _is_number(tokens, place + 2):
        return True
    if before is not None and before.low in ("x", "×", "*") and _is_number(tokens, place - 2):
        return True
    if after is not None and after.glued:
        if after.text in _NO_YEAR_AFTER or after.text in ":_":
            return after.text != ":" or _is_number(tokens, place + 2, glued=True)
        if after.text == "(":
            return _is_number(tokens, place + 2, glued=True)
    if after is not None and after.kind in _NUMBERS and not after.glued and len(after.text) > 2:
        return True  # SU 1234 4219
    return before is not None and before.kind in _NUMBERS and not tokens[place].glued


_NUMBERS = (TokenKind.NUMBER, TokenKind.NUMERAL)


def _is_number(tokens: Sequence[Token], place: int, *, glued: bool = False) -> bool:
    return (
        0 <= place < len(tokens)
        and tokens[place].kind in _NUMBERS
        and (tokens[place].glued or not glued)
    )


def _is_chained(tokens: Sequence[Token], place: int, words: DateWords) -> bool:
    """Whether the number is one of three or more, or hangs on a word that is no part of a date."""
    first = tokens[place - 2] if place > 1 and tokens[place - 1].glued else None
    if first is None:
        return False
    if first.kind is TokenKind.NUMBER:
        third = place > 3 and tokens[place - 3].text in _DASHES and tokens[place - 2].glued
        return third or _is_linked(tokens, place)
    dated = any(
        words.phrase_before(role, tokens, place) for role in ("part", "since", "after", "before")
    )
    return first.kind is TokenKind.WORD and first.low not in words.months and not dated


def _is_linked(tokens: Sequence[Token], place: int) -> bool:
    """Whether a dash and a further number follow without a space."""
    return (
        place + 2 < len(tokens)
        and tokens[place + 1].text in _DASHES
        and tokens[place + 1].glued
        and _is_number(tokens, place + 2, glued=True)
    )


def is_labelled(tokens: Sequence[Token], place: int, words: DateWords) -> bool:
    """Whether the word before says what the number is: page 1945, room 1984, £1900."""
    before = place - 1
    if before >= 0 and tokens[before].text in _NO_YEAR_BEFORE and tokens[before].text not in "/:":
        return True
    if before >= 0 and tokens[before].text == ".":
        before -= 1
    if before < 0:
        return False
    if before and tokens[before].low in ("to", "and", ",", *_DASHES):
        earlier = before - 1
        if tokens[earlier].kind is TokenKind.NUMBER and len(tokens[earlier].text) > 2:
            clock = earlier > 0 and tokens[earlier - 1].low == "at"
            return clock or is_labelled(tokens, earlier, words)
    name = tokens[before].text
    if (
        name.isupper()
        and name.isalpha()
        and len(name) < 3
        and tokens[before].low not in words.nations
    ):
        if before == place - 1:
            return True  # HD 1461
    if tokens[before].low not in words.labels:
        return False
    if tokens[before].text.isupper() and len(tokens[before].text) > 1:
        return True
    # "the first page 1945 …" has no comma; a label is followed by its number at once
    return before == place - 1 or tokens[place - 1].glued


def is_title(tokens: Sequence[Token], place: int, words: DateWords) -> bool:
    """Whether the number alone is the name of a work: Orwell's 1984, the novel 1984, “1984”."""
    before = tokens[place - 1] if place else None
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if before is None:
        return False
    if before.low in words.titles:
        earlier = tokens[place - 2].low if place > 1 else ""
        return earlier in (*words.articles, *words.somebodys, "a", "'s")
    if before.text in "\"“'‘*_" and after is not None and after.glued and after.text in "\"”'’*_":
        return True
    if before.low != "'s":
        return False
    goes_on = after is not None and after.kind is TokenKind.WORD and after.low not in words.small
    return not goes_on


def is_count(tokens: Sequence[Token], place: int, words: DateWords, *, led: bool) -> bool:
    """Whether the words around the number at `place` say that it counts or measures.

    `led` where a word before it leads to a date ("in", "since"), which then has the benefit of
    the doubt.
    """
    if words.phrase_before("no_more_than", tokens, place) and not _opens_a_range(tokens, place):
        return True
    if _is_street(tokens, place, words):
        return True
    if place and tokens[place - 1].low == "at":  # at 1900 hours, at 2000 metres, at 1430
        return True
    after = place + 1
    if after < len(tokens) and tokens[after].text in _DASHES and tokens[after].glued:
        after += 1  # 1500-word essay, 2000-metre race
    if after >= len(tokens):
        return False
    following = tokens[after]
    if following.low in words.of and _is_number(tokens, after + 1):
        return True  # in 1800 of 2000 schools
    if words.phrase_before("until", tokens, place) > 1 and _is_round(tokens[place]):
        return following.kind is TokenKind.WORD and following.low not in words.small
    if following.kind is not TokenKind.WORD:
        return False
    if following.glued and after == place + 1:
        return following.low not in words.decade_suffix and following.low not in _ERAS
    if following.low in words.units and following.low not in _ERAS:
        return not (led and following.low in words.happenings)
    before = tokens[place - 1].low if place else ""
    if (
        led
        and before == "of"
        and any(_counts(tokens, nth, words) for nth in _noun_places(tokens, after, words))
    ):
        return True  # a hoard of 1237 silver pennies
    if led and not before == "of":
        return _is_round(tokens[place]) and _counts(tokens, after, words) and before != "in"
    if before in words.articles or before in words.somebodys or before in words.these:
        return False
    if _is_round(tokens[place]):
        return any(_counts(tokens, nth, words) for nth in _noun_places(tokens, after, words))
    near = _noun_places(tokens, after, words)
    if any(tokens[nth].low in words.units for nth in near):
        return True
    return _counts(tokens, after, words) and not words.nouns_are_capital


_ERAS = frozenset({"bc", "ad", "bce", "ce"})


def _is_round(number: Token) -> bool:
    return number.text.endswith("0")


def _noun_places(tokens: Sequence[Token], start: int, words: DateWords) -> range:
    """The next few words, as far as they may be what is counted ("1500 armed German men")."""
    end = start
    while end < min(start + 3, len(tokens)) and tokens[end].kind is TokenKind.WORD:
        if tokens[end].low in words.small:
            break
        end += 1
    return range(start, end)


def _counts(tokens: Sequence[Token], place: int, words: DateWords) -> bool:
    """Whether the word is a plural of things that are counted, as far as its letters tell."""
    word = tokens[place]
    if word.low in words.units:
        return True
    if word.low in words.happenings or len(word.low) < 4:
        return False
    if words.nouns_are_capital:
        return word.capital and word.low.endswith(tuple(words.plural_endings))
    return word.low.endswith(tuple(words.plural_endings)) and not word.low.endswith(
        ("ss", "us", "is")
    )


def _opens_a_range(tokens: Sequence[Token], place: int) -> bool:
    """Whether a further number hangs on it: "took over 1830-50"."""
    return place + 1 < len(tokens) and (
        tokens[place + 1].text in _DASHES and _is_number(tokens, place + 2)
    )


def _is_street(tokens: Sequence[Token], place: int, words: DateWords) -> bool:
    """`1600 Pennsylvania Avenue`."""
    near = tokens[place + 1 : place + 4]
    return any(one.low in words.streets and one.capital for one in near) and near[0].capital


def counted_years(tokens: Sequence[Token], words: DateWords) -> bool:
    """Whether a number that looks like a year counts something in this text: 1905 people.

    Another bare number beside it ("… held 1905 people; 1880 came") is then no year either.
    """
    for place, token in enumerate(tokens):
        number = number_at(tokens, place)
        if number is None or not is_year(number, len(token.text)):
            continue
        led = bool(words.phrase_before("in", tokens, place))
        degrees = place + 1 < len(tokens) and tokens[place + 1].text in "°º"
        if degrees or is_count(tokens, place, words, led=led):
            return True
    return False


def is_year(number: int, digits: int) -> bool:
    """Whether a bare number could be a year: four digits, up to the century after next."""
    return digits == 4 and 1000 <= number <= _NEVER
