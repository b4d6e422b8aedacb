"""Which pieces are worth a look: those that share rare words, and, of short decks, near ones."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from learnt.facts.comparing.leads import Leads, leads_of
from learnt.facts.comparing.likeness import Likeness
from learnt.facts.comparing.ragged import Places, Ragged, distinct, ragged
from learnt.facts.comparing.weighed import Stems

_WHOLE = 400_000
"""Pairs of pieces up to which all are held against each other by their vectors: two decks of some
600 points. Beyond, only words in common lead to a pair, so that time grows with the decks."""
_NEAREST = 10
_POSTING = 40
"""Pieces that a word may lead to. One that stands in more of them is too common to lead anywhere,
unless there is no rarer one: then it leads to the first of them."""
_LEAST = 0.9
"""The weight of the words that two pieces of long decks have in common at least."""
_KEPT = 6
_AT_ONCE = 4096
"""Pieces whose pairs are weighed together: some hundred each."""


class Pairs(NamedTuple):
    """Pairs of pieces by their places, `rows` on the one side and `columns` on the other."""

    rows: Places
    columns: Places


def candidates(stems: Stems, likeness: Likeness, *, within: bool) -> Pairs:
    """The pairs to look at, each once and in order; `within` where both sides are one deck.

    Pieces of one card are never a pair: a card may say what it says in as many points as it likes.
    """
    a, b = stems.a.pieces, stems.b.pieces
    found = list(_by_words(stems))
    if len(a) * len(b) <= _WHOLE:
        found += _by_vectors(likeness)
    keys = [rows * len(b) + columns for rows, columns in found]
    each = distinct(np.concatenate(keys)) if keys else np.zeros(0, dtype=np.intp)
    rows, columns = np.divmod(each, max(1, len(b)))
    kept = stems.a.cards[rows] != stems.b.cards[columns]
    if within:
        kept &= rows < columns
    return Pairs(rows[kept], columns[kept])


def _by_vectors(likeness: Likeness) -> Iterator[Pairs]:
    """The nearest of each side."""
    a, b = likeness.a, likeness.b
    if not (len(a.pieces) and len(b.pieces)):
        return
    near = likeness.texts(a) @ likeness.texts(b).T
    near += 0.3 * (likeness.wholes(a) @ likeness.wholes(b).T)
    of_row = np.argsort(-near, axis=1)[:, :_NEAREST]
    yield Pairs(np.repeat(np.arange(len(near)), of_row.shape[1]), of_row.ravel())
    of_column = np.argsort(-near, axis=0)[:_NEAREST]
    yield Pairs(of_column.ravel(), np.tile(np.arange(near.shape[1]), len(of_column)))


def _by_words(stems: Stems) -> Iterator[Pairs]:
    """Those that share rare words: of each piece the best few."""
    a, b = leads_of(stems)
    most = 1 + max(a.leads.max(initial=-1), b.leads.max(initial=-1))
    posted = _postings(b, most)
    bounds = np.searchsorted(a.pieces, np.arange(0, len(stems.a.pieces) + _AT_ONCE, _AT_ONCE))
    for first, last in pairwise(bounds.tolist()):
        yield _best(a.some(slice(first, last)), posted, len(stems.b.pieces))


def _postings(side: Leads, most: int) -> Ragged[np.intp]:
    """By lead: the first pieces that it leads to."""
    order = np.argsort(side.leads, kind="stable")
    leads = side.leads[order]
    kept = np.arange(len(leads)) - np.searchsorted(leads, leads) < _POSTING
    return ragged(side.pieces[order][kept], np.bincount(leads[kept], minlength=most))


def _best(side: Leads, posted: Ragged[np.intp], columns: int) -> Pairs:
    """The pairs of some pieces with those that they have most in common with."""
    counts = posted.lengths[side.leads]
    each = np.repeat(np.arange(len(counts)), counts)
    nth = np.arange(len(each)) - np.repeat(np.cumsum(counts) - counts, counts)
    keys = side.pieces[each] * columns + posted.flat[posted.starts[side.leads][each] + nth]
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    new = np.diff(keys, prepend=-1) != 0
    weights = np.bincount(np.cumsum(new) - 1, weights=side.weights[each][order])
    likely = weights >= _LEAST
    rows, found = np.divmod(keys[new][likely], max(1, columns))
    best_first = np.lexsort((found, -weights[likely], rows))
    rows, found = rows[best_first], found[best_first]
    kept = np.arange(len(rows)) - np.searchsorted(rows, rows) < _KEPT
    return Pairs(rows[kept], found[kept])
