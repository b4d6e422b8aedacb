"""The folder of files that wait: whole or not there, bounded, and cleaned up."""

import errno
import io
import os
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from learnt.clock import DAY_MS
from learnt.collection import id_maker
from learnt.errors import NotFound, Unreadable
from learnt.web.uploads import keeping
from learnt.web.uploads.keeping import DAYS, Uploads
from learnt.web.uploads.seen import PackageSeen
from learnt.web.uploads.upload import Choice, SavedDeck, State, Upload
from tests.collection.world import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def uploads(tmp_path: Path, clock: Clock) -> Uploads:
    return Uploads(tmp_path / "uploads", clock, id_maker(clock, 3))


def take(uploads: Uploads, data: bytes = b"bytes", name: str = "a.apkg") -> Upload:
    return uploads.take(io.BytesIO(data), name, package=True)


def test_what_is_taken_is_there_for_another_start(uploads: Uploads, clock: Clock) -> None:
    one = take(uploads)
    again = Uploads(uploads.folder, clock, id_maker(clock, 4))
    assert again.get(one.id) == one
    assert (again.place(one) / "file").read_bytes() == b"bytes"
    assert (one.size, one.name, one.waits) == (5, "a.apkg", True)


@pytest.mark.parametrize(
    ("name", "kept"),
    [("a\ud800.apkg", "a?.apkg"), ("a\u202e.apkg", "a\ufffd.apkg"), ("a\nb", "a b")],
)
def test_a_name_that_can_be_shown(uploads: Uploads, name: str, kept: str) -> None:
    assert take(uploads, name=name).name == kept


def test_a_long_name_keeps_its_end(uploads: Uploads) -> None:
    name = take(uploads, name=f"{'x' * 10_000}.apkg").name
    assert len(name) < 200
    assert name.endswith("x.apkg")


def test_the_latest_comes_first(uploads: Uploads, clock: Clock) -> None:
    first = take(uploads)
    clock.pass_by(minutes=1)
    second = take(uploads)
    assert uploads.list() == (second, first)


def test_a_change_is_kept(uploads: Uploads) -> None:
    one = take(uploads)
    choice = Choice(("x",), {"Basic": ("Front", "Back")})
    uploads.change(one.id, lambda old: replace(old, state=State.STOPPED, choice=choice))
    found = uploads.get(one.id)
    assert (found.state, found.choice) == (State.STOPPED, choice)


def test_what_waits_is_removed_after_its_days(uploads: Uploads, clock: Clock) -> None:
    one = take(uploads)
    clock.pass_by(days=DAYS - 0.5)
    take(uploads)
    assert len(uploads.list()) == 2
    clock.pass_by(days=1)
    uploads.tidy()
    assert one not in uploads.list()
    with pytest.raises(NotFound, match="14 days"):
        uploads.get(one.id)


def test_a_folder_that_was_never_whole_is_removed_too(uploads: Uploads, clock: Clock) -> None:
    half = uploads.folder / id_maker(clock, 9)()
    half.mkdir(parents=True)
    old = (clock.at - (DAYS + 1) * DAY_MS) / 1000
    os.utime(half, (old, old))
    stranger = uploads.folder / "notes of mine"
    stranger.mkdir()
    os.utime(stranger, (old, old))
    uploads.tidy()
    assert not half.exists()
    assert stranger.exists()


@pytest.mark.parametrize("asked", ["", "x", "../..", "01a22441-978a-700e-9871-69af1323c0cf"])
def test_what_is_not_there(uploads: Uploads, asked: str) -> None:
    with pytest.raises(NotFound):
        uploads.get(asked)


def test_what_is_known_of_a_file_may_be_damaged(uploads: Uploads) -> None:
    one = take(uploads)
    (uploads.place(one) / "about").write_bytes(b'{"id": ')
    assert uploads.list() == ()
    with pytest.raises(NotFound):
        uploads.get(one.id)


def test_a_full_disk_is_told_and_leaves_nothing(
    uploads: Uploads, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(keeping, "_copied", full)
    with pytest.raises(Unreadable, match="No space left on device"):
        take(uploads)
    assert list(uploads.folder.iterdir()) == []


def test_what_was_seen_is_known_by_its_fields(uploads: Uploads) -> None:
    one = take(uploads)
    assert uploads.seen(one) is None
    seen = PackageSeen({}, (), (), 0, 0, 0, 0, 0, 0, ())
    path = uploads.place(one) / "seen"
    path.write_bytes(msgspec.json.encode(seen))
    assert uploads.seen(one) == seen
    other = replace(one, choice=Choice(None, {"Basic": ("Back", "Front")}))
    assert uploads.seen(other) is None
    path.write_bytes(b"{")
    assert uploads.seen(one) is None
    uploads.let_go(one)
    assert {file.name for file in uploads.place(one).iterdir()} == {"about"}


def test_a_deck_is_saved_once_however_often_it_is_said(uploads: Uploads) -> None:
    one = take(uploads)
    half = SavedDeck("d", "Rivers", 1, 0, 0, 2, 0, 1, 2)
    whole = replace(half, new=2, cards=2)
    other = replace(half, deck="e")
    after = one.with_saved(half).with_saved(other).with_saved(whole)
    assert after.saved == (other, whole)
    assert [deck.whole for deck in after.saved] == [False, True]
