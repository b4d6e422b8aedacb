#!/usr/bin/env python3
"""Pages read and saved, beside Anki importing the same cards from its text format.

    .venv/bin/python benchmarks/importing.py            up to 100,000 cards, and 100 MB of text
    .venv/bin/python benchmarks/importing.py --quick    a smoke run; its numbers mean nothing

Both begin with a file on the disk and a fresh, empty collection, and end when all of it is on the
disk and the collection is closed. They import in turn, each in a process that is warm.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from importing_pages import FORMS, write_long, write_page
from machine import disk, machine
from web_client import Line, serving
from worker import PEERS, Worker, peer_python, tell

from learnt.clock import Instant
from learnt.collection import id_maker, system_now
from learnt.sources import read

ANKI = "anki==26.9.3"
FLOOR, GOAL = 2.0, 1.0
PREVIEW_CARDS, PREVIEW_FLOOR_MS = 200, 100
MB = 1_000_000
Times = dict[tuple[str, str, int], list[float]]


def main() -> int:
    """Run it all; 0 where the floors hold, or where it was only tried."""
    asked = _arguments()
    PEERS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=asked.folder or PEERS, prefix="importing-") as name:
        folder = Path(name)
        times, versions = _imported(asked, folder)
        print("\n".join([*machine(), f"- {disk(folder)}", *_how(asked, versions), ""]))
        print("\n".join(_table(asked, times)))
        print("\n".join(["", *_previewed(asked, folder)]))
        print("\n".join(["", *_long(asked, folder)]))
    ratio = _ratio(asked, times)
    held = "holds" if ratio <= FLOOR else "does not hold"
    goal = "met" if ratio <= GOAL else "not met"
    print(f"\nFloor: at most {FLOOR:g} × Anki's time: {ratio:.2f} ×, it {held}. Goal: {goal}.")
    return 0 if asked.quick or ratio <= FLOOR else 1


def _imported(asked: argparse.Namespace, folder: Path) -> tuple[Times, dict[str, str]]:
    """Milliseconds by program, form of the page and number of cards."""
    pages = {
        (form, cards): write_page(folder, form, cards, asked.seed)
        for form in FORMS
        for cards in asked.sizes
    }
    times: Times = {}
    with ExitStack() as stack:

        def start(name: str, python: Path, script: str) -> Worker:
            home = folder / name
            home.mkdir()
            worker = stack.enter_context(Worker(python, script, {"folder": str(home)}))
            if (worker.built["synchronous"], worker.built["journal_mode"]) != (2, "wal"):
                sys.exit(f"{name} does not promise that it is on the disk: {worker.built}")
            return worker

        ours = start("learnt", Path(sys.executable), "peers/learnt_import.py")
        anki = start("anki", peer_python("anki", ANKI), "peers/anki_import_speed.py")
        for (form, cards), path in pages.items():
            programs = {"learnt": ours} | ({"Anki": anki} if form == "tab" else {})
            for worker in programs.values() if cards <= 10_000 else ():
                worker.answer(1, str(path))
            for turn in range(_turns(asked, form, cards)):
                tell(f"{form}, {cards:,} cards, turn {turn + 1}")
                for name, worker in programs.items():
                    took = worker.answer(1, str(path))
                    times.setdefault((name, form, cards), []).extend(took)
        return times, {"learnt": ours.built["version"], "Anki": anki.built["version"]}


def _turns(asked: argparse.Namespace, form: str, cards: int) -> int:
    """Large pages take long, and differ little."""
    few: int = min(3, asked.turns) if cards <= 10_000 or form == "tab" else 1
    return int(asked.turns) if cards <= 10_000 and form == "tab" else few


def _how(asked: argparse.Namespace, versions: dict[str, str]) -> Iterator[str]:
    yield f"- learnt {versions['learnt']}, Anki {versions['Anki']}; seed {asked.seed}"
    yield (
        f"- medians of {asked.turns} turns up to 10,000 cards of a table, else 3 or 1, after one "
        "to warm up; both: journal_mode = WAL, synchronous = FULL"
    )


def _table(asked: argparse.Namespace, times: Times) -> Iterator[str]:
    yield "| page | cards | learnt ms | µs a card | slowest ms | Anki ms | learnt : Anki |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for form, what in FORMS.items():
        for cards in asked.sizes:
            ours = times["learnt", form, cards]
            median = statistics.median(ours)
            theirs = times.get(("Anki", form, cards))
            beside = f"{statistics.median(theirs):,.0f}" if theirs else ""
            ratio = f"{median / statistics.median(theirs):.2f}" if theirs else ""
            yield (
                f"| {what} | {cards:,} | {median:,.0f} | {median / cards * 1000:.0f} | "
                f"{max(ours):,.0f} | {beside} | {ratio} |"
            )


def _ratio(asked: argparse.Namespace, times: Times) -> float:
    cards = min(asked.sizes, key=lambda size: abs(size - 10_000))
    ours, theirs = (times[name, "tab", cards] for name in ("learnt", "Anki"))
    return statistics.median(ours) / statistics.median(theirs)


def _previewed(asked: argparse.Namespace, folder: Path) -> Iterator[str]:
    """A page of 200 cards: read, and shown in the browser for checking."""
    yield f"| a page of {PREVIEW_CARDS} cards | read ms | sent ms | checked ms | both ms |"
    yield "| --- | --- | --- | --- | --- |"
    make_id = id_maker(system_now)
    home = folder / "preview"
    with serving(home, Instant(time.time_ns() // 1_000_000)) as url:
        line = Line(url)
        for form, what in FORMS.items():
            data = write_page(folder, form, PREVIEW_CARDS, asked.seed).read_bytes()
            read(data, "page.txt", make_id)
            took = [_ms(data, make_id) for _ in range(asked.turns)]
            sent, shown = [], []
            for _ in range(asked.turns + 1):
                answer = line.post("/add", [("page", data.decode())])
                page = line.get(answer.headers["location"])
                sent.append(answer.ms)
                shown.append(page.ms)
            both = statistics.median(a + b for a, b in zip(sent[1:], shown[1:], strict=True))
            parts = [statistics.median(took), statistics.median(sent[1:])]
            parts += [statistics.median(shown[1:]), both]
            yield f"| {what} | " + " | ".join(f"{one:.0f}" for one in parts) + " |"
    yield ""
    yield f"Floor: {PREVIEW_FLOOR_MS} ms. Read is without HTTP; sent is with the draft saved."


def _ms(data: bytes, make_id: object) -> float:
    began = time.perf_counter()
    read(data, "page.txt", make_id)  # type: ignore[arg-type] # an id maker
    return (time.perf_counter() - began) * 1000


def _long(asked: argparse.Namespace, folder: Path) -> Iterator[str]:
    """A text too long to be read at once, by the program itself: saved, and then added again."""
    yield "| a long text | size | cards | seconds | µs a card | memory at most |"
    yield "| --- | --- | --- | --- | --- | --- |"
    path = folder / "long.txt"
    cards = write_long(path, asked.long * MB, asked.seed)
    command = [
        sys.executable,
        "-m",
        "learnt",
        "--home",
        str(folder / "long"),
        "add",
        "-qy",
        str(path),
    ]
    for what in ("saved", "added again"):
        tell(f"{asked.long} MB, {what}")
        began = time.perf_counter()
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        took = time.perf_counter() - began
        if process.returncode:
            sys.exit(f"learnt add ended with {process.returncode}")
        yield (
            f"| {what} | {asked.long} MB | {cards:,} | {took:.0f} | {took / cards * 1e6:.0f} | "
            f"{used.ru_maxrss / 1024:.0f} MiB |"
        )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--turns", type=int, default=9)
    parser.add_argument("--long", type=int, default=100, help="MB of the long text")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="where to work, on another disk say")
    parser.add_argument("--quick", action="store_true", help="only to see that it runs")
    asked = parser.parse_args()
    if asked.quick:
        asked.sizes, asked.turns, asked.long = [200, 1_000], 2, 21
    return asked


if __name__ == "__main__":
    sys.exit(main())
