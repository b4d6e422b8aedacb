"""Decks edited by hand: a card keeps its history wherever it goes, and nothing is lost."""

from dataclasses import replace

import pytest

from learnt import Collection
from learnt.deck import Card, Point
from learnt.errors import NotFound, UsageError
from learnt.ids import CardId, PointId, is_id, uuid7
from learnt.journal import Rating
from tests.collection.world import (
    BACKWARD,
    FORWARD,
    a_card,
    a_deck,
    check,
    finish,
    simple_deck,
    state,
)

NOWHERE = ["", "no id", "1", uuid7(1, 1)]


def answer_all(collection: Collection) -> None:
    sitting = collection.begin()
    while sitting.exercise is not None:
        sitting = finish(collection, sitting, Rating.GOOD)


@pytest.fixture
def two(collection: Collection) -> tuple[str, str]:
    """Two decks: cards 1 to 4, and cards 11 and 12; their ids."""
    first = collection.add(a_deck(1, [a_card(n) for n in range(1, 5)], "First"))
    second = collection.add(a_deck(2, [a_card(11), a_card(12)], "Second::Part"))
    return first.deck, second.deck


def order(collection: Collection, deck: str) -> list[str | None]:
    return [card.prompt for card in collection.deck(deck).cards]


def prompts(*numbers: int) -> list[str]:
    return [f"prompt {number}" for number in numbers]


def ids(*numbers: int) -> list[CardId]:
    return [a_card(number).id for number in numbers]


def test_a_new_deck_is_empty_and_takes_cards(collection: Collection) -> None:
    deck = collection.new_deck("  By\thand ", "What do I know?")
    head = collection.deck_head(deck)
    assert (head.title, head.question, head.cards) == ("By hand", "What do I know?", 0)
    assert collection.begin(deck).exercise is None
    written = Card(CardId("1"), "Why?", (Point(PointId(""), "so"), Point(PointId(""), "thus")))
    card = collection.add_card(deck, written)
    assert is_id(card.id)
    assert all(is_id(point.id) for point in card.points)
    assert collection.deck(deck).cards == (card,)
    assert collection.card(card.id) == (replace(head, cards=1), card)


def test_a_card_is_put_before_another(collection: Collection, two: tuple[str, str]) -> None:
    for number, before in ((21, 1), (22, 3), (23, 3)):
        collection.add_card(two[0], a_card(number), a_card(before).id)
    collection.add_card(two[0], a_card(24))
    assert order(collection, two[0]) == prompts(21, 1, 2, 22, 23, 3, 4, 24)


def test_the_same_card_can_be_written_twice(collection: Collection, two: tuple[str, str]) -> None:
    cards = [collection.add_card(two[0], a_card(1)) for _ in range(2)]
    assert len({card.id for card in cards} | {a_card(1).id}) == 3
    assert collection.deck_head(two[0]).cards == 6


def test_cards_are_moved_with_their_history(collection: Collection, two: tuple[str, str]) -> None:
    answer_all(collection)
    before = state(collection)
    collection.move_cards(ids(4, 2), two[1], a_card(12).id)
    assert order(collection, two[0]) == prompts(1, 3)
    assert order(collection, two[1]) == prompts(11, 4, 2, 12)
    collection.move_cards(ids(1), two[1])
    collection.move_cards(ids(12, 12, 2), two[1], a_card(11).id)
    assert order(collection, two[1]) == prompts(12, 2, 11, 4, 1)
    assert state(collection) == before
    assert [(row.cards, row.new) for row in collection.decks()] == [(1, 0), (5, 0)]
    check(collection)


def test_cards_that_cannot_be_moved_stay_where_they_are(
    collection: Collection, two: tuple[str, str]
) -> None:
    for gone in NOWHERE:
        with pytest.raises(NotFound, match="card is not in the collection"):
            collection.move_cards([*ids(1), gone], two[1])
        with pytest.raises(NotFound, match="deck is not"):
            collection.move_cards(ids(1), gone)
        with pytest.raises(NotFound):
            collection.move_cards(ids(1), two[1], CardId(gone))
        with pytest.raises(NotFound):
            collection.add_card(two[1], a_card(5), CardId(gone))
    with pytest.raises(NotFound, match="not in the deck any more"):
        collection.move_cards(ids(1), two[1], a_card(3).id)
    with pytest.raises(UsageError, match="before itself"):
        collection.move_cards(ids(1, 2), two[0], a_card(2).id)
    assert order(collection, two[0]) == prompts(1, 2, 3, 4)
    assert order(collection, two[1]) == prompts(11, 12)


