"""What every store must do with drafts, with parts of decks and with the order of cards."""

import json
from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest
from sqlalchemy import text

from learnt.clock import Instant
from learnt.deck import Card, Point
from learnt.deck.tidy import same_text
from learnt.ids import CardId, DeckId, DraftId, PointId
from learnt.plan import Settings
from learnt.store import CardWindow, DeckHead, DraftHead, DraftRow, Store, migrations
from learnt.store import store as store_module
from tests.store.values import ME, NOW, YOU, a_card, a_deck, an_id, learner_in_the_first_format
from tests.strategies import MARKS

TEXTS = [
    "Rain falls", "100% of it", "100 of it", "under_score", "underXscore", "A slash / here",
    "back\\slash", "Ελλάδα", "STRASSE", "naïve", "two  spaces\nand lines", "it's \"quoted\"",
]  # fmt: skip
NEEDLES = [
    "rain",
    "RAIN",
    "100%",
    "r_s",
    "/",
    "\\",
    "ΕΛΛ",
    "ελλάδα",
    "ïV",
    "it's",
    '"q',
    "zzz",
    "a",
]


def a_draft(number: int, at: int = NOW, title: str = "A page", cards: int = 2) -> DraftRow:
    head = DraftHead(DraftId(an_id(900_000_000 + number)), title, cards, Instant(at))
    return DraftRow(head, f'{{"read": {number}}}', '{"edited": "\\u0000"}')


def said(number: int, prompt: str | None, *texts: str) -> Card:
    ids = (PointId(an_id(1000 * number + place)) for place in range(1, len(texts) + 1))
    points = tuple(Point(own, words) for own, words in zip(ids, texts, strict=True))
    return Card(CardId(an_id(1000 * number)), prompt, points)


_OLD_DECK = "INSERT INTO deck (id, position, title, tags, at) VALUES (:id, 0, 'Old', '[]', 1)"
_OLD_CARD = (
    "INSERT INTO card (id, deck, position, prompt, ordered, directions, wrong_options, tags, media,"
    " confidence) VALUES (:id, :deck, 0, 'Why?', 0, 'forward', '[]', '[]', '[]', 1.0)"
)
_OLD_POINT = (
    "INSERT INTO point (id, card, position, text, accepted, refused, weight)"
    " VALUES (:id, :card, 0, 'because', '[]', '[]', 1.0)"
)


