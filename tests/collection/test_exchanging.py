"""Collections that give each other their packages: each answer is there once, wherever it went."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec import structs

from learnt import Collection
from learnt.clock import Instant
from learnt.ids import EventId
from learnt.journal import Rating, Review, Undo
from learnt.sources.packages import Form
from learnt.sources.packages.own import id_field, record_in
from tests.collection.conftest import OpenCollection
from tests.collection.test_known import BACK, FSRS, SM2, content, knowns
from tests.collection.test_packaging import write
from tests.collection.test_packing import answered
from tests.collection.world import Clock, check
from tests.sources.packages.edited import content_of
from tests.sources.packages.kept import DAY, START
from tests.sources.packages.making import package


@pytest.fixture
def clock() -> Clock:
    return Clock(Instant(START + 10 * DAY))


@pytest.fixture
def other(open_collection: OpenCollection, tmp_path: Path) -> Collection:
    return open_collection(tmp_path / "other")


def given(collection: Collection) -> tuple[Review, ...]:
    with collection.store.reading() as transaction:
        return transaction.journal.reviews(collection.learner.id)


def told(collection: Collection) -> Counter[tuple[object, ...]]:
    return Counter((one.card, one.direction, one.at, one.rating) for one in given(collection))


def memories(collection: Collection) -> object:
    with collection.store.reading() as transaction:
        return transaction.caches.all_memories(collection.learner.id)


def out_of(collection: Collection, path: Path) -> Path:
    collection.export_package([one.title for one in collection.titles()], path, overwrite=True)
    return path


def with_notes_of(path: Path, notes: Path) -> Path:
    """Anki's log and cards of one package, its notes as another has them."""
    made = content_of(path.read_bytes())
    made = replace(made, notes=content_of(notes.read_bytes()).notes)
    path.write_bytes(package(made, Form.LATEST))
    return path


def test_in_turns(anywhere: Collection, other: Collection, clock: Clock, tmp_path: Path) -> None:
    anywhere.add_package(write(tmp_path))
    paths: list[Path] = []
    sides = (anywhere, other)
    for turn in range(4):
        giver, taker = sides[turn % 2], sides[1 - turn % 2]
        answered(giver, clock, Rating.GOOD, Rating.AGAIN)
        paths.append(out_of(giver, tmp_path / f"{turn}.apkg"))
        assert taker.add_package(paths[-1]).reviews > 0
        assert told(taker) == told(giver)
        for one in (*paths, tmp_path / "rivers.apkg"):
            assert [side.add_package(one).reviews for side in sides] == [0, 0]
    check(anywhere)
    check(other)


def test_what_both_brought_from_anki(
    anywhere: Collection, other: Collection, tmp_path: Path
) -> None:
    """The ids of the answers are made for each learner, and are not the same."""
    path = write(tmp_path)
    anywhere.add_package(path)
    other.add_package(path)
    before = told(anywhere)
    undone = given(anywhere)[0]
    anywhere.undo(undone.id)
    added = anywhere.add_package(out_of(other, tmp_path / "out.apkg"))
    assert (added.reviews, added.known) == (0, 0)
    before[(undone.card, undone.direction, undone.at, undone.rating)] -= 1
    assert told(anywhere) == +before


def test_what_was_known_comes_once(
    collection: Collection, other: Collection, clock: Clock, tmp_path: Path
) -> None:
    path = write(tmp_path, content(SM2, FSRS, BACK))
    assert collection.add_package(path).known == other.add_package(path).known == 2
    one, _ = knowns(collection)
    undo = Undo(EventId(collection.make_id()), collection.learner.id, one.id, clock())
    collection.merge([undo])
    collection.delete(collection.titles()[0].title)
    assert collection.add_package(out_of(other, tmp_path / "out.apkg")).known == 0
    assert one not in knowns(collection)


