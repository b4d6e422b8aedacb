#!/usr/bin/env python3
"""The timeline in a browser: how long a frame takes while it is made larger, moved and scrolled.

    .venv/bin/python benchmarks/timeline.py             2,000 events, in Chromium at 1x and 4x
    .venv/bin/python benchmarks/timeline.py --quick     a smoke run; its numbers mean nothing

A collection is made from a seed and served. In Chromium the wheel turns once a frame, and the
picture is moved along and down. What counts is the processor time of the page's main thread, frame
by frame, from Chromium's trace: it includes the emulated slowness, and no other program's work.
What is put off until the wheel rests is measured too, in the second after it.
"""

import argparse
import random
import sys
import tempfile
import time
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from machine import machine, percentile
from playwright.sync_api import CDPSession, Page
from web_browser import browser, chromium
from web_client import serving

from learnt import Collection
from learnt.clock import Instant
from learnt.collection import id_maker
from learnt.deck import Card, Deck, Point
from learnt.ids import CardId, DeckId, PointId

SLOWER = 1, 4
LIMITS = {1: 16.0, 4: 50.0}
"""Milliseconds of a frame that may not be exceeded, by how much slower the processor is made."""
ACTORS = "France Prussia Austria Russia Britain Spain Sweden Poland Portugal Denmark".split()
DEEDS = (
    "signed a treaty with {other}",
    "declared war on {other}",
    "made peace with {other} after long talks",
    "occupied a province of {other}",
    "sent an envoy to {other}",
    "lost a battle against {other} in the hills",
)
_TASK = "ThreadControllerImpl::RunTask"
_REST = 60
"""Frames after the wheel was turned."""

_GESTURES = """
async ({ gesture, frames, rest }) => {
  const box = document.querySelector(".ov-box"), around = box.getBoundingClientRect();
  const x = around.left + around.width / 2, y = around.top + around.height / 2;
  const frame = () => new Promise(requestAnimationFrame);
  const took = [];
  let last = performance.now();
  performance.mark("began");
  for (let n = 0; n < frames + rest; n++) {
    if (n === frames) performance.mark("rested");
    if (n >= frames) { /* what was put off until now is done */ }
    else if (gesture === "larger" || gesture === "smaller") {
      const deltaY = gesture === "larger" ? -60 : 60;
      const where = { deltaY, clientX: x, clientY: y, bubbles: true, cancelable: true };
      box.dispatchEvent(new WheelEvent("wheel", where));
    } else if (gesture === "along") box.scrollLeft += 40;
    else box.scrollTop += 24;
    await frame();
    const now = performance.now();
    took.push(now - last);
    last = now;
  }
  performance.mark("ended");
  return took;
}
"""


@dataclass
class Frames:
    """Of one gesture: milliseconds of work on the main thread in each frame, and between frames."""

    work: list[float] = field(default_factory=list)
    between: list[float] = field(default_factory=list)


