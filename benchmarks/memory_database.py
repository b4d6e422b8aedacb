"""From a collection's database to parameters: what a learner waits for after `learnt fit`."""

import sqlite3
import statistics
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
from machine import disk
from memory_fit import REVIEWS, SEED, long_log
from memory_learners import Log
from memory_peers import MODERN, by_cards, items_of
from memory_tables import in_turn, middle_and_range, table, verdict
from worker import PEERS, tell

from learnt import Collection
from learnt.clock import Instant
from learnt.deck import Card, Deck, Direction, Point
from learnt.ids import CardId, DeckId, PointId, uuid7
from learnt.memory.fitting import ReviewLog, Workers, fit
from learnt.store import schema
from learnt.weights.priors import priors

FLOOR = 2.0
BEGAN = round(MODERN.timestamp() * 1000)
ROWS = """
SELECT outcome.point, outcome.rating, review.at FROM review
JOIN outcome ON outcome.review = review.id
WHERE NOT EXISTS (SELECT 1 FROM undo WHERE undo.event = review.id)
"""


def log_of_collection(collection: Collection) -> ReviewLog:
    """Our side of the reading."""
    return collection.review_log()


def rows_by_sqlite(path: Path) -> ReviewLog:
    """The peer's side of the reading: the quickest that we know, without the program."""
    numbers: dict[str, int] = {}
    items, ratings, times = [], [], []
    connection = sqlite3.connect(path)
    try:
        for point, rating, at in connection.execute(ROWS):  # no row is kept: it costs a third more
            items.append(numbers.setdefault(point, len(numbers)))
            ratings.append(rating)
            times.append(at)
    finally:
        connection.close()
    return ReviewLog.of(np.array(items), np.array(ratings), np.array(times))


def make_collection(home: Path, log: Log) -> None:
    """A collection with these reviews, one point a card; its caches are left empty."""
    ended = Instant(BEGAN + log.times[-1])
    with Collection.open(home, now=lambda: ended, seed=SEED) as collection:
        cards = [_card(collection, number) for number in range(max(log.cards) + 1)]
        learner = collection.learner.id
        deck = Deck(DeckId(collection.make_id()), "Benchmark", tuple(cards))
        reviews, outcomes = [], []
        for nth, (number, rating, at) in enumerate(
            zip(log.cards, log.ratings, log.times, strict=True)
        ):
            card, event = cards[number], uuid7(BEGAN + at, nth)
            reviews.append(
                {"id": event, "learner": learner, "card": card.id, "at": BEGAN + at}
                | {"direction": Direction.FORWARD.value, "rating": rating, "exercise": "recall"}
                | {"answer": None, "duration_ms": 7_000}
            )
            outcomes.append(
                {"review": event, "point": card.points[0].id, "position": 0, "rating": rating}
                | {"proposed": None, "wording": None}
            )
        with collection.store.writing() as transaction:
            transaction.decks.add(deck, ended)
            transaction.connection.execute(schema.review.insert(), reviews)
            transaction.connection.execute(schema.outcome.insert(), outcomes)


def database_lines(repeats: int) -> Iterator[str]:
    """Both from the same database, in turn."""
    PEERS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=PEERS, prefix="memory-") as name:
        home = Path(name)
        tell("database: building it ...")
        make_collection(home, long_log())
        path = home / "collection.db"
        with Collection.open(home) as collection, ThreadPoolExecutor(2) as pool:
            two = Workers(2, pool.map)
            took = in_turn(
                {
                    "learnt, one thread": lambda: fit(
                        "fsrs6", log_of_collection(collection), priors()
                    ),
                    "learnt, two threads": lambda: fit(
                        "fsrs6", log_of_collection(collection), priors(), workers=two
                    ),
                    "fsrs-rs, card_ids": lambda: by_cards(items_of(rows_by_sqlite(path))),
                    "reading alone, learnt": lambda: log_of_collection(collection),
                    "reading alone, sqlite3": lambda: rows_by_sqlite(path),
                },
                max(3, repeats // 2),
            )
        yield (
            f"{REVIEWS:,} outcomes, one a review, seed {SEED}; the collection is open and its file "
            f"in memory; {disk(home)}."
        )
    yield ""
    peer = statistics.median(took["fsrs-rs, card_ids"].clock)
    rows = [
        [name, middle_and_range(one), f"{peer / statistics.median(one.clock):.2f}"]
        for name, one in took.items()
    ]
    yield from table(["from the database", "ms: median (range)", "fsrs-rs : this"], rows)
    yield ""
    ratio = peer / min(statistics.median(took[f"learnt, {one}"].clock) for one in _THREADS)
    yield f"End to end: {ratio:.1f} × (floor {FLOOR:g}): {verdict(ratio, FLOOR)}."


_THREADS = ("one thread", "two threads")


def _card(collection: Collection, number: int) -> Card:
    point = Point(PointId(collection.make_id()), f"It is the answer {number}.")
    return Card(CardId(collection.make_id()), f"What is fact {number}?", (point,))
