#!/usr/bin/env python3
"""Answer a card and get the next one, beside Anki's own scheduler.

    .venv/bin/python benchmarks/review.py            20,000 cards, 200,000 reviews
    .venv/bin/python benchmarks/review.py --quick    a smoke run; its numbers mean nothing

Each program has the same past in a collection of its own on the same disk. They answer in turn,
in the same run; every answer is on the disk (synchronous = FULL) before the next card is there.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from history import make_history, write_history
from machine import disk, machine, percentile
from worker import PEERS, Worker, peer_python, tell

ANKI = "anki==26.9.3"
HOW_OFTEN = (10, 10, 72, 8)  # Again, Hard, Good, Easy in a hundred answers
MEDIAN_FLOOR, MEDIAN_GOAL, P99_FLOOR_MS = 3.0, 1.5, 8.0
FULL = 2


@dataclass
class Measured:
    """One line of the table."""

    name: str
    worker: Worker
    how: str = "plain"
    times: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        """Milliseconds that half of the answers took at most."""
        return statistics.median(self.times)


def main() -> int:
    """Run it all; 0 where the floor holds, or where it was only tried."""
    asked = _arguments()
    PEERS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=asked.folder or PEERS, prefix="review-") as name:
        folder = Path(name)
        with _measured(asked, folder) as lines:
            for line in lines:
                line.worker.answer(asked.warm_up, line.how)
            for turn in range(asked.rounds):
                tell(f"round {turn + 1} of {asked.rounds}")
                for line in lines:
                    line.times += line.worker.answer(asked.answers // asked.rounds, line.how)
            print("\n".join(_report(asked, folder, lines)))
            return 0 if asked.quick or _holds(lines) else 1


@contextmanager
def _measured(asked: argparse.Namespace, folder: Path) -> Iterator[list[Measured]]:
    """The programs, each with its collection built."""
    now = time.time_ns() // 1_000_000
    past = folder / "history.json"
    write_history(past, make_history(asked.cards, asked.reviews, now, asked.seed))
    request = {"history": str(past), "now": now, "seed": asked.seed, "how_often": HOW_OFTEN}
    with ExitStack() as stack:

        def start(name: str, python: Path, script: str, points: int) -> Worker:
            home = folder / name
            home.mkdir()
            tell(f"building {name} ...")
            its_own = {"folder": str(home), "points": points}
            worker = stack.enter_context(Worker(python, script, request | its_own))
            _must_be_durable(name, worker.built)
            return worker

        this = Path(sys.executable)
        anki = start("anki", peer_python("anki", ANKI), "peers/anki_review.py", 1)
        one = start("learnt-1", this, "peers/learnt_review.py", 1)
        three = start("learnt-3", this, "peers/learnt_review.py", 3)
        yield [
            Measured(f"Anki {anki.built['version']}", anki),
            Measured("Anki, with the question's text", anki, "shown"),
            Measured("learnt, one point a card", one),
            Measured("learnt, three points a card", three),
        ]


def _must_be_durable(name: str, built: Mapping[str, object]) -> None:
    if (built["synchronous"], built["journal_mode"]) != (FULL, "wal"):
        sys.exit(f"{name} does not promise that an answer is on the disk: {built}")


def _report(asked: argparse.Namespace, folder: Path, lines: list[Measured]) -> Iterator[str]:
    anki = lines[0]
    yield from machine()
    yield f"- {disk(folder)}"
    yield (
        f"- {asked.cards:,} cards, {asked.reviews:,} reviews, seed {asked.seed}; "
        f"{len(anki.times):,} answers each in {asked.rounds} turns after {asked.warm_up} to warm up"
    )
    yield "- both: journal_mode = WAL, synchronous = FULL, one commit an answer"
    yield ""
    yield "| answer and next | median ms | p99 ms | slowest ms | median : Anki | p99 : Anki |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for line in lines:
        p99 = percentile(line.times, 0.99)
        yield (
            f"| {line.name} | {line.median:.2f} | {p99:.2f} | {max(line.times):.2f} | "
            f"{line.median / anki.median:.2f} | "
            f"{p99 / percentile(anki.times, 0.99):.2f} |"
        )
    yield ""
    yield "| once | due | first card ms | list of decks ms | built in s | SQLite |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for line in lines:
        if line.how == "plain":
            built = line.worker.built
            yield (
                f"| {line.name} | {built['due']:,} | {built['begin_ms']:.0f} | "
                f"{built['decks_ms']:.0f} | {built['built_s']:.0f} | {built['sqlite']} |"
            )
    yield ""
    yield (
        f"Floor: median ≤ {MEDIAN_FLOOR:g} × Anki's, 99th percentile ≤ {P99_FLOOR_MS:g} ms; "
        f"goal: ≤ {MEDIAN_GOAL:g} ×. {_verdict(lines)}"
    )


def _holds(lines: list[Measured]) -> bool:
    anki, _, *ours = lines
    return all(
        line.median <= MEDIAN_FLOOR * anki.median and percentile(line.times, 0.99) <= P99_FLOOR_MS
        for line in ours
    )


def _verdict(lines: list[Measured]) -> str:
    if not _holds(lines):
        return "The floor does not hold."
    met = all(line.median <= MEDIAN_GOAL * lines[0].median for line in lines[2:])
    return "Floor and goal are met." if met else "The floor holds; the goal is not met."


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Answer and next, beside Anki.")
    parser.add_argument("--cards", type=int, default=20_000)
    parser.add_argument("--reviews", type=int, default=200_000)
    parser.add_argument("--answers", type=int, default=1_250, help="of each program")
    parser.add_argument("--rounds", type=int, default=5, help="turns that they are split over")
    parser.add_argument("--warm-up", type=int, default=150)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", help="where the collections are built (a real disk)")
    parser.add_argument("--quick", action="store_true", help="small, to see that it runs")
    asked = parser.parse_args()
    if asked.quick:
        asked.cards, asked.reviews, asked.answers, asked.warm_up = 2_000, 10_000, 50, 10
    return asked


if __name__ == "__main__":
    sys.exit(main())
