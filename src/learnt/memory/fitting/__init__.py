"""Fitting memory models to what a learner has answered.

In: reviews as arrays. Out: parameters, and how good their predictions are. numpy and, where it is
installed, numba are loaded here and nowhere else in the stage.
"""

from learnt.memory.fitting.compiled import COMPILES
from learnt.memory.fitting.fit import Fit, Workers, fit
from learnt.memory.fitting.log import ReviewLog
from learnt.memory.fitting.prior import Prior
from learnt.memory.fitting.replay import replay

__all__ = ["COMPILES", "Fit", "Prior", "ReviewLog", "Workers", "fit", "replay"]
