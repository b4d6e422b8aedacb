"""Rows that are written during a block are there after it, all of them or none."""

import threading
from pathlib import Path

import pytest

from learnt.clock import Instant
from learnt.store import Store
from tests.store.values import ME, NOW, a_history

HISTORIES = [a_history(number, answers=2) for number in range(1, 1_301)]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    opened = Store.open(tmp_path, None, Instant(NOW))
    with opened.writing() as transaction:
        transaction.learners.add(ME, NOW)
    return opened


def there(store: Store) -> int:
    with store.reading() as transaction:
        return len(transaction.journal.histories.all())


def test_many_rows_are_written_by_another_thread_and_are_there_after_the_block(
    store: Store,
) -> None:
    threads = []

    with store.writing() as transaction:

        def write() -> None:
            threads.append(threading.current_thread())
            transaction.journal.histories.append(HISTORIES)

        with transaction.meanwhile(len(HISTORIES), write):
            pass
        assert len(transaction.journal.histories.all()) == len(HISTORIES)
    assert threads != [threading.current_thread()]
    assert there(store) == len(HISTORIES)


def test_few_rows_are_there_in_the_block_already(store: Store) -> None:
    with store.writing() as transaction:
        append = transaction.journal.histories.append
        with transaction.meanwhile(3, lambda: append(HISTORIES[:3])):
            assert len(transaction.journal.histories.all()) == 3


def test_what_goes_wrong_in_the_block_leaves_nothing(store: Store) -> None:
    def fail() -> None:
        with store.writing() as transaction:
            append = transaction.journal.histories.append
            with transaction.meanwhile(len(HISTORIES), lambda: append(HISTORIES)):
                raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert there(store) == 0


def test_what_goes_wrong_while_rows_are_written_is_raised_and_leaves_nothing(store: Store) -> None:
    def fail() -> None:
        with store.writing() as transaction:

            def write() -> None:
                transaction.journal.histories.append(HISTORIES)
                raise ZeroDivisionError

            with transaction.meanwhile(len(HISTORIES), write):
                pass

    with pytest.raises(ZeroDivisionError):
        fail()
    assert there(store) == 0
