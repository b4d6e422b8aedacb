"""Hypothesis strategies for the values of `learnt.deck`, nasty on purpose.

Texts hold what formats trip over: marks of lists and headings, words of fields, backslashes,
ids, code, right-to-left script, emoji, unusual spaces and line ends.
"""

from dataclasses import replace
from itertools import count

from hypothesis import strategies as st

from learnt.deck import Card, Deck, Direction, Point
from learnt.deck.tidy import one_line, tidy
from learnt.ids import CardId, DeckId, PointId, uuid7

SOME_ID = "0192f3a4-7b2c-7def-8123-456789abcdef"
MARKS = (
    *("-", "- ", "* ", "• ", "•", "\u2013", "1. ", "1) ", "12. ", "1.", "-5 ", "---", "-a", "+ "),
    *("#", "# ", "## ", "####### ", "\\", "\\\\", "\\- ", "\\# ", "\\frac{1}{2}", "\\also: "),
    *("also: ", "not:", "weight: 2", "hint: ", "Note: ", "wrong:", "tags: a, b", "ASK: "),
    *(
        "media:",
        "lines: 3-4",
        "confidence: 0.5",
        "statement: ",
        "question: ",
        "source:",
        "a\u017fk:",
    ),
    *(f"^{SOME_ID}", f" ^{SOME_ID}", f" ^{SOME_ID.upper()}", " ^0192f3a4-7b2c", " ^", "x^2 "),
    *(" ", "  ", "    ", "\t", "\u3000", "\xa0", "\n", "\n\n", "\n  ", "\n\t", "\n    ", "\n- "),
    *("\u2028", "\x85", "\r\n", "\r", "\f", "\x00", "\ufeff", ",", ";", ":", "|", '"'),
    *(
        "שלום",
        "مرحبا",
        "\u202e",
        "👩‍👩‍👧",
        "e\u0301",
        "東京",
        "word",
        "two words",
        "def f():",
        "1934",
    ),
)
"""Pieces that mean something to a reader of plain text, or look as if they did."""


def no_new_id() -> str:
    """A maker of ids for reading what has all of its own."""
    raise AssertionError("an id was made, though every id was written")


def raw_texts() -> st.SearchStrategy[str]:
    """Any string at all, many of them made of `MARKS` and line ends; surrogates included."""
    everything = st.text(st.characters(exclude_categories=()))
    pieces = st.lists(st.one_of(st.sampled_from(MARKS), st.text(max_size=4)), max_size=30)
    lines = st.lists(st.lists(st.sampled_from(MARKS), max_size=4).map("".join), max_size=12)
    return st.one_of(everything, pieces.map("".join), lines.map("\n".join))


def texts() -> st.SearchStrategy[str]:
    """Tidy texts that are not empty, of one line or several."""
    return st.one_of(st.sampled_from(("word", "two words")), raw_texts().map(tidy).filter(bool))


def lines() -> st.SearchStrategy[str]:
    """Tidy texts of one line that are not empty."""
    return st.one_of(st.sampled_from(("word", "1-2")), raw_texts().map(one_line).filter(bool))


def _few(of: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(of, max_size=3).map(tuple)


def ids() -> st.SearchStrategy[str]:
    """Ids in their usual form; two of them may be the same."""
    return st.builds(uuid7, st.integers(0, 2**48 - 1), st.integers(0, 2**74 - 1))


def points() -> st.SearchStrategy[Point]:
    """Points of every kind."""
    weights = st.floats(min_value=0, exclude_min=True, allow_infinity=False)
    return st.builds(
        Point,
        id=ids().map(PointId),
        text=texts(),
        accepted=_few(lines()),
        refused=_few(lines()),
        weight=st.one_of(st.just(1.0), st.integers(1, 9).map(float), weights),
    )


def cards() -> st.SearchStrategy[Card]:
    """Cards of every kind, with one point or several."""
    forward, backward = Direction.FORWARD, Direction.BACKWARD
    pairs = st.tuples(st.integers(1, 10**6), st.integers(0, 99))
    return st.builds(
        Card,
        id=ids().map(CardId),
        prompt=st.none() | texts(),
        points=st.lists(points(), min_size=1, max_size=4).map(tuple),
        ordered=st.booleans(),
        directions=st.permutations((forward, backward)).map(tuple)
        | st.sampled_from(((forward,), (backward,))),
        wrong_options=_few(lines()),
        hint=st.none() | texts(),
        note=st.none() | texts(),
        tags=_few(lines()),
        media=_few(lines()),
        source_lines=st.none() | pairs.map(lambda pair: (pair[0], sum(pair))),
        confidence=st.one_of(st.just(1.0), st.floats(0, 1)),
    )


def decks(max_cards: int = 4) -> st.SearchStrategy[Deck]:
    """Decks whose ids are all different."""
    drawn = st.builds(
        Deck,
        id=ids().map(DeckId),
        title=lines(),
        cards=st.lists(cards(), max_size=max_cards).map(tuple),
        question=st.none() | lines(),
        tags=_few(lines()),
        source=st.none() | lines(),
    )
    return drawn.map(with_different_ids)


def with_different_ids(deck: Deck) -> Deck:
    """The same deck with ids numbered from the top: drawn ids may collide, real ones do not."""
    numbers = count(1)

    def fresh() -> str:
        return uuid7(next(numbers), 0)

    return replace(
        deck,
        id=DeckId(fresh()),
        cards=tuple(
            replace(
                card,
                id=CardId(fresh()),
                points=tuple(replace(point, id=PointId(fresh())) for point in card.points),
            )
            for card in deck.cards
        ),
    )
