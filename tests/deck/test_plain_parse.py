"""Reading decks written by hand. A test's docstring is the page it reads."""

from inspect import cleandoc
from itertools import count

import pytest

from learnt.deck import UNTITLED, Card, Deck, Direction, Problem
from learnt.deck.plain import parse, write
from learnt.ids import uuid7
from tests.strategies import no_new_id

Problems = tuple[Problem, ...]


def read(text: str) -> tuple[Deck, Problems]:
    numbers = count(1)
    return parse(text, lambda: uuid7(9, next(numbers)))


@pytest.fixture
def page(request: pytest.FixtureRequest) -> tuple[Deck, Problems]:
    """The docstring of the test, read."""
    return read(cleandoc(request.function.__doc__))


def shape(deck: Deck) -> list[tuple[str | None, list[str]]]:
    return [(card.prompt, [point.text for point in card.points]) for card in deck.cards]


def lines_of(problems: Problems) -> list[int | None]:
    return [problem.line for problem in problems]


def only_card(deck: Deck) -> Card:
    (card,) = deck.cards
    return card


def test_everything_a_deck_holds(page: tuple[Deck, Problems]) -> None:
    """
    # Stalin ^0192f3a4-7b2c-7def-8123-456789abcdef
    question: Why did he?
    tags: history, russia
    source: a page I found

    What did he do with France? ^0192f3a4-7b2c-7def-8123-000000000001
    And with Britain?
    - He signed a pact in 1932 ^0192f3a4-7b2c-7def-8123-000000000002
      also: a pact, in 1932
      also: they agreed
      not: he signed an alliance
      weight: 2
    - Second point, whose text may run on
      over indented lines
    hint: think of 1932
    note: a note, which may run
      over indented lines
    wrong: an option
    wrong: another option
    tags: treaties
    ask: both ways
    media: map.png
    lines: 12-15
    confidence: 0.85
    """
    deck, problems = page
    assert problems == ()
    assert (deck.id, deck.title) == ("0192f3a4-7b2c-7def-8123-456789abcdef", "Stalin")
    assert (deck.question, deck.source) == ("Why did he?", "a page I found")
    assert deck.tags == ("history", "russia")
    card = only_card(deck)
    assert card.id == "0192f3a4-7b2c-7def-8123-000000000001"
    assert card.prompt == "What did he do with France?\nAnd with Britain?"
    assert not card.ordered
    assert (card.hint, card.note) == (
        "think of 1932",
        "a note, which may run\nover indented lines",
    )
    assert card.wrong_options == ("an option", "another option")
    assert (card.tags, card.media) == (("treaties",), ("map.png",))
    assert card.directions == (Direction.FORWARD, Direction.BACKWARD)
    assert (card.source_lines, card.confidence) == ((12, 15), 0.85)
    first, second = card.points
    assert (first.id, first.text) == (
        "0192f3a4-7b2c-7def-8123-000000000002",
        "He signed a pact in 1932",
    )
    assert first.accepted == ("a pact, in 1932", "they agreed")
    assert (first.refused, first.weight) == (("he signed an alliance",), 2)
    assert second.text == "Second point, whose text may run on\nover indented lines"
    assert second.weight == 1


def test_ids_are_made_in_the_order_of_the_page_where_they_are_missing() -> None:
    deck, _ = read("# T\n\nWhy?\n- a ^0192f3a4-7b2c-7def-8123-456789abcdef\n- b")
    card = only_card(deck)
    assert [deck.id, card.id, card.points[1].id] == [uuid7(9, number) for number in (1, 2, 3)]


def test_bullets_of_any_kind(page: tuple[Deck, Problems]) -> None:
    """
    # T
    No empty line is needed here
    * a
    • b
    - c
    nor here
    1) one
    2) two

    The list may be further down.

    1. first
    2. second

    It may be indented.
      - x
        also: y
      - z
      hint: h
    """
    deck, problems = page
    assert problems == ()
    assert shape(deck) == [
        ("No empty line is needed here", ["a", "b", "c"]),
        ("nor here", ["one", "two"]),
        ("The list may be further down.", ["first", "second"]),
        ("It may be indented.", ["x", "z"]),
    ]
    assert [card.ordered for card in deck.cards] == [False, True, True, False]
    assert deck.cards[3].points[0].accepted == ("y",)
    assert deck.cards[3].hint == "h"


