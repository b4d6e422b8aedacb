"""Settings, reports, the doctor, backups, and files that are never written over unasked."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from learnt import Collection
from learnt.errors import LearntError, NotFound, StoreError, Unreadable, UsageError
from learnt.journal import Rating
from learnt.plan import Settings
from tests.collection.conftest import OpenCollection
from tests.collection.world import (
    BACKWARD,
    FORWARD,
    Clock,
    a_card,
    a_deck,
    check,
    finish,
    simple_deck,
    state,
)


def answer_all(collection: Collection, rating: Rating = Rating.GOOD) -> None:
    sitting = collection.begin()
    while sitting.exercise is not None:
        sitting = finish(collection, sitting, rating)


def test_due_dates_follow_the_desired_retention(collection: Collection, clock: Clock) -> None:
    collection.add(simple_deck(5))
    answer_all(collection, Rating.EASY)
    dues = {}
    for retention in (0.8, 0.9, 0.95):
        settings = replace(collection.learner.settings, desired_retention=retention)
        collection.set(settings)
        check(collection)
        dues[retention] = [report.due for report in collection.report(collection.deck("1").cards)]
    for early, middle, late in zip(dues[0.95], dues[0.9], dues[0.8], strict=True):
        assert early is not None
        assert middle is not None
        assert late is not None
        assert clock.at < early < middle < late


def test_settings_are_there_when_the_collection_is_opened_again(
    collection: Collection, open_collection: OpenCollection
) -> None:
    chosen = Settings("Asia/Tokyo", 7, 70, 0.93)
    collection.set(chosen)
    again = open_collection()
    assert again.learner.settings == chosen
    assert again.learner.id == collection.learner.id


def test_a_new_collection_has_the_fields_defaults_in_the_learners_zone(
    collection: Collection,
) -> None:
    assert collection.learner.settings == Settings(time_zone="Europe/Athens")


@pytest.mark.parametrize(
    "change", [{"desired_retention": 0.5}, {"new_a_day": -1}, {"time_zone": "Mars/Olympus"}]
)
def test_settings_out_of_range_change_nothing(
    collection: Collection, change: dict[str, object]
) -> None:
    before = collection.learner.settings
    with pytest.raises(ValueError, match=r"\S"):
        collection.set(replace(before, **change))  # type: ignore[arg-type]  # one of several fields
    assert collection.learner.settings == before


def test_limits_of_none_a_day_ask_nothing(collection: Collection, clock: Clock) -> None:
    collection.add(simple_deck(3))
    answer_all(collection)
    clock.pass_by(days=60)
    collection.add(simple_deck(3, 2))
    assert len(collection.queue()) == 6
    collection.set(replace(collection.learner.settings, new_a_day=0))
    assert len(collection.queue()) == 3
    collection.set(replace(collection.learner.settings, reviews_a_day=0))
    assert len(collection.queue()) == 0


# reports


def test_decks_are_listed_with_what_is_due_and_new(collection: Collection, clock: Clock) -> None:
    collection.add(simple_deck(3, 1, points=4))
    collection.add(simple_deck(2, 2))
    finish(collection, collection.begin("Deck 1"), Rating.EASY)
    rows = {row.title: (row.cards, row.points, row.due, row.new) for row in collection.decks()}
    assert rows == {"Deck 1": (3, 12, 0, 2), "Deck 2": (2, 4, 0, 2)}
    clock.pass_by(days=90)
    assert [(row.due, row.new) for row in collection.decks()] == [(1, 2), (0, 2)]
    collection.suspend(collection.deck("Deck 1").cards[0].id)
    assert collection.decks()[0].due == 0


def test_a_card_asked_today_one_way_is_not_due_the_other_way(
    collection: Collection, clock: Clock
) -> None:
    """What the list of decks counts as due is what the day will ask."""
    collection.add(a_deck(1, [a_card(1, 1, (FORWARD, BACKWARD)), a_card(2, 1)]))
    for _ in range(2):
        answer_all(collection)
        clock.pass_by(days=1)
    clock.pass_by(days=60)
    assert collection.decks()[0].due == len(collection.queue()) == 2
    sitting = collection.begin()
    while sitting.exercise is not None:
        sitting = finish(collection, sitting, Rating.EASY)
        assert collection.decks()[0].due == len(collection.queue())
    assert len(collection.queue()) == 0
    check(collection)


def test_a_report_says_what_is_known_of_each_point(collection: Collection, clock: Clock) -> None:
    collection.add(simple_deck(2, points=2))
    finish(collection, collection.begin(), Rating.HARD, [1])
    known, unknown = collection.report(collection.deck("1").cards)
    assert (unknown.mark, unknown.due, unknown.memories, unknown.reviews) == (None, None, {}, 0)
    assert known.mark == pytest.approx(1, abs=0.01)
    first, second = (known.memories[point.id] for point in known.card.points)
    assert first.state.stability > second.state.stability
    clock.pass_by(days=2)
    later = collection.report(collection.deck("1").cards)[0]
    assert later.mark is not None
    assert 0 < later.mark < 1
    assert known.held_until is None


# the doctor


def test_the_doctor_finds_and_mends_caches_that_differ(
    collection: Collection, clock: Clock
) -> None:
    collection.add(simple_deck(3))
    answer_all(collection)
    before = state(collection)
    for damage in (
        "UPDATE memory SET stability = stability * 2",
        "DELETE FROM memory",
        "UPDATE schedule SET due = due + 1",
        "DELETE FROM schedule",
    ):
        with collection.store.writing() as transaction:
            transaction.connection.execute(text(damage))
        assert collection.doctor().differences > 0
        assert collection.doctor(rebuild_caches=True).reviews == 3
        assert collection.doctor().differences == 0
        assert state(collection) == before


# backups


def test_restoring_brings_back_the_learner_and_closes_the_question(
    collection: Collection, clock: Clock
) -> None:
    collection.add(simple_deck(2))
    first = collection.back_up()
    answer_all(collection)
    collection.set(Settings("UTC", 1, 1, 0.8))
    clock.pass_by(minutes=1)
    collection.ask()
    assert collection.restore(first.name) == first
    assert collection.learner.settings.new_a_day == 20
    assert state(collection) == ({}, set())
    with pytest.raises(UsageError):
        collection.answer([1])
    check(collection)


def test_the_days_backup_tells_what_went_wrong_and_stops_nothing(
    collection: Collection, home: Path
) -> None:
    collection.add(simple_deck(1))
    assert collection.back_up_daily() is None
    assert [one.why for one in collection.backups()] == ["daily"]
    for backup in collection.backups():
        backup.path.unlink()
    (home / "backups").rmdir()
    (home / "backups").write_text("in the way")
    told = collection.back_up_daily()
    assert told is not None
    assert "could not be made" in told


# files


def test_an_export_is_never_written_over_unasked(collection: Collection, tmp_path: Path) -> None:
    collection.add(simple_deck(2))
    for ending in (".txt", ".csv", ".json"):
        path = tmp_path / f"deck{ending}"
        path.write_text("mine")
        with pytest.raises(UsageError, match="there already"):
            collection.export("1", path)
        assert path.read_text() == "mine"
        assert collection.export("1", path, overwrite=True) == path
        assert "prompt 100" in path.read_text()
    assert {path.suffix for path in tmp_path.iterdir()} <= {".txt", ".csv", ".json", ""}


@pytest.mark.parametrize("ending", [".txt", ".json"])
def test_an_export_read_again_is_the_same_deck(
    collection: Collection, open_collection: OpenCollection, tmp_path: Path, ending: str
) -> None:
    deck = replace(simple_deck(3), question="What is it?", tags=("x",))
    collection.add(deck)
    path = collection.export("1", tmp_path / f"deck{ending}")
    elsewhere = open_collection(tmp_path / "elsewhere")
    elsewhere.add(path)
    assert elsewhere.deck("1").cards == deck.cards
    assert (elsewhere.deck("1").id, elsewhere.deck("1").question) == (deck.id, deck.question)


def test_an_ending_that_is_none_is_refused(collection: Collection, tmp_path: Path) -> None:
    collection.add(simple_deck(1))
    for name in ("deck.exe", "deck"):
        with pytest.raises(UsageError, match="cannot be written"):
            collection.export("1", tmp_path / name)
    assert not list(tmp_path.glob("deck*"))


def test_a_file_that_cannot_be_written_leaves_nothing_behind(
    collection: Collection, tmp_path: Path
) -> None:
    collection.add(simple_deck(1))
    with pytest.raises(LearntError, match="cannot be written"):
        collection.export("1", tmp_path / "no such folder" / "deck.txt")
    (tmp_path / "deck.txt").mkdir()
    with pytest.raises(LearntError, match="cannot be written"):
        collection.export("1", tmp_path / "deck.txt", overwrite=True)
    assert not list(tmp_path.glob("*.part"))


def test_files_that_are_no_pages_are_told_by_name(collection: Collection, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"nowhere\.txt"):
        collection.add(tmp_path / "nowhere.txt")
    with pytest.raises(Unreadable, match="is a folder"):
        collection.add(tmp_path)
    (tmp_path / "image.txt").write_bytes(bytes(range(256)) * 40)
    with pytest.raises(Unreadable):
        collection.add(tmp_path / "image.txt")
    assert collection.decks() == ()


# finding


@pytest.fixture
def library(collection: Collection) -> Collection:
    titles = [
        "Rivers",
        "Rivers::Europe",
        "Rivers::Europe::Danube",
        "Riverside towns",
        "1848",
        "Ærø",
    ]
    for number, title in enumerate(titles, 1):
        collection.add(a_deck(number, [a_card(number)], title=title))
    return collection


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ("Rivers", ["Rivers", "Rivers::Europe", "Rivers::Europe::Danube"]),
        ("  rIVERS ", ["Rivers", "Rivers::Europe", "Rivers::Europe::Danube"]),
        ("rivers::europe", ["Rivers::Europe", "Rivers::Europe::Danube"]),
        ("riversi", ["Riverside towns"]),
        ("danube", ["Rivers::Europe::Danube"]),
        ("2", ["Rivers::Europe", "Rivers::Europe::Danube"]),
        ("1848", ["1848"]),
        ("184", ["1848"]),
        ("ÆRØ", ["Ærø"]),
        ("6", ["Ærø"]),
    ],
)
def test_decks_are_found_by_what_a_person_types(
    library: Collection, asked: str, titles: list[str]
) -> None:
    by_id = {row.id: row.title for row in library.decks()}
    assert [by_id[found] for found in library.find(asked)] == titles
    (first, *_) = library.find(asked)
    assert library.find(first)[0] == first


def test_what_could_be_several_is_asked_back(library: Collection) -> None:
    with pytest.raises(UsageError, match=r"“River” could be “Rivers”, .*Write a little more"):
        library.find("River")


@pytest.mark.parametrize("asked", ["Lakes", "99", "", "0"])
def test_what_is_not_there_is_not_found(library: Collection, asked: str) -> None:
    with pytest.raises(NotFound, match="learnt decks"):
        library.deck(asked)


def test_a_misspelt_title_gets_a_hint(library: Collection) -> None:
    with pytest.raises(NotFound, match="Did you mean “Riverside towns”"):
        library.find("Rivrside twons")


def test_a_deck_and_those_below_it_are_studied_together(library: Collection) -> None:
    def cards(asked: str) -> set[str]:
        return {item.card for item in library.queue(asked).items}

    def ids(*numbers: int) -> set[str]:
        return {a_card(number).id for number in numbers}

    assert cards("Rivers") == ids(1, 2, 3)
    assert cards("Rivers::Europe") == ids(2, 3)
    assert cards("1848") == ids(5)


def test_settings_changed_in_another_program_count_at_once(
    collection: Collection, open_collection: OpenCollection, clock: Clock
) -> None:
    """A collection that was open already must not go on with the old target."""
    collection.add(simple_deck(3))
    sitting = collection.begin()
    other = open_collection()
    other.set(replace(other.learner.settings, desired_retention=0.8))
    finish(collection, sitting, Rating.GOOD)
    assert collection.learner.settings.desired_retention == 0.8
    check(collection)


def test_settings_changed_in_two_programs_are_both_kept(anywhere: Collection, clock: Clock) -> None:
    with Collection.open(anywhere.home, database=anywhere.store.url, now=clock) as other:
        other.set(replace(other.learner.settings, new_a_day=5, desired_retention=0.8))
        anywhere.set(replace(anywhere.learner.settings, theme="dark", reviews_a_day=9))
        other.set(replace(other.learner.settings, marking="strict"))
    kept = anywhere.learner.settings
    assert (kept.new_a_day, kept.desired_retention, kept.theme) == (5, 0.8, "dark")
    with anywhere.store.reading() as transaction:
        kept = transaction.learners.get(anywhere.learner.id).settings
    assert (kept.new_a_day, kept.theme, kept.reviews_a_day, kept.marking) == (
        5,
        "dark",
        9,
        "strict",
    )


def test_where_no_backup_can_be_written_nothing_is_imported(
    collection: Collection, home: Path
) -> None:
    collection.add(simple_deck(1))
    (home / "backups").write_text("no folder")
    with pytest.raises(StoreError, match=r"Nothing was changed"):
        collection.add(simple_deck(1, number=2))
    assert len(collection.decks()) == 1
