"""Rows of unequal length as one array: of a large deck there are hundreds of thousands."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from array import array

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
Places = NDArray[np.intp]
T = TypeVar("T", bound=np.generic)

_AT_ONCE = 4096
"""Rows whose vectors are looked up together, so that they are a few megabytes."""


class Ragged(NamedTuple, Generic[T]):
    """The row at place n is `flat[starts[n] : starts[n] + lengths[n]]`."""

    flat: NDArray[T]
    starts: Places
    lengths: Places

    def row(self, place: int) -> NDArray[T]:
        """One row."""
        return self.flat[self.starts[place] : self.starts[place] + self.lengths[place]]

    def padded(self, places: Places, filling: float) -> NDArray[T]:
        """Some rows as an array of (places, the longest of them); what is short is filled up."""
        lengths = self.lengths[places]
        steps = np.arange(lengths.max(initial=0))
        there = steps < lengths[:, None]
        filled = np.full(there.shape, filling, dtype=self.flat.dtype)
        filled[there] = self.flat[(self.starts[places][:, None] + steps)[there]]
        return filled


def ragged(flat: NDArray[T], lengths: Sequence[int] | Places) -> Ragged[T]:
    """Rows that follow on each other."""
    each = np.asarray(lengths, dtype=np.intp)
    return Ragged(flat, np.cumsum(each) - each, each)


def from_array(values: "array[Any]", kind: type[T]) -> NDArray[T]:
    """The same memory as numpy sees it; numpy takes no array that is empty."""
    return np.frombuffer(values, dtype=kind) if values else np.zeros(0, dtype=kind)


def distinct(numbers: Places) -> Places:
    """Each of some numbers from 0 on once, in order: numpy's own takes forty times as long."""
    ordered = np.sort(numbers)
    return np.asarray(ordered[np.diff(ordered, prepend=-1) != 0])


def means(rows: Ragged[np.int32], vectors: Floats) -> Floats:
    """The mean of the vectors of each row, made as long as 1; noughts for a row without any."""
    found = np.zeros((len(rows.lengths), vectors.shape[1]), dtype=np.float32)
    for first in range(0, len(found), _AT_ONCE):
        some = slice(first, first + _AT_ONCE)
        lengths, starts, sums = rows.lengths[some], rows.starts[some], found[some]
        for step in range(int(lengths.max(initial=0))):
            longer = np.flatnonzero(lengths > step)
            sums[longer] += vectors[rows.flat[starts[longer] + step]]
    lengths_of = np.linalg.norm(found, axis=1, keepdims=True)
    np.divide(found, lengths_of, out=found, where=lengths_of > 0)
    return found
