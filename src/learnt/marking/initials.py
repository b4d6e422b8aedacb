"""Initialisms that a card explains by itself: LON where it says League of Nations."""

import re
from collections.abc import Iterable, Mapping, Sequence

from learnt.facts.lexical.lexicon import Lexicon
from learnt.facts.lexical.words import folded

_NAME = re.compile(
    r"[A-Z][\w’'-]+(?:(?:\s+|-)(?:(?:of|the|and|for|de|du)\s+){0,2}[A-Z][\w’'-]+){1,6}"
)
_SHORT = re.compile(r"\b[A-Z]{2,6}s?\b")
_LINKING = frozenset("of the and for de du".split())


def initials_in(texts: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """By initialism in small letters: the words of a name in these texts."""
    found: dict[str, tuple[str, ...]] = {}
    for text in texts:
        for name in _NAME.findall(text):
            words = folded(name).removeprefix("the ").replace("-", " ").split()
            main = [word for word in words if word not in _LINKING]
            for kept in (main, words):
                if 2 <= len(kept) <= 6:
                    found.setdefault("".join(word[0] for word in kept), tuple(words))
    return found


def initials_explained(
    short: Iterable[str], text: str, lexicon: Lexicon
) -> Mapping[str, Sequence[str]]:
    """The initialisms of `short` texts that the words of `text` stand for, in any case."""
    words = re.findall(r"[^\W\d_]+", folded(text))
    found: dict[str, Sequence[str]] = {}
    for one in {name.rstrip("s") for each in short for name in _SHORT.findall(each)}:
        low = one.lower()
        if low in lexicon.initials:
            continue
        for first in range(len(words)):
            run = _run(words[first:], low)
            if run:
                found[low] = run
                break
    return found


def _run(words: Sequence[str], letters: str) -> tuple[str, ...]:
    """The first words whose initials are these letters; linking words may stand among them."""
    place = 0
    for count, word in enumerate(words, start=1):
        if word[0] == letters[place]:
            place += 1
            if place == len(letters):
                return tuple(words[:count])
        elif word not in _LINKING or not place:
            return ()
    return ()
