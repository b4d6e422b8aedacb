"""What a learner says of a page: lists of it, where its lines are, and what the page becomes."""

from itertools import count

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from learnt.errors import UsageError
from learnt.ids import MakeId, uuid7
from learnt.sources import (
    Correction,
    Reading,
    Said,
    checked,
    lasting,
    merged,
    read,
    read_again,
    say,
    take_back,
)
from learnt.sources.corrections import anchored
from tests.sources.conserved import lost
from tests.sources.pages import cards, whys

PAGE = """\
The mill

What turns the wheel?
- Water from the leat
- Wind, in other mills

What is ground?
Barley
Oats
Page 3
Who carries the sacks?
The miller's son
Page 4
"""
SWAPPED, STATEMENTS = Correction(Said.SWAPPED), Correction(Said.STATEMENTS)


def of(make_id: MakeId, *said: Correction, text: str = PAGE) -> Reading:
    return read(text.encode(), "mill.txt", make_id, said)


# the whole page


def test_swapped_the_answers_ask(make_id: MakeId) -> None:
    reading = of(make_id, SWAPPED)
    assert cards(reading)[0] == (
        "Water from the leat\nWind, in other mills",
        ["What turns the wheel?"],
    )
    assert reading.corrections == (SWAPPED,)


def test_statements_one_for_each_line(make_id: MakeId) -> None:
    reading = of(make_id, STATEMENTS)
    assert {prompt for prompt, _ in cards(reading)} == {None}
    assert [points for _, points in cards(reading)][:3] == [
        ["What turns the wheel?"],
        ["Water from the leat"],
        ["Wind, in other mills"],
    ]
    assert reading.deck.title == "The mill"
    assert all(card.confidence > 0.9 for card in reading.deck.cards)


def test_statements_of_a_page_of_pairs_are_whole_lines(make_id: MakeId) -> None:
    text = "leat: a ditch to a mill\nmillrace: the water at the wheel\nhopper: it holds the corn\n"
    reading = of(make_id, STATEMENTS, text=text)
    assert [points for _, points in cards(reading)] == [[line] for line in text.splitlines()]


def test_statements_where_nothing_was_read(make_id: MakeId) -> None:
    reading = of(make_id, STATEMENTS, text="a mill stood here\n")
    assert cards(reading) == [(None, ["a mill stood here"])]


def test_a_line_that_runs_on_stays_one_statement(make_id: MakeId) -> None:
    text = """\
Mills

• The water comes down the leat and falls upon the paddles
  of the wheel
• The wheel turns the stones
"""
    assert cards(of(make_id, STATEMENTS, text=text)) == [
        (None, ["The water comes down the leat and falls upon the paddles of the wheel"]),
        (None, ["The wheel turns the stones"]),
    ]


# cards and lines


def test_one_card_swapped_and_one_a_statement(make_id: MakeId) -> None:
    plain = cards(of(make_id))
    reading = of(make_id, Correction(Said.SWAPPED, 11), Correction(Said.STATEMENTS, 3))
    assert cards(reading)[0] == (
        None,
        ["What turns the wheel?\nWater from the leat\nWind, in other mills"],
    )
    assert cards(reading)[1] == plain[1]
    assert cards(reading)[2] == ("The miller's son", ["Who carries the sacks?"])
    assert reading.deck.cards[2].confidence >= 0.95


def test_one_card_swapped_on_a_page_that_is_swapped_is_as_it_was(make_id: MakeId) -> None:
    reading = of(make_id, SWAPPED, Correction(Said.SWAPPED, 3))
    assert cards(reading)[0] == cards(of(make_id))[0]
    assert cards(reading)[2] == ("The miller's son", ["Who carries the sacks?"])


def test_a_card_begins_where_it_is_said(make_id: MakeId) -> None:
    reading = of(make_id, Correction(Said.SPLIT, 9))
    assert 9 in [card.source_lines[0] for card in reading.deck.cards if card.source_lines]
    assert ("What is ground?", ["Barley"]) in cards(reading)
    assert lost(reading) == []


