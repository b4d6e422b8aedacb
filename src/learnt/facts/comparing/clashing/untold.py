"""Which pairs may have one thing on each side that the other does not tell, many pairs at once.

What `things` finds out of two pieces takes the vectors of all their words. Here they are multiplied
for hundreds of pairs together, and only what is left is asked there.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from learnt.facts.comparing.clashing.things import (
    KNOWN,
    LEAST_NEAR,
    says_enough,
    thing_places,
)
from learnt.facts.comparing.known import Known
from learnt.facts.comparing.likeness import pairs_last, same_words
from learnt.facts.comparing.ragged import Floats, Places, Ragged, distinct
from learnt.facts.comparing.weighed import Stems, Weighed

_AT_ONCE = 512
"""Pairs that are looked at together, so that all their vectors are a few megabytes."""
_TOGETHER = 1000
"""Words whose vectors are made together: one by one they take six times as long."""
_SLACK = 1e-4
"""By how much a cosine may differ that is worked out in another order."""
_THING, _SAYS_ENOUGH = 1, 2
_NO_WORD = -1
Which = NDArray[np.bool_]


class _Side:
    """One side, and which of its words are things: of the pieces that were asked for."""

    def __init__(self, told: Weighed, known: Known) -> None:
        self.told, self._known = told, known
        marks = np.zeros(len(told.words.flat), dtype=np.int8)
        self.things = Ragged(marks, told.words.starts, told.words.lengths)
        self._marked = np.zeros(len(told.pieces), dtype=bool)

    def mark(self, places: Places) -> None:
        """Find the things of the pieces at some places."""
        new = distinct(places[~self._marked[places]])
        self._marked[new] = True
        for place in new.tolist():
            piece, start = self.told.pieces[place], self.things.starts.item(place)
            for nth in thing_places(piece, self._known):
                enough = says_enough(piece.content[nth])
                self.things.flat[start + nth] = _SAYS_ENOUGH if enough else _THING


class _Spelt(NamedTuple):
    """The vectors of some words. The first is all noughts, that of no word: it is near none.

    `rows` says by the number of a spelling which is its vector.
    """

    vectors: Floats
    rows: Places

    def of(self, words: NDArray[np.int32]) -> Floats:
        """The vectors of words by their numbers."""
        return self.vectors[self.rows[words]]


class Untold:
    """What the pieces of two decks tell and each other do not."""

    def __init__(self, stems: Stems, known: Known) -> None:
        self.a, self.b = stems.a, stems.b
        self._spellings, self._vectors = stems.spellings, known.lexicon.vectors
        self._one = _Side(stems.a, known)
        self._two = self._one if stems.b is stems.a else _Side(stems.b, known)

    def may_be_rivals(self, rows: Places, columns: Places) -> Which:
        """Whether each of some thousand pairs may have one thing a side that is not told there."""
        one, two = self._one, self._two
        one.mark(rows)
        two.mark(columns)
        spelt = self.meet(rows, columns)
        found = np.zeros(len(rows), dtype=bool)
        lengths = self.a.words.lengths[rows] + self.b.words.lengths[columns]
        by_length = np.argsort(lengths, kind="stable")
        for first in range(0, len(rows), _AT_ONCE):
            some = by_length[first : first + _AT_ONCE]
            found[some] = _may_be_rivals(one, two, rows[some], columns[some], spelt)
        return found

    def meet(self, rows: Places, columns: Places) -> "_Spelt":
        """The vectors of all words of some pairs; they are at hand then for who asks for a few."""
        met = np.zeros(len(self._spellings) + 1, dtype=bool)
        for side, places in ((self.a, rows), (self.b, columns)):
            pieces = distinct(places)
            met[side.spelt.padded(pieces, _NO_WORD)] = True
            met[side.asked_spelt.padded(distinct(side.prompts[pieces]), _NO_WORD)] = True
        met[_NO_WORD] = False
        numbers = np.flatnonzero(met)
        words = [self._spellings[one] for one in numbers.tolist()]
        firsts = range(0, len(words), _TOGETHER)
        vectors = [self._vectors([""])]
        vectors += [self._vectors(words[first : first + _TOGETHER]) for first in firsts]
        rows_of = np.zeros(len(met), dtype=np.intp)
        rows_of[numbers] = np.arange(1, len(numbers) + 1)
        return _Spelt(np.concatenate(vectors), rows_of)


def _may_be_rivals(a: _Side, b: _Side, rows: Places, columns: Places, spelt: _Spelt) -> Which:
    new_a, new_b = _new(a, b, rows, columns)
    some = np.flatnonzero(_may_say_enough(new_a) & _may_say_enough(new_b))
    found = np.zeros(len(rows), dtype=bool)
    rows, columns = rows[some], columns[some]
    one, two = (
        spelt.of(side.told.spelt.padded(places, _NO_WORD))
        for side, places in ((a, rows), (b, columns))
    )
    asked_one, asked_two = (
        spelt.of(side.told.asked_spelt.padded(side.told.prompts[places], _NO_WORD))
        for side, places in ((a, rows), (b, columns))
    )
    near = pairs_last(one @ two.transpose(0, 2, 1))
    near_two = pairs_last(one @ asked_two.transpose(0, 2, 1))
    near_one = pairs_last(two @ asked_one.transpose(0, 2, 1))
    here = np.maximum(near.max(axis=1, initial=-1.0), near_two.max(axis=1, initial=-1.0))
    there = np.maximum(near.max(axis=0, initial=-1.0), near_one.max(axis=1, initial=-1.0))
    mine, yours = _alone(new_a[: len(here), some], here), _alone(new_b[: len(there), some], there)
    found[some] = _of_a_kind(mine, yours, near)
    return found


def _new(a: _Side, b: _Side, rows: Places, columns: Places) -> tuple[NDArray[np.int8], ...]:
    """The things of each side that the other does not know, of shape (words, pairs)."""
    one, two = a.told.words.padded(rows, _NO_WORD), b.told.words.padded(columns, _NO_WORD)
    asked_one = a.told.asked.padded(a.told.prompts[rows], _NO_WORD)
    asked_two = b.told.asked.padded(b.told.prompts[columns], _NO_WORD)
    equal = same_words(one, two)
    mine, yours = a.things.padded(rows, 0).T, b.things.padded(columns, 0).T
    known_to_b = equal.any(axis=1) | same_words(one, asked_two).any(axis=1)
    known_to_a = equal.any(axis=0) | same_words(two, asked_one).any(axis=1)
    return np.where(known_to_b, 0, mine), np.where(known_to_a, 0, yours)


def _may_say_enough(things: NDArray[np.int8]) -> Which:
    return np.asarray((things == _SAYS_ENOUGH).any(axis=0))


def _alone(new: NDArray[np.int8], near: Floats) -> Which:
    """Which of the new things of each pair may be the only one near nothing, and says enough."""
    far, may_be_far = near < KNOWN - _SLACK, near < KNOWN + _SLACK
    one = ((new > 0) & far).sum(axis=0) <= 1
    return np.asarray((new == _SAYS_ENOUGH) & may_be_far & one)


def _of_a_kind(mine: Which, yours: Which, near: Floats) -> Which:
    """Whether of some things of each pair two are near enough to be of a kind."""
    found: Which = np.asarray(mine.any(axis=0) & yours.any(axis=0))
    some = np.flatnonzero(found)
    both = mine[:, None, some] & yours[:, some]
    found[some] = (both & (near[:, :, some] >= LEAST_NEAR - _SLACK)).any(axis=(0, 1))
    return found
