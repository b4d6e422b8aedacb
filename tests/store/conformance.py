"""What every store must do, whichever database keeps its rows."""

import os
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, inspect, text

from learnt.clock import DAY_MS, Instant, StudyDay
from learnt.deck import Card, Deck, Direction
from learnt.errors import NotFound, StoreBusy, StoreDamaged, StoreTooNew, UsageError
from learnt.ids import CardId, DeckId, EventId, LearnerId, PointId, uuid7
from learnt.journal import (
    Asked,
    DayDone,
    Event,
    Hold,
    Undo,
    held_until,
    last_to_undo,
    merge,
    wordings_of,
)
from learnt.journal import Review as ReviewEvent
from learnt.journal import reviews as standing_reviews
from learnt.memory import MemoryState, PointMemory
from learnt.plan import Settings
from learnt.store import Store, Transaction, Trashed, connect, migrations
from learnt.store import backup as backup_module
from learnt.store import store as store_module
from learnt.store.schema import metadata
from tests.journal.strategies import CARDS, POINTS, START, histories, journals
from tests.store.bases import BaseConformance
from tests.store.briefs import BriefConformance
from tests.store.corrections import CorrectionConformance
from tests.store.models import ModelConformance
from tests.store.pictures import MediaConformance
from tests.store.shelves import ShelfConformance
from tests.store.values import (
    BACKWARD,
    FORWARD,
    ME,
    NOW,
    YOU,
    a_card,
    a_deck,
    a_review,
    a_schedule,
    an_id,
    everything,
    fill,
)
from tests.store.wordings import WordingConformance
from tests.strategies import cards, decks

OpenStore = Callable[..., Store]
Campaign = Callable[[int, int], int]

on_a_store = settings(
    max_examples=max(20, settings.default.max_examples // 4) if settings.default else 25,
    deadline=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,  # each example takes away what it added
        HealthCheck.differing_executors,  # the suite runs on each database
        HealthCheck.too_slow,
    ],
)
_learners = count(1)
KEPT = ["review", "outcome", "history", "hold", "known", "undo", "correction", "parameters"]