def test_a_deck_is_renamed(collection: Collection, two: tuple[str, str]) -> None:
    collection.rename_deck(two[0], " A::B ", "How? ")
    head = collection.deck_head(two[0])
    assert (head.title, head.question, head.cards) == ("A::B", "How?", 4)
    collection.rename_deck(two[0], "A::B")  # its own title is free
    assert collection.deck_head(two[0]).question is None
    assert order(collection, "A::B") == prompts(1, 2, 3, 4)


def test_a_title_that_another_deck_has_is_refused(
    collection: Collection, two: tuple[str, str]
) -> None:
    """A page is added to the deck of its title, so there is one of each."""
    with pytest.raises(UsageError, match=r"“Second::Part” already\. Move the cards there"):
        collection.rename_deck(two[0], " Second::Part")
    with pytest.raises(UsageError, match="already"):
        collection.new_deck("First")
    for nothing in ("", " \n"):
        with pytest.raises(UsageError, match="needs a title"):
            collection.new_deck(nothing)
        with pytest.raises(UsageError, match="needs a title"):
            collection.rename_deck(two[0], nothing)
    for gone in NOWHERE:
        with pytest.raises(NotFound):
            collection.rename_deck(gone, "T")
    assert [head.title for head in collection.titles()] == ["First", "Second::Part"]


def test_cards_are_deleted_by_their_ids_and_come_back_with_their_history(
    collection: Collection, two: tuple[str, str]
) -> None:
    answer_all(collection)
    before = state(collection)
    thing = collection.delete_cards([*ids(4, 2, 2), uuid7(1, 1)])
    assert (thing.kind, thing.title) == ("cards", "First")
    assert collection.trash() == (thing,)
    assert order(collection, two[0]) == prompts(1, 3)
    check(collection)
    collection.bring_back(thing.id)
    assert order(collection, two[0]) == prompts(1, 3, 2, 4)
    assert state(collection) == before


def test_cards_that_cannot_be_deleted_together_are_left(
    collection: Collection, two: tuple[str, str]
) -> None:
    with pytest.raises(UsageError, match="several decks"):
        collection.delete_cards(ids(1, 11))
    with pytest.raises(NotFound):
        collection.delete_cards([])
    for gone in NOWHERE:
        with pytest.raises(NotFound):
            collection.delete_cards([gone])
        with pytest.raises(NotFound):
            collection.delete_deck(gone)
    assert collection.trash() == ()
    assert order(collection, two[0]) == prompts(1, 2, 3, 4)


@pytest.mark.parametrize("cards", [0, 3])
def test_a_deck_is_deleted_by_its_id_and_comes_back(collection: Collection, cards: int) -> None:
    deck = collection.new_deck("By hand")
    for number in range(cards):
        collection.add_card(deck, a_card(number + 1, directions=(FORWARD, BACKWARD)))
    whole = collection.deck(deck)
    answer_all(collection)
    before = state(collection)
    thing = collection.delete_deck(deck)
    assert (thing.kind, collection.decks()) == ("deck", ())
    collection.bring_back(thing.id)
    assert collection.deck(deck) == whole
    assert state(collection) == before
    check(collection)


def test_a_page_is_added_to_a_deck_that_was_made_by_hand(collection: Collection) -> None:
    deck = collection.new_deck("Deck 1")
    assert collection.add(simple_deck(3)).deck == deck
    assert collection.deck_head(deck).cards == 3


def test_a_form_that_is_sent_twice_adds_its_new_point_once(collection: Collection) -> None:
    collection.add(a_deck(1, [a_card(1, 1)]))
    base = collection.card(a_card(1).id)[1]
    for number in (1, 2):  # a form knows no id for a new point: each sending makes one
        more = Point(PointId(uuid7(2, number)), "one more")
        collection.change(replace(base, points=(*base.points, more)), base)
    after = collection.card(base.id)[1]
    assert [point.text for point in after.points] == ["point 1 of card 1", "one more"]


def test_two_edits_of_a_card_are_both_in_it(anywhere: Collection) -> None:
    """Two programs have it open; the later one wins where both changed the same, and is told."""
    anywhere.add(a_deck(1, [a_card(1, 3)]))
    card = anywhere.card(a_card(1).id)[1]
    first = replace(
        card, note="by one", points=(replace(card.points[0], text="first"), *card.points[1:])
    )
    more = Point(PointId(uuid7(2, 2)), "one more")
    second = replace(
        card,
        prompt="by another",
        points=(replace(card.points[0], text="by another, too"), card.points[2], more),
    )
    assert not anywhere.change(first, card)
    assert anywhere.change(second, card)
    after = anywhere.card(card.id)[1]
    assert (after.prompt, after.note) == ("by another", "by one")
    assert [one.text for one in after.points] == [
        "by another, too",
        "point 3 of card 1",
        "one more",
    ]
    assert sum("by one" in thing.content for thing in anywhere.trash()) == 1
    check(anywhere)
