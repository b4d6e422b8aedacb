"""The whole road from bytes to a reading: the two seed pages, the pages of the corpus, bad input."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.deck import Deck, plain
from learnt.errors import Unreadable
from learnt.ids import MakeId
from learnt.sources import read
from tests.sources.conserved import lost
from tests.sources.pages import cards, whys
from tests.strategies import decks, no_new_id, raw_texts

SHARED = Path(__file__).resolve().parents[2] / ".." / "shared"


@pytest.mark.shared
def test_the_page_of_statements(make_id: MakeId) -> None:
    data = (SHARED / "seeds" / "000.txt").read_bytes()
    reading = read(data, "000.txt", make_id)
    page = data.decode().splitlines()
    assert cards(reading) == [(page[0], [line.strip(" •") for line in page[4:]])]
    assert len(reading.deck.cards[0].points) == 8
    assert reading.deck.question == reading.deck.title == page[0]
    assert reading.declared == 8
    assert reading.problems == ()


@pytest.mark.shared
def test_the_page_of_questions(make_id: MakeId) -> None:
    data = (SHARED / "seeds" / "002.txt").read_bytes()
    reading = read(data, "002.txt", make_id)
    page = data.decode().splitlines()
    assert reading.deck.title == "Foreign policy under Stalin"
    assert [prompt for prompt, _ in cards(reading)] == [line for line in page if line.endswith("?")]
    assert len(reading.deck.cards) == 24
    answers = [line.lstrip("- ") for line in page[1:] if not line.endswith("?")]
    assert [point for _, points in cards(reading) for point in points] == answers
    assert reading.problems == ()


@pytest.mark.shared
@pytest.mark.parametrize(
    "layout",
    [
        "ALT_COMPACT", "STATEMENTS", "BULLET_STATEMENTS_TITLEQ", "brainscape_compact", "qa_lines",
        "QA_PREFIX", "PIPE", "TSV_ANKI", "tsv", "CSV", "gizmo_statements", "studystack_table",
    ],
)  # fmt: skip
def test_every_card_of_the_corpus(layout: str, make_id: MakeId) -> None:
    """The layouts that are read today are read without a fault on the pages we have."""
    corpus = SHARED / "corpus"
    rows = [row.split("\t") for row in (corpus / "index.tsv").read_text().splitlines()]
    for name in (row[0] for row in rows if row[1] == layout):
        gold = json.loads((corpus / "gold" / name).with_suffix(".json").read_text())
        reading = read((corpus / "pages" / name).read_bytes(), name, make_id)
        read_backs = {"".join(filter(str.isalnum, card.back)) for card in reading.deck.cards}
        wanted = [gold["cards"], *gold.get("alternatives", [])]
        assert any(
            all("".join(filter(str.isalnum, card["back"])) in read_backs for card in some)
            for some in wanted
        ), name


@given(st.binary(max_size=2000))
def test_any_bytes(data: bytes) -> None:
    number = iter(range(10**9))
    try:
        reading = read(data, "any.txt", lambda: f"id{next(number)}")
    except Unreadable:
        return
    assert reading.deck.cards or reading.problems


@given(raw_texts())
def test_any_text(text: str) -> None:
    number = iter(range(10**9))
    try:
        reading = read(text.encode(errors="replace"), "any.txt", lambda: f"id{next(number)}")
    except Unreadable:
        return
    assert reading.deck.cards or reading.problems
    for card in reading.deck.cards:
        assert card.source_lines is not None or reading.layout.startswith("learnt")


WORDS = st.sampled_from(
    "What is it? Why - • 1. 2. a) Q: A: : | \t , ; ... ? (3 cards) Flashcards the The .".split(" ")
)


@given(st.lists(st.lists(WORDS, max_size=6).map(" ".join), max_size=25).map("\n".join))
def test_nothing_vanishes(text: str) -> None:
    """Every line is in a card, the title, a problem, or known furniture."""
    number = iter(range(10**9))
    try:
        reading = read(text.encode(), "any.txt", lambda: f"id{next(number)}")
    except Unreadable:
        return
    assert reading.deck.cards or reading.problems
    assert lost(reading) == []


@pytest.mark.parametrize(
    "line",
    [
        "-",
        " ",
        "?",
        "What ",
        "(",
        "1.",
        "•",
        "_",
        "a, ",
        '"',
        "|",
        "\t",
        "<!--",
        ":",
        "#",
        "1 of 1 ",
    ],
)
def test_an_endless_line(line: str, make_id: MakeId) -> None:
    for length in (19_000, 2_000_000):
        text = line * (length // len(line))
        for page in (
            text,
            f"Title\nWhat?\nThat\n{text}\nWhy?\nBecause\n",
            f"{text}\n{text[:-1]}x\n",
        ):
            try:
                read(page.encode(), "endless.txt", make_id)
            except Unreadable:
                continue


def test_an_endless_line_is_a_problem(make_id: MakeId) -> None:
    page = f"Title\nWhat?\nThat\n{'word ' * 10_000}\nWhy?\nBecause\n"
    reading = read(page.encode(), "endless.txt", make_id)
    assert [line for line, _ in whys(reading)] == [4]
    assert len(reading.deck.cards) == 2


@pytest.mark.parametrize(
    "block",
    [
        "What is number {n}?\n- first of {n}\n- second of {n}\n",
        "Term {n}\nThe meaning of term {n} is written here.\n",
        "  • Statement {n} of a long list\n",
        "Q: What is {n}?\nA: The answer {n}\n",
        "front {n}\tback {n}\n",
        'front {n},"back {n}\n\n',
        "{n}\n",
        "Words of {n} that run on and on until the margin of the page is met and they\nbreak\n\n",
    ],
)
def test_a_long_page(block: str, make_id: MakeId, campaign: Callable[[int, int], int]) -> None:
    """Twelve thousand lines, a hundred thousand under --campaign; a square would never end."""
    lines = campaign(12_000, 100_000)
    page = "".join(block.format(n=n) for n in range(lines // block.count("\n")))
    reading = read(page.encode(), "long.txt", make_id)
    assert reading.lines == tuple(page.rstrip("\n").split("\n"))


def test_nothing_that_fits(make_id: MakeId) -> None:
    reading = read(b"hello\n", "note.txt", make_id)
    assert reading.deck.cards == ()
    assert reading.layout == ""
    assert reading.lines == ("hello",)
    assert "No cards" in reading.problems[0].why


@given(decks())
def test_our_own_text_is_read_as_such(deck: Deck) -> None:
    """Where the plain-text format says that a text is its own, it is read by it."""
    text = plain.write(deck)
    if plain.looks_like(text):
        reading = read(text.encode(), "tides.txt", no_new_id)
        assert reading.layout == "learnt text"
        assert reading.deck == deck