def test_no_card_begins_where_it_is_said(make_id: MakeId) -> None:
    reading = of(make_id, Correction(Said.JOIN, 7))
    assert cards(reading)[0] == (
        "What turns the wheel?",
        [
            "Water from the leat",
            "Wind, in other mills",
            "What is ground?",
            "Barley",
            "Oats",
        ],
    )


def test_every_line_of_a_form_is_furniture(make_id: MakeId) -> None:
    text = PAGE.replace("Page", "Leaf")
    reading = of(make_id, Correction(Said.FURNITURE, 10), text=text)
    assert {10, 13} <= set(reading.furniture)
    assert "Leaf" not in str(cards(reading))


def test_furniture_is_put_back(make_id: MakeId) -> None:
    plain = of(make_id)
    assert 10 in plain.furniture
    reading = of(make_id, Correction(Said.KEPT, 10))
    assert 10 not in reading.furniture
    assert 13 in reading.furniture
    assert "Page 3" in str(cards(reading))


def test_one_line_of_a_form_is_put_back(make_id: MakeId) -> None:
    text = PAGE.replace("Page", "Leaf")
    said = Correction(Said.FURNITURE, 10), Correction(Said.KEPT, 13)
    reading = of(make_id, *said, text=text)
    assert 10 in reading.furniture
    assert 13 not in reading.furniture
    assert reading.corrections == tuple(checked(one, text.splitlines()) for one in said)


def test_what_nobody_takes_out_need_not_be_put_back(make_id: MakeId) -> None:
    assert of(make_id, Correction(Said.KEPT, 8)).corrections == ()


def test_a_title_may_be_a_card(make_id: MakeId) -> None:
    text = "Mills Flashcards\nA leat\nA ditch\nA race\nThe water\n"
    assert of(make_id, text=text).deck.title == "Mills"
    reading = of(make_id, Correction(Said.SPLIT, 1), text=text)
    assert reading.deck.title == "mill"
    assert "Mills Flashcards" in str(cards(reading))


def test_our_own_format_can_be_swapped(make_id: MakeId) -> None:
    text = "# Mills\n\nA leat?\n- A ditch\n"
    assert of(make_id, text=text).layout == "learnt text"
    assert cards(of(make_id, SWAPPED, text=text)) == [("A ditch", ["A leat?"])]
    assert cards(of(make_id, STATEMENTS, text=text)) == [(None, ["A leat?\nA ditch"])]


# lists


def test_said_again_it_is_taken_back() -> None:
    line = Correction(Said.SPLIT, 4, "Oats")
    assert say((), SWAPPED) == (SWAPPED,)
    assert say((SWAPPED, line), SWAPPED) == (line,)
    assert say((line,), Correction(Said.SPLIT, 4)) == ()
    assert say((line,), Correction(Said.JOIN, 4)) == (Correction(Said.JOIN, 4),)
    assert take_back((SWAPPED, line), Correction(Said.SPLIT, 4)) == (SWAPPED,)
    assert take_back((SWAPPED,), line) == (SWAPPED,)


def test_what_is_lasting() -> None:
    said = (
        SWAPPED,
        Correction(Said.SPLIT, 3, "x"),
        Correction(Said.FURNITURE, 9, "Page 3"),
        Correction(Said.FURNITURE, 12, "Page 4"),
        Correction(Said.SWAPPED, 5, "y"),
        Correction(Said.KEPT, 6, "z"),
    )
    assert lasting(said) == (SWAPPED, Correction(Said.FURNITURE, None, "Page 3"))


def test_what_is_remembered_after_a_page() -> None:
    leaf, ad = (Correction(Said.FURNITURE, None, text) for text in ("Leaf 3", "Ad"))
    assert merged((), (), (SWAPPED,)) == (SWAPPED,)
    assert merged((SWAPPED, leaf), (SWAPPED, leaf), (Correction(Said.FURNITURE, 2, "Leaf 9"),)) == (
        leaf,
    )
    assert merged((ad,), (), (SWAPPED,)) == (ad, SWAPPED)  # another page was saved in between
    assert merged((), (SWAPPED,), (SWAPPED,)) == ()  # and there it was taken back


