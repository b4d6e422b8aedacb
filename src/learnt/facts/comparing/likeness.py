"""How likely it is that two pieces tell one thing: words in common, rare ones above all."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from learnt.facts.comparing.ragged import Doubles, Floats, Places, Ragged, means, ragged
from learnt.facts.comparing.weighed import Stems, Weighed
from learnt.facts.lexical.lexicon import Matrix, Vectors

_NEAR = 0.35
"""Cosines of two words below say nothing; those above are stretched to 0-0.8."""
_ASKED = 0.7
"""What a word is worth that the other side has in its prompt alone."""
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


class ManyShared(NamedTuple):
    """The same of many pairs, a number each."""

    words: Doubles
    share: Doubles
    fronts: Doubles
    topic: Doubles


class Likeness:
    """Two decks whose pieces are held against each other by their words."""

    def __init__(self, stems: Stems, vectors: Vectors) -> None:
        self._rarities = stems.rarities
        self._vectors = _with_nothing(vectors([*stems.lows, ""]))
        self.a, self.b = stems.a, stems.b
        self._fronts_a = means(self.a.asked, self._vectors)
        self._fronts_b = self._fronts_a if self.a is self.b else means(self.b.asked, self._vectors)

    def shared(self, rows: Places, columns: Places) -> ManyShared:
        """What pieces of `a` and pieces of `b` have in common, pair by pair."""
        found = ManyShared(*np.zeros((4, len(rows))))
        lengths = self.a.words.lengths[rows] + self.b.words.lengths[columns]
        by_length = np.argsort(lengths, kind="stable")
        for first in range(0, len(rows), _AT_ONCE):
            places = by_length[first : first + _AT_ONCE]
            some = self._shared(rows[places], columns[places])
            for all_of_it, one in zip(found, some, strict=True):
                all_of_it[places] = one
        return found

    def texts(self, side: Weighed) -> Floats:
        """The vectors of pieces."""
        return means(side.words, self._vectors)

    def wholes(self, side: Weighed) -> Floats:
        """The vectors of pieces with their prompts."""
        asked = side.asked
        both = [
            part
            for place, prompt in enumerate(side.prompts)
            for part in (side.words.row(place), asked.row(prompt))
        ]
        flat = np.concatenate(both) if both else side.words.flat
        lengths = side.words.lengths + asked.lengths[side.prompts]
        return means(ragged(flat, lengths), self._vectors)

    def _shared(self, rows: Places, columns: Places) -> tuple[Floats | Doubles, ...]:
        a, b = self.a, self.b
        one, two = self._padded(a.words, rows), self._padded(b.words, columns)
        asked_one = self._padded(a.asked, a.prompts[rows])
        asked_two = self._padded(b.asked, b.prompts[columns])
        equal, by_two, by_one = (
            same_words(one, two),
            same_words(one, asked_two),
            same_words(two, asked_one),
        )
        first, second = self._vectors[one], self._vectors[two]
        near = pairs_last(first @ second.transpose(0, 2, 1))
        near_two = pairs_last(first @ self._vectors[asked_two].transpose(0, 2, 1))
        near_one = pairs_last(second @ self._vectors[asked_one].transpose(0, 2, 1))
        here = np.maximum(_nearest(near, equal, 1), _ASKED * _nearest(near_two, by_two, 1))
        there = np.maximum(_nearest(near, equal, 0), _ASKED * _nearest(near_one, by_one, 1))
        mine, yours = a.weights.padded(rows, 0.0), b.weights.padded(columns, 0.0)
        found_a, found_b = (here.T * mine).sum(axis=1), (there.T * yours).sum(axis=1)
        told_one = np.arange(len(equal))[:, None] < a.contents[rows]
        told_two = np.arange(equal.shape[1])[:, None] < b.contents[columns]
        new_to_two = told_one & ~(equal & told_two).any(axis=1)
        new_to_one = told_two & ~(equal & told_one[:, None]).any(axis=0)
        return (
            np.minimum(found_a, found_b),
            np.maximum(found_a / mine.sum(axis=1), found_b / yours.sum(axis=1)),
            (self._fronts_a[a.prompts[rows]] * self._fronts_b[b.prompts[columns]]).sum(axis=1),
            np.maximum(
                self._rarest(one, new_to_two & by_two.any(axis=1)),
                self._rarest(two, new_to_one & by_one.any(axis=1)),
            ),
        )

    def _padded(self, words: Ragged[np.int32], places: Places) -> NDArray[np.int32]:
        """One row a piece; what is short is filled with a word that is near none."""
        return words.padded(places, len(self._rarities) - 1)

    def _rarest(self, words: NDArray[np.int32], which: NDArray[np.bool_]) -> Doubles:
        """The rarity of the rarest of some words of each piece; 0 where there are none."""
        return np.asarray(np.where(which, self._rarities[words.T], 0.0).max(axis=0))


def same_words(one: NDArray[np.int32], two: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Which words are the same: of shape (words of one, words of the other, pairs).

    Pairs come last in all that is made of pairs of words: numpy finds the greatest of many short
    rows much sooner where it may look at them side by side.
    """
    first, second = np.ascontiguousarray(one.T), np.ascontiguousarray(two.T)
    return np.asarray(first[:, None] == second)


def pairs_last(cosines: Floats) -> Floats:
    """Cosines of the words of pairs, of shape (words of one, words of the other, pairs)."""
    return np.ascontiguousarray(cosines.transpose(1, 2, 0))


def _nearest(cosines: Floats, equal: NDArray[np.bool_], axis: int) -> Floats:
    """How near each word is to the nearest of the others, of which one may be the very same."""
    greatest = cosines.max(axis=axis, initial=0.0)
    near = np.clip((greatest - _NEAR) / (1 - _NEAR), 0, 1) * 0.8
    near[equal.any(axis=axis)] = 1
    return np.asarray(near)


def _with_nothing(vectors: Matrix) -> Floats:
    """The vectors, the last of them all noughts, so that it is near no other."""
    vectors[-1] = 0.0
    return vectors
