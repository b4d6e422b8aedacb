"""The marker with all that was learnt for it, loaded once."""

from dataclasses import replace
from functools import cache, partial
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import numpy as np
from msgspec.json import decode

from learnt.marking import Marker
from learnt.marking.company import NAMES as COMPANY
from learnt.marking.deciding import Thresholds
from learnt.marking.evidence import NAMES
from learnt.marking.forest import LEAF, Forest, Scorer
from learnt.marking.nearness import NAMES as NEAR
from learnt.marking.retraining import Trial
from learnt.weights.building import Beside, uncollected
from learnt.weights.languages import languages
from learnt.weights.lexicon import lexicon
from learnt.weights.sentences import SentenceVectors, chosen

_HOME = files("learnt.weights") / "marking"


@cache
@uncollected()
def marker() -> Marker:
    """The marker that ships with learnt, loaded at the first call.

    Where the model of sentences is chosen it weighs their vectors as well, by a scorer of its own,
    but for answers so long that this would take long: what marks those is loaded with the first of
    them. Raises UsageError for a model that was asked for and is not there.
    """
    model = chosen()
    if model is None:
        return _plain()
    sentences = Beside(partial(SentenceVectors, model))  # most of it lets Python go on
    better = _marker(_home(model), (*NAMES, *NEAR))
    return replace(better, sentences=sentences.result(), for_long=_plain)


@cache
def _plain() -> Marker:
    """The marker that weighs words alone."""
    return _marker(_HOME, NAMES)


def _marker(home: Traversable, names: tuple[str, ...]) -> Marker:
    """A marker whose scorers weigh these numbers."""
    learnt = decode((home / "scorer.json").read_bytes())
    if tuple(learnt["features"]) != names:
        raise ValueError("scorer.json was learnt for other features: run learn_marking.py")
    several, alone = _scorer(names, learnt["several"]), _scorer(names, learnt["alone"])
    together = _scorer(COMPANY, learnt["together"])
    bounds = Thresholds(**learnt["thresholds"])
    return Marker(lexicon(), languages(), several, bounds, alone, together)


def _scorer(names: tuple[str, ...], saved: dict[str, Any]) -> Scorer:
    return Scorer(names, *(_forest(saved[kind]) for kind in _KINDS if kind in saved))


@cache
def development() -> tuple[Trial, ...]:
    """The answers the program was developed on, scored by trees that had not seen their writer."""
    rows = decode((_home(chosen()) / "development.json").read_bytes())
    return tuple(Trial(score, _SURE[sure], bool(said)) for score, sure, said in rows)


def _home(model: Path | None) -> Traversable:
    """The folder of what was learnt without or with the vectors of sentences."""
    return _HOME / "sentences" if model else _HOME


_KINDS = ("boosted", "averaged")
_SURE = {-1: None, 0: False, 1: True}


def _forest(saved: dict[str, Any]) -> Forest:
    """Trees as arrays; saved are all nodes, tree by tree: a leaf's number is its value."""
    sizes = np.array(saved["sizes"])
    shape = len(sizes), int(sizes.max())
    places = np.arange(shape[1]) < sizes[:, None]
    feature, left = np.full(shape, LEAF, dtype=np.int32), np.zeros(shape, dtype=np.int32)
    number = np.zeros(shape)
    for array, name in ((feature, "feature"), (left, "left"), (number, "number")):
        array[places] = saved[name]
    leaves = feature == LEAF
    threshold, value = np.where(leaves, 0.0, number), np.where(leaves, number, 0.0)
    return Forest(feature, threshold, left, value, saved["base"], saved["depth"])
