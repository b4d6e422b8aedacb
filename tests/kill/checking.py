"""Start the driver, kill it, and hold what it was told against what is on the disk."""

import json
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Timer
from typing import Any, Self

from sqlalchemy import text

from learnt.clock import Instant
from learnt.collection import Collection
from learnt.journal import Event, Review, Undo

DRIVER = Path(__file__).with_name("driver.py")
BEGIN = Instant(1_775_030_400_000)  # an April morning
PAGE = """\
# Rivers and coasts

What shapes a river's upper course?
- It cuts downwards
- The slope is steep
- There is little water in it

Name two landforms of the lower course.
- a flood plain
- a delta

meander
- a bend of a river
ask: both ways

oxbow lake
- a bend that was cut off
ask: both ways

In what order does a cliff give way?
1. a crack
2. a cave
3. an arch
4. a stack

- Longshore drift carries sand along the coast.
- Longshore drift needs waves that meet the beach at an angle.
"""


@dataclass
class Account:
    """Everything the killed processes said about one collection."""

    home: Path
    database: str | None = None
    intents: dict[str, dict[str, Any]] = field(default_factory=dict)
    acknowledged: list[str] = field(default_factory=list)
    undone: list[str] = field(default_factory=list)
    said: list[dict[str, Any]] = field(default_factory=list)
    now: Instant = BEGIN
    seed: int | None = None
    expected: str | None = None
    surprises: list[str] = field(default_factory=list)
    kills: int = 0

    def hear(self, line: bytes) -> dict[str, Any]:
        heard: dict[str, Any] = json.loads(line)
        self.said.append(heard)
        match heard["say"]:
            case "will save":
                self.intents[heard["review"]["id"]] = heard["review"]
            case "ack":
                self.acknowledged.append(heard["id"])
            case "undone" if heard["id"] is not None:
                self.undone.append(heard["id"])
            case "asks":
                self.now = Instant(heard["now"])
                if self.expected not in (None, heard["card"]):
                    what = f"resumed with {heard['card']} where {self.expected} was to come"
                    self.surprises.append(what)
                self.expected = None
            case _:
                pass
        return heard

    def open(self) -> Collection:
        """The collection, at the time at which it was last heard of."""
        return Collection.open(
            self.home, database=self.database, now=lambda: self.now, seed=self.seed
        )


