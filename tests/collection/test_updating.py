"""A page, a document or a deck file that comes again: merged card by card, and nothing lost."""

from dataclasses import replace
from pathlib import Path

import pytest

from learnt import Collection
from learnt.collection import Choices
from learnt.deck import Card
from learnt.deck.updating import Side, State
from learnt.journal import Rating
from learnt.sources import deck_from_json, write
from learnt.sources.packages import Form
from tests.collection.rivers import NEXT, PAGE, add, card, edit, said, would
from tests.collection.world import Clock, a_card, a_deck, check, finish, state
from tests.sources.packages.kept import CONTENT, MEANDER
from tests.sources.packages.making import package


def test_it_is_shown_before_it_is_written_and_then_written_so(anywhere: Collection) -> None:
    add(anywhere, PAGE)
    edit(anywhere, "What is an oxbow", 0, "A bend that was cut off by the river itself")
    before = anywhere.deck("Rivers")
    update = would(anywhere, NEXT).update
    assert anywhere.deck("Rivers") == before
    assert [one.prompt for one in update.new] == ["Where do springs rise?"]
    assert [one.prompt for one in update.gone] == ["Why do meanders move?"]
    assert [met.ours.prompt for met in update.of(State.CHANGED)] == ["What is a delta?"]
    assert [met.ours.prompt for met in update.of(State.CONFLICT)] == ["What is an oxbow lake?"]
    add(anywhere, NEXT)
    assert said(anywhere, "What is a delta")[0].endswith("to its mouth")
    assert said(anywhere, "What is an oxbow") == ["A bend that was cut off by the river itself"]
    assert len(anywhere.deck("Rivers").cards) == 4
    check(anywhere)


def test_history_stays_with_the_points(anywhere: Collection, clock: Clock) -> None:
    add(anywhere, PAGE)
    sitting = anywhere.begin()
    while sitting.exercise is not None:
        sitting = finish(anywhere, sitting, Rating.GOOD)
    before, ids = state(anywhere), [one.id for one in card(anywhere, "What is a delta").points]
    add(anywhere, NEXT)
    assert state(anywhere) == before
    assert [one.id for one in card(anywhere, "What is a delta").points] == ids
    check(anywhere)


def test_new_cards_stand_where_they_stand_on_the_page(anywhere: Collection) -> None:
    add(anywhere, PAGE)
    more = (
        "What is a spit?\n- Sand along the coast\n\nWhat is a tarn?\n- A lake in the mountains\n\n"
    )
    add(anywhere, PAGE.replace("What is an oxbow", more + "What is an oxbow"))
    prompts = [(one.prompt or "").split()[-1] for one in anywhere.deck("Rivers").cards]
    assert prompts == ["delta?", "spit?", "tarn?", "lake?", "move?"]


def test_a_second_time_nothing_is_written(anywhere: Collection) -> None:
    add(anywhere, PAGE)
    edit(anywhere, "What is an oxbow", 0, "A bend that was cut off by the river itself")
    add(anywhere, NEXT, Choices(otherwise=Side.OURS))
    deck, trash = anywhere.deck("Rivers"), anywhere.trash()
    add(anywhere, NEXT)
    assert (anywhere.deck("Rivers"), anywhere.trash()) == (deck, trash)
    assert would(anywhere, NEXT).update.of(State.CONFLICT) == ()


def test_what_the_learner_edited_stays_until_the_page_changes_it_too(
    anywhere: Collection,
) -> None:
    add(anywhere, PAGE)
    mine = edit(anywhere, "What is a delta", 1, "It grows out into the sea, year by year")
    add(anywhere, PAGE)
    assert card(anywhere, "What is a delta") == mine
    add(anywhere, NEXT)
    assert said(anywhere, "What is a delta") == [
        "Land made of what a river carries to its mouth",
        "It grows out into the sea, year by year",
    ]


@pytest.mark.parametrize("side", list(Side))
def test_each_conflict_is_chosen(anywhere: Collection, side: Side) -> None:
    add(anywhere, PAGE)
    mine = edit(anywhere, "What is an oxbow", 0, "A bend that was cut off by the river itself")
    theirs = "A bend of a river that was cut off long ago"
    add(anywhere, NEXT, Choices(sides={mine.id: side}))
    lakes = [one for one in anywhere.deck("Rivers").cards if "oxbow" in (one.prompt or "")]
    texts = [one.points[0].text for one in lakes]
    assert (
        texts
        == {
            Side.OURS: [mine.points[0].text],
            Side.THEIRS: [theirs],
            Side.BOTH: [mine.points[0].text, theirs],
        }[side]
    )
    assert (lakes[0].id, lakes[0].points[0].id) == (mine.id, mine.points[0].id)
    again = would(anywhere, NEXT).update
    assert (again.writes, again.of(State.CONFLICT), again.new) == (False, (), ())
    assert all("oxbow" not in (one.prompt or "") for one in again.gone)