def test_statements(page: tuple[Deck, Problems]) -> None:
    """
    # T

    - A bare statement is a card.
    - So is this.
      It runs on.
    hint: of the second

    1. A number makes no order of one.

    statement:
    - two points
    - of one card

    statement: said on one line
    statement:
      said below
    """
    deck, problems = page
    assert problems == ()
    assert shape(deck) == [
        (None, ["A bare statement is a card."]),
        (None, ["So is this.\nIt runs on."]),
        (None, ["A number makes no order of one."]),
        (None, ["two points", "of one card"]),
        (None, ["said on one line"]),
        (None, ["said below"]),
    ]
    assert [card.hint for card in deck.cards[:3]] == [None, "of the second", None]
    assert not any(card.ordered for card in deck.cards)


def test_indented_lines_continue_what_is_open(page: tuple[Deck, Problems]) -> None:
    """
    # T
    question: a question
      on two lines

    A prompt with code

        x = 1
    - def f():
          return 1

      - a list inside
      also: the same,
        on two lines
      more of the point
    10. wide
        text
    """
    deck, problems = page
    assert lines_of(problems) == [15]  # a bullet and a number in one card
    assert deck.question == "a question on two lines"
    card = only_card(deck)
    assert card.prompt == "A prompt with code\n\n    x = 1"
    assert card.points[0].text == ("def f():\n    return 1\n\n- a list inside\nmore of the point")
    assert card.points[0].accepted == ("the same, on two lines",)
    assert card.points[1].text == "wide\ntext"


def test_tabs_indent_too() -> None:
    deck, problems = read("# T\n\nWhy?\n-\ta\n\tb\n\t\tc\n\talso: d\n\t- e")
    assert problems == ()
    assert shape(deck) == [("Why?", ["a\nb\n\tc\n- e"])]
    assert only_card(deck).points[0].accepted == ("d",)


def test_a_backslash_makes_text_of_a_mark_and_is_otherwise_itself(
    page: tuple[Deck, Problems],
) -> None:
    r"""
    # T

    \# include
    \
    \frac{1}{2}
    \- 5
    - \- 5
      \also: is a word
      \- 5
      \
      \\hint: two
    """
    deck, problems = page
    assert problems == ()
    assert shape(deck) == [
        ("# include\n\n\\frac{1}{2}\n- 5", ["\\- 5\nalso: is a word\n- 5\n\n\\hint: two"])
    ]


def test_one_deck_a_file(page: tuple[Deck, Problems]) -> None:
    """
    # One

    Why?
    - a

    ## Part

    How?
    - b

    # Two
    - c
    """
    deck, problems = page
    assert deck.title == "One"
    assert shape(deck) == [("Why?", ["a"]), ("How?", ["b"]), (None, ["c"])]
    assert lines_of(problems) == [6, 11]
    assert problems[0].text == "## Part"


@pytest.mark.parametrize(
    ("text", "title", "where"),
    [
        ("", UNTITLED, None),
        ("\n \n", UNTITLED, None),
        ("\n- a", UNTITLED, 1),
        ("#\n- a", UNTITLED, 1),
        ("- a\n# Late", "Late", 2),
        ("## Only a heading", UNTITLED, None),
    ],
)
def test_a_missing_title_is_said(text: str, title: str, where: int | None) -> None:
    deck, problems = read(text)
    assert deck.title == title
    assert problems[0].line == where


