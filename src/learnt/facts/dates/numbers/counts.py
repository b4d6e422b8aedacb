"""Numbers that count or measure, by the words around them: 1500 tanks, over 2000, in 396 trials."""

from collections.abc import Sequence

from learnt.facts.dates.numbers.codes import DASHES, is_number, is_year, number_at
from learnt.facts.tokens import NUMBER, WORD, Token
from learnt.facts.words import DateWords

_DEGREES = "°º"
_NEAR = 3
"""How many words what is counted may have: 1500 armed German men."""
_SHORT = 4
"""Words of fewer letters are no plurals of things that are counted."""


def is_count(tokens: Sequence[Token], place: int, words: DateWords, *, led: bool) -> bool:
    """Whether the words around the number at `place` say that it counts or measures.

    `led` where a word before it leads to a date ("in", "since"), which then has the benefit of
    the doubt.
    """
    return _counts_by_words_before(tokens, place, words) or _counts_by_words_behind(
        tokens, place, words, led=led
    )


def _counts_by_words_before(tokens: Sequence[Token], place: int, words: DateWords) -> bool:
    """`over 2000`, `at 1900 hours`, `at 2000 metres`; and `1600 Pennsylvania Avenue`."""
    if words.phrase_before("no_more_than", tokens, place) and not _opens_a_range(tokens, place):
        return True
    if place and tokens[place - 1].low in words.clock:
        return True
    near = tokens[place + 1 : place + 1 + _NEAR]
    return any(one.low in words.streets and one.capital for one in near) and near[0].capital


def _counts_by_words_behind(
    tokens: Sequence[Token], place: int, words: DateWords, *, led: bool
) -> bool:
    """`1800 of 2000 schools`, `1500-word essay`, `1500 armed German men`."""
    after = place + 1
    if after < len(tokens) and tokens[after].text in DASHES and tokens[after].glued:
        after += 1  # 1500-word essay, 2000-metre race
    if after >= len(tokens):
        return False
    following = tokens[after]
    if following.low in words.of and is_number(tokens, after + 1):
        return True  # in 1800 of 2000 schools
    if words.phrase_before("until", tokens, place) > 1 and _is_round(tokens[place]):
        return following.kind is WORD and following.low not in words.small
    if following.kind is not WORD:
        return False
    if following.glued and after == place + 1:
        return following.low not in words.decade_suffix and following.low not in words.eras
    if following.low in words.units:
        told = led and tokens[place - 1].low in words.in_year and not _is_round(tokens[place])
        return not (told and following.low in words.groups)  # in 1968 students rioted
    return _counts_noun(tokens, place, after, words, led=led)


def _counts_noun(
    tokens: Sequence[Token], place: int, after: int, words: DateWords, *, led: bool
) -> bool:
    """Whether the words from `after` on are a noun, with what describes it, that is counted."""
    before = tokens[place - 1].low if place else ""
    near = _noun_places(tokens, after, words)
    if led and before not in words.counted_of:
        round_one = _is_round(tokens[place]) and before not in words.in_year
        return round_one and _counts(tokens[after], words)
    if led and any(_counts(tokens[nth], words) for nth in near):
        return True  # a hoard of 1237 silver pennies
    if before in words.articles or before in words.somebodys or before in words.these:
        return False
    if _is_round(tokens[place]):
        return any(_counts(tokens[nth], words) for nth in near)
    if any(tokens[nth].low in words.units for nth in near):
        return True
    return not words.nouns_are_capital and _counts(tokens[after], words)


def _is_round(number: Token) -> bool:
    return number.text.endswith("0")


def _noun_places(tokens: Sequence[Token], start: int, words: DateWords) -> range:
    """The next few words, as far as they may be what is counted ("1500 armed German men")."""
    end = start
    while end < min(start + _NEAR, len(tokens)) and tokens[end].kind is WORD:
        if tokens[end].low in words.small:
            break
        end += 1
    return range(start, end)


def _counts(word: Token, words: DateWords) -> bool:
    """Whether the word is a plural of things that are counted, as far as its letters tell."""
    if word.low in words.units:
        return True
    if word.low in words.happenings or len(word.low) < _SHORT:
        return False
    if words.nouns_are_capital:
        return word.capital and word.low.endswith(words.plural_endings)
    return word.low.endswith(words.plural_endings) and not word.low.endswith(words.singular_endings)


def _opens_a_range(tokens: Sequence[Token], place: int) -> bool:
    """Whether a further number hangs on it: "took over 1830-50"."""
    return place + 1 < len(tokens) and (
        tokens[place + 1].text in DASHES and is_number(tokens, place + 2)
    )


def counted_years(tokens: Sequence[Token], words: DateWords) -> bool:
    """Whether a number that looks like a year counts something in this text: 1905 people.

    Another bare number beside it ("… held 1905 people; 1880 came") is then no year either.
    """
    for place, token in enumerate(tokens):
        if token.kind is not NUMBER:
            continue
        number = number_at(tokens, place)
        if number is None or not is_year(number, len(token.text)):
            continue
        led = bool(words.phrase_before("in", tokens, place))
        degrees = place + 1 < len(tokens) and tokens[place + 1].text in _DEGREES
        if degrees or is_count(tokens, place, words, led=led):
            return True
    return False
