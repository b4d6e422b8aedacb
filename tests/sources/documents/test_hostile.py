"""Documents that mean harm, and documents that were harmed: Unreadable or read, never else."""

import io
import random
import tracemalloc
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnt.errors import Unreadable
from learnt.ids import MakeId
from learnt.sources import Reading, read
from learnt.sources.documents import packed as zipped
from learnt.sources.documents.document import extract
from learnt.sources.documents.packed import Package
from learnt.sources.documents.pdf import process
from tests.sources.documents.made import (
    BULLETS,
    STYLES,
    Put,
    W,
    lines,
    packed,
    paragraph,
    pdf,
    shape,
    slides,
    table,
    word,
)
from tests.sources.documents.test_web import PAGE

BOMB = (
    '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c '
    '"&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
OUTSIDE = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("doctype", [BOMB, OUTSIDE, "<!DOCTYPE w>"])
@pytest.mark.parametrize("member", ["word/document.xml", "word/styles.xml", "word/numbering.xml"])
def test_entities_are_refused(doctype: str, member: str) -> None:
    members = {"word/document.xml": f"<w:document {W}>{paragraph('x')}</w:document>"}
    members[member] = f"{doctype}<w:document {W}><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:document>"
    with pytest.raises(Unreadable, match="entities"):
        extract(packed(members), "x.docx")


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    data = packed({"word/document.xml": b"<" + b" " * 60_000_000})
    tracemalloc.start()
    try:
        with pytest.raises(Unreadable, match="unpacks to far more"):
            extract(data, "x.docx")
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


def test_a_member_that_says_it_is_smaller_than_it_is() -> None:
    data = bytearray(packed({"word/document.xml": b"a" * 30_000}))
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = (5).to_bytes(4, "little")
    with pytest.raises(Unreadable):
        Package(bytes(data), "x.docx").read("word/document.xml")


def test_too_many_members(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, "MOST_MEMBERS", 10)
    with pytest.raises(Unreadable, match="unpacks"):
        Package(packed({str(number): "" for number in range(11)}), "x.docx")


def test_a_locked_member() -> None:
    data = bytearray(word(paragraph("x")))
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(sign)
        while at >= 0:
            data[at + place] |= 1
            at = data.find(sign, at + 4)
    with pytest.raises(Unreadable, match="password"):
        extract(bytes(data), "x.docx")


def test_names_of_members_are_no_paths() -> None:
    data = packed({"../../outside": "x", "/etc/x": "y", "word/document.xml": paragraph("z")})
    with pytest.raises(Unreadable):
        extract(data, "x.docx")
    assert Package(data, "x").names == ("../../outside", "/etc/x", "word/document.xml")


def test_a_package_in_a_package_is_not_opened() -> None:
    with pytest.raises(Unreadable, match="no document"):
        extract(packed({"inner.docx": word(paragraph("x"))}), "x.docx")


def test_a_tree_nested_without_end() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 5_000
    with pytest.raises(Unreadable, match="nested endlessly"):
        extract(packed({"word/document.xml": f"<w:document {W}>{deep}"}), "x.docx")


def test_tables_within_tables(make_id: MakeId) -> None:
    inner = paragraph("core")
    for _ in range(60):
        inner = f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"
    assert "core" in "".join(read(word(inner), "x.docx", make_id).lines)


def test_a_huge_table(make_id: MakeId) -> None:
    rows = [[f"term {number}", f"what term {number} means"] for number in range(3_000)]
    reading = read(word(table(rows)), "x.docx", make_id)
    assert len(reading.deck.cards) == 3_000


def test_styles_that_build_on_each_other() -> None:
    ring = (
        '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    members = {
        "word/document.xml": f"<w:document {W}>{paragraph('x', 'A')}</w:document>",
        "word/styles.xml": f"<w:styles {W}>{STYLES}{ring}</w:styles>",
    }
    found = extract(packed(members), "x.docx")
    assert found is not None
    assert found.text == "x"


def test_pages_that_turn_in_a_ring() -> None:
    data = pdf(lines(["What?"])).replace(b"/Kids [8 0 R]", b"/Kids [2 0 R]")
    with pytest.raises(Unreadable):
        extract(data, "x.pdf")


def test_a_process_that_breaks_down(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    monkeypatch.setattr(process, "_OUTSIDE", "there-is-no-such-script.py")
    with pytest.raises(Unreadable, match="more time or memory"):
        extract(pdf(lines(["What?"])), "x.pdf")


def test_a_process_that_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "SECONDS", 0.0)
    with pytest.raises(Unreadable, match="more time or memory"):
        extract(pdf(lines(["What?"])), "x.pdf")


ITEMS = paragraph("one", item=(BULLETS, 0)) + paragraph("two", item=(BULLETS, 1))
DOCUMENTS = {
    "x.docx": word(paragraph("Why?", "H1"), ITEMS, table([["a", "b"], ["c", "d"]])),
    "x.pptx": slides(shape("title", (0, "Why?")) + shape("body", (0, "one"), (1, "two"))),
    "x.html": PAGE.encode(),
    "x.mht": b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n--B\r\n"
    b"Content-Type: text/html\r\n\r\n" + PAGE.encode() + b"\r\n--B--\r\n",
    "x.pdf": pdf([Put(60, 40, "Why?", 18), *lines(["one", "two", "three"])]),
}


def harmed(data: bytes, seed: int) -> bytes:
    """Bytes changed, cut out, doubled or cut off."""
    chance = random.Random(seed)
    made = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(made))
        length = chance.choice((1, 1, 4, 40, 400))
        kind = chance.randrange(4)
        if kind == 0:
            made[at] = chance.randrange(256)
        elif kind == 1:
            del made[at : at + length]
        elif kind == 2:
            made[at:at] = made[at : at + length]
        else:
            made[at : at + length] = chance.randbytes(length)
        made = made or bytearray(b"x")
    return bytes(made)


def repacked(data: bytes, seed: int) -> bytes:
    """A package whose members are harmed, and which is itself whole."""
    chance = random.Random(seed)
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        members = {name: file.read(name) for name in file.namelist()}
    one = chance.choice([name for name, content in members.items() if content])
    return packed({**members, one: harmed(members[one], seed)})


def read_or_refused(data: bytes, name: str, make_id: MakeId) -> None:
    try:
        assert isinstance(read(data, name, make_id), Reading)
    except Unreadable as error:
        assert str(error)  # noqa: PT017 - either is right


@given(st.sampled_from(["x.docx", "x.pptx", "x.html", "x.mht"]), st.integers(0, 10**9))
@settings(max_examples=120, deadline=None)
def test_a_harmed_document(name: str, seed: int) -> None:
    read_or_refused(harmed(DOCUMENTS[name], seed), name, lambda: "id")


@given(st.sampled_from(["x.docx", "x.pptx"]), st.integers(0, 10**9))
@settings(max_examples=120, deadline=None)
def test_a_package_of_harmed_parts(name: str, seed: int) -> None:
    read_or_refused(repacked(DOCUMENTS[name], seed), name, lambda: "id")


@given(st.integers(0, 10**9))
@settings(max_examples=12, deadline=None)
def test_a_harmed_pdf(seed: int) -> None:
    read_or_refused(harmed(DOCUMENTS["x.pdf"], seed), "x.pdf", lambda: "id")
