"""Stage `memory`: what is still known of each point.

In: outcomes from the journal. Out: stability, difficulty and the probability of recall.
"""

from learnt.memory.fold import PointMemory, fold, step
from learnt.memory.fsrs6 import DEFAULT_PARAMETERS, Fsrs6
from learnt.memory.model import MemoryModel, MemoryState, Probability

__all__ = [
    "DEFAULT_PARAMETERS",
    "Fsrs6",
    "MemoryModel",
    "MemoryState",
    "PointMemory",
    "Probability",
    "fold",
    "step",
]
