"""What led to what, scored against a reader's links (tests/gold/README.md, Causes).

    .venv/bin/python benchmarks/facts_causes.py                             # every set
    .venv/bin/python benchmarks/facts_causes.py --wrong causes_cards.jsonl  # wrong, and missed

A link is right where each side is in the text that the gold names and holds its words. Links that
readers may differ on, and aims, count in neither way.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from facts_gold import DECK, GOLD, lines_of
from facts_pair import page_facts
from facts_scores import Gold, Score
from machine import ROOT

from learnt.collection import facts_of
from learnt.deck import Card, Deck, Point
from learnt.facts import CardFacts
from learnt.ids import CardId, PointId

CAUSE_SETS = {
    "causes.jsonl": "developed on",
    "causes_cards.jsonl": "six subjects, developed on",
    "causes_notes.jsonl": "short notes, developed on",
    "causes_last.jsonl": "scored once",
}
_COUNTED = ("cause", "condition")


class Link(NamedTuple):
    """A link that was read: each side as the number of its text (0 is the prompt) and its words."""

    cause: tuple[int, str]
    effect: tuple[int, str]


class Scored(NamedTuple):
    """The score of a set, what was read and is none, and what is there and was not read."""

    score: Score
    wrong: list[tuple[str, Link]]
    missed: list[Gold]


def scored(name: str, seeds: Path) -> Scored:
    """The score of one set; cards whose page is not there are left out."""
    right = found = there = 0
    wrong, missed = [], []
    for facts, golds in _read(name, seeds):
        for card, gold in zip(facts, golds, strict=True):
            links = list(links_of(card))
            wanted = [one for one in gold if _counts(one)]
            hits = [link for link in links if any(_is(link, one) for one in wanted)]
            right += len(hits)
            wrong += [
                (card.front or "", link)
                for link in links
                if not any(_is(link, one) for one in gold)
            ]
            not_read = [one for one in wanted if not any(_is(link, one) for link in links)]
            missed += not_read
            there += len(wanted)
            found += len(wanted) - len(not_read)
    return Scored(Score(right, right + len(wrong), there, found), wrong, missed)


def links_of(card: CardFacts) -> Iterator[Link]:
    """The links of a card with the numbers of their texts."""
    shift = 0 if card.front else 1
    number = {text.point: place for place, text in enumerate(card.texts, shift)}
    for text in card.texts:
        for one in text.causes:
            at = [number[side.point] if side else number[text.point] for side in one.sides]
            yield Link((at[0], one.cause), (at[1], one.effect))


def _counts(gold: Gold) -> bool:
    return gold["kind"] in _COUNTED and not gold.get("optional", False)


def _is(link: Link, gold: Gold) -> bool:
    return all(
        place == gold[name]["point"] and gold[name]["words"].lower() in words.lower()
        for name, (place, words) in zip(("cause", "effect"), link, strict=True)
    )


def _read(name: str, seeds: Path) -> Iterator[tuple[Sequence[CardFacts], Sequence[list[Gold]]]]:
    """The facts of each deck of a set, and the links of each of its cards."""
    lines = lines_of(name)
    if "links" in lines[0]:
        for golds in _by(lines, "title").values():
            yield facts_of(_deck(golds)), [one["links"] for one in golds]
        return
    for file, links in _by(lines, "file").items():
        by_card = _by(links, "card")
        for facts, numbers in _decks_of(str(file), seeds):
            yield facts, [by_card.get(number, []) for number in numbers]


def _decks_of(file: str, seeds: Path) -> Iterator[tuple[Sequence[CardFacts], Sequence[int]]]:
    """The decks of a file that the gold names, each with the numbers of its cards in the file."""
    if file.endswith(".jsonl"):
        lines = [{**one, "number": number} for number, one in enumerate(lines_of(file), 1)]
        for golds in _by(lines, "title").values():
            yield facts_of(_deck(golds)), [one["number"] for one in golds]
        return
    path = next((one for one in (GOLD / file, seeds / file) if one.is_file()), None)
    if path is not None:
        facts = page_facts(path)
        yield facts, range(1, len(facts) + 1)


def _deck(golds: Sequence[Gold]) -> Deck:
    cards = []
    for number, gold in enumerate(golds):
        texts = [one if isinstance(one, str) else one["text"] for one in gold["points"]]
        points = (Point(PointId(f"{number}-{nth}"), text) for nth, text in enumerate(texts))
        cards.append(Card(CardId(str(number)), gold.get("front"), tuple(points)))
    return Deck(DECK, golds[0]["title"], tuple(cards))


def _by(lines: Sequence[Gold], name: str) -> Mapping[object, list[Gold]]:
    found: dict[object, list[Gold]] = defaultdict(list)
    for one in lines:
        found[one[name]].append(one)
    return found


def cause_table(seeds: Path) -> Iterator[str]:
    """The scores of every set as the lines of a table."""
    yield "| causes and conditions | links | read | right | precision | recall |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for name, what in CAUSE_SETS.items():
        one = scored(name, seeds).score
        yield (
            f"| {name} ({what}) | {one.there} | {one.read} | {one.right} "
            f"| {one.precision:.2f} | {one.recall:.2f} |"
        )


def main() -> int:
    """Print the table, or what is wrong in one set."""
    parser = argparse.ArgumentParser(description="How many causes of a card are read right.")
    parser.add_argument("--seeds", default=str(ROOT.parent / "shared" / "seeds"))
    parser.add_argument("--wrong", metavar="SET", help="show what was read wrong, or not read")
    asked = parser.parse_args()
    seeds = Path(asked.seeds)
    if not asked.wrong:
        print("\n".join(cause_table(seeds)))
        return 0
    found = scored(asked.wrong, seeds)
    for front, link in found.wrong:
        print(f"wrong  {front[:40]} | {link.cause} => {link.effect}")
    for gold in found.missed:
        print(f"missed {gold['cause']} => {gold['effect']}")
    print(found.score)
    return 0


if __name__ == "__main__":
    sys.exit(main())
