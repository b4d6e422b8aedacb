"""How likely it is that two pieces tell one thing: words in common, rare ones above all."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from learnt.deck.files import blanked
from learnt.facts.comparing.piece import Piece
from learnt.facts.lexical.lexicon import Vectors
from learnt.facts.lexical.words import Word

Floats = NDArray[np.float32]

_NEAR = 0.35
"""Cosines of two words below say nothing; those above are stretched to 0-0.8."""
_LEAST = 100
"""Pieces by which a word's rarity in the decks is counted at least: two short decks tell little."""


class Shared(NamedTuple):
    """What two pieces have in common, all by weight.

    `words` is the less of how much of one is found in the other and the other way round, `share`
    the greater of the two shares. `texts` and `fronts` are the cosines of the texts and of the
    prompts. `topic` is the weight of the rarest word that one has in its text, and the other in
    its prompt alone.
    """

    words: float
    share: float
    texts: float
    fronts: float
    topic: float


@dataclass(frozen=True)
class Weighed:
    """Pieces with the vectors of their words and of their texts."""

    pieces: Sequence[Piece]
    words: Sequence[NDArray[np.intp]]
    weights: Sequence[Floats]
    texts: Floats
    wholes: Floats
    fronts: Floats


class Likeness:
    """Two decks whose pieces are held against each other."""

    def __init__(self, a: Sequence[Piece], b: Sequence[Piece], vectors: Vectors) -> None:
        self._met = Counter(stem for one in (*a, *b) for stem in one.all_stems)
        self._all = max(_LEAST, len(a) + len(b))
        self._rows: dict[str, int] = {}
        words = [word for one in (*a, *b) for word in one.answer]
        words += [word for one in (*a, *b) for word in one.front]
        for word in words:
            self._rows.setdefault(word.stem, len(self._rows))
        first = {word.stem: word.low for word in reversed(words)}
        self._vectors = np.asarray(
            vectors([first[stem] for stem in self._rows]) if first else np.zeros((0, 1)),
            dtype=np.float32,
        )
        self.a, self.b = self._weighed(a, vectors), self._weighed(b, vectors)

    def rarity(self, word: Word) -> float:
        """How much a word says here: half its rarity in the language, half that in the decks."""
        return 0.5 * word.weight + 0.5 * self.rarity_of(word.stem)

    def rarity_of(self, stem: str) -> float:
        """0 for a stem of every piece, 1 for one of a single piece."""
        return log(self._all / max(self._met[stem], 1)) / log(self._all)

    def shared(self, nth: int, other: int) -> Shared:
        """What a piece of `a` and a piece of `b` have in common."""
        one, two = self.a, self.b
        near = self._near(one.words[nth], two.words[other])
        front_b = self._near(one.words[nth], self._front(two.pieces[other]))
        front_a = self._near(two.words[other], self._front(one.pieces[nth]))
        here = np.maximum(near.max(axis=1), 0.7 * front_b.max(axis=1, initial=0.0))
        there = np.maximum(near.max(axis=0), 0.7 * front_a.max(axis=1, initial=0.0))
        found_a = float(one.weights[nth] @ here)
        found_b = float(two.weights[other] @ there)
        share = max(
            found_a / float(one.weights[nth].sum()), found_b / float(two.weights[other].sum())
        )
        return Shared(
            min(found_a, found_b),
            share,
            float(one.texts[nth] @ two.texts[other]),
            float(one.fronts[nth] @ two.fronts[other]),
            self._topic(one.pieces[nth], two.pieces[other]),
        )

    def _topic(self, a: Piece, b: Piece) -> float:
        asked = (a.stems & b.front_stems) | (b.stems & a.front_stems)
        return max((self.rarity_of(stem) for stem in asked - (a.stems & b.stems)), default=0.0)

    def _near(self, one: NDArray[np.intp], two: NDArray[np.intp]) -> Floats:
        cosines = self._vectors[one] @ self._vectors[two].T
        near = np.clip((cosines - _NEAR) / (1 - _NEAR), 0, 1) * 0.8
        near[one[:, None] == two[None, :]] = 1
        return np.asarray(near, dtype=np.float32)

    def _front(self, piece: Piece) -> NDArray[np.intp]:
        return np.array([self._rows[word.stem] for word in piece.front], dtype=np.intp)

    def _weighed(self, pieces: Sequence[Piece], vectors: Vectors) -> Weighed:
        texts = [" ".join(word.low for word in one.answer) for one in pieces]
        fronts = [blanked(one.told.front or "") for one in pieces]
        wholes = [f"{front} {text}" for front, text in zip(fronts, texts, strict=True)]
        return Weighed(
            pieces,
            [np.array([self._rows[w.stem] for w in one.answer], dtype=np.intp) for one in pieces],
            [np.array([self.rarity(w) for w in one.answer], dtype=np.float32) for one in pieces],
            *(np.asarray(vectors(them), dtype=np.float32) for them in (texts, wholes, fronts)),
        )
