"""A text cut into words, numbers and signs, in one pass whose time grows with the text alone."""

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from learnt.deck.files import blanked
from learnt.facts.light import value
from learnt.facts.values import Span


class TokenKind(StrEnum):
    """What a token is made of. A NUMERAL has separators or decimals, and so is no year."""

    WORD = "word"
    NUMBER = "number"
    NUMERAL = "numeral"
    NUMERIC_DATE = "numeric date"
    SIGN = "sign"


WORD, NUMBER, NUMERAL = TokenKind.WORD, TokenKind.NUMBER, TokenKind.NUMERAL
NUMERIC_DATE, SIGN = TokenKind.NUMERIC_DATE, TokenKind.SIGN
"""The same by names of their own, since they are asked for at every token: in Python 3.11 an
enumeration takes ten times as long to give its member."""


@value(frozen=True, slots=True)
class Token:
    """A word, a number or a sign; `glued` where no space stands before it.

    `low` is its text written small, with a plain apostrophe, and `capital` whether it begins with
    a capital letter.
    """

    text: str
    low: str
    start: int
    end: int
    kind: TokenKind
    glued: bool
    capital: bool

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


_LETTER = r"(?:[^\W\d_]|[\u0300-\u036f])"
_TOKEN = re.compile(
    rf"""
    (?P<word>
        [^\W\d_]++ (?! [\u0300-\u036f] | ['’]t (?!{_LETTER}) )  # nearly every word, in one go
      | n['’]t (?!{_LETTER})
      | {_LETTER}+ (?=n['’]t (?!{_LETTER}))
      | (?<=\w) ['’] (?:s|re|ve|ll|d|m) (?!\w)
      | {_LETTER}+ )
  | (?P<numeric_date>
        (?<![\d.,/-]) (?: \d{{4}}-\d{{2}}-\d{{2}} (?![\d-])
          | \d{{1,2}}(?P<sep>[./-])\d{{1,2}}(?P=sep)\d{{4}} (?![\d/-])
          | \d{{1,2}}/\d{{1,2}}/\d{{2}} (?![\d/-]) ) )
  | (?P<numeral>
        \d{{1,3}}(?:[,.]\d{{3}})+ (?!\d) (?:[.,]\d+)? | \d+\.\d+ | \d{{1,3}},\d{{1,2}} (?!\d) )
  | (?P<number> \d+ )
  | (?P<sign> \S )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_KINDS = {
    "numeric_date": NUMERIC_DATE,
    "sep": NUMERIC_DATE,
    "numeral": NUMERAL,
    "number": NUMBER,
    "word": WORD,
    "sign": SIGN,
}


def tokens_of(text: str) -> tuple[Token, ...]:
    """The tokens of a text, in order. White space is in none of them, nor pictures and sounds."""
    found = []
    end = -1
    for one in _TOKEN.finditer(blanked(text)):
        start, stop = one.span()
        word, low, capital = _written(one.group())
        kind = _KINDS[one.lastgroup or "sign"]
        found.append(Token(word, low, start, stop, kind, start == end, capital))
        end = stop
    return tuple(found)


@lru_cache(maxsize=10_000)
def _written(word: str) -> tuple[str, str, bool]:
    """A word, the same written small, and whether it has a capital.

    All tokens of a word share the two, so that a deck keeps each word once and it is hashed once.
    """
    return word, word.lower().replace("’", "'"), word[0].isupper()


_ENDS = frozenset(".!?…")
_CLOSING = frozenset("\"'”’)]»")
_LONGEST = 200
"""Tokens after which a sentence is cut: nobody writes such, and what is read of a sentence is
looked for in all of it, so that time grows with the text alone only if sentences do not."""


def sentences_of(
    text: str,
    tokens: tuple[Token, ...],
    abbreviations: frozenset[str],
    days: Iterable[range] = (),
) -> tuple[range, ...]:
    """The sentences, each as the range of its tokens.

    A full stop ends one unless it belongs to one of the `abbreviations`, to a single letter or to
    one of the `days` ("28. Juni"), or a small letter goes on after it. A line break ends one as
    well.
    """
    in_days = {at for day in days for at in day[1:]}
    cuts = [0]
    for place, (one, after) in enumerate(pairwise(tokens), start=1):
        if place - cuts[-1] >= _LONGEST or (
            not after.glued
            and place not in in_days
            and ("\n" in text[one.end : after.start] or _ends(tokens, place, abbreviations))
        ):
            cuts.append(place)
    cuts.append(len(tokens))
    return tuple(range(*pair) for pair in pairwise(cuts) if pair[0] < pair[1])


def _ends(tokens: tuple[Token, ...], place: int, abbreviations: frozenset[str]) -> bool:
    """Whether a sentence ends before the token at `place`, which stands behind a space."""
    last, after = place - 1, tokens[place]
    if after.text in _ENDS:
        return False
    while last > 0 and tokens[last].text in _CLOSING and tokens[last].glued:
        last -= 1
    if tokens[last].text not in _ENDS:
        return False
    if tokens[last].text != ".":
        return True
    return not (_is_short(tokens, last, abbreviations) or after.text[0].islower())


def _is_short(tokens: tuple[Token, ...], stop: int, abbreviations: frozenset[str]) -> bool:
    """Whether the full stop belongs to the word before it: "Dr.", "J."."""
    if not stop or not tokens[stop].glued or tokens[stop - 1].kind is not WORD:
        return False
    before = tokens[stop - 1]
    return before.low in abbreviations or (len(before.text) == 1 and before.capital)
