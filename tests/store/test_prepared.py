"""Rows that are written thousands at a time are all there, however many they are."""

from pathlib import Path

import pytest

from learnt.clock import Instant
from learnt.store import Store, prepared
from learnt.store.schema import media
from learnt.store.upsert import insert_new
from tests.store.values import NOW


@pytest.mark.parametrize("most", [999, 10_000])
@pytest.mark.parametrize("count", [0, 1, 49, 50, 51, 100, 199, 200, 1_999, 2_000, 2_051, 4_000])
def test_all_rows_are_there_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int, count: int
) -> None:
    monkeypatch.setattr(prepared, "_VARIABLES", most)
    store = Store.open(tmp_path, None, Instant(NOW))
    rows = [(f"{place:05}.png", f"digest {place}", place, "png", NOW) for place in range(count)]
    with store.writing() as transaction:
        prepared.write_many(transaction.connection, insert_new("sqlite", media), iter(rows))
    with store.reading() as transaction:
        found = transaction.connection.exec_driver_sql("SELECT * FROM media ORDER BY name")
        assert [tuple(row) for row in found] == rows
