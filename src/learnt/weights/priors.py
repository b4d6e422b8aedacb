"""The priors of the memory models' parameters."""

import tomllib
from functools import cache
from importlib.resources import files

import numpy as np

from learnt.memory.fitting import Prior
from learnt.memory.fsrs6 import DEFAULT_PARAMETERS

QUARTILE = 0.6745
"""So many standard deviations from its mean a normal distribution has its quartiles."""
LOGARITHMS = 4


@cache
def priors() -> dict[str, Prior]:
    """A prior for each model that is fitted by a kernel; the blend is made of the two."""
    read = tomllib.loads((files("learnt.weights") / "memory" / "priors.toml").read_text("utf-8"))
    deviation = np.array(read["sbd"]["deviation"])
    return {
        "fsrs6": _of_users(read["fsrs6"]),
        "sbd": Prior(np.array(read["sbd"]["mean"]), np.diag(deviation**2)),
    }


def _of_users(read: dict[str, list[list[float]]]) -> Prior:
    """Half-way between FSRS-6's defaults and the median user, wide enough for both.

    The defaults are the best of all users taken together, the medians the middle of what is best
    for each; neither is known to be nearer to a new learner. The first four are logarithms.
    """
    users, defaults = np.array(read["users"]), np.array(DEFAULT_PARAMETERS)
    users[:LOGARITHMS] = np.log(users[:LOGARITHMS])
    defaults[:LOGARITHMS] = np.log(defaults[:LOGARITHMS])
    middle, low, high = users.T
    spread = np.multiply(read["widened"], (high - low) / (2 * QUARTILE))
    deviation = np.hypot(spread, (middle - defaults) / 2)
    shape = np.eye(len(middle))
    for one, other, together in read["correlations"]:
        shape[int(one), int(other)] = shape[int(other), int(one)] = together
    return Prior((middle + defaults) / 2, shape * np.outer(deviation, deviation))
