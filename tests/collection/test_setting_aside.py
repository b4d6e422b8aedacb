"""A card that is set aside in Anki, and what the learner says of that here."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from learnt import Collection
from learnt.clock import Instant
from learnt.ids import CardId
from learnt.sources.packages import Form
from tests.collection.conftest import OpenCollection
from tests.collection.world import Clock, a_card, simple_deck
from tests.sources.packages.edited import content_of
from tests.sources.packages.kept import BASIC, DAY, RIVERS, START, note
from tests.sources.packages.kept import card as card_of
from tests.sources.packages.making import Content, package

REED = note(1, BASIC, "What is a reed?", "A tall plant by the water")
OTTER = note(2, BASIC, "What does an otter eat?", "Fish")
FIRST = START // 1000 + 5 * 86_400
"""The second at which the reed was set aside in Anki; the learner comes here five days later."""


@pytest.fixture
def clock() -> Clock:
    return Clock(Instant(START + 10 * DAY))


def told(
    folder: Path, changed: int = FIRST, *, suspended: bool = False, buried: bool = False
) -> Path:
    """A package by which the reed is set aside, or not; the otter was answered in Anki."""
    reed = card_of(1, REED, changed=changed, suspended=suspended, buried=buried)
    otter = card_of(2, OTTER, changed=FIRST, reps=2, interval=3)
    path = folder / "reeds.apkg"
    content = Content((BASIC,), (RIVERS,), (REED, OTTER), (reed, otter))
    path.write_bytes(package(content, Form.LATEST))
    return path


def reed(collection: Collection) -> CardId:
    deck = collection.deck(collection.titles()[0].id)
    return next(one.id for one in deck.cards if one.prompt == REED.fields[0])


def is_aside(collection: Collection, card: CardId) -> bool:
    with collection.store.reading() as transaction:
        until = transaction.journal.holds(collection.learner.id).get(card, 0)
    return until > collection.now()


def at_days(count: float) -> int:
    return FIRST + round(count * 86_400)


def test_what_was_unsuspended_here_stays_so_when_anki_tells_the_same_again(
    anywhere: Collection, clock: Clock, tmp_path: Path
) -> None:
    """Anki changes the time of a card with its flag or its deck: that sets nothing aside anew."""
    anywhere.add_package(told(tmp_path, suspended=True))
    anywhere.release([reed(anywhere)])
    clock.pass_by(days=10)
    added = anywhere.add_package(told(tmp_path, at_days(8), suspended=True))
    assert added.holds == 0
    assert not is_aside(anywhere, reed(anywhere))


def test_so_does_one_whose_setting_aside_was_undone_here(
    collection: Collection, clock: Clock, tmp_path: Path
) -> None:
    collection.add_package(told(tmp_path, suspended=True))
    with collection.store.reading() as transaction:
        (hold,) = transaction.journal.holds_of(collection.learner.id, reed(collection))
    collection.undo(hold.id)
    clock.pass_by(days=10)
    collection.add_package(told(tmp_path, at_days(8), suspended=True))
    assert not is_aside(collection, reed(collection))


def test_what_was_taken_back_in_anki_is_asked_here(
    collection: Collection, clock: Clock, tmp_path: Path
) -> None:
    collection.add_package(told(tmp_path, suspended=True))
    clock.pass_by(days=10)
    assert collection.add_package(told(tmp_path, at_days(8))).holds == 0
    assert not is_aside(collection, reed(collection))
    collection.add_package(told(tmp_path, at_days(9)))
    assert collection.add_package(told(tmp_path, at_days(12), suspended=True)).holds == 1
    assert is_aside(collection, reed(collection))


def test_what_is_set_aside_here_as_well_is_not_taken_back(
    collection: Collection, clock: Clock, tmp_path: Path
) -> None:
    collection.add_package(told(tmp_path, suspended=True))
    collection.release([reed(collection)])
    clock.pass_by(days=1)
    collection.suspend(reed(collection))
    clock.pass_by(days=10)
    assert collection.add_package(told(tmp_path, at_days(12))).holds == 0
    assert is_aside(collection, reed(collection))


def test_a_package_that_is_older_tells_nothing(
    collection: Collection, clock: Clock, tmp_path: Path
) -> None:
    collection.add_package(told(tmp_path, suspended=True))
    clock.pass_by(days=10)
    assert collection.add_package(told(tmp_path, at_days(-3))).holds == 0
    assert is_aside(collection, reed(collection))


def test_one_without_the_schedule_takes_nothing_back(
    collection: Collection, clock: Clock, tmp_path: Path
) -> None:
    collection.add_package(told(tmp_path, suspended=True))
    clock.pass_by(days=10)
    path = told(tmp_path, at_days(8))
    path.write_bytes(bare(path.read_bytes()))
    assert collection.add_package(path).holds == 0
    assert is_aside(collection, reed(collection))


def bare(data: bytes) -> bytes:
    content = content_of(data)
    cards = [one._replace(reps=0, interval=0) for one in content.cards]
    return package(replace(content, cards=cards), Form.LATEST)


def test_a_card_is_buried_in_anki_day_by_day(
    collection: Collection, clock: Clock, tmp_path: Path
) -> None:
    collection.add_package(told(tmp_path, at_days(5), buried=True))
    clock.pass_by(minutes=1)
    assert is_aside(collection, reed(collection))
    collection.release([reed(collection)])
    collection.add_package(told(tmp_path, at_days(5) + 60, buried=True))
    assert not is_aside(collection, reed(collection))
    clock.pass_by(days=1)
    collection.add_package(told(tmp_path, at_days(6), buried=True))
    assert is_aside(collection, reed(collection))


def suspended_there(data: bytes, at: int, cards: Sequence[int]) -> bytes:
    """Our package as Anki gives it back, with some of its cards suspended."""
    content = content_of(data)
    changed = [
        one._replace(suspended=place in cards, changed=at)
        for place, one in enumerate(content.cards)
    ]
    return package(replace(content, cards=changed), Form.LATEST)


def test_a_card_of_ours_that_was_unsuspended_here_stays_so_too(
    collection: Collection, open_collection: OpenCollection, clock: Clock, tmp_path: Path
) -> None:
    collection.add(simple_deck(2))
    first = a_card(100).id
    data = collection.pack("Deck 1").data
    path = tmp_path / "back.apkg"
    at = clock.at // 1000
    path.write_bytes(suspended_there(data, at + 60, [0]))
    clock.pass_by(days=1)
    assert collection.add_package(path).holds == 1
    assert is_aside(collection, first)
    collection.release([first])
    path.write_bytes(suspended_there(data, at + 3 * 86_400, [0]))
    clock.pass_by(days=3)
    assert collection.add_package(path).holds == 0
    assert not is_aside(collection, first)
