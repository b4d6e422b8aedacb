"""How alike two sequences of words are, word by word: same, misspelt, of one sense, or near."""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

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
    found, of_word = [], []
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


def _settle(
    like: Floats, points: Sequence[Word], answer: Sequence[Word], lexicon: Lexicon
) -> None:
    """Write the likeness where something is known of two words, which is more than any nearness.

    What is written later counts more: a synonym is no slip of the pen, opposites are never alike,
    and one stem is the same word. Each is looked up by what the answer has, not pair by pair.
    """
    stems, senses = defaultdict[str, list[int]](list), defaultdict[int, list[int]](list)
    rare = []
    for place, said in enumerate(answer):
        stems[said.stem].append(place)
        if not said.number:
            for sense in lexicon.senses.get(said.stem, ()):
                senses[sense].append(place)
            if lexicon.rarity(said.low) >= _UNUSED:
                rare.append((place, said))
    for wanted, row in zip(points, like, strict=True):
        if not wanted.number:
            for place, said in rare:
                if is_misspelt(said.low, wanted.low, lexicon) or is_cut_short(said, wanted, lexicon):
                    row[place] = MISSPELT
            for sense in senses.keys() & lexicon.senses.get(wanted.stem, ()):
                row[senses[sense]] = SYNONYM
            for stem in stems.keys() & lexicon.opposites.get(wanted.stem, ()):
                row[stems[stem]] = 0.0
        if wanted.stem in stems:
            row[stems[wanted.stem]] = 1.0


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
