"""Packages without answers: a card begins with what Anki expected, and nothing is invented."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from learnt import Collection
from learnt.clock import DAY_MS, Instant
from learnt.collection.folding import merge_events
from learnt.ids import EventId
from learnt.journal import Known, Rating, Undo
from learnt.sources.packages import Form, open_package
from learnt.sources.packages.values import AnkiCard
from tests.collection.test_packaging import card, write
from tests.collection.test_packing import answered
from tests.collection.world import Clock
from tests.sources.packages.kept import BASIC, DAY, REVERSED, RIVERS, START
from tests.sources.packages.kept import card as anki_card
from tests.sources.packages.kept import note as anki_note
from tests.sources.packages.making import Content, LogRow

BEGUN = START // 1000 - 100 * 86_400
"""Anki's first day: a hundred days before the learner comes here."""
ASKED = 95
"""The day on which the cards were asked last."""
FRONT = anki_note(1, BASIC, "Where does it rise?", "in the hills<br>in a lake")
BOTH = anki_note(2, REVERSED, "delta", "mouth of many arms")
SM2 = anki_card(1, FRONT, interval=40, due=ASKED + 40, reps=12, lapses=2, factor=2300)
FSRS = anki_card(2, BOTH, interval=60, due=ASKED + 60, reps=5, stability=72.5, difficulty=6.5)
BACK = anki_card(3, BOTH, ord_=1, reps=0)


@pytest.fixture
def clock() -> Clock:
    return Clock(Instant(START))


