#!/usr/bin/env python3
"""How fast and how well memory models are fitted, beside fsrs-rs and py-fsrs.

    .venv/bin/python benchmarks/memory.py [--log CSV] [--only fit,quality,...] [--seeds N]

- fit: FSRS-6 to 200,000 simulated reviews, the time and the ratio;
- quality: log loss of 500 to 200,000 simulated reviews, trained on and held out;
- small: fits of 100 to 500 simulated reviews, judged by the next 500;
- log: a real log (columns card_id, review_rating, review_time), the last fifth held out;
- replay, step: how fast states are computed, all of a journal and one at a time;
- daily: the fit after a day's reviews against the full one;
- database: from a collection's database to parameters.

Peers are called as their documentation says is fastest, in the same process and in turn with ours,
all of them warm. What is simulated is seeded; it says nothing of real drift or fatigue.
"""

import argparse
from importlib.metadata import version
from pathlib import Path

from machine import machine
from memory_daily import daily_lines
from memory_database import database_lines
from memory_fit import fit_lines
from memory_quality import quality_lines
from memory_real import real_lines
from memory_small import small_lines
from memory_speed import replay_lines, step_lines

from learnt.memory.fitting import COMPILES

SEEDS, SMALL_SEEDS = 20, 100


def main() -> None:
    """Print every table that was asked for."""
    given = _arguments()
    peers = [f"{name} {version(name)}" for name in ("numba", "numpy", "fsrs-rs-python", "fsrs")]
    print(*machine(), f"- {', '.join(peers)}; kernels are compiled: {COMPILES}", sep="\n")
    tables = {
        "fit": lambda: fit_lines(given.repeats),
        "quality": lambda: quality_lines(given.seeds or SEEDS),
        "small": lambda: small_lines(given.seeds or SMALL_SEEDS),
        "log": lambda: real_lines(given.log),
        "replay": lambda: replay_lines(given.repeats),
        "step": lambda: step_lines(given.repeats),
        "daily": lambda: daily_lines(given.seeds or SEEDS, given.repeats),
        "database": lambda: database_lines(given.repeats),
    }
    chosen = given.only.split(",") if given.only else [*tables]
    for name in chosen:
        if name == "log" and given.log is None:
            continue
        print(f"\n## {name}\n")
        for line in tables[name]():
            print(line, flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Fitting memory models, beside fsrs-rs.")
    parser.add_argument("--log", type=Path, help="a CSV of real reviews; `log` is left out without")
    parser.add_argument("--only", help="fit,quality,small,log,replay,step,daily,database")
    parser.add_argument("--seeds", type=int, help=f"simulated learners ({SEEDS}; {SMALL_SEEDS})")
    parser.add_argument("--repeats", type=int, default=9, help="of each measured call, in turn")
    return parser.parse_args()


if __name__ == "__main__":
    main()
