"""A long text read in pieces says what it says when it is read at once."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnt.deck import plain
from learnt.errors import Unreadable
from learnt.ids import MakeId, uuid7
from learnt.sources import Reading, deck_to_json, read
from learnt.sources.intake.decode import LARGEST
from learnt.sources.long import streaming
from learnt.sources.long.streaming import read_in_pieces

WORDS = "oak ash elm yew fir box lime alder hazel rowan aspen birch".split()
SIZE = 6_000
PIECES = (
    'Q: A: - • 1. a\tb \t | ; ? , \n \n\n \r\n What is oak "ash" # front,back <b>x</b> é'.split(" ")
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)


def ids() -> MakeId:
    numbers = iter(range(1, 10**9))
    return lambda: uuid7(1, next(numbers))


def chunked(data: bytes, size: int = 777) -> Iterator[bytes]:
    return (data[start : start + size] for start in range(0, len(data), size))


def in_pieces(text: str, size: int = SIZE, encoding: str = "utf-8") -> list[Reading]:
    return list(read_in_pieces(chunked(text.encode(encoding)), "trees.txt", ids(), size))


Said = tuple[str | None, str, tuple[int, int] | None, tuple[str, ...]]


def said(*readings: Reading) -> list[Said]:
    cards = (card for reading in readings for card in reading.deck.cards)
    return [(card.prompt, card.back, card.source_lines, card.tags) for card in cards]


def words(number: int, count: int) -> str:
    return " ".join(WORDS[(number * 7 + place * 5) % len(WORDS)] for place in range(count))


def rows(form: Callable[[int], str], count: int = 400) -> str:
    return "".join(form(number) for number in range(count))


PAGES = {
    "tabs": rows(lambda n: f"What is {words(n, 4)} {n}?\tA {words(n, 6)}\n"),
    "tabs and other line ends": rows(lambda n: f"Who is {words(n, 4)} {n}?\t{words(n, 6)}\r\n"),
    "bars": "| Front | Back |\n|---|---|\n" + rows(lambda n: f"| Is {n} {words(n, 4)}? | {words(n, 5)} |\n"),
    "semicolons": rows(lambda n: f"{words(n, 1)} {n};{words(n, 3)}\n", 900),
    "our own table": "front,back,tags\n" + rows(lambda n: f'Is {n} &amp;?,"{words(n, 3)}\n{words(n, 4)}",t{n}\n'),
    "names of columns": "term,definition,tags\n" + rows(lambda n: f"{words(n, 1)} {n},a {words(n, 5)},t{n}\n", 600),
    "anki": "#separator:tab\n#html:true\n#tags column:3\n" + rows(lambda n: f"{words(n, 3)} {n}\t<b>{words(n, 2)}</b>&amp;\tt{n}\n"),
    "questions": rows(lambda n: f"What is {words(n, 4)} {n}?\n{words(n, 7)}\n\n"),
    "marked": rows(lambda n: f"Q: What is {words(n, 3)} {n}?\nA: {words(n, 6)}\n"),
}  # fmt: skip


@pytest.mark.parametrize("kind", PAGES)
def test_pieces_say_what_the_whole_says(kind: str) -> None:
    text = PAGES[kind]
    whole = read(text.encode(), "trees.txt", ids())
    pieces = in_pieces(text)
    assert len(pieces) > 2
    assert said(*pieces) == said(whole)
    assert len(said(whole)) >= 400
    assert {piece.layout for piece in pieces} == {whole.layout}
    assert {piece.separator for piece in pieces} == {whole.separator}
    assert pieces[0].deck.title == whole.deck.title
    assert [one for piece in pieces for one in piece.problems] == list(whole.problems)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_the_encoding_is_that_of_the_first_piece(encoding: str) -> None:
    text = rows(lambda n: f"Où est {words(n, 4)} {n} ?\tÀ côté de {words(n, 3)}\n")
    whole = read(text.encode(encoding), "trees.txt", ids())
    pieces = in_pieces(text, encoding=encoding)
    assert said(*pieces) == said(whole)
    assert [one for piece in pieces for one in piece.problems] == list(whole.problems)


def test_every_line_that_is_no_row_is_told_with_its_number() -> None:
    lines = PAGES["tabs"].split("\n")
    for place in (3, 170, 390):
        lines.insert(place, "nothing stands apart here")
    pieces = in_pieces("\n".join(lines))
    told = [one.line for piece in pieces for one in piece.problems]
    assert told == [4, 171, 391]


def test_a_card_of_an_earlier_piece_is_known() -> None:
    text = PAGES["marked"]
    once, twice = in_pieces(text), in_pieces(text * 2)
    assert [one[:2] for one in said(*twice)] == [one[:2] for one in said(*once)]
    assert sum(len(piece.problems) for piece in twice) > 0
    whole = {line for piece in twice for line in piece.furniture}
    assert set(range(801, 1601)) <= whole


def test_the_number_a_page_declares_is_compared_with_all_of_it() -> None:
    for declared, told in ((400, False), (500, True)):
        text = f"Trees ({declared} cards)\n\n" + PAGES["marked"]
        problems = [one for piece in in_pieces(text) for one in piece.problems]
        assert any("500 cards, but 400" in one.why for one in problems) is told
        assert len(problems) == told


def test_a_short_text_is_read_as_ever() -> None:
    (only,) = in_pieces("Q: What is an oak?\nA: A tree\n")
    assert only.lines == ("Q: What is an oak?", "A: A tree")


@given(text=TEXTS)
@settings(max_examples=100)
def test_any_text_under_the_size_is_read_as_ever(text: str) -> None:
    data = text.encode(errors="replace")

    def either(read_it: Callable[[], list[Reading]]) -> list[Reading] | str:
        try:
            return read_it()
        except Unreadable as error:
            return str(error)

    whole = either(lambda: [read(data, "trees.txt", ids())])
    assert either(lambda: list(read_in_pieces(chunked(data), "trees.txt", ids()))) == whole


@given(text=TEXTS, size=st.integers(40, 400))
@settings(max_examples=100)
def test_no_text_breaks_it(text: str, size: int) -> None:
    count = text.count("\n") + text.count("\r") + 1
    try:
        pieces = in_pieces(text * 3, size)
    except Unreadable:
        return
    for piece in pieces:
        for card in piece.deck.cards:
            assert card.source_lines is None or card.source_lines[1] <= 3 * count
        assert all(one.line is None or 1 <= one.line <= 3 * count for one in piece.problems)


def test_a_deck_of_our_own_is_read_whole(make_id: MakeId) -> None:
    deck = read(PAGES["marked"].encode(), "trees.txt", make_id).deck
    for data in (deck_to_json(deck), plain.write(deck).encode()):
        (only,) = read_in_pieces(chunked(data), "trees.txt", make_id, SIZE)
        assert only.deck.cards == deck.cards


def test_a_deck_of_our_own_that_is_too_large(
    make_id: MakeId, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streaming, "LARGEST", 30_000)
    data = deck_to_json(read(PAGES["marked"].encode(), "trees.txt", make_id).deck)
    with pytest.raises(Unreadable, match="Split it into several files"):
        list(read_in_pieces(chunked(data), "trees.txt", make_id, SIZE))
    assert len(data) < LARGEST


def test_a_line_without_an_end() -> None:
    with pytest.raises(Unreadable, match="line ends seem to be lost"):
        in_pieces(PAGES["tabs"] + "word " * SIZE)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\x00" * 9_000, "empty|binary"),
        (b"%PDF-1.7" + b"x" * 9_000, "PDF"),
        (b"\n" * 9_000, "empty"),
        (b"<!doctype html><html>" + b"<p>x</p>\n" * 1_000, "web page"),
    ],
)
def test_what_is_no_page(data: bytes, told: str, make_id: MakeId) -> None:
    with pytest.raises(Unreadable, match=told):
        next(read_in_pieces(chunked(data), "trees.txt", make_id, SIZE))
