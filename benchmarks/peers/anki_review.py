"""Answer and next in Anki: run by benchmarks/review.py with the Python that has `anki`.

The loop of Anki's reviewer by the calls it makes itself, without the objects in between:
`get_queued_cards`, a `CardAnswer` from the states that came with the card, `answer_card`.
"""

import json
import random
import sys
import time
from collections.abc import Sequence
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from anki.buildinfo import version
from anki.collection import AddNoteRequest, Card, Collection
from anki.scheduler.v3 import CardAnswer

DAY_S = 86_400
RATINGS = (CardAnswer.AGAIN, CardAnswer.HARD, CardAnswer.GOOD, CardAnswer.EASY)


def main() -> None:
    """Build, say what was built, then answer as often as each line asks."""
    request = json.loads(sys.argv[1])
    history = json.loads(Path(request["history"]).read_text(encoding="utf-8"))
    began = time.perf_counter()
    path = str(Path(request["folder"]) / "collection.anki2")
    col = build(path, history, request["now"])
    built = time.perf_counter() - began
    began = time.perf_counter()
    due = col.sched.get_queued_cards(fetch_limit=1)
    begin_ms = (time.perf_counter() - began) * 1000
    began = time.perf_counter()
    col.sched.deck_due_tree()
    decks_ms = (time.perf_counter() - began) * 1000
    about = {
        "version": version,
        "sqlite": col.db.scalar("select sqlite_version()"),
        "synchronous": col.db.scalar("pragma synchronous"),
        "journal_mode": col.db.scalar("pragma journal_mode"),
        "due": due.review_count + due.new_count,
        "built_s": built,
        "begin_ms": begin_ms,
        "decks_ms": decks_ms,
    }
    print(json.dumps(about), flush=True)
    chance = random.Random(request["seed"])
    for line in sys.stdin:
        wanted, how = json.loads(line)
        chosen = chance.choices(range(4), request["how_often"], k=wanted)
        print(json.dumps(answer(col, chosen, show=how == "shown")), flush=True)
    col.close()


def answer(col: Collection, chosen: Sequence[int], *, show: bool) -> list[float]:
    """Milliseconds of each answer with the next card fetched; with its question, if `show`."""
    backend = col._backend  # noqa: SLF001 - what sched.answer_card calls, less its unpacking
    card = col.sched.get_queued_cards(fetch_limit=1).cards[0]
    times = []
    for place in chosen:
        began = time.perf_counter()
        states = card.states
        after = (states.again, states.hard, states.good, states.easy)[place]
        given = CardAnswer(
            card_id=card.card.id,
            current_state=states.current,
            new_state=after,
            rating=RATINGS[place],
            answered_at_millis=int(time.time() * 1000),
            milliseconds_taken=5000,
        )
        backend.answer_card_raw(given.SerializeToString())
        card = col.sched.get_queued_cards(fetch_limit=1).cards[0]
        if show:
            Card(col, backend_card=card.card).question()
        times.append((time.perf_counter() - began) * 1000)
    return times


def build(path: str, history: Sequence[dict[str, Any]], now: int) -> Collection:
    """Notes by `add_notes`, then the past straight into the tables; FSRS on, limits high."""
    col = Collection(path)
    deck = col.decks.id("Benchmark")
    kind = col.models.by_name("Basic")
    requests = []
    for number in range(len(history)):
        note = col.new_note(kind)
        note["Front"], note["Back"] = f"What is fact {number}?", f"It is the answer {number}."
        requests.append(AddNoteRequest(note, deck))
    col.add_notes(requests)
    col.set_config("fsrs", val=True)
    col.decks.set_current(deck)
    preset = col.decks.config_dict_for_deck_id(deck)
    preset["rev"]["perDay"] = 9999
    col.decks.update_config(preset)
    first = min((past["reviews"][0][0] for past in history if past["reviews"]), default=now)
    col.db.execute("update col set crt = ?", first // 1000 - DAY_S)
    col.close()
    col = Collection(path)  # so that it counts its days from the new beginning
    col.db.transact(partial(write_past, col, history, now))
    col.close()
    return Collection(path)


def write_past(col: Collection, history: Sequence[dict[str, Any]], now: int) -> None:
    """Cards as reviewed ones with FSRS's memory state, and a row of revlog a review."""
    today = col.sched.today
    cards, log, taken = [], [], set()
    for card, past in zip(col.db.list("select id from cards order by id"), history, strict=True):
        reviews = past["reviews"]
        if not reviews:
            continue
        before = 0
        for place, (at, rating, took, days) in enumerate(reviews):
            key = next(free for free in count(at) if free not in taken)  # revlog's is an instant
            taken.add(key)
            log.append((key, card, -1, rating, days, before, 2500, took, 0 if place == 0 else 1))
            before = days
        memory = {
            "s": round(past["stability"], 4),
            "d": round(past["difficulty"], 3),
            "dr": 0.9,
            "decay": 0.1542,
            "lrt": reviews[-1][0] // 1000,
        }
        due = today - round((now - past["due"]) / 1000 / DAY_S)
        lapses = sum(rating == 1 for _, rating, _, _ in reviews[1:])
        cards.append((due, before, len(reviews), lapses, json.dumps(memory), card))
    col.db.executemany(
        "update cards set type = 2, queue = 2, due = ?, ivl = ?, factor = 2500, reps = ?, "
        "lapses = ?, data = ? where id = ?",
        cards,
    )
    col.db.executemany("insert into revlog values (?, ?, ?, ?, ?, ?, ?, ?, ?)", log)


if __name__ == "__main__":
    main()