def content(*cards: AnkiCard, log: Sequence[LogRow] = ()) -> Content:
    changed = tuple(one._replace(changed=START // 1000) for one in cards)
    return Content((BASIC, REVERSED), (RIVERS,), (FRONT, BOTH), changed, tuple(log), {}, BEGUN)


def knowns(collection: Collection) -> tuple[Known, ...]:
    with collection.store.reading() as transaction:
        return transaction.journal.known(collection.learner.id)


def add(collection: Collection, folder: Path, made: Content, *, as_new: bool = False) -> int:
    return collection.add_package(write(folder, made), as_new=as_new).known


@pytest.mark.parametrize("form", list(Form))
def test_a_card_begins_with_what_anki_expected(
    anywhere: Collection, tmp_path: Path, form: Form
) -> None:
    path = write(tmp_path, content(SM2, FSRS, BACK), form)
    added = anywhere.add_package(path)
    assert (added.known, added.reviews) == (2, 0)
    last = (BEGUN + ASKED * 86_400) * 1000
    one, two = (card(anywhere, front) for front in ("Where does", "delta"))
    by_card = {known.card: known for known in knowns(anywhere)}
    assert (by_card[one.id].at, by_card[one.id].days, by_card[one.id].ease) == (last, 40.0, 2.3)
    assert (by_card[two.id].days, by_card[two.id].difficulty) == (72.5, 6.5)
    first, _ = anywhere.report([one, two])
    assert first.due is not None
    assert first.mark is not None
    assert 0.9 < first.mark < 1
    assert abs(first.due - (last + 40 * DAY_MS)) < 6 * DAY_MS  # 40 days, less or more for fuzz
    assert (first.reviews, len(first.memories)) == (12, 2)
    assert anywhere.doctor().differences == 0
    assert anywhere.add_package(path).known == 0
    assert anywhere.doctor().differences == 0


def test_it_is_no_answer(collection: Collection, tmp_path: Path) -> None:
    add(collection, tmp_path, content(SM2, FSRS, BACK))
    with collection.store.reading() as transaction:
        assert transaction.journal.reviews(collection.learner.id) == ()
        assert transaction.journal.last_standing(collection.learner.id) is None
        assert transaction.journal.ratings(collection.learner.id).ratings == ""
    assert collection.undo() is None
    assert collection.doctor(rebuild_caches=True).reviews == 0
    assert len(collection.report([card(collection, "Where does")])[0].memories) == 2


def test_only_the_direction_that_was_learnt_is_known(
    collection: Collection, tmp_path: Path
) -> None:
    add(collection, tmp_path, content(FSRS, BACK))
    with collection.store.reading() as transaction:
        found = transaction.caches.all_schedules(collection.learner.id)
    assert [one.direction for one in found] == ["forward"]


def test_answers_go_on_from_there_and_an_undo_leads_back(
    collection: Collection, clock: Clock, tmp_path: Path
) -> None:
    add(collection, tmp_path, content(SM2))
    one = card(collection, "Where does")
    before = collection.report([one])[0]
    clock.at = Instant(START + 40 * DAY)
    collection.ask()
    collection.answer(rating=3)
    after = collection.report([one])[0]
    assert after.due is not None
    assert after.due > clock.at + 40 * DAY_MS  # as of a card that was known for long
    assert after.reviews == 13
    assert collection.doctor().differences == 0
    with collection.store.reading() as transaction:  # no first answer, so nothing to fit to
        assert transaction.journal.ratings(collection.learner.id).ratings == ""
    collection.undo()
    assert collection.report([one])[0].memories == before.memories
    assert collection.doctor().differences == 0


def test_answers_that_come_later_take_its_place(collection: Collection, tmp_path: Path) -> None:
    """The same deck, exported with its history this time."""
    add(collection, tmp_path, content(SM2))
    log = [LogRow(START - days * DAY, SM2.id, 3, 1, -60, 2500, 5_000, 0) for days in (20, 10, 5)]
    second = collection.add_package(write(tmp_path, content(SM2, log=log)))
    assert (second.known, second.reviews) == (0, 3)
    report = collection.report([card(collection, "Where does")])[0]
    assert report.reviews == 3
    with collection.store.reading() as transaction:
        assert len(transaction.journal.ratings(collection.learner.id).ratings) == 6
    assert collection.doctor().differences == 0


def test_what_anki_learns_later_counts_until_the_first_answer_here(
    collection: Collection, clock: Clock, tmp_path: Path
) -> None:
    add(collection, tmp_path, content(SM2))
    later = SM2._replace(interval=90, due=ASKED + 97, reps=13)
    assert add(collection, tmp_path, content(later)) == 1
    one = card(collection, "Where does")
    assert collection.report([one])[0].reviews == 13
    clock.at = Instant(START + 100 * DAY)
    collection.ask()
    collection.answer(rating=3)
    last = later._replace(asked=(START + 200 * DAY) // 1000, reps=20)
    assert add(collection, tmp_path, content(last)) == 1
    assert collection.report([one])[0].reviews == 14
    assert collection.doctor().differences == 0


def test_cards_can_be_begun_as_new(collection: Collection, tmp_path: Path) -> None:
    """Where it was someone else who learnt them."""
    assert add(collection, tmp_path, content(SM2, FSRS, BACK), as_new=True) == 0
    assert collection.report([card(collection, "Where does")])[0].due is None


def test_without_a_day_to_go_by_the_cards_last_change_is_taken(
    collection: Collection, tmp_path: Path
) -> None:
    add(collection, tmp_path, replace(content(SM2), begun=0))
    assert [one.at for one in knowns(collection)] == [START]


def test_a_card_in_its_first_steps_begins_as_new(collection: Collection, tmp_path: Path) -> None:
    made = content(SM2._replace(interval=-600, reps=1), FSRS._replace(reps=0, interval=0))
    reading = collection.read_package(write(tmp_path, made))
    assert ["begin as new" in one.why for one in reading.problems] == [True]
    assert add(collection, tmp_path, made) == 0


@pytest.mark.parametrize(
    "odd",
    [
        {"stability": -1.0}, {"stability": 1e300}, {"difficulty": 99.0}, {"difficulty": -3.0},
        {"factor": 0}, {"factor": -5}, {"factor": 2**40}, {"interval": 2**40}, {"lapses": -7},
        {"reps": 2**60, "lapses": 2**60}, {"asked": 2**60}, {"due": -(2**40)}, {"due": 2**60},
    ],
)  # fmt: skip
def test_odd_numbers_do_no_harm(
    collection: Collection, tmp_path: Path, odd: dict[str, int | float]
) -> None:
    odd_card = SM2._replace(stability=30.0, difficulty=5.0)._replace(**odd)  # type: ignore[arg-type]  # numbers all
    collection.add_package(write(tmp_path, content(odd_card)))
    (report,) = collection.report([card(collection, "Where does")])
    assert report.due is not None
    assert collection.doctor().differences == 0
    collection.ask()


def test_it_can_be_taken_back_and_comes_back_from_the_trash(
    anywhere: Collection, tmp_path: Path
) -> None:
    add(anywhere, tmp_path, content(SM2))
    one = card(anywhere, "Where does")
    anywhere.delete("Rivers")
    assert anywhere.doctor().differences == 0
    anywhere.bring_back("1")
    assert anywhere.report([one])[0].reviews == 12
    (known,) = knowns(anywhere)
    undo = Undo(EventId(anywhere.make_id()), anywhere.learner.id, known.id, anywhere.now())
    with anywhere.store.writing() as transaction:
        assert merge_events(transaction, anywhere.learner, [undo]) == 1
    assert anywhere.report([one])[0].memories == {}
    assert anywhere.doctor().differences == 0


def test_what_anki_knew_goes_back_to_it(collection: Collection, tmp_path: Path) -> None:
    """With the interval, ease and counts it had, due on the day it is due here."""
    add(collection, tmp_path, content(SM2, FSRS, BACK))
    out = tmp_path / "out.apkg"
    collection.export_package(collection.titles()[0].title, out)
    with out.open("rb") as file:
        anki = {one.reps: one for one in open_package(file, out.name).cards}
    assert (anki[12].lapses, anki[12].factor) == (2, 2300)
    assert anki[5].stability == pytest.approx(72.5, rel=0.01)
    with collection.store.reading() as transaction:
        schedules = transaction.caches.all_schedules(collection.learner.id)
    for schedule in schedules:
        days = (schedule.due - schedule.last) / DAY_MS
        assert anki[schedule.reviews].interval == pytest.approx(days, abs=1)
    again = collection.add_package(out)
    assert (again.known, again.reviews) == (0, 0)


def test_days_are_counted_by_answers_alone(
    anywhere: Collection, clock: Clock, tmp_path: Path
) -> None:
    """Whenever it comes, whatever becomes of the card, and when it is taken back."""
    anywhere.add_package(write(tmp_path, content(SM2, FSRS, BACK)), as_new=True)
    for rating in (Rating.GOOD, Rating.AGAIN, Rating.HARD):
        answered(anywhere, clock, rating)
        clock.pass_by(days=1)
    before = anywhere.activity(20)
    anywhere.add_package(tmp_path / "rivers.apkg")
    anywhere.delete(anywhere.titles()[0].title)
    anywhere.bring_back("1")
    undos = [
        Undo(EventId(anywhere.make_id()), anywhere.learner.id, one.id, anywhere.now())
        for one in knowns(anywhere)
    ]
    for number in range(3):
        assert (number, anywhere.doctor().differences) == (number, 0)
        assert anywhere.activity(20) == before
        with anywhere.store.writing() as transaction:
            transaction.days.clear(anywhere.learner.id)
        anywhere.merge(undos[number : number + 1])
