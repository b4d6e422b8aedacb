"""Which pieces are worth a look: those that share rare words, and, of short decks, near ones."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import nlargest

import numpy as np

from learnt.facts.comparing.likeness import Likeness
from learnt.facts.comparing.piece import Piece

Pair = tuple[int, int]

_WHOLE = 400_000
"""Pairs of pieces up to which all are held against each other by their vectors: two decks of some
600 points. Beyond, only words in common lead to a pair, so that time grows with the decks."""
_NEAREST = 10
_POSTING = 40
"""Pieces that a word may lead to. One that stands in more of them is too common to lead anywhere,
unless there is no rarer one: then it leads to the first of them."""
_LEADING = 6
"""The rarest words of a piece, by which others are looked for."""
_LEAST = 0.9
"""The weight of the words that two pieces of long decks have in common at least."""
_KEPT = 6
_SAME_MONTH, _SAME_YEAR = 0.6, 0.4
_MONTH, _YEAR = re.compile(r"\d{4}-\d\d(-\d\d)?$"), re.compile(r"\d{4}")


def candidates(likeness: Likeness, *, within: bool) -> list[Pair]:
    """The pairs to look at, each once; `within` where both sides are one deck.

    Pieces of one card are never a pair: a card may say what it says in as many points as it likes.
    """
    a, b = likeness.a.pieces, likeness.b.pieces
    found = set(_by_words(likeness, a, b, within=within))
    if len(a) * len(b) <= _WHOLE:
        found |= set(_by_vectors(likeness, within=within))
    return sorted(found)


def _by_vectors(likeness: Likeness, *, within: bool) -> Iterator[Pair]:
    """The nearest of each side."""
    a, b = likeness.a, likeness.b
    if not (len(a.pieces) and len(b.pieces)):
        return
    near = likeness.texts(a) @ likeness.texts(b).T
    near += 0.3 * (likeness.wholes(a) @ likeness.wholes(b).T)
    count = min(_NEAREST, near.shape[1])
    for row, columns in enumerate(np.argsort(-near, axis=1)[:, :count]):
        for column in columns:
            if _may_pair(a.pieces[row], b.pieces[column], row, int(column), within=within):
                yield row, int(column)
    count = min(_NEAREST, near.shape[0])
    for column, rows in enumerate(np.argsort(-near, axis=0)[:count].T):
        for row in rows:
            if _may_pair(a.pieces[row], b.pieces[column], int(row), column, within=within):
                yield int(row), column


def _by_words(
    likeness: Likeness, a: Sequence[Piece], b: Sequence[Piece], *, within: bool
) -> Iterator[Pair]:
    """Those that share rare words: of each piece the best few."""
    leads: dict[str, list[int]] = defaultdict(list)
    for place, piece in enumerate(b):
        for lead, _ in _leading(piece, likeness):
            if len(leads[lead]) < _POSTING:
                leads[lead].append(place)
    for row, piece in enumerate(a):
        weights: dict[int, float] = defaultdict(float)
        for lead, weight in _leading(piece, likeness):
            for column in leads.get(lead, ()):
                weights[column] += weight
        best = nlargest(_KEPT, weights.items(), key=lambda one: (one[1], -one[0]))
        for column, weight in best:
            if weight >= _LEAST and _may_pair(piece, b[column], row, column, within=within):
                yield row, column


def _leading(piece: Piece, likeness: Likeness) -> list[tuple[str, float]]:
    """Its rarest stems and its days and months, each with its weight.

    Their order depends on nothing but the decks.
    """
    stems = ((likeness.rarity_of(stem), stem) for stem in {one.stem for one in piece.answer})
    found = [(stem, weight) for weight, stem in sorted(stems, key=_rarest_first)[:_LEADING]]
    months = {one.edtf[:7] for one in piece.dates if _MONTH.match(one.edtf)}
    years = {one.edtf[:4] for one in piece.dates if _YEAR.match(one.edtf)}
    found += [(month, _SAME_MONTH) for month in sorted(months)]
    return found + [(year, _SAME_YEAR) for year in sorted(years)]


def _rarest_first(one: tuple[float, str]) -> tuple[float, str]:
    return -one[0], one[1]


def _may_pair(one: Piece, two: Piece, row: int, column: int, *, within: bool) -> bool:
    return one.told.card != two.told.card and (not within or row < column)
