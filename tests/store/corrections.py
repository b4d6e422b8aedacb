"""What every store must do with what was said of the facts on cards."""

from collections.abc import Callable
from dataclasses import replace
from itertools import product

import pytest

from learnt.clock import Instant
from learnt.facts import Action, FactKind
from learnt.facts.comparing import Choice, Settlement, Side
from learnt.ids import CorrectionId, EventId
from learnt.journal import Undo
from learnt.store import Store, migrations
from learnt.store import store as store_module
from tests.store.values import (
    ME,
    NOW,
    YOU,
    a_card,
    a_correction,
    a_deck,
    a_review,
    an_id,
    append_in_the_fourth_format,
    deck_in_the_second_format,
    everything,
    learner_in_the_first_format,
)

DECK = a_deck(1, [a_card(1), a_card(2)])


def add_deck(store: Store) -> None:
    """The deck with the cards of which something is said here."""
    with store.writing() as transaction:
        transaction.decks.add(DECK, NOW)


class CorrectionConformance:
    """The part of the suite on corrections of facts."""

    def test_a_correction_comes_back_as_it_was(self, learned: Store) -> None:
        odd = {"name": "the “Entente”\n\\ ' \"", "role": "", "to": "λ 1¾"}
        made = [
            replace(a_correction(place, a_card(1), action=action, values=odd), kind=kind)
            for place, (action, kind) in enumerate(product(Action, FactKind))
        ]
        made.append(replace(a_correction(len(made), a_card(1), None), values={}))
        add_deck(learned)
        with learned.writing() as transaction:
            for one in made:
                assert transaction.corrections.add(ME.id, one, NOW)
        with learned.reading() as transaction:
            assert transaction.corrections.of_deck(ME.id, DECK.id) == tuple(made)
            for one in made:
                assert transaction.corrections.get(ME.id, one.id) == one
                assert transaction.corrections.get(YOU.id, one.id) is None

    def test_decisions_on_pairs_lie_beside_them_and_are_taken_back_alike(
        self, learned: Store
    ) -> None:
        cards = a_card(1), a_card(2)
        sides = [Side(one.id, one.points[0].id, "“λ”\n") for one in cards]
        made = [
            Settlement(
                CorrectionId(an_id(700 + place)),
                sides[0],
                sides[1],
                choice,
                sides[1].point if choice is Choice.RIGHT else None,
                "a 'note'",
            )
            for place, choice in enumerate(Choice)
        ]
        add_deck(learned)
        fact = a_correction(1, a_card(1))
        with learned.writing() as transaction:
            transaction.corrections.add(ME.id, fact, NOW)
            kept = transaction.settlements
            for place, one in enumerate(made):
                assert kept.add(ME.id, one, Instant(NOW + place))
                assert not kept.add(ME.id, one, NOW)
        with learned.writing() as transaction:
            kept = transaction.settlements
            assert kept.all(ME.id) == tuple(reversed(made))
            assert kept.all(YOU.id) == ()
            assert kept.get(ME.id, made[0].id) == made[0]
            assert kept.get(YOU.id, made[0].id) is None
            assert kept.get(ME.id, fact.id) is None
            assert transaction.corrections.get(ME.id, made[0].id) is None
            assert transaction.corrections.of_deck(ME.id, DECK.id) == (fact,)
            assert not transaction.corrections.take_back(
                ME.id, made[0].id, EventId(an_id(801)), NOW
            )
            assert kept.take_back(ME.id, made[0].id, EventId(an_id(802)), NOW)
            assert not kept.take_back(ME.id, made[0].id, EventId(an_id(803)), NOW)
            assert kept.all(ME.id) == tuple(reversed(made[1:]))

    def test_corrections_are_one_learners_in_the_order_they_were_made(self, learned: Store) -> None:
        late, early = a_correction(1, a_card(1)), a_correction(2, a_card(2))
        add_deck(learned)
        with learned.writing() as transaction:
            kept = transaction.corrections
            kept.add(ME.id, late, Instant(NOW + 5))
            kept.add(ME.id, early, NOW)
            kept.add(YOU.id, a_correction(3, a_card(1)), NOW)
            kept.add(ME.id, a_correction(4, a_card(9)), NOW)
            assert kept.of_deck(ME.id, DECK.id) == (early, late)

    def test_those_of_a_deck_are_those_of_the_cards_that_are_in_it(self, learned: Store) -> None:
        """A correction outlives its card, goes where it goes, and counts when it comes back."""
        cards = [a_card(1), a_card(2)]
        made = tuple(a_correction(number, a_card(number)) for number in (1, 2, 3))
        deck = a_deck(1, cards)
        with learned.writing() as transaction:
            transaction.decks.add(deck, NOW)
            transaction.decks.add(a_deck(2, []), NOW)
            for one in made:
                transaction.corrections.add(ME.id, one, NOW)
            assert transaction.corrections.of_deck(ME.id, deck.id) == made[:2]
            transaction.decks.delete_cards([a_card(1).id])
            assert transaction.corrections.of_deck(ME.id, deck.id) == made[1:2]
            transaction.decks.append_cards(a_deck(2, []).id, [a_card(1)])
            assert transaction.corrections.of_deck(ME.id, a_deck(2, []).id) == made[:1]
            assert transaction.corrections.of_deck(YOU.id, deck.id) == ()

    def test_a_correction_is_written_once_and_never_written_over(self, learned: Store) -> None:
        one = a_correction(1, a_card(1))
        with learned.writing() as transaction:
            assert transaction.corrections.add(ME.id, one, NOW) is True
        before = everything(learned)
        with learned.writing() as transaction:
            for again in (one, replace(one, quote="another"), replace(one, values={})):
                assert transaction.corrections.add(ME.id, again, Instant(NOW + 1)) is False
        assert everything(learned) == before

    def test_what_is_taken_back_counts_no_more_and_is_still_there(self, learned: Store) -> None:
        one, other = a_correction(1, a_card(1)), a_correction(2, a_card(1))
        undos = [EventId(an_id(820_000_000 + number)) for number in range(4)]
        add_deck(learned)
        with learned.writing() as transaction:
            kept = transaction.corrections
            for each in (one, other):
                kept.add(ME.id, each, NOW)
            assert kept.take_back(YOU.id, one.id, undos[0], NOW) is False
            assert kept.take_back(ME.id, one.id, undos[1], NOW) is True
            assert kept.take_back(ME.id, one.id, undos[2], NOW) is False
            assert kept.take_back(ME.id, CorrectionId(an_id(5)), undos[3], NOW) is False
            assert kept.of_deck(ME.id, DECK.id) == (other,)
            assert kept.add(ME.id, one, NOW) is False
            assert kept.get(ME.id, one.id) == one

    def test_taking_one_back_leaves_every_answer_as_it_is(self, learned: Store) -> None:
        """The undo stands in the journal, and there it takes nothing back."""
        review, one = a_review(1, a_card(1)), a_correction(1, a_card(1))
        undo = Undo(EventId(an_id(820_000_001)), ME.id, EventId(one.id), NOW)
        with learned.writing() as transaction:
            transaction.journal.append(review)
            transaction.corrections.add(ME.id, one, NOW)
            assert transaction.corrections.take_back(ME.id, one.id, undo.id, NOW)
            journal = transaction.journal
            assert journal.reviews(ME.id) == (review,)
            assert journal.last_standing(ME.id) == review
            assert journal.standing(EventId(one.id)) is None
            assert set(journal.events()) == {review, undo}
            assert journal.append(undo) is False

    def test_an_undo_from_another_device_may_come_before_the_correction(
        self, learned: Store
    ) -> None:
        one = a_correction(1, a_card(1))
        add_deck(learned)
        undo = Undo(EventId(an_id(820_000_001)), ME.id, EventId(one.id), NOW)
        with learned.writing() as transaction:
            transaction.journal.append(undo)
            transaction.corrections.add(ME.id, one, NOW)
            assert transaction.corrections.of_deck(ME.id, DECK.id) == ()

    def test_a_collection_of_the_third_format_gets_a_place_for_corrections(
        self, open_store: Callable[..., Store], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with monkeypatch.context() as earlier:
            for module in (migrations, store_module):
                earlier.setattr(module, "MIGRATIONS", migrations.MIGRATIONS[:3])
            with open_store().writing() as transaction:
                learner_in_the_first_format(transaction.connection, ME, NOW)
                deck_in_the_second_format(transaction.connection, DECK, NOW)
                append_in_the_fourth_format(transaction.connection, a_review(1, a_card(1)))
        one = a_correction(1, a_card(1))
        with open_store().writing() as transaction:
            assert transaction.journal.reviews(ME.id) == (a_review(1, a_card(1)),)
            assert transaction.corrections.add(ME.id, one, NOW)
            assert transaction.corrections.of_deck(ME.id, DECK.id) == (one,)
