"""A page that is being checked: kept through everything, saved once, never lost."""

import threading
from dataclasses import replace

import pytest

from learnt import Collection
from learnt.collection import Draft
from learnt.deck import Card, Deck, Point
from learnt.errors import NotFound, Overtaken, Unreadable, UsageError
from learnt.ids import CardId, PointId, is_id, uuid7
from learnt.sources import deck_to_json
from tests.collection.conftest import OpenCollection
from tests.collection.world import Clock, a_card, a_deck, simple_deck, state

PAGE = b"""\
Rivers

Q: What is a delta?
A: land made of what a river carries to its mouth

Q: What is an oxbow lake?
A: a bend of a river that was cut off
"""
NOWHERE = ["", "no id", "1", "'; DROP TABLE draft", uuid7(1, 1)]


@pytest.fixture
def draft(collection: Collection) -> Draft:
    return collection.draft(PAGE, "rivers.txt")


def edited(draft: Draft, place: int = 0, text: str = "mud") -> Card:
    card = draft.deck.cards[place]
    return replace(card, points=(replace(card.points[0], text=text),))


def test_a_page_is_kept_as_it_was_read(
    collection: Collection, draft: Draft, open_collection: OpenCollection, clock: Clock
) -> None:
    assert draft.reading.file == "rivers.txt"
    assert draft.reading.lines[0] == "Rivers"
    assert (draft.at, draft.deck, draft.kept) == (
        clock.at,
        draft.reading.deck,
        draft.deck.cards,
    )
    assert len(draft.deck.cards) == 2
    assert open_collection().get_draft(draft.id) == draft
    assert collection.decks() == ()


def test_drafts_are_listed_the_one_changed_last_first(
    collection: Collection, draft: Draft, clock: Clock
) -> None:
    clock.pass_by(minutes=1)
    second = collection.draft(b"Q: Why?\nA: so\n", "why.txt")
    clock.pass_by(minutes=1)
    assert [head.id for head in collection.drafts()] == [second.id, draft.id]
    collection.rename_draft(draft.id, "  Water\n", "Where does it go?")
    collection.drop_draft_card(draft.id, draft.deck.cards[0].id)
    first, _ = collection.drafts()
    assert (first.id, first.title, first.cards, first.at) == (draft.id, "Water", 1, clock.at)


def test_what_is_no_page_is_not_kept(collection: Collection, draft: Draft) -> None:
    for data in (b"", b"%PDF-1.7 and more"):
        with pytest.raises(Unreadable):
            collection.draft(data, "page.txt")
        with pytest.raises(Unreadable):
            collection.draft_again(draft.id, data)
    assert len(collection.drafts()) == 1
    assert collection.get_draft(draft.id) == draft


def test_a_page_without_cards_is_kept_with_its_problems(collection: Collection) -> None:
    draft = collection.draft(b'[{"colour": "red", "size": 4}]', "other.json")
    assert draft.reading.problems
    again = collection.get_draft(draft.id)
    assert again == draft
    with pytest.raises(UsageError, match="no card on this page"):
        collection.save_draft(draft.id)
    assert collection.get_draft(draft.id) == draft
    assert collection.throw_draft_away(draft.id) is None
    assert collection.drafts() == ()


@pytest.mark.parametrize(
    "name", ["caf\udce9.txt", "a\x00b.txt", "\N{RIGHT-TO-LEFT OVERRIDE}txt.exe"]
)
def test_any_name_can_be_kept(collection: Collection, name: str) -> None:
    draft = collection.draft(b"+ADw- \xff\xd8 Q: What\x00 is it?\nA: \x01 something\n", name)
    assert collection.get_draft(draft.id) == draft


