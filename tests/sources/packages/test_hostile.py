"""Packages made to do harm, and packages that something has happened to."""

import io
import json
import sqlite3
import stat
import struct
import tracemalloc
import zipfile

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from learnt.errors import Unreadable
from learnt.sources.packages import (
    AnkiPackage,
    Form,
    archive,
    map_package,
    media_file,
    open_package,
)
from learnt.sources.packages import database as reading
from tests.sources.packages.kept import CONTENT
from tests.sources.packages.making import database, packed, parts, zipped

PARTS = {form: parts(CONTENT, form) for form in Form}
PACKAGES = [zipped(one) for one in PARTS.values()]
MOST = 100_000_000
"""Bytes of memory that no small package may take."""


def opened(data: bytes) -> AnkiPackage:
    return open_package(io.BytesIO(data), "odd.apkg")


def refused(data: bytes) -> str:
    """What is said of a package that is refused, having taken little memory."""
    tracemalloc.start()
    try:
        with pytest.raises(Unreadable) as error:
            opened(data)
        assert tracemalloc.get_traced_memory()[1] < MOST
    finally:
        tracemalloc.stop()
    said = str(error.value)
    assert said.startswith("odd.apkg") or "odd.apkg" in said
    return said


def with_part(form: Form, **changed: bytes) -> bytes:
    """A package with some parts changed; `anki21b=…` is `collection.anki21b`."""
    named = {
        f"collection.{name}" if name.startswith("anki") else name: data
        for name, data in changed.items()
    }
    return zipped({**PARTS[form], **named})


def changed_database(*statements: str) -> bytes:
    """A legacy package whose database was changed by these statements."""
    connection = sqlite3.connect(":memory:")
    connection.deserialize(database(CONTENT))
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    return with_part(Form.LEGACY_1, anki2=connection.serialize())


@pytest.mark.parametrize(
    "data", [b"", b"PK", b"not a zip", b"PK\x03\x04" + b"\x00" * 100, b"PK\x05\x06" + b"\xff" * 18]
)
def test_no_package_at_all(data: bytes) -> None:
    assert "no Anki package" in refused(data) or "entries" in refused(data)


def test_a_zip_of_something_else() -> None:
    assert "holds no Anki collection" in refused(zipped({"word/document.xml": b"<w/>"}))


def test_a_package_within_a_package_is_not_opened() -> None:
    assert "must be unpacked first" in refused(zipped({"inner.apkg": PACKAGES[0]}))


def test_a_format_of_the_future_is_named() -> None:
    assert "newer format (9)" in refused(with_part(Form.LATEST, meta=b"\x08\x09"))


def test_a_database_that_unpacks_without_end() -> None:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file,
        file.open("collection.anki2", "w") as entry,
    ):
        entry.write(b"SQLite format 3\x00")
        for _ in range(60):
            entry.write(bytes(1 << 20))
    assert "grows to more than" in refused(out.getvalue())


def test_a_zstd_frame_that_unpacks_without_end() -> None:
    packer = zstandard.ZstdCompressor(level=19).compressobj()
    bomb = packer.compress(b"SQLite format 3\x00")
    for _ in range(100):
        bomb += packer.compress(bytes(1 << 20))
    assert "grows to more than" in refused(with_part(Form.LATEST, anki21b=bomb + packer.flush()))


def test_a_zstd_window_without_measure() -> None:
    parameters = zstandard.ZstdCompressionParameters(window_log=30, write_content_size=False)
    packer = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
    frame = packer.compress(database(CONTENT, 18)) + packer.flush()
    assert "cannot be unpacked" in refused(with_part(Form.LATEST, anki21b=frame))


def test_wrong_and_cut_zstd() -> None:
    whole = PARTS[Form.LATEST]["collection.anki21b"]
    assert "cannot be unpacked" in refused(with_part(Form.LATEST, anki21b=b"no frame at all"))
    assert "has no end" in refused(with_part(Form.LATEST, anki21b=whole[:-9]))
    assert "no database" in refused(with_part(Form.LATEST, anki21b=packed(b"plain text" * 50)))
    assert "is empty" in refused(with_part(Form.LATEST, anki21b=packed(b"SQLite format 3\x00")))


def test_more_entries_than_any_package_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_ENTRIES", 3)
    assert "entries" in refused(PACKAGES[0])


def test_a_list_of_entries_without_measure_is_not_read() -> None:
    data = bytearray(PACKAGES[0])
    at = data.rindex(b"PK\x05\x06")
    data[at + 12 : at + 16] = struct.pack("<L", 0x7FFFFFFF)
    assert "entries" in refused(bytes(data))


