"""What a stemmer of English makes of most words, told at a glance from how they end.

The stemmer itself takes fifty times as long, and of a large deck there are hundreds of thousands of
words, most of them never met before.
"""

import re

_ENDINGS = tuple("s e y ed ing li al ll enci anci i er or ion ism ogist ful ic ant ent".split())
_SHORTEST = 5
"""Letters from which on a word is told by its ending: short ones have rules of their own."""
_UNLIKE = tuple("arsen commun emerg gener inter later organ past univers".split())
"""Beginnings of which the stemmer has rules of its own."""
_APART = frozenset({"andes", "atlas", "cosmos"})
_ENDING_IN_E = tuple("ate ive ize nce ble paste".split())
_ENDING_IN_S = tuple("ies sses ness ous".split())
_BEFORE_Y = "lcgt"
"""With what follows on them, these are endings of which more is taken off."""
_SYLLABLE = re.compile(r"[^aeiou]*[aeiou]+[^aeiou]")
_TWO_SYLLABLES = re.compile(r"[^aeiou]*[aeiou]+[^aeiou]+[aeiou]+[^aeiou]")
_SHORT_BEFORE_E = re.compile(r"[^aeiou][aeiou][^aeiouwx]e$")
_VOWEL = re.compile(r"[aeiou]")


def may_change(word: str) -> bool:
    """Whether a stemmer of English may take anything off a word: no other has an ending of any."""
    return word.endswith(_ENDINGS) or "'" in word or not word.isascii()


def told_stem(word: str) -> str | None:
    """The stem of a word, where its ending alone tells; None where the stemmer must be asked."""
    if not may_change(word):
        return word
    if len(word) < _SHORTEST or not (word.isascii() and word.isalpha()):
        return None
    if "y" in word[:-1] or word in _APART or word.startswith(_UNLIKE):
        return None
    last = word[-1]
    if last == "s":
        return _without_s(word)
    if last == "y":
        return _with_i(word)
    return _without_e(word) if last == "e" else None


def _without_s(word: str) -> str | None:
    if word.endswith(_ENDING_IN_S):
        return None
    if word.endswith(("ss", "us")) or not _VOWEL.search(word, 0, len(word) - 2):
        return word
    rest = word[:-1]
    if rest.endswith("e"):
        return _without_e(rest)
    return None if may_change(rest) else rest


def _with_i(word: str) -> str | None:
    before = word[-2]
    if before in _BEFORE_Y:
        return None
    return word if before in "aeiou" else word[:-1] + "i"


def _without_e(word: str) -> str | None:
    if word.endswith(_ENDING_IN_E):
        return None
    if _TWO_SYLLABLES.match(word) is None and (
        _SYLLABLE.match(word) is None or _SHORT_BEFORE_E.search(word)
    ):
        return word
    return word[:-1]
