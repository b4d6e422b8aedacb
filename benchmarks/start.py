#!/usr/bin/env python3
"""How long `learnt --help` takes to answer, each time in a new process.

.venv/bin/python benchmarks/start.py          beside Python itself, and click alone
.venv/bin/python benchmarks/start.py --why    and the modules whose loading takes longest
"""

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence

from machine import machine
from worker import tell

FLOOR_MS = 250.0
OURS = "learnt --help"
COMMANDS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "python -c 'import click'": [sys.executable, "-c", "import click"],
    "python -c 'import click, rich.console'": [
        sys.executable, "-c", "import click, rich.console",
    ],
    OURS: [sys.executable, "-m", "learnt", "--help"],
}  # fmt: skip
SLOWEST = 15


def main() -> int:
    """Run it all; 0 where the floor holds."""
    asked = _arguments()
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(asked.warm_up):
        for command in COMMANDS.values():
            _milliseconds(command)
    for turn in range(asked.starts):
        tell(f"start {turn + 1} of {asked.starts}")
        for name, command in COMMANDS.items():
            times[name].append(_milliseconds(command))
    print("\n".join(_report(asked, times)))
    if asked.why:
        print("\n".join(_slowest_imports()))
    return 0 if statistics.median(times[OURS]) <= FLOOR_MS else 1


def _milliseconds(command: Sequence[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return (time.perf_counter() - began) * 1000


def _report(asked: argparse.Namespace, times: dict[str, list[float]]) -> Iterator[str]:
    yield from machine()
    yield f"- {asked.starts} new processes of each, in turn, after {asked.warm_up} to warm up"
    yield ""
    yield "| program | median ms | slowest ms |"
    yield "| --- | --- | --- |"
    for name, took in times.items():
        yield f"| `{name}` | {statistics.median(took):.0f} | {max(took):.0f} |"
    yield ""
    holds = statistics.median(times[OURS]) <= FLOOR_MS
    yield f"Floor: median ≤ {FLOOR_MS:g} ms. {'It holds.' if holds else 'It does not hold.'}"


def _slowest_imports() -> Iterator[str]:
    """The modules that take longest to load by themselves, in microseconds."""
    command = [sys.executable, "-X", "importtime", "-m", "learnt", "--help"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    rows = [
        (int(itself), int(together), name.strip())
        for line in done.stderr.splitlines()
        if line.startswith("import time:") and "self" not in line
        for itself, together, name in [line.removeprefix("import time:").split("|")]
    ]
    yield ""
    yield "| module | itself ms | with what it loads ms |"
    yield "| --- | --- | --- |"
    for itself, together, name in sorted(rows, reverse=True)[:SLOWEST]:
        yield f"| `{name}` | {itself / 1000:.1f} | {together / 1000:.1f} |"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="The time that learnt --help takes.")
    parser.add_argument("--starts", type=int, default=20, help="of each program")
    parser.add_argument("--warm-up", type=int, default=2)
    parser.add_argument("--why", action="store_true", help="name the modules slow to load")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
