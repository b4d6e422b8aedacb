"""Two decks compared, scored against a reader's pairs (tests/gold/README.md, Comparing)."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, count, product
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from facts_gold import DECK, GOLD, lines_of
from facts_scores import Gold, Score

from learnt.collection import compared, facts_of
from learnt.deck import Card, Deck, Point
from learnt.facts import CardFacts
from learnt.facts.comparing import Comparison, Conflict, Same
from learnt.ids import CardId, PointId, uuid7
from learnt.sources import read

Key = tuple[str | None, str]
"""A front and a text."""
Golds = Mapping[tuple[Key, Key], Gold]
_KINDS = ("date", "number", "actor", "outcome")


class PairScores(NamedTuple):
    """`conflicts` of all kinds, `abouts` by kind (right only where the kind is right too).

    `same` is the average precision of the suggestions over all pairs of the gold.
    """

    conflicts: Score
    abouts: dict[str, Score]
    same: float


def page_facts(path: Path) -> tuple[CardFacts, ...]:
    """The facts of a page; no two pages have an id in common, as if each were kept."""
    ids = count(1)
    own = crc32(path.name.encode())
    return facts_of(read(path.read_bytes(), path.name, lambda: uuid7(next(ids), own)))


def pair_scores(name: str = "pair") -> PairScores:
    """The two decks of a pair of the gold, compared and scored."""
    found = compared(*(page_facts(GOLD / f"{name}_{side}.txt") for side in "ab"))
    return scores_of(found, lines_of(f"{name}.jsonl"))


def scores_of(found: Comparison, gold: list[Gold]) -> PairScores:
    """What was found, against pairs of the gold."""
    golds: Golds = {key: one for one in gold for key in keys_of(one)}
    there = [one for one in gold if one["kind"] == "conflict"]
    abouts = {
        about: _score(
            [one for one in found.conflicts if one.about.value == about],
            [one for one in there if one["about"] == about],
            golds,
        )
        for about in _KINDS
    }
    return PairScores(
        _score(found.conflicts, there, golds), abouts, average_precision(found.same, gold)
    )


def _score(
    found: Sequence[Conflict],
    there: list[Gold],
    golds: Golds,
) -> Score:
    right = sum(golds.get(_key(one)) in there for one in found)
    return Score(right, len(found), len(there), right)


def average_precision(same: tuple[Same, ...], gold: Sequence[Gold]) -> float:
    """The mean, over the pairs that are the same, of the precision down to where each stands.

    Pairs that differ in rounding or calendar only count in neither way.
    """
    golds: Golds = {key: one for one in gold for key in keys_of(one)}
    there = len([one for one in gold if one["kind"] == "same"])
    right = looked = 0
    total = 0.0
    for one in same:
        told = golds.get(_key(one), {"kind": None, "why": ""})
        if told["why"].startswith("compatible:"):
            continue
        looked += 1
        if told["kind"] == "same":
            right += 1
            total += right / looked
    return total / max(1, there)


def _key(one: Same | Conflict) -> tuple[Key, Key]:
    return (one.a.front, one.a.text), (one.b.front, one.b.text)


def keys_of(gold: Gold) -> Iterator[tuple[Key, Key]]:
    """By what fronts and texts two points of the gold may be met.

    A page of terms is read as a card a term: what the gold has as the point "Photo 51: taken by
    Gosling" of a card is then the point "taken by Gosling" of the card "Photo 51".
    """
    return product(_keys(gold["a"]), _keys(gold["b"]))


def _keys(side: Gold) -> Iterator[Key]:
    yield side["front"], side["text"]
    term, sign, rest = side["text"].partition(": ")
    if sign:
        yield term, rest


SEED_PAIRS = {
    "League of Nations 1934": ("League of Nations in 1934", "league of nations"),
    "Rhineland 1936": ("Rhineland in 1936", "Rhineland"),
    "Munich 1938": ("Munich Agreement", "Munich"),
}
"""Words of the two points (or of the second one's prompt) that tell one thing in the seeds."""


def seed_ranks(found: Comparison) -> dict[str, int | None]:
    """By pair of the seeds: its place among the suggestions, 1 for the first."""
    ranks: dict[str, int | None] = {}
    for name, (mine, yours) in SEED_PAIRS.items():
        places = (
            place
            for place, one in enumerate(found.same, start=1)
            if mine in one.a.text and yours in f"{one.b.front} {one.b.text}"
        )
        ranks[name] = next(places, None)
    return ranks


def set_facts(name: str) -> tuple[CardFacts, ...]:
    """The facts of a file of cards, read as one deck."""
    made = []
    for number, gold in enumerate(lines_of(name)):
        points = tuple(
            Point(PointId(f"{name}-{number}-{place}"), one["text"])
            for place, one in enumerate(gold["points"])
        )
        made.append(Card(CardId(f"{name}-{number}"), gold.get("front"), points))
    return facts_of(Deck(DECK, "All", tuple(made)))


def alarms(names: Sequence[str]) -> int:
    """The conflicts called among files of cards, each held against itself and the others."""
    decks = [set_facts(name) for name in names]
    found = [compared(one, None) for one in decks]
    found += [compared(one, two) for one, two in combinations(decks, 2)]
    return sum(len(one.conflicts) for one in found)