def test_every_edit_is_kept(collection: Collection, draft: Draft, clock: Clock) -> None:
    first, second = draft.deck.cards
    clock.pass_by(minutes=1)
    after = collection.change_draft_card(draft.id, edited(draft))
    assert after.at == clock.at
    assert after.card(first.id).back == "mud"
    assert after.changed == {first.id}
    after = collection.drop_draft_card(draft.id, second.id)
    assert after.dropped == {second.id}
    assert after.kept == after.deck.cards[:1]
    assert after.deck.cards[1] == second
    assert collection.get_draft(draft.id) == after
    assert collection.put_back_draft_card(draft.id, second.id).kept == after.deck.cards
    back = collection.change_draft_card(draft.id, first)
    assert (back.changed, back.deck) == (frozenset(), draft.deck)
    assert back.as_read(first.id) == first


def test_a_card_is_written_with_ids_and_lines_of_its_own(
    collection: Collection, draft: Draft
) -> None:
    """A form knows of no ids for new points, and of no lines."""
    first, second = draft.deck.cards
    points = (first.points[0], Point(PointId(""), "new"), Point(PointId("x"), "too"))
    after = collection.change_draft_card(draft.id, replace(first, points=points, source_lines=None))
    kept = after.card(first.id)
    assert [point.text for point in kept.points] == [first.back, "new", "too"]
    assert kept.points[0].id == first.points[0].id
    assert len({point.id for point in kept.points if is_id(point.id)}) == 3
    assert kept.source_lines == first.source_lines

    new = Card(CardId(""), "Why?", (Point(PointId(""), "so"),))
    after = collection.add_draft_card(draft.id, new, second.id)
    assert [card.prompt for card in after.deck.cards] == [first.prompt, "Why?", second.prompt]
    added = after.deck.cards[1]
    assert is_id(added.id)
    assert added.id in after.changed
    assert after.as_read(added.id) is None
    after = collection.add_draft_card(draft.id, replace(new, id=added.id))
    assert after.deck.cards[3].id != added.id


@pytest.mark.parametrize("nothing", NOWHERE)
def test_what_is_not_there_is_not_found(collection: Collection, draft: Draft, nothing: str) -> None:
    card = a_card(1)
    for verb in (
        lambda: collection.get_draft(nothing),
        lambda: collection.draft_again(nothing, PAGE),
        lambda: collection.change_draft_card(nothing, card),
        lambda: collection.add_draft_card(nothing, card),
        lambda: collection.drop_draft_card(nothing, card.id),
        lambda: collection.rename_draft(nothing, "T", None),
        lambda: collection.save_draft(nothing),
        lambda: collection.throw_draft_away(nothing),
    ):
        with pytest.raises(NotFound, match="saved or thrown away"):
            verb()
    for verb in (
        lambda: collection.change_draft_card(draft.id, replace(card, id=CardId(nothing))),
        lambda: collection.add_draft_card(draft.id, card, CardId(nothing)),
        lambda: collection.drop_draft_card(draft.id, nothing),
        lambda: collection.put_back_draft_card(draft.id, nothing),
    ):
        with pytest.raises(NotFound, match="not on the page"):
            verb()
    with pytest.raises(NotFound, match="deck is not"):
        collection.save_draft(draft.id, into=nothing)
    assert collection.get_draft(draft.id) == draft
    assert collection.decks() == ()


def test_reading_the_page_again_keeps_edits(collection: Collection, draft: Draft) -> None:
    first, second = draft.deck.cards
    collection.change_draft_card(draft.id, edited(draft))
    before = collection.drop_draft_card(draft.id, second.id)
    assert collection.draft_again(draft.id, PAGE) == before
    more = PAGE + b"\nQ: What is a spit?\nA: a bank of sand\n"
    after = collection.draft_again(draft.id, more, "coasts.txt")
    assert after.reading.file == "coasts.txt"
    assert [card.prompt for card in after.kept] == [first.prompt, "What is a spit?"]
    assert after.card(first.id).back == "mud"
    assert collection.get_draft(draft.id) == after


