"""How likely it is that two pieces tell one thing: words in common, rare ones above all."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from learnt.facts.comparing.piece import Piece
from learnt.facts.lexical.lexicon import Matrix, Vectors
from learnt.facts.lexical.words import Word

Floats = NDArray[np.float32]
Places = NDArray[np.intp]
T = TypeVar("T", bound=np.generic)

_NEAR = 0.35
"""Cosines of two words below say nothing; those above are stretched to 0-0.8."""
_ASKED = 0.7
"""What a word is worth that the other side has in its prompt alone."""
_LEAST = 100
"""Pieces by which a word's rarity in the decks is counted at least: two short decks tell little."""
_AT_ONCE = 512
"""Pairs that are looked at together, so that all their vectors are a few megabytes."""


class Shared(NamedTuple):
    """What two pieces have in common, all by weight.

    `words` is the less of how much of one is found in the other and the other way round, `share`
    the greater of the two shares. `fronts` is the cosine of the prompts. `topic` is the weight of
    the rarest word that one has in its text, and the other in its prompt alone.
    """

    words: float
    share: float
    fronts: float
    topic: float


@dataclass(frozen=True)
class Weighed:
    """Pieces: their words as numbers, each with its weight, and the vectors of their prompts.

    `prompts` says which of the vectors of `fronts` is that of a piece's prompt.
    """

    pieces: Sequence[Piece]
    words: Sequence[Places]
    weights: Sequence[Floats]
    asked: Sequence[Places]
    prompts: NDArray[np.intp]
    fronts: Floats

    def front_of(self, pieces: Places) -> Floats:
        """The vectors of the prompts of some pieces."""
        return self.fronts[self.prompts[pieces]]


