"""What every store must do with the sources of decks and what they said of cards."""

from dataclasses import replace

import pytest
from sqlalchemy import text

from learnt.clock import Instant
from learnt.ids import CardId
from learnt.store import BaseRow, SourceRow, Store, migrations
from learnt.store import store as store_module
from tests.store.values import NOW, a_card, a_deck, an_id

ONE, OTHER = (
    SourceRow(an_id(n), a_deck(1, []).id, f"page {n}", Instant(NOW + n)) for n in (71, 72)
)
CARDS = [a_card(1), a_card(2), a_card(3)]
FIRST, SECOND, THIRD = (card.id for card in CARDS)


def filled(store: Store) -> Store:
    """A deck of one source, of which the third card is the learner's own."""
    with store.writing() as transaction:
        transaction.decks.add(a_deck(1, []), NOW)
        transaction.bases.put_source(OTHER)
        transaction.bases.put_source(ONE)
        transaction.decks.append_cards(ONE.deck, CARDS, ONE.id, {THIRD})
    return store


class BaseConformance:
    """Part of the suite: `StoreConformance` has the fixtures and inherits the tests."""

    def test_a_source_says_what_the_cards_say_that_it_brought(self, store: Store) -> None:
        with filled(store).writing() as transaction:
            bases = transaction.bases
            assert bases.sources(ONE.deck) == (ONE, OTHER)
            renamed = replace(OTHER, name="page 3", at=Instant(NOW))
            bases.put_source(renamed)
            assert bases.sources(ONE.deck) == (renamed, ONE)
            assert set(bases.of_deck(ONE.deck)) == {
                BaseRow(FIRST, ONE.id, None),
                BaseRow(SECOND, ONE.id, None),
            }
            assert bases.of_cards([SECOND, THIRD]) == (BaseRow(SECOND, ONE.id, None),)
            assert bases.written_down(ONE.deck) == ()

    def test_what_a_card_said_is_kept_when_it_is_changed_or_goes(self, store: Store) -> None:
        with filled(store).writing() as transaction:
            bases, decks = transaction.bases, transaction.decks
            bases.keep([(FIRST, "1"), (THIRD, "3")])
            decks.replace_card(replace(CARDS[0], prompt="another"))
            bases.keep([(FIRST, "another")])  # no source says that
            bases.keep([(SECOND, "2")])
            decks.delete_cards([SECOND])
            assert bases.of_deck(ONE.deck) == (BaseRow(FIRST, ONE.id, "1"),)
            assert set(bases.written_down(ONE.deck)) == {
                BaseRow(FIRST, ONE.id, "1"),
                BaseRow(SECOND, ONE.id, "2"),
            }
            assert bases.written_down(a_deck(2, []).id) == ()

    def test_what_sources_say_now_takes_the_place_of_what_they_said(self, store: Store) -> None:
        with filled(store).writing() as transaction:
            bases = transaction.bases
            bases.put([BaseRow(FIRST, ONE.id, "other words"), BaseRow(FIRST, OTHER.id, "its own")])
            assert set(bases.of_cards([FIRST])) == {
                BaseRow(FIRST, ONE.id, "other words"),
                BaseRow(FIRST, OTHER.id, "its own"),
            }
            bases.put([BaseRow(FIRST, ONE.id, "just that")], {FIRST})
            assert set(bases.of_cards([FIRST])) == {
                BaseRow(FIRST, ONE.id, None),
                BaseRow(FIRST, OTHER.id, "its own"),
            }
            bases.put([BaseRow(FIRST, OTHER.id, "just that")], {FIRST})  # which one says already
            assert set(bases.of_cards([FIRST])) == {
                BaseRow(FIRST, ONE.id, None),
                BaseRow(FIRST, OTHER.id, "just that"),
            }
            bases.put([BaseRow(THIRD, OTHER.id, "just that")], {THIRD})
            assert bases.of_cards([THIRD]) == (BaseRow(THIRD, OTHER.id, None),)

    def test_what_a_source_says_no_more_is_forgotten(self, store: Store) -> None:
        with filled(store).writing() as transaction:
            bases = transaction.bases
            bases.put([BaseRow(one, OTHER.id, "words") for one in (FIRST, SECOND)])
            bases.forget([FIRST], ONE.id)
            assert bases.of_cards([FIRST]) == (BaseRow(FIRST, OTHER.id, "words"),)
            bases.forget([SECOND, CardId(an_id(9))])
            assert bases.of_cards([SECOND]) == ()

    def test_a_collection_of_before_has_cards_of_no_source(
        self, home: object, url: str | None, monkeypatch: pytest.MonkeyPatch, open_store: object
    ) -> None:
        with monkeypatch.context() as earlier:
            for module in (migrations, store_module):
                earlier.setattr(module, "MIGRATIONS", migrations.MIGRATIONS[:7])
            old = open_store()  # type: ignore[operator] # a fixture of the suite
            with old.writing() as transaction:
                transaction.connection.execute(
                    text(
                        "INSERT INTO deck (id, position, title, tags, at) VALUES (:id, 0, 'Old',"
                        " '[]', 1)"
                    ),
                    {"id": ONE.deck},
                )
                transaction.connection.execute(
                    text(
                        "INSERT INTO card (id, deck, position, prompt, ordered, directions,"
                        " wrong_options, tags, media, confidence, points)"
                        " VALUES (:id, :deck, 0, 'Why?', 0, 'forward', '[]', '[]', '[]', 1.0, 1)"
                    ),
                    {"id": FIRST, "deck": ONE.deck},
                )
        now = open_store()  # type: ignore[operator] # a fixture of the suite
        with now.writing() as transaction:
            assert transaction.bases.of_deck(ONE.deck) == ()
            assert transaction.bases.sources(ONE.deck) == ()
