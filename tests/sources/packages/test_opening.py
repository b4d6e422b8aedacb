"""The same content in all three formats is the same package."""

import io

import pytest

from learnt.sources.packages import AnkiPackage, Form, Kind, media_file, open_package
from tests.sources.packages.kept import CARDS, CONTENT, DAY, DELTA, START
from tests.sources.packages.making import PLEASE_UPDATE, Content, package, parts, zipped


def opened(data: bytes) -> AnkiPackage:
    return open_package(io.BytesIO(data), "rivers.apkg")


@pytest.fixture(params=list(Form))
def form(request: pytest.FixtureRequest) -> Form:
    chosen: Form = request.param
    return chosen


def test_everything_is_read(form: Form) -> None:
    found = opened(package(CONTENT, form))
    assert found.form is form
    assert found.notes == CONTENT.notes
    assert found.cards == CONTENT.cards
    assert found.answers == {
        CARDS[0].id: [
            (START + 1 * DAY, 3, 8_000),
            (START + 2 * DAY, 1, 9_000),
            (START + 2 * DAY + 600_000, 3, 4_000),
            (START + 5 * DAY, 4, 5_000),
        ],
        CARDS[1].id: [(START + 3 * DAY, 3, 3_000)],
        CARDS[2].id: [(START + 3 * DAY + 60_000, 2, 3_000)],
    }
    assert found.decks == CONTENT.decks
    assert [(one.id, one.name, one.fields, one.templates) for one in found.note_types] == [
        (one.id, one.name, one.fields, one.templates) for one in CONTENT.types
    ]
    assert found.problems == ()


def test_kinds_are_told_from_the_templates(form: Form) -> None:
    found = opened(package(CONTENT, form))
    assert [one.kind for one in found.note_types] == [
        Kind.BASIC,
        Kind.REVERSED,
        Kind.OPTIONAL_REVERSED,
        Kind.CLOZE,
        Kind.TYPED,
        Kind.OTHER,
    ]


def test_media_have_names_and_bytes(form: Form) -> None:
    data = package(CONTENT, form)
    found = opened(data)
    assert [one.name for one in found.media] == ["ox bow.png", "nile.mp3"]
    read = [media_file(io.BytesIO(data), found, one) for one in found.media]
    assert read == [b"\x89PNG of a lake", b"a sound"]


def test_the_old_database_of_a_newer_package_is_not_read() -> None:
    for form in (Form.LATEST, Form.LEGACY_2):
        assert PLEASE_UPDATE not in {one.fields[0] for one in opened(package(CONTENT, form)).notes}


def test_without_a_version_the_newest_database_counts() -> None:
    made = parts(CONTENT, Form.LEGACY_2)
    del made["meta"]
    assert opened(zipped(made)).form is Form.LEGACY_2


def test_a_card_lent_to_a_filtered_deck_is_in_its_home() -> None:
    from tests.sources.packages.making import database

    raw = database(CONTENT)
    import sqlite3

    connection = sqlite3.connect(":memory:")
    connection.deserialize(raw)
    home = CARDS[4].deck
    connection.execute(
        "update cards set did = ?, odid = ?, due = 999, odue = 7 where id = ?",
        (CONTENT.decks[2].id, home, CARDS[4].id),
    )
    connection.commit()
    made = {**parts(CONTENT, Form.LEGACY_1), "collection.anki2": connection.serialize()}
    found = opened(zipped(made))
    assert found.cards[4] == CARDS[4]._replace(due=7)
    assert found.cards[4].note == DELTA.id


def test_a_package_without_anything_in_it_is_read(form: Form) -> None:
    found = opened(package(Content(), form))
    assert (found.notes, found.cards, found.answers, found.media) == ((), (), {}, ())