@pytest.mark.parametrize(
    "name",
    ["../../etc/passwd", "/etc/passwd", "C:\\boot.ini", "a/b.png", "..", "x\ny.png", "", "n" * 300],
)
@pytest.mark.parametrize("form", [Form.LEGACY_1, Form.LATEST])
def test_names_that_lead_elsewhere_are_left_out(form: Form, name: str) -> None:
    if form is Form.LATEST:
        entry = bytes([0x0A, len(name) & 0x7F | 0x80, len(name) >> 7]) + name.encode()
        media = packed(bytes([0x0A, len(entry) & 0x7F | 0x80, len(entry) >> 7]) + entry)
    else:
        media = json.dumps({"0": name}).encode()
    found = opened(with_part(form, media=media))
    assert found.media == ()
    (problem,) = found.problems
    assert "left out" in problem.why


def test_a_link_among_the_media_is_left_out() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, data in PARTS[Form.LEGACY_1].items():
            info = zipfile.ZipInfo(name)
            if name == "0":
                info.external_attr = (stat.S_IFLNK | 0o777) << 16
            file.writestr(info, b"/etc/passwd" if name == "0" else data)
    found = opened(out.getvalue())
    assert [one.name for one in found.media] == ["nile.mp3"]
    assert len(found.problems) == 1


def test_media_that_are_not_there_are_told() -> None:
    found = opened(with_part(Form.LEGACY_1, media=b'{"0": "a.png", "77": "b.png"}'))
    assert [one.name for one in found.media] == ["a.png"]
    assert "not in the package" in found.problems[0].why


@pytest.mark.parametrize("media", [b"", b"[]", b"{", b"[" * 100_000, b"\xff\xfe", b'{"0": 5}'])
def test_a_damaged_list_of_media_costs_the_media_alone(media: bytes) -> None:
    assert len(opened(with_part(Form.LEGACY_1, media=media)).notes) == len(CONTENT.notes)


def test_a_picture_that_unpacks_without_end() -> None:
    data = zipped({**PARTS[Form.LEGACY_1], "0": bytes(120_000_000)})
    found = opened(data)
    with pytest.raises(Unreadable, match="grows to more than"):
        media_file(io.BytesIO(data), found, found.media[0])


def test_triggers_and_views_of_the_file_do_nothing() -> None:
    found = opened(
        changed_database(
            "create trigger t after update on notes begin delete from cards; end",
            "alter table revlog rename to old",
            "create view revlog as select *, load_extension('x') from old",
        )
    )
    assert found.answers == {}
    assert len(found.notes) == len(CONTENT.notes)


def test_a_view_in_place_of_the_notes_is_refused() -> None:
    assert "no notes" in refused(
        changed_database("alter table notes rename to n", "create view notes as select * from n")
    )


def test_columns_worked_out_by_the_file_are_not_read() -> None:
    found = opened(
        changed_database(
            "drop table revlog",
            "create table revlog (id integer primary key, cid int, ease int as (3), ivl int, "
            "lastIvl int, factor int, time int, type int)",
        )
    )
    assert found.answers == {}
    assert "has no ease" in found.problems[0].why


def test_rows_of_wrong_types_are_left_out_and_counted() -> None:
    found = opened(
        changed_database(
            "update notes set flds = x'00ff' where rowid = (select min(rowid) from notes)",
            "update cards set due = 'soon' where ord = 1",
            "update revlog set ease = 2.5 where type = 2",
        )
    )
    assert len(found.notes) == len(CONTENT.notes) - 1
    assert len(found.cards) == len(CONTENT.cards) - 2
    assert sum(map(len, found.answers.values())) == 5
    assert [problem.why[:6] for problem in found.problems] == ["1 rows", "2 rows", "1 rows"]
    assert map_package(found).decks


def test_what_not_every_program_writes_of_a_card_is_not_missed() -> None:
    found = opened(
        changed_database(
            "alter table cards drop column factor", "alter table cards drop column data"
        )
    )
    assert [one[:3] for one in found.cards] == [one[:3] for one in CONTENT.cards]
    assert {(one.factor, one.stability) for one in found.cards} == {(0, 0.0)}
    assert found.problems == ()


