"""What benchmarks/web.py prints: its tables, and whether the floor holds."""

import statistics
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from machine import percentile
from web_browser import Painted

ANSWER = "Study: answer, and the next question"
PAINT_FLOOR_MS, PAINT_GOAL_MS, WIRE_FLOOR = 100.0, 50.0, 100_000
SLOWEST = 4

PEER_CALLS: Mapping[str, tuple[str, str]] = {
    "answer": (ANSWER, "answer_card, get_queued_cards, render_output"),
    "decks": ("Today", "deck_due_tree"),
    "today": ("Today", "deck_due_tree, graphs"),
    "deck": ("Deck, its first page", "find_cards, 40 × browser_row_for_id"),
    "search": ("Deck, a search", "find_cards, 40 × browser_row_for_id"),
}
"""The peer's calls by their short names: the page of ours they stand behind, and what they are."""


@dataclass
class Cell:
    """What was measured of one page at one size."""

    rounds: list[list[float]] = field(default_factory=list)
    wire: int = 0

    @property
    def median(self) -> float:
        """Milliseconds, of the best round."""
        return min(map(statistics.median, self.rounds))

    @property
    def p99(self) -> float:
        """Milliseconds that one in a hundred took longer than, in all rounds."""
        return percentile([one for some in self.rounds for one in some], 0.99)


Cells = Mapping[int, Mapping[str, Cell]]
"""By how many cards the collection holds, and by page."""

Paints = Mapping[tuple[int, int], Painted]
"""By points a card, and by how many times slower the processor was made."""


def server_table(cells: Cells, visit: Mapping[str, int]) -> Iterator[str]:
    """Server time and bytes of each page, and how they grow from the least size to the largest."""
    least, most = min(cells), max(cells)
    heads = "".join(f" {cards:,}: median ms | p99 |" for cards in cells)
    yield f"| page |{heads} growth | bytes |"
    yield f"| --- |{' --- | --- |' * len(cells)} --- | --- |"
    for name in cells[least]:
        times = "".join(
            f" {one[name].median:.1f} | {one[name].p99:.1f} |" for one in cells.values()
        )
        wire = max(one[name].wire for one in cells.values())
        yield f"| {name} |{times} {_growth(cells, name):.1f} | {wire:,} |"
    yield ""
    kinds = ", ".join(f"{kind} {size:,}" for kind, size in sorted(visit.items()))
    yield (
        f"Growth is the median at {most:,} cards over that at {least:,}: linear would be "
        f"{most / least:g}. The first visit loads {sum(visit.values()):,} bytes in all: {kinds}."
    )


def peer_table(cells: Cells, peers: Cells) -> Iterator[str]:
    """Ours and the peer's beside each other. Ours goes through HTTP, and comes with its HTML."""
    yield "| learnt's page : Anki's calls |" + "".join(
        f" {cards:,}: learnt ms | Anki ms | ratio |" for cards in cells
    )
    yield "| --- |" + " --- | --- | --- |" * len(cells)
    for how, (page, calls) in PEER_CALLS.items():
        line = f"| {page} : {calls} |"
        for cards, its_cells in cells.items():
            ours, theirs = its_cells[page].median, peers[cards][how].median
            line += f" {ours:.1f} | {theirs:.1f} | {ours / theirs:.1f} |"
        yield line


def painted_table(painted: Paints) -> Iterator[str]:
    """From the key to the paint."""
    if not painted:
        yield "The time to the paint was not measured."
        return
    yield "| from the key to the paint | median ms | p95 | slowest |"
    yield "| --- | --- | --- | --- |"
    for (points, slower), found in painted.items():
        card = "one point" if points == 1 else f"{points} points"
        speed = "plain" if slower == 1 else f"processor {slower} × slower"
        for what, times in (("the next question", found.answered), ("the answer", found.shown)):
            yield (
                f"| {card}, {speed}: {what} | {statistics.median(times):.0f} | "
                f"{percentile(times, 0.95):.0f} | {max(times):.0f} |"
            )


def verdict(cells: Cells, visit: Mapping[str, int], painted: Paints) -> str:
    """Whether floor and goal are met."""
    linear = max(cells) / min(cells)
    faults = [name for name in cells[min(cells)] if _growth(cells, name) >= linear]
    sizes = {name: one.wire for its in cells.values() for name, one in its.items()}
    faults += [name for name, wire in sizes.items() if wire > WIRE_FLOOR]
    slow = [found.median for (_, slower), found in painted.items() if slower == SLOWEST]
    floor = not faults and max(slow, default=0.0) <= PAINT_FLOOR_MS
    goal = floor and bool(slow) and max(slow) <= PAINT_GOAL_MS
    said = (
        f"Floor: the next question painted within {PAINT_FLOOR_MS:g} ms at {SLOWEST} ×, any page "
        f"≤ {WIRE_FLOOR // 1000} KB, growth less than linear; goal: {PAINT_GOAL_MS:g} ms."
    )
    if not floor:
        return f"{said} The floor does not hold{': ' if faults else ''}{', '.join(faults)}."
    whole = sum(visit.values()) / 1000
    met = "Floor and goal are met" if goal else "The floor holds"
    return f"{said} {met}; a first visit is {whole:.0f} KB with all that it loads."


def _growth(cells: Cells, name: str) -> float:
    return cells[max(cells)][name].median / cells[min(cells)][name].median