def test_a_mark_of_byte_order_does_not_hide_the_title() -> None:
    assert read("\ufeff# T\r\n\r\nWhy?\r\n- a\r\n")[1] == ()


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("A prompt alone\n\nWhy?\n- a", 3, "no point"),
        ("Why?\n- a\n-\n- b", 5, "empty"),
        ("-", 3, "empty"),
        ("Why?\n- a\n-forgot\n", 5, "no space"),
        ("Why?\n- a\n1. b", 5, "numbered"),
        ("Why?\n- a ^0192f3a4-7b2c", 4, "id"),
        ("Why?\n- a\n  weight: lots", 5, "weight"),
        ("Why?\n- a\n  weight: 0", 5, "weight"),
        ("Why?\n- a\n  weight: 1e999", 5, "weight"),
        ("Why?\n- a\n  weight: 2\n  weight: 3", 6, "second time"),
        ("Why?\n- a\nconfidence: 85", 5, "Confidence"),
        ("Why?\n- a\nconfidence: 0.5.5", 5, "Confidence"),
        ("Why?\n- a\nlines: 15-12", 5, "Lines"),
        ("Why?\n- a\nlines: 0-12", 5, "Lines"),
        ("Why?\n- a\nlines: " + "9" * 5000, 5, "Lines"),
        ("Why?\n- a\nask: sideways", 5, "ask"),
        ("- a\nask: both ways", 4, "no prompt"),
        ("Why?\n- a\nhint:", 5, "Nothing"),
        ("Why?\n- a\n  hint: x", 5, "whole card"),
        ("hint: x", 3, "no card"),
        ("Why?\nalso: x\n- a", 4, "no point"),
    ],
)
def test_problems_name_their_line_and_the_rest_is_read(text: str, line: int, word: str) -> None:
    deck, problems = read(f"# T\n\n{text}\n\nStill\n- read")
    (problem,) = problems
    assert problem.line == line
    assert word in problem.why
    assert problem.why.endswith(".")
    assert problem.text == f"# T\n\n{text}".split("\n")[line - 1].strip()[:199] + (
        "…" if len(problem.text) == 200 else ""
    )
    assert shape(deck)[-1] == ("Still", ["read"])
    assert parse(write(deck), no_new_id) == (deck, ())


def test_a_copied_card_gets_new_ids_and_is_said_once(page: tuple[Deck, Problems]) -> None:
    """
    # T

    Why? ^0192f3a4-7b2c-7def-8123-000000000001
    - a ^0192f3a4-7b2c-7def-8123-000000000002

    Why not? ^0192F3A4-7B2C-7DEF-8123-000000000001
    - b ^0192f3a4-7b2c-7def-8123-000000000002

    How?
    - c ^0192f3a4-7b2c-7def-8123-000000000002
    """
    deck, problems = page
    assert lines_of(problems) == [6, 10]
    assert "line 3" in problems[0].why
    ids = [each for card in deck.cards for each in (card.id, *(p.id for p in card.points))]
    assert len(set(ids)) == len(ids)
    assert ids[:2] == [f"0192f3a4-7b2c-7def-8123-00000000000{number}" for number in (1, 2)]


def test_what_only_resembles_a_mark_is_text() -> None:
    deck, problems = read("# T\n\n#1\na\u017fk: me\n-5\n- x^0192f3a4-7b2c-7def-8123-456789abcdef")
    assert shape(deck) == [("#1\na\u017fk: me\n-5", ["x^0192f3a4-7b2c-7def-8123-456789abcdef"])]
    assert lines_of(problems) == [6]  # an id wants a space before it


def test_a_problem_shows_no_control_characters() -> None:
    (problem,) = read("# T\n\n\x1b[31mred \ud800")[1]
    assert problem.text == "[31mred \N{REPLACEMENT CHARACTER}"


@pytest.mark.parametrize("words", ["forward", "Backwards", "BOTH WAYS"])
def test_ways_of_asking(words: str) -> None:
    deck, problems = read(f"# T\n\nWhy?\n- a\nask: {words}")
    if words == "forward":  # a near miss is said, not guessed
        assert lines_of(problems) == [5]
        return
    assert problems == ()
    assert Direction.BACKWARD in only_card(deck).directions


def test_repeated_texts_are_joined_and_tags_add_up() -> None:
    deck, problems = read("# T\n\nWhy?\n- a\nhint: x\nhint: y\ntags: a, b\ntags: b,c,")
    card = only_card(deck)
    assert problems == ()
    assert (card.hint, card.tags) == ("x\ny", ("a", "b", "c"))


def test_every_line_of_a_question_without_points_is_told() -> None:
    text = "# Tides\n\nWhat is an ebb?\n- a falling tide\n\nWhat is a neap\nin autumn?\n"
    ids = count()
    deck, problems = parse(text, lambda: f"id{next(ids)}")
    assert len(deck.cards) == 1
    assert [problem.line for problem in problems] == [6, 7]
