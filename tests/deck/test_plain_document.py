"""docs/text-format.md is held true: its example, its words and its tables."""

import re
from pathlib import Path

from learnt.deck import Direction
from learnt.deck.plain import looks_like, parse, write
from learnt.deck.plain.grammar import CARD_WORDS, DECK_WORDS, POINT_WORDS
from learnt.ids import uuid7
from tests.strategies import no_new_id

DOCUMENT = (Path(__file__).parents[2] / "docs" / "text-format.md").read_text(encoding="utf-8")


def test_the_example_of_the_document_reads_without_problems() -> None:
    found = re.search(r"```text\n(.*?)```", DOCUMENT, re.DOTALL)
    assert found is not None
    numbers = iter(range(1000))
    deck, problems = parse(found.group(1), lambda: uuid7(1, next(numbers)))
    assert problems == ()
    assert deck.title == "The heart and its vessels"
    assert [len(card.points) for card in deck.cards] == [2, 3, 1, 1, 1]
    assert [card.ordered for card in deck.cards] == [False, True, False, False, False]
    assert deck.cards[0].points[0].weight == 2
    assert deck.cards[0].points[1].text.endswith("\nagainst a much lower resistance")
    assert deck.cards[2].directions == (Direction.FORWARD, Direction.BACKWARD)
    assert looks_like(found.group(1))
    assert parse(write(deck), no_new_id) == (deck, ())


def test_every_field_is_in_the_document() -> None:
    for word in (*DECK_WORDS, *POINT_WORDS, *CARD_WORDS, "statement"):
        assert f"`{word}:" in DOCUMENT
