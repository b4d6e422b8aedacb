"""Pictures and sounds: a name stays what it was, nothing is lost, whatever comes."""

import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from learnt import Collection
from learnt.collection.media import LARGEST, Incoming, plain_name
from learnt.errors import StoreDamaged, UsageError
from learnt.store.contents import parts
from tests.collection.world import simple_deck
from tests.sources.test_media import PNG


def never(error: Exception) -> None:
    """No fault of a file is expected."""


def spoil(collection: Collection, name: str, data: bytes = b"other") -> None:
    row = collection.media.find(name)
    assert row is not None
    collection.store.contents.put([(row.digest, [data])])


def test_a_file_comes_back_by_its_name(anywhere: Collection) -> None:
    assert anywhere.media.bytes_of("heart.png") is None
    assert anywhere.media.save("heart.png", PNG) == "heart.png"
    assert anywhere.media.bytes_of("heart.png") == PNG
    row = anywhere.media.find("heart.png")
    assert row is not None
    assert (row.digest, row.size, row.kind) == (sha256(PNG).hexdigest(), len(PNG), "image/png")


def test_a_name_that_is_taken_stays_what_it_was(anywhere: Collection) -> None:
    assert anywhere.media.save("heart.png", PNG + b"1") == "heart.png"
    other = anywhere.media.save("heart.png", PNG + b"2")
    assert other == f"heart-{sha256(PNG + b'2').hexdigest()[:12]}.png"
    assert anywhere.media.save("heart.png", PNG + b"2") == other
    assert anywhere.media.save("heart.png", PNG + b"1") == "heart.png"
    assert anywhere.media.bytes_of("heart.png") == PNG + b"1"
    assert anywhere.media.bytes_of(other) == PNG + b"2"
    assert plain_name(other) == "heart.png"


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["a.png", "A.png", "é.png", "e\u0301.png", "no ending"]), st.binary()
        ),
        max_size=8,
    )
)
def test_whatever_comes_every_card_shows_its_own(
    collection: Collection, files: list[tuple[str, bytes]]
) -> None:
    given_ = [(collection.media.save(name, data), data) for name, data in files]
    for name, data in given_:
        assert collection.media.bytes_of(name) == data


def test_letters_that_look_the_same_are_the_same(collection: Collection) -> None:
    assert collection.media.save("e\u0301.png", PNG) == "é.png"
    assert collection.media.bytes_of("e\u0301.png") == PNG


@pytest.mark.parametrize(
    "name", ["", ".", "..", "../x.png", "a/b.png", "a\\b.png", "a\0.png", "a\n.png", "x" * 256]
)
def test_what_is_no_name_names_nothing(collection: Collection, name: str) -> None:
    assert collection.media.find(name) is None
    assert collection.media.bytes_of(name) is None
    with pytest.raises(UsageError):
        collection.media.save(name, PNG)


def test_the_longest_name_has_room_for_a_digest(collection: Collection) -> None:
    name = "x" * 251 + ".png"
    collection.media.save(name, b"1")
    other = collection.media.save(name, b"2")
    assert len(other) == 255
    assert collection.media.bytes_of(other) == b"2"


def test_what_is_too_large_is_told_and_the_rest_goes_on(collection: Collection) -> None:
    def endless() -> Iterator[bytes]:
        while True:
            yield bytes(1_000_000)

    files = [
        Incoming("a.png", lambda: [PNG]),
        Incoming("b.png", endless),
        Incoming("c.png", lambda: [PNG, b"c"]),
    ]
    saved, problems = collection.media.save_all(files, never)
    assert sorted(saved) == ["a.png", "c.png"]
    ((name, why),) = problems
    assert (name, "50 MB" in why) == ("b.png", True)
    with pytest.raises(UsageError, match="50 MB"):
        collection.media.save("d.png", bytes(LARGEST + 1))


def test_much_is_saved_in_little_memory(collection: Collection) -> None:
    """Sixty megabytes in files of six, of which never more than a few pieces are held."""

    def large(place: int) -> Iterator[bytes]:
        return (bytes([place]) * 100_000 for _ in range(60))

    files = (Incoming(f"{place}.mp3", lambda place=place: large(place)) for place in range(10))  # type: ignore[misc]  # mypy takes a default for an argument
    collection.media.save("first.mp3", b"what is loaded once")
    tracemalloc.start()
    try:
        collection.media.save_all(files, never)
        row = collection.media.find("3.mp3")
        assert row is not None
        assert sum(map(len, collection.media.pieces(row))) == 6_000_000
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 12_000_000


