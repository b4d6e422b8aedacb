"""Adding a page again doubles nothing and loses nothing."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from learnt import Collection
from learnt.deck import Card, Deck
from learnt.deck.updating import Known, Manner, State, update_of
from learnt.errors import NotFound, UsageError
from learnt.ids import CardId, DeckId, is_id
from learnt.journal import Rating
from tests.collection.world import (
    BACKWARD,
    FORWARD,
    Clock,
    a_card,
    a_deck,
    check,
    finish,
    journal,
    simple_deck,
    state,
)
from tests.strategies import decks

PAGE = """\
Why do leaves turn yellow in autumn?

- The tree stops making chlorophyll, which had hidden the other colours.
- Carotenoids were there all summer and now show.
- A layer of cork cuts the leaf off from the branch.
"""

ANOTHER_PAGE = """\
Q: What is a delta?
A: land made of what a river carries to its mouth

Q: What is an oxbow lake?
A: a bend of a river that was cut off
"""


def write(folder: Path, text: str, name: str = "page.txt") -> Path:
    path = folder / name
    path.write_text(text)
    return path


@pytest.mark.parametrize("text", [PAGE, ANOTHER_PAGE])
def test_adding_a_page_twice_doubles_nothing(
    collection: Collection, tmp_path: Path, text: str
) -> None:
    page = write(tmp_path, text)
    first = collection.add(page)
    assert first.new > 0
    assert (first.updated, first.same) == (0, 0)
    before = [collection.deck(row.id) for row in collection.decks()]
    second = collection.add(page)
    assert (second.deck, second.new, second.updated) == (first.deck, 0, 0)
    assert second.same == first.new
    assert [collection.deck(row.id) for row in collection.decks()] == before
    assert collection.trash() == ()


def test_a_deck_comes_back_with_its_history_where_its_page_was_added_again(
    collection: Collection, tmp_path: Path
) -> None:
    page = write(tmp_path, ANOTHER_PAGE)
    old = collection.deck(collection.add(page).deck)
    finish(collection, collection.begin(), Rating.GOOD)
    before = state(collection)
    collection.delete(old.id)
    again = collection.add(page)
    assert again.new == len(old.cards)
    collection.bring_back("1")
    assert collection.deck(again.deck).cards == old.cards  # and none of them twice
    assert state(collection) == before
    check(collection)


def test_a_card_asked_meanwhile_is_not_thrown_out_by_what_comes_back(
    collection: Collection, tmp_path: Path
) -> None:
    page = write(tmp_path, ANOTHER_PAGE)
    old = collection.deck(collection.add(page).deck)
    collection.delete(old.id)
    again = collection.add(page)
    asked = finish(collection, collection.begin(), Rating.GOOD).answered[0].card
    collection.bring_back("1")
    cards = {card.id for card in collection.deck(again.deck).cards}
    assert cards == {asked, *(card.id for card in old.cards)}


def test_ids_that_are_taken_or_no_ids_are_replaced(collection: Collection) -> None:
    """A deck made by a program may be careless; every card of it is kept."""
    card = a_card(1)
    twice = replace(card, prompt="The same id, another question?")
    no_id = replace(a_card(2), id=CardId("not an id"))
    added = collection.add(Deck(DeckId("neither"), "Careless", (card, twice, no_id)))
    assert added.new == 3
    kept = collection.deck(added.deck).cards
    assert [one.prompt for one in kept] == [card.prompt, twice.prompt, no_id.prompt]
    ids = [one.id for one in kept] + [point.id for one in kept for point in one.points]
    assert len(set(ids)) == len(ids)
    assert all(map(is_id, ids))


@settings(
    max_examples=max(15, settings.default.max_examples // 8) if settings.default else 15,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(deck=decks().filter(lambda deck: bool(deck.cards)))
def test_any_deck_can_be_added_twice(collection: Collection, deck: Deck) -> None:
    """By its ids; and read back from its own text form it is the same deck again."""
    first = collection.add(deck)
    assert first.new == len(deck.cards)
    kept = collection.deck(first.deck)
    assert kept == deck
    again = collection.add(deck)
    assert (again.new, again.updated, again.same) == (0, 0, len(deck.cards))
    assert collection.deck(first.deck) == kept
    collection.delete(first.deck)
    assert collection.decks() == ()


def test_a_changed_point_is_updated_in_place_and_keeps_its_history(
    collection: Collection, tmp_path: Path, clock: Clock
) -> None:
    collection.add(write(tmp_path, ANOTHER_PAGE))
    before = collection.deck("1").cards[0]
    sitting = collection.begin()
    while sitting.exercise is not None:
        sitting = finish(collection, sitting, Rating.GOOD)
    schedules = state(collection)
    better = ANOTHER_PAGE.replace("carries to its mouth", "carries down to its mouth")
    added = collection.add(write(tmp_path, better))
    assert (added.new, added.updated, added.same) == (0, 1, 1)
    after = collection.deck("1").cards[0]
    assert after.id == before.id
    assert after.points[0].id == before.points[0].id
    assert "down to" in after.points[0].text
    assert state(collection) == schedules
    check(collection)


def test_the_earlier_wording_is_in_the_trash_and_comes_back_whole(
    collection: Collection, clock: Clock
) -> None:
    """Also where the edit added what the card had not, and took points out."""
    before = a_card(1, ["granite is cooled magma", "it has large crystals"])
    collection.add(a_deck(1, [before]))
    sitting = finish(collection, collection.begin(), Rating.GOOD)
    assert sitting.exercise is None
    history = state(collection)
    edited = replace(
        before,
        points=(
            replace(before.points[0], text="basalt"),
            a_card(2, ["it has large pores"]).points[0],
        ),
        hint="think of volcanoes",
        note="look this up",
        tags=("rocks",),
        wrong_options=("sandstone",),
        directions=(FORWARD, BACKWARD),
    )
    collection.change(edited)
    assert collection.deck("1").cards == (edited,)
    (thing,) = collection.trash()
    assert thing.kind == "wording"
    collection.bring_back(thing.id)
    assert collection.deck("1").cards == (before,)
    assert state(collection) == history
    (other,) = collection.trash()  # and now it is the other wording that waits there
    collection.bring_back("1")
    assert collection.deck("1").cards == (edited,)
    assert other.id != thing.id
    check(collection)


def test_changing_a_card_to_itself_changes_nothing(collection: Collection) -> None:
    collection.add(simple_deck(1))
    collection.change(collection.deck("1").cards[0])
    assert collection.trash() == ()


def test_changing_a_card_that_is_gone_is_not_found(collection: Collection) -> None:
    collection.add(simple_deck(2))
    card = collection.deck("1").cards[0]
    collection.delete("1", [1])
    with pytest.raises(NotFound):
        collection.change(card)


def test_a_hand_edited_export_changes_the_very_cards_it_names(
    collection: Collection, tmp_path: Path
) -> None:
    """The text format carries ids: prompt and points may both be rewritten, and order changed."""
    collection.add(simple_deck(3))
    before = collection.deck("1")
    path = collection.export("1", tmp_path / "deck.txt")
    text = path.read_text()
    for old, new in (("prompt 100", "quite another prompt"), ("point 1 of card 100", "and answer")):
        assert old in text
        text = text.replace(old, new)
    path.write_text(text)
    added = collection.add(path)
    assert (added.deck, added.new, added.updated, added.same) == (before.id, 0, 1, 2)
    after = collection.deck("1")
    assert [card.id for card in after.cards] == [card.id for card in before.cards]
    assert after.cards[0].prompt == "quite another prompt"
    assert [point.id for point in after.cards[0].points] == [
        point.id for point in before.cards[0].points
    ]


def test_points_that_moved_keep_their_ids_by_their_text() -> None:
    """A page without ids, its points in another order, one reworded and one new."""
    collection_deck = a_deck(1, [a_card(1, ["rain falls", "rivers run to the sea", "sun shines"])])
    other = a_card(9, ["sun shines", "snow melts", "rivers run down to the sea", "rain falls"])
    page = a_deck(2, [replace(other, prompt="prompt 1")], title="Deck 1")
    matched = _added(collection_deck, page)
    old = {point.text: point.id for point in collection_deck.cards[0].points}
    ids = {point.text: point.id for point in matched.points}
    assert ids["rain falls"] == old["rain falls"]
    assert ids["sun shines"] == old["sun shines"]
    assert ids["rivers run down to the sea"] == old["rivers run to the sea"]
    assert ids["snow melts"] not in old.values()


def _added(deck: Deck, page: Deck) -> Card:
    found = update_of(page.cards, [*map(Known, deck.cards)], {}, lambda: "new", Manner())
    (met,) = found.of(State.CHANGED)
    return met.merged


def test_two_cards_with_one_prompt_are_not_taken_for_each_other(collection: Collection) -> None:
    twins = [replace(a_card(n, [f"answer {n}"]), prompt="Name one.") for n in (1, 2)]
    collection.add(a_deck(1, twins))
    third = replace(a_card(3, ["answer 3"]), prompt="Name one.")
    added = collection.add(a_deck(2, [third], title="Deck 1"))
    assert (added.new, added.updated) == (1, 0)


def test_a_page_with_the_title_of_a_deck_goes_into_it(collection: Collection) -> None:
    first = collection.add(a_deck(1, [a_card(1)], title="Rivers"))
    second = collection.add(a_deck(2, [a_card(2)], title="Rivers"))
    assert second.deck == first.deck
    assert [card.prompt for card in collection.deck("Rivers").cards] == ["prompt 1", "prompt 2"]
    renamed = collection.add(a_deck(3, [a_card(3)]), title="Lakes")
    assert renamed.deck != first.deck
    assert collection.deck("Lakes").title == "Lakes"


def test_an_id_taken_by_another_card_is_given_anew(collection: Collection) -> None:
    """A page copied by hand, ids and all, and the prompts rewritten under new card ids."""
    collection.add(a_deck(1, [a_card(1)]))
    copy = replace(a_card(2), points=a_card(1).points, prompt="a copy")
    collection.add(a_deck(2, [copy]))
    (card,) = collection.deck("Deck 2").cards
    taken = {point.id for point in a_card(1).points}
    assert not taken & {point.id for point in card.points}
    assert [point.text for point in card.points] == [point.text for point in copy.points]


def test_nothing_is_saved_of_pages_one_of_which_has_no_card(collection: Collection) -> None:
    with pytest.raises(UsageError, match="no card"):
        collection.add_all([simple_deck(2, 1), a_deck(2, [])])
    assert collection.decks() == ()


def test_reading_saves_nothing(collection: Collection, tmp_path: Path) -> None:
    reading = collection.read(write(tmp_path, PAGE))
    assert len(reading.deck.cards) == 1
    assert collection.decks() == ()
    collection.add(reading)
    assert collection.decks()[0].points == 3


def test_a_backup_is_made_before_a_page_is_added_to_what_is_there(collection: Collection) -> None:
    collection.add(simple_deck(1, 1))
    assert collection.backups() == ()
    collection.add(simple_deck(1, 2))
    (backup,) = collection.backups()
    assert backup.why == "before-import"
    collection.restore("latest")
    assert [row.title for row in collection.decks()] == ["Deck 1"]


def test_deleted_cards_come_back_with_their_history_and_schedule(
    collection: Collection, clock: Clock
) -> None:
    collection.add(simple_deck(3))
    sitting = collection.begin()
    for _ in range(3):
        sitting = finish(collection, sitting, Rating.GOOD)
    before, deck = state(collection), collection.deck("1")
    thing = collection.delete("1", [2, 2])
    assert [card.id for card in collection.deck("1").cards] == [deck.cards[0].id, deck.cards[2].id]
    check(collection)
    clock.pass_by(days=5)
    assert len(collection.queue()) == 2
    added = collection.bring_back(thing.id)
    assert (added.new, added.updated) == (1, 0)
    assert state(collection) == before
    assert len(collection.queue()) == 3
    assert collection.trash() == ()
    check(collection)


def test_a_deleted_deck_comes_back_whole(collection: Collection, clock: Clock) -> None:
    deck = replace(simple_deck(4), question="What is it?", tags=("a", "b"), source="page 3")
    collection.add(deck)
    collection.add(simple_deck(2, 2))
    sitting = collection.begin("Deck 1")
    for rating in Rating:
        sitting = finish(collection, sitting, rating)
    before, events = state(collection), journal(collection)
    collection.delete("Deck 1")
    assert [row.title for row in collection.decks()] == ["Deck 2"]
    assert journal(collection) == events  # what was answered stays answered
    assert collection.trash()[0].kind == "deck"
    collection.bring_back("1")
    assert collection.deck("Deck 1") == deck
    assert state(collection) == before
    check(collection)


def test_what_is_not_in_the_trash_cannot_come_back(collection: Collection) -> None:
    with pytest.raises(NotFound, match="learnt trash"):
        collection.bring_back("1")


def test_a_card_number_that_is_none_is_not_found(collection: Collection) -> None:
    collection.add(simple_deck(2))
    for number in (0, 3, -1):
        with pytest.raises(NotFound, match="has no card"):
            collection.delete("1", [number])
    assert len(collection.deck("1").cards) == 2
    assert collection.cards_numbered("1", [2]) == [collection.deck("1").cards[1]]
    assert collection.cards_numbered("1", []) == list(collection.deck("1").cards)
