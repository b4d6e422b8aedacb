"""Word documents: what stands in them, as lines."""

from collections.abc import Callable

import pytest

from learnt.errors import Unreadable
from learnt.ids import MakeId
from learnt.sources import Reading, read
from learnt.sources.documents.document import extract
from tests.sources.documents.made import BULLETS, NUMBERS, W, packed, paragraph, table, word

Read = Callable[..., Reading]


def text_of(*body: str) -> str:
    found = extract(word(*body), "notes.docx")
    assert found is not None
    return found.text


def test_questions_with_lists(make_id: MakeId) -> None:
    data = word(
        paragraph("The Congress of Vienna", "H1"),
        paragraph("What did Metternich want?"),
        paragraph("a balance of powers", item=(BULLETS, 0)),
        paragraph("no rising anywhere", item=(BULLETS, 0)),
        paragraph("in Italy least of all", item=(BULLETS, 1)),
        paragraph("Who spoke for France?"),
        paragraph("Talleyrand", item=(BULLETS, 0)),
    )
    reading = read(data, "notes.docx", make_id)
    assert reading.lines == (
        *("# The Congress of Vienna", "", "What did Metternich want?"),
        *("• a balance of powers", "• no rising anywhere", "  • in Italy least of all"),
        *("Who spoke for France?", "• Talleyrand"),
    )
    assert reading.deck.title == "The Congress of Vienna"
    assert [card.prompt for card in reading.deck.cards] == [
        "What did Metternich want?",
        "Who spoke for France?",
    ]
    assert [card.source_lines for card in reading.deck.cards] == [(3, 6), (7, 8)]
    assert reading.problems == ()


def test_numbers_that_word_counts_itself() -> None:
    body = [
        paragraph("Which planet is nearest to the sun?", item=(NUMBERS, 0)),
        paragraph("Venus", item=(NUMBERS, 1)),
        paragraph("Mercury", item=(NUMBERS, 1)),
        paragraph("not Vulcan", item=(NUMBERS, 2)),
        paragraph("Answer: b"),
        paragraph("Which has the most mass?", item=(NUMBERS, 0)),
        paragraph("Saturn", item=(NUMBERS, 1)),
    ]
    assert text_of(*body).split("\n") == [
        "1. Which planet is nearest to the sun?",
        *("  a) Venus", "  b) Mercury", "    i. not Vulcan"),
        *("Answer: b", "2. Which has the most mass?", "  a) Saturn"),
    ]


def test_a_title_and_lists_by_their_styles() -> None:
    body = [
        *(paragraph("The heart", "T"), paragraph("Valves", "H1")),
        *(paragraph("four", item=(BULLETS, 0)), paragraph("of three kinds", "B2", (BULLETS, 0))),
    ]
    assert text_of(*body) == "# The heart\n\n## Valves\n\n• four\n  • of three kinds"


def test_a_table_and_bold_terms() -> None:
    rows = [["Term", "Meaning"], ["lee", "the sheltered side"], ["luff", "the edge | of a sail"]]
    assert (
        text_of(table(rows)) == "Term\tMeaning\nlee\tthe sheltered side\nluff\tthe edge | of a sail"
    )
    assert text_of(table(rows[:2], headed=True)).startswith("| Term | Meaning |\n| --- | --- |\n")
    assert text_of(paragraph("**lee** the sheltered side")) == "**lee** the sheltered side"


def test_what_is_not_the_text_is_left_out() -> None:
    body = [
        paragraph("Contents .... 3", "C1"),
        (
            "<w:p><w:del><w:r><w:t>gone</w:t></w:r></w:del><w:r><w:t>st</w:t></w:r>"
            "<w:r><w:t>ays</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
            "<w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
        ),
        "<w:p><w:r><w:t>first</w:t><w:br/><w:t>second</w:t></w:r></w:p>",
    ]
    assert text_of(*body) == "stays\nfirst\nsecond"


def test_raised_and_lowered_letters_and_other_scripts() -> None:
    low = '<w:r><w:rPr><w:vertAlign w:val="subscript"/></w:rPr><w:t>2</w:t></w:r>'
    run = "<w:r><w:t>{}</w:t></w:r>"
    assert text_of(f"<w:p>{run.format('H')}{low}{run.format('O')}</w:p>") == "H₂O"
    assert text_of(paragraph("Что такое оазис?"), paragraph("什么是绿洲？")) == (
        "Что такое оазис?\n什么是绿洲？"
    )


def test_its_first_bytes_say_what_it_is_and_not_its_name(make_id: MakeId) -> None:
    data = word(paragraph("Capital of Peru?"), paragraph("Lima"))
    for name in ("notes.txt", "notes.pdf", "notes", "notes.docx"):
        assert read(data, name, make_id).lines == ("Capital of Peru?", "Lima")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (word(), "no text"),
        (word(paragraph(" ")), "no text"),
        (packed({}), "no document"),
        (packed({"a.txt": "What?"}), "no document"),
        (packed({"xl/workbook.xml": "<x/>"}), "spreadsheet"),
        (packed({"content.xml": "<x/>"}), "OpenDocument"),
        (packed({"collection.anki2": b"x"}), "Anki"),
        (packed({"word/document.xml": f"<w:document {W}><w:body>"}), "damaged"),
        (packed({"word/document.xml": "no XML"}), "damaged"),
        (packed({"word/document.xml": ""}), "damaged|no text"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(data: bytes, words: str) -> None:
    with pytest.raises(Unreadable, match=words) as caught:
        extract(data, "notes.docx")
    assert "notes.docx" in str(caught.value)


def test_a_document_that_was_not_copied_whole() -> None:
    data = word(*(paragraph(f"Line {number}") for number in range(200)))
    for share in (0.1, 0.5, 0.9, 0.99):
        with pytest.raises(Unreadable, match=r"damaged|not copied whole"):
            extract(data[: int(len(data) * share)], "notes.docx")
