"""What every store must do with pictures and sounds: bytes under digests, and names for them."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from learnt.clock import Instant
from learnt.store import PART, MediaRow, Store
from tests.store.values import NOW

some_times = settings(
    deadline=None,
    max_examples=25,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,  # what is under a digest is always the same
        HealthCheck.differing_executors,  # the suite runs on each database
        HealthCheck.too_slow,
    ],
)
SIZES = (0, 1, PART - 1, PART, PART + 1, 3 * PART + 7)


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def data_of(size: int) -> bytes:
    return bytes(place * 7 % 251 for place in range(size % PART)) + b"\xa5" * (size - size % PART)


def a_picture(name: str = "heart.png", data: bytes = b"heart", at: int = NOW) -> MediaRow:
    return MediaRow(name, digest(data), len(data), "image/png", Instant(at))


def keep(store: Store, name: str, data: bytes) -> MediaRow:
    row = a_picture(name, data)
    store.contents.put([(row.digest, [data])])
    with store.writing() as transaction:
        transaction.media.add(row)
    return row


def spoil(store: Store, row: MediaRow, data: bytes) -> None:
    """Put other bytes under its digest, as a broken disk might."""
    store.contents.put([(row.digest, [data])])


class MediaConformance:
    """The part of the suite that is about pictures and sounds."""

    @pytest.mark.parametrize("size", SIZES)
    def test_bytes_come_back_as_they_were(self, store: Store, size: int) -> None:
        data = data_of(size)
        store.contents.put([(digest(data), [data[:100], b"", data[100:]])])
        assert b"".join(store.contents.pieces(digest(data))) == data
        assert store.contents.is_whole(digest(data))
        assert all(len(piece) <= PART for piece in store.contents.pieces(digest(data)))

    @some_times
    @given(start=st.integers(0, SIZES[-1] + 9), length=st.integers(0, SIZES[-1]))
    def test_any_stretch_can_be_read(self, store: Store, start: int, length: int) -> None:
        data = data_of(SIZES[-1])
        if digest(data) not in store.contents.sizes([digest(data)]):
            store.contents.put([(digest(data), [data])])
        read = b"".join(store.contents.pieces(digest(data), start, start + length))
        assert read == data[start : start + length]
        assert b"".join(store.contents.pieces(digest(data), start)) == data[start:]

    def test_before_the_first_picture_nothing_is_there(self, store: Store) -> None:
        assert list(store.contents.pieces("0" * 64)) == []
        assert store.contents.sizes(["0" * 64]) == {}
        assert not store.contents.is_whole("0" * 64)

    def test_files_are_written_all_or_none(self, store: Store) -> None:
        def broken() -> list[bytes]:
            raise OSError("the package cannot be read any more")

        files = ((digest(one), [one] if one != b"b" else broken()) for one in (b"a", b"b"))
        with pytest.raises(OSError, match="any more"):
            store.contents.put(files)
        assert store.contents.sizes([digest(b"a"), digest(b"b")]) == {}

    def test_a_name_is_never_given_to_others(self, store: Store) -> None:
        with store.writing() as transaction:
            assert transaction.media.add(a_picture())
            assert not transaction.media.add(a_picture(data=b"another", at=NOW + 1))
        with store.reading() as transaction:
            assert transaction.media.get("heart.png") == a_picture()
            assert transaction.media.all() == (a_picture(),)

    @pytest.mark.parametrize("other", ["Heart.png", "heart.PNG", "heart.png ", "he\u0301art.png"])
    def test_names_that_are_nearly_the_same_are_others(self, store: Store, other: str) -> None:
        with store.writing() as transaction:
            transaction.media.add(a_picture())
            assert transaction.media.add(a_picture(other, b"another"))
        with store.reading() as transaction:
            found = transaction.media.named(["heart.png", other, "none.png"])
        assert found == {"heart.png": a_picture(), other: a_picture(other, b"another")}

    def test_what_has_come_before_is_known_by_what_describes_it(self, store: Store) -> None:
        with store.writing() as transaction:
            transaction.media.add(a_picture())
            for _ in range(2):
                transaction.media.came_from("00ff 5 5 heart.png", "heart.png")
        with store.reading() as transaction:
            known = transaction.media.from_sources(["00ff 5 5 heart.png", "elsewhere"])
        assert known == {"00ff 5 5 heart.png": "heart.png"}

    def test_backups_share_one_copy_of_the_bytes(self, store: Store) -> None:
        row = keep(store, "heart.png", b"heart" * PART)
        first = store.back_up(NOW)
        second = store.back_up(Instant(NOW + 1))
        assert max(first.size, second.size) < row.size
        assert b"".join(store.kept_contents.pieces(row.digest)) == b"heart" * PART

    def test_a_restore_keeps_what_came_later_and_brings_back_what_is_lost(
        self, store: Store, home: Path, open_store: Callable[..., Store]
    ) -> None:
        row = keep(store, "heart.png", b"heart")
        backup = store.back_up(NOW)
        later = keep(store, "lung.png", b"lung")
        store.restore(backup.name, Instant(NOW + 5))
        with store.reading() as transaction:
            assert transaction.media.all() == (row,)
        assert store.contents.is_whole(later.digest)  # for another backup may name it
        safety = next(one for one in store.backups() if one.why == "before-restore")
        store.restore(safety.name, Instant(NOW + 10))
        with store.reading() as transaction:
            assert transaction.media.all() == (row, later)
        assert store.contents.is_whole(later.digest)

    def test_damage_is_seen(self, store: Store) -> None:
        row = keep(store, "heart.png", b"heart")
        spoil(store, row, b"hearx")
        assert not store.contents.is_whole(row.digest)
