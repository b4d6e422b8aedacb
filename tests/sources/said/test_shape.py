"""The shape of a page: the same for the next page of a site, another one for another page."""

from collections.abc import Callable
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.ids import uuid7
from learnt.sources import read

Rows = list[tuple[str, str]]


def shape(text: str) -> str:
    numbers = count()
    return read(text.encode(), "page", lambda: uuid7(1_700_000_000_000, next(numbers))).shape


def tabbed(rows: Rows) -> str:
    return "\n".join(f"{front}\t{back}" for front, back in rows)


def labelled(rows: Rows) -> str:
    return "\n".join(f"Q: {front}\nA: {back}" for front, back in rows)


def rated(rows: Rows) -> str:
    buttons = "How well did you know this?\n1\nNot at all\n2\n3\n4\n5\nPerfectly"
    cards = (f"{n}\nQ\n\n{a}\n\nA\n\n{b}\n\n{buttons}" for n, (a, b) in enumerate(rows, 1))
    return "Deck Flashcards\n" + "\n".join(cards)


def bulleted(rows: Rows) -> str:
    return "Deck\n" + "\n".join(f"• {front} {back}" for front, back in rows)


WORDS = st.text("abcdefghijklmnop", min_size=4, max_size=9)
SIDES = st.lists(WORDS, min_size=4, max_size=8).map(lambda words: " ".join(words).capitalize())
ROWS = st.lists(st.tuples(SIDES, SIDES), min_size=5, max_size=9, unique=True)
MILLS = [
    ("a leat of the river", "brings water down to mills"),
    ("a hopper over the stones", "holds corn until needed"),
    ("a runner turns above", "its bedstone stays underneath"),
    ("a dresser cuts furrows", "with pointed iron picks"),
    ("a sluice holds back", "whatever flood there is"),
]
FORMS = [tabbed, labelled, rated, bulleted]


@pytest.mark.parametrize("form", FORMS)
@given(first=ROWS, second=ROWS)
def test_other_words_in_the_same_form_have_the_same_shape(
    form: Callable[[Rows], str], first: Rows, second: Rows
) -> None:
    assert shape(form(first)) == shape(form(second)) != ""


def test_no_word_of_the_page_is_in_it() -> None:
    for form in FORMS:
        found = shape(form(MILLS)).lower()
        assert not [
            word
            for row in MILLS
            for side in row
            for word in side.split()
            if len(word) > 3 and word in found
        ]


def test_each_form_has_a_shape_of_its_own() -> None:
    assert len({shape(form(MILLS)) for form in FORMS}) == len(FORMS)


def test_bare_pages_differ_by_how_their_sides_look() -> None:
    words = "".join(f"{word}\n{word[::-1]}\n" for word in ("leat", "race", "corn", "oats", "rye"))
    asked = "".join(f"What is the {n} of them?\nIt is a thing of number {n}\n" for n in range(5))
    assert shape(words) != shape(asked)


def test_where_nothing_is_read_nothing_is_remembered() -> None:
    assert shape("a line") == ""
    assert shape("# Mills\n\nA leat?\n- A ditch\n") == ""
