"""Packages and documents that something has happened to: refused or read, within bounds.

Each batch is a process of its own, whose memory is limited; see `tests.sources.harmed.run`.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.sources.harmed.harming import harmed
from tests.sources.harmed.whole import files

ROOT = Path(__file__).resolve().parents[2]
BATCHES = 4
MOST_MEGABYTES = 250
"""What the reading of one small file may hold at once, beyond what the program holds anyway."""
MOST_SECONDS = 20_000  # for all of a batch: what stops here hangs in a library


def told(first: int, last: int) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """The files that broke a rule, and what was counted."""
    command = [sys.executable, "-m", "tests.sources.harmed.run", str(first), str(last)]
    ran = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=MOST_SECONDS, check=False
    )
    assert ran.returncode == 0, f"the process fell: {ran.returncode} {ran.stderr[-3000:]}"
    *broken, counted = map(json.loads, ran.stdout.splitlines())
    return broken, counted


@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured as Linux tells it")
@pytest.mark.parametrize("batch", range(BATCHES))
def test_no_harm_breaks_the_readers(batch: int, campaign: Callable[[int, int], int]) -> None:
    """A hundred and twenty files here, twenty thousand in a campaign."""
    count = campaign(120, 20_000) // BATCHES
    broken, counted = told(batch * count, (batch + 1) * count)
    print(counted)
    assert broken == []
    assert sum(sum(one.values()) for one in counted["counted"].values()) == count
    assert counted["largest"][0] < MOST_MEGABYTES, counted["largest"]


def test_whole_files_are_read() -> None:
    """The files that harm is done to are read themselves, or the campaign would say nothing."""
    from tests.sources.harmed.run import taken

    assert {name: taken(name, data, keep=True) for name, data in files().items()} == dict.fromkeys(
        files(), "read"
    )


def test_the_same_seed_gives_the_same_file() -> None:
    assert harmed(7) == harmed(7)
    assert len({harmed(seed) for seed in range(40)}) > 35
