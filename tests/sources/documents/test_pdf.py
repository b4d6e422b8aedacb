"""PDF documents: rows become lines, columns are read one after the other."""

import pytest

from learnt.errors import Unreadable
from learnt.ids import MakeId
from learnt.sources import read
from learnt.sources.documents.document import extract
from learnt.sources.documents.extracted import Extract
from tests.sources.documents.made import SCAN, Put, lines, pdf

LEFT = (
    "The assembly met in the spring of",
    "that year, and sent its demands to",
    "the king, who would not hear of",
    "them until the harvest had failed.",
    "Bread was dear by then, and those",
    "who had none came to the palace.",
)
RIGHT = (
    "The king signed what was laid be-",
    "fore him in the first week of June.",
    "His brother left the country with",
    "most of the officers of the guard,",
    "and was not seen again before the",
    "war was over and the debts paid.",
)


def found_in(data: bytes) -> Extract:
    found = extract(data, "notes.pdf")
    assert found is not None
    return found


def text_of(data: bytes) -> list[str]:
    return found_in(data).text.split("\n")


def test_questions_and_answers(make_id: MakeId) -> None:
    page = [
        Put(60, 40, "The Silesian War", 20),
        *lines(["What did Frederick claim?", "• Liegnitz", "• Brieg"], top=90),
        *lines(["Why was Austria weak?", "• its treasury was empty"], top=140),
    ]
    reading = read(pdf(page), "notes.pdf", make_id)
    assert reading.lines[0] == "# The Silesian War"
    assert reading.deck.title == "The Silesian War"
    cards = [(card.prompt, [point.text for point in card.points]) for card in reading.deck.cards]
    assert cards == [
        ("What did Frederick claim?", ["Liegnitz", "Brieg"]),
        ("Why was Austria weak?", ["its treasury was empty"]),
    ]
    first = reading.deck.cards[0]
    assert first.source_lines is not None
    assert reading.lines[first.source_lines[0] - 1] == "What did Frederick claim?"


def test_two_columns_are_read_one_after_the_other() -> None:
    title = [Put(60, 40, "A short history of one summer, told in two columns of equal width", 14)]
    text = text_of(pdf([*title, *lines(LEFT, 60, 80), *lines(RIGHT, 320, 80)]))
    assert text[0].startswith("# A short history")
    body = " ".join(line for line in text[1:] if line)
    assert body.index("came to the palace.") < body.index("The king signed")
    assert "laid before him" in body
    assert "that year, and sent its demands to the king" in body


def test_columns_of_lists_are_no_table() -> None:
    left = ["1. alma - soul", "2. mar - sea", "3. luz - light", "4. voz - voice"]
    right = ["5. pan - bread", "6. sol - sun", "7. sal - salt", "8. miel - honey"]
    assert text_of(pdf([*lines(left, 60), *lines(right, 320)])) == left + right


def test_a_table_is_read_row_by_row(make_id: MakeId) -> None:
    terms = ["osmosis", "diffusion", "lysis", "turgor"]
    told = [
        *("water through a membrane", "particles spreading out"),
        *("bursting of a whole cell", "pressure on a cell wall"),
    ]
    data = pdf([*lines(terms, 60, size=12), *lines(told, 200, size=12)])
    assert text_of(data) == [f"{a}\t{b}" for a, b in zip(terms, told, strict=True)]
    assert [card.prompt for card in read(data, "x.pdf", make_id).deck.cards] == terms


def test_a_table_of_three_columns() -> None:
    rows = [
        ("gehen", "ging", "gegangen"),
        ("lesen", "las", "gelesen"),
        ("nehmen", "nahm", "genommen"),
    ]
    columns = zip(*rows, strict=True)
    put = [one for at, cells in enumerate(columns) for one in lines(cells, 60 + 110 * at)]
    assert text_of(pdf(put)) == ["\t".join(row) for row in rows]


def test_bold_terms_and_other_letters() -> None:
    page = [
        *(Put(60, 60, "lee", font="F2"), Put(82, 60, "the sheltered side of a ship")),
        Put(60, 90, "abc", font="F3"),
    ]
    assert text_of(pdf(page)) == ["**lee** the sheltered side of a ship", "", "абв"]


def test_headers_footers_and_page_numbers_are_set_aside(make_id: MakeId) -> None:
    pages = [
        [
            Put(60, 30, "Economics, second term"),
            *lines([f"What is term {number}?", f"• meaning {number}"], top=90),
            Put(290, 800, str(number)),
        ]
        for number in (11, 12, 13, 14)
    ]
    reading = read(pdf(*pages), "notes.pdf", make_id)
    assert [card.prompt for card in reading.deck.cards] == [
        f"What is term {number}?" for number in (11, 12, 13, 14)
    ]
    assert all(len(card.points) == 1 for card in reading.deck.cards)
    aside = {reading.lines[number - 1] for number in reading.furniture}
    assert {"<!-- Economics, second term -->", "<!-- 11 -->", "<!-- 14 -->"} <= aside


def test_scanned_pages_are_named() -> None:
    text = lines(["What is a lee?", "The sheltered side"])
    found = found_in(pdf(text, SCAN, text, SCAN, SCAN))
    assert len(found.problems) == 1
    assert "Pages 2, 4-5 have no text" in found.problems[0].why
    found = found_in(pdf(text, SCAN))
    assert "Page 2 has no text" in found.problems[0].why


def test_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    page = lines(["What is a lee?", "The sheltered side"])
    extract(pdf(page, page, page), "x.pdf", lambda done, of: told.append((done, of)))
    assert told == [(1, 3), (2, 3), (3, 3)]


LOCKED = pdf(lines(["What?"])).replace(
    b"/Root 1 0 R",
    b"/Root 1 0 R /ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <"
    + b"11" * 32
    + b"> /U <"
    + b"22" * 32
    + b"> >>",
)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (pdf(SCAN, SCAN), "pictures"),
        (pdf([]), "no text in it"),
        (b"%PDF-1.7 ...", "damaged"),
        (b"%PDF-", "damaged"),
        (pdf(lines(["What?"]))[:300], "damaged"),
        (LOCKED, "password"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(data: bytes, words: str) -> None:
    with pytest.raises(Unreadable, match=words) as caught:
        extract(data, "notes.pdf")
    assert "notes.pdf" in str(caught.value)


def test_a_pdf_under_any_name(make_id: MakeId) -> None:
    data = pdf(lines(["Capital of Peru?", "Lima"]))
    for name in ("x.txt", "x", "x.docx"):
        assert read(data, name, make_id).lines == ("Capital of Peru?", "Lima")


def test_notes_about_pdf_are_text(make_id: MakeId) -> None:
    text = "What does every PDF begin with?\n%PDF-1.7 or another number\n"
    assert read(text.encode(), "x.txt", make_id).lines[1].startswith("%PDF-1.7")
