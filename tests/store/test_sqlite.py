"""The suite on SQLite, and what only a file can be."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from learnt.clock import Instant
from learnt.errors import StoreBusy, StoreDamaged, StoreError
from learnt.ids import CardId
from learnt.store import FILE_NAME, Store, connect
from tests.store.conformance import OpenStore, StoreConformance
from tests.store.values import ME, NOW, everything, fill


class TestSqlite(StoreConformance):
    @pytest.fixture
    def url(self) -> str | None:
        return None

    def test_what_is_written_is_on_the_disk_when_it_is_acknowledged(self, store: Store) -> None:
        """synchronous = FULL, asked of the very connection that writes the journal."""
        for _ in range(2):
            with store.writing() as transaction:
                assert _pragma(transaction.connection, "synchronous") == 2
                assert _pragma(transaction.connection, "journal_mode") == "wal"
                assert _pragma(transaction.connection, "foreign_keys") == 1

    def test_a_new_connection_is_as_careful_as_the_first(self, store: Store) -> None:
        with store.reading(), store.reading(), store.writing() as transaction:
            assert _pragma(transaction.connection, "synchronous") == 2
            assert _pragma(transaction.connection, "foreign_keys") == 1

    def test_a_cards_reviews_are_found_without_the_others(self, store: Store) -> None:
        """An edit or an undo must not go through the whole journal."""
        with store.reading() as transaction:
            asked: list[str] = []
            driver = transaction.connection.connection.driver_connection
            assert isinstance(driver, sqlite3.Connection)
            driver.set_trace_callback(asked.append)
            transaction.journal.reviews_of(ME.id, CardId("a card"))
            driver.set_trace_callback(None)
            for one in (one for one in asked if one.startswith("SELECT")):
                plan = driver.execute(f"EXPLAIN QUERY PLAN {one}").fetchall()
                assert any("_by_card (card=? AND learner=?)" in row[3] for row in plan), plan

    def test_every_table_is_strict(self, store: Store) -> None:
        with store.reading() as transaction:
            rows = transaction.connection.execute(text("PRAGMA table_list")).all()
        loose = {row.name for row in rows if row.schema == "main" and not row.strict}
        assert loose <= {"sqlite_schema", "migration"}

    def test_a_writer_takes_its_lock_before_it_reads(
        self, open_store: OpenStore, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Else what it read could be stale when it writes."""
        monkeypatch.setattr(connect, "WAIT_SECONDS", 0.1)
        one, other = open_store(), open_store()
        with one.writing() as holding:
            holding.learners.list()
            with pytest.raises(StoreBusy), other.writing() as transaction:
                transaction.learners.list()

    def test_a_program_that_holds_the_file_is_waited_for_and_then_named(
        self, store: Store, open_store: OpenStore, home: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(connect, "WAIT_SECONDS", 0.1)
        with closing(sqlite3.connect(home / FILE_NAME, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            with pytest.raises(StoreBusy, match=r"(?i)another program.*collection\.db"):
                fill(open_store())
            other.execute("ROLLBACK")
        fill(store)

    def test_a_restore_does_not_wait_for_ever(
        self, store: Store, open_store: OpenStore, home: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(connect, "WAIT_SECONDS", 0.1)
        store = open_store()
        fill(store)
        backup = store.back_up(NOW)
        before = everything(store)
        with closing(sqlite3.connect(home / FILE_NAME, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreBusy):
                store.restore(backup.name, Instant(NOW + 1))
        assert everything(store) == before

    @pytest.mark.parametrize(
        "content", [b"Dear diary,\n" * 400, b"SQLite format 3\0" + b"\xa5" * 8000]
    )
    def test_a_file_that_is_no_database_is_called_damaged(
        self, open_store: OpenStore, home: Path, content: bytes
    ) -> None:
        home.mkdir()
        (home / FILE_NAME).write_bytes(content)
        with pytest.raises(StoreDamaged, match=r"collection\.db.*learnt restore"):
            open_store()
        assert (home / FILE_NAME).read_bytes() == content

    def test_a_broken_page_is_found_and_told(
        self, store: Store, open_store: OpenStore, home: Path
    ) -> None:
        for seed in range(1, 30):
            fill(store, seed)
        store.close()
        path = home / FILE_NAME
        data = path.read_bytes()
        assert len(data) > 20 * 4096
        path.write_bytes(data[: 8 * 4096] + b"\xee" * (len(data) - 8 * 4096))
        with pytest.raises(StoreDamaged, match="learnt restore"):
            everything(open_store())
        try:
            faults = open_store().faults()
        except StoreDamaged as damaged:
            faults = (str(damaged),)
        assert faults

    def test_a_damaged_collection_is_brought_back_from_a_backup(
        self, store: Store, open_store: OpenStore, home: Path
    ) -> None:
        for seed in range(1, 12):
            fill(store, seed)
        before = everything(store)
        backup = store.back_up(NOW)
        store.close()
        path = home / FILE_NAME
        path.write_bytes(backup.path.read_bytes()[: 10 * 4096])
        with pytest.raises(StoreDamaged):
            everything(open_store())
        path.unlink()  # what `learnt restore` is for, after the file was put aside
        again = open_store(Instant(NOW + 10))
        again.restore(backup.name, Instant(NOW + 20))
        assert everything(again) == before

    def test_a_sound_collection_has_no_faults(self, store: Store) -> None:
        fill(store)
        assert store.faults() == ()

    def test_a_point_without_its_card_is_a_fault(self, store: Store, home: Path) -> None:
        fill(store)
        with closing(sqlite3.connect(home / FILE_NAME, isolation_level=None)) as careless:
            careless.execute("UPDATE point SET card = 'gone'")
        assert store.faults() != ()

    def test_a_backup_is_one_whole_file(self, store: Store) -> None:
        fill(store)
        backup = store.back_up(NOW)
        assert [path.name for path in backup.path.parent.iterdir()] == [backup.name]
        with closing(sqlite3.connect(f"file:{backup.path}?mode=ro", uri=True)) as copy:
            assert copy.execute("SELECT count(*) FROM review").fetchone() == (2,)
        assert backup.size == backup.path.stat().st_size

    def test_a_backup_can_be_made_while_another_program_writes(
        self, store: Store, open_store: OpenStore
    ) -> None:
        fill(store, 1)
        before = everything(store)
        with open_store().writing() as transaction:
            transaction.connection.execute(text("UPDATE deck SET title = 'not yet'"))
            backup = store.back_up(NOW)
        assert everything(store) != before
        store.restore(backup.name, Instant(NOW + 1))
        assert everything(store) == before

    def test_a_home_that_cannot_be_made_is_told_with_what_to_do(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("I am no folder")
        with pytest.raises(StoreError, match=r"cannot be made.*--home"):
            Store.open(tmp_path / "file" / "home", None, NOW)

    def test_a_folder_in_the_files_place_is_told_with_what_to_do(self, tmp_path: Path) -> None:
        (tmp_path / FILE_NAME).mkdir()
        with pytest.raises(StoreError, match=r"collection\.db cannot be used.*can be written"):
            Store.open(tmp_path, None, NOW)

    def test_a_folder_that_may_only_be_read_is_told_with_what_to_do(self, nobody: Path) -> None:
        with pytest.raises(StoreError, match=r"collection\.db cannot be used.*can be written"):
            fill(Store.open(nobody, None, NOW))

    @pytest.fixture
    def nobody(self) -> Iterator[Path]:
        """A folder with a collection that we may read and not write, whoever we are."""
        home = Path(tempfile.mkdtemp())
        store = Store.open(home, None, NOW)
        with store.writing() as transaction:
            transaction.learners.add(ME, NOW)
        store.close()
        (home / FILE_NAME).chmod(0o444)
        home.chmod(0o555)
        root = os.geteuid() == 0
        if root:
            os.seteuid(65534)
        yield home
        if root:
            os.seteuid(0)
        home.chmod(0o755)
        shutil.rmtree(home)


def _pragma(connection: Connection, name: str) -> object:
    return connection.execute(text(f"PRAGMA {name}")).scalar_one()
