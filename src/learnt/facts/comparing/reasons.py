"""Why two points seem to tell one thing, in a few words."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from learnt.facts.comparing.candidates import Pairs
from learnt.facts.comparing.likeness import same_words
from learnt.facts.comparing.piece import Piece
from learnt.facts.comparing.ragged import Places
from learnt.facts.comparing.weighed import Stems

_MOST = 4
_AT_ONCE = 512
_NO_WORD, _NO_OTHER = -1, -2
"""What short rows are filled up with, so that it is in common with nothing."""


def in_common(pairs: Pairs, stems: Stems) -> Iterator[list[int]]:
    """By pair: the places in the content of the first piece of what the other has as well.

    A prompt has its words for all that it asks.
    """
    for first in range(0, len(pairs.rows), _AT_ONCE):
        rows, columns = (part[first : first + _AT_ONCE] for part in pairs)
        common = _in_common(rows, columns, stems)
        ends = np.cumsum(common.sum(axis=1)).tolist()
        places = common.nonzero()[1].tolist()
        start = 0
        for end in ends:
            yield places[start:end]
            start = end


def _in_common(rows: Places, columns: Places, stems: Stems) -> NDArray[np.bool_]:
    """The same as an array of shape (pairs, words)."""
    a, b = stems.a, stems.b
    one = a.words.padded(rows, _NO_WORD)
    said = b.words.padded(columns, _NO_OTHER)
    asked = b.asked.padded(b.prompts[columns], _NO_OTHER)
    told = np.arange(one.shape[1])[:, None] < a.contents[rows]
    both = same_words(one, said).any(axis=1) | same_words(one, asked).any(axis=1)
    return np.ascontiguousarray((both & told).T)


def reason(
    common: list[int], a: Piece, b: Piece, stems: Stems, *, dates_agree: bool, numbers_agree: bool
) -> str:
    """The rarest of the words that both have, in the words of the first, and their date."""
    words = [a.content[place] for place in common]
    if len(words) > _MOST:
        rarest = sorted(words, key=lambda word: -stems.rarity(word))[:_MOST]
        words = [word for word in words if word in rarest]
    kept = dict.fromkeys([word.text for word in words])
    parts = [f"both say {', '.join(kept)}"] if kept else []
    if dates_agree and a.dates and b.dates:
        parts.append("their dates agree")
    if numbers_agree:
        parts.append("their numbers agree")
    return "; ".join(parts) or "the wording is alike"
