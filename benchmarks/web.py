#!/usr/bin/env python3
"""The browser face: how long each page takes, how large it is, and how soon it is painted.

    .venv/bin/python benchmarks/web.py             1,000, 20,000 and 100,000 cards
    .venv/bin/python benchmarks/web.py --quick     a smoke run; its numbers mean nothing

The collections are made once and kept under benchmarks/.peers; each run answers in copies. All
servers run side by side and are asked in turn, Anki's own calls on the same cards among them.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from machine import disk, machine
from web_browser import Painted, browser, chromium, paint
from web_client import Answer, Line, serving
from web_collections import REVIEWS_A_CARD, made, peer_collection
from web_pages import SEARCH, Measure, Visit, first_visit, pages
from web_tables import PEER_CALLS, Cell, painted_table, peer_table, server_table, verdict
from worker import PEERS, Worker, peer_python, tell

from learnt.clock import Instant

ANKI = "anki==26.9.3"
SLOWER = 1, 4
WARM_UP, PAINT_ROUNDS = 2, 2
LEAST, LONGEST_SECONDS = 5, 1.5


@dataclass
class Measured:
    """One size: its visit, its peer where it is measured, and what was found."""

    cards: int
    visit: Visit
    peer: Worker | None
    cells: dict[str, Cell] = field(default_factory=dict)
    peers: dict[str, Cell] = field(default_factory=dict)


def main() -> int:
    """Run it all; 0 where the floor holds, or where it was only tried."""
    asked = _arguments()
    now = Instant(time.time_ns() // 1_000_000)
    (PEERS / "web").mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=asked.folder or PEERS / "web", prefix="run-") as name:
        folder = Path(name)
        with _served(asked, folder, now) as sizes:
            for turn in range(asked.rounds):
                tell(f"round {turn + 1} of {asked.rounds}")
                for size in sizes:
                    _measure(size, asked.requests)
            visit = first_visit(sizes[-1].visit.line)
        painted = {} if asked.no_browser else _painted(asked, folder, now)
        about = f"- {disk(folder)}"
    cells = {size.cards: size.cells for size in sizes}
    print("\n".join([*machine(), about, *_how(asked), "", *server_table(cells, visit)]))
    if any(size.peers for size in sizes):
        print("\n".join(["", *peer_table(cells, {size.cards: size.peers for size in sizes})]))
    print("\n".join(["", *painted_table(painted), "", verdict(cells, visit, painted)]))
    return 0 if asked.quick or "does not hold" not in verdict(cells, visit, painted) else 1


@contextmanager
def _served(asked: argparse.Namespace, folder: Path, now: Instant) -> Iterator[list[Measured]]:
    """A server for each size, and Anki on the same cards beside it."""
    python = None if asked.no_peer else peer_python("anki", ANKI)
    with ExitStack() as stack:
        sizes = []
        for cards in asked.sizes:
            kept = made(cards, 1, now, asked.seed)
            home = kept.copy_to(folder / f"learnt-{cards}")
            visit = Visit(Line(stack.enter_context(serving(home, kept.now))), cards)
            visit.open()
            visit.show()
            visit.rate()
            peer = None
            if python:
                request = peer_collection(cards, now, asked.seed, folder / f"anki-{cards}")
                about = request | {"search": SEARCH.replace("+", " ")}
                peer = stack.enter_context(Worker(python, "peers/anki_pages.py", about))
                if (peer.built["synchronous"], peer.built["journal_mode"]) != (2, "wal"):
                    sys.exit(f"Anki does not promise that an answer is on the disk: {peer.built}")
            sizes.append(Measured(cards, visit, peer))
        yield sizes


def _measure(size: Measured, requests: int) -> None:
    """Every page so many times, after two to warm up; then the peer's calls."""
    for name, ask in pages():
        for _ in range(WARM_UP):
            ask(size.visit)
        answers = list(_asked(ask, size.visit, requests))
        cell = size.cells.setdefault(name, Cell())
        cell.rounds.append([answer.ms for answer in answers])
        cell.wire = max(cell.wire, *(answer.wire for answer in answers))
    if size.peer:
        for how in PEER_CALLS:
            size.peer.answer(WARM_UP, how)
            size.peers.setdefault(how, Cell()).rounds.append(size.peer.answer(requests, how))


def _asked(ask: Measure, visit: Visit, requests: int) -> Iterator[Answer]:
    """So many answers; of a slow page those that come within seconds, five at least."""
    last = time.monotonic() + LONGEST_SECONDS
    for number in range(requests):
        if number < LEAST or time.monotonic() < last:
            yield ask(visit)


def _painted(
    asked: argparse.Namespace, folder: Path, now: Instant
) -> dict[tuple[int, int], Painted]:
    """By points a card and how many times slower the processor is made."""
    path = chromium()
    if path is None:
        tell("there is no Chromium here: the time to the paint is not measured")
        return {}
    found = {}
    for points in (1, 3):
        kept = made(asked.painted, points, now, asked.seed)
        home = kept.copy_to(folder / f"painted-{points}")
        with serving(home, kept.now) as url, browser(path) as one:
            for slower in SLOWER:
                tell(f"Chromium, {points} points a card, {slower} times slower")
                rounds = [paint(one, url, asked.answers, slower) for _ in range(PAINT_ROUNDS)]
                found[points, slower] = min(rounds, key=lambda one: one.median)
    return found


def _how(asked: argparse.Namespace) -> Iterator[str]:
    yield (
        f"- {REVIEWS_A_CARD} reviews a card, seed {asked.seed}; {asked.requests} requests of each "
        f"page in each of {asked.rounds} rounds (five or more where it is slow), after "
        f"{WARM_UP} to warm up"
    )
    yield (
        f"- Chromium: {asked.answers} answers with the keyboard alone on {asked.painted:,} cards, "
        f"the better of {PAINT_ROUNDS} rounds"
    )
    yield "- medians are those of the best round; the 99th percentile is that of all rounds"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="The pages, their weight, and the paint.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 20_000, 100_000])
    parser.add_argument("--painted", type=int, default=20_000, help="cards of Chromium's part")
    parser.add_argument("--requests", type=int, default=30, help="of each page in a round")
    parser.add_argument("--answers", type=int, default=60, help="of Chromium in a round")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", help="where the copies are answered (a real disk)")
    parser.add_argument("--no-peer", action="store_true", help="without Anki")
    parser.add_argument("--no-browser", action="store_true", help="without Chromium")
    parser.add_argument("--quick", action="store_true", help="small, to see that it runs")
    asked = parser.parse_args()
    if asked.quick:
        asked.sizes, asked.painted = [200, 1_000], 200
        asked.requests, asked.answers, asked.rounds = 5, 5, 1
    return asked


if __name__ == "__main__":
    sys.exit(main())
