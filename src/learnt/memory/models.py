"""The memory models by their names."""

from collections.abc import Callable, Mapping, Sequence

from learnt.memory.blend import Blend
from learnt.memory.fsrs6 import Fsrs6
from learnt.memory.model import MemoryModel
from learnt.memory.sbd import Sbd

MODELS: Mapping[str, Callable[..., MemoryModel]] = {
    model.name: model for model in (Blend, Fsrs6, Sbd)
}
"""The first one is what a learner begins with."""


def model_named(name: str, parameters: Sequence[float] | None = None) -> MemoryModel:
    """A model with these parameters, or those it comes with; KeyError for any other name."""
    model = MODELS[name]
    return model() if parameters is None else model(tuple(map(float, parameters)))
