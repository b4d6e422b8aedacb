"""Looking into a collection: decks in windows, one card, and what is due and new."""

from dataclasses import replace
from random import Random

import pytest

from learnt import Collection
from learnt.clock import day_end, day_start, study_day
from learnt.collection import CardWindow
from learnt.deck import Card
from learnt.errors import NotFound
from learnt.ids import DeckId, uuid7
from tests.collection.world import ATHENS, Clock, Life, a_card, a_deck, simple_deck


def test_a_deck_is_seen_in_windows(collection: Collection) -> None:
    deck = collection.add(simple_deck(7)).deck
    cards = collection.deck(deck).cards
    assert collection.cards_of(deck, 0, 3) == CardWindow(cards[:3], 0, 7)
    assert collection.cards_of(deck, 6, 3) == CardWindow(cards[6:], 6, 7)
    assert collection.cards_of(deck, -5, -1) == CardWindow((), 0, 7)
    assert collection.cards_of(deck, 0, 9, " PROMPT  103 ") == CardWindow(cards[3:4], 0, 1)
    assert collection.cards_of(deck, 0, 9, "point 2 of card 104").cards == cards[4:5]
    for everything in (None, "", "  "):
        assert collection.cards_of(deck, 0, 9, everything).total == 7
    assert collection.card(cards[2].id) == (collection.deck_head(deck), cards[2])
    assert collection.titles() == (collection.deck_head(deck),)


@pytest.mark.parametrize("gone", ["", "no id", "Deck 1", uuid7(1, 1)])
def test_what_is_asked_for_by_an_id_that_is_not_there_is_not_found(
    collection: Collection, gone: str
) -> None:
    collection.add(simple_deck(1))
    for verb in (
        lambda: collection.deck_head(gone),
        lambda: collection.cards_of(gone, 0, 5),
        lambda: collection.card(gone),
    ):
        with pytest.raises(NotFound, match="not in the collection any more"):
            verb()


def test_a_report_is_of_the_cards_asked_for(collection: Collection) -> None:
    collection.add(simple_deck(4))
    for _ in range(2):
        collection.ask()
        collection.answer()
    cards = collection.deck("1").cards
    reports = {report.card.id: report for report in collection.report(cards)}
    assert sorted(report.reviews for report in reports.values()) == [0, 0, 1, 1]
    for some in (cards[:1], cards[2:], cards[::-1], ()):
        assert collection.report(some) == [reports[card.id] for card in some]


@pytest.mark.parametrize("seed", range(6))
def test_due_and_new_are_as_counted_card_by_card(
    collection: Collection, clock: Clock, seed: int
) -> None:
    """After a learner has done anything at all, held against a plain definition."""
    life, chance = Life(collection, clock), Random(seed)
    for _ in range(4):
        for _ in range(25):
            life.step(chance)
        found = {row.id: (row.cards, row.points, row.due, row.new) for row in collection.decks()}
        assert found == _by_hand(collection)


def _by_hand(collection: Collection) -> dict[DeckId, tuple[int, int, int, int]]:
    now, me = collection.now(), collection.learner.id
    end, start = day_end(now, ATHENS), day_start(study_day(now, ATHENS), ATHENS)
    with collection.store.reading() as transaction:
        holds = transaction.journal.holds(me)
        schedules = transaction.caches.all_schedules(me)
        today = {
            one.card: one.direction for one in transaction.caches.asked_between(me, start, end)
        }

    def is_due(card: Card) -> bool:
        if holds.get(card.id, now) > now:
            return False
        due = {one.direction: one.due for one in schedules if one.card == card.id and one.due < end}
        if card.id in today:
            return today[card.id] in due and due[today[card.id]] <= now
        return bool(due)

    counted = {}
    for head in collection.titles():
        cards = collection.deck(head.id).cards
        seen = {one.card for one in schedules}
        counted[head.id] = (
            len(cards),
            sum(len(card.points) for card in cards),
            sum(map(is_due, cards)),
            sum(card.id not in seen for card in cards),
        )
    return counted


def test_an_empty_deck_is_a_deck(collection: Collection) -> None:
    collection.new_deck("Nothing yet")
    collection.add(a_deck(1, [a_card(1)]))
    rows = [(row.title, row.cards, row.points, row.due, row.new) for row in collection.decks()]
    assert rows == [("Nothing yet", 0, 0, 0, 0), ("Deck 1", 1, 2, 0, 1)]
    window = collection.cards_of(collection.decks()[0].id, 0, 5)
    assert window == replace(window, cards=(), total=0)
