"""Decks that go to Anki with their history, and come back."""

from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from learnt import Collection
from learnt.deck import Card, Direction
from learnt.errors import NotFound, UsageError
from learnt.ids import EventId
from learnt.journal import FOREVER, BriefReview, Rating, Review, outcomes_of
from learnt.sources.packages import Form, open_package
from tests.collection.conftest import OpenCollection
from tests.collection.world import Clock, Life, a_card, a_deck, check, simple_deck
from tests.sources.packages.edited import content_of, edited, with_texts
from tests.sources.packages.making import LogRow, package

BOTH = tuple(Direction)


def answered(collection: Collection, clock: Clock, *ratings: Rating) -> None:
    """Each card once for each rating, and every second time only its first point is said."""
    cards = [card for head in collection.titles() for card in collection.deck(head.id).cards]
    for turn, rating in enumerate(ratings):
        for card in cards:
            for direction in card.directions:
                points = card.asked(direction)
                said = [one.id for one in points[: 1 if turn % 2 else None]]
                collection.record(
                    Review(
                        EventId(collection.make_id()),
                        collection.learner.id,
                        card.id,
                        clock.pass_by(minutes=1),
                        rating,
                        outcomes_of(points, said, rating),
                        direction,
                        duration_ms=5000 + turn,
                    )
                )
        clock.pass_by(days=3)


def kept(collection: Collection) -> tuple[object, ...]:
    """Decks, answers and schedules, whoever gave them."""
    me = collection.learner.id
    decks = {deck.id: deck for deck in (collection.deck(one.id) for one in collection.titles())}
    with collection.store.reading() as transaction:
        reviews = transaction.journal.reviews_of_decks(me, decks)
        return (
            decks,
            reviews,
            set(transaction.caches.all_schedules(me)),
            transaction.caches.all_memories(me),
            {card: [list(one.points) for one in its] for card, its in reviews.items()},
        )


@pytest.fixture
def studied(collection: Collection, clock: Clock) -> Collection:
    cards = [
        a_card(1, 3),
        a_card(2, 1, BOTH),
        a_card(3, 2, (Direction.BACKWARD,)),
        a_card(4, ["slate was mud once"], prompt=None),
    ]
    collection.add(replace(a_deck(1, cards, "Rocks::Slate"), question="What is slate?"))
    collection.add(a_deck(2, [a_card(5, 2)], "Rocks"))
    answered(collection, clock, Rating.GOOD, Rating.HARD, Rating.AGAIN, Rating.EASY)
    return collection


@pytest.mark.parametrize("form", list(Form))
def test_an_empty_collection_gets_all_of_it(
    studied: Collection, open_collection: OpenCollection, tmp_path: Path, form: Form
) -> None:
    studied.suspend(a_card(2).id)
    path = tmp_path / "rocks.apkg"
    packed = studied.export_package("Rocks", path)
    assert (packed.decks, packed.notes, packed.cards) == (2, 5, 6)
    path.write_bytes(edited(path.read_bytes(), lambda note: note, form))
    other = open_collection(tmp_path / "other")
    added = other.add_package(path)
    assert (added.reviews, added.holds) == (packed.reviews, 1)
    assert kept(other) == kept(studied)
    with other.store.reading() as transaction:
        assert transaction.journal.holds(other.learner.id) == {a_card(2).id: FOREVER}
    check(other)


def test_where_it_came_from_nothing_is_new(studied: Collection, tmp_path: Path) -> None:
    studied.suspend(a_card(2).id)
    studied.bury(a_card(1).id)
    path, before = tmp_path / "rocks.apkg", kept(studied)
    studied.export_package("Rocks", path)
    added = studied.add_package(path)
    assert [(one.new, one.updated) for one in added.decks] == [(0, 0), (0, 0)]
    assert (added.reviews, added.holds) == (0, 0)
    assert kept(studied) == before
    assert studied.trash() == ()


