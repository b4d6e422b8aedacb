"""The rows of a draft: every line of the page once, in order, in however many parts."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from learnt.clock import Instant
from learnt.collection import Draft
from learnt.ids import DraftId, uuid7
from learnt.sources import read
from learnt.web.draft_rows import Row, rows_of

BLOCKS = st.sampled_from(
    [
        "What is a moraine?\n- Rubble\n- Left by ice",
        "Q: Esker?\nA: A ridge",
        "Cards (3)",
        "a line that is alone",
        "",
        "   ",
        "Kame\ta mound",
        "• one statement\n• another one",
    ]
)


def draft_of(text: str) -> Draft:
    ids = (uuid7(1_700_000_000_000, number) for number in range(10**6))
    reading = read(text.encode(), "page", lambda: next(ids))
    return Draft(DraftId(next(ids)), Instant(0), reading, reading.deck)


@given(blocks=st.lists(BLOCKS, max_size=8), size=st.integers(1, 4))
def test_every_line_stands_once_and_in_order(blocks: list[str], size: int) -> None:
    draft = draft_of("Ice\n\n" + "\n\n".join(blocks))
    rows: list[Row] = []
    start = 0
    while start == 0 or start < len(draft.deck.cards):
        rows += rows_of(draft, start, size).rows
        start += size
    shown = [number for row in rows for number, text in row.lines if text.strip()]
    lines = draft.reading.lines
    assert shown == [number for number, line in enumerate(lines, 1) if line.strip()]
    assert [row.card for row in rows if row.card] == list(draft.deck.cards)


def test_what_became_of_a_line_is_said() -> None:
    draft = draft_of("Ice\n\nCards (2)\n\nWhat is a moraine?\n- Rubble\n- Left\n\nA kame?\nA hill")
    first, card, _ = rows_of(draft, 0, 10).rows
    assert first.what == "The title; the rest was left out"
    assert [number for number, _ in card.lines] == [5, 6, 7]


def test_very_long_parts_are_shortened() -> None:
    points = "\n".join(f"- point {n} " + "x" * 900 for n in range(60))
    draft = draft_of(f"Ice\n\nWhat?\n{points}\n\nAnd?\n- This\n- That\n")
    _, card, _ = rows_of(draft, 0, 10).rows
    assert len(card.lines) == 41
    assert card.lines[-1][1] == "… and 21 more lines"
    assert all(len(text) <= 602 for _, text in card.lines)


def test_what_can_be_said_of_each_line() -> None:
    """A card's first line joins the one above; a site's line is put back; a gap says nothing."""
    page = "Ice\n\nQ: A kame?\nA: A hill\nof rubble\n\nQ: An esker?\nPage 4\nA: A ridge"
    _, first, second = rows_of(draft_of(page), 0, 10).rows
    said = {line[0]: [one.value for one, _ in choices] for line, choices in first.choices}
    assert said == {3: ["furniture"], 4: ["split", "furniture"], 5: ["split", "furniture"]}
    said = {line[0]: [one.value for one, _ in choices] for line, choices in second.choices}
    assert said == {7: ["join", "furniture"], 8: ["kept"], 9: ["split", "furniture"]}
    assert (first.line, first.joins, second.line, second.joins) == (3, False, 7, True)
    assert second.aside == {8}


def test_of_cards_that_share_a_line_nothing_can_be_said_by_it() -> None:
    draft = draft_of("kame\ta hill\nesker\ta ridge\ncirque\ta hollow")
    first, second, third = draft.deck.cards
    shared = (first, replace(second, source_lines=(1, 1)), third)
    rows = rows_of(replace(draft, deck=replace(draft.deck, cards=shared)), 0, 10).rows
    told = [(row.line, row.joins, bool(row.choices)) for row in rows if row.card]
    assert told == [(None, False, False), (None, False, False), (3, True, True)]
