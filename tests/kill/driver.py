"""A learner in a process of its own, who can be killed at any moment.

Runs real sittings through `Collection` and says on stdout, a line of JSON each, what it is about
to save and what was acknowledged. Nothing of the product is changed; the moments inside a save
are seen from outside, by the statements that reach the database.
"""

import argparse
import json
import os
import random
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, Pool, event

from learnt.clock import DAY_MS, Instant
from learnt.collection import Collection
from learnt.errors import Overtaken
from learnt.journal import Rating, Review
from learnt.practice import Phase, Sitting
from learnt.store import Transaction

TICK_MS = 700
LONG = 60


def main() -> None:
    wanted = _arguments()
    teller = Teller(wanted.pause)
    teller.listen()
    clock = Clock(wanted.now)
    teller.say("starts")
    with Collection.open(wanted.home, database=wanted.database, now=clock) as collection:
        _mark_the_end_of_writing(collection, teller, reply_first=wanted.reply_first)
        teller.say("ready")
        if wanted.together:
            sys.stdin.readline()
        study(collection, clock, teller, random.Random(wanted.seed), wanted)


def study(
    collection: Collection,
    clock: "Clock",
    teller: "Teller",
    chance: random.Random,
    wanted: argparse.Namespace,
) -> None:
    """Sit, day after day, until killed or until the answers asked for are given."""
    sitting = collection.begin()
    given = 0
    while given < wanted.answers:
        if sitting.phase is Phase.FINISHED:
            clock.reading = Instant(clock.reading + DAY_MS)
            sitting = collection.begin()
            continue
        assert sitting.exercise is not None
        teller.say("asks", card=sitting.exercise.card_id, now=clock.reading)
        if given and chance.random() < wanted.undos:
            sitting = take_back(collection, sitting, teller)
            continue
        sitting = weighed(sitting, clock, chance)
        rating = Rating(chance.randint(1, 4))
        teller.say(
            "will save",
            review=described(sitting.review(collection.learner.id, rating, clock.reading)),
        )
        teller.at("before the save")
        answered = sitting.event
        try:
            sitting = collection.save(sitting, rating)
        except Overtaken:  # by the process that sits together with this one
            sitting = collection.go_on(sitting)
            continue
        if not wanted.reply_first:
            teller.say("ack", id=answered)
        teller.at("acknowledged")
        given += 1


def weighed(sitting: Sitting, clock: "Clock", chance: random.Random) -> Sitting:
    """The card on the table, answered and ticked."""
    sitting = sitting.reveal(chance.choice([None, "", "what was typed ✓"]), clock())
    if sitting.phase is Phase.TICKING:
        assert sitting.exercise is not None
        for number in range(1, len(sitting.exercise.points) + 1):
            if chance.random() < 0.6:
                sitting = sitting.toggle(number, clock())
        sitting = sitting.weigh(clock())
    return sitting


def take_back(collection: Collection, sitting: Sitting, teller: "Teller") -> Sitting:
    """One undo; the card it puts on the table comes out of its turn, which is said."""
    teller.say("will undo")
    sitting, undone = collection.undo_in(sitting)
    teller.say("undone", id=undone.id if undone else None)
    return collection.begin() if sitting.phase is Phase.FINISHED else sitting


def described(review: Review) -> dict[str, Any]:
    """What must be found in the journal when the review is."""
    return {
        "id": review.id,
        "card": review.card,
        "rating": int(review.rating),
        "answer": review.answer,
        "outcomes": [[one.point, int(one.rating)] for one in review.outcomes],
    }


class Clock:
    """A clock that goes on a little whenever it is looked at: no run depends on the machine's."""

    def __init__(self, start: int) -> None:
        self.reading = Instant(start)

    def __call__(self) -> Instant:
        self.reading = Instant(self.reading + TICK_MS)
        return self.reading


class Teller:
    """Tells what happens, and stands still where it was asked to: `"commit:5"`, the fifth time."""

    def __init__(self, pause: str | None) -> None:
        name, _, times = (pause or "").partition(":")
        self._name, self._left = name, int(times or 1)
        self._journal_is_open = False

    def say(self, what: str, **more: object) -> None:
        # One write of less than a pipe takes at once: the parent reads whole lines or none.
        os.write(1, (json.dumps({"say": what, **more}) + "\n").encode())

    def at(self, moment: str) -> None:
        if moment != self._name:
            return
        self._left -= 1
        if self._left == 0:
            self.say("at", moment=moment)
            time.sleep(LONG)

    def listen(self) -> None:
        """Hear of every statement, whichever way it takes to the database."""

        @event.listens_for(Pool, "connect")
        def _(connection: Any, _record: object) -> None:
            if isinstance(connection, sqlite3.Connection):
                connection.set_trace_callback(self._statement)

        @event.listens_for(Engine, "before_cursor_execute")
        def _(connection: Any, _cursor: object, statement: str, *_rest: object) -> None:
            if connection.dialect.name != "sqlite":
                self._statement(statement)

        @event.listens_for(Engine, "commit")
        def _(connection: Any) -> None:
            if connection.dialect.name != "sqlite":
                self._statement("COMMIT")

    def _statement(self, statement: str) -> None:
        words = statement.upper().replace('"', "").split(maxsplit=3)
        if words[:2] in (["BEGIN", "IMMEDIATE"], ["BEGIN", "IMMEDIATE;"]):
            self.at("lock")
        elif words[:3] == ["INSERT", "INTO", "REVIEW"]:
            self._journal_is_open = True
            self.at("review")
        elif words[:3] == ["INSERT", "INTO", "OUTCOME"]:
            self.at("outcomes")
        elif words[:3] == ["INSERT", "INTO", "SCHEDULE"]:
            self.at("schedule")
        elif words[:2] == ["CREATE", "TABLE"]:
            self.at("create")
        elif words[0].startswith("COMMIT") and self._journal_is_open:
            self._journal_is_open = False
            self.at("commit")


def _mark_the_end_of_writing(collection: Collection, teller: Teller, *, reply_first: bool) -> None:
    """Stand still between commit and reply; or, to try the checker, reply before the commit."""
    real: Callable[[], Any] = collection.store.writing
    before: set[str] = set()

    @contextmanager
    def writing(**how: bool) -> Iterator[Transaction]:
        with real(**how) as transaction:
            yield transaction
            if reply_first:
                saved = {event.id for event in transaction.journal.events()}
                for one in saved - before:
                    teller.say("ack", id=one)
                before.update(saved)
                time.sleep(0.05)
        teller.at("committed")

    collection.store.writing = writing  # type: ignore[method-assign] # this process's own


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--database")
    parser.add_argument("--now", type=int, required=True)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--answers", type=int, default=1_000_000)
    parser.add_argument("--undos", type=float, default=0.0)
    parser.add_argument("--pause", help="a moment, and the how manieth time")
    parser.add_argument("--together", action="store_true", help="wait for a line before starting")
    parser.add_argument("--reply-first", action="store_true", help="be the wrong program")
    return parser.parse_args()


if __name__ == "__main__":
    main()