@pytest.mark.parametrize("seed", range(6))
def test_whatever_a_learner_did(
    open_collection: OpenCollection, clock: Clock, tmp_path: Path, seed: int
) -> None:
    """Edits, undone answers, cards moved and deleted, points that are no more."""
    collection, chance = open_collection(), Random(seed)
    life = Life(collection, clock)
    life.add(1)
    for _ in range(150):
        life.step(chance)
    life.add(2)
    titles = [one.id for one in collection.titles()]
    path, before = tmp_path / "life.apkg", kept(collection)
    collection.export_package(titles, path)
    collection.add_package(path)
    assert kept(collection) == before
    other = open_collection(tmp_path / "other")
    other.set(collection.learner.settings)
    other._keep(collection.model, 0, {"reason": "better"}, adopt=True)
    other.add_package(path)
    decks, reviews, schedules, *_ = kept(other)
    assert isinstance(before[0], dict)
    assert decks == {key: deck for key, deck in before[0].items() if deck.cards}
    assert as_anki_asks(reviews, before[0]) == as_anki_asks(before[1], before[0])
    assert isinstance(schedules, set)
    assert isinstance(before[2], set)
    # an answer in a direction that is not asked any more has no card of Anki's to go along with
    partly = {
        one.card
        for deck in before[0].values()
        for card in deck.cards
        for one in reviews_of(collection, card)
        if one.direction not in card.directions
    }
    assert {one for one in schedules ^ before[2] if one.card not in partly} == set()
    check(other)


def as_anki_asks(reviews: Any, decks: Any) -> dict[str, list[BriefReview]]:
    """The answers in directions that are still asked, their points in any order."""
    asked = {card.id: card.directions for deck in decks.values() for card in deck.cards}
    return {
        card: its
        for card, all_ in reviews.items()
        if (its := [one for one in all_ if one.direction in asked[card]])
    }


def test_an_edit_in_anki_is_an_edit_here(studied: Collection, tmp_path: Path) -> None:
    path = tmp_path / "rocks.apkg"
    data = studied.pack("Rocks").data
    path.write_bytes(edited(data, with_texts(("prompt 1", "What?"), ("point 2 of card 1", "2nd"))))
    before = studied.card(a_card(1).id)[1]
    ours = replace(before.points[2], text="edited here")
    studied.change(replace(before, points=(*before.points[:2], ours)))
    added = studied.add_package(path)
    assert sum(one.updated for one in added.decks) == 1
    after = studied.card(a_card(1).id)[1]
    assert after.prompt == "What?"
    assert [point.text for point in after.points] == [
        before.points[0].text,
        "2nd",
        "edited here",
    ]
    assert [point.id for point in after.points] == [point.id for point in before.points]
    assert studied.doctor().differences == 0


def test_an_older_package_takes_no_edit_back(studied: Collection, tmp_path: Path) -> None:
    path = tmp_path / "rocks.apkg"
    studied.export_package("Rocks", path)
    before = studied.card(a_card(1).id)[1]
    changed = replace(before, prompt="new here", points=before.points[:2], tags=("t",))
    studied.change(changed)
    added = studied.add_package(path)
    assert sum(one.updated for one in added.decks) == 0
    assert studied.card(changed.id)[1] == changed


def test_answers_given_in_anki_count_for_every_point(studied: Collection, tmp_path: Path) -> None:
    content = content_of(studied.pack("Rocks").data)
    (first,) = [one for one in content.cards if one.note == content.notes[0].id]
    later = LogRow(content.log[-1].id + 86_400_000, first.id, 1, 1, 9, 500, 4000, 1)
    path = tmp_path / "back.apkg"
    path.write_bytes(package(replace(content, log=(*content.log, later)), Form.LATEST))
    assert studied.add_package(path).reviews == 1
    assert studied.add_package(path).reviews == 0
    last = max(reviews_of(studied, a_card(1)), key=lambda one: one.at)
    assert (last.at, last.rating) == (later.id, Rating.AGAIN)
    assert [one.rating for one in last.outcomes] == [Rating.AGAIN] * 3
    assert studied.doctor().differences == 0


