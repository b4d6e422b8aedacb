"""What is said to be so and what is not: a negator must govern the very word that is compared."""

import re
from collections.abc import Sequence

from learnt.facts.values import Span
from learnt.marking.beside import Beside
from learnt.marking.lexicon import Lexicon
from learnt.marking.slots.clash import Clash, ClashKind
from learnt.marking.verbs import may_be_verb, verbs_in
from learnt.marking.words import Word

_REACH = 4
"""Words after a negator among which the one that it governs stands: "did not really sign"."""
_ENDS = frozenset(
    "but and so because which who although though while whereas however until".split()
)
"""Words at which what a negator governs ends."""
_DENYING = re.compile(
    r"\b(?:no (?:difference|effect|influence|impact|role|part|evidence|need|reason|connection|use)|"
    r"nothing to do with|not at all|by no means|anything but|the opposite of)\b",
    re.IGNORECASE,
)
"""Phrases that deny the whole of what is said."""
_BE = frozenset("is are was were be been being".split())
_PLACING = frozenset("in on at by with for from of to".split())
_ADJECTIVES = ("ful", "ous", "ive", "al", "ic", "able", "ible", "ant", "ent", "less", "ary", "ed")
"""Endings of words that may be denied though they are no verbs."""


def polarity_clash(beside: Beside) -> Clash | None:
    """A word that both say, denied on one side alone."""
    point, answer = beside.point, beside.answer
    denied_there = governed(point.text, point.words, beside.lexicon)
    denied_here = governed(answer.text, answer.words, beside.lexicon)
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
        or _is_adjective(word)
        or point.words[max(0, place - 2)].low in _BE
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


def _surely(said: Word, denied: dict[int, Word], lexicon: Lexicon) -> bool:
    """Whether it is this very word that is denied: by a plain "not", or as a verb."""
    return denied[id(said)].low == "not" or lexicon.verbs.get(said.low, 0.0) > 0.3


def _denies(beside: Beside) -> bool:
    """Whether the stretch has a word that denies anything."""
    return _negated(beside.answer.words[beside.first : beside.end], beside.lexicon)


def opposite_clash(beside: Beside) -> Clash | None:
    """A word of the stretch that is the opposite, or the rival, of one that the point says."""
    lexicon = beside.lexicon
    denied_there = governed(beside.point.text, beside.point.words, lexicon)
    denied_here = governed(beside.answer.text, beside.answer.words, lexicon)
    own = {word.stem for word in beside.point.content}
    for wanted in beside.unsaid:
        for said in beside.surplus:
            if said.stem in own or not are_opposite(wanted, said, lexicon):
                continue
            if (id(wanted) in denied_there) == (id(said) in denied_here):
                return Clash(ClashKind.TERM, Span(said.start, said.end), wanted.text)
    return None


def governed(text: str, words: Sequence[Word], lexicon: Lexicon) -> dict[int, Word]:
    """By the identity of each word that a negator denies: that negator.

    It denies the first word after it that says something, if that is a verb or an adjective; a
    noun where "not" stands before it or before its preposition ("not in the ground").
    """
    found: dict[int, Word] = {}
    verbs = verbs_in(words, lexicon)
    for place, word in enumerate(words):
        if word.low not in lexicon.negators and word.stem not in lexicon.refusing:
            continue
        end = word.end
        next_low = words[place + 1].low if place + 1 < len(words) else ""
        before = words[place - 1].low if place else ""
        placed = word.low == "not" and (next_low in _PLACING or before in _BE)
        for after in words[place + 1 : place + 1 + _REACH]:
            if after.low in _ENDS or any(sign in ",.;:!?\n–" for sign in text[end : after.start]):
                break
            end = after.end
            if after.weight > 0 and not after.low.endswith("ly"):
                verb = lexicon.verbs.get(after.low, 0.0) > 0.05 or id(after) in verbs
                if not _taken_up(words, place) and (placed or verb or _is_adjective(after)):
                    found[id(after)] = word
                break
    return found


def _taken_up(words: Sequence[Word], place: int) -> bool:
    """Whether "but" says soon what is so instead: "not by Poland but by Japan"."""
    return any(word.low == "but" for word in words[place + 2 : place + 2 + _REACH])


def _is_adjective(word: Word) -> bool:
    return word.low.endswith(_ADJECTIVES)


def are_opposite(one: Word, two: Word, lexicon: Lexicon) -> bool:
    """Whether two words exclude each other: antonyms, rivals of one group, stable and unstable."""
    if two.stem in lexicon.opposites.get(one.stem, ()):
        return True
    short, long = sorted((one.low, two.low), key=len)
    prefixes = ("un", "non", "dis")
    return len(short) > 3 and any(long == prefix + short for prefix in prefixes)
