"""A page is read again, and what the learner did to it is still there. Laws on values."""

from collections.abc import Callable
from dataclasses import replace
from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from learnt.clock import Instant
from learnt.collection.carrying import carried
from learnt.collection.draft import Draft, draft_of, row_of
from learnt.deck import Card, Deck, Point
from learnt.deck.updating import key_of
from learnt.ids import CardId, DeckId, DraftId, MakeId, PointId, uuid7
from learnt.sources import Reading, read
from tests.strategies import decks as any_decks

PAGE = """\
Q: What is a delta?
A: land made of what a river carries to its mouth

Q: What is an oxbow lake?
A: a bend of a river that was cut off

Q: What is a spit?
A: a bank of sand that grows along a coast
"""


def ids_from(start: int) -> MakeId:
    numbers = count(1)
    return lambda: uuid7(start, next(numbers))


def a_reading(deck: Deck) -> Reading:
    return Reading("page.txt", deck, (), None, "made", ())


def read_anew(deck: Deck, start: int) -> Reading:
    """The same page with the ids that another reading would make."""
    fresh = ids_from(start)
    cards = tuple(
        replace(
            card,
            id=CardId(fresh()),
            points=tuple(replace(point, id=PointId(fresh())) for point in card.points),
        )
        for card in deck.cards
    )
    return a_reading(replace(deck, id=DeckId(fresh()), cards=cards))


@st.composite
def small_decks(draw: st.DrawFn) -> Deck:
    """Decks of few words, so that many cards say the same or ask the same."""
    made = draw(st.lists(st.tuples(_PROMPTS, _TEXTS, st.booleans()), max_size=6))
    fresh = ids_from(draw(st.integers(1, 2)))
    cards = (
        Card(
            CardId(fresh()),
            prompt,
            tuple(Point(PointId(fresh()), text) for text in texts),
            source_lines=(place, place + 1) if lined else None,
        )
        for place, (prompt, texts, lined) in enumerate(made, start=1)
    )
    return Deck(DeckId(fresh()), draw(st.sampled_from(("Rivers", "Coasts"))), tuple(cards))


_PROMPTS = st.sampled_from((None, "What?", "what? ", "Why?", "Who?"))
_TEXTS = st.lists(st.sampled_from(("mud", "Mud", "sand", "ice")), min_size=1, max_size=2)
_DEED = st.tuples(st.integers(0, 3), _PROMPTS, _TEXTS, st.integers(0, 60))


@st.composite
def drafts(draw: st.DrawFn, decks: st.SearchStrategy[Deck]) -> Draft:
    """Pages to which a learner has done anything at all."""
    deck = draw(decks)
    draft = Draft(DraftId(uuid7(5, 5)), Instant(9), a_reading(deck), deck)
    fresh = ids_from(99)
    for kind, prompt, texts, which in draw(st.lists(_DEED, max_size=6)):
        points = tuple(Point(PointId(fresh()), text) for text in texts)
        draft = _DEEDS[kind](draft, Card(CardId(fresh()), prompt, points), which)
    return draft


def _edit(draft: Draft, other: Card, which: int) -> Draft:
    if not draft.deck.cards:
        return draft
    one = draft.deck.cards[which % len(draft.deck.cards)]
    points = one.points if which % 2 else other.points
    return draft.edited(replace(one, prompt=other.prompt, points=points))


def _add(draft: Draft, other: Card, which: int) -> Draft:
    places = [None, *(card.id for card in draft.deck.cards)]
    return draft.added(other, places[which % len(places)])


def _drop(draft: Draft, _other: Card, which: int) -> Draft:
    cards = draft.deck.cards
    return draft.without(cards[which % len(cards)].id) if cards else draft


def _rename(draft: Draft, other: Card, _which: int) -> Draft:
    return draft.renamed(other.label, other.prompt)


_DEEDS: list[Callable[[Draft, Card, int], Draft]] = [_edit, _add, _drop, _rename]


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(drafts(any_decks(3)))
def test_a_draft_is_kept_without_loss(draft: Draft) -> None:
    row = row_of(draft)
    assert draft_of(row) == draft
    assert row_of(draft, row.reading) == row
    assert (row.head.title, row.head.cards) == (draft.deck.title, len(draft.kept))


@given(drafts(small_decks()))
def test_reading_the_same_page_again_changes_nothing(draft: Draft) -> None:
    again = read_anew(draft.reading.deck, 500)
    assert carried(draft, again, ids_from(900)) == draft


@given(drafts(small_decks()), small_decks())
def test_cards_written_under_a_page_leave_all_edits_where_they_were(
    draft: Draft, more: Deck
) -> None:
    """The cards there were come back one by one, and then the new ones."""
    page = draft.reading.deck
    known = {key_of(card) for card in (*page.cards, *draft.deck.cards)}
    prompts = {key[0] for key in known}
    new = tuple(
        card
        for card in read_anew(more, 700).deck.cards
        if (key := key_of(card)) not in known and (key[0] is None or key[0] not in prompts)
    )
    again = read_anew(page, 500)
    longer = replace(again, deck=replace(again.deck, cards=(*again.deck.cards, *new)))
    after = carried(draft, longer, ids_from(900))
    assert after.changed == draft.changed
    assert after.dropped == draft.dropped
    assert (after.deck.title, after.deck.question) == (draft.deck.title, draft.deck.question)
    ids = {card.id for card in draft.deck.cards}
    assert [card for card in after.deck.cards if card.id in ids] == list(draft.deck.cards)