def test_what_was_not_chosen_is_asked_again(collection: Collection) -> None:
    add(collection, PAGE)
    edit(collection, "What is an oxbow", 0, "A bend that was cut off by the river itself")
    add(collection, NEXT)
    assert len(would(collection, NEXT).update.of(State.CONFLICT)) == 1
    add(collection, NEXT, Choices(otherwise=Side.THEIRS))
    assert said(collection, "What is an oxbow")[0].endswith("long ago")
    assert collection.trash()[0].kind == "wording"


def test_what_is_gone_goes_to_the_trash_only_when_asked(anywhere: Collection) -> None:
    add(anywhere, PAGE)
    gone = card(anywhere, "Why do meanders")
    add(anywhere, NEXT)
    assert card(anywhere, "Why do meanders") == gone
    assert would(anywhere, NEXT).update.gone == (gone,)
    add(anywhere, NEXT, Choices(out=frozenset({gone.id})))
    assert [one.prompt for one in anywhere.deck("Rivers").cards].count(gone.prompt) == 0
    assert would(anywhere, NEXT).update.gone == ()
    anywhere.bring_back("1")
    assert card(anywhere, "Why do meanders") == gone
    check(anywhere)


def test_a_card_gone_and_taken_out_is_new_when_the_page_has_it_again(
    collection: Collection,
) -> None:
    add(collection, PAGE)
    add(collection, NEXT, Choices(all_out=True))
    update = would(collection, PAGE).update
    assert [one.prompt for one in update.new] == ["Why do meanders move?"]


def test_a_card_the_learner_took_out_stays_out(anywhere: Collection) -> None:
    add(anywhere, PAGE)
    anywhere.delete("Rivers", [2])
    added = anywhere.add(anywhere.read_data(NEXT.encode(), "rivers.txt"))
    assert (added.new, added.left) == (1, 1)
    assert all("oxbow" not in (one.prompt or "") for one in anywhere.deck("Rivers").cards)
    anywhere.bring_back(anywhere.trash()[-1].id)
    assert would(anywhere, NEXT).update.left == ()
    assert said(anywhere, "What is an oxbow") == ["A bend that was cut off"]


def test_a_card_that_was_moved_is_updated_where_it_is(anywhere: Collection) -> None:
    add(anywhere, PAGE)
    other = anywhere.new_deck("Lakes")
    lake = card(anywhere, "What is an oxbow")
    anywhere.move_cards([lake.id], other)
    add(anywhere, NEXT)
    (now,) = anywhere.deck("Lakes").cards
    assert (now.id, now.points[0].text) == (lake.id, "A bend of a river that was cut off long ago")
    assert len(anywhere.deck("Rivers").cards) == 3


def test_cards_of_another_page_and_written_by_hand_are_not_gone(collection: Collection) -> None:
    add(collection, PAGE)
    deck = collection.deck("Rivers")
    collection.add_card(deck.id, a_card(9))
    other = "Lakes\n\nWhat is a tarn?\n- A small lake in the mountains\n"
    collection.add(collection.read_data(other.encode(), "lakes.txt"), "Rivers")
    update = would(collection, NEXT).update
    assert [one.prompt for one in update.gone] == ["Why do meanders move?"]


def test_an_edit_in_the_draft_is_the_learners(anywhere: Collection) -> None:
    """What the page says is the base: adding it again takes nothing back."""
    draft = anywhere.draft(PAGE.encode(), "rivers.txt")
    first = draft.deck.cards[0]
    better = replace(first.points[0], text="Land made of mud that a river carries")
    anywhere.change_draft_card(draft.id, replace(first, points=(better, *first.points[1:])))
    anywhere.add_draft_card(draft.id, a_card(5))
    anywhere.save_draft(draft.id)
    add(anywhere, PAGE)
    assert said(anywhere, "What is a delta")[0] == "Land made of mud that a river carries"
    assert would(anywhere, PAGE).update.gone == ()
    update = would(anywhere, NEXT).update
    assert [met.ours.prompt for met in update.of(State.CONFLICT)] == ["What is a delta?"]


def test_a_draft_shows_what_saving_changes(collection: Collection) -> None:
    new = collection.draft(PAGE.encode(), "rivers.txt")
    assert collection.draft_changes(new.id) is None
    collection.save_draft(new.id)
    draft = collection.draft(NEXT.encode(), "rivers.txt")
    collection.drop_draft_card(draft.id, draft.deck.cards[0].id)
    found = collection.draft_changes(draft.id)
    assert found is not None
    assert [met.ours.prompt for met in found.update.met] == ["What is an oxbow lake?"]
    assert [one.prompt for one in found.update.gone] == ["Why do meanders move?"]
    out = frozenset(one.id for one in found.update.gone)
    added = collection.save_draft(draft.id, choices=Choices(out=out))
    assert (added.new, added.updated, added.out) == (1, 1, 1)
    assert said(collection, "What is a delta")[0] == "Land made of what a river carries"


