"""The learner says how a page is to be read: it is read again, and their own work stays."""

from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt import Collection
from learnt.clock import Instant
from learnt.collection import Draft
from learnt.collection.correcting import corrected
from learnt.deck import Card, Point
from learnt.errors import NotFound, UsageError
from learnt.ids import DraftId, MakeId, PointId, uuid7
from learnt.sources import OF_PAGES, Correction, Said, checked, read, read_again, say
from tests.collection.conftest import OpenCollection
from tests.collection.world import Clock

PAGE = """\
Ferries

Q: Where does the ferry land?
A: at the old quay

Q: Who steers it?
A: the ferryman
A second hand rows

Q: What does it carry?
A: cattle and carts
Leaf 3
"""
NEXT = PAGE.replace("ferry", "barge").replace("Ferries", "Barges").replace("Leaf 3", "Leaf 4")
SWAPPED, STATEMENTS = Correction(Said.SWAPPED), Correction(Said.STATEMENTS)
LEAF = Correction(Said.FURNITURE, 12)


@pytest.fixture
def draft(collection: Collection) -> Draft:
    return collection.draft(PAGE.encode(), "ferries.txt")


def fronts(draft: Draft) -> list[str | None]:
    return [card.prompt for card in draft.deck.cards]


def edit(collection: Collection, draft: Draft, place: int, text: str = "mine") -> Card:
    card = draft.deck.cards[place]
    card = replace(card, points=(replace(card.points[0], text=text),))
    collection.change_draft_card(draft.id, card)
    return card


def test_a_page_is_read_again_and_kept(
    collection: Collection, draft: Draft, open_collection: OpenCollection, clock: Clock
) -> None:
    clock.pass_by(minutes=1)
    after = collection.correct_draft(draft.id, SWAPPED)
    assert fronts(after)[0] == "at the old quay"
    assert (after.at, after.reading.corrections) == (clock.at, (SWAPPED,))
    assert open_collection().get_draft(draft.id) == after
    assert collection.drafts()[0].cards == 3


def test_said_again_everything_is_as_it_was(collection: Collection, draft: Draft) -> None:
    for one in (SWAPPED, STATEMENTS, LEAF, Correction(Said.SPLIT, 8), Correction(Said.JOIN, 6)):
        changed = collection.correct_draft(draft.id, one)
        assert fronts(changed) != fronts(draft) or one is LEAF
        again = collection.correct_draft(draft.id, one)
        assert fronts(again) == fronts(draft)
        assert [card.back for card in again.deck.cards] == [card.back for card in draft.deck.cards]


def test_each_correction_can_be_taken_back(collection: Collection, draft: Draft) -> None:
    collection.correct_draft(draft.id, LEAF)
    collection.correct_draft(draft.id, SWAPPED)
    after = collection.take_back_correction(draft.id, Correction(Said.FURNITURE, 12))
    assert after.reading.corrections == (SWAPPED,)
    assert collection.take_back_correction(draft.id, LEAF) == after
    assert fronts(collection.take_back_correction(draft.id, SWAPPED)) == fronts(draft)


def test_what_cannot_be_said(collection: Collection, draft: Draft) -> None:
    with pytest.raises(UsageError, match="no line 99"):
        collection.correct_draft(draft.id, Correction(Said.SPLIT, 99))
    with pytest.raises(UsageError, match="which line"):
        collection.correct_draft(draft.id, Correction(Said.JOIN))
    with pytest.raises(NotFound):
        collection.correct_draft("no id", SWAPPED)
    with pytest.raises(NotFound):
        collection.take_back_correction("no id", SWAPPED)
    assert collection.get_draft(draft.id) == draft


# the learner's own work


def test_an_edited_card_is_swapped_with_the_others_and_back(
    collection: Collection, draft: Draft
) -> None:
    card = edit(collection, draft, 0)
    turned = collection.correct_draft(draft.id, SWAPPED)
    assert (turned.card(card.id).prompt, turned.card(card.id).back) == ("mine", card.prompt)
    assert len(turned.deck.cards) == 3
    assert turned.changed == {card.id}
    back = collection.correct_draft(draft.id, SWAPPED)
    assert (back.card(card.id).prompt, back.card(card.id).back) == (card.prompt, "mine")
    assert fronts(back) == fronts(draft)


def test_an_edited_card_stays_where_the_page_becomes_statements(
    collection: Collection, draft: Draft
) -> None:
    card = edit(collection, draft, 1)
    after = collection.correct_draft(draft.id, STATEMENTS)
    assert after.card(card.id).back == "mine"
    texts = " ".join(one.back for one in after.deck.cards)
    assert "the ferryman" not in texts  # its lines are not read a second time
    assert "at the old quay" in texts