class Likeness:
    """Two decks whose pieces are held against each other."""

    def __init__(self, a: Sequence[Piece], b: Sequence[Piece], vectors: Vectors) -> None:
        both = (*a, *b) if a is not b else a
        self._met = Counter(stem for one in (*a, *b) for stem in one.all_stems)
        self._all = max(_LEAST, len(a) + len(b))
        words = {word.stem: word.low for one in both for word in (*one.front, *one.answer)}
        self._rows = {stem: row for row, stem in enumerate(words)}
        self._vectors = _with_nothing(vectors([*words.values(), ""]))
        self.a = self._weighed(a)
        self.b = self.a if a is b else self._weighed(b)

    def rarity(self, word: Word) -> float:
        """How much a word says here: half its rarity in the language, half that in the decks."""
        return 0.5 * word.weight + 0.5 * self.rarity_of(word.stem)

    def rarity_of(self, stem: str) -> float:
        """0 for a stem of every piece, 1 for one of a single piece."""
        return log(self._all / max(self._met[stem], 1)) / log(self._all)

    def shared(self, pairs: Sequence[tuple[int, int]]) -> list[Shared]:
        """What pieces of `a` and pieces of `b` have in common, pair by pair."""
        found: list[Shared | None] = [None] * len(pairs)
        by_length = sorted(range(len(pairs)), key=lambda nth: self._length(pairs[nth]))
        for first in range(0, len(pairs), _AT_ONCE):
            places = by_length[first : first + _AT_ONCE]
            for place, one in zip(
                places, self._shared([pairs[nth] for nth in places]), strict=True
            ):
                found[place] = one
        return [one for one in found if one is not None]

    def texts(self, side: Weighed) -> Floats:
        """The vectors of pieces."""
        return self._means(side.words)

    def wholes(self, side: Weighed) -> Floats:
        """The vectors of pieces with their prompts."""
        return self._means(
            [np.concatenate(both) for both in zip(side.words, side.asked, strict=True)]
        )

    def _length(self, pair: tuple[int, int]) -> int:
        return len(self.a.words[pair[0]]) + len(self.b.words[pair[1]])

    def _shared(self, pairs: Sequence[tuple[int, int]]) -> Iterable[Shared]:
        rows, columns = (np.array(side, dtype=np.intp) for side in zip(*pairs, strict=True))
        one = self._padded([self.a.words[row] for row in rows])
        two = self._padded([self.b.words[column] for column in columns])
        near = self._near(one, two)
        asked_b = self._near(one, self._padded([self.b.asked[column] for column in columns]))
        asked_a = self._near(two, self._padded([self.a.asked[row] for row in rows]))
        here = np.maximum(near.max(axis=2), _ASKED * asked_b.max(axis=2, initial=0.0))
        there = np.maximum(near.max(axis=1), _ASKED * asked_a.max(axis=2, initial=0.0))
        mine = _filled([self.a.weights[row] for row in rows], 0.0)
        yours = _filled([self.b.weights[column] for column in columns], 0.0)
        found_a, found_b = (here * mine).sum(axis=1), (there * yours).sum(axis=1)
        share = np.maximum(found_a / mine.sum(axis=1), found_b / yours.sum(axis=1))
        fronts = (self.a.front_of(rows) * self.b.front_of(columns)).sum(axis=1)
        numbers = zip(
            np.minimum(found_a, found_b).tolist(),
            share.tolist(),
            fronts.tolist(),
            strict=True,
        )
        for (row, column), each in zip(pairs, numbers, strict=True):
            yield Shared(*each, self._topic(self.a.pieces[row], self.b.pieces[column]))

    def _topic(self, a: Piece, b: Piece) -> float:
        asked = (a.stems & b.front_stems) | (b.stems & a.front_stems)
        return max((self.rarity_of(stem) for stem in asked - (a.stems & b.stems)), default=0.0)

    def _near(self, one: Places, two: Places) -> Floats:
        """How near every word of one piece is to every one of another, pair by pair."""
        cosines = self._vectors[one] @ self._vectors[two].transpose(0, 2, 1)
        near = np.clip((cosines - _NEAR) / (1 - _NEAR), 0, 1) * 0.8
        near[one[:, :, None] == two[:, None, :]] = 1
        return np.asarray(near, dtype=np.float32)

    def _padded(self, words: Sequence[Places]) -> Places:
        """One row a piece; what is short is filled with a word that is near none."""
        return _filled(words, len(self._rows))

    def _weighed(self, pieces: Sequence[Piece]) -> Weighed:
        words = [self._numbers(one.answer) for one in pieces]
        asked = {id(one.front): self._numbers(one.front) for one in pieces}
        places = {front: place for place, front in enumerate(asked)}
        return Weighed(
            pieces,
            words,
            [np.array([self.rarity(w) for w in one.answer], dtype=np.float32) for one in pieces],
            [asked[id(one.front)] for one in pieces],
            np.array([places[id(one.front)] for one in pieces], dtype=np.intp),
            self._means(list(asked.values())),
        )

    def _numbers(self, words: Sequence[Word]) -> Places:
        return np.array([self._rows[word.stem] for word in words], dtype=np.intp)

    def _means(self, texts: Sequence[Places]) -> Floats:
        """The mean of the vectors of the words of each text, made as long as 1."""
        means = np.zeros((len(texts), self._vectors.shape[1]), dtype=np.float32)
        for place, words in enumerate(texts):
            if len(words):
                means[place] = self._vectors[words].sum(axis=0)
        lengths = np.linalg.norm(means, axis=1, keepdims=True)
        np.divide(means, lengths, out=means, where=lengths > 0)
        return means


def _with_nothing(vectors: Matrix) -> Floats:
    """The vectors, the last of them all noughts, so that it is near no other."""
    vectors[-1] = 0.0
    return vectors


def _filled(rows: Sequence[NDArray[T]], filling: float) -> NDArray[T]:
    lengths = np.array([len(one) for one in rows])
    there = np.arange(lengths.max(initial=0)) < lengths[:, None]
    filled = np.full(there.shape, filling, dtype=rows[0].dtype)
    filled[there] = np.concatenate(rows)
    return filled
