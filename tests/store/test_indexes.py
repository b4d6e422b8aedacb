"""An index that is built once many rows have come in is the index there was."""

import sqlite3
from pathlib import Path

import pytest

from learnt.clock import Instant
from learnt.store import FILE_NAME, Store, Transaction
from learnt.store.indexes import built_after
from tests.store.values import ME, NOW, a_card, a_history, a_review

INDEX = "history_by_card"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    opened = Store.open(tmp_path, None, Instant(NOW))
    with opened.writing() as transaction:
        transaction.learners.add(ME, NOW)
    return opened


def there(transaction: Transaction) -> list[str]:
    rows = transaction.connection.exec_driver_sql(
        "SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name"
    )
    return [row[0] for row in rows]


def test_more_rows_than_there_are_come_in_without_the_index_which_then_is_as_it_was(
    store: Store, tmp_path: Path
) -> None:
    histories = [a_history(number, answers=3) for number in range(1, 1_200)]
    with store.writing() as transaction:
        before = there(transaction)
        with built_after(transaction.connection, 2_000, INDEX):
            assert len(there(transaction)) == len(before) - 1
        transaction.journal.histories.append(histories)
        assert there(transaction) == before
        found = transaction.journal.reviews_of(ME.id, a_card(7).id)
    assert found == tuple(histories[6].reviews())
    with sqlite3.connect(tmp_path / FILE_NAME) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_fewer_rows_than_there_are_come_in_with_the_index(store: Store) -> None:
    with store.writing() as transaction:
        before = there(transaction)
        histories = [a_history(number, answers=1) for number in range(1, 1_201)]
        transaction.journal.histories.append(histories)
        for rows in (3, 1_100):
            with built_after(transaction.connection, rows, INDEX):
                assert there(transaction) == before
        with built_after(transaction.connection, 1_200, INDEX):
            assert there(transaction) != before


def test_where_something_fails_everything_is_as_before(store: Store) -> None:
    def fail() -> None:
        with (
            store.writing() as transaction,
            built_after(transaction.connection, 5_000, INDEX),
        ):
            transaction.journal.append(a_review(1, a_card(1)))
            raise ZeroDivisionError

    with store.reading() as transaction:
        before = there(transaction)
    with pytest.raises(ZeroDivisionError):
        fail()
    with store.reading() as transaction:
        assert there(transaction) == before
        assert transaction.journal.reviews(ME.id) == ()