def test_an_edited_card_that_is_cut_keeps_what_is_above_the_cut(
    collection: Collection, draft: Draft
) -> None:
    card = draft.deck.cards[1]
    points = (replace(card.points[0], text="mine"), card.points[1])
    collection.change_draft_card(draft.id, replace(card, points=points))
    after = collection.correct_draft(draft.id, Correction(Said.SPLIT, 8))
    assert after.card(card.id).back == "mine"
    assert [one.back for one in after.deck.cards[2:3]] == ["A second hand rows"]
    assert len(after.deck.cards) == 4


@pytest.mark.parametrize("place", [0, 1])
def test_edited_cards_are_joined_as_they_are(
    collection: Collection, draft: Draft, place: int
) -> None:
    edit(collection, draft, place)
    after = collection.correct_draft(draft.id, Correction(Said.JOIN, 6))
    first = after.deck.cards[0]
    assert len(after.deck.cards) == 2
    assert (first.prompt, first.source_lines) == ("Where does the ferry land?", (3, 8))
    texts = [point.text for point in first.points]
    assert texts[:2] == (["mine", "Who steers it?"] if not place else texts[:2])
    assert "mine" in texts
    assert "Who steers it?" in texts
    assert after.changed == {first.id}
    apart = collection.take_back_correction(draft.id, Correction(Said.JOIN, 6))
    assert [card.source_lines for card in apart.deck.cards] == [(3, 4), (6, 8), (10, 12)]
    assert "Who steers it?" not in apart.deck.cards[0].back


def test_a_card_that_takes_more_lines_is_not_hidden_by_an_edit(
    collection: Collection, draft: Draft
) -> None:
    """Its question is the same, and what came to it must be seen."""
    edit(collection, draft, 0)
    collection.correct_draft(draft.id, SWAPPED)
    after = collection.correct_draft(draft.id, Correction(Said.JOIN, 6))
    texts = " ".join(f"{card.prompt} {card.back}" for card in after.deck.cards)
    assert "mine" in texts
    assert "the ferryman" in texts


def test_an_edited_card_is_called_a_statement(collection: Collection, draft: Draft) -> None:
    card = edit(collection, draft, 0)
    after = collection.correct_draft(draft.id, Correction(Said.STATEMENTS, 3))
    assert after.card(card.id).prompt is None
    assert "mine" in after.card(card.id).back
    assert len(after.deck.cards) == 3


def test_what_was_left_out_stays_out(collection: Collection, draft: Draft) -> None:
    dropped = draft.deck.cards[2]
    collection.drop_draft_card(draft.id, dropped.id)
    after = collection.correct_draft(draft.id, SWAPPED)
    assert after.dropped == {dropped.id}
    assert len(after.kept) == 2


def test_a_card_of_their_own_stays_as_it_is(collection: Collection, draft: Draft) -> None:
    own = replace(draft.deck.cards[0], prompt="Own?", source_lines=None)
    added = collection.add_draft_card(draft.id, own).deck.cards[-1]
    after = collection.correct_draft(draft.id, SWAPPED)
    assert after.card(added.id).prompt == "Own?"


def test_corrections_hold_when_the_text_is_changed(collection: Collection, draft: Draft) -> None:
    collection.correct_draft(draft.id, SWAPPED)
    collection.correct_draft(draft.id, Correction(Said.SPLIT, 8))
    more = PAGE.replace("Ferries\n", "Ferries\n\nQ: How wide is it?\nA: forty feet\n")
    after = collection.draft_again(draft.id, more.encode())
    assert [(one.said, one.line) for one in after.reading.corrections] == [
        (Said.SWAPPED, None),
        (Said.SPLIT, 11),
    ]
    assert "forty feet" in fronts(after)
    gone = collection.draft_again(draft.id, more.replace("A second hand rows\n", "").encode())
    assert gone.reading.corrections == (SWAPPED,)


def test_what_was_wrong_with_the_file_is_still_told(collection: Collection) -> None:
    draft = collection.draft(PAGE.replace("quay", "ca\xf1o").encode("cp1252"), "page.txt")
    assert "not in UTF-8" in draft.reading.problems[0].why
    after = collection.correct_draft(draft.id, SWAPPED)
    assert after.reading.problems[0] == draft.reading.problems[0]


# a law

_LINES = {3, 4, 6, 7, 8, 10, 11, 12}
_DEEDS = st.one_of(
    st.tuples(st.just("edit"), st.integers(0, 9)),
    st.tuples(st.sampled_from(list(Said)), st.sampled_from(sorted({0, *_LINES}))),
)


