"""Reviews as a kernel reads them: histories, of which what is the same is read once.

Many items begin alike: Good, Good after three days, Good after eight. Sorted, a history goes on
from where it parts from the one before, and the weights of what they share are added up; a fit in
whole days has about half as many reviews to look at.
"""

from dataclasses import dataclass

import numpy as np

from learnt.memory.fitting.arrays import Floats, Ints
from learnt.memory.fitting.compiled import kernel
from learnt.memory.fitting.log import ReviewLog

KEYED, KEY_BITS = 7, 9
"""Reviews in a key of 64 bits, in sorting, and the bits of each: two for the rating, the others
for the days, as far as they go. The comparison after it reads all reviews and all days."""


@dataclass(frozen=True)
class Histories:
    """Item i has its reviews from `starts[i]` to `starts[i + 1]`.

    Before them come the first `shared[i]` reviews of item i - 1. `days` since the review before,
    `weights` how much a review is judged, 0 not at all.
    """

    starts: Ints
    shared: Ints
    ratings: Ints
    days: Floats
    weights: Floats


def histories(log: ReviewLog, days: Floats, weights: Floats) -> Histories:
    """Each item's whole history, in the order of the log."""
    shared = np.zeros(len(log.items), dtype=np.int64)
    return Histories(log.starts, shared, log.ratings, days, weights)


def part(whole: Histories, chosen: Ints) -> Histories:
    """The histories of some items of what `histories` returned."""
    lengths = np.diff(whole.starts)[chosen]
    starts = np.append(0, np.cumsum(lengths))
    at = np.repeat(whole.starts[chosen] - starts[:-1], lengths) + np.arange(starts[-1])
    shared = np.zeros(len(chosen), dtype=np.int64)
    return Histories(starts, shared, whole.ratings[at], whole.days[at], whole.weights[at])


def alike_together(whole: Histories) -> Ints:
    """The items in an order in which those that begin alike follow each other."""
    keys = np.empty(len(whole.shared), dtype=np.int64)
    write_keys(whole.starts, whole.ratings, whole.days, keys)
    return np.argsort(keys, kind="stable")


def merged(whole: Histories, order: Ints) -> Histories:
    """The histories of some items, what each shares with the one before it read once.

    Days must be whole.
    """
    most = int(np.diff(whole.starts)[order].sum())
    shared = np.zeros(len(order), dtype=np.int64)
    starts = np.zeros(len(order) + 1, dtype=np.int64)
    ratings, days, weights = np.empty(most, dtype=np.int64), np.empty(most), np.empty(most)
    count = merge(
        order, whole.starts, whole.ratings, whole.days, whole.weights,
        shared, starts, ratings, days, weights,
    )  # fmt: skip
    return Histories(starts, shared, ratings[:count], days[:count], weights[:count])


@kernel
def write_keys(starts: Ints, ratings: Ints, days: Floats, keys: Ints) -> None:
    """Write a number for each item, which sorts its first reviews."""
    most = 2.0 ** (KEY_BITS - 2) - 1.0
    for item in range(len(keys)):
        key = 0
        for at in range(starts[item], starts[item] + KEYED):
            key <<= KEY_BITS
            if at < starts[item + 1]:
                key += 4 * int(min(days[at], most)) + ratings[at] - 1
        keys[item] = key


@kernel
def merge(
    order: Ints, starts: Ints, ratings: Ints, days: Floats, weights: Floats,
    shared: Ints, new_starts: Ints, new_ratings: Ints, new_days: Floats, new_weights: Floats,
) -> int:  # fmt: skip
    """Write histories in `order`, each without what it shares with the one before; how many."""
    longest = 1
    for item in order:
        longest = max(longest, starts[item + 1] - starts[item])
    path = np.zeros(longest, dtype=np.int64)  # where the reviews of the item before are written
    before, before_length, count = 0, 0, 0
    for nth in range(len(order)):
        first = starts[order[nth]]
        length = starts[order[nth] + 1] - first
        same = 0
        while (
            same < min(length, before_length)
            and ratings[first + same] == ratings[before + same]
            and days[first + same] == days[before + same]
        ):
            new_weights[path[same]] += weights[first + same]
            same += 1
        shared[nth] = same
        new_starts[nth] = count
        for k in range(same, length):
            path[k] = count
            new_ratings[count] = ratings[first + k]
            new_days[count] = days[first + k]
            new_weights[count] = weights[first + k]
            count += 1
        before, before_length = first, length
    new_starts[len(order)] = count
    return count
