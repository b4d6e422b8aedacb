"""The pictures and sounds of a package come with its cards, each to the card that shows it."""

import tracemalloc
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from learnt import Collection
from learnt.clock import Instant
from learnt.collection.package_media import with_files
from learnt.deck import Card, Point
from learnt.deck.updating import State
from learnt.ids import CardId, PointId
from learnt.sources.packages import Form, MediaFile
from learnt.sources.packages.archive import Archive
from learnt.sources.packages.unpacking import media_pieces
from tests.collection.test_packaging import card, write
from tests.collection.world import Clock
from tests.sources.packages.kept import BASIC, CONTENT, DAY, START, WORDS
from tests.sources.packages.kept import card as anki_card
from tests.sources.packages.kept import note as anki_note
from tests.sources.packages.making import Content, package, parts, zipped
from tests.sources.test_media import PNG, wav

LAKE, NILE = PNG + b" of a lake", wav()
MEDIA = {"ox bow.png": LAKE, "nile.mp3": NILE}
WITH_MEDIA = replace(CONTENT, media=MEDIA)


@pytest.fixture
def clock() -> Clock:
    return Clock(Instant(START + 10 * DAY))


def pictured(guid: int, media: Mapping[str, bytes], back: str = "a picture") -> Content:
    """A package whose one card shows all of its files."""
    shown = "".join(f'<img src="{name}">' for name in media)
    note = anki_note(guid, BASIC, f"What is number {guid}? {shown}", back)
    return Content((BASIC,), (WORDS,), (note,), (anki_card(guid, note, WORDS),), (), media)


def shows(collection: Collection, prompt: str) -> list[bytes | None]:
    return [collection.media.bytes_of(name) for name in card(collection, prompt).media]


@pytest.mark.parametrize("form", list(Form))
def test_files_come_with_the_cards_and_once(
    anywhere: Collection, tmp_path: Path, form: Form
) -> None:
    path = write(tmp_path, WITH_MEDIA, form)
    added = anywhere.add_package(path)
    assert (added.files, added.file_bytes) == (2, len(LAKE) + len(NILE))
    assert added.problems == ()
    assert shows(anywhere, "What is this?") == [LAKE]
    assert shows(anywhere, "A […] grows") == [NILE]
    again = anywhere.add_package(path)
    assert (again.files, again.file_bytes, again.problems) == (0, 0, ())
    assert [(one.new, one.updated) for one in again.decks] == [(0, 0), (0, 0)]
    assert anywhere.doctor().media.damaged == ()


