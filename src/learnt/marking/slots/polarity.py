"""What is said to be so and what is not: a negator must govern the very word that is compared."""

import re
from collections.abc import Mapping, Sequence

from learnt.facts.lexical.lexicon import Lexicon
from learnt.facts.lexical.words import Word
from learnt.facts.values import Span
from learnt.marking.beside import Beside
from learnt.marking.denials import BE, is_adjective
from learnt.marking.slots.clash import Clash, ClashKind
from learnt.marking.verbs import may_be_verb

_DENYING = re.compile(
    r"\b(?:no (?:difference|effect|influence|impact|role|part|evidence|need|reason|connection|use)|"
    r"nothing to do with|not at all|by no means|anything but|the opposite of)\b",
    re.IGNORECASE,
)
"""Phrases that deny the whole of what is said."""


def polarity_clash(beside: Beside) -> Clash | None:
    """A word that both say, denied on one side alone."""
    point = beside.point
    denied_there, denied_here = beside.denied_there, beside.denied_here
    affirmed = not denied_there and not _negated(point.words, beside.lexicon)
    if affirmed and (phrase := _denying(beside)):
        return Clash(ClashKind.POLARITY, phrase, point.text)
    if not denied_there and not denied_here:
        return None
    deniable = {
        id(word)
        for place, word in enumerate(point.words)
        if id(word) in denied_there
        or may_be_verb(point.words, place, beside.lexicon)
        or is_adjective(word)
        or point.words[max(0, place - 2)].low in BE
    }
    pairs = [
        pair
        for pair in beside.pairs
        if id(pair[0]) in deniable
        or (id(pair[1]) in denied_here and _surely(pair[1], denied_here, beside.lexicon))
    ]
    there = [p for p in pairs if id(p[0]) in denied_there and id(p[1]) not in denied_here]
    here = [p for p in pairs if id(p[1]) in denied_here and id(p[0]) not in denied_there]
    if here and (there or not denied_there):
        wanted, said = here[0]
        return Clash(ClashKind.POLARITY, Span(denied_here[id(said)].start, said.end), wanted.text)
    if there and not _denies(beside):  # else it is denied in other words
        wanted, said = there[0]
        told = point.text[denied_there[id(wanted)].start : wanted.end]
        return Clash(ClashKind.POLARITY, Span(said.start, said.end), told)
    return None


def _denying(beside: Beside) -> Span | None:
    """A phrase of the stretch by which all of it is denied: makes no difference."""
    window = beside.window
    found = _DENYING.search(beside.answer.text, window.start, window.end)
    return Span(*found.span()) if found else None


def _negated(words: Sequence[Word], lexicon: Lexicon) -> bool:
    return any(word.low in lexicon.negators or word.stem in lexicon.refusing for word in words)


def _surely(said: Word, denied: Mapping[int, Word], lexicon: Lexicon) -> bool:
    """Whether it is this very word that is denied: by a plain "not", or as a verb."""
    return denied[id(said)].low == "not" or lexicon.verbs.get(said.low, 0.0) > 0.3


def _denies(beside: Beside) -> bool:
    """Whether the stretch has a word that denies anything."""
    return _negated(beside.answer.words[beside.first : beside.end], beside.lexicon)


def opposite_clash(beside: Beside) -> Clash | None:
    """A word of the stretch that is the opposite, or the rival, of one that the point says."""
    lexicon = beside.lexicon
    denied_there, denied_here = beside.denied_there, beside.denied_here
    own = {word.stem for word in beside.point.content}
    for wanted in beside.unsaid:
        for said in beside.surplus:
            if said.stem in own or not are_opposite(wanted, said, lexicon):
                continue
            if (id(wanted) in denied_there) == (id(said) in denied_here):
                return Clash(ClashKind.TERM, Span(said.start, said.end), wanted.text)
    return None


def are_opposite(one: Word, two: Word, lexicon: Lexicon) -> bool:
    """Whether two words exclude each other: antonyms, rivals of one group, stable and unstable."""
    if two.stem in lexicon.opposites.get(one.stem, ()):
        return True
    short, long = sorted((one.low, two.low), key=len)
    prefixes = ("un", "non", "dis")
    return len(short) > 3 and any(long == prefix + short for prefix in prefixes)
