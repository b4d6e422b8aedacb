"""FSRS-6 fitted to 200,000 simulated reviews, in turn with fsrs-rs."""

import statistics
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from memory_learners import Log, draw_parameters, study
from memory_peers import by_cards, by_default, items_of, recalled
from memory_tables import in_turn, middle_and_range, table, verdict

from learnt.memory.fitting import ReviewLog, Workers, fit
from learnt.memory.fitting.scores import log_loss
from learnt.weights.priors import priors

REVIEWS, SEED, NEW_A_DAY = 200_000, 1, 40
FLOORS = {"fsrs-rs, card_ids": (4, 8), "fsrs-rs, default call": (15, 30)}
ONE, TWO = "learnt, one thread", "learnt, two threads"


def long_log(seed: int = SEED) -> Log:
    """The learner of this table."""
    return study(draw_parameters(seed), REVIEWS, seed, new_a_day=NEW_A_DAY)


def fit_lines(repeats: int) -> Iterator[str]:
    """The table of times, and of what it takes to make the input of each."""
    made = long_log()
    arrays = [np.array(one) for one in (made.cards, made.ratings, made.times)]
    log = ReviewLog.of(*arrays)
    items = items_of(log)
    with ThreadPoolExecutor(2) as pool:
        two = Workers(2, pool.map)
        fits: dict[str, Callable[[], tuple[float, ...]]] = {
            ONE: lambda: fit("fsrs6", log, priors()).parameters,
            TWO: lambda: fit("fsrs6", log, priors(), workers=two).parameters,
            "fsrs-rs, card_ids": lambda: by_cards(items),
            "fsrs-rs, default call": lambda: by_default(items),
        }
        took = in_turn(fits, repeats)
        losses = {
            name: log_loss(recalled(call(), log), log.passed[log.targets])
            for name, call in fits.items()
        }
    inputs = in_turn(
        {"learnt": lambda: _grouped(arrays), "fsrs-rs": lambda: items_of(_grouped(arrays))},
        max(3, repeats // 2),
    )
    yield (
        f"{REVIEWS:,} reviews, {len(log.items):,} cards, {len(log.targets):,} targets, seed {SEED};"
        f" {repeats} fits each, in turn, warm."
    )
    yield ""
    middle = {name: statistics.median(one.clock) for name, one in took.items()}
    work = {name: statistics.median(one.processor) for name, one in took.items()}
    least = {name: min(one.clock) for name, one in took.items()}
    yield from table(
        ["fit", "ms: median (range)", f": {ONE}", f": {TWO}", "processor ms", "train log loss"],
        [
            [
                name,
                middle_and_range(took[name]),
                f"{middle[name] / middle[ONE]:.2f}",
                f"{middle[name] / middle[TWO]:.2f}",
                f"{work[name]:.1f}",
                f"{losses[name]:.5f}",
            ]
            for name in fits
        ],
    )
    yield ""
    yield "py-fsrs' Optimizer does not finish such a log in five minutes; it was not run."
    yield (
        "Making the input from arrays, not counted above: learnt (grouped, elapsed days, targets) "
        f"{middle_and_range(inputs['learnt'])} ms, fsrs-rs (the same and its items) "
        f"{middle_and_range(inputs['fsrs-rs'])} ms."
    )
    yield ""
    for peer, (floor, goal) in FLOORS.items():
        ratio = middle[peer] / min(middle[ONE], middle[TWO])
        quickest = least[peer] / min(least[ONE], least[TWO])
        yield (
            f"- {peer}: {ratio:.1f} × (floor {floor}, goal {goal}): "
            f"{verdict(ratio, floor, goal)}. By the quickest round of each {quickest:.1f} ×, by "
            f"the processor's time of one thread {work[peer] / work[ONE]:.1f} ×."
        )


def _grouped(arrays: list[np.ndarray]) -> ReviewLog:
    """A log with what a fit reads of it, which is computed once and kept."""
    log = ReviewLog.of(*arrays)
    for name in ("whole_days", "targets", "passed"):
        getattr(log, name)
    return log
