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
    r"no (?:way|power|chance|right) (?:to|of)|need not|not one of|"
    r"nothing to do with|not at all|by no means|anything but|the opposite of)\b",
    re.IGNORECASE,
)
"""Phrases that deny the whole of what is said."""
_LIMITED = re.compile(
    r"\b(?:because|out of|more than|less than|other than|until|before|below|above|any more|"
    r"any longer|only|just|all at once|by themselves|alone|but|except)\b",
    re.IGNORECASE,
)
"""What follows a denial that denies only part: "did not fail because of", "no more than"."""


def polarity_clash(beside: Beside) -> Clash | None:
    """A word that both say, denied on one side alone."""
    point = beside.point
    denied_there, denied_here = beside.denied_there, beside.denied_here
    affirmed = not denied_there and not _negated(point.words, beside.lexicon)
    if affirmed and (phrase := _denying(beside)):
        return Clash(ClashKind.POLARITY, phrase, point.text)
    if not denied_there and not denied_here:
        return None
    pairs = _deniable(beside)
    there = [p for p in pairs if id(p[0]) in denied_there and id(p[1]) not in denied_here]
    here = [p for p in pairs if id(p[1]) in denied_here and id(p[0]) not in denied_there]
    if here and (there or not denied_there) and not _taken_back(beside, *here[0]):
        wanted, said = here[0]
        return Clash(ClashKind.POLARITY, Span(denied_here[id(said)].start, said.end), wanted.text)
    if there and not _denies(beside):  # else it is denied in other words
        wanted, said = there[0]
        told = point.text[denied_there[id(wanted)].start : wanted.end]
        return Clash(ClashKind.POLARITY, Span(said.start, said.end), told)
    return None


def _deniable(beside: Beside) -> list[tuple[Word, Word]]:
    """The pairs of words that a negator may deny on one side: verbs, adjectives, surely denied."""
    words = beside.point.words
    deniable = {
        id(word)
        for place, word in enumerate(words)
        if id(word) in beside.denied_there
        or may_be_verb(words, place, beside.lexicon)
        or is_adjective(word)
        or words[max(0, place - 2)].low in BE
    }
    denied = beside.denied_here
    several = len(beside.pairs) > 1 and not _negated(words, beside.lexicon)
    return [
        (one, two)
        for one, two in beside.pairs
        if id(one) in deniable
        or (id(two) in denied and _surely(two, denied, beside.lexicon, several=several))
    ]


def _taken_back(beside: Beside, wanted: Word, said: Word) -> bool:
    """Whether a denial is denied again, or only in part, or the point denies in other words."""
    lexicon, stretch = beside.lexicon, beside.answer.words[beside.first : beside.end]
    others = (word for word in beside.point.words if word is not wanted)
    if any(word.stem in lexicon.contrary for word in others):
        return True
    denials = sum(_denial(word, lexicon) or word.low == "unless" for word in stretch)
    if denials > 1 and not _negated(beside.point.words, lexicon):
        return True
    return _LIMITED.search(beside.answer.text, said.end, beside.window.end) is not None


def _denying(beside: Beside) -> Span | None:
    """A phrase of the stretch by which all of it is denied: makes no difference."""
    window = beside.window
    found = _DENYING.search(beside.answer.text, window.start, window.end)
    return Span(*found.span()) if found else None


def _negated(words: Sequence[Word], lexicon: Lexicon) -> bool:
    return any(_denial(word, lexicon) for word in words)


def _denial(word: Word, lexicon: Lexicon) -> bool:
    return word.low in lexicon.negators or word.stem in lexicon.refusing


def _surely(said: Word, denied: Mapping[int, Word], lexicon: Lexicon, *, several: bool) -> bool:
    """Whether it is this very word that is denied: by "not", as a verb, or what there is none of.

    Where nothing else is said of the point, "no light" may be anything.
    """
    negator = denied[id(said)].low
    return (
        negator == "not"
        or (several and negator in ("no", "neither"))
        or lexicon.verbs.get(said.low, 0.0) > 0.3
    )


def _denies(beside: Beside) -> bool:
    """Whether the stretch has a word that denies anything."""
    lexicon, stretch = beside.lexicon, beside.answer.words[beside.first : beside.end]
    return any(
        _denial(word, lexicon)
        or word.stem in lexicon.contrary
        or word.low.startswith(("un", "non"))
        for word in stretch
    )


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
