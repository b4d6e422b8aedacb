"""Memories of a whole package at once, each of them to the last digit what it is by itself.

In: the answers to thousands of cards. Out: their memories, and when each falls to a target. A turn
takes the next answer of every card together, so that Python is not asked anew for each of them.
"""

from learnt.memory.many.fold import fold_many
from learnt.memory.many.intervals import intervals

__all__ = ["fold_many", "intervals"]
