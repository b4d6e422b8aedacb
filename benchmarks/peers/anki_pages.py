"""Anki's own calls for what our pages show: run by benchmarks/web.py with the Python that has it.

Its study screen is a web view of Qt, so this measures what stands behind the view: the calls by
which it gets the next card and its text, the list of decks, the graphs, and the browser's rows.
"""

import json
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from anki.buildinfo import version
from anki.collection import AddNoteRequest, Card, Collection
from anki.scheduler.v3 import CardAnswer
from anki_review import DAY_S, write_past

ROWS = 40
PARENT = "All"


def main() -> None:
    """Open, or build, then measure as often as each line asks."""
    request = json.loads(sys.argv[1])
    path = Path(request["collection"])
    if not path.exists():
        cards = json.loads(Path(request["cards"]).read_text(encoding="utf-8"))
        build(str(path), cards, request["now"])
        shutil.copyfile(path, Path(request["kept"]) / path.name)
    col = Collection(str(path))
    col.load_browser_card_columns()  # as its browser does once
    about = {
        "version": version,
        "synchronous": col.db.scalar("pragma synchronous"),
        "journal_mode": col.db.scalar("pragma journal_mode"),
    }
    print(json.dumps(about), flush=True)
    calls: dict[str, Callable[[int], Iterator[float]]] = {
        "answer": lambda count: answers(col, count),
        "decks": lambda count: timed(count, lambda: decks(col)),
        "today": lambda count: timed(count, lambda: today(col)),
        "search": lambda count: timed(count, lambda: search(col, request["search"])),
        "deck": lambda count: timed(count, lambda: search(col, "")),
    }
    for line in sys.stdin:
        count, how = json.loads(line)
        print(json.dumps(list(calls[how](count))), flush=True)
    col.close()


def timed(count: int, work: Callable[[], object]) -> Iterator[float]:
    """Milliseconds of each call."""
    for _ in range(count):
        began = time.perf_counter()
        work()
        yield (time.perf_counter() - began) * 1000


def decks(col: Collection) -> None:
    """The list of decks with what is due in each."""
    col.sched.deck_due_tree()


def today(col: Collection) -> None:
    """The list of decks, and the data of its screen of graphs."""
    decks(col)
    col._backend.graphs_raw(graphs_request(col))  # noqa: SLF001 - what the screen asks for


def graphs_request(col: Collection) -> bytes:
    """The question behind the screen of graphs: all cards, the last year."""
    from anki.stats_pb2 import GraphsRequest

    del col
    made: bytes = GraphsRequest(search="", days=365).SerializeToString()
    return made


def search(col: Collection, text: str) -> None:
    """The cards of one deck that hold a text, and the first rows of the browser's table."""
    asked = f'deck:"{PARENT}::Benchmark 1"' + (f' "{text}"' if text else "")
    for card in col.find_cards(asked, order=True)[:ROWS]:
        col.browser_row_for_id(card)


def answers(col: Collection, count: int) -> Iterator[float]:
    """Milliseconds of each answer, with the next card fetched and both its sides rendered."""
    card = col.sched.get_queued_cards(fetch_limit=1).cards[0]
    for _ in range(count):
        began = time.perf_counter()
        given = CardAnswer(
            card_id=card.card.id,
            current_state=card.states.current,
            new_state=card.states.good,
            rating=CardAnswer.GOOD,
            answered_at_millis=int(time.time() * 1000),
            milliseconds_taken=5000,
        )
        col._backend.answer_card_raw(given.SerializeToString())  # noqa: SLF001 - as answer_card
        card = col.sched.get_queued_cards(fetch_limit=1).cards[0]
        Card(col, backend_card=card.card).render_output()
        yield (time.perf_counter() - began) * 1000


def build(path: str, cards: Sequence[dict[str, Any]], now: int) -> None:
    """The same cards in the same decks, with the same past; FSRS on, limits high."""
    col = Collection(path)
    parent = col.decks.id(PARENT)
    homes = {title: col.decks.id(f"{PARENT}::{title}") for title in {one["deck"] for one in cards}}
    kind = col.models.by_name("Basic")
    requests = []
    for one in cards:
        note = col.new_note(kind)
        note["Front"], note["Back"] = one["front"], "<br>".join(one["points"])
        requests.append(AddNoteRequest(note, homes[one["deck"]]))
    col.add_notes(requests)
    col.set_config("fsrs", val=True)
    col.decks.set_current(parent)
    preset = col.decks.config_dict_for_deck_id(parent)
    preset["rev"]["perDay"] = 9999
    col.decks.update_config(preset)
    pasts = [one["past"] for one in cards]
    first = min((past["reviews"][0][0] for past in pasts if past["reviews"]), default=now)
    col.db.execute("update col set crt = ?", first // 1000 - DAY_S)
    col.close()
    col = Collection(path)  # so that it counts its days from the new beginning
    col.db.transact(lambda: write_past(col, pasts, now))
    col.close()


if __name__ == "__main__":
    main()
