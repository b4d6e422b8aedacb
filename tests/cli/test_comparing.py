"""`learnt compare`: two decks held against each other, for people and for programs."""

from collections.abc import Callable
from pathlib import Path

from learnt import Collection
from learnt.facts.comparing import Choice
from tests.cli.conftest import Learnt

Write = Callable[..., Path]

ONE = "# Spain\n\nUtrecht\n- The Treaty of Utrecht was signed in April 1713\n- Gibraltar became British\n"
TWO = "# Peace\n\nWhat ended the war?\n- Utrecht: the treaty was signed in May 1714\n"


def test_json_is_one_line(learnt: Learnt, page: Write) -> None:
    ended = learnt("compare", page(ONE, "one.txt"), page(TWO, "two.txt"), "--json")
    assert ended.status == 0
    assert ended.line["conflict"] == [
        {
            "a": {"front": "Utrecht", "text": "The Treaty of Utrecht was signed in April 1713"},
            "b": {
                "front": "What ended the war?",
                "text": "Utrecht: the treaty was signed in May 1714",
            },
            "about": "date",
            "a_says": "April 1713",
            "b_says": "May 1714",
        }
    ]
    assert ended.line["same"] == []


def test_a_saved_deck_and_a_page(learnt: Learnt, page: Write) -> None:
    one = page(ONE, "one.txt")
    assert learnt("add", one).status == 0
    assert learnt("compare", "Spain", page(TWO, "two.txt"), "--json").line["conflict"]
    same = learnt("compare", "Spain", one, "--json").line
    assert same["conflict"] == []
    assert {one["a"]["text"] for one in same["same"]} == {one["b"]["text"] for one in same["same"]}


def test_what_was_decided_is_left_out(learnt: Learnt, page: Write, own_home: Path) -> None:
    for text, name in ((ONE, "one.txt"), (TWO, "two.txt")):
        assert learnt("add", page(text, name)).status == 0
    assert learnt("compare", "Spain", "Peace", "--json").line["conflict"]
    with Collection.open(own_home) as collection:
        (found,) = collection.compare("Spain", "Peace").conflicts
        sides = ((found.a.card, found.a.point), (found.b.card, found.b.point))
        collection.settle(*sides, Choice.KEEP)
    assert learnt("compare", "Spain", "Peace", "--json").line["conflict"] == []


def test_people_see_both_sides(learnt: Learnt, page: Write) -> None:
    told = learnt("compare", page(ONE, "one.txt"), page(TWO, "two.txt")).out
    assert "Cannot both be right: 1 pair" in told
    assert "[April 1713]" in told
    assert "[May 1714]" in told


def test_nothing_to_say_is_said(learnt: Learnt, page: Write) -> None:
    told = learnt("compare", page(ONE, "one.txt")).out
    assert "nothing twice" in told


def test_what_is_not_there(learnt: Learnt, page: Write) -> None:
    ended = learnt("compare", page(ONE, "one.txt"), "no such deck")
    assert ended.status == 2
    assert "no such deck" in ended.err