@pytest.mark.parametrize("ratings", [(), (Rating.GOOD, Rating.AGAIN)])
def test_what_a_card_begins_with_goes_along(
    collection: Collection,
    other: Collection,
    clock: Clock,
    tmp_path: Path,
    ratings: tuple[Rating, ...],
) -> None:
    """With answers that came after it and without; and from there on, and back."""
    collection.add_package(write(tmp_path, content(SM2, FSRS, BACK)))
    answered(collection, clock, *ratings)
    path = out_of(collection, tmp_path / "out.apkg")
    assert other.add_package(path).known == 2
    assert memories(other) == memories(collection)
    assert [replace(one, learner=collection.learner.id) for one in knowns(other)] == [
        *knowns(collection)
    ]
    back = out_of(other, tmp_path / "back.apkg")
    assert [collection.add_package(one).known for one in (path, back)] == [0, 0]
    assert collection.doctor().differences == other.doctor().differences == 0


def test_what_anki_knew_after_the_first_answer_here_is_no_beginning(
    collection: Collection, clock: Clock, tmp_path: Path
) -> None:
    """It does not count here, and the package says so too."""
    clock.at = Instant(START - 30 * DAY)
    collection.add_package(write(tmp_path, content(SM2)), as_new=True)
    answered(collection, clock, Rating.GOOD)
    clock.at = Instant(START)
    assert collection.add_package(tmp_path / "rivers.apkg").known == 1
    package_ = content_of(out_of(collection, tmp_path / "out.apkg").read_bytes())
    assert {one.reps for one in package_.cards} == {1}


def test_an_answer_taken_back_here_stays_so_though_ankis_log_has_it(
    collection: Collection, clock: Clock, tmp_path: Path
) -> None:
    """The note was written again since, so that its record has the answer no more."""
    collection.add_package(write(tmp_path))
    answered(collection, clock, Rating.GOOD)
    first = out_of(collection, tmp_path / "first.apkg")
    collection.undo()
    before = told(collection)
    second = out_of(collection, tmp_path / "second.apkg")
    assert collection.add_package(with_notes_of(first, second)).reviews == 0
    assert told(collection) == before


def test_an_answer_that_the_record_does_not_have_yet(
    collection: Collection, clock: Clock, tmp_path: Path
) -> None:
    collection.add_package(write(tmp_path))
    first = out_of(collection, tmp_path / "first.apkg")
    answered(collection, clock, Rating.GOOD)
    before = told(collection)
    second = out_of(collection, tmp_path / "second.apkg")
    assert collection.add_package(with_notes_of(second, first)).reviews == 0
    assert told(collection) == before


ODD = {
    "late": (-(2**62), -1, 2**40),
    "id": (b"", b"y" * 15, b"x" * 16),
    "ratings": (b"\x00", b"\x09\x01", b"\x01" * 50),
}


@pytest.mark.parametrize("what", [*ODD, "gone", "held"])
def test_a_record_that_somebody_made_up_does_no_harm(
    collection: Collection, other: Collection, clock: Clock, tmp_path: Path, what: str
) -> None:
    """It has a true check sum and says what no program of ours writes."""
    collection.add_package(write(tmp_path))
    answered(collection, clock, Rating.GOOD)
    made = content_of(out_of(collection, tmp_path / "out.apkg").read_bytes())
    values = ODD.get(what, (-(2**60), 2**60) if what == "held" else ((b"",), (b"z" * 16,) * 3))
    for value in values:
        notes = []
        for note in made.notes:
            record = record_in(note.fields[3])
            assert record is not None
            if what in ODD:
                past = tuple(structs.replace(one, **{what: value}) for one in record.past)
                record = structs.replace(record, past=past)
            else:
                record = structs.replace(record, **{what: value})
            notes.append(replace(note, fields=(*note.fields[:3], id_field(record))))
        path = tmp_path / "odd.apkg"
        path.write_bytes(package(replace(made, notes=notes), Form.LATEST))
        for side in (collection, other):
            side.add_package(path)
            assert side.left() == side.queue().left
            assert side.doctor().differences == 0