@pytest.mark.parametrize("column", ["models", "decks"])
@pytest.mark.parametrize(
    "value",
    [
        "",
        "[]",
        "{",
        '{"1": 5, "x": {}}',
        "[" * 50_000,
        '{"12": {"flds": [1, {"ord": "a"}], "tmpls": 3}}',
    ],
)
def test_damaged_json_leaves_the_notes_readable(column: str, value: str) -> None:
    found = map_package(opened(changed_database(f"update col set {column} = '{value}'")))  # noqa: S608 - of the tests' own
    assert found.counts.notes == len(CONTENT.notes)
    assert found.decks


def test_a_break_in_the_middle_keeps_what_is_before_it() -> None:
    notes = [
        f"insert into notes select {n}, 'g{n}aaaaaaaaa', 11, 0, 0, '', 'q{n}' || char(31) || hex(zeroblob(300)), '', 0, 0, ''"
        for n in range(2_000_000_000_000, 2_000_000_000_400)
    ]
    whole = zipfile.ZipFile(io.BytesIO(changed_database(*notes))).read("collection.anki2")
    at = whole.index(b"q2000000000200")
    page = at - at % 4096
    broken = whole[:page] + b"\xff" * 4096 + whole[page + 4096 :]
    found = opened(with_part(Form.LEGACY_1, anki2=broken))
    assert 100 < len(found.notes) < 407
    assert "damaged" in found.problems[0].why


def test_a_cut_database_is_refused_or_read_as_far_as_it_is_whole() -> None:
    whole = database(CONTENT)
    for size in range(100, len(whole), 4096):
        try:
            found = opened(with_part(Form.LEGACY_1, anki2=whole[:size]))
        except Unreadable:
            continue
        assert found.problems


def test_too_many_rows_are_cut_off_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading.Database.rows, "__kwdefaults__", {"most": 3, "perhaps": ()})
    found = opened(PACKAGES[0])
    assert (len(found.notes), len(found.cards)) == (3, 3)
    assert "Only the first 3" in found.problems[0].why


def test_endless_text_is_cut_off_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_MOST_LETTERS", 100)
    assert any("more text than is read" in one.why for one in opened(PACKAGES[0]).problems)


def test_a_search_without_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_STEPS", 5)
    monkeypatch.setattr(reading, "_MOST_STEPS", 30)
    try:
        assert opened(PACKAGES[0]).problems
    except Unreadable as error:
        assert "interrupted" in str(error)  # noqa: PT017 - either is right


def test_a_note_with_cards_without_number_is_left_out() -> None:
    cards = [
        f"insert into cards select {n}, nid, did, {n}, mod, usn, type, queue, due, ivl, factor, "  # noqa: S608 - of the tests' own
        f"reps, lapses, left, odue, odid, flags, data from cards where id = {CONTENT.cards[0].id}"
        for n in range(2, 700)
    ]
    found = map_package(opened(changed_database(*cards)))
    assert any("more cards" in one.why for one in found.problems)
    assert len(found.decks[0].cards) == 6


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A package with bytes changed, cut or doubled, of itself or within one of its parts."""
    form = draw(st.sampled_from(list(Form)))
    entries = dict(PARTS[form])
    name = draw(st.sampled_from([*entries, "whole"]))
    data = bytearray(zipped(entries) if name == "whole" else entries[name])
    inside = form is Form.LATEST and name == "collection.anki21b" and draw(st.booleans())
    if inside:
        data = bytearray(database(CONTENT, 18))
    for _ in range(draw(st.integers(1, 12))):
        at = draw(st.integers(0, max(0, len(data) - 1)))
        length = draw(st.integers(0, 200))
        how = draw(st.sampled_from(["set", "cut", "double", "end"]))
        if how == "set":
            data[at : at + length] = draw(st.binary(max_size=200))
        elif how == "cut":
            del data[at : at + length]
        elif how == "double":
            data[at:at] = data[at : at + length]
        elif draw(st.integers(0, 9)) == 0:
            del data[at:]
    if name == "whole":
        return bytes(data)
    entries[name] = packed(bytes(data)) if inside else bytes(data)
    return zipped(entries)


@given(mutated())
def test_no_change_breaks_a_package(data: bytes) -> None:
    """It is refused with a message, or what is whole of it is read and mapped."""
    try:
        found = opened(data)
    except Unreadable as error:
        assert "odd.apkg" in str(error)  # noqa: PT017 - being refused is one of two right ways
        return
    mapped = map_package(found)
    assert mapped.counts.cards <= len(found.cards)
    for one in found.media:
        try:
            media_file(io.BytesIO(data), found, one)
        except Unreadable:
            continue
