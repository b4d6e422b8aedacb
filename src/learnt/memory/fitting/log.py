"""A learner's reviews as arrays, item by item."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from learnt.clock import DAY_MS
from learnt.memory.fitting.arrays import Floats, Ints, Mask


def order_of(items: Ints, times: Ints) -> Ints:
    """Where each review of a `ReviewLog` stood before it was grouped: by item, then by time."""
    return np.asarray(np.lexsort((times, items)))


@dataclass(frozen=True)
class ReviewLog:
    """Reviews grouped by item (a point, or a card of a foreign log), in the order of time.

    `items`: one name an item. `starts`: where each item's reviews begin, and at the end how many
    there are. `ratings` 1-4 and `times` in milliseconds, one a review.
    """

    items: Ints
    starts: Ints
    ratings: Ints
    times: Ints

    @classmethod
    def of(cls, items: Ints, ratings: Ints, times: Ints) -> "ReviewLog":
        """Group reviews that stand in any order; those of one instant keep the order they have."""
        order = order_of(items, times)
        names, ratings, times = items[order], ratings[order], times[order]
        new = np.ones(len(names), dtype=bool)
        new[1:] = names[1:] != names[:-1]
        starts = np.append(np.flatnonzero(new), len(names)).astype(np.int64)
        return cls(names[new], starts, ratings.astype(np.int64), times.astype(np.int64))

    def __len__(self) -> int:
        return len(self.ratings)

    @cached_property
    def elapsed(self) -> Floats:
        """Days since the item's review before; 0 at its first."""
        days = np.zeros(len(self))
        days[1:] = np.maximum(0, np.diff(self.times)) / DAY_MS
        days[self.starts[:-1]] = 0.0
        return days

    @cached_property
    def whole_days(self) -> Floats:
        """`elapsed` in whole days of 24 hours."""
        return np.floor(self.elapsed)

    @cached_property
    def passed(self) -> Mask:
        """Whether a review recalled the item."""
        return np.asarray(self.ratings > 1)

    @cached_property
    def targets(self) -> Ints:
        """Where the reviews are that predictions are judged by, in the order of time.

        They are those at least a day after the one before: on the same day, the last answer is
        still at hand.
        """
        found = np.flatnonzero(self.whole_days >= 1)
        return np.asarray(found[np.argsort(self.times[found], kind="stable")])

    @cached_property
    def first_of_item(self) -> Mask:
        """Whether a review is the first one of its item."""
        mask = np.zeros(len(self), dtype=bool)
        mask[self.starts[:-1]] = True
        return mask

    def until(self, count: int) -> "ReviewLog":
        """The log as it was at its `count`-th target, that one included."""
        if count >= len(self.targets):
            return self
        last = self.times[self.targets[count - 1]] if count else self.times.min(initial=0) - 1
        kept = self.times <= last
        later = self.targets[count:]
        kept[later] = False
        for at in later[self.times[later] <= last].tolist():  # of the same instant as the last
            kept[at : self.starts[np.searchsorted(self.starts, at, side="right")]] = False
        names = np.repeat(self.items, np.diff(self.starts))
        return ReviewLog.of(names[kept], self.ratings[kept], self.times[kept])
