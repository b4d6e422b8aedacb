"""Hyphens at line ends: those that broke a word, and those that are the word's own.

"nego-/tiate" is one word. "well-/known" keeps its hyphen where the page writes the word with it
elsewhere, and never without it, or where its first half nearly always has one.
"""

import re

HYPHEN = "\u2010"
"""Stands, while a page is read, at a line's end for a hyphen that is the word's own."""

_BROKEN = re.compile(r"(?<![^\W_])([^\W\d_]{2,})-(?=\r?\n[ \t]*([^\W\d_]+))")
_WITH = re.compile(r"[^\W\d_]{2,}-[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+")
_HALVES = frozenset("self well ex half quasi so semi all".split())
_ALONE = frozenset("and or und oder et ou y e o u to bis nor as".split())


def with_own_hyphens(text: str) -> str:
    """The text with `HYPHEN` at line ends where the page shows that the hyphen is the word's."""
    if "-\n" not in text and "-\r" not in text:
        return text
    broken = [(one, f"{one[1]}-{one[2]}".lower()) for one in _BROKEN.finditer(text)]
    wanted = {word for one, word in broken if one[2][0].islower()}
    if not wanted:
        return text
    seen = {one[0].lower() for one in _WITH.finditer(text)}
    wanted &= seen
    if not wanted:
        return text
    whole = {word.replace("-", "") for word in wanted}
    joined = {one[0].lower() for one in _WORD.finditer(text)} & whole
    own = {word for word in wanted if word.replace("-", "") not in joined}
    places = [one.end() - 1 for one, word in broken if word in own]
    ends = [0, *(place + 1 for place in places)]
    pieces = [text[start:place] + HYPHEN for start, place in zip(ends, places, strict=False)]
    return "".join((*pieces, text[ends[-1] :]))


def begins_rest(rest: str) -> bool:
    """Whether a line can begin with the second half of a word: `short- / and long-term` cannot."""
    word = _WORD.match(rest)
    return word is not None and word[0][0].islower() and word[0] not in _ALONE


def keeps_hyphen(first: str) -> bool:
    """Whether the half word before the hyphen at the end of `first` keeps it by itself.

    No word is broken after its first letter, so "X-" is the beginning of "X-ray".
    """
    half = first[:-1].rsplit(None, 1)[-1].lower().lstrip("(\"'“‘")
    return len(half) == 1 or half in _HALVES