@pytest.mark.parametrize("ending", [".txt", ".json", ".csv"])
def test_a_friends_deck_file_is_updated(anywhere: Collection, tmp_path: Path, ending: str) -> None:
    theirs = a_deck(1, [a_card(1), a_card(2), a_card(3)], title="From Eleni")
    path = tmp_path / f"From Eleni{ending}"
    path.write_bytes(write(theirs, ending))
    anywhere.add(path)
    mine = edit_first(anywhere, "From Eleni")
    better = replace(theirs.cards[1].points[0], text="point 1 of the second card, put right")
    second = replace(theirs.cards[1], points=(better, *theirs.cards[1].points[1:]))
    path.write_bytes(write(replace(theirs, cards=(theirs.cards[0], second)), ending))
    added = anywhere.add(path)
    assert (added.new, added.updated, added.kept, added.gone) == (0, 1, 1, 1)
    cards = anywhere.deck("From Eleni").cards
    assert cards[0] == mine
    assert cards[1].points[0].text == better.text


def edit_first(collection: Collection, deck: str) -> Card:
    first = collection.deck(deck).cards[0]
    points = (replace(first.points[0], text=f"{first.points[0].text}, as I say it"),)
    collection.change(replace(first, points=(*points, *first.points[1:])))
    return collection.deck(deck).cards[0]


def test_a_deck_file_is_known_by_its_ids_whatever_it_says(
    collection: Collection, tmp_path: Path
) -> None:
    theirs = a_deck(1, [a_card(1)])
    collection.add(deck_from_json(write(theirs, ".json")))
    other = replace(theirs.cards[0], prompt="Quite another question?")
    found = collection.would_change(replace(theirs, title="Another title", cards=(other,)))
    assert found is not None
    (met,) = found.update.met
    assert (met.ours.id, met.state) == (theirs.cards[0].id, State.CHANGED)


def test_an_anki_package_is_merged_too(anywhere: Collection, tmp_path: Path) -> None:
    path = tmp_path / "rivers.apkg"
    path.write_bytes(package(CONTENT, Form.LATEST))
    anywhere.add_package(path)
    deck = "Geography::Rivers"
    mine = card(anywhere, "Why do meanders", deck)
    texts = [point.text for point in mine.points]
    edited = replace(mine.points[0], text=f"{texts[0]} as I say it")
    anywhere.change(replace(mine, points=(edited, *mine.points[1:]), hint="mine"))
    lines = MEANDER.fields[1].replace("faster", "a great deal faster")
    assert lines != MEANDER.fields[1]
    notes = (replace(MEANDER, fields=(MEANDER.fields[0], lines)), *CONTENT.notes[1:])
    path.write_bytes(package(replace(CONTENT, notes=notes), Form.LATEST))
    reading = anywhere.read_package(path)
    (found, _) = anywhere.package_changes(reading)
    assert found is not None
    assert [met.state for met in found.update.met].count(State.MERGED) == 1
    anywhere.add_package(path)
    after = card(anywhere, "Why do meanders", deck)
    assert after.hint == "mine"
    assert after.points[0] == edited
    assert [point.id for point in after.points] == [point.id for point in mine.points]
    assert any("a great deal faster" in point.text for point in after.points)
    assert anywhere.doctor().differences == 0


def test_a_deck_brought_back_knows_what_its_page_said(anywhere: Collection) -> None:
    add(anywhere, PAGE)
    mine = edit(anywhere, "What is a delta", 1, "It grows out into the sea, year by year")
    anywhere.delete("Rivers")
    anywhere.bring_back("1")
    add(anywhere, PAGE)
    assert card(anywhere, "What is a delta") == mine
    assert would(anywhere, NEXT).update.gone[0].prompt == "Why do meanders move?"


def test_a_long_page_keeps_what_was_edited(collection: Collection) -> None:
    from learnt.sources.long.streaming import read_in_pieces

    rows = [f"What is tree {n}?\tAn oak of the {n}th row\n" for n in range(200)]

    def pieces() -> object:
        return read_in_pieces(iter(["".join(rows).encode()]), "trees.txt", collection.make_id, 4000)

    collection.add_pieces(pieces())  # type: ignore[arg-type] # an iterator of readings
    edit_first(collection, "trees")
    collection.delete("trees", [2])
    added = collection.add_pieces(pieces())  # type: ignore[arg-type] # an iterator of readings
    assert (added.new, added.updated, added.kept, added.left) == (0, 0, 1, 1)
    assert collection.deck("trees").cards[0].points[0].text.endswith("as I say it")
