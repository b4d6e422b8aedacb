"""Two programs that write to one collection at the same moment: all of each, one after the other."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from threading import Barrier, Thread

import pytest

from learnt import Collection
from learnt.deck import Point
from learnt.errors import NotFound, UsageError
from learnt.ids import PointId
from learnt.journal import Rating
from tests.collection.rivers import PAGE, add, card
from tests.collection.world import Clock, a_card, a_deck, an_id, check, finish

Two = tuple[Collection, Collection]
TIMES = 4


@pytest.fixture
def two(anywhere: Collection, clock: Clock) -> Iterator[Two]:
    with Collection.open(anywhere.home, database=anywhere.store.url, now=clock) as other:
        yield anywhere, other


def at_once(*acts: Callable[[], object]) -> list[Exception]:
    """Do these in threads of their own that begin together; what they raised."""
    gate, raised = Barrier(len(acts)), list[Exception]()

    def do(act: Callable[[], object]) -> None:
        gate.wait()
        try:
            act()
        except Exception as error:  # noqa: BLE001 - for the test to look at
            raised.append(error)

    threads = [Thread(target=do, args=(act,)) for act in acts]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    return raised


def test_the_same_page_is_one_deck(two: Two) -> None:
    one, other = two
    pages = [each.read_data(PAGE.encode(), "rivers.txt") for each in two]
    assert at_once(lambda: one.add(pages[0]), lambda: other.add(pages[1])) == []
    assert [(deck.title, deck.cards) for deck in one.decks()] == [("Rivers", 3)]


def test_decks_have_titles_of_their_own(two: Two) -> None:
    one, other = two
    raised = at_once(lambda: one.new_deck("Rivers"), lambda: other.new_deck("Rivers"))
    assert [type(error) for error in raised] == [UsageError]
    assert len(one.decks()) == 1


def test_an_edit_is_in_the_trash_or_comes_too_late(two: Two) -> None:
    one, other = two
    for turn in range(TIMES):
        add(one, PAGE)
        edited = replace(card(one, "What is a delta"), note=f"edit {turn}")
        raised = at_once(lambda: one.delete("Rivers"), lambda: other.change(edited))  # noqa: B023 - called within this turn
        kept = any(f"edit {turn}" in thing.content for thing in one.trash())
        assert [type(error) for error in raised] == ([] if kept else [NotFound])
        assert one.decks() == ()


def test_a_card_is_written_into_a_deck_that_is_there(two: Two) -> None:
    one, other = two
    for turn in range(TIMES):
        deck = one.new_deck(f"Deck {turn}")
        written = a_card(turn)
        raised = at_once(lambda: one.delete_deck(deck), lambda: other.add_card(deck, written))  # noqa: B023 - called within this turn
        kept = any(f"prompt {turn}" in thing.content for thing in one.trash())
        assert [type(error) for error in raised] == ([] if kept else [NotFound])


def test_a_thing_comes_back_once(two: Two) -> None:
    one, other = two
    add(one, PAGE)
    thing = one.delete("Rivers").id
    raised = at_once(lambda: one.bring_back(thing), lambda: other.bring_back(thing))
    assert [type(error) for error in raised] == [NotFound]
    assert [deck.cards for deck in one.decks()] == [3]


def test_an_answer_to_a_card_that_is_being_edited_is_folded_as_it_reads_then(two: Two) -> None:
    one, other = two
    for turn in range(TIMES):
        one.add(a_deck(turn, [a_card(turn)]))
        more = Point(PointId(an_id(900_000 + turn)), "one more")
        edited = replace(a_card(turn), points=(*a_card(turn).points, more))
        sitting = one.begin(f"Deck {turn}")
        raised = at_once(
            lambda: finish(one, sitting, Rating.GOOD),  # noqa: B023 - called within this turn
            lambda: other.change(edited),  # noqa: B023 - called within this turn
        )
        assert raised == []
    check(one)
