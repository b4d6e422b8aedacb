"""What led to what is found, at least as often as it must be, and little is found that is none."""

from pathlib import Path

import pytest
from facts_causes import CAUSE_SETS, Link, links_of, scored
from facts_gold import GOLD, lines_of

from tests.facts.made import read

FLOOR_OF_PRECISION, FLOOR_OF_RECALL = 0.8, 0.6
WITHOUT_SEEDS = [name for name in CAUSE_SETS if name != "causes.jsonl"]


@pytest.mark.parametrize("name", WITHOUT_SEEDS)
def test_the_floors_hold(name: str) -> None:
    score = scored(name, GOLD).score
    assert score.precision >= FLOOR_OF_PRECISION, score
    assert score.recall >= FLOOR_OF_RECALL, score


@pytest.mark.shared
def test_the_floors_hold_with_the_seeds(shared: Path) -> None:
    score = scored("causes.jsonl", shared / "seeds").score
    assert score.there >= 80
    assert score.precision >= FLOOR_OF_PRECISION, score
    assert score.recall >= FLOOR_OF_RECALL, score


@pytest.mark.parametrize("name", WITHOUT_SEEDS)
def test_the_words_of_the_gold_stand_in_their_texts(name: str) -> None:
    for card in lines_of(name):
        texts = [card["front"] or "", *card["points"]]
        for link in card["links"]:
            for side in ("cause", "effect"):
                assert link[side]["words"] in texts[link[side]["point"]], link


def test_links_are_counted_by_the_numbers_of_their_texts() -> None:
    (card,) = read(("Why did the king fall?", "The harvest failed.", "So the peasants rose."))
    assert list(links_of(card)) == [
        Link((1, "The harvest failed"), (0, "the king fall")),
        Link((1, "The harvest failed"), (2, "the peasants rose")),
    ]
