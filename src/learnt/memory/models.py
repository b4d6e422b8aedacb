"""The memory models by their names."""

from collections.abc import Callable, Mapping, Sequence

from learnt.memory.blend import Blend
from learnt.memory.fsrs6 import Fsrs6
from learnt.memory.model import MemoryModel
from learnt.memory.sbd import Sbd

MODELS: Mapping[str, Callable[..., MemoryModel]] = {
    model.name: model for model in (Blend, Fsrs6, Sbd)
}
USUAL = Blend.name
"""What a learner begins with."""
FORMULAS = 2
"""Raised whenever a model's formulas change, so that memories are folded anew with them."""


def model_named(name: str = USUAL, parameters: Sequence[float] | None = None) -> MemoryModel:
    """A model with these parameters, or those it comes with.

    Raises KeyError for a name that is not known, and ValueError for parameters that are not its.
    """
    model = MODELS[name]
    return model() if parameters is None else model(tuple(map(float, parameters)))


def fingerprint(model: MemoryModel) -> str:
    """What differs between two models that do not remember alike."""
    return f"{FORMULAS} {model.name} {' '.join(map(repr, model.parameters))}"