def test_a_draft_is_saved_once_without_what_was_taken_out(
    collection: Collection, draft: Draft
) -> None:
    first, second = draft.deck.cards
    collection.change_draft_card(draft.id, edited(draft))
    collection.drop_draft_card(draft.id, second.id)
    added = collection.save_draft(draft.id, "Water")
    assert (added.title, added.new) == ("Water", 1)
    (card,) = collection.deck(added.deck).cards
    assert (card.prompt, card.back, card.source_lines) == (first.prompt, "mud", first.source_lines)
    assert collection.drafts() == ()
    with pytest.raises(NotFound, match="saved or thrown away"):
        collection.save_draft(draft.id, "Water")
    assert len(collection.decks()) == 1


def test_a_draft_is_saved_into_a_deck(collection: Collection, draft: Draft) -> None:
    collection.add(simple_deck(2))
    deck = collection.decks()[0]
    added = collection.save_draft(draft.id, "Another title", into=deck.id)
    assert (added.deck, added.title, added.new) == (deck.id, deck.title, 2)
    assert collection.deck_head(deck.id).cards == 4
    assert [backup.why for backup in collection.backups()] == ["before-import"]


def test_a_draft_that_cannot_be_saved_is_still_there(
    collection: Collection, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Deck and draft change hands in one transaction."""
    from learnt.store.drafts import Drafts

    def fail(*_: object) -> None:
        raise OSError("the lights went out")

    with monkeypatch.context() as broken:
        broken.setattr(Drafts, "remove", fail)
        with pytest.raises(OSError, match="lights"):
            collection.save_draft(draft.id)
    assert collection.decks() == ()
    assert collection.get_draft(draft.id) == draft
    assert collection.save_draft(draft.id).new == 2


def test_where_every_card_was_taken_out_there_is_nothing_to_save(
    collection: Collection, draft: Draft
) -> None:
    for card in draft.deck.cards:
        collection.drop_draft_card(draft.id, card.id)
    with pytest.raises(UsageError, match="no card"):
        collection.save_draft(draft.id)
    thrown = collection.throw_draft_away(draft.id)
    assert thrown is not None
    collection.bring_back(thrown.id)
    assert collection.deck("Rivers").cards == draft.deck.cards


def test_what_was_thrown_away_can_be_brought_back_as_a_deck(
    collection: Collection, draft: Draft
) -> None:
    collection.change_draft_card(draft.id, edited(draft))
    collection.drop_draft_card(draft.id, draft.deck.cards[1].id)
    thrown = collection.throw_draft_away(draft.id)
    assert thrown is not None
    assert (thrown.kind, thrown.title) == ("deck", "Rivers")
    assert collection.trash() == (thrown,)
    assert collection.drafts() == ()
    assert collection.bring_back("1").new == 1
    assert collection.deck("Rivers").cards == (edited(draft),)


def test_a_deck_of_our_own_comes_back_with_its_history(collection: Collection) -> None:
    """Its JSON has the ids of the cards that are there."""
    collection.add(a_deck(1, [a_card(1), a_card(2)]))
    collection.ask()
    collection.answer()
    before = state(collection)
    deck = collection.deck("1")
    draft = collection.draft(deck_to_json(deck), "deck.json")
    collection.change_draft_card(draft.id, replace(a_card(2), prompt="A better question?"))
    added = collection.save_draft(draft.id)
    assert (added.new, added.updated, added.same) == (0, 1, 1)
    assert [card.id for card in collection.deck("1").cards] == [a_card(1).id, a_card(2).id]
    assert state(collection) == before


def test_a_page_whose_cards_share_ids_can_be_edited(collection: Collection) -> None:
    page = b"# Twins\n\n" + 2 * b"Q: What?\nA: that ^0192f3a4-7b2c-7def-8123-456789abcdef\n\n"
    draft = collection.draft(page, "twins.txt")
    ids = [card.id for card in draft.deck.cards]
    assert len(set(ids)) == len(ids)
    assert collection.get_draft(draft.id) == draft


@pytest.mark.parametrize("database", ["sqlite", "postgres"])
def test_what_two_tabs_change_at_once_is_all_kept(
    database: str, open_collection: OpenCollection, request: pytest.FixtureRequest
) -> None:
    url = request.getfixturevalue("postgres_schema") if database == "postgres" else None
    tabs = [open_collection(url=url) for _ in range(4)]
    deck = Deck(a_deck(1, []).id, "Many", tuple(a_card(n, 1) for n in range(1, 25)))
    draft = tabs[0].draft(deck_to_json(deck), "many.json")
    barrier, failures = threading.Barrier(len(tabs)), []

    def work(nth: int) -> None:
        barrier.wait()
        try:
            for place in range(nth, 24, len(tabs)):
                tabs[nth].change_draft_card(draft.id, edited(draft, place, f"by tab {nth}"))
        except Exception as error:  # noqa: BLE001 - told below
            failures.append(error)

    threads = [threading.Thread(target=work, args=(nth,)) for nth in range(len(tabs))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    after = tabs[0].get_draft(draft.id)
    assert [card.back for card in after.deck.cards] == [f"by tab {n % 4}" for n in range(24)]
    assert len(after.changed) == 24


def test_two_tabs_on_one_card_keep_both_changes(collection: Collection, draft: Draft) -> None:
    base = draft.deck.cards[0]
    collection.merge_draft_card(draft.id, replace(base, hint="at the mouth"), base)
    after, both = collection.merge_draft_card(draft.id, edited(draft), base)
    assert (both.joined, both.conflict, both.card) == (True, False, after.card(base.id))
    assert (after.card(base.id).hint, after.card(base.id).back) == ("at the mouth", "mud")
    assert collection.get_draft(draft.id) == after
    assert collection.trash() == ()


def test_of_the_same_words_the_other_wording_is_in_the_trash(
    collection: Collection, draft: Draft
) -> None:
    base = draft.deck.cards[0]
    assert not collection.merge_draft_card(draft.id, edited(draft, text="sand"), base)[1].conflict
    after, both = collection.merge_draft_card(draft.id, edited(draft), base)
    assert both.conflict
    assert after.card(base.id).back == "mud"
    (thing,) = collection.trash()
    assert (thing.kind, thing.title) == ("wording", "Rivers")
    back = collection.bring_back(thing.id)
    assert [card.back for card in collection.deck(back.deck).cards] == ["sand"]


def test_a_program_may_have_it_refused(collection: Collection, draft: Draft) -> None:
    base = draft.deck.cards[0]
    now, _ = collection.merge_draft_card(draft.id, edited(draft, text="sand"), base)
    with pytest.raises(Overtaken, match="changed on this card elsewhere"):
        collection.merge_draft_card(draft.id, edited(draft), base, refuse_conflict=True)
    assert (collection.get_draft(draft.id), collection.trash()) == (now, ())


def test_what_a_tab_has_sent_already_is_no_change_of_another(
    collection: Collection, draft: Draft
) -> None:
    """The button is pressed while the field is on its way: both send it, the base is the same."""
    base = draft.deck.cards[0]
    for number in (1, 2):
        more = Point(PointId(uuid7(3, number)), "new")
        card = replace(base, points=(*base.points, more))
        _, both = collection.merge_draft_card(draft.id, card, base)
        assert not both.joined
        assert not both.conflict
    kept = collection.get_draft(draft.id).card(base.id)
    assert [point.text for point in kept.points] == [base.back, "new"]


def test_a_text_that_was_changed_in_another_tab_is_not_written_over(
    collection: Collection, draft: Draft
) -> None:
    one, other = PAGE + b"\nQ: What is a source?\nA: where it begins\n", PAGE + b"\nA line\n"
    now = collection.draft_again(draft.id, one, base=draft.mark)
    assert now.mark != draft.mark
    with pytest.raises(Overtaken, match="changed elsewhere"):
        collection.draft_again(draft.id, other, base=draft.mark)
    assert collection.get_draft(draft.id) == now
    assert collection.draft_again(draft.id, one, base=draft.mark).deck == now.deck
    assert collection.draft_again(draft.id, other, base=now.mark).reading.lines[-1] == "A line"
