"""Laws of the plain-text format: nothing is lost either way, and nothing makes it fail."""

from itertools import count

from hypothesis import example, given

from learnt.deck import Card, Deck, Point
from learnt.deck.plain import looks_like, parse, write
from learnt.deck.plain.grammar import escape, escape_inside, unescape
from learnt.ids import CardId, DeckId, MakeId, PointId, uuid7
from tests.strategies import SOME_ID, decks, no_new_id, raw_texts, texts


def maker() -> MakeId:
    """Ids that no strategy draws."""
    numbers = count(1)
    return lambda: uuid7(2**48 - 1, next(numbers))


def deck_of(prompt: str | None, *answers: str, note: str | None = None) -> Deck:
    """A deck of one card."""
    points = tuple(
        Point(PointId(uuid7(3, number)), answer) for number, answer in enumerate(answers)
    )
    card = Card(CardId(uuid7(2, 0)), prompt, points, note=note)
    return Deck(DeckId(uuid7(1, 0)), "T", (card,))


@given(decks())
@example(deck_of("- a\n\n    code\n  - b\n\\", "- x\n\n  also: y\n\\not: z", note="n\n\n\thint: m"))
@example(deck_of(f"^{SOME_ID}", f"a ^{SOME_ID}\nb ^{SOME_ID}"))
@example(deck_of("question: why\nsource: here", "statement: x\nstatement: x"))
@example(deck_of(None, "1. one", "# two\n# three"))
def test_a_written_deck_reads_back_equal_and_without_problems(deck: Deck) -> None:
    assert parse(write(deck), no_new_id) == (deck, ())


@given(raw_texts())
def test_any_text_can_be_read_and_is_stable_once_written(text: str) -> None:
    deck, problems = parse(text, maker())
    assert parse(write(deck), no_new_id) == (deck, ())
    lines = len(text.splitlines()) + 1
    assert all(problem.line is None or 1 <= problem.line <= lines for problem in problems)
    assert list(problems) == sorted(problems, key=lambda problem: problem.line or 0)
    looks_like(text)


@given(decks(), raw_texts())
def test_what_is_read_after_a_deck_never_makes_it_fail(deck: Deck, text: str) -> None:
    read, _ = parse(write(deck) + text, maker())
    assert parse(write(read), no_new_id) == (read, ())
    assert looks_like(write(deck))


@given(texts())
def test_escaping_adds_at_most_one_backslash_and_is_undone(text: str) -> None:
    for line in text.split("\n"):
        for written in (escape(line), escape_inside(line)):
            assert written in (line, f"\\{line}")
            assert unescape(written) == line
