"""How many facts of a card are read right, and how long it takes, beside other readers of dates.

    .venv/bin/python benchmarks/facts.py                 # a minute
    .venv/bin/python benchmarks/facts.py --no-peers      # learnt alone, some seconds
    .venv/bin/python benchmarks/facts.py --cards 1000    # a smaller deck for the times

The gold is in tests/gold/facts; tests/gold/README.md says how it was written and which of it the
program was developed on. The two seed pages are no part of the repository (`--seeds`).
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from facts_causes import cause_table
from facts_gold import DECK, GOLD, Labelled, cards, dates, lines_of, seeds
from facts_made import made_decks
from facts_pair import alarms, page_facts, pair_scores, seed_ranks, set_facts
from facts_scores import (
    Score,
    score_agreements,
    score_dates,
    score_events,
    score_names,
    score_quantities,
)
from machine import ROOT, machine, percentile
from worker import HERE, peer_python, tell

from learnt.collection import compared, facts_of
from learnt.deck import Card, Deck, Point
from learnt.ids import CardId, PointId
from learnt.weights.languages import language, languages

PEERS = {"dateparser": "dateparser==1.5.0", "edtf": "edtf==5.0.2"}
DATE_SETS = {
    "dates.jsonl": ("developed on", 0.947, 0.950),
    "dates_held.jsonl": ("second reader", 0.914, 0.950),
    "dates_last.jsonl": ("third reader", 0.938, 0.958),
    "dates_fresh.jsonl": ("fourth reader", 1.000, 0.991),
    "dates_de.jsonl": ("German", 0.894, 0.921),
}
CARD_SETS = ("cards.jsonl", "cards_held.jsonl", "cards_last.jsonl", "cards_fresh.jsonl")
PAIRS = {
    **dict.fromkeys(
        ("pair", "pair2", "pair3", "pair4", "pair5", "pair7", "pair8", "pair9"), "learnt from"
    ),
    "pair6": "kept for the end",
    "pair10": "kept for the end",
}
KINDS = ("names", "dates", "quantities", "events with their date", "actors of events", "agreements")
SIZES = (1_000, 2_000, 5_000)
COMPARED = (1_000, 10_000, 100_000)
FLOORS = {"dates": 0.97, "names": 0.88, "agreements": 0.85, "events with their date": 0.90}


def main() -> int:
    """Print the tables; 0 where the floors hold."""
    asked = _arguments()
    folder = Path(asked.seeds)
    sets = {name: list(cards(name)) for name in CARD_SETS}
    if folder.is_dir():
        sets = {"seeds": list(seeds(folder)), **sets}
    table = {name: _scores(read) for name, read in sets.items()}
    lines = [
        f"`.venv/bin/python benchmarks/facts.py {' '.join(sys.argv[1:])}`".replace(" `", "`"),
        "",
        *machine(),
        "",
        *_date_table(peers=asked.peers),
        "",
        *_card_table(table),
        "",
        *cause_table(folder),
        "",
        *_times(asked.cards),
        "",
        *_pair_table(folder),
        "",
        *_compare_times(asked.compared),
    ]
    print("\n".join(lines))
    return 0 if _holds(table) else 1


def _scores(read: Iterable[Labelled]) -> dict[str, Score]:
    found = dict.fromkeys(KINDS, Score())
    for facts, gold in read:
        events, actors = score_events(facts, gold.get("events", []))
        agreements, _ = score_agreements(facts, gold.get("agreements", []))
        scores = (
            score_names(facts, gold["names"]),
            score_dates(facts, gold["dates"]),
            score_quantities(facts, gold.get("quantities", [])),
            events,
            actors,
            agreements,
        )
        found = {kind: found[kind] + score for kind, score in zip(KINDS, scores, strict=True)}
    return found


def _date_table(*, peers: bool) -> Iterator[str]:
    peers_named = " | ".join(PEERS)
    yield f"| dates: precision / recall | phrases | first run | learnt | {peers_named} |"
    yield "| --- | --- | --- | --- |" + " --- |" * len(PEERS)
    for name, (what, precision, recall) in DATE_SETS.items():
        tell(f"reading {name} ...")
        read = list(dates(name))
        score = sum((score_dates(facts, gold["dates"]) for facts, gold in read), Score())
        others = [_peer(peer, name) if peers else "" for peer in PEERS]
        first = f"{precision:.3f} / {recall:.3f}"
        cells = [f"{name} ({what})", str(score.there), first, _both(score), *others]
        yield f"| {' | '.join(cells)} |"


def _peer(peer: str, name: str) -> str:
    """A peer's precision and recall by values alone, and its milliseconds for a text."""
    python = peer_python(peer, PEERS[peer])
    asked = json.dumps([one["text"] for one in lines_of(name)])
    script = [str(python), str(HERE / "peers" / f"{peer}_dates.py")]
    done = subprocess.run(script, input=asked, capture_output=True, text=True, check=True)
    answer = json.loads(done.stdout)
    score = Score()
    for values, gold in zip(answer["values"], lines_of(name), strict=True):
        wanted = [one["edtf"] for one in gold["dates"]]
        right = sum(min(values.count(one), wanted.count(one)) for one in set(wanted))
        score += Score(right, len(values), len(wanted), right)
    return f"{_both(score)} ({answer['ms']:.1f} ms)"


def _card_table(table: dict[str, dict[str, Score]]) -> Iterator[str]:
    yield "| precision / recall | " + " | ".join(table) + " |"
    yield "| --- |" + " --- |" * len(table)
    for kind in KINDS:
        yield f"| {kind} | " + " | ".join(_both(scores[kind]) for scores in table.values()) + " |"


