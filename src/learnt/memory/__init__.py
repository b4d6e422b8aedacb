"""Stage `memory`: what is still known of each point.

In: outcomes from the journal. Out: stability, difficulty and the probability of recall. Fitting a
model to a learner is in `learnt.memory.fitting`, which loads numpy and, where installed, numba.
"""

from learnt.memory.blend import Blend
from learnt.memory.fold import PointMemory, begun, fold, fold_alike, step
from learnt.memory.fsrs6 import Fsrs6
from learnt.memory.model import Bounds, MemoryModel, MemoryState, Probability
from learnt.memory.models import MODELS, USUAL, fingerprint, model_named
from learnt.memory.sbd import Sbd

__all__ = [
    "MODELS",
    "USUAL",
    "Blend",
    "Bounds",
    "Fsrs6",
    "MemoryModel",
    "MemoryState",
    "PointMemory",
    "Probability",
    "Sbd",
    "begun",
    "fingerprint",
    "fold",
    "fold_alike",
    "model_named",
    "step",
]
