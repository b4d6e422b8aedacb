"""Decisions on points that were compared: kept, not suggested again, taken back."""

import pytest

from learnt import Collection
from learnt.errors import NotFound, UsageError
from learnt.facts.comparing import Choice, Comparison, Conflict
from tests.collection.world import a_card, a_deck, an_id

MINE = a_card(7, ["The Treaty of Utrecht was signed in April 1713"], prompt="Which peace?")
HERS = a_card(8, ["Utrecht: the treaty was signed in May 1714"], prompt="What was signed?")


@pytest.fixture
def decks(collection: Collection) -> tuple[str, str]:
    first = collection.add(a_deck(1, [MINE], "Mine")).deck
    return first, collection.add(a_deck(2, [HERS], "Hers")).deck


def clash(found: Comparison) -> Conflict:
    (one,) = found.conflicts
    return one


def places(one: Conflict) -> tuple[tuple[str, str], tuple[str, str]]:
    return (one.a.card, one.a.point), (one.b.card, one.b.point)


def test_what_stays_is_not_asked_again_until_a_text_changes(
    collection: Collection, decks: tuple[str, str]
) -> None:
    found = clash(collection.compare(*decks))
    made = collection.settle(*places(found), Choice.KEEP, note=" Two calendars. ")
    assert made.note == "Two calendars."
    assert collection.compare(*decks) == Comparison()
    assert collection.compare(decks[1], decks[0]) == Comparison()
    assert collection.compare_with_all(decks[0]) == Comparison()
    assert collection.settlements() == (made,)
    deck, card = collection.card(MINE.id)
    assert deck.title == "Mine"
    words = "The Treaty of Utrecht was signed in June 1715"
    collection.settle(*places(found), Choice.RIGHT, right=found.b.point, words=words)
    assert collection.card(MINE.id)[1].points[0].id == card.points[0].id


def test_one_side_is_right_and_the_other_is_mended(
    collection: Collection, decks: tuple[str, str]
) -> None:
    found = clash(collection.compare(*decks))
    words = "Utrecht: the treaty was signed in April 1713"
    made = collection.settle(*places(found), Choice.RIGHT, right=found.a.point, words=words)
    assert collection.card(HERS.id)[1].points[0].text == words
    assert (made.a.text, made.b.text, made.right) == (found.a.text, words, found.a.point)
    assert collection.compare(*decks) == Comparison()
    assert [one.title for one in collection.trash()], "the earlier wording is in the trash"
    assert collection.take_back_settlement(made.id)
    assert not collection.take_back_settlement(made.id)
    assert collection.settlements() == ()
    assert collection.card(HERS.id)[1].points[0].text == words


def test_a_decision_is_kept_once_and_stays_apart_from_corrections(
    collection: Collection, decks: tuple[str, str]
) -> None:
    found = clash(collection.compare(*decks))
    own = collection.make_id()
    made = [
        collection.settle(*places(found), Choice.KEEP, settlement_id=own, note=note)
        for note in ("one", "two")
    ]
    assert made[0] == made[1]
    assert collection.corrections("Mine").standing == ()
    with pytest.raises(NotFound):
        collection.take_back_fact(own)
    assert collection.take_back_settlement(own)
    assert clash(collection.compare(*decks)) == found


def test_what_cannot_be_decided(collection: Collection, decks: tuple[str, str]) -> None:
    one, two = places(clash(collection.compare(*decks)))
    with pytest.raises(UsageError, match="which of the two"):
        collection.settle(one, two, Choice.RIGHT)
    with pytest.raises(UsageError, match="which of the two"):
        collection.settle(one, one, Choice.KEEP)
    with pytest.raises(UsageError, match="needs words"):
        collection.settle(one, two, Choice.RIGHT, right=one[1], words=" ")
    with pytest.raises(UsageError, match="too long"):
        collection.settle(one, two, Choice.KEEP, note="a" * 2_001)
    with pytest.raises(NotFound):
        collection.settle(one, (two[0], an_id(99)), Choice.KEEP)
    with pytest.raises(NotFound):
        collection.take_back_settlement(an_id(99))
    assert collection.settlements() == ()