def _both(score: Score) -> str:
    return f"{score.precision:.3f} / {score.recall:.3f}"


def _holds(table: dict[str, dict[str, Score]]) -> bool:
    def holds(score: Score, kind: str) -> bool:
        two_sided = kind in ("dates", "names")
        return min(score.recall, score.precision if two_sided else 1.0) >= FLOORS[kind]

    wanted = table.get("seeds") or table["cards_fresh.jsonl"]
    return all(holds(wanted[kind], kind) for kind in FLOORS)


def _times(size: int) -> Iterator[str]:
    """The time for a card, and how it grows with the deck."""
    texts = [
        point["text"] for name in CARD_SETS for one in lines_of(name) for point in one["points"]
    ]
    fronts = [one.get("front") for name in CARD_SETS for one in lines_of(name)]
    language.cache_clear()
    began = time.perf_counter()
    languages()
    loaded = time.perf_counter() - began
    facts_of(_deck(texts, fronts, 50))
    yield "| cards, two points each | seconds | ms a card | letters a card |"
    yield "| --- | --- | --- | --- |"
    for count in sorted({*(one for one in SIZES if one < size), size}):
        tell(f"reading {count} cards ...")
        deck = _deck(texts, fronts, count)
        began = time.perf_counter()
        facts_of(deck)
        took = time.perf_counter() - began
        letters = sum(len(point.text) for card in deck.cards for point in card.points) / count
        yield f"| {count:,} | {took:.2f} | {1000 * took / count:.2f} | {letters:.0f} |"
    yield ""
    yield f"The tables of both languages are loaded in {1000 * loaded:.0f} ms, once."
    yield ""
    yield f"Floor: 10,000 cards in 15 s. One text at a time: {_single(texts)}."


def _deck(texts: Sequence[str], fronts: Sequence[str | None], count: int) -> Deck:
    """A deck as long as it is asked for; a number at the end of each text makes it another."""
    made = []
    for number in range(count):
        points = [
            Point(
                PointId(f"{number}-{nth}"), f"{texts[(2 * number + nth) % len(texts)]} [{number}]"
            )
            for nth in range(2)
        ]
        made.append(Card(CardId(str(number)), fronts[number % len(fronts)], tuple(points)))
    return Deck(DECK, "A deck", tuple(made))


def _single(texts: Sequence[str]) -> str:
    took = []
    for text in texts:
        deck = Deck(DECK, "One", (Card(CardId("1"), None, (Point(PointId("1"), text),)),))
        began = time.perf_counter()
        facts_of(deck)
        took.append((time.perf_counter() - began) * 1000)
    return f"median {percentile(took, 0.5):.2f} ms, 99th percentile {percentile(took, 0.99):.2f} ms"


def _pair_table(seed_folder: Path) -> Iterator[str]:
    """Two decks compared: the pairs of the gold, the seeds, and what is called false elsewhere."""
    yield "| the pairs | called | right | there | precision | recall | the same: AP |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for pair, what in PAIRS.items():
        tell(f"comparing {pair} ...")
        scores = pair_scores(pair)
        for name, one in {f"{pair} ({what})": scores.conflicts, **scores.abouts}.items():
            same = f"{scores.same:.2f}" if one is scores.conflicts else ""
            yield (
                f"| {name} | {one.read} | {one.right} | {one.there} | {one.precision:.2f} "
                f"| {one.recall:.2f} | {same} |"
            )
    yield ""
    yield "Conflicts called in the other gold, whose cards are meant to be true: "
    yield f"{alarms(CARD_SETS)}."
    if seed_folder.is_dir():
        pages = (page_facts(seed_folder / name) for name in ("000.txt", "002.txt"))
        found = compared(*pages)
        ranks = ", ".join(f"{name} {rank}" for name, rank in seed_ranks(found).items())
        said = "; ".join(f"{one.a_says} or {one.b_says}" for one in found.conflicts)
        yield f"The seeds: {ranks} among the suggestions; conflicts: {said}."


def _compare_times(most: int) -> Iterator[str]:
    """The time to compare two made-up decks whose facts were read before."""
    read = [card for name in CARD_SETS for card in set_facts(name)]
    compared(read[:5], read[5:10])
    yield "| cards of both decks | points | of a processor | a card | by the clock | most memory |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for count in (one for one in COMPARED if one <= most):
        tell(f"comparing {count} cards ...")
        a, b = made_decks(read, count)
        points = sum(text.point is not None for card in (*a, *b) for text in card.texts)
        began, clock = time.process_time(), time.perf_counter()
        compared(a, b)
        took, clock = time.process_time() - began, time.perf_counter() - clock
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000_000
        yield (
            f"| {count:,} | {points:,} | {took:.1f} s | {1000 * took / count:.2f} ms "
            f"| {clock:.1f} s | {memory:.1f} GB |"
        )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="How many facts of a card are read right.")
    parser.add_argument("--seeds", default=str(ROOT.parent / "shared" / "seeds"))
    parser.add_argument("--cards", type=int, default=10_000, help="the largest deck for the times")
    parser.add_argument(
        "--compared",
        type=int,
        default=10_000,
        help="the most cards to compare for the times",
    )
    parser.add_argument("--no-peers", action="store_false", dest="peers")
    asked = parser.parse_args()
    if not GOLD.is_dir():
        sys.exit(f"{GOLD} is not there: run this from a clone of the repository.")
    return asked


if __name__ == "__main__":
    sys.exit(main())
