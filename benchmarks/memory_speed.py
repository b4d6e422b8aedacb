"""How fast states are computed: a whole journal at once, and one review after the other."""

import random
import statistics
from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
from memory_fit import long_log
from memory_peers import prepared, review_cards
from memory_tables import in_turn, middle_and_range, table, verdict

from learnt.journal import Rating as OurRating
from learnt.memory import MODELS
from learnt.memory.fitting import ReviewLog, replay
from learnt.memory.model import MemoryModel

MOST_SECONDS = 1.0
TILES = 5
CARDS, STEPS = 200, 10
FLOORS = {"fsrs6": 10, "blend": 5}


class Times(NamedTuple):
    """Microseconds a step, the best round of each."""

    name: str
    us: float


def replay_lines(repeats: int) -> Iterator[str]:
    """A million reviews to states."""
    made = long_log()
    count, cards = len(made.cards), max(made.cards) + 1
    names = np.concatenate([np.array(made.cards) + nth * cards for nth in range(TILES)])
    ratings, times = (np.tile(np.array(one), TILES) for one in (made.ratings, made.times))
    log = ReviewLog.of(names, ratings, times)
    given = (log.starts, log.ratings, log.elapsed)
    calls: dict[str, Callable[[], object]] = {
        name: _replaying(model().parameters, name, given) for name, model in MODELS.items()
    }
    calls["grouping the reviews first"] = lambda: ReviewLog.of(names, ratings, times).elapsed
    took = in_turn(calls, repeats)
    yield f"{TILES * count:,} reviews of {len(log.items):,} items, one thread, {repeats} rounds."
    yield ""
    rows = [
        [
            name,
            middle_and_range(one),
            f"{len(log) / statistics.median(one.clock) / 1000:.1f}",
            verdict(1000 * MOST_SECONDS / statistics.median(one.clock), 1)
            if name in MODELS
            else "",
        ]
        for name, one in took.items()
    ]
    head = ["replay to states", "ms: median (range)", "million reviews a second", "floor ≤ 1 s"]
    yield from table(head, rows)


def _replaying(
    parameters: tuple[float, ...], name: str, given: tuple[np.ndarray, np.ndarray, np.ndarray]
) -> Callable[[], object]:
    return lambda: replay(name, parameters, *given)


def mixed_histories(seed: int = 1) -> list[list[tuple[int, float]]]:
    """Ratings of all four kinds, each a day or more after the last one."""
    chance = random.Random(seed)

    def one() -> list[tuple[int, float]]:
        days = [0.0, *(chance.uniform(1, 40) for _ in range(STEPS))]
        return [(chance.choices((1, 2, 3, 4), (15, 10, 65, 10))[0], t) for t in days]

    return [one() for _ in range(CARDS)]


def step_lines(repeats: int) -> Iterator[str]:
    """One `after` in plain Python against one `review_card` of py-fsrs."""
    made = mixed_histories()
    ours = [[(OurRating(rating), days) for rating, days in one] for one in made]
    theirs = prepared(made)
    calls: dict[str, Callable[[], object]] = {"py-fsrs, review_card": lambda: review_cards(theirs)}
    for name in FLOORS:
        model = MODELS[name]()
        calls[f"{name}, after"] = _stepping(model, ours)
        calls[f"{name}, after and interval"] = _stepping(model, ours, target=0.9)
    took = in_turn(calls, max(repeats, 15))
    best = [
        Times(name, min(one.clock) * 1000 / (CARDS * (STEPS + 1))) for name, one in took.items()
    ]
    peer = best[0].us
    yield (
        f"{CARDS} histories of {STEPS + 1} reviews (the first of each too), all four ratings, "
        "1 to 40 days apart; the best round of each, in turn. py-fsrs also makes a copy of the "
        "card, its due date and a record of the review; so `after and interval` is shown."
    )
    yield ""
    rows = []
    for name, us in best:
        model_name, _, what = name.partition(", ")
        floor = FLOORS.get(model_name) if what == "after" else None
        judged = f"≥ {floor} ×: {verdict(peer / us, floor)}" if floor else ""
        rows.append([name, f"{us:.2f}", f"{1e6 / us:,.0f}", f"{peer / us:.1f}", judged])
    yield from table(["one step", "µs", "a second", "× py-fsrs", "floor"], rows)


def _stepping(
    model: MemoryModel, histories: list[list[tuple[OurRating, float]]], target: float = 0.0
) -> Callable[[], object]:
    def run() -> None:
        after, interval = model.after, model.interval
        for history in histories:
            state = model.start(history[0][0])
            for rating, days in history[1:]:
                state = after(state, rating, days)
                if target:
                    interval(state, target)

    return run
