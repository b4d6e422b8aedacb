"""docs/pages.md: every sample is read as the page says."""

import re
from pathlib import Path

import pytest

from learnt.ids import MakeId
from learnt.sources import read

PAGE = Path(__file__).parents[1] / "docs" / "pages.md"
SAMPLE = re.compile(
    r"```(?:text|html)\n(?P<text>.*?)```\n\n\*Read as `(?P<layout>[^`]+)`: (?P<cards>\d+) cards?, "
    r"(?P<points>\d+) points?\.\*",
    re.DOTALL,
)
SAMPLES = [found.groups() for found in SAMPLE.finditer(PAGE.read_text())]


def test_every_sample_says_how_it_is_read() -> None:
    assert len(SAMPLES) == PAGE.read_text().count("```") // 2 > 15


@pytest.mark.parametrize(("text", "layout", "cards", "points"), SAMPLES)
def test_a_sample(text: str, layout: str, cards: str, points: str, make_id: MakeId) -> None:
    reading = read(text.encode(), "page.txt", make_id)
    assert reading.layout == layout
    assert len(reading.deck.cards) == int(cards)
    assert sum(len(card.points) for card in reading.deck.cards) == int(points)
    assert reading.problems == ()