def test_a_line_is_found_again() -> None:
    said = (Correction(Said.SPLIT, 2, "Oats"), SWAPPED, Correction(Said.JOIN, 4, "gone"))
    raw = ["new", "Rye", " Oats ", "", "Oats"]
    assert anchored(said, raw) == (Correction(Said.SPLIT, 3, "Oats"), SWAPPED)
    assert anchored([Correction(Said.SPLIT, 99)], raw) == ()
    assert anchored([Correction(Said.SPLIT)], raw) == ()


@pytest.mark.parametrize(
    ("one", "why"),
    [
        (Correction(Said.SPLIT), "which line"),
        (Correction(Said.SPLIT, 0), "no line 0"),
        (Correction(Said.JOIN, 99), "has 13"),
        (Correction(Said.FURNITURE, 2), "empty"),
    ],
)
def test_a_line_that_cannot_be_meant(one: Correction, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        checked(one, PAGE.splitlines())


# laws


BLOCKS = st.sampled_from(
    [
        "What grinds the corn?\n- Two stones\n- One of them turns",
        "Q: A leat?\nA: A ditch to the mill",
        "hopper\tit holds the corn",
        "a bare line of the page",
        "• The miller takes a tenth",
        "• The wheel stands still in frost\n  and in a drought",
        "Leaf 12",
        "Mill Flashcards",
        "Cards (3)",
        "1. Barley\n2. Oats\n3. Rye",
        "Mills of the valley\nNine of them\nTwo still turn",
        "Term: a word for it",
        "",
    ]
)
PAGES = st.lists(BLOCKS, min_size=1, max_size=7).map("\n\n".join)
SAYINGS = st.lists(st.tuples(st.sampled_from(list(Said)), st.integers(0, 30)), max_size=4)


def sayings(pairs: list[tuple[Said, int]]) -> tuple[Correction, ...]:
    """Corrections; line 0 is the whole page."""
    said: tuple[Correction, ...] = ()
    for kind, line in pairs:
        said = say(said, Correction(kind, line or None))
    return said


def counted() -> MakeId:
    """The same ids each time."""
    numbers = count()
    return lambda: uuid7(1_700_000_000_000, next(numbers))


@given(text=PAGES, pairs=SAYINGS)
def test_nothing_is_lost_whatever_is_said(text: str, pairs: list[tuple[Said, int]]) -> None:
    if not text.strip():
        return
    plain = read(text.encode(), "mill.txt", counted())
    reading = read(text.encode(), "mill.txt", counted(), sayings(pairs))
    assert set(lost(reading)) <= set(lost(plain)), (cards(reading), whys(reading))
    assert reading.shape == plain.shape
    assert reading.lines == plain.lines


@given(text=PAGES, pairs=SAYINGS)
def test_read_again_it_is_the_same(text: str, pairs: list[tuple[Said, int]]) -> None:
    if not text.strip():
        return
    reading = read(text.encode(), "mill.txt", counted(), sayings(pairs))
    assert read_again(reading, counted(), reading.corrections) == reading
    plain = read(text.encode(), "mill.txt", counted())
    assert read_again(reading, counted(), ()) == plain


@given(text=PAGES)
@example(text="a\tb\nc\td\ne\tf")
def test_swapped_each_card_says_the_same(text: str) -> None:
    if not text.strip():
        return
    plain = read(text.encode(), "mill.txt", counted())
    turned = read(text.encode(), "mill.txt", counted(), (SWAPPED,))
    for (asked, points), (front, back) in zip(cards(plain), cards(turned), strict=True):
        if asked is None:
            assert (front, back) == (None, points)
        else:
            assert front == "\n".join(points)
            assert back == asked.split("\n")


@given(text=PAGES)
def test_of_statements_nothing_is_asked(text: str) -> None:
    if not text.strip():
        return
    reading = read(text.encode(), "mill.txt", counted(), (STATEMENTS,))
    assert all(prompt is None for prompt, _ in cards(reading))
