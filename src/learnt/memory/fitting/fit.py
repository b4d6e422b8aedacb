"""Fit a memory model to a learner's log."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from learnt.memory.fitting.arrays import Floats, Ints
from learnt.memory.fitting.families import FSRS6, SBD, Family
from learnt.memory.fitting.histories import (
    Histories,
    alike_together,
    histories,
    merged,
    part,
)
from learnt.memory.fitting.log import ReviewLog
from learnt.memory.fitting.mixing import fit_mixture
from learnt.memory.fitting.newton import CLOSE_ENOUGH, Minimum, Value, minimise
from learnt.memory.fitting.prior import Prior
from learnt.memory.fitting.replay import replay
from learnt.memory.fitting.weighting import recency

Each = Callable[[Callable[[Any], Any], Iterable[Any]], Iterable[Any]]
"""Does something for each of several values, as `map` does, or an executor with its threads."""

WORTH_WARMING, SAMPLES = 20_000, (16, 4)
"""A fit of a long log begins with every 16th item, goes on with every fourth, then takes all."""
BLOCKS = 16
"""Items are dealt out to each worker in so many blocks, in which neighbours stay together."""
CLOSELY = 1e-2
"""In each of these a step that promises less than this share of the loss is the last one: after
Newton's last step a small part of a promise is left, here some 1e-5 of the loss."""


@dataclass(frozen=True)
class Workers:
    """Who does the work of a fit: `count` at a time, by `each`."""

    count: int = 1
    each: Each = map


@dataclass(frozen=True)
class Fit:
    """A fitted model: its name and parameters.

    `reviews` and `targets` count that log; `looks` says how often the kernel read all of it.
    """

    model: str
    parameters: tuple[float, ...]
    reviews: int
    targets: int
    looks: int


def fit(
    model: str,
    log: ReviewLog,
    priors: Mapping[str, Prior],
    start: Sequence[float] | None = None,
    workers: Workers | None = None,
) -> Fit:
    """The parameters that are likeliest after a log, the prior kept in mind.

    `start` are parameters to begin the search from, the last ones of the learner say. An empty log
    gives the mean of the prior. Raises KeyError for a model that has no prior or is not known.
    """
    helpers = workers or Workers()
    weights = target_weights(log)
    begun = tuple(start) if start is not None else None
    if model == "blend":
        parameters, looks = _fit_blend(log, weights, priors, begun, helpers)
    else:
        family = {"fsrs6": FSRS6, "sbd": SBD}[model]
        found = fit_family(family, log, family.days(log), weights, priors[model], begun, helpers)
        parameters, looks = family.parameters(found.place), found.looks
    return Fit(model, parameters, len(log), len(log.targets), looks)


def target_weights(log: ReviewLog) -> Floats:
    """How much each review of a log counts: targets by their place in time, others not at all."""
    weights = np.zeros(len(log))
    count = len(log.targets)
    weights[log.targets] = recency((np.arange(count) + 1) / max(count, 1), count)
    return weights


def fit_family(
    family: Family,
    log: ReviewLog,
    days: Floats,
    weights: Floats,
    prior: Prior,
    start: tuple[float, ...] | None,
    workers: Workers,
) -> Minimum:
    """Minimise half the prior's distance plus the weighted losses.

    A long log is begun with samples of its items: the first steps need no more.
    """
    whole = histories(log, days, weights)
    share = bool(family is FSRS6 and np.array_equal(days, log.whole_days))
    order = alike_together(whole) if share else np.arange(len(whole.shared))
    place = family.place(start or family.defaults)
    close = CLOSE_ENOUGH
    if len(log) >= WORTH_WARMING:
        close = CLOSELY
        for nth in SAMPLES:
            sample = parts_of(whole, order[::nth], workers, merge=share)
            few = objective(family, sample, prior, 1 / nth, workers)
            place = minimise(few, place, family.limits, close_enough=close).place
    parts = parts_of(whole, order, workers, merge=share)
    every = objective(family, parts, prior, 1.0, workers)
    return minimise(every, place, family.limits, close_enough=close)


def parts_of(whole: Histories, order: Ints, workers: Workers, *, merge: bool) -> list[Histories]:
    """The histories of some items, dealt out to the workers in blocks.

    What those that follow each other share at their beginnings is read once if `merge`.
    """
    blocks = np.array_split(order, BLOCKS * workers.count) if workers.count > 1 else [order]
    dealt = [np.concatenate(blocks[nth :: workers.count]) for nth in range(workers.count)]
    made = workers.each(lambda own: merged(whole, own) if merge else part(whole, own), dealt)
    return list(made)


def objective(
    family: Family, parts: list[Histories], prior: Prior, strength: float, workers: Workers
) -> Callable[[Floats], Value]:
    """What a fit minimises; the prior counts `strength` times."""
    precision = prior.precision * strength

    def at(place: Floats) -> Value:
        value, gradient, information = 0.0, np.zeros(family.size), precision.copy()
        for one in workers.each(lambda own: family.value(place, own), parts):
            value += one.value
            gradient += one.gradient
            information += one.information
        away = place - prior.mean
        pull = precision @ away
        return Value(value + float(away @ pull) / 2, gradient + pull, information)

    return at


def _fit_blend(
    log: ReviewLog,
    weights: Floats,
    priors: Mapping[str, Prior],
    start: tuple[float, ...] | None,
    workers: Workers,
) -> tuple[tuple[float, ...], int]:
    """Each of the two by itself, both in fractions of days, then how they are mixed."""
    starts = (start[:21], start[21:28]) if start is not None else (None, None)
    parameters: tuple[float, ...] = ()
    looks = 0
    expected = []
    for family, begun in zip((FSRS6, SBD), starts, strict=True):
        prior = priors[family.name]
        found = fit_family(family, log, log.elapsed, weights, prior, begun, workers)
        own = family.parameters(found.place)
        expected.append(_in_fractions(family, own, log)[log.targets])
        parameters += own
        looks += found.looks
    mixture = fit_mixture(expected[0], expected[1], log.passed[log.targets])
    return (*parameters, *mixture), looks


def _in_fractions(family: Family, parameters: tuple[float, ...], log: ReviewLog) -> Floats:
    """What a component of the blend expects before each review: alone, its share is all of it."""
    if family is SBD:
        return replay("sbd", parameters, log.starts, log.ratings, log.elapsed)[0]
    alone = (*parameters, *SBD.defaults, 1.0, 0.0)
    return replay("blend", alone, log.starts, log.ratings, log.elapsed)[0]
