"""What comes back from the trash takes nothing away that was done in the meantime."""

from dataclasses import replace

import pytest

from learnt import Collection
from learnt.errors import NotFound
from learnt.journal import FOREVER
from learnt.store import Trashed
from tests.collection.conftest import OpenCollection
from tests.collection.meanwhile import just_before_writing
from tests.collection.rivers import PAGE, add, card, edit, said


def deck_in(trash: tuple[Trashed, ...]) -> str:
    return next(one.id for one in trash if one.kind == "deck")


@pytest.fixture
def twice(anywhere: Collection) -> Collection:
    """The page was added again after its deck went to the trash."""
    add(anywhere, PAGE)
    anywhere.delete("Rivers")
    add(anywhere, PAGE)
    return anywhere


def test_a_twin_that_nobody_touched_makes_room(twice: Collection) -> None:
    twice.bring_back("1")
    assert [one.cards for one in twice.decks()] == [3]
    assert twice.trash() == ()


def test_a_twin_in_which_more_stands_is_in_the_trash(twice: Collection) -> None:
    its = card(twice, "What is a delta")
    twice.change(replace(its, note="like the letter"))
    twice.bring_back(deck_in(twice.trash()))
    assert len(twice.deck("Rivers").cards) == 3
    kept = next(one for one in twice.trash() if one.kind == "cards")
    assert "like the letter" in kept.content
    assert "Why do meanders move?" not in kept.content


def test_a_twin_that_was_set_aside_stays_so(twice: Collection) -> None:
    twice.suspend(card(twice, "What is a delta").id)
    twice.bring_back("1")
    reports = twice.report(twice.deck("Rivers").cards)
    assert [one.held_until for one in reports] == [FOREVER, None, None]


def test_what_goes_to_the_trash_is_as_it_is_by_then(
    collection: Collection, open_collection: OpenCollection, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(collection, PAGE)
    other = open_collection()

    def edited() -> None:
        edit(other, "What is a delta", 0, "Land where a river ends")

    with just_before_writing(collection, monkeypatch, edited):
        thing = collection.delete("Rivers", [1])
    assert "Land where a river ends" in thing.content


def test_a_thing_comes_back_once(
    collection: Collection, open_collection: OpenCollection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two pages ask for it; what was edited after the first is not written over by the second."""
    add(collection, PAGE)
    thing = collection.delete("Rivers", [1])
    other = open_collection()

    def came_first() -> None:
        other.bring_back(thing.id)
        edit(other, "What is a delta", 0, "Land where a river ends")

    with (
        just_before_writing(collection, monkeypatch, came_first),
        pytest.raises(NotFound, match="in the trash"),
    ):
        collection.bring_back(thing.id)
    assert said(collection, "What is a delta")[0] == "Land where a river ends"