def test_set_aside_and_taken_back_in_anki(studied: Collection, tmp_path: Path) -> None:
    studied.suspend(a_card(1).id)
    content = content_of(studied.pack("Rocks").data)
    at = content.cards[0].changed + 1000
    path = tmp_path / "back.apkg"
    other_way = [one._replace(suspended=not one.suspended, changed=at) for one in content.cards]
    path.write_bytes(package(replace(content, cards=other_way), Form.LATEST))
    assert studied.add_package(path).holds == 4
    with studied.store.reading() as transaction:
        holds = transaction.journal.holds(studied.learner.id)
    assert {card for card, until in holds.items() if until == FOREVER} == {
        a_card(number).id for number in (2, 3, 4, 5)
    }
    # a package without the schedule says nothing of what is set aside
    bare = [one._replace(suspended=False, reps=0, changed=at + 9) for one in content.cards]
    path.write_bytes(package(replace(content, cards=bare, log=()), Form.LATEST))
    assert studied.add_package(path).holds == 0


def test_without_history_there_are_the_cards_alone(
    studied: Collection, open_collection: OpenCollection, tmp_path: Path
) -> None:
    path = tmp_path / "rocks.apkg"
    packed = studied.export_package("Rocks", path, history=False)
    with path.open("rb") as file:
        held = open_package(file, "rocks")
    assert (packed.reviews, held.answers) == (0, {})
    assert {one.reps for one in held.cards} == {0}
    other = open_collection(tmp_path / "other")
    assert other.add_package(path).reviews == 0
    assert kept(other)[0] == kept(studied)[0]


def test_decks_are_meant_by_a_level_or_by_a_title(collection: Collection) -> None:
    for number, title in enumerate(("A::B", "A::C", "Abc"), start=1):
        collection.add(
            simple_deck(1, number) if title == "" else a_deck(number, [a_card(number)], title)
        )
    assert collection.pack("A").decks == 2
    assert collection.pack("a::b").decks == 1
    assert collection.pack(["A::C", "Abc"]).decks == 2
    assert collection.pack("3").decks == 1
    with pytest.raises(NotFound):
        collection.pack("Nothing")


def test_a_file_that_is_there_is_not_written_over(collection: Collection, tmp_path: Path) -> None:
    collection.add(simple_deck(2))
    path = tmp_path / "deck.apkg"
    assert collection.export("Deck 1", path) == path
    with pytest.raises(UsageError, match="is there already"):
        collection.export_package("Deck 1", path)
    collection.export_package("Deck 1", path, overwrite=True)
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["deck.apkg"]


def test_an_empty_deck_is_not_exported(collection: Collection, tmp_path: Path) -> None:
    collection.new_deck("Empty")
    with pytest.raises(UsageError, match="no card"):
        collection.export_package("Empty", tmp_path / "deck.apkg")
    assert not (tmp_path / "deck.apkg").exists()


def test_of_two_wordings_the_later_is_known(studied: Collection, clock: Clock) -> None:
    card = studied.card(a_card(1).id)[1]
    studied.change(replace(card, prompt="newer"))
    path = studied.pack("Rocks").data
    changed = {one.guid: row for one, row in zip(content_of(path).notes, rows(path), strict=True)}
    assert max(changed.values()) == clock.at // 1000
    assert len(set(changed.values())) == 2


def test_the_same_on_every_database(anywhere: Collection, clock: Clock, tmp_path: Path) -> None:
    anywhere.add(a_deck(1, [a_card(1, 3), a_card(2, 1, BOTH)]))
    answered(anywhere, clock, Rating.GOOD, Rating.HARD)
    before = kept(anywhere)
    anywhere.export_package("Deck 1", tmp_path / "deck.apkg")
    assert anywhere.add_package(tmp_path / "deck.apkg").reviews == 0
    assert kept(anywhere) == before


def reviews_of(collection: Collection, card: Card) -> tuple[Review, ...]:
    with collection.store.reading() as transaction:
        return transaction.journal.reviews_of(collection.learner.id, card.id)


def rows(data: bytes) -> list[int]:
    """When each note was changed, in seconds."""
    import io
    import sqlite3
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as file:
        connection = sqlite3.connect(":memory:")
        connection.deserialize(file.read("collection.anki21"))
        found = [one for (one,) in connection.execute("SELECT mod FROM notes ORDER BY id")]
        connection.close()
        return found
