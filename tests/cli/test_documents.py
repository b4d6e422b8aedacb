"""Documents from the command line: read and added as pages are, by what they are."""

from pathlib import Path

from learnt.sources.intake.decode import LARGEST
from tests.cli.conftest import Learnt
from tests.sources.documents.made import BULLETS, SCAN, lines, packed, paragraph, pdf, word
from tests.sources.documents.test_mochi import WHOLE, packed_json

ASKED = ["Who built the dam?", "• Beavers"]


def test_a_document_is_read_with_its_lines(learnt: Learnt, tmp_path: Path) -> None:
    path = tmp_path / "notes.bin"
    path.write_bytes(pdf(lines(ASKED)))
    read = learnt("read", str(path), "--json")
    assert read.status == 0
    (card,) = read.line["cards"]
    assert (card["front"], card["points"], card["lines"]) == (ASKED[0], ["Beavers"], [1, 2])


def test_a_document_is_added_and_added_again(learnt: Learnt, tmp_path: Path) -> None:
    path = tmp_path / "dams.docx"
    path.write_bytes(word(paragraph(ASKED[0]), paragraph("Beavers", item=(BULLETS, 0))))
    added = learnt("add", str(path), "--json")
    assert (added.line["deck"], added.line["new"]) == ("dams", 1)
    again = learnt("add", str(path), "--json")
    assert (again.line["new"], again.line["same"]) == (0, 1)


def test_scanned_pages_are_told(learnt: Learnt, tmp_path: Path) -> None:
    path = tmp_path / "notes.pdf"
    path.write_bytes(pdf(lines(ASKED), SCAN))
    read = learnt("read", str(path))
    assert read.status == 1
    assert "Page 2 has no text" in " ".join((read.out + read.err).split())


def test_a_web_page_on_standard_input(learnt: Learnt) -> None:
    page = b"<html><body><p>Who built the dam?<ul><li>Beavers</ul></body></html>"
    assert learnt("read", "-", "--json", stdin=page).line["cards"][0]["front"] == ASKED[0]


def test_a_document_with_large_pictures_is_read_whole(learnt: Learnt, tmp_path: Path) -> None:
    """More bytes than a page of text may have, most of which are looked at by nobody."""
    path = tmp_path / "notes.pdf"
    picture = b"%" + b"x" * LARGEST + b"\n"
    path.write_bytes(pdf(lines(ASKED)).replace(b"%PDF-1.7\n", b"%PDF-1.7\n" + picture))
    assert learnt("read", str(path), "--json").line["cards"][0]["front"] == ASKED[0]


def test_a_collection_of_mochi_is_added_deck_by_deck(learnt: Learnt, tmp_path: Path) -> None:
    path = tmp_path / "mine.mochi"
    path.write_bytes(packed_json(WHOLE))
    first, second = learnt("read", str(path), "--json").lines
    assert (first["title"], second["title"]) == ("Biology::Cells", "Words")
    assert [len(one["problems"]) for one in (first, second)] == [4, 0]
    added = learnt("add", str(path), "--json")
    assert [(one["deck"], one["new"]) for one in added.lines] == [
        ("Biology::Cells", 3),
        ("Words", 3),
    ]
    again = learnt("add", str(path), "--json")
    assert [(one["new"], one["same"]) for one in again.lines] == [(0, 3), (0, 3)]
    lined = learnt("add", str(path), "--join", "2")
    assert lined.status == 2
    assert "one by one" in lined.err


def test_an_anki_package_is_told_apart(learnt: Learnt, tmp_path: Path) -> None:
    path = tmp_path / "notes.docx"
    path.write_bytes(packed({"collection.anki2": b"x", "media": "{}"}))
    read = learnt("read", str(path), "--json")
    assert read.status == 1
    assert "Anki" in read.line["problems"][0]["why"]
