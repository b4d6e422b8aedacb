"""Nothing vanishes: each line of a page is in a card or its title, or is told as what it is."""

import itertools
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given

from learnt.errors import Unreadable
from learnt.ids import MakeId
from learnt.sources import Reading, read
from tests.sources.conserved import lost
from tests.sources.made import SETTERS, made_page
from tests.strategies import raw_texts

PAGES = Path(__file__).resolve().parents[2] / ".." / "shared" / "corpus" / "pages"


def told(reading: Reading) -> list[tuple[int, str]]:
    """The lost lines with their texts, for a message that shows them."""
    return [(number, reading.lines[number - 1]) for number in lost(reading)]


@pytest.mark.shared
def test_no_line_of_a_labelled_page_is_lost(make_id: MakeId) -> None:
    missing = {
        path.name: found
        for path in sorted(PAGES.glob("*.txt"))
        if (found := told(read(path.read_bytes(), path.name, make_id)))
    }
    assert missing == {}


@pytest.mark.parametrize("layout", SETTERS)
def test_no_line_of_a_made_page_is_lost(layout: str, make_id: MakeId) -> None:
    for seed in range(8):
        made = made_page(seed, layout)
        assert told(read(made.data, made.name, make_id)) == [], (made.name, made.defects)


@given(text=raw_texts())
@example("#\r^00000000-0000-0000-0000-000000000000\r\rHINT:0")
def test_no_line_of_any_text_is_lost(text: str) -> None:
    count = itertools.count()
    try:
        reading = read(text.encode(errors="replace"), "page.txt", lambda: f"id{next(count)}")
    except Unreadable:
        return
    assert told(reading) == []


def test_a_card_left_out_is_noticed(page: Reading) -> None:
    """
    Cells
    What is a cell wall made of?
    Cellulose
    What do ribosomes make?
    Proteins
    """
    assert lost(page) == []
    fewer = replace(page.deck, cards=page.deck.cards[1:])
    assert lost(replace(page, deck=fewer)) == [2, 3]


def test_a_word_left_out_is_noticed(page: Reading) -> None:
    """
    Q: What is a cell wall made of?
    A: Cellulose and lignin
    """
    first = page.deck.cards[0]
    shorter = replace(first, points=(replace(first.points[0], text="Cellulose"),))
    assert lost(replace(page, deck=replace(page.deck, cards=(shorter,)))) == [2]


def test_a_line_taken_as_furniture_must_be_told(page: Reading) -> None:
    """
    Cells
    (2 cards)
    What is a cell wall made of?
    Cellulose
    What do ribosomes make?
    Proteins
    """
    assert 2 in page.furniture
    assert lost(replace(page, furniture=())) == [2]
