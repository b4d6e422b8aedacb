"""How alike two sequences of words are, word by word: same, misspelt, of one sense, or near."""

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
    """How alike each word of a point is to each word of an answer, 0 to 1: (points, answer)."""
    if not points or not answer:
        return np.zeros((len(points), len(answer)))
    one = lexicon.vectors([word.low for word in points]).astype(np.float64)
    two = lexicon.vectors([word.low for word in answer]).astype(np.float64)
    near = np.clip((one @ two.T - _NEAR) / (1 - _NEAR), 0, 1) * 0.8
    near[[word.number for word in points], :] = 0
    near[:, [word.number for word in answer]] = 0
    for row, wanted in enumerate(points):
        for column, said in enumerate(answer):
            exact = _known(wanted, said, lexicon)
            if exact is not None and (exact > near[row, column] or not exact):
                near[row, column] = exact
    return near


def _known(wanted: Word, said: Word, lexicon: Lexicon) -> float | None:
    """The likeness of two words where something is known of them; opposites are never alike."""
    if wanted.stem == said.stem:
        return 1.0
    if wanted.number or said.number or said.stem in lexicon.opposites.get(wanted.stem, ()):
        return 0.0
    senses = lexicon.senses.get(wanted.stem)
    if senses and not senses.isdisjoint(lexicon.senses.get(said.stem, ())):
        return SYNONYM
    misspelt = is_misspelt(said.low, wanted.low, lexicon) or is_cut_short(said, wanted, lexicon)
    return MISSPELT if misspelt else None


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
