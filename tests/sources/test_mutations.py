"""Pages that something has happened to: no crash, no hang, and nothing lost."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from learnt.errors import Unreadable
from learnt.ids import MakeId
from learnt.sources import read
from tests.sources.conserved import lost
from tests.sources.made.mutations import mutated, mutated_page

PAGES = Path(__file__).resolve().parents[2] / ".." / "shared" / "corpus" / "pages"
BATCHES = 8
HANG = 2  # seconds, for a page in the campaign


@contextmanager
def watched(pytestconfig: pytest.Config, what: str) -> Iterator[None]:
    """In the campaign, stop at a page that takes too long and say which it is."""
    if not pytestconfig.getoption("--campaign"):
        yield  # each test has its own limit there
        return

    def stop(*_: object) -> None:
        pytest.fail(f"{what} takes more than {HANG} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(HANG)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def broken(data: bytes, make_id: MakeId) -> list[tuple[int, str]]:
    """The lost lines of a page; none where it is refused as no page at all."""
    try:
        reading = read(data, "page.txt", make_id)
    except Unreadable:
        return []
    return [(number, reading.lines[number - 1][:80]) for number in lost(reading)]


@pytest.mark.parametrize("batch", range(BATCHES))
def test_no_change_breaks_a_made_page(
    batch: int,
    campaign: Callable[[int, int], int],
    make_id: MakeId,
    pytestconfig: pytest.Config,
) -> None:
    count = campaign(1_600, 80_000) // BATCHES
    failed = {}
    for seed in range(batch * count, (batch + 1) * count):
        what = f"mutated_page({seed})"
        with watched(pytestconfig, what):
            if missing := broken(mutated_page(seed), make_id):
                failed[what] = missing
    assert failed == {}


@pytest.mark.shared
@pytest.mark.parametrize("batch", range(BATCHES))
def test_no_change_breaks_a_labelled_page(
    batch: int,
    campaign: Callable[[int, int], int],
    make_id: MakeId,
    pytestconfig: pytest.Config,
) -> None:
    pages = sorted(PAGES.glob("*.txt"))
    count = campaign(400, 20_000) // BATCHES
    failed = {}
    for seed in range(batch * count, (batch + 1) * count):
        path = pages[seed % len(pages)]
        what = f"mutated({path.name}, {seed})"
        with watched(pytestconfig, what):
            if missing := broken(mutated(path.read_bytes(), seed), make_id):
                failed[what] = missing
    assert failed == {}
