"""How alike two sequences of words are, word by word: same, misspelt, of one sense, or near."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA

from learnt.facts.lexical.lexicon import Lexicon
from learnt.facts.lexical.words import Word

Floats = NDArray[np.float64]

SYNONYM = 0.85
MISSPELT = 0.92
_UNUSED = 0.55
"""From this rarity on a word may be a slip of the pen: less than five in a million."""
_RARER = 0.1
"""How much rarer a slip of the pen is than the word that is meant."""
_NEAR = 0.35
"""Cosines below say nothing; those above are stretched to 0-0.8."""


def word_likeness(points: Sequence[Word], answer: Sequence[Word], lexicon: Lexicon) -> Floats:
    """How alike each word of a point is to each word of an answer, 0 to 1: (points, answer).

    Words come again and again, so each pair of different ones is looked at once.
    """
    if not points or not answer:
        return np.zeros((len(points), len(answer)))
    rows, of_row = _different(points)
    columns, of_column = _different(answer)
    like = _near(rows, columns, lexicon)
    _settle(like, rows, columns, lexicon)
    return np.asarray(like[np.ix_(of_row, of_column)])


def _different(words: Sequence[Word]) -> tuple[list[Word], list[int]]:
    """The words that differ from each other, and for every word its place among them."""
    places: dict[tuple[str, str, bool], int] = {}
    found: list[Word] = []
    of_word: list[int] = []
    for word in words:
        key = (word.low, word.stem, word.number)
        place = places.get(key)
        if place is None:
            place = places[key] = len(found)
            found.append(word)
        of_word.append(place)
    return found, of_word


def _near(points: Sequence[Word], answer: Sequence[Word], lexicon: Lexicon) -> Floats:
    """How near the words lie as vectors, 0 to 0.8; numbers lie nowhere."""
    one = lexicon.vectors([word.low for word in points]).astype(np.float64)
    two = lexicon.vectors([word.low for word in answer]).astype(np.float64)
    near = np.clip((one @ two.T - _NEAR) / (1 - _NEAR), 0, 1) * 0.8
    near[[word.number for word in points], :] = 0
    near[:, [word.number for word in answer]] = 0
    return np.asarray(near)


class _Said(NamedTuple):
    """Where the words of an answer stand, by stem and by sense, and those that may be slips."""

    stems: Mapping[str, list[int]]
    senses: Mapping[int, list[int]]
    rare: Sequence[tuple[int, Word]]


def _settle(like: Floats, points: Sequence[Word], answer: Sequence[Word], lexicon: Lexicon) -> None:
    """Write the likeness where something is known of two words, which is more than any nearness.

    It is looked up by what the answer has, not pair by pair.
    """
    said = _said(answer, lexicon)
    for wanted, row in zip(points, like, strict=True):
        if not wanted.number:
            _settle_word(row, wanted, said, lexicon)
        if wanted.stem in said.stems:
            row[said.stems[wanted.stem]] = 1.0


def _said(answer: Sequence[Word], lexicon: Lexicon) -> _Said:
    stems, senses = defaultdict[str, list[int]](list), defaultdict[int, list[int]](list)
    rare = []
    for place, word in enumerate(answer):
        stems[word.stem].append(place)
        if word.number:
            continue
        for sense in lexicon.senses.get(word.stem, ()):
            senses[sense].append(place)
        if lexicon.rarity(word.low) >= _UNUSED:
            rare.append((place, word))
    return _Said(stems, senses, rare)


def _settle_word(row: Floats, wanted: Word, said: _Said, lexicon: Lexicon) -> None:
    """The likeness of a word that is no number. What is written later counts more.

    A synonym is no slip of the pen, and opposites are never alike.
    """
    for place, word in said.rare:
        if is_misspelt(word.low, wanted.low, lexicon) or is_cut_short(word, wanted, lexicon):
            row[place] = MISSPELT
    for sense in said.senses.keys() & lexicon.senses.get(wanted.stem, ()):
        row[said.senses[sense]] = SYNONYM
    for stem in said.stems.keys() & lexicon.opposites.get(wanted.stem, ()):
        row[said.stems[stem]] = 0.0


def is_cut_short(said: Word, wanted: Word, lexicon: Lexicon) -> bool:
    """Whether it is the beginning of a word, as in notes: "democ" for democracy."""
    short = said.low
    if not 3 <= len(short) < len(wanted.low) or lexicon.rarity(short) < _UNUSED:
        return False
    return wanted.low.startswith(short)


def is_misspelt(said: str, wanted: str, lexicon: Lexicon) -> bool:
    """Whether a word that nobody uses is a word of the card with a slip or two."""
    if abs(len(said) - len(wanted)) > 2 or len(wanted) < 4:
        return False
    rare = lexicon.rarity(said)
    if rare < _UNUSED or (rare < 1 and rare < lexicon.rarity(wanted) + _RARER):
        return False  # a word of its own: methanol is not ethanol
    return _slips(said, wanted) <= (1 if len(wanted) < 7 else 2)


@lru_cache(maxsize=50_000)
def _slips(said: str, wanted: str) -> int:
    return OSA.distance(said, wanted, score_cutoff=2)