class ShelfConformance:
    """Part of the suite: `StoreConformance` has the fixtures and inherits the tests."""

    # drafts

    def test_drafts_come_back_the_latest_first_to_the_learner_they_are_of(
        self, learned: Store
    ) -> None:
        rows = [a_draft(number, NOW + number // 2, f"Page {number}") for number in range(1, 6)]
        with learned.writing() as transaction:
            for row in rows:
                transaction.drafts.put(ME.id, row)
            transaction.drafts.put(YOU.id, a_draft(9))
        with learned.reading() as transaction:
            drafts = transaction.drafts
            assert drafts.list(ME.id) == tuple(row.head for row in reversed(rows))
            assert drafts.list(YOU.id) == (a_draft(9).head,)
            assert drafts.get(ME.id, rows[2].head.id) == rows[2]
            assert drafts.get(ME.id, a_draft(9).head.id) is None
            assert drafts.get(ME.id, a_draft(77).head.id) is None

    def test_a_draft_is_written_over_the_one_with_its_id_and_taken_out(
        self, learned: Store
    ) -> None:
        first, other = a_draft(1), a_draft(2)
        after = DraftRow(replace(first.head, title="B", cards=0, at=Instant(NOW + 9)), "[]", "{}")
        with learned.writing() as transaction:
            for row in (first, other, after):
                transaction.drafts.put(ME.id, row)
            assert transaction.drafts.get(ME.id, first.head.id, lock=True) == after
            transaction.drafts.remove(other.head.id)
        with learned.reading() as transaction:
            assert transaction.drafts.list(ME.id) == (after.head,)

    # parts of decks

    def test_a_window_shows_a_part_of_a_deck_in_its_order(self, store: Store) -> None:
        deck = a_deck(1, [a_card(number, 1 + number % 3) for number in range(1, 31)])
        other = a_deck(2, [a_card(50)])
        with store.writing() as transaction:
            for one in (other, deck, a_deck(3, [])):
                transaction.decks.add(one, NOW)
        with store.reading() as transaction:
            windows = transaction.windows
            for start, count in ((0, 10), (7, 5), (25, 10), (30, 5), (99, 5), (0, 0), (0, 999)):
                expected = CardWindow(deck.cards[start : start + count], start, 30)
                assert windows.cards(deck.id, start, count) == expected
            assert windows.cards(a_deck(3, []).id, 0, 5) == CardWindow((), 0, 0)
            assert windows.head(deck.id) == DeckHead(deck.id, "Deck 1", None, 30)
            assert windows.head(DeckId(an_id(4))) is None
            assert [(head.title, head.cards) for head in windows.heads()] == [
                ("Deck 2", 1),
                ("Deck 1", 30),
                ("Deck 3", 0),
            ]

    def test_a_search_finds_prompts_and_points_whatever_their_case_and_signs(
        self, store: Store
    ) -> None:
        cards = [said(2 * n + 1, text, "plain", "other") for n, text in enumerate(TEXTS)]
        cards += [said(2 * n + 2, None, "bare", text) for n, text in enumerate(TEXTS)]
        with store.writing() as transaction:
            transaction.decks.add(a_deck(1, cards), NOW)
            other = [said(99 + n, needle, "in another deck") for n, needle in enumerate(NEEDLES)]
            transaction.decks.add(a_deck(2, other), NOW)
        with store.reading() as transaction:
            for needle in NEEDLES:
                expected = tuple(card for card in cards if _holds(card, needle))
                assert bool(expected) == (needle != "zzz")
                found = transaction.windows.cards(a_deck(1, []).id, 0, 99, needle)
                assert found == CardWindow(expected, 0, len(expected))
                second = transaction.windows.cards(a_deck(1, []).id, 1, 1, needle)
                assert second == CardWindow(expected[1:2], 1, len(expected))

    def test_any_sign_can_be_searched_for(self, store: Store) -> None:
        marks = sorted({mark.strip() for mark in MARKS} - {"", "\x00"})
        cards = [said(place, f"before{mark}after", "no") for place, mark in enumerate(marks, 1)]
        deck = a_deck(1, [*cards, said(len(cards) + 1, "without", "it")])
        with store.writing() as transaction:
            transaction.decks.add(deck, NOW)
            for card, mark in zip(cards, marks, strict=True):
                found = transaction.windows.cards(deck.id, 0, 200, mark)
                assert card in found.cards or mark not in str(card.prompt)
                assert deck.cards[-1] not in found.cards

    def test_a_deck_counts_its_cards_and_points_whatever_became_of_them(self, store: Store) -> None:
        """The number of a card's points is kept beside it, so that counting is quick."""
        deck = a_deck(1, [a_card(1, 3), a_card(2, 1), a_card(3, 2)])
        with store.writing() as transaction:
            decks = transaction.decks
            decks.add(deck, NOW)
            decks.add(a_deck(2, []), NOW)
            assert [(row.cards, row.points) for row in decks.list()] == [(3, 6), (0, 0)]
            decks.replace_card(replace(a_card(1, 3), points=a_card(1, 3).points[:1]))
            decks.delete_cards([a_card(3).id])
            decks.append_cards(a_deck(2, []).id, [a_card(4, 4)])
            assert [(row.cards, row.points) for row in decks.list()] == [(2, 2), (1, 4)]

    def test_a_collection_of_the_first_format_gets_its_points_counted(
        self, open_store: Callable[..., Store], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with monkeypatch.context() as earlier:
            for module in (migrations, store_module):
                earlier.setattr(module, "MIGRATIONS", migrations.MIGRATIONS[:1])
            with open_store().writing() as transaction:
                for statement, row in (
                    (_OLD_DECK, {"id": an_id(1)}),
                    (_OLD_CARD, {"id": an_id(2), "deck": an_id(1)}),
                    *((_OLD_POINT, {"id": an_id(n), "card": an_id(2)}) for n in (3, 4, 5)),
                ):
                    transaction.connection.execute(text(statement), row)
        with open_store().reading() as transaction:
            assert [(row.cards, row.points) for row in transaction.decks.list()] == [(1, 3)]
            (card,) = transaction.windows.cards(DeckId(an_id(1)), 0, 5).cards
            assert len(card.points) == 3

    # shapes of pages

    def test_what_was_said_of_a_shape_comes_back_to_the_learner_who_said_it(
        self, learned: Store
    ) -> None:
        with learned.writing() as transaction:
            shapes = transaction.shapes
            shapes.put(ME.id, "a|tab", "[1]", NOW)
            shapes.put(ME.id, "b|\N{DOUBLE PRIME}", "[2]", NOW)
            shapes.put(ME.id, "a|tab", "[3]", Instant(NOW + 1))
            shapes.put(YOU.id, "a|tab", "[4]", NOW)
        with learned.writing() as transaction:
            shapes = transaction.shapes
            assert shapes.get(ME.id, "a|tab") == "[3]"
            assert shapes.get(ME.id, "b|\N{DOUBLE PRIME}") == "[2]"
            assert shapes.get(ME.id, "a") is None
            shapes.forget(ME.id, "a|tab")
            shapes.forget(ME.id, "never there")
            assert shapes.get(ME.id, "a|tab") is None
            assert shapes.get(YOU.id, "a|tab") == "[4]"

    def test_a_collection_of_the_second_format_keeps_its_drafts(
        self, open_store: Callable[..., Store], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        row = a_draft(1)
        with monkeypatch.context() as earlier:
            for module in (migrations, store_module):
                earlier.setattr(module, "MIGRATIONS", migrations.MIGRATIONS[:2])
            with open_store().writing() as transaction:
                learner_in_the_first_format(transaction.connection, ME, NOW)
                transaction.drafts.put(ME.id, row)
        with open_store().writing() as transaction:
            assert transaction.drafts.get(ME.id, row.head.id) == row
            assert transaction.shapes.get(ME.id, "a") is None
            transaction.shapes.put(ME.id, "a", "[]", NOW)
            assert transaction.shapes.get(ME.id, "a") == "[]"

    # settings of another version

    def test_settings_of_an_earlier_and_of_a_later_version_are_read(self, learned: Store) -> None:
        """What is missing has its default; what is not known is left where it is."""
        written = {"time_zone": "Asia/Tokyo", "new_a_day": 7, "voice": {"rate": 1.5}}
        change = text("UPDATE learner SET settings = :settings")
        with learned.writing() as transaction:
            transaction.connection.execute(change, {"settings": json.dumps(written)})
            learners = transaction.learners
            read = Settings(time_zone="Asia/Tokyo", new_a_day=7)
            assert learners.get(ME.id).settings == read
            assert [one.settings for one in learners.list()] == [read, read]
            learners.set(ME.id, replace(read, theme="dark"))
        with learned.reading() as transaction:
            assert transaction.learners.get(ME.id).settings == replace(read, theme="dark")
            found = transaction.connection.scalar(
                text("SELECT settings FROM learner WHERE name = 'me'")
            )
        assert json.loads(str(found))["voice"] == {"rate": 1.5}

    # the order of cards

    @pytest.mark.parametrize("seed", range(8))
    def test_cards_stand_where_they_were_put(self, store: Store, seed: int) -> None:
        """Any number of insertions and moves, held against lists."""
        chance = Random(seed)
        shelves = {a_deck(n, []).id: [] for n in (1, 2)}  # type: dict[DeckId, list[CardId]]
        with store.writing() as transaction:
            for n in (1, 2):
                transaction.decks.add(a_deck(n, []), NOW)
        for number in range(1, 40):
            deck = chance.choice(list(shelves))
            with store.writing() as transaction:
                places = transaction.places
                chosen = [card for cards in shelves.values() for card in cards]
                moved = chance.sample(chosen, min(len(chosen), chance.randint(1, 4)))
                adds = not moved or chance.random() < 0.5
                here = [card for card in shelves[deck] if adds or card not in moved]
                before = chance.choice([None, *here])
                place = None if before is None else places.of([before])[before][1]
                first = places.room(deck, 1 if adds else len(moved), place)
                at = len(here) if before is None else here.index(before)
                if adds:
                    card = a_card(number, 1)
                    transaction.decks.insert_cards(deck, [card], first)
                    shelves[deck] = [*here[:at], card.id, *here[at:]]
                else:
                    places.move(moved, deck, first)
                    for one, cards in shelves.items():
                        shelves[one] = [card for card in cards if card not in moved]
                    shelves[deck] = [*here[:at], *moved, *here[at:]]
        with store.reading() as transaction:
            for one, expected in shelves.items():
                found = transaction.decks.load(one)
                assert found is not None
                assert [card.id for card in found.cards] == expected
                homes = transaction.places.of(expected)
                assert {home for home, _ in homes.values()} <= {one}
                assert len({place for _, place in homes.values()}) == len(expected)

    def test_many_cards_before_one_card_keep_their_order(self, store: Store) -> None:
        """Room is made for many at a time, and again when it is used up."""
        first, last = a_card(1, 1), a_card(2, 1)
        deck = a_deck(1, [first, last])
        added = [a_card(number, 1) for number in range(3, 60)]
        with store.writing() as transaction:
            transaction.decks.add(deck, NOW)
            for start in range(0, len(added), 19):
                block = added[start : start + 19]
                place = transaction.places.of([last.id])[last.id][1]
                room = transaction.places.room(deck.id, len(block), place)
                transaction.decks.insert_cards(deck.id, block, room)
            found = transaction.decks.load(deck.id)
        assert found is not None
        assert found.cards == (first, *added, last)

    def test_a_deck_is_renamed_and_looked_at_without_its_cards(self, store: Store) -> None:
        deck = replace(a_deck(1, [a_card(1)]), tags=("one", "two"), source="page.txt")
        with store.writing() as transaction:
            assert transaction.decks.is_empty()
            transaction.decks.add(deck, NOW)
            transaction.decks.rename(deck.id, "Other", "Why?")
            assert not transaction.decks.is_empty()
            bare = replace(deck, cards=(), title="Other", question="Why?")
            assert transaction.decks.bare(deck.id) == bare
            assert transaction.decks.bare(DeckId(an_id(5))) is None


def _holds(card: Card, needle: str) -> bool:
    texts = [card.prompt or "", *(point.text for point in card.points)]
    return any(same_text(needle) in same_text(text) for text in texts)
