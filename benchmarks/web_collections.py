"""Collections for the web's benchmark: made once from a seed, kept, and copied for each run.

A kept one remembers the instant at which it was made, and its copy is served as of that instant,
so that what is due does not depend on the day of the run.
"""

import hashlib
import json
import os
import random
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypedDict

from history import History, make_history
from machine import ROOT
from worker import PEERS, tell

from learnt import Collection
from learnt.clock import DAY_MS, Instant
from learnt.deck import Card, Deck, Point
from learnt.ids import CardId, DeckId, EventId, PointId, uuid7
from learnt.journal import Outcome, Rating, Review

DECKS = 20
REVIEWS_A_CARD = 10
SMALL_DECK = "Asked yesterday"
"""A deck of which nothing is due: its summary is there at once."""

_BUILD = 1  # to be raised where the builder below changes
_SMALL = 24
_FILE = "collection.db"
_WORDS = (
    "harbour treaty council river winter grain border letter court soldier market reform church "
    "king province army minister colony railway factory strike election paper bank village law "
    "school tax coast trade island fleet union crown valley mill peasant guild bishop road"
).split()


class CardText(TypedDict):
    """A card as every measured program gets it."""

    deck: str
    front: str
    points: list[str]
    past: History


@dataclass(frozen=True)
class Made:
    """A kept collection: its folder, and the instant it is made for."""

    folder: Path
    now: Instant

    def copy_to(self, home: Path) -> Path:
        """A copy to answer in. The day's backup comes along, so that none is made at the start."""
        (home / "backups").mkdir(parents=True)
        shutil.copyfile(self.folder / _FILE, home / _FILE)
        for backup in (self.folder / "backups").iterdir():
            os.link(backup, home / "backups" / backup.name)
        return home


def texts(cards: int, points: int, now: int, seed: int) -> list[CardText]:
    """Cards with texts of usual length, spread over the decks, each with its past."""
    chance = random.Random(seed)
    pasts = make_history(cards, cards * REVIEWS_A_CARD, now, seed)
    return [
        {
            "deck": f"Benchmark {number % DECKS + 1}",
            "front": f"What followed from the {_phrase(chance, 6)} of {1500 + number % 450}?",
            "points": [f"The {_phrase(chance, 11)}." for _ in range(points)],
            "past": past,
        }
        for number, past in enumerate(pasts)
    ]


def made(cards: int, points: int, now: Instant, seed: int) -> Made:
    """The collection of so many cards; built where none is kept that this code would build."""
    folder = PEERS / "web" / f"learnt-{cards}-{points}-{seed}-{_fingerprint()}"
    done = folder / "made.json"
    if not done.exists():
        tell(f"building {folder.name} ...")
        for old in folder.parent.glob(f"learnt-{cards}-{points}-{seed}-*"):
            shutil.rmtree(old)
        folder.mkdir(parents=True)
        with Collection.open(folder, now=lambda: now) as collection:
            _build(collection, texts(cards, points, now, seed))
            collection.back_up_daily()
        done.write_text(json.dumps({"now": now}), encoding="utf-8")
    return Made(folder, Instant(json.loads(done.read_text(encoding="utf-8"))["now"]))


def peer_collection(cards: int, now: Instant, seed: int, home: Path) -> dict[str, object]:
    """What the peer needs for the same cards: a copy of its kept collection, or how to build it.

    The peer has no clock to be set, so what is kept is only good for the day it was made on.
    """
    day = now // DAY_MS
    kept = PEERS / "web" / f"anki-{cards}-{seed}-{day}-{_fingerprint()}"
    home.mkdir(parents=True)
    path, asked = home / "collection.anki2", kept / "cards.json"
    if (kept / path.name).exists():
        shutil.copyfile(kept / path.name, path)
    else:
        for old in kept.parent.glob(f"anki-{cards}-{seed}-*"):
            shutil.rmtree(old)
        kept.mkdir(parents=True)
        asked.write_text(json.dumps(texts(cards, 1, now, seed)), encoding="utf-8")
        tell(f"building {kept.name} ...")
    return {"collection": str(path), "cards": str(asked), "kept": str(kept), "now": now}


def _build(collection: Collection, cards: Sequence[CardText]) -> None:
    """Decks, then the journal, then the caches folded from it as `doctor --rebuild` does."""
    collection.set(replace(collection.learner.settings, reviews_a_day=9999, time_zone="UTC"))
    yesterday = collection.now() - DAY_MS
    easy: History = {
        "reviews": [(yesterday, int(Rating.EASY), 5_000, 8)],
        "stability": 8.0,
        "difficulty": 3.0,
        "due": yesterday + 8 * DAY_MS,
    }
    small: list[CardText] = [
        {
            "deck": SMALL_DECK,
            "front": f"Question {one}?",
            "points": [f"Answer {one}."],
            "past": easy,
        }
        for one in range(_SMALL)
    ]
    known = [(_card(collection, text), text) for text in (*cards, *small)]
    by_deck: dict[str, list[Card]] = {}
    for card, text in known:
        by_deck.setdefault(text["deck"], []).append(card)
    with collection.store.writing() as transaction:
        for title, its_cards in by_deck.items():
            deck = Deck(DeckId(collection.make_id()), title, tuple(its_cards))
            transaction.decks.add(deck, collection.now())
        for review in _reviews(collection, known):
            transaction.journal.append(review)
    collection.doctor(rebuild_caches=True)
    collection.activity()


def _card(collection: Collection, text: CardText) -> Card:
    points = tuple(Point(PointId(collection.make_id()), one) for one in text["points"])
    return Card(CardId(collection.make_id()), text["front"], points)


def _reviews(collection: Collection, known: Sequence[tuple[Card, CardText]]) -> Iterator[Review]:
    """All reviews by time, as they would have come."""
    events = (
        (Instant(at), Rating(rating), took, card)
        for card, text in known
        for at, rating, took, _ in text["past"]["reviews"]
    )
    for count, (at, rating, took, card) in enumerate(sorted(events, key=lambda one: one[0])):
        outcomes = tuple(Outcome(point.id, rating) for point in card.points)
        event = EventId(uuid7(at, count))
        yield Review(event, collection.learner.id, card.id, at, rating, outcomes, duration_ms=took)


def _phrase(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(_WORDS, k=words))


def _fingerprint() -> str:
    """Of what decides what is built: another schema wants another collection."""
    files = (Path(__file__).with_name("history.py"), ROOT / "src/learnt/store/migrations.py")
    decided = b"".join(file.read_bytes() for file in files)
    return hashlib.sha256(decided + str(_BUILD).encode()).hexdigest()[:12]
