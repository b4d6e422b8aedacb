"""How sure the best states of a chain are: forward and backward sums over all readings.

sure(i, s) = forward(i, s) * backward(i, s) / Z
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from learnt.sources.alternation.chain import Chain, Row


@dataclass(frozen=True, slots=True)
class Sureness:
    """How sure a path is: each state alone and given the one before it; the log of all sums."""

    alone: list[float]
    following: list[float]
    log_total: float

    def of_span(self, start: int, end: int) -> float:
        """The probability that the states of lines `start` to `end` are right, the last included.

        The line after a span belongs to it: it says that the span ends.
        """
        return math.prod(self.following[start + 1 : end + 1], start=self.alone[start])


def posterior(chain: Chain, emit: Sequence[Row], path: Sequence[int]) -> list[float]:
    """For each line the probability (0-1) of the state that `path` gives it."""
    return sureness(chain, emit, path).alone


def sureness(chain: Chain, emit: Sequence[Row], path: Sequence[int]) -> Sureness:
    """How sure the states of `path` are.

    Forward and backward are kept as probabilities and scaled to 1 at each line, which is exact
    and much faster than sums of logarithms.
    """
    if not emit:
        return Sureness([], [], 0.0)
    size = range(len(chain.start))
    weigh = [_exp(chain.start), *([_exp(row) for row in chain.move]), _exp(chain.end)]
    out_of = [[(s, weigh[1 + r][s]) for s in size if weigh[1 + r][s]] for r in size]
    rows = [_relative(row) for row in emit]
    forward, log_total = _forward(chain, weigh, rows)
    backward = _scaled(weigh[-1])
    alone: list[float] = []
    following: list[float] = []
    for index in range(len(rows) - 1, -1, -1):
        ahead = forward[index]
        joint = [one * two for one, two in zip(ahead, backward, strict=True)]
        total = sum(joint)
        alone.append(min(1.0, joint[path[index]] / total) if total > 0 else 0.0)
        carried = [one * two for one, two in zip(rows[index], backward, strict=True)]
        before = [sum([cost * carried[s] for s, cost in ways]) for ways in out_of]
        if index:
            r, s = path[index - 1], path[index]
            link = weigh[1 + r][s] * carried[s]
            following.append(min(1.0, link / before[r]) if before[r] > 0 else 0.0)
        backward = _scaled(before)
    tops = sum(max(row) for row in emit)
    return Sureness(alone[::-1], [0.0, *following[::-1]], log_total + tops)


def _forward(
    chain: Chain, weigh: Sequence[Sequence[float]], rows: Sequence[Sequence[float]]
) -> tuple[list[list[float]], float]:
    """The forward probabilities, each line's scaled to 1, and the log of what was scaled away."""
    size = range(len(chain.start))
    into = [[(r, weigh[1 + r][s]) for r in size if weigh[1 + r][s]] for s in size]
    now = [one * two for one, two in zip(weigh[0], rows[0], strict=True)]
    forward: list[list[float]] = []
    total = 0.0
    for row in rows:
        if forward:
            last = forward[-1]
            now = [
                one * sum([last[r] * cost for r, cost in ways])
                for one, ways in zip(row, into, strict=True)
            ]
        scale = sum(now)
        if scale <= 0:
            return [[0.0] * len(size) for _ in rows], -math.inf
        total += math.log(scale)
        forward.append([one / scale for one in now])
    final = sum(one * two for one, two in zip(forward[-1], weigh[-1], strict=True))
    return forward, total + math.log(final) if final > 0 else -math.inf


def _exp(costs: Sequence[float | None]) -> list[float]:
    return [0.0 if cost is None else math.exp(cost) for cost in costs]


def _relative(row: Row) -> list[float]:
    top = max(row)
    return [math.exp(value - top) for value in row]


def _scaled(values: list[float]) -> list[float]:
    total = sum(values)
    return [value / total for value in values] if total > 0 else values
