"""The bundled examples are the first thing a newcomer studies: each is read exactly."""

from importlib.resources import files

import pytest

from learnt.ids import MakeId
from learnt.sources import DOUBTFUL, read

EXAMPLES = {
    "bismarcks-alliances.txt": (16, 28),
    "enzymes-and-digestion.txt": (11, 24),
    "why-german-money-became-worthless.txt": (1, 7),
}


def test_every_example_is_known_here() -> None:
    names = {path.name for path in (files("learnt") / "examples").iterdir()}
    assert names == set(EXAMPLES)


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_read_without_a_doubt(name: str, make_id: MakeId) -> None:
    page = (files("learnt") / "examples" / name).read_bytes()
    reading = read(page, name, make_id)
    assert reading.problems == ()
    deck = reading.deck
    assert (len(deck.cards), sum(len(card.points) for card in deck.cards)) == EXAMPLES[name]
    assert min(card.confidence for card in deck.cards) > DOUBTFUL
    assert bool(deck.question) == deck.title.endswith("?")
