"""A linear-chain conditional random field in NumPy, learnt by SciPy's L-BFGS.

    loss = -sum over pages of log P(the states that each line may have | the page's features)
           + strength/2 * |weights - prior|^2

A line may have one state (it is labelled), several (either will do) or all (nothing is known).
P is a quotient of two sums over all sequences, with and without the labels, each by forward and
backward passes; the loss's slope is the difference of what the two expect. Pages run side by
side, longest first, so that a pass takes as many steps as the longest page has lines.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from learnt.sources.alternation.chain import Chain
from learnt.sources.alternation.cues import Features

Array = NDArray[np.float64]
Table = dict[str, tuple[float, ...]]
STATES = 5
_NEVER = -50.0


@dataclass(frozen=True, slots=True)
class Model:
    """The weights of every feature for every state, and the transitions, in nats."""

    weights: Table
    chain: Chain


@dataclass(frozen=True, slots=True)
class Sample:
    """A labelled page: the features of each line, and the states it may have."""

    features: Sequence[Features]
    states: Sequence[frozenset[int]]


@dataclass(frozen=True, slots=True)
class _Batch:
    """All pages: `x` (lines, features), `may` (lines, states) and `at` (steps, pages) → line.

    Pages are sorted by length; `alive[t]` of them have a line t, and of those the ones from
    `ends[t]` on have no other.
    """

    x: Array
    may: Array
    at: NDArray[np.int64]
    alive: list[int]
    ends: list[int]


def learn(samples: Sequence[Sample], prior: Model, strength: float) -> Model:
    """The model that fits the pages best and is not far from `prior`, which names the features.

    What is None in the prior's chain stays impossible. `strength` is the inverse variance of a
    weight (in nats) around its prior.
    """
    names = list(prior.weights)
    batch = _batch(samples, {name: place for place, name in enumerate(names)})
    first = np.concatenate((np.array(list(prior.weights.values())).ravel(), _flat(prior.chain)))
    free = first > _NEVER

    def loss(known: Array) -> tuple[float, Array]:
        every = first.copy()
        every[free] = known
        value, slope = _loss(every, batch)
        off = known - first[free]
        return value + strength / 2 * float(off @ off), slope[free] + strength * off

    found = minimize(loss, first[free], jac=True, method="L-BFGS-B", options={"maxiter": 150})
    every = first.copy()
    every[free] = found.x
    cut = len(names) * STATES
    rows = every[:cut].reshape(-1, STATES)
    rows = rows - rows.mean(axis=1, keepdims=True)  # only differences between states count
    table = {name: tuple(float(w) for w in row) for name, row in zip(names, rows, strict=True)}
    return Model(table, _chain(every[cut:].reshape(-1, STATES)))


def _flat(chain: Chain) -> Array:
    """Start, moves (row by row) and end as one vector."""
    costs = [*chain.start, *(cost for row in chain.move for cost in row), *chain.end]
    return np.array([_NEVER if cost is None else cost for cost in costs])


def _chain(links: Array) -> Chain:
    rows = [tuple(None if cost <= _NEVER else float(cost) for cost in row) for row in links]
    return Chain(rows[0], tuple(rows[1:-1]), rows[-1])


def _batch(samples: Sequence[Sample], columns: dict[str, int]) -> _Batch:
    pages = sorted((one for one in samples if one.states), key=lambda one: -len(one.states))
    total = sum(len(page.states) for page in pages)
    x, may = np.zeros((total, len(columns))), np.zeros((total, STATES))
    at = np.zeros((len(pages[0].states), len(pages)), np.int64)
    line = 0
    for place, page in enumerate(pages):
        for step, (features, states) in enumerate(zip(page.features, page.states, strict=True)):
            for name, value in features:
                x[line, columns[name]] += value
            may[line, list(states)] = 1.0
            at[step, place] = line
            line += 1
    alive = [sum(len(page.states) > step for page in pages) for step in range(len(at))]
    return _Batch(x, may, at, alive, [*alive[1:], 0])


def _loss(every: Array, batch: _Batch) -> tuple[float, Array]:
    """The negative log likelihood and its slope."""
    cut = batch.x.shape[1] * STATES
    costs = every[cut:].reshape(-1, STATES)
    links = np.where(costs <= _NEVER, 0.0, np.exp(costs))
    free = np.exp(batch.x @ every[:cut].reshape(-1, STATES))
    emit = np.stack((free, free * batch.may))  # without the labels, and with them
    ahead, log_z = _forward(emit, links, batch)
    lines, counts = _backward(emit, links, batch, ahead)
    slope = batch.x.T @ (lines[0] - lines[1])
    return float((log_z[0] - log_z[1]).sum()), np.concatenate((slope.ravel(), counts.ravel()))


def _forward(emit: Array, links: Array, batch: _Batch) -> tuple[list[Array], Array]:
    """The forward probabilities of each step (2, pages, states), and log Z (2, pages)."""
    start, move, end = links[0], links[1:-1], links[-1]
    log_z = np.zeros((len(emit), batch.alive[0]))
    ahead: list[Array] = []
    for step, (alive, ends) in enumerate(zip(batch.alive, batch.ends, strict=True)):
        now = emit[:, batch.at[step, :alive]]
        now = now * (ahead[-1][:, :alive] @ move if step else start)
        total = now.sum(axis=2, keepdims=True)
        now /= total
        log_z[:, :alive] += np.log(total[:, :, 0])
        log_z[:, ends:alive] += np.log(now[:, ends:] @ end)
        ahead.append(now)
    return ahead, log_z


def _backward(
    emit: Array, links: Array, batch: _Batch, ahead: Sequence[Array]
) -> tuple[Array, Array]:
    """How often each state (2, lines, states) is expected, and each link more without labels."""
    sign = np.array([1.0, -1.0])[:, None]
    move, end = links[1:-1], links[-1]
    lines, counts = np.zeros_like(emit), np.zeros_like(links)
    back = np.zeros((len(emit), 0, STATES))
    for step in range(len(ahead) - 1, -1, -1):
        alive, ends = batch.alive[step], batch.ends[step]
        last = np.broadcast_to(end, (len(emit), alive - ends, STATES))
        back = np.concatenate((back, last), axis=1)
        both = ahead[step] * back
        both /= both.sum(axis=2, keepdims=True)
        lines[:, batch.at[step, :alive]] = both
        counts[-1] += (sign * both[:, ends:].sum(axis=1)).sum(axis=0)
        if step == 0:
            counts[0] = (sign * both.sum(axis=1)).sum(axis=0)
            break
        carried = emit[:, batch.at[step, :alive]] * back
        before = ahead[step - 1][:, :alive]
        back = carried @ move.T
        scale = sign / (before * back).sum(axis=2)
        pairs = (before * scale[:, :, None]).reshape(-1, STATES).T @ carried.reshape(-1, STATES)
        counts[1:-1] += move * pairs
        back /= back.sum(axis=2, keepdims=True)
    return lines, counts
