"""What careful readers found (tests/gold/README.md) is found, at least as often as when this was written."""

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import pytest
from facts_causes import CAUSE_SETS
from facts_gold import GOLD, Labelled, cards, lines_of, seeds
from facts_scores import (
    Score,
    score_agreements,
    score_dates,
    score_events,
    score_names,
    score_quantities,
    spans_of,
)

from tests.facts.made import facts_of

Scored = Callable[[Labelled], Score]
SCORES: dict[str, Scored] = {
    "names": lambda one: score_names(one.facts, one.gold["names"]),
    "dates": lambda one: score_dates(one.facts, one.gold["dates"]),
    "quantities": lambda one: score_quantities(one.facts, one.gold.get("quantities", [])),
    "events": lambda one: score_events(one.facts, one.gold.get("events", []))[0],
    "agreements": lambda one: score_agreements(one.facts, one.gold.get("agreements", []))[0],
}
BOTH = ("names", "dates")
"""Of these too much is as bad as too little; of the others more may be read than gold lists."""

DATES = {
    "dates.jsonl": ("en", 0.97),
    "dates_held.jsonl": ("en", 0.97),
    "dates_last.jsonl": ("en", 0.97),
    "dates_fresh.jsonl": ("en", 0.97),
    "dates_de.jsonl": ("de", 0.95),
}
CARDS = ("cards.jsonl", "cards_held.jsonl", "cards_last.jsonl", "cards_fresh.jsonl")
CARD_FLOORS = {"names": 0.87, "dates": 0.97, "events": 0.90, "agreements": 0.80, "quantities": 0.85}
SEED_FLOORS = {"names": 0.93, "dates": 0.99, "events": 0.95, "agreements": 0.85}


def total(kind: str, read: Iterable[Labelled]) -> Score:
    return sum((SCORES[kind](one) for one in read), Score())


def check(kind: str, score: Score, floor: float) -> None:
    assert score.there > 0
    assert score.recall >= floor, score
    if kind in BOTH:
        assert score.precision >= floor, score


@cache
def cards_of(name: str) -> tuple[Labelled, ...]:
    return tuple(cards(name))


@pytest.mark.parametrize("name", DATES)
def test_dates(name: str) -> None:
    code, floor = DATES[name]
    read = (
        Labelled(
            facts_of(
                gold["text"],
                prompt=gold.get("front"),
                before=[gold["before"]] if gold.get("before") else (),
                code=code,
            ),
            gold,
        )
        for gold in lines_of(name)
    )
    check("dates", total("dates", read), floor)


@pytest.mark.parametrize("name", CARDS)
@pytest.mark.parametrize("kind", CARD_FLOORS)
def test_cards(name: str, kind: str) -> None:
    check(kind, total(kind, cards_of(name)), CARD_FLOORS[kind])


@pytest.mark.shared
@pytest.mark.parametrize("kind", SEED_FLOORS)
def test_seeds(kind: str, shared: Path) -> None:
    check(kind, total(kind, seeds(shared / "seeds")), SEED_FLOORS[kind])


@pytest.mark.parametrize("name", [*DATES, *CARDS])
def test_every_phrase_of_the_gold_stands_in_its_text(name: str) -> None:
    texts = [one for line in lines_of(name) for one in line.get("points", [line])]
    for one in texts:
        spans = [
            fact["span"] for kind in ("dates", "names", "quantities") for fact in one.get(kind, [])
        ]
        assert [span for span in spans if span not in one["text"]] == [], one["text"]


def test_every_file_of_gold_is_held_here() -> None:
    held = {*DATES, *CARDS, "seeds.jsonl", *CAUSE_SETS}
    held |= {path.name for path in GOLD.glob("pair*")}  # see tests/facts/comparing/test_gold.py
    assert {path.name for path in GOLD.iterdir()} == held


def test_the_scores_tell_what_is_missing_and_what_is_too_much() -> None:
    facts = facts_of("France met Spain on 3 May 1808 and in 1810.")
    right = [{"span": "3 May 1808", "edtf": "1808-05-03"}, {"span": "1810", "edtf": "1810"}]
    wrong = [{"span": "3 May 1808", "edtf": "1808-03-05"}]
    assert score_dates(facts, right) == Score(2, 2, 2, 2)
    assert score_dates(facts, wrong) == Score(0, 2, 1, 0)
    assert score_dates(facts, []).precision == 0
    names = [{"span": "France", "kind": "state"}, {"span": "Italy", "kind": "state"}]
    assert score_names(facts, names).recall == 0.5
    assert [span.start for span in spans_of("a b a", ["a", "b", "a"])] == [0, 2, 4]