def main() -> int:
    """Run it; 0 where the limits hold, or where it was only tried."""
    asked = _arguments()
    path = chromium()
    if path is None:
        sys.exit("There is no Chromium here.")
    now = Instant(time.time_ns() // 1_000_000)
    with tempfile.TemporaryDirectory() as name:
        home = Path(name) / "collection"
        deck = make(home, asked.events, asked.seed, now)
        with serving(home, now) as url, browser(path) as one:
            found, opened, size = {}, 0.0, 0.0
            for slower in SLOWER:
                context = one.new_context(viewport={"width": 1440, "height": 900})
                page = context.new_page()
                began = time.perf_counter()
                page.goto(f"{url}/decks/{deck}/timeline")
                page.wait_for_selector("[data-ready]")
                opened = time.perf_counter() - began
                size = len(page.content()) / 1e6
                found[slower] = gestures(page, slower, asked.frames)
                context.close()
    print(
        "\n".join([*machine(), *about(asked, opened, size), "", *table(found), "", verdict(found)])
    )
    return 0 if asked.quick or holds(found) else 1


def make(home: Path, events: int, seed: int, now: Instant) -> str:
    """A deck that tells of so many events between 1600 and 1900; its id."""
    chance = random.Random(seed)
    make_id = id_maker(lambda: now, seed)
    cards = []
    for _ in range(events):
        actor, other = chance.sample(ACTORS, 2)
        deed = chance.choice(DEEDS).format(other=other)
        text = f"{actor} {deed} {_date(chance)}"
        cards.append(Card(CardId(make_id()), None, (Point(PointId(make_id()), text),)))
    with Collection.open(home, now=lambda: now, seed=seed) as collection:
        added = collection.add(Deck(DeckId(make_id()), "Three centuries", tuple(cards)))
        told = collection.timeline(added.deck).total
    if told < events:
        raise ValueError(f"only {told} of {events} events were read")
    return added.deck


def _date(chance: random.Random) -> str:
    year = chance.randint(1600, 1899)
    month = chance.choice("January March May July September November".split())
    return chance.choice(
        (
            f"in {year}",
            f"in {month} {year}",
            f"on {chance.randint(1, 28)} {month} {year}",
            f"from {year} to {year + chance.randint(1, 9)}",
            f"around {year}",
        )
    )


def gestures(page: Page, slower: int, frames: int) -> dict[str, Frames]:
    """Each gesture, after it was tried once."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.locator(".ov-box").focus()
    found = {}
    for gesture, rest in (("larger", _REST), ("along", 0), ("down", 0), ("smaller", _REST)):
        turned, after = traced(page, session, gesture, frames, rest)
        found[gesture] = turned
        if rest:
            found[f"after {gesture}"] = after
        page.wait_for_timeout(300 * slower)
    return found


def traced(
    page: Page, session: CDPSession, gesture: str, frames: int, rest: int
) -> tuple[Frames, Frames]:
    """One gesture and the frames after it, with the work of the main thread in each."""
    events: list[dict[str, object]] = []
    done: list[bool] = []
    session.on("Tracing.dataCollected", lambda data: events.extend(data["value"]))
    session.once("Tracing.tracingComplete", lambda _: done.append(True))
    categories = (
        "devtools.timeline,toplevel,blink.user_timing,disabled-by-default-devtools.timeline"
    )
    session.send("Tracing.start", {"categories": categories, "transferMode": "ReportEvents"})
    asked = {"gesture": gesture, "frames": frames, "rest": rest}
    between = [float(one) for one in page.evaluate(_GESTURES, asked)]
    session.send("Tracing.end")
    while not done:
        page.wait_for_timeout(50)
    until = "rested" if rest else "ended"
    return (
        Frames(list(work_of(events, "began", until)), between[:frames]),
        Frames(list(work_of(events, "rested", "ended")) if rest else [], between[frames:]),
    )


def work_of(events: list[dict[str, object]], begin: str, end: str) -> Iterator[float]:
    """Milliseconds of tasks of the page's main thread, frame by frame between two marks."""
    marks = {one["name"]: one for one in events if one.get("name") in {begin, end}}
    thread = (marks[begin]["pid"], marks[begin]["tid"])
    first, last = _at(marks[begin]), _at(marks[end])
    mine = [one for one in events if (one.get("pid"), one.get("tid")) == thread]
    fired = sorted(_at(one) for one in mine if one.get("name") == "FireAnimationFrame")
    work: list[float] = []
    for task in sorted(
        (one for one in mine if one.get("name") == _TASK and "tdur" in one), key=_at
    ):
        start, stop = _at(task), _at(task) + float(str(task["dur"]))
        if not first <= start <= last:
            continue
        if bisect(fired, stop) > bisect(fired, start):  # a frame begins
            work.append(0.0)
        if work:
            work[-1] += float(str(task["tdur"])) / 1000
    yield from work[:-1]


def _at(event: dict[str, object]) -> float:
    return float(str(event["ts"]))


def about(asked: argparse.Namespace, opened: float, size: float) -> Iterator[str]:
    """How it was measured."""
    yield f"- {asked.events:,} events, seed {asked.seed}; {asked.frames} frames of each gesture"
    yield f"- the page is {size:.1f} MB of HTML, ready {opened:.1f} s after it was asked for"


def table(found: dict[int, dict[str, Frames]]) -> Iterator[str]:
    """Work in a frame, and from frame to frame, by gesture."""
    yield "| processor | gesture | work: median ms | 95th | most | frame to frame: median | 95th |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for slower, gestures_of in found.items():
        for gesture, frames in gestures_of.items():
            cells = [
                median(frames.work), percentile(frames.work, 0.95), max(frames.work),
                median(frames.between), percentile(frames.between, 0.95),
            ]  # fmt: skip
            told = " | ".join(f"{one:.1f}" for one in cells)
            yield f"| {slower}x | {gesture} | {told} |"


def holds(found: dict[int, dict[str, Frames]]) -> bool:
    """Whether 95 of 100 frames of every gesture stay within the limit."""
    return all(
        percentile(frames.work, 0.95) <= LIMITS[slower]
        for slower, gestures_of in found.items()
        for frames in gestures_of.values()
    )


def verdict(found: dict[int, dict[str, Frames]]) -> str:
    """The limits, and whether they hold."""
    limits = " and ".join(f"{ms:.0f} ms at {slower}x" for slower, ms in LIMITS.items())
    return f"Limit: {limits} for 95 of 100 frames: {'it holds' if holds(found) else 'not met'}."


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Frames of the timeline.")
    parser.add_argument("--events", type=int, default=2_000)
    parser.add_argument("--frames", type=int, default=90)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--quick", action="store_true", help="small, to see that it runs")
    asked = parser.parse_args()
    if asked.quick:
        asked.events, asked.frames = 100, 10
    return asked


if __name__ == "__main__":
    sys.exit(main())