def test_what_is_known_is_not_read_again(
    collection: Collection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def heard(archive: Archive, form: Form, file: MediaFile) -> Iterator[bytes]:
        read.append(file.name)
        return media_pieces(archive, form, file)

    monkeypatch.setattr("learnt.sources.packages.opening.media_pieces", heard)
    path = write(tmp_path, WITH_MEDIA)
    collection.add_package(path)
    assert sorted(read) == ["nile.mp3", "ox bow.png"]
    collection.add_package(path)
    write(tmp_path, replace(WITH_MEDIA, media={**MEDIA, "ox bow.png": LAKE + b"!"}))
    collection.add_package(path)
    assert sorted(read) == ["nile.mp3", "ox bow.png", "ox bow.png"]


def test_only_the_files_of_the_chosen_decks_come(collection: Collection, tmp_path: Path) -> None:
    added = collection.add_package(write(tmp_path, WITH_MEDIA), ["Words"])
    assert (added.files, added.problems) == (0, ())


def test_other_bytes_under_the_same_name_go_to_their_own_card(
    anywhere: Collection, tmp_path: Path
) -> None:
    first = write(tmp_path, pictured(1, {"pic.png": PNG + b"1"}))
    anywhere.add_package(first)
    content = pictured(2, {"pic.png": PNG + b"2"})
    other = tmp_path / "other.apkg"
    other.write_bytes(package(content, Form.LATEST))
    anywhere.add_package(other)
    assert shows(anywhere, "What is number 1?") == [PNG + b"1"]
    assert shows(anywhere, "What is number 2?") == [PNG + b"2"]
    two = card(anywhere, "What is number 2?")
    assert two.media[0] != "pic.png"
    assert two.prompt == f'What is number 2? <img data-card src="{two.media[0]}">'
    for path in (first, other, first):
        again = anywhere.add_package(path)
        assert [(one.new, one.updated) for one in again.decks] == [(0, 0)]
    assert shows(anywhere, "What is number 1?") == [PNG + b"1"]


def test_names_that_differ_in_case_alone_are_two_files(
    collection: Collection, tmp_path: Path
) -> None:
    media = {"Pic.png": PNG + b"1", "pic.PNG": PNG + b"2"}
    collection.add_package(write(tmp_path, pictured(1, media)))
    assert shows(collection, "What is number 1?") == [PNG + b"1", PNG + b"2"]


def test_a_picture_that_was_changed_in_anki_is_the_new_one_here(
    collection: Collection, tmp_path: Path
) -> None:
    """In the question and in the answer, and again; the trash has the earlier wordings."""
    for version in (b"1", b"2", b"3", b"1"):
        content = pictured(1, {"pic.png": PNG + version}, 'It is <img src="pic.png">')
        collection.add_package(write(tmp_path, content))
        one = card(collection, "What is number 1?")
        assert shows(collection, "What is number 1?") == [PNG + version]
        assert one.media[0] in one.points[0].text
    assert len(collection.trash()) == 3


def test_a_changed_picture_is_seen_before_it_is_saved(anywhere: Collection, tmp_path: Path) -> None:
    """Its name is the same in the package; what is shown first is what saving changes."""
    anywhere.add_package(write(tmp_path, pictured(1, {"a.png": LAKE, "b.mp3": NILE})))
    later = write(tmp_path, pictured(1, {"a.png": PNG + b" of a pond", "b.mp3": NILE}))
    reading = anywhere.read_package(later)
    for state, updated in ((State.CHANGED, 1), (State.SAME, 0)):
        (would,) = anywhere.package_changes(reading)
        assert would is not None
        assert [one.state for one in would.update.met] == [state]
        (added,) = anywhere.add_package(reading).decks
        assert added.updated == updated
    later.unlink()
    assert len(anywhere.package_changes(reading)) == 1


def test_a_damaged_file_is_told_and_the_rest_comes(collection: Collection, tmp_path: Path) -> None:
    entries = parts(WITH_MEDIA, Form.LATEST)
    entries["0"] = entries["0"][:-3]
    path = tmp_path / "rivers.apkg"
    path.write_bytes(zipped(entries))
    added = collection.add_package(path)
    assert added.files == 1
    (problem,) = added.problems
    assert problem.text == "ox bow.png"
    assert shows(collection, "What is this?") == [None]
    assert shows(collection, "A […] grows") == [NILE]


def test_what_is_named_and_not_there_is_told(collection: Collection, tmp_path: Path) -> None:
    added = collection.add_package(write(tmp_path, replace(CONTENT, media={"nile.mp3": NILE})))
    assert added.files == 1
    assert [(one.text, "does not have" in one.why) for one in added.problems] == [
        ("ox bow.png", True)
    ]


def test_a_file_that_is_no_picture_is_kept_and_told(collection: Collection, tmp_path: Path) -> None:
    page = b"<html><script>alert(1)</script>"
    added = collection.add_package(write(tmp_path, pictured(1, {"page.png": page})))
    assert ["not shown" in one.why for one in added.problems] == [True]
    assert shows(collection, "What is number 1?") == [page]


def test_a_package_that_is_gone_by_now_gives_its_cards(
    collection: Collection, tmp_path: Path
) -> None:
    path = write(tmp_path, WITH_MEDIA)
    reading = collection.read_package(path)
    path.unlink()
    added = collection.add_package(reading)
    assert sum(one.new for one in added.decks) == 8
    assert ["cannot be read any more" in one.why for one in added.problems] == [True]


def test_large_files_come_in_little_memory(collection: Collection, tmp_path: Path) -> None:
    media = {f"{place}.png": PNG + bytes([place]) * 4_000_000 for place in range(12)}
    path = write(tmp_path, pictured(1, media))
    collection.add_package(write(tmp_path, CONTENT).rename(tmp_path / "first.apkg"))
    path = write(tmp_path, pictured(1, media))
    del media
    tracemalloc.start()
    try:
        assert collection.add_package(path).files == 12
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 16_000_000


def test_a_card_from_the_trash_has_its_picture(anywhere: Collection, tmp_path: Path) -> None:
    anywhere.add_package(write(tmp_path, WITH_MEDIA))
    anywhere.delete("Rivers")
    assert anywhere.doctor().media.unused == 0
    anywhere.bring_back("1")
    assert shows(anywhere, "What is this?") == [LAKE]


def test_edited_points_get_the_picture_too() -> None:
    point = Point(PointId("p"), 'mine: <img data-card src="pic-0123456789ab.png">')
    mine = Card(CardId("c"), "x", (point,), media=("pic.png",))
    after = with_files(mine, {"pic.png": "pic-ba9876543210.png"})
    assert after.points[0].text == 'mine: <img data-card src="pic-ba9876543210.png">'
    assert after.media == ("pic-ba9876543210.png",)
    assert with_files(mine, {}) is mine
