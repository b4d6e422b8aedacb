"""One answer saved several times counts once; several programs on one collection lose nothing."""

import pickle
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from learnt.cli import run
from learnt.collection import Collection
from learnt.errors import StoreBusy
from learnt.journal import Rating, Review
from learnt.practice import Sitting
from learnt.store import connect
from tests.kill.checking import Account, Process, faults, made

SAVER = Path(__file__).with_name("saver.py")


@pytest.fixture
def account(tmp_path: Path) -> Account:
    return made(tmp_path)


def test_saved_twice_one_after_the_other(account: Account) -> None:
    with account.open() as collection:
        sitting = rated(collection.begin(), account)
        collection.save(sitting, Rating.GOOD)
        after = collection.save(sitting, Rating.EASY)  # the same answer, sent again
        assert after.item != sitting.item
        assert [review.rating for review in reviews(collection)] == [Rating.GOOD]
        assert collection.doctor().differences == 0


def test_saved_twice_across_a_restart(account: Account) -> None:
    with account.open() as collection:
        sitting = rated(collection.begin(), account)
        collection.save(sitting, Rating.GOOD)
    with account.open() as collection:
        collection.save(sitting, Rating.GOOD)
        assert len(reviews(collection)) == 1
        assert collection.doctor().differences == 0


@pytest.mark.parametrize("how", ["one collection", "two collections"])
def test_saved_by_two_threads_at_once(how: str, account: Account) -> None:
    with account.open() as first, account.open() as second:
        for _ in range(10):
            sitting = rated(first.begin(practise=True), account)
            pair = (first, first if how == "one collection" else second)
            at_once(
                *(lambda one=one, sitting=sitting: one.save(sitting, Rating.HARD) for one in pair)
            )
        found = reviews(first)
        assert len(found) == len({review.id for review in found}) == 10
        assert all(review.outcomes for review in found)
        assert first.doctor().differences == 0


def test_saved_by_two_threads_at_once_on_postgresql(tmp_path: Path, postgres_schema: str) -> None:
    account = made(tmp_path, postgres_schema)
    test_saved_by_two_threads_at_once("two collections", account)


def test_saved_by_two_processes_at_once(account: Account) -> None:
    with account.open() as collection:
        sitting = rated(collection.begin(), account)
    savers = [
        subprocess.Popen(
            [sys.executable, str(SAVER), str(account.home)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        for _ in range(2)
    ]
    for saver in savers:
        assert saver.stdin is not None
        saver.stdin.write(pickle.dumps(sitting))
        saver.stdin.flush()
    for saver in savers:
        assert saver.stdout is not None
        assert saver.stdout.readline() == b"ready\n"
    for saver in savers:
        assert saver.stdin is not None
        saver.stdin.write(b"\n")
        saver.stdin.flush()
    assert [saver.communicate()[0] for saver in savers] == [b"", b""]
    assert [saver.returncode for saver in savers] == [0, 0]
    with account.open() as collection:
        assert [review.id for review in reviews(collection)] == [sitting.event]
        assert collection.doctor().differences == 0


def test_two_processes_study_one_collection(account: Account) -> None:
    """Different answers, at the same time, to the same cards: all of them are there."""
    both(account, answers=12)


def test_two_processes_study_one_collection_on_postgresql(
    tmp_path: Path, postgres_schema: str
) -> None:
    both(made(tmp_path, postgres_schema), answers=6)


def test_two_programs_make_one_collection_at_once(tmp_path: Path) -> None:
    """Two first starts in the same moment: one learner, and both go on."""
    opened: list[Collection] = []

    def make() -> None:
        opened.append(Collection.open(tmp_path))

    at_once(make, make)
    one, other = opened
    with one, other:
        assert one.learner.id == other.learner.id
        assert one.doctor().faults == ()


def test_a_busy_collection_is_said(
    account: Account,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """75 is `EX_TEMPFAIL`: scripts may try again."""
    monkeypatch.setattr(connect, "WAIT_SECONDS", 0.1)
    with held(account.home):
        assert run(["delete", "Rivers and coasts", "--home", str(account.home)]) == 75
    said = capsys.readouterr()
    assert said.out == ""
    assert "Another program is using the collection" in said.err
    assert "try again" in said.err.lower()
    assert run(["delete", "Rivers and coasts", "--home", str(account.home)]) == 0


def test_reading_goes_on_while_another_writes(
    account: Account, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(connect, "WAIT_SECONDS", 0.1)
    with held(account.home):
        assert run(["decks", "--json", "--home", str(account.home)]) == 0
    assert "Rivers and coasts" in capsys.readouterr().out


def test_an_answer_meets_a_busy_collection_and_is_saved_later(
    account: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connect, "WAIT_SECONDS", 0.1)
    with account.open() as collection:
        sitting = rated(collection.begin(), account)
        with held(account.home), pytest.raises(StoreBusy):
            collection.save(sitting, Rating.GOOD)
        assert reviews(collection) == ()
        collection.save(sitting, Rating.GOOD)
        assert [review.id for review in reviews(collection)] == [sitting.event]


def test_a_write_waits_for_a_short_one(account: Account) -> None:
    with account.open() as collection:
        sitting = rated(collection.begin(), account)
        with held(account.home) as release:
            timer = threading.Timer(0.2, release)
            timer.start()
            collection.save(sitting, Rating.GOOD)
            timer.join()
        assert len(reviews(collection)) == 1


def both(account: Account, answers: int) -> None:
    options = ("--answers", str(answers), "--together")
    other = replace(account, intents={}, acknowledged=[], undone=[], said=[], surprises=[])
    with (
        Process(account, *options, "--seed", "1") as one,
        Process(other, *options, "--seed", "2") as two,
    ):
        for process in (one, two):
            process.until(lambda heard: heard["say"] == "ready")
        for process in (one, two):
            process.go()
        for process in (one, two):
            process.finish()
    assert len(account.acknowledged) == len(other.acknowledged) == answers
    account.acknowledged += other.acknowledged
    account.intents |= other.intents
    account.said.clear()  # which of the two sat where is no matter here
    assert faults(account) == []
    with account.open() as collection:
        assert len(reviews(collection)) == 2 * answers


def rated(sitting: Sitting, account: Account) -> Sitting:
    """The card on the table, answered, all of its points ticked."""
    assert sitting.exercise is not None
    sitting = sitting.reveal("", account.now)
    if len(sitting.exercise.points if sitting.exercise else ()) > 1:
        sitting = sitting.toggle_all(account.now).weigh(account.now)
    return sitting


def reviews(collection: Collection) -> tuple[Review, ...]:
    with collection.store.reading() as transaction:
        return transaction.journal.reviews(collection.learner.id)


def at_once(*doings: Callable[[], object]) -> None:
    """Do things in threads of their own, begun together; what fails in one fails here."""
    gate = threading.Barrier(len(doings))
    failed: list[BaseException] = []

    def do(doing: Callable[[], object]) -> None:
        gate.wait()
        try:
            doing()
        except Exception as error:  # noqa: BLE001 - looked at below
            failed.append(error)

    threads = [threading.Thread(target=do, args=(doing,)) for doing in doings]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []


@contextmanager
def held(home: Path) -> Iterator[Callable[[], None]]:
    """Another program that writes, and takes its time; what is given lets go of the lock."""
    with closing(sqlite3.connect(home / "collection.db", check_same_thread=False)) as connection:
        connection.isolation_level = None
        connection.execute("BEGIN IMMEDIATE")

        def release() -> None:
            if connection.in_transaction:
                connection.execute("ROLLBACK")

        yield release
        release()
