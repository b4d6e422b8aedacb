"""What a reader found in two decks is found, at least as often as when this was written."""

from pathlib import Path

import pytest
from facts_gold import GOLD, lines_of
from facts_pair import PairScores, keys_of, page_facts, pair_scores, scores_of, seed_ranks

from learnt.collection import compared
from learnt.facts.comparing import Comparison
from learnt.weights.sentences import chosen

WITH_MODEL = {"pair": (0.8, 0.7), "pair2": (0.9, 0.6), "pair3": (0.9, 0.65), "pair5": (0.85, 0.65)}
BY_WORDS = {"pair": (0.8, 0.55), "pair2": (0.9, 0.55), "pair3": (0.85, 0.6), "pair5": (0.8, 0.65)}
"""Precision and recall of the conflicts by pair of decks, at least."""


@pytest.fixture(scope="module", params=WITH_MODEL)
def pair(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def scores(pair: str) -> PairScores:
    return pair_scores(pair)


def test_conflicts_are_right(pair: str, scores: PairScores) -> None:
    """Learnt with these pairs: what is found in others stands in benchmarks/README.md."""
    precision, recall = (WITH_MODEL if chosen() else BY_WORDS)[pair]
    assert scores.conflicts.precision >= precision
    assert scores.conflicts.recall >= recall


@pytest.mark.parametrize("about", ["date", "number", "actor", "outcome"])
def test_conflicts_of_each_kind_are_found(scores: PairScores, about: str) -> None:
    assert scores.abouts[about].recall >= 0.25


def test_the_same_comes_first(scores: PairScores) -> None:
    assert scores.same >= (0.75 if chosen() else 0.65)


def test_a_comparison_that_finds_nothing_scores_nothing() -> None:
    nothing = scores_of(Comparison(), lines_of("pair.jsonl"))
    assert nothing.conflicts.recall == 0
    assert nothing.same == 0


def test_a_point_of_a_page_of_terms_is_met() -> None:
    """Read as a card a term, it has the term as its front."""
    met = {key for one in lines_of("pair7.jsonl") for key, _ in keys_of(one)}
    assert ("Photo 51", "taken by Raymond Gosling, Franklin's student") in met


@pytest.mark.parametrize(
    "name", [f"{pair}_{side}.txt" for pair in ("pair", "pair2", "pair5") for side in "ab"]
)
def test_a_deck_does_not_disagree_with_itself(name: str) -> None:
    assert compared(page_facts(GOLD / name), None).conflicts == ()


@pytest.mark.shared
def test_the_seeds(shared: Path) -> None:
    found = compared(*(page_facts(shared / "seeds" / name) for name in ("000.txt", "002.txt")))
    assert [(one.a_says, one.b_says) for one in found.conflicts] == [("1934", "may 1935")]
    assert max(rank or 99 for rank in seed_ranks(found).values()) <= 10