class Process:
    """The driver, running."""

    def __init__(self, account: Account, *options: str) -> None:
        self.account = account
        place = ["--home", str(account.home)]
        place += ["--database", account.database] if account.database else []
        command = [sys.executable, str(DRIVER), *place, "--now", str(account.now), *options]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        account.said.clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def hear(self) -> dict[str, Any] | None:
        """The next thing it says; None when it has ended."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        return self.account.hear(line) if line.endswith(b"\n") else None

    def until(self, found: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        while (heard := self.hear()) is not None:
            if found(heard):
                return heard
        raise AssertionError(f"the driver ended before its time: {self.complaint()}")

    def go(self) -> None:
        """Let one that waits (`--together`) begin."""
        assert self.process.stdin is not None
        self.process.stdin.write(b"go\n")
        self.process.stdin.flush()

    def finish(self) -> None:
        """Hear it to its own end."""
        while self.hear() is not None:
            pass
        assert self.process.wait() == 0, self.complaint()

    def kill(self) -> None:
        """SIGKILL, and then what it had still said before that."""
        if self.process.stdout is None or self.process.stdout.closed:
            return
        self.process.kill()
        self.process.wait()
        while self.hear() is not None:
            pass
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            if pipe is not None:
                pipe.close()
        self.account.kills += 1

    def complaint(self) -> str:
        assert self.process.stderr is not None
        self.process.kill()
        return self.process.stderr.read().decode()


def kill_at_random(account: Account, chance: random.Random, *options: str) -> None:
    """Kill at any moment: now and then while it opens, mostly somewhere in its answers."""
    with Process(account, "--seed", str(chance.getrandbits(30)), *options) as driver:
        if chance.random() < 0.15:
            driver.until(lambda heard: heard["say"] == "starts")
            delay = chance.uniform(0.0, 0.06)  # while the collection is opened
        else:
            driver.until(lambda heard: heard["say"] == "ready")
            for _ in range(chance.randint(0, 12)):
                driver.until(lambda heard: heard["say"] == "ack")
            delay = chance.uniform(0.0, 0.012)  # about one answer's length
        timer = Timer(delay, driver.process.kill)
        timer.start()
        while driver.hear() is not None:
            pass
        timer.join()
        assert driver.process.wait() == -9, driver.complaint()


def kill_at(account: Account, moment: str, *options: str) -> None:
    """Kill while it stands still at a moment."""
    with Process(account, "--pause", moment, *options) as driver:
        driver.until(lambda heard: heard["say"] == "at")


def faults(account: Account) -> list[str]:
    """What is not as was promised, in words; nothing where all is well."""
    with account.open() as collection:
        health = collection.doctor()
        found = [f"the database says: {fault}" for fault in health.faults]
        if health.differences:
            found.append(f"{health.differences} caches differ from the journal")
        with collection.store.reading() as transaction:
            events = transaction.journal.events()
            for query, what in _HALVES.items():
                if count := transaction.connection.scalar(text(query)):
                    found.append(f"{count} {what}")
        found += _of_journal(account, events)
        found += _of_resuming(account, collection, events)
    return found


_HALVES = {
    "SELECT count(*) FROM review WHERE id NOT IN (SELECT review FROM outcome)": (
        "reviews without outcomes"
    ),
    "SELECT count(*) FROM outcome WHERE review NOT IN (SELECT id FROM review)": (
        "outcomes without a review"
    ),
    "SELECT count(*) - count(DISTINCT id) FROM review": "reviews kept twice",
}


def _of_journal(account: Account, events: tuple[Event, ...]) -> Iterator[str]:
    there = {event.id: event for event in events if isinstance(event, Review)}
    taken_back = [event.event for event in events if isinstance(event, Undo)]
    for one in account.acknowledged:
        if one not in there:
            yield f"lost: the answer {one} was acknowledged"
    for one, review in there.items():
        if account.intents.get(one) != _as_told(review):
            yield f"changed: the answer {one} is not what was to be saved"
    for undone in account.undone:
        if undone not in taken_back:
            yield f"lost: the undo of {undone} was acknowledged"
    if len(account.acknowledged) != len(set(account.acknowledged)):
        yield "an answer was acknowledged twice"
    unheard = len(there) - len(set(account.acknowledged) & set(there))
    if unheard > account.kills:
        yield f"{unheard} answers were saved and not acknowledged, in {account.kills} kills"


def _of_resuming(
    account: Account, collection: Collection, events: tuple[Event, ...]
) -> Iterator[str]:
    """The card on the table stays there, unless its answer or an undo was saved."""
    told = [one for one in account.said if one["say"] in ("asks", "will save", "will undo")]
    yield from account.surprises
    sitting = collection.begin()
    asked = sitting.exercise.card_id if sitting.exercise else None
    account.expected = asked  # of the process that goes on from here
    while told and told[-1]["say"] == "will save":
        if told.pop()["review"]["id"] in {event.id for event in events}:
            return
    if not told or "will undo" in (one["say"] for one in told[-2:]):
        return  # an undo puts a card on the table out of its turn
    if asked != told[-1]["card"]:
        yield f"the card {told[-1]['card']} was on the table, and {asked} is now"


def _as_told(review: Review) -> dict[str, Any]:
    return {
        "id": review.id,
        "card": review.card,
        "rating": int(review.rating),
        "answer": review.answer,
        "outcomes": [[one.point, int(one.rating)] for one in review.outcomes],
    }


def made(home: Path, database: str | None = None) -> Account:
    """A collection with a deck to study."""
    account = Account(home, database, seed=1)
    with account.open() as collection:
        collection.add(collection.read_data(PAGE.encode(), "rivers.txt"))
        collection.set(replace(collection.learner.settings, new_a_day=50, time_zone="UTC"))
    account.seed = None  # it would be a part of the order in which cards are asked
    return account
