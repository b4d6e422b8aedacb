"""What the tables of the memory benchmark are made of: rows, times in turn, means with errors."""

import statistics
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """A Markdown table."""
    yield "| " + " | ".join(head) + " |"
    yield "|" + " --- |" * len(head)
    for row in rows:
        yield "| " + " | ".join(row) + " |"


class Took(NamedTuple):
    """Milliseconds of a call's rounds: by the clock, and of the processor, all threads together."""

    clock: list[float]
    processor: list[float]


def in_turn(calls: Mapping[str, Callable[[], object]], repeats: int) -> dict[str, Took]:
    """What each call took: one round that is not counted, then `repeats` rounds of all."""
    took = {name: Took([], []) for name in calls}
    for turn in range(repeats + 1):
        for name, call in calls.items():
            began, used = time.perf_counter(), time.process_time()
            call()
            if turn:
                took[name].clock.append((time.perf_counter() - began) * 1000)
                took[name].processor.append((time.process_time() - used) * 1000)
    return took


def middle_and_range(took: Took) -> str:
    """The median by the clock, with the least and the greatest."""
    times = took.clock
    return f"{statistics.median(times):.1f} ({min(times):.1f}-{max(times):.1f})"


def mean_and_error(values: Sequence[float], digits: int = 5) -> str:
    """The mean of independent values, and its standard error."""
    error = float(np.std(values, ddof=1)) / len(values) ** 0.5 if len(values) > 1 else float("nan")
    return f"{statistics.fmean(values):+.{digits}f} ± {error:.{digits}f}"


def verdict(measured: float, floor: float, goal: float | None = None) -> str:
    """Whether a ratio is as high as it must be, in words."""
    if measured < floor:
        return "the floor does not hold"
    if goal is None:
        return "the floor holds"
    return "floor and goal are met" if measured >= goal else "the floor holds, the goal is not met"
