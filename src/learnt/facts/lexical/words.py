"""The words of a text as marking compares them: one form for case, accents and spellings."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from learnt.facts.lexical.lexicon import Lexicon, Meaning, Spelling
from learnt.facts.values import Span

_PLAIN = r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+(?:[.,]\d+)*"
_WORD = re.compile(_PLAIN)
_BETWEEN = re.compile(f"({_PLAIN})")
_OWNS = ("'s", "’s", "'S", "’S")
_NOTE = re.compile(r"(?<!\w)[A-Za-z]{1,3}\d[A-Za-z]?(?!\w)")
"""Letters with a digit, which may be an initialism: CO2, WW1."""
_BRITISH = (
    (re.compile(r"ae|oe(?=[a-z]{4})"), "e"),
    (re.compile(r"(?<=[a-z]{3})is(?=(?:e|ed|es|ing|ation|ations|er|ers)$)"), "iz"),
    (re.compile(r"(?<=[a-z]{2}l)ys(?=(?:e|ed|es|ing|er)$)"), "yz"),
    (re.compile(r"(?<=[a-z]{2})our(?=(?:s|ed|ing|er|ers|able|ful|ite|ites|less|ed)?$)"), "or"),
    (re.compile(r"(?<=[a-z]{2}[bcdhkpt])re(?=s?$)"), "er"),
    (re.compile(r"(?<=[a-z]{2})ogue(?=s?$)"), "og"),
    (re.compile(r"(?<=[a-z]{2}[bcdfghjkmnpqrstvwxz][aeiou]l)l(?=(?:er|ers|or|ors)$)"), ""),
    (re.compile(r"(?<=[a-z][fltr]en)c(?=es?$)"), "s"),
)
_SPELT_APART = re.compile("ae|oe|is[aei]|lys|our|[bcdhkpt]re|ogue|ll[eo]r|enc")
"""What all that these patterns change has in it: most words are seen to have none of it."""
_APART = {
    "aluminium": "aluminum", "grey": "gray", "tyre": "tire", "tyres": "tires", "plough": "plow",
    "ploughs": "plows", "ploughed": "plowed", "mould": "mold", "moulds": "molds",
    "foetus": "fetus", "foetal": "fetal", "sceptic": "skeptic", "sceptical": "skeptical",
    "programme": "program", "programmes": "programs", "sulphur": "sulfur", "sulphate": "sulfate",
    "sulphide": "sulfide", "sulphite": "sulfite", "sulphuric": "sulfuric",
}  # fmt: skip
"""Words that no pattern tells."""
_SHORT = {"four", "hour", "your", "our", "tour", "pour", "flour", "sour"}


_MOST_SEEN = 400_000
_MOST_NAMED = 10_000
"""Spellings and names of which a lexicon keeps what they mean."""


class Word(NamedTuple):
    """A word or a number; `weight` is how much it says, 0 for words that say nothing.

    A plain tuple: of a large deck there are millions.
    """

    text: str
    low: str
    stem: str
    start: int
    end: int
    weight: float
    number: bool


def words_of(
    text: str, lexicon: Lexicon, initials: Mapping[str, Sequence[str]] | None = None
) -> tuple[Word, ...]:
    """The words of a text in order; `start` and `end` count its letters.

    An initialism is told as the words it stands for, each where the initialism stands: those
    that the lexicon knows, and those of `initials` (by small letters), which the card explains.
    """
    found: list[Word] = []
    seen, new = lexicon.seen, tuple.__new__  # a named tuple's own takes twice as long
    start = 0
    parts = iter(_parts(text, lexicon))
    for between, whole in zip(parts, parts, strict=False):  # nothing follows the last of them
        start += len(between)
        spelt, low, meant = seen.get(whole) or _seen(whole, lexicon)
        if initials and low in initials:
            meant = tuple(_meaning(each, lexicon) for each in initials[low])
        end = start + len(spelt)
        for each, stem, weight, number in meant:
            found.append(new(Word, (spelt, each, stem, start, end, weight, number)))
        start += len(whole)
    return tuple(found)


def _seen(whole: str, lexicon: Lexicon) -> Spelling:
    """A spelling without a genitive's s, written small (a number word by its digits), and meant.

    Where a word comes again, its letters are the very same value: so a deck keeps them once.
    """
    if len(lexicon.seen) > _MOST_SEEN:
        lexicon.seen.clear()
    spelt = whole[:-2] if whole.endswith(_OWNS) else whole
    low = spelt.lower() if spelt.isascii() else folded(spelt)
    low = lexicon.numbers.get(low, low)
    long = lexicon.initials.get(low)
    meant = (_meaning(low, lexicon),) if not long else [_meaning(one, lexicon) for one in long]
    found = Spelling(spelt, low, tuple(meant))
    lexicon.seen[whole] = found
    return found


def _parts(text: str, lexicon: Lexicon) -> list[str]:
    """What stands before each word, and the word, in turn; at last what stands behind them all.

    An initialism with a digit is one word.
    """
    if not _NOTE.search(text):
        return _BETWEEN.split(text)
    parts: list[str] = []
    until = 0
    for one in _WORD.finditer(text):
        if one.start() < until:
            continue
        note = _NOTE.match(text, one.start())
        whole = note if note and note[0].lower() in lexicon.initials else one
        parts += [text[until : whole.start()], whole.group()]
        until = whole.end()
    return [*parts, text[until:]]


def named_words(name: str, text: str, span: Span, lexicon: Lexicon) -> tuple[Word, ...]:
    """The words of a name that stands in a text in another form (`text`, at `span`)."""
    meant = lexicon.named.get(name)
    if meant is None:
        lows = (each for each in folded(name).split() if each not in lexicon.small)
        if len(lexicon.named) > _MOST_NAMED:
            lexicon.named.clear()
        meant = lexicon.named[name] = tuple([_meaning(each, lexicon) for each in lows])
    start, end, new = span.start, span.end, tuple.__new__
    return tuple(
        [
            new(Word, (text, low, stem, start, end, weight, number))
            for low, stem, weight, number in meant
        ]
    )


def _meaning(low: str, lexicon: Lexicon) -> Meaning:
    """What a word in small letters is: itself, its stem, its weight, and whether it is a number."""
    number = low[0].isdigit()
    stem = low.replace(",", "") if number else lexicon.stem(american(low))
    return low, stem, weight_of(low, number=number, lexicon=lexicon), number


def weight_of(low: str, *, number: bool, lexicon: Lexicon) -> float:
    """How much a word says: 0 for small words, 1 for words never met."""
    if number:
        return 0.6
    if low in lexicon.small or low in lexicon.negators:
        return 0.0
    return max(0.1, lexicon.rarity(low))


@lru_cache(maxsize=50_000)
def folded(text: str) -> str:
    """Small letters without accents, with plain apostrophes."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


@lru_cache(maxsize=50_000)
def american(low: str) -> str:
    """One spelling for words that British and American writers spell apart.

    It need not be a real word, only the same for both.
    """
    if low in _APART:
        return _APART[low]
    if len(low) < 5 or low in _SHORT or not _SPELT_APART.search(low):
        return low
    for pattern, instead in _BRITISH:
        low = pattern.sub(instead, low)
    return low