@given(drafts(small_decks()), small_decks(), st.booleans())
def test_no_edit_is_ever_lost_and_no_id_stands_twice(
    draft: Draft, other: Deck, same_ids: bool
) -> None:
    """Whatever the page says now, in whatever form: one of its own has ids in it."""
    reading = a_reading(other) if same_ids else read_anew(other, 500)
    after = carried(draft, reading, ids_from(900))
    now = {card.id: card for card in after.deck.cards}
    assert draft.changed <= after.changed
    for card in draft.deck.cards:
        if card.id in draft.changed:
            assert replace(now[card.id], source_lines=card.source_lines) == card
    assert len(now) == len(after.deck.cards)
    read_ids = [card.id for card in after.reading.deck.cards]
    assert len(set(read_ids)) == len(read_ids) == len(other.cards)
    assert [key_of(card) for card in after.reading.deck.cards] == list(map(key_of, other.cards))
    unread = now.keys() - set(read_ids)
    assert unread <= draft.changed
    assert after.dropped <= draft.dropped
    assert draft_of(row_of(after)) == after


def _draft(page: str = PAGE) -> Draft:
    reading = read(page.encode(), "rivers.txt", ids_from(10))
    return Draft(DraftId(uuid7(5, 5)), Instant(9), reading, reading.deck)


def _again(draft: Draft, page: str) -> Draft:
    return carried(draft, read(page.encode(), "rivers.txt", ids_from(500)), ids_from(900))


def _said(draft: Draft) -> list[tuple[str | None, str]]:
    return [(card.prompt, card.back) for card in draft.kept]


def _with_back(card: Card, text: str) -> Card:
    return replace(card, points=(Point(card.points[0].id, text),))


def test_an_edit_wins_over_a_page_whose_answer_was_changed_too() -> None:
    draft = _draft()
    lake = draft.deck.cards[1]
    draft = draft.edited(_with_back(lake, "a cut-off meander"))
    after = _again(draft, PAGE.replace("a bend of a river that", "a loop which"))
    assert _said(after)[1] == ("What is an oxbow lake?", "a cut-off meander")
    assert after.changed == {lake.id}
    read_now = after.as_read(lake.id)
    assert read_now is not None
    assert read_now.back == "a loop which was cut off"
    assert len(after.deck.cards) == 3


def test_an_edited_card_that_the_page_lost_stays_at_its_place() -> None:
    draft = _draft()
    lake = draft.deck.cards[1]
    draft = draft.edited(replace(lake, prompt="What is a billabong?")).without(lake.id)
    shorter = "\n\n".join(PAGE.split("\n\n")[::2])
    after = _again(draft, shorter)
    assert [card.prompt for card in after.deck.cards] == [
        "What is a delta?",
        "What is a billabong?",
        "What is a spit?",
    ]
    assert after.as_read(lake.id) is None
    assert after.dropped == {lake.id}


def test_a_page_put_right_in_the_way_a_card_was_edited_has_the_card_once() -> None:
    draft = _draft()
    lake = draft.deck.cards[1]
    draft = draft.edited(replace(lake, prompt="What is a billabong?"))
    after = _again(draft, PAGE.replace("an oxbow lake", "a billabong"))
    assert [card.prompt for card in after.deck.cards][1] == "What is a billabong?"
    assert len(after.deck.cards) == 3


def test_a_card_taken_out_stays_out_and_one_whose_text_changed_is_looked_at_again() -> None:
    draft = _draft()
    draft = draft.without(draft.deck.cards[0].id).without(draft.deck.cards[2].id)
    after = _again(draft, PAGE.replace("bank of sand", "bar of sand"))
    assert [prompt for prompt, _ in _said(after)] == ["What is an oxbow lake?", "What is a spit?"]


def test_lines_put_before_a_card_move_its_place_in_the_page() -> None:
    draft = _draft()
    lake = draft.deck.cards[1]
    draft = draft.edited(_with_back(lake, "a cut-off meander"))
    after = _again(draft, "Q: What is a bar?\nA: sand\n\n" + PAGE)
    assert lake.source_lines is not None
    first, last = lake.source_lines
    assert after.card(lake.id).source_lines == (first + 3, last + 3)


def test_the_learners_title_stays_until_the_page_has_another() -> None:
    draft = _draft("Rivers\n\n" + PAGE).renamed("Geography", None)
    assert draft.reading.deck.title == "Rivers"
    assert _again(draft, "Rivers\n\n" + PAGE + "\nQ: More?\nA: yes\n").deck.title == "Geography"
    assert _again(draft, "Coasts\n\n" + PAGE).deck.title == "Coasts"