@given(deeds=st.lists(_DEEDS, max_size=7))
def test_nothing_of_the_page_and_nothing_of_theirs_is_lost(
    deeds: list[tuple[str | Said, int]],
) -> None:
    """Each line is in a card, or set aside, or of a card that they wrote over."""
    numbers = count()
    make_id: MakeId = lambda: uuid7(1_700_000_000_000, next(numbers))  # noqa: E731 - one line
    reading = read(PAGE.encode(), "ferries.txt", make_id)
    draft = Draft(DraftId(make_id()), Instant(0), reading, reading.deck)
    mine: set[str] = set()
    written_over: set[int] = set()
    for what, number in deeds:
        if isinstance(what, Said):
            one = Correction(what, number or None)
            if number == 0 and what not in OF_PAGES:
                continue
            one = checked(one, reading.lines)
            said = say(draft.reading.corrections, one)
            again = read_again(draft.reading, make_id, said)
            draft = corrected(draft, again, one, make_id)
        elif draft.deck.cards:
            card = draft.deck.cards[number % len(draft.deck.cards)]
            text = f"mine{len(mine)}"
            mine.add(text)
            points = (*card.points, Point(PointId(make_id()), text))
            if card.source_lines:
                written_over |= set(range(card.source_lines[0], card.source_lines[1] + 1))
            draft = draft.edited(replace(card, points=points))
    texts = " ".join(f"{card.prompt or ''} {card.back}" for card in draft.deck.cards)
    words = set(texts.replace("\n", " ").split())
    assert mine <= words
    told = {*draft.reading.furniture, *written_over}
    told |= {problem.line for problem in draft.reading.problems if problem.line}
    for line in _LINES - told:
        text = reading.lines[line - 1].removeprefix("Q: ").removeprefix("A: ")
        assert set(text.split()) <= words, (line, texts)


# the next page of the same shape


def save(collection: Collection, page: str, *said: Correction) -> None:
    draft = collection.draft(page.encode(), "page.txt")
    for one in said:
        collection.correct_draft(draft.id, one)
    collection.save_draft(draft.id)


def test_the_next_page_is_read_the_same_way(
    collection: Collection, open_collection: OpenCollection
) -> None:
    save(collection, PAGE, SWAPPED, LEAF, Correction(Said.SPLIT, 8))
    later = open_collection()
    draft = later.draft(NEXT.encode(), "next.txt")
    assert [(one.said, one.line) for one in draft.reading.corrections] == [
        (Said.SWAPPED, None),
        (Said.FURNITURE, None),
    ]
    assert draft.reading.remembered == draft.reading.corrections
    assert 12 in draft.reading.furniture
    assert later.read_data(NEXT.encode(), "next.txt").remembered == draft.reading.remembered


def test_what_is_not_saved_is_not_remembered(collection: Collection, draft: Draft) -> None:
    collection.correct_draft(draft.id, SWAPPED)
    assert collection.read_data(NEXT.encode(), "next.txt").corrections == ()
    collection.throw_draft_away(draft.id)
    assert collection.read_data(NEXT.encode(), "next.txt").corrections == ()


def test_another_shape_is_another_matter(collection: Collection) -> None:
    save(collection, PAGE, SWAPPED)
    other = "ferry\ta boat that crosses\nquay\ta place to land\nhelm\twhat one steers with\n"
    assert collection.read_data(other.encode(), "other.txt").corrections == ()


def test_taken_back_and_saved_it_is_forgotten(collection: Collection) -> None:
    save(collection, PAGE, SWAPPED, LEAF)
    save(collection, NEXT, SWAPPED)  # said again: taken back
    third = collection.read_data(NEXT.encode(), "third.txt")
    assert [one.said for one in third.corrections] == [Said.FURNITURE]
    save(collection, NEXT.replace("barge", "raft"), Correction(Said.FURNITURE, None, "Leaf 3"))
    assert collection.read_data(NEXT.encode(), "fourth.txt").corrections == ()


def test_a_page_without_corrections_forgets_nothing_it_did_not_know_of(
    collection: Collection, draft: Draft
) -> None:
    """The draft was begun before another page of its shape was corrected."""
    save(collection, NEXT, SWAPPED)
    collection.save_draft(draft.id)
    assert collection.read_data(NEXT.encode(), "next.txt").corrections == (SWAPPED,)


def test_a_page_that_is_added_is_remembered_too(collection: Collection) -> None:
    reading = collection.read_data(PAGE.encode(), "page.txt")
    collection.add(collection.correct(reading, (SWAPPED,)))
    following = collection.read_data(NEXT.encode(), "next.txt")
    assert following.corrections == (SWAPPED,)
    collection.add(collection.correct(following, ()))
    assert collection.read_data(NEXT.encode(), "next.txt").corrections == ()


def test_a_backup_brings_back_what_was_remembered(collection: Collection, clock: Clock) -> None:
    save(collection, PAGE, SWAPPED)
    backup = collection.back_up()
    clock.pass_by(minutes=1)
    save(collection, NEXT, SWAPPED)
    assert collection.read_data(NEXT.encode(), "next.txt").corrections == ()
    collection.restore(backup.name)
    assert collection.read_data(NEXT.encode(), "next.txt").corrections == (SWAPPED,)
