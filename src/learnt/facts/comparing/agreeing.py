"""How the dates and numbers of many pairs agree."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from learnt.facts.comparing.candidates import Pairs
from learnt.facts.comparing.counting import Counted, counted_alike
from learnt.facts.comparing.dating import Dated, dated_alike
from learnt.facts.comparing.known import Known
from learnt.facts.comparing.piece import Piece
from learnt.facts.comparing.ragged import Places

Dates = tuple[tuple[str, ...], tuple[str, ...]]
_UNDATED: Dates = (), ()


class Agreeing(NamedTuple):
    """Of each pair how its dates agree, and its numbers.

    There are few ways to agree: each stands once in `dates` and in `counts`, and `dated` and
    `counted` say which is whose.
    """

    dates: Sequence[Dated]
    dated: Places
    counts: Sequence[Counted]
    counted: Places

    def by_dates(self, look: Callable[[Dated], float]) -> NDArray[Any]:
        """What a look finds in how the dates of each pair agree."""
        return np.asarray(np.array([look(one) for one in self.dates])[self.dated])

    def by_counts(self, look: Callable[[Counted], float]) -> NDArray[Any]:
        """The same of their numbers."""
        return np.asarray(np.array([look(one) for one in self.counts])[self.counted])

    def of(self, place: int) -> tuple[Dated, Counted]:
        """How those of one pair agree."""
        return self.dates[self.dated[place]], self.counts[self.counted[place]]


def agreeing(a: Sequence[Piece], b: Sequence[Piece], pairs: Pairs, known: Known) -> Agreeing:
    """How the dates and numbers of each pair agree."""
    return Agreeing(*_dated(a, b, pairs), *_counted(a, b, pairs, known))


def _dated(a: Sequence[Piece], b: Sequence[Piece], pairs: Pairs) -> tuple[list[Dated], Places]:
    """Nothing but their dates is looked at, so that pieces of the same dates are looked at once."""
    numbers: dict[Dates, int] = {_UNDATED: 0}
    mine, yours = (_numbered(side, numbers) for side in (a, b))
    rows, columns = pairs
    both = np.flatnonzero(mine[rows] * yours[columns])
    keys = mine[rows[both]] * len(numbers) + yours[columns[both]]
    _, firsts, which = np.unique(keys, return_index=True, return_inverse=True)
    found = (dated_alike(a[rows[one]], b[columns[one]]) for one in both[firsts].tolist())
    kinds = [Dated(), *found]
    kind_of = np.zeros(len(rows), dtype=np.intp)
    kind_of[both] = which + 1
    return kinds, kind_of


def _numbered(pieces: Sequence[Piece], numbers: dict[Dates, int]) -> Places:
    """The dates of each piece as a number, the same for the same ones."""
    found = [numbers.setdefault(_dates(one), len(numbers)) for one in pieces]
    return np.array(found, dtype=np.intp)


def _dates(piece: Piece) -> Dates:
    return tuple([one.edtf for one in piece.dates]), piece.given


def _counted(
    a: Sequence[Piece], b: Sequence[Piece], pairs: Pairs, known: Known
) -> tuple[list[Counted], Places]:
    mine, yours = (np.array([bool(one.amounts) for one in side], dtype=bool) for side in (a, b))
    rows, columns = pairs
    counts = [Counted()]
    counted = np.zeros(len(rows), dtype=np.intp)
    for place in np.flatnonzero(mine[rows] & yours[columns]).tolist():
        found = counted_alike(a[rows[place]], b[columns[place]], known.lexicon)
        if found != counts[0]:
            counted[place] = len(counts)
            counts.append(found)
    return counts, counted