def test_an_error_that_is_no_fault_of_a_file_is_raised(collection: Collection) -> None:
    def broken() -> Iterator[bytes]:
        yield b""
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        collection.media.save_all([Incoming("a.png", broken)], never)


def test_the_doctor_says_what_no_card_names(anywhere: Collection) -> None:
    deck = simple_deck(2)
    anywhere.add(deck)
    one, two = anywhere.deck(deck.title).cards
    for name in ("shown.png", "binned.png", "unused.png"):
        anywhere.media.save(name, PNG + name.encode())
    anywhere.change(replace(one, media=("shown.png",)))
    anywhere.change(replace(two, media=("binned.png",)))
    anywhere.delete(deck.title, [2])
    media = anywhere.doctor().media
    assert (media.files, media.unused, media.damaged) == (3, 1, ())
    assert media.unused_size == len(PNG + b"unused.png")
    anywhere.bring_back("1")
    assert anywhere.media.bytes_of("binned.png") == PNG + b"binned.png"


def test_the_doctor_finds_damage_and_brings_back_what_a_backup_has(anywhere: Collection) -> None:
    anywhere.media.save("heart.png", PNG)
    anywhere.back_up()
    anywhere.media.save("later.png", PNG + b"2")
    spoil(anywhere, "heart.png")
    spoil(anywhere, "later.png")
    assert anywhere.doctor().media.damaged == ("heart.png", "later.png")
    assert anywhere.media.bytes_of("heart.png") is None
    assert anywhere.doctor(rebuild_caches=True).media.damaged == ("later.png",)
    assert anywhere.media.bytes_of("heart.png") == PNG
    assert anywhere.media.save("later.png", PNG + b"2") == "later.png"  # added again, it is whole
    assert anywhere.doctor().media.damaged == ()


def test_the_doctor_says_what_cards_name_and_never_came(anywhere: Collection) -> None:
    anywhere.add(simple_deck(1))
    (card,) = anywhere.deck("Deck 1").cards
    anywhere.media.save("heart.png", PNG)
    anywhere.change(replace(card, media=("heart.png", "lung.png")))
    assert anywhere.doctor().media.missing == ("lung.png",)


def test_a_restore_mends_what_the_backups_have_and_says_what_they_have_not(
    anywhere: Collection,
) -> None:
    anywhere.media.save("heart.png", PNG)
    anywhere.back_up()
    anywhere.media.save("later.png", PNG + b"2")
    backup = anywhere.back_up()
    for name in ("heart.png", "later.png"):
        spoil(anywhere, name, PNG[:3])
    row = anywhere.media.find("later.png")
    assert row is not None
    with anywhere.store.kept_contents._writer.begin() as connection:
        connection.execute(delete(parts).where(parts.c.digest == row.digest))
    assert anywhere.media.lost() == ("heart.png", "later.png")
    anywhere.restore(backup.name)
    assert anywhere.media.lost() == ("later.png",)
    assert anywhere.media.bytes_of("heart.png") == PNG


def test_a_folder_whose_pictures_were_deleted_gets_them_from_the_backups(
    collection: Collection, home: Path
) -> None:
    collection.media.save("heart.png", PNG)
    backup = collection.back_up()
    collection.close()
    for one in home.glob("media.db*"):
        one.unlink()
    with Collection.open(home, now=collection.now) as again:
        assert again.media.bytes_of("heart.png") is None
        again.restore(backup.name)
        assert again.media.bytes_of("heart.png") == PNG


@pytest.mark.parametrize("which", ["media.db", "backups/media.db"])
def test_a_file_of_pictures_that_is_damaged_is_moved_away(
    collection: Collection, home: Path, which: str
) -> None:
    """The message says so; then the other copy has all of it."""
    collection.media.save("heart.png", PNG)
    collection.back_up()
    collection.close()
    for one in home.glob(f"{which}*"):
        one.unlink()
    (home / which).write_bytes(b"no database " * 1000)
    with Collection.open(home, now=collection.now) as again:
        with pytest.raises(StoreDamaged, match="Move it away"):
            again.back_up()
        (home / which).unlink()
        again.doctor(rebuild_caches=True)
        again.back_up()
        assert again.media.lost() == ()
        row = again.media.find("heart.png")
        assert row is not None
        assert again.store.kept_contents.is_whole(row.digest)
