"""Answer and next in learnt: run by benchmarks/review.py, through the public Collection."""

import json
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from learnt import Collection, __version__
from learnt.deck import Card, Deck, Point
from learnt.ids import CardId, DeckId, EventId, PointId, uuid7
from learnt.journal import Outcome, Rating, Review
from learnt.practice import Phase, Sitting

DECKS = 20


def main() -> None:
    """Build, say what was built, then answer as often as each line asks."""
    request = json.loads(sys.argv[1])
    history = json.loads(Path(request["history"]).read_text(encoding="utf-8"))
    began = time.perf_counter()
    with Collection.open(Path(request["folder"])) as collection:
        build(collection, history, request["points"])
    built = time.perf_counter() - began
    with Collection.open(Path(request["folder"]), seed=request["seed"]) as collection:
        chance = random.Random(request["seed"])
        began = time.perf_counter()
        sitting = collection.begin()
        begin_ms = (time.perf_counter() - began) * 1000
        began = time.perf_counter()
        collection.decks()
        decks_ms = (time.perf_counter() - began) * 1000
        about = pragmas(collection) | {
            "version": __version__,
            "due": len(sitting.queue),
            "built_s": built,
            "begin_ms": begin_ms,
            "decks_ms": decks_ms,
        }
        print(json.dumps(about), flush=True)
        for line in sys.stdin:
            count, _ = json.loads(line)
            chosen = chance.choices(list(Rating), request["how_often"], k=count)
            sitting, times = answer(collection, sitting, chosen)
            print(json.dumps(times), flush=True)


def answer(
    collection: Collection, sitting: Sitting, chosen: Sequence[Rating]
) -> tuple[Sitting, list[float]]:
    """Milliseconds of each answer, saved and with the next card on the table."""
    times = []
    for rating in chosen:
        began = time.perf_counter()
        sitting = sitting.reveal(None, collection.now())
        if sitting.phase is Phase.TICKING:
            now = collection.now()
            ticked = sitting.toggle_all(now) if rating.passed else sitting.toggle(1, now)
            sitting = ticked.weigh(now)
        sitting = collection.save(sitting, rating)
        times.append((time.perf_counter() - began) * 1000)
    return sitting, times


def pragmas(collection: Collection) -> dict[str, Any]:
    """What this collection's connections promise about a commit."""
    with collection.store.reading() as transaction:
        return {
            name: transaction.connection.exec_driver_sql(statement).scalar_one()
            for name, statement in (
                ("synchronous", "PRAGMA synchronous"),
                ("journal_mode", "PRAGMA journal_mode"),
                ("sqlite", "SELECT sqlite_version()"),
            )
        }


def build(collection: Collection, history: Sequence[dict[str, Any]], points: int) -> None:
    """Decks, then the journal, then the caches folded from it as `doctor --rebuild` does."""
    settings = replace(collection.learner.settings, reviews_a_day=9999)
    collection.set(settings)
    cards = [_card(collection, number, points) for number in range(len(history))]
    with collection.store.writing() as transaction:
        for start in range(DECKS):
            title = f"Benchmark {start + 1}"
            deck = Deck(DeckId(collection.make_id()), title, tuple(cards[start::DECKS]))
            transaction.decks.add(deck, collection.now())
        for review in _reviews(collection, cards, history):
            transaction.journal.append(review)
    collection.doctor(rebuild_caches=True)


def _card(collection: Collection, number: int, points: int) -> Card:
    texts = [f"It is the answer {number}, part {part}." for part in range(1, points + 1)]
    made = tuple(Point(PointId(collection.make_id()), text) for text in texts)
    return Card(CardId(collection.make_id()), f"What is fact {number}?", made)


def _reviews(
    collection: Collection, cards: Sequence[Card], history: Sequence[dict[str, Any]]
) -> Iterator[Review]:
    """All reviews by time, as they would have come."""
    events = (
        (at, Rating(rating), took, card)
        for card, past in zip(cards, history, strict=True)
        for at, rating, took, _ in past["reviews"]
    )
    for count, (at, rating, took, card) in enumerate(sorted(events, key=lambda one: one[0])):
        outcomes = tuple(Outcome(point.id, rating) for point in card.points)
        event = EventId(uuid7(at, count))
        yield Review(event, collection.learner.id, card.id, at, rating, outcomes, duration_ms=took)


if __name__ == "__main__":
    main()
