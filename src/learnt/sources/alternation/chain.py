"""A linear chain: the best sequence of states for a page, and how sure it is.

Nothing here knows of cards. A chain has emissions `emit[i][s]` (how well line i is state s) and
transitions `move[r][s]` (state r followed by s; None where that cannot be), both in nats, so that
hand-set weights and learnt ones (a conditional random field) use the same functions:

    best(i, s)  = emit[i][s] + max over r of best(i-1, r) + move[r][s]            (Viterbi)
    sure(i, s)  = forward(i, s) * backward(i, s) / Z                              (posterior)
    next(i, s)  = P(state s at line i | the state before it)                      (sureness)

Viterbi and the posterior take time linear in the lines.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

Row = Sequence[float]
LOW = -1e9


@dataclass(frozen=True, slots=True)
class Chain:
    """The states' transitions: `move[r][s]`, `start[s]`, `end[s]`; None is impossible."""

    start: tuple[float | None, ...]
    move: tuple[tuple[float | None, ...], ...]
    end: tuple[float | None, ...]

    def into(self) -> tuple[tuple[tuple[int, float], ...], ...]:
        """For each state the (earlier state, weight) pairs that lead to it."""
        size = len(self.start)
        return tuple(
            tuple((r, cost) for r in range(size) if (cost := self.move[r][s]) is not None)
            for s in range(size)
        )


def decode(chain: Chain, emit: Sequence[Row], bonus: Row | None = None) -> tuple[list[int], float]:
    """The best states and their score; `bonus[s]` is added each time state s is used."""
    if not emit:
        return [], 0.0
    extra = bonus or [0.0] * len(chain.start)
    into = chain.into()
    size = range(len(chain.start))
    best = [_add(chain.start[s], emit[0][s] + extra[s]) for s in size]
    back: list[tuple[int, ...]] = []
    for row in emit[1:]:
        came: list[int] = []
        now: list[float] = []
        for s in size:
            top, where = -math.inf, 0
            for r, cost in into[s]:
                if (score := best[r] + cost) > top:
                    top, where = score, r
            came.append(where)
            now.append(top + row[s] + extra[s])
        back.append(tuple(came))
        best = now
    final = [_add(chain.end[s], best[s]) for s in size]
    state = max(size, key=lambda s: final[s])
    score = final[state]
    path = [state]
    for came_from in reversed(back):
        state = came_from[state]
        path.append(state)
    return path[::-1], score


def _add(cost: float | None, score: float) -> float:
    return LOW if cost is None else cost + score


def decode_count(
    chain: Chain, emit: Sequence[Row], counted: int, count: int, budget: int = 150_000
) -> tuple[list[int], float] | None:
    """The best states in which `counted` stands exactly `count` times, or None.

    First a bonus on the counted state is bisected, which is linear and usually meets the count;
    where it steps over the count, the exact table over (line, count) is filled, if that is no
    larger than `budget`.
    """
    size = len(chain.start)
    low, high = -20.0, 20.0
    for _ in range(24):
        middle = (low + high) / 2
        bonus = [middle if s == counted else 0.0 for s in range(size)]
        path, score = decode(chain, emit, bonus)
        found = path.count(counted)
        if found == count:
            return path, score - middle * count
        low, high = (middle, high) if found < count else (low, middle)
    if len(emit) * count > budget:
        return None
    return _exact(chain, emit, counted, count)


_Table = dict[tuple[int, int], float]  # (state, how often the counted one was used) → score
_Back = dict[tuple[int, int], int]  # the same → the state before


def _exact(
    chain: Chain, emit: Sequence[Row], counted: int, count: int
) -> tuple[list[int], float] | None:
    into = chain.into()
    table: _Table = {}
    for s, cost in enumerate(chain.start):
        if cost is not None and int(s == counted) <= count:
            table[s, int(s == counted)] = cost + emit[0][s]
    backs: list[_Back] = []
    for row in emit[1:]:
        table, back = _exact_step(table, row, into, (counted, count))
        backs.append(back)
    ends = [
        (table[s, count] + cost, s)
        for s, cost in enumerate(chain.end)
        if cost is not None and (s, count) in table
    ]
    if not ends:
        return None
    score, state = max(ends)
    used, path = count, [state]
    for back in reversed(backs):
        before = back[state, used]
        used -= int(state == counted)
        state = before
        path.append(state)
    return path[::-1], score


def _exact_step(
    table: _Table,
    row: Row,
    into: tuple[tuple[tuple[int, float], ...], ...],
    goal: tuple[int, int],
) -> tuple[_Table, _Back]:
    now: _Table = {}
    back: _Back = {}
    for (r, used), before in table.items():
        for s, ways in enumerate(into):
            key = (s, used + int(s == goal[0]))
            cost = next((cost for one, cost in ways if one == r), None)
            if cost is None or key[1] > goal[1]:
                continue
            if (score := before + cost + row[s]) > now.get(key, -math.inf):
                now[key], back[key] = score, r
    return now, back
