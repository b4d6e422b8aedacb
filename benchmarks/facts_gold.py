"""The gold as decks: cards of the same title are one deck, as a learner would have them."""

import json
from collections import defaultdict
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import NamedTuple

from facts_scores import Gold
from machine import ROOT

from learnt.deck import Card, Deck, Point
from learnt.facts import TextFacts, read_facts
from learnt.ids import CardId, DeckId, PointId, uuid7
from learnt.sources import read
from learnt.weights.languages import languages

GOLD = ROOT / "tests" / "gold" / "facts"
DECK = DeckId("00000000-0000-7000-8000-000000000000")


class Labelled(NamedTuple):
    """What was read of one text, and what is there."""

    facts: TextFacts
    gold: Gold


def lines_of(name: str) -> list[Gold]:
    """The lines of a file of gold."""
    text = (GOLD / name).read_text("utf-8")
    return [json.loads(line) for line in text.splitlines() if line]


def dates(name: str) -> Iterator[Labelled]:
    """Each line of a file of dates, read with its prompt and the point above it."""
    for number, gold in enumerate(lines_of(name)):
        texts = [text for text in (gold.get("before"), gold["text"]) if text]
        deck = Deck(DECK, "Dates", (_card(number, gold.get("front"), texts),))
        yield Labelled(read_facts(deck, languages())[0].texts[-1], gold)


def cards(name: str) -> Iterator[Labelled]:
    """Each point of a file of cards, read in its deck."""
    decks: dict[str, list[Gold]] = defaultdict(list)
    for gold in lines_of(name):
        decks[gold["title"]].append(gold)
    for title, golds in decks.items():
        made = [
            _card(number, gold.get("front"), [point["text"] for point in gold["points"]])
            for number, gold in enumerate(golds)
        ]
        for found, gold in zip(
            read_facts(Deck(DECK, title, tuple(made)), languages()), golds, strict=True
        ):
            texts = found.texts[1:] if found.front else found.texts
            for facts, point in zip(texts, gold["points"], strict=True):
                yield Labelled(facts, point)


def seeds(folder: Path) -> Iterator[Labelled]:
    """Each prompt and point of the pages that are no part of the project."""
    golds = {(one["page"], one["card"], one["point"]): one for one in lines_of("seeds.jsonl")}
    ids = count()
    for page in sorted({page for page, _, _ in golds}):
        data = (folder / page).read_bytes()
        deck = read(data, page, lambda: uuid7(next(ids), 0)).deck
        for number, found in enumerate(read_facts(deck, languages()), start=1):
            for place, facts in enumerate(found.texts, start=0 if found.front else 1):
                yield Labelled(facts, golds[page, number, place])


def _card(number: int, front: str | None, texts: list[str]) -> Card:
    points = (Point(PointId(f"{number}-{place}"), text) for place, text in enumerate(texts))
    return Card(CardId(str(number)), front, tuple(points))
