"""Cards are cut and joined along their lines where the layout that read them cannot do it."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from learnt.deck import Problem
from learnt.sources.layouts import Draft, Proposal
from learnt.sources.page import Page, page_of
from learnt.sources.said.obeying import as_statements, obeyed

TEXT = """\
Kilns
How is lime burnt?
- in layers of coal
- and of chalk
- for three days
  and three nights
What is slaked lime?
lime and water
a note below
"""
FIRST = Draft(
    "How is lime burnt?",
    ("in layers of coal", "and of chalk", "for three days and three nights"),
    2,
    6,
    hint="heat",
)
SECOND = Draft("What is slaked lime?", ("lime and water",), 7, 8)
BELOW = Problem(9, "a note below", "left out")
READ = Proposal("made", 0.95, (FIRST, SECOND), "Kilns", problems=(BELOW,))


def page(text: str = TEXT, starts: set[int] | None = None, joined: set[int] | None = None) -> Page:
    starts, joined = starts or set(), joined or set()
    return replace(page_of(text, "kilns.txt"), starts=frozenset(starts), joined=frozenset(joined))


def told(proposal: Proposal | None) -> list[tuple[str | None, tuple[str, ...], int, int]]:
    assert proposal is not None
    return [(one.prompt, one.points, one.first, one.last) for one in proposal.cards]


def test_nothing_is_said_and_nothing_changes() -> None:
    assert obeyed(page(), READ) is READ
    assert told(obeyed(page(starts={2, 7}), READ)) == told(READ)


def test_a_card_is_cut_between_its_points() -> None:
    assert told(obeyed(page(starts={4}), READ)) == [
        ("How is lime burnt?", ("in layers of coal",), 2, 3),
        ("and of chalk", ("for three days and three nights",), 4, 6),
        (SECOND.prompt, SECOND.points, 7, 8),
    ]


def test_a_card_is_cut_through_a_point() -> None:
    cut = obeyed(page(starts={6}), READ)
    assert told(cut)[:2] == [
        ("How is lime burnt?", ("in layers of coal", "and of chalk", "for three days"), 2, 5),
        (None, ("and three nights",), 6, 6),
    ]


def test_a_card_is_cut_under_its_prompt() -> None:
    assert told(obeyed(page(starts={8}), READ))[1:] == [
        (None, ("What is slaked lime?",), 7, 7),
        (None, ("lime and water",), 8, 8),
    ]


def test_a_statement_is_cut_into_two() -> None:
    whole = Draft(None, ("lime and water\na note below",), 8, 9)
    cut = obeyed(page(starts={9}), Proposal("made", 0.9, (whole,)))
    assert told(cut) == [(None, ("lime and water",), 8, 8), (None, ("a note below",), 9, 9)]


def test_a_line_in_no_card_begins_one() -> None:
    after = obeyed(page(starts={9}), READ)
    assert told(after)[2] == (None, ("a note below",), 9, 9)
    assert after is not None
    assert after.problems == ()


def test_where_nothing_was_read_a_card_takes_the_lines_below() -> None:
    after = obeyed(page(starts={2, 7}), None)
    assert told(after) == [
        ("How is lime burnt?", FIRST.points, 2, 6),
        ("What is slaked lime?", ("lime and water", "a note below"), 7, 9),
    ]
    assert after is not None
    assert [one.line for one in after.problems] == [1]


def test_two_cards_are_joined() -> None:
    (both,) = told(obeyed(page(joined={7}), READ))
    points = (*FIRST.points, "What is slaked lime?", "lime and water")
    assert both == ("How is lime burnt?", points, 2, 8)


def test_a_statement_above_a_card_is_the_beginning_of_its_prompt() -> None:
    half = Draft(None, ("How is lime",), 2, 2)
    rest = Draft("burnt in kilns?", ("in layers",), 3, 3)
    (both,) = told(obeyed(page(joined={3}), Proposal("made", 0.9, (half, rest))))
    assert both == ("How is lime burnt in kilns?", ("in layers",), 2, 3)
    whole = replace(half, points=("Lime is burnt.",))
    (both,) = told(obeyed(page(joined={3}), Proposal("made", 0.9, (whole, rest))))
    assert both == ("Lime is burnt.", ("burnt in kilns?", "in layers"), 2, 3)


def test_two_statements_are_one() -> None:
    pair = tuple(Draft(None, (text,), n, n) for n, text in ((8, "lime"), (9, "a note")))
    (both,) = told(obeyed(page(joined={9}), Proposal("made", 0.9, pair)))
    assert both == (None, ("lime\na note",), 8, 9)


def test_above_the_first_card_there_is_nothing_to_join() -> None:
    assert told(obeyed(page(joined={2}), READ)) == told(READ)


def test_a_line_that_a_layout_took_for_furniture_comes_back() -> None:
    read = replace(READ, furniture=frozenset({4, 9}), problems=())
    inside = obeyed(page(), read, frozenset({4}))
    assert inside is not None
    assert inside.furniture == {9}
    assert inside.cards[0].points.count("and of chalk") == 2  # it was a point already
    outside = obeyed(page(), read, frozenset({9}))
    assert told(outside)[2] == (None, ("a note below",), 9, 9)


def test_statements_keep_the_title_and_what_runs_on() -> None:
    plain = as_statements(page(), READ)
    assert [points for _, points, _, _ in told(plain)] == [
        ("How is lime burnt?",),
        ("in layers of coal",),
        ("and of chalk",),
        ("for three days and three nights",),
        ("What is slaked lime?",),
        ("lime and water",),
        ("a note below",),
    ]
    assert plain is not None
    assert (plain.title, plain.question, plain.problems) == ("Kilns", None, ())


def test_statements_are_cut_and_joined_as_was_said() -> None:
    plain = as_statements(page(starts={6}, joined={8}), READ)
    assert [points for _, points, _, _ in told(plain)][3:6] == [
        ("for three days",),
        ("and three nights",),
        ("What is slaked lime?\nlime and water",),
    ]


@given(starts=st.sets(st.integers(1, 10)), joined=st.sets(st.integers(1, 10)))
def test_every_word_of_a_card_is_in_one_afterwards(starts: set[int], joined: set[int]) -> None:
    after = obeyed(page(starts=starts, joined=joined - starts), READ)
    assert after is not None
    words = " ".join(" ".join((one.prompt or "", *one.points)) for one in after.cards).split()
    before = " ".join(" ".join((one.prompt or "", *one.points)) for one in READ.cards).split()
    assert not set(before) - set(words)
    spans = [(one.first, one.last) for one in after.cards]
    assert spans == sorted(spans)
