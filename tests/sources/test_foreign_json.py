"""Decks of other programs as JSON."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.ids import MakeId
from learnt.sources import Reading, read
from learnt.sources.foreign_json import foreign_deck
from tests.sources.pages import cards

SIDE = st.text(min_size=1, max_size=30).filter(
    lambda text: bool(text.strip()) and "\n" not in text and "\r" not in text
)


def test_objects_in_a_list(make_id: MakeId) -> None:
    text = """{
      "title": "Tides",
      "cards": [
        {"front": "neap", "back": "weak", "tags": ["sea"], "hint": "half moon"},
        {"Question": "spring?", "Answer": ["strong", "at new moon", "at full moon"]}
      ]
    }"""
    page = read(text.encode(), "tides.json", make_id)
    assert page.layout == "json"
    assert page.deck.title == "Tides"
    assert cards(page) == [
        ("neap", ["weak"]),
        ("spring?", ["strong", "at new moon", "at full moon"]),
    ]
    assert page.deck.cards[0].tags == ("sea",)
    assert page.deck.cards[0].hint == "half moon"


def test_notes_of_crowdanki(make_id: MakeId) -> None:
    text = json.dumps(
        {
            "__type__": "Deck",
            "name": "Knots",
            "notes": [
                {"fields": ["bowline", "a loop"], "guid": "x1", "tags": []},
                {"fields": ["hitch", "ties a rope to a post"], "guid": "x2", "tags": []},
            ],
        }
    )
    page = read(text.encode(), "deck.json", make_id)
    assert page.deck.title == "Knots"
    assert cards(page) == [("bowline", ["a loop"]), ("hitch", ["ties a rope to a post"])]


def test_a_file_that_was_cut() -> None:
    text = '{"name": "Knots", "cards": [{"q": "bowline", "a": "a loop"},\n{"q": "hitch", "a": "a'
    found = foreign_deck(text)
    assert found is not None
    assert found.title == "Knots"
    assert [(one.prompt, one.points, one.first) for one in found.cards] == [
        ("bowline", ("a loop",), 1)
    ]


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "{}", "[1, 2, 3]", '{"front": "alone"}', '{"front": "", "back": "x"}',
     '{"front": "x", "back": ""}', '{"front": 3, "back": 4}', "no JSON at all", "[" * 2000],
)  # fmt: skip
def test_no_cards(text: str) -> None:
    assert foreign_deck(text) is None


def test_json_without_cards_is_said(make_id: MakeId) -> None:
    page = read(b'{"name": "settings", "size": 3}', "settings.json", make_id)
    assert page.deck.cards == ()
    assert len(page.problems) == 1
    assert "JSON" in page.problems[0].why


def test_what_was_not_read_is_said(page: Reading) -> None:
    """[
    {"front": "port", "back": "left"},
    {"front": "starboard"},
    {"front": "bow", "back": "ahead"}
    ]
    """
    assert cards(page) == [("port", ["left"]), ("bow", ["ahead"])]


@given(st.lists(st.tuples(SIDE, SIDE), min_size=1, max_size=6))
def test_every_pair_comes_back(pairs: list[tuple[str, str]]) -> None:
    text = json.dumps([{"term": front, "definition": back} for front, back in pairs])
    found = foreign_deck(text)
    assert found is not None
    assert [one.prompt for one in found.cards] == [front for front, _ in pairs]
    assert all(one.points for one in found.cards)


def test_fields_that_go_nowhere_are_told(make_id: MakeId) -> None:
    text = '[{"front": "ebb", "back": "falling", "source": "p. 3", "id": 0},\n{"front": "flood", "back": "rising"}]'
    page = read(text.encode(), "tides.json", make_id)
    assert [(one.line, one.text) for one in page.problems] == [(1, "source")]
    assert "went into no card" in page.problems[0].why