class StoreConformance(
    BaseConformance,
    BriefConformance,
    CorrectionConformance,
    MediaConformance,
    ModelConformance,
    ShelfConformance,
    WordingConformance,
):
    """The suite; each database gives the fixture `url` and inherits the tests."""

    @pytest.fixture
    def url(self) -> str | None:
        raise NotImplementedError

    @pytest.fixture
    def home(self, tmp_path: Path) -> Path:
        return tmp_path / "home"

    @pytest.fixture
    def open_store(self, home: Path, url: str | None) -> Iterator[OpenStore]:
        opened: list[Store] = []

        def open_it(now: Instant = NOW) -> Store:
            opened.append(Store.open(home, url, now))
            return opened[-1]

        yield open_it
        for store in opened:
            store.close()

    @pytest.fixture
    def store(self, open_store: OpenStore) -> Store:
        return open_store()

    @pytest.fixture
    def learned(self, store: Store) -> Store:
        """A store that knows two learners."""
        with store.writing() as transaction:
            transaction.learners.add(ME, NOW)
            transaction.learners.add(YOU, Instant(NOW + 1))
        return store

    # decks

    @on_a_store
    @given(deck=decks())
    def test_a_deck_comes_back_as_it_was(self, store: Store, deck: Deck) -> None:
        with store.writing() as transaction:
            transaction.decks.add(deck, NOW)
        with store.reading() as transaction:
            assert transaction.decks.load(deck.id) == deck
            assert transaction.decks.exists(deck.id)
            assert transaction.decks.with_title(deck.title) == (deck.id,)
            known = transaction.decks.cards(card.id for card in deck.cards)
            assert known == {card.id: card for card in deck.cards}
            (row,) = transaction.decks.list()
            points = sum(len(card.points) for card in deck.cards)
            assert (row.title, row.question, row.cards, row.points) == (
                deck.title,
                deck.question,
                len(deck.cards),
                points,
            )
            for card in deck.cards:
                head = Deck(deck.id, deck.title, question=deck.question)
                assert transaction.decks.card(card.id) == (head, card)
                assert transaction.decks.home_of(card.id) == deck.id
                owners = transaction.decks.owners(point.id for point in card.points)
                assert owners == {point.id: card.id for point in card.points}
        with store.writing() as transaction:
            transaction.decks.delete(deck.id)
        with store.reading() as transaction:
            assert transaction.decks.load(deck.id) is None
            assert transaction.decks.list() == ()

    @on_a_store
    @given(before=cards(), after=cards(), data=st.data())
    def test_a_card_written_over_another_is_the_new_one(
        self, store: Store, before: Card, after: Card, data: st.DataObject
    ) -> None:
        """Points that stay keep their rows, others go, new ones come, in any order."""
        numbers = count(1)
        old = [PointId(an_id(next(numbers))) for _ in before.points]
        pool = [*old, *(PointId(an_id(next(numbers))) for _ in after.points)]
        kept = data.draw(st.permutations(pool))[: len(after.points)]
        before = _under(before, old)
        after = _under(after, kept)
        deck = a_deck(1, [before, a_card(7)])
        with store.writing() as transaction:
            transaction.decks.add(deck, NOW)
        with store.writing() as transaction:
            transaction.decks.replace_card(after)
        with store.writing() as transaction:
            assert transaction.decks.load(deck.id) == replace(deck, cards=(after, a_card(7)))
            transaction.decks.delete(deck.id)

    def test_decks_keep_the_order_in_which_they_were_added(self, store: Store) -> None:
        numbers = [5, 2, 9, 1]
        for number in numbers:
            with store.writing() as transaction:
                transaction.decks.add(a_deck(number, [a_card(number)]), NOW)
        with store.writing() as transaction:
            assert [row.title for row in transaction.decks.list()] == [f"Deck {n}" for n in numbers]
            transaction.decks.delete(a_deck(2, []).id)
            transaction.decks.append_cards(a_deck(9, []).id, [a_card(3), a_card(4)])
        with store.reading() as transaction:
            assert [row.cards for row in transaction.decks.list()] == [1, 3, 1]
            found = transaction.decks.load(a_deck(9, []).id)
            assert found is not None
            assert found.cards == (a_card(9), a_card(3), a_card(4))

    def test_cards_can_be_taken_out_alone(self, store: Store) -> None:
        deck = a_deck(1, [a_card(1), a_card(2), a_card(3)])
        with store.writing() as transaction:
            transaction.decks.add(deck, NOW)
            transaction.decks.delete_cards([a_card(1).id, a_card(3).id])
        with store.reading() as transaction:
            assert transaction.decks.load(deck.id) == replace(deck, cards=(a_card(2),))
            assert transaction.decks.card(a_card(1).id) is None
            assert transaction.decks.owners([a_card(1).points[0].id]) == {}

    def test_thousands_of_ids_in_one_question(self, store: Store) -> None:
        """More than one statement's worth of ids are asked for in pieces."""
        deck = a_deck(1, [a_card(number, 1) for number in range(1, 1203)])
        with store.writing() as transaction:
            transaction.decks.add(deck, NOW)
            ids = [card.id for card in deck.cards]
            assert len(transaction.decks.cards(ids)) == 1202
            assert len(transaction.decks.owners(card.points[0].id for card in deck.cards)) == 1202
            transaction.decks.delete_cards(ids)
            assert transaction.decks.load(deck.id) == replace(deck, cards=())

    def test_the_texts_of_a_deck_come_card_by_card_in_its_order(self, store: Store) -> None:
        deck = a_deck(7, [a_card(number, 1 + number % 3) for number in (9, 3, 4, 8)])
        with store.writing() as transaction:
            transaction.decks.add(deck, NOW)
            transaction.decks.add(a_deck(1, [a_card(1)]), NOW)
        with store.reading() as transaction:
            assert list(transaction.decks.texts(deck.id)) == [
                (card.id, card.prompt, tuple(point.text for point in card.points))
                for card in deck.cards
            ]

    def test_ids_before_and_after_those_that_are_there(self, store: Store) -> None:
        cards = [a_card(number) for number in (10, 20)]
        points = {point.id: card.id for card in cards for point in card.points}
        others = [PointId(an_id(number)) for number in (1, 999_999)]
        with store.reading() as transaction:
            assert transaction.decks.owners(points) == {}
        with store.writing() as transaction:
            transaction.decks.add(a_deck(1, cards), NOW)
            assert transaction.decks.owners([*others, *points]) == points
            wanted = [CardId(an_id(1)), cards[1].id, CardId(an_id(999_999)), cards[0].id]
            assert transaction.decks.cards(wanted) == {card.id: card for card in cards}
            assert transaction.journal.cards_reviewed(wanted) == frozenset()

    def test_statements_that_begin_alike_are_found_whatever_their_case_and_signs(
        self, store: Store
    ) -> None:
        texts = ["100% of it", "100 of it", "100% is all", "under_score", "underXscore", "Rain"]
        statements = [
            Card(
                CardId(an_id(place)),
                None,
                (replace(a_card(place).points[0], text=text),),
            )
            for place, text in enumerate(texts, start=1)
        ]
        asked = replace(a_card(50), points=(replace(a_card(50).points[0], text="rain"),))
        with store.writing() as transaction:
            transaction.decks.add(a_deck(1, [*statements, asked]), NOW)
            like = transaction.decks.statements_like
            deck, one = a_deck(1, []).id, statements[0].id
            assert like(deck, one, "100%") == ("100% is all",)
            assert like(deck, one, "under_") == ("under_score",)
            assert like(deck, one, "rAIN") == ("Rain",)  # the card with a prompt is no statement
            assert like(a_deck(2, []).id, one, "Rain") == ()

    def test_a_card_without_a_deck_is_refused(self, store: Store) -> None:
        with pytest.raises(Exception, match=r"(?i)foreign key"), store.writing() as transaction:
            transaction.decks.append_cards(DeckId(an_id(1)), [a_card(1)])

    def test_a_failed_transaction_leaves_nothing_behind(self, store: Store) -> None:
        before = everything(store)
        with pytest.raises(KeyError), store.writing() as transaction:
            _add_and_fail(transaction)
        assert everything(store) == before

    # the trash

    def test_the_trash_gives_back_what_was_put_in_the_latest_first(self, store: Store) -> None:
        things = [
            Trashed(
                an_id(number), "cards", f"T {number} \u2013 Ω", Instant(NOW + number // 2), "{}"
            )
            for number in range(1, 6)
        ]
        with store.writing() as transaction:
            for thing in things:
                transaction.trash.put(thing)
            assert transaction.trash.list() == tuple(reversed(things))
            transaction.trash.remove(things[2].id)
        with store.reading() as transaction:
            assert things[2] not in transaction.trash.list()
            assert len(transaction.trash.list()) == 4

    # the journal

    @on_a_store
    @given(data=st.data())
    def test_the_journal_says_what_the_fold_over_its_events_says(
        self, learned: Store, data: st.DataObject
    ) -> None:
        """In any order of arrival, with repeats, and with undos that came first."""
        store, number = learned, next(_learners)
        learner = replace(ME, id=LearnerId(uuid7(number, 0)))
        journal = data.draw(journals(learner.id, lambda place: uuid7(number, place)))
        arrival = data.draw(st.permutations([*journal, *journal[::2]]))
        with store.writing() as transaction:
            transaction.learners.add(learner, NOW)
            others = {
                event for event in transaction.journal.events() if event.learner != learner.id
            }
            arrived: set[EventId] = set()
            for event in arrival:
                assert transaction.journal.append(event) == (event.id not in arrived)
                arrived.add(event.id)
        with store.reading() as transaction:
            kept = transaction.journal
            assert merge(event for event in kept.events() if event not in others) == merge(journal)
            assert kept.reviews(learner.id) == standing_reviews(journal)
            assert kept.holds(learner.id) == held_until(journal)
            assert kept.last_standing(learner.id) == last_to_undo(journal)
            assert kept.wordings(learner.id, POINTS) == wordings_of(journal)
            for card in CARDS:
                expected = tuple(one for one in standing_reviews(journal) if one.card == card)
                assert kept.reviews_of(learner.id, card) == expected
            reviewed = {event.card for event in journal if isinstance(event, ReviewEvent)}
            assert reviewed <= kept.cards_reviewed(CARDS)
            for event in journal:
                found = event if isinstance(event, ReviewEvent) else None
                assert kept.review(event.id) == found

    @on_a_store
    @given(data=st.data())
    def test_a_history_is_kept_like_the_reviews_it_stands_for(
        self, learned: Store, data: st.DataObject
    ) -> None:
        """Among reviews, holds and undos of its own answers, in any order of arrival."""
        store, number = learned, next(_learners)
        learner = replace(ME, id=LearnerId(uuid7(number, 0)))
        came = data.draw(histories(learner.id, 1000 * number))
        answers = [review for one in came for review in one.reviews()]
        undone = [one for one in answers if data.draw(st.booleans())]
        undos = [
            Undo(EventId(uuid7(number, 5000 + place)), learner.id, one.id, one.at)
            for place, one in enumerate(undone)
        ]
        given = data.draw(journals(learner.id, lambda place: uuid7(number, place)))
        journal = merge(given, answers, undos)
        arrival = data.draw(st.permutations([*given, *undos]))
        cut = data.draw(st.integers(0, len(arrival)))
        with store.writing() as transaction:
            transaction.learners.add(learner, NOW)
            others = {one for one in transaction.journal.events() if one.learner != learner.id}
            for event in arrival[:cut]:
                assert transaction.journal.append(event)
            transaction.journal.histories.append(came)
            for event in arrival[cut:]:
                assert transaction.journal.append(event)
            for event in answers:
                assert not transaction.journal.append(event)
        with store.reading() as transaction:
            kept, mine = transaction.journal, learner.id
            assert merge(event for event in kept.events() if event not in others) == journal
            standing = standing_reviews(journal)
            assert kept.reviews(mine) == standing
            assert kept.last_standing(mine) == last_to_undo(journal)
            for card in CARDS:
                expected = tuple(one for one in standing if one.card == card)
                assert kept.reviews_of(mine, card) == expected
            assert {one.card for one in answers} <= kept.cards_reviewed(CARDS)
            span = (Instant(START + 1), Instant(START + 4))
            expected = tuple(one for one in standing if span[0] <= one.at < span[1])
            assert kept.reviews_since(mine, *span) == expected
            assert transaction.days.first_answer(mine) == min(
                (x.at for x in standing), default=None
            )
            assert transaction.days.last_answer(mine) == max((x.at for x in standing), default=None)
            ids = [one.id for one in journal]
            there = {one.id for one in journal if isinstance(one, ReviewEvent)}
            assert kept.reviews_among([*ids, EventId(an_id(7))]) == there
            for one in answers:
                assert kept.review(one.id) == one
                assert kept.has_review(one.id)
                assert kept.standing(one.id) == (None if one in undone else one)
            first: dict[Asked, Instant] = {}
            for one in standing:
                first.setdefault((one.card, one.direction), one.at)
            everything = [(card, way) for card in CARDS for way in Direction]
            assert transaction.days.first_asked(mine, everything) == first
            said = kept.ratings(mine)
            told = Counter(said.points[at : at + 36] for at in range(0, len(said.points), 36))
            assert told == Counter(each.point for one in standing for each in one.outcomes)
            digits = "".join(str(int(x.rating)) for one in standing for x in one.outcomes)
            assert sorted(said.ratings) == sorted(digits)
            times = [str(one.at) for one in standing for _ in one.outcomes]
            assert sorted(said.times.split()) == sorted(times)

    def test_an_event_is_written_once_and_never_written_over(self, learned: Store) -> None:
        first = a_review(1, a_card(1))
        other = replace(first, answer="something else", outcomes=())
        hold = Hold(EventId(an_id(5)), ME.id, a_card(1).id, NOW, Instant(NOW + 5))
        undo = Undo(EventId(an_id(6)), ME.id, first.id, NOW)
        events: list[tuple[Event, Event]] = [
            (first, other),
            (hold, replace(hold, until=NOW)),
            (undo, replace(undo, event=EventId(an_id(9)))),
        ]
        with learned.writing() as transaction:
            for event, _ in events:
                assert transaction.journal.append(event) is True
        before = everything(learned)
        with learned.writing() as transaction:
            for event, changed in events:
                assert transaction.journal.append(event) is False
                assert transaction.journal.append(changed) is False
        assert everything(learned) == before

    @pytest.mark.parametrize("table", KEPT)
    @pytest.mark.parametrize("statement", ["UPDATE {} SET {column} = {column}", "DELETE FROM {}"])
    def test_the_database_itself_refuses_to_change_the_journal(
        self, store: Store, table: str, statement: str
    ) -> None:
        fill(store)
        before = everything(store)
        column = {"outcome": "rating", "history": "last"}.get(table, "at")
        asked = statement.format(f'"{table}"', column=column)
        with pytest.raises(Exception, match="only ever added"), store.writing() as transaction:
            transaction.connection.execute(text(asked))
        assert before[table]
        assert everything(store) == before

    @pytest.mark.parametrize("rating", [0, 5])
    def test_a_rating_that_is_none_is_refused(self, learned: Store, rating: int) -> None:
        with (
            pytest.raises(Exception, match=r"(?i)check constraint"),
            learned.writing() as transaction,
        ):
            transaction.connection.execute(
                text(
                    "INSERT INTO review (id, learner, card, direction, at, rating, exercise,"
                    " duration_ms) SELECT id, id, id, 'forward', 1, :rating, 'recall', 0"
                    " FROM learner"
                ),
                {"rating": rating},
            )

    def test_an_answer_to_a_card_that_is_not_there_is_kept(self, learned: Store) -> None:
        """It may arrive before its card, and it outlives it."""
        review = a_review(1, a_card(404))
        with learned.writing() as transaction:
            transaction.journal.append(review)
        with learned.reading() as transaction:
            assert transaction.journal.reviews_of(ME.id, a_card(404).id) == (review,)

    # caches

    @pytest.mark.parametrize("many", [1, 98, 99, 250])
    def test_memories_of_many_points_are_written_and_written_over(
        self, learned: Store, many: int
    ) -> None:
        memory = PointMemory(MemoryState(1 / 3, 9.999999999), NOW, 12, 5)
        first = {PointId(uuid7(1, one)): memory._replace(reviews=one) for one in range(many)}
        then = {point: one._replace(lapses=6) for point, one in first.items()}
        for memories in (first, then):
            with learned.writing() as transaction:
                transaction.caches.put_memories(ME.id, memories)
                assert transaction.caches.all_memories(ME.id) == memories

    def test_memories_and_schedules_come_back_as_they_were(self, learned: Store) -> None:
        memory = PointMemory(MemoryState(1 / 3, 9.999999999), NOW, 12, 5)
        forward, backward = (
            a_schedule(a_card(1), NOW, direction=one) for one in (FORWARD, BACKWARD)
        )
        points = [point.id for point in a_card(1).points]
        with learned.writing() as transaction:
            transaction.caches.put_memories(ME.id, {points[0]: memory})
            transaction.caches.put_schedules(ME.id, [forward, backward])
            transaction.caches.put_memories(ME.id, {points[0]: memory._replace(reviews=13)})
            transaction.caches.put_schedules(ME.id, [forward._replace(due=Instant(NOW + 7))])
        with learned.writing() as transaction:
            caches = transaction.caches
            assert caches.memories(ME.id, points) == {points[0]: memory._replace(reviews=13)}
            assert caches.memories(YOU.id, points) == {}
            assert caches.all_memories(ME.id) == {points[0]: memory._replace(reviews=13)}
            later = forward._replace(due=Instant(NOW + 7))
            assert caches.schedules(ME.id, a_card(1).id) == {FORWARD: later, BACKWARD: backward}
            assert caches.schedules(YOU.id, a_card(1).id) == {}
            caches.drop_schedule(ME.id, a_card(1).id, FORWARD)
            assert caches.schedules(ME.id, a_card(1).id) == {BACKWARD: backward}
            caches.drop_memories(ME.id, points)
            assert caches.all_memories(ME.id) == {}
            caches.clear(ME.id)
            assert caches.schedules(ME.id, a_card(1).id) == {}

    def test_what_is_due_new_and_asked_is_as_counted_by_hand(
        self, learned: Store, campaign: Campaign
    ) -> None:
        store = learned
        reviewed: set[tuple[CardId, Direction]] = set()
        for seed in range(campaign(6, 300)):
            chance = Random(seed)
            both = [(FORWARD,), (BACKWARD,), (FORWARD, BACKWARD), (BACKWARD, FORWARD)]
            made = [
                a_deck(
                    place,
                    [
                        a_card(100 * place + n, 1, chance.choice(both))
                        for n in range(chance.randint(1, 7))
                    ],
                )
                for place in range(1, 4)
            ]
            chance.shuffle(made)
            where = {card.id: deck.id for deck in made for card in deck.cards}
            kept = {
                (card.id, direction): a_schedule(
                    card, NOW + chance.randint(-9, 9), NOW + chance.randint(-9, 9), direction
                )
                for deck in made
                for card in deck.cards
                for direction in card.directions
                if chance.random() < 0.6
            }
            orphan = a_schedule(a_card(999), NOW - 100, NOW + 100)
            with store.writing() as transaction:
                for deck in made:
                    transaction.decks.add(deck, NOW)
                transaction.caches.put_schedules(ME.id, [*kept.values(), orphan])
                cards = {card.id: card for deck in made for card in deck.cards}
                for nth, one in enumerate(kept.values()):
                    review = a_review(10_000 + 1000 * seed + nth, cards[one.card], one.last)
                    review = replace(review, direction=one.direction)
                    transaction.journal.append(review)
                noise = [a_schedule(card, NOW - 1) for deck in made for card in deck.cards]
                transaction.caches.put_schedules(YOU.id, noise)
            chosen = [None, [made[0].id], [made[0].id, made[2].id], []]
            with store.reading() as transaction:
                caches = transaction.caches
                for only in chosen:
                    here = [one for one in kept.values() if only is None or where[one.card] in only]
                    assert set(caches.all_schedules(ME.id, only)) == set(here)
                    due = {one for one in here if one.due < NOW + 3}
                    assert set(caches.due(ME.id, Instant(NOW + 3), only)) == due
                    never = [
                        (card.id, unseen[0])
                        for deck in made
                        if only is None or deck.id in only
                        for card in deck.cards
                        if (unseen := [d for d in card.directions if (card.id, d) not in kept])
                    ]
                    assert list(caches.never_asked(ME.id, only)) == never
                    assert list(caches.never_asked(ME.id, only, 2)) == never[:2]
                since = caches.asked_between(ME.id, NOW, Instant(NOW + 1_000_000))
                reviewed |= {(one.card, one.direction) for one in kept.values() if one.last >= NOW}
                assert {one for one in since if one != orphan} == {
                    one for one in kept.values() if (one.card, one.direction) in reviewed
                }
                assert [one.last for one in since] == sorted(one.last for one in since)
                by_deck = {
                    (where[one.card], one.card, one.direction, one.due)
                    for one in kept.values()
                    if one.due < NOW
                }
                due_cards = {(deck, card) for deck, card, _, _ in by_deck}
                assert caches.due_by_deck(ME.id, NOW) == Counter(deck for deck, _ in due_cards)
                some = chance.sample(sorted(cards), chance.randint(0, len(cards)))
                among = {one for one in by_deck if one[1] in some}
                assert set(caches.due_among(ME.id, NOW, some)) == among
                found = caches.schedules_among(ME.id, some)
                assert set(found) == {one for one in kept.values() if one.card in some}
                asked = {
                    deck.id: len({one.card for one in kept.values() if where[one.card] == deck.id})
                    for deck in made
                }
                assert caches.asked_by_deck(ME.id) == {
                    deck: number for deck, number in asked.items() if number
                }
            with store.writing() as transaction:
                for deck in made:
                    transaction.decks.delete(deck.id)
                transaction.caches.clear(ME.id)
                transaction.caches.clear(YOU.id)

    # days

    def test_finished_days_come_back_as_they_were(self, learned: Store) -> None:
        days = [DayDone(StudyDay(739_000 + n), n, 3 * n, 2 * n, 10**10 + n) for n in range(6)]
        with learned.writing() as transaction:
            assert transaction.days.last(ME.id) is None
            transaction.days.put(ME.id, [])
            transaction.days.put(ME.id, days[::-1])
            transaction.days.put(YOU.id, [days[2]])
            transaction.days.put(ME.id, [replace(days[3], answers=99)])
        with learned.writing() as transaction:
            found = transaction.days
            kept = (*days[:3], replace(days[3], answers=99), *days[4:])
            assert found.between(ME.id) == kept
            assert found.between(ME.id, days[2].day) == kept[2:]
            assert found.between(ME.id, days[1].day, days[3].day) == kept[1:4]
            assert found.last(ME.id) == days[5].day
            found.drop_from(ME.id, days[4].day)
            assert found.between(ME.id) == kept[:4]
            found.clear(ME.id)
            assert found.between(ME.id) == ()
            assert found.between(YOU.id) == (days[2],)

    @on_a_store
    @given(data=st.data())
    def test_what_days_ask_of_the_journal_is_what_its_fold_says(
        self, learned: Store, data: st.DataObject
    ) -> None:
        store, number = learned, next(_learners)
        learner = replace(ME, id=LearnerId(uuid7(number, 0)))
        journal = data.draw(journals(learner.id, lambda place: uuid7(number, place)))
        start, before = (Instant(START + data.draw(st.integers(-1, 7))) for _ in range(2))
        with store.writing() as transaction:
            transaction.learners.add(learner, NOW)
            for event in journal:
                transaction.journal.append(event)
        stand = standing_reviews(journal)
        asked = {(one.card, one.direction): one.at for one in reversed(stand)}
        with store.reading() as transaction:
            between = tuple(one for one in stand if start <= one.at < before)
            assert transaction.journal.reviews_since(learner.id, start, before) == between
            ends = (stand[0].at, stand[-1].at) if stand else (None, None)
            days = transaction.days
            assert (days.first_answer(learner.id), days.last_answer(learner.id)) == ends
            everything = [(card, direction) for card in CARDS for direction in (FORWARD, BACKWARD)]
            assert transaction.days.first_asked(learner.id, everything) == asked
            some = [one for one in everything if data.draw(st.booleans())]
            few = {one: asked[one] for one in some if one in asked}
            assert transaction.days.first_asked(learner.id, some) == few

    def test_a_schedule_knows_when_its_card_was_first_asked(self, learned: Store) -> None:
        """And the journal knows it of a direction, or a card, that has none any more."""
        card, gone = a_card(1), a_card(2)
        known = a_schedule(card, NOW)
        backward = replace(a_review(2, card, NOW - 5), direction=BACKWARD)
        with learned.writing() as transaction:
            transaction.caches.put_schedules(ME.id, [known])
            for review in (a_review(1, card, known.first), backward, a_review(3, gone, NOW - 7)):
                transaction.journal.append(review)
        asked = [(card.id, FORWARD), (card.id, BACKWARD), (gone.id, FORWARD), (gone.id, BACKWARD)]
        with learned.reading() as transaction:
            found = transaction.days.first_asked(ME.id, asked)
        assert [found.get(one) for one in asked] == [known.first, NOW - 5, NOW - 7, None]

    def test_what_falls_due_is_counted_between_borders(self, learned: Store) -> None:
        """A card counts once, when it is first due; another learner's does not."""
        both = (FORWARD, BACKWARD)
        made = [a_card(n, 1, both) for n in range(1, 6)]
        due = {1: (5, 30), 2: (30, 10), 3: (20, 20), 4: (40, 39)}
        schedules = [
            a_schedule(made[n - 1], at, direction=direction)
            for n, instants in due.items()
            for at, direction in zip(instants, both, strict=True)
        ]
        with learned.writing() as transaction:
            transaction.decks.add(a_deck(1, made), NOW)
            transaction.caches.put_schedules(ME.id, schedules)
            transaction.caches.put_schedules(YOU.id, [a_schedule(made[4], 15)])
        borders = [Instant(one) for one in (10, 20, 30, 39)]
        with learned.reading() as transaction:
            assert transaction.days.due_counts(ME.id, borders) == [1, 1, 1, 0]
            assert transaction.days.due_counts(ME.id, [*borders, Instant(50)]) == [1, 1, 1, 0, 1]
            ids = [a_card(n).id for n in (1, 2, 5, 77)]
            assert transaction.days.first_due(ME.id, ids) == {ids[0]: 5, ids[1]: 10}

    # learners

    def test_learners_and_their_settings_come_back(self, learned: Store) -> None:
        with learned.reading() as transaction:
            assert transaction.learners.list() == (ME, YOU)
        chosen = Settings("Pacific/Chatham", 0, 9999, 0.85)
        with learned.writing() as transaction:
            transaction.learners.set(YOU.id, chosen)
        with learned.reading() as transaction:
            assert transaction.learners.list() == (ME, replace(YOU, settings=chosen))

    # the schema

    def test_the_migrated_tables_are_those_of_the_schema(self, store: Store) -> None:
        with store.reading() as transaction:
            there, dialect = inspect(transaction.connection), transaction.connection.dialect
            assert set(there.get_table_names()) == set(metadata.tables)
            for table in metadata.sorted_tables:
                columns = [
                    (one["name"], one["nullable"], one["type"].compile(dialect))
                    for one in there.get_columns(table.name)
                ]
                assert columns == [
                    (one.name, one.nullable, one.type.compile(dialect)) for one in table.columns
                ], table.name
                keys = there.get_pk_constraint(table.name)["constrained_columns"]
                assert keys == [one.name for one in table.primary_key], table.name
                foreign = {
                    (tuple(one["constrained_columns"]), one["referred_table"])
                    for one in there.get_foreign_keys(table.name)
                }
                assert foreign == {
                    ((one.parent.name,), one.column.table.name) for one in table.foreign_keys
                }, table.name

    def test_opening_again_changes_nothing(self, store: Store, open_store: OpenStore) -> None:
        fill(store)
        before = everything(store)
        assert everything(open_store(Instant(NOW + DAY_MS))) == before
        assert store.backups() == ()

    def test_programs_that_start_together_make_one_collection(self, open_store: OpenStore) -> None:
        barrier, failures = threading.Barrier(4), []

        def start() -> None:
            barrier.wait()
            try:
                open_store()
            except Exception as error:  # noqa: BLE001 - told below
                failures.append(error)

        threads = [threading.Thread(target=start) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert failures == []
        assert len(everything(open_store())["migration"]) == len(migrations.MIGRATIONS)

    def test_a_collection_of_a_later_version_is_left_alone(
        self, store: Store, open_store: OpenStore
    ) -> None:
        fill(store)
        with store.writing() as transaction:
            transaction.connection.execute(
                text("INSERT INTO migration (number, name, at) VALUES (999, 'later', 1)")
            )
        before = everything(store)
        with pytest.raises(StoreTooNew, match=r"999.*newer learnt"):
            open_store()
        assert everything(store) == before

    def test_another_programs_database_is_left_alone(
        self, store: Store, open_store: OpenStore
    ) -> None:
        with store.writing() as transaction:
            for table in reversed(metadata.sorted_tables):
                transaction.connection.execute(text(f'DROP TABLE "{table.name}"'))
            transaction.connection.execute(text("CREATE TABLE recipes (id INTEGER)"))
        with pytest.raises(StoreDamaged, match="recipes"):
            open_store()
        with store.reading() as transaction:
            assert inspect(transaction.connection).get_table_names() == ["recipes"]

    # backups

    def test_a_backup_that_is_stopped_leaves_nothing_half_written(
        self, store: Store, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def stopped(path: Path) -> str:
            raise SystemExit

        with monkeypatch.context() as patch:
            patch.setattr(backup_module, "_digest", stopped)
            with pytest.raises(SystemExit):
                store.back_up(NOW)
        assert list(store.backup_folder.iterdir()) == []

    def test_another_process_opens_it_by_its_address(self, store: Store, url: str | None) -> None:
        assert (store.url is None) == (url is None)
        other = Store.open(store.backup_folder.parent, store.url, NOW)
        with other.writing() as transaction:
            transaction.learners.add(ME, NOW)
        other.close()
        with store.reading() as transaction:
            assert len(transaction.learners.list()) == 1

    def test_a_backup_brings_back_what_was_there(self, store: Store) -> None:
        fill(store, 1)
        before = everything(store)
        backup = store.back_up(NOW)
        fill(store, 2)
        after = everything(store)
        assert after != before
        assert store.restore(backup.name, Instant(NOW + 5)) == backup
        assert everything(store) == before
        assert store.faults() == ()
        with pytest.raises(Exception, match="only ever added"), store.writing() as transaction:
            transaction.connection.execute(text("DELETE FROM outcome"))
        safety = next(one for one in store.backups() if one.why == "before-restore")
        store.restore(safety.name, Instant(NOW + 10))
        assert everything(store) == after

    def test_after_a_restore_work_goes_on(self, store: Store, open_store: OpenStore) -> None:
        fill(store, 1)
        store.back_up(NOW)
        other = open_store()
        fill(other, 2)
        store.restore("latest", Instant(NOW + 5))
        deck = fill(other, 2)
        with store.reading() as transaction:
            assert transaction.decks.load(deck.id) == deck

    def test_a_migration_is_preceded_by_a_backup(
        self, store: Store, open_store: OpenStore, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        fill(store, 1)
        before = everything(store)
        _with_one_more_migration(monkeypatch)
        newer = open_store(Instant(NOW + 50))
        with newer.reading() as transaction:
            rows = transaction.connection.execute(text("SELECT number, at FROM migration")).all()
            done = [(one.number, NOW) for one in migrations.MIGRATIONS[:-1]]
            assert [tuple(row) for row in rows] == [*done, (len(done) + 1, NOW + 50)]
            assert transaction.connection.execute(text("SELECT * FROM extra")).all() == []
        (made,) = newer.backups()
        assert (made.why, made.at) == ("before-migration", NOW + 50)
        assert everything(newer) | {"migration": []} == before | {"migration": []}

    def test_a_backup_of_an_earlier_format_is_brought_up_to_date(
        self, store: Store, open_store: OpenStore, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        fill(store, 1)
        before = everything(store)
        old = store.back_up(NOW)
        _with_one_more_migration(monkeypatch)
        newer = open_store(Instant(NOW + 50))
        fill(newer, 2)
        newer.restore(old.name, Instant(NOW + 99))
        with newer.reading() as transaction:
            assert migrations.version(transaction.connection) == len(migrations.MIGRATIONS)
            assert transaction.connection.execute(text("SELECT * FROM extra")).all() == []
        assert everything(newer) | {"migration": []} == before | {"migration": []}

    def test_a_backup_of_a_later_format_is_refused_before_anything_is_touched(
        self, store: Store, open_store: OpenStore, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        fill(store, 1)
        with monkeypatch.context() as later:
            _with_one_more_migration(later)
            newer = open_store(Instant(NOW + 50))
            too_new = newer.back_up(Instant(NOW + 60))
            with newer.writing() as transaction:  # as if it had never been brought up to date
                transaction.connection.execute(text("DROP TABLE extra"))
                extra = {"extra": len(migrations.MIGRATIONS)}
                transaction.connection.execute(
                    text("DELETE FROM migration WHERE number = :extra"), extra
                )
        before = everything(store)
        with pytest.raises(StoreTooNew):
            store.restore(too_new.name, Instant(NOW + 99))
        assert everything(store) == before
        assert everything(open_store()) == before

    def test_the_days_backup_is_made_once_a_day(self, store: Store) -> None:
        fill(store, 1)
        first = store.back_up_daily(NOW)
        assert first is not None
        assert store.back_up_daily(Instant(NOW + DAY_MS - 1)) is None
        store.back_up(Instant(NOW + DAY_MS - 1))  # one that was asked for does not count
        second = store.back_up_daily(Instant(NOW + DAY_MS))
        assert second is not None
        assert [one.why for one in store.backups()] == ["daily", "kept", "daily"]
        assert store.backups()[0] == second

    def test_half_a_backup_is_cleared_away_when_it_is_old(self, store: Store) -> None:
        """Another program may be writing the one that is young."""
        store.back_up(NOW)
        for name, age in (("1-daily.part", 2 * DAY_MS), ("2-kept.part", 5_000)):
            half = store.backup_folder / name
            half.write_bytes(b"half")
            os.utime(half, times=((NOW - age) / 1000,) * 2)
        store.back_up(NOW)
        assert [one.name for one in store.backup_folder.glob("*.part")] == ["2-kept.part"]

    def test_a_backup_dated_in_the_future_stands_for_no_other(self, store: Store) -> None:
        """The clock was ahead, and was put right."""
        fill(store, 1)
        store.back_up_daily(Instant(NOW + 300 * DAY_MS))
        made = store.back_up_daily(NOW)
        assert made is not None
        assert store.backup("latest", NOW) == made
        assert store.back_up_daily(Instant(NOW + 5)) is None

    @pytest.mark.parametrize(
        "spoil",
        [
            lambda data: b"",
            lambda data: b"not a backup at all",
            lambda data: data[: len(data) // 2],
            lambda data: data[:100] + b"\0" * 400 + data[500:],
            lambda data: data[: len(data) // 3] + b"\xff" * 99 + data[len(data) // 3 + 99 :],
        ],
        ids=["empty", "other", "half", "head", "middle"],
    )
    def test_a_damaged_backup_is_refused_before_anything_is_touched(
        self, store: Store, spoil: Callable[[bytes], bytes]
    ) -> None:
        for seed in range(1, 9):
            fill(store, seed)
        backup = store.back_up(NOW)
        fill(store, 9)
        before = everything(store)
        backup.path.write_bytes(spoil(backup.path.read_bytes()))
        with pytest.raises(StoreDamaged, match="not whole"):
            store.restore(backup.name, Instant(NOW + 5))
        assert everything(store) == before
        fill(store, 10)

    def test_a_backup_of_the_other_kind_of_database_is_refused(self, store: Store) -> None:
        ours = store.back_up(NOW)
        ending = ".db" if ours.name.endswith(".gz") else ".jsonl.gz"
        foreign = ours.path.with_name(ours.name.split(".")[0] + ending)
        foreign.write_bytes(ours.path.read_bytes())
        before = everything(store)
        with pytest.raises(UsageError, match="another kind"):
            store.restore(foreign.name, Instant(NOW + 5))
        assert everything(store) == before

    def test_a_backup_that_is_not_there_is_not_found(self, store: Store) -> None:
        for name in ("latest", "20200101T000000000Z-daily.db", "../collection.db"):
            with pytest.raises(NotFound, match="learnt restore"):
                store.restore(name, NOW)

    # two programs on one collection

    def test_a_writer_waits_for_another_and_then_says_that_it_is_busy(
        self, open_store: OpenStore, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(connect, "WAIT_SECONDS", 0.2)
        one, other = open_store(), open_store()
        with one.writing() as transaction:
            transaction.learners.add(ME, NOW)
        with one.writing() as holding:
            holding.learners.lock(ME.id)
            with pytest.raises(StoreBusy, match=r"(?i)another program.*try again"):
                _save_an_answer(other)
            with other.reading() as transaction:  # readers need not wait
                assert transaction.journal.events() == ()
            holding.journal.append(a_review(2, a_card(1)))
        _save_an_answer(other)
        assert len(everything(one)["review"]) == 2

    def test_the_same_answer_from_many_programs_at_once_is_one_answer(
        self, learned: Store, open_store: OpenStore
    ) -> None:
        stores, added = [learned, *(open_store() for _ in range(3))], []
        barrier = threading.Barrier(len(stores))

        def save(store: Store) -> None:
            barrier.wait()
            with store.writing() as transaction:
                added.append(transaction.journal.append(a_review(1, a_card(1))))

        threads = [threading.Thread(target=save, args=(store,)) for store in stores]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(added) == [False, False, False, True]
        rows = everything(learned)
        assert (len(rows["review"]), len(rows["outcome"])) == (1, 2)


def _add_and_fail(transaction: Transaction) -> None:
    transaction.decks.add(a_deck(1, [a_card(1)]), NOW)
    raise KeyError


def _save_an_answer(store: Store) -> None:
    with store.writing() as transaction:
        transaction.learners.lock(ME.id)
        transaction.journal.append(a_review(1, a_card(1)))


def _under(card: Card, ids: list[PointId]) -> Card:
    """The card under one id, its points under these."""
    points = (replace(point, id=own) for point, own in zip(card.points, ids, strict=True))
    return replace(card, id=CardId(an_id(1)), points=tuple(points))


def _with_one_more_migration(monkeypatch: pytest.MonkeyPatch) -> None:
    number = len(migrations.MIGRATIONS) + 1
    more = (*migrations.MIGRATIONS, migrations.Migration(number, "an extra table", _make_extra))
    monkeypatch.setattr(migrations, "MIGRATIONS", more)
    monkeypatch.setattr(store_module, "MIGRATIONS", more)


def _make_extra(connection: Connection) -> None:
    connection.exec_driver_sql("CREATE TABLE extra (id INTEGER)")
