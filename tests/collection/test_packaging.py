"""Anki packages saved with their history."""

from dataclasses import replace
from pathlib import Path

import pytest

from learnt import Collection
from learnt.clock import Instant
from learnt.collection import DeckSaved, packaging
from learnt.deck import Card, Direction
from learnt.errors import NotFound, Unreadable, UsageError
from learnt.journal import FOREVER, Rating
from learnt.sources.packages import Form
from tests.collection.world import Clock
from tests.sources.packages.kept import (
    BASIC,
    CARDS,
    CONTENT,
    DAY,
    MEANDER,
    RIVERS,
    START,
    note,
)
from tests.sources.packages.kept import card as card_of
from tests.sources.packages.making import Content, LogRow, package


@pytest.fixture
def clock() -> Clock:
    """The learner comes here ten days after the first answer in Anki."""
    return Clock(Instant(START + 10 * DAY))


def write(folder: Path, content: Content = CONTENT, form: Form = Form.LATEST) -> Path:
    path = folder / "rivers.apkg"
    path.write_bytes(package(content, form))
    return path


def card(collection: Collection, prompt: str) -> Card:
    (found,) = [
        one
        for head in collection.titles()
        for one in collection.deck(head.id).cards
        if (one.prompt or "").startswith(prompt)
    ]
    return found


def test_looking_saves_nothing(collection: Collection, tmp_path: Path) -> None:
    reading = collection.read_package(write(tmp_path))
    assert (reading.counts.notes, reading.counts.reviews) == (7, 6)
    assert collection.decks() == ()


@pytest.mark.parametrize("form", list(Form))
def test_all_is_saved_and_a_second_time_adds_nothing(
    anywhere: Collection, tmp_path: Path, form: Form
) -> None:
    path = write(tmp_path, form=form)
    first = anywhere.add_package(path)
    assert [(one.title, one.new) for one in first.decks] == [
        ("Geography::Rivers", 7),
        ("Words", 1),
    ]
    assert (first.reviews, first.holds) == (6, 2)
    second = anywhere.add_package(path)
    assert [(one.new, one.updated, one.same) for one in second.decks] == [(0, 0, 7), (0, 0, 1)]
    assert (second.reviews, second.holds) == (0, 0)
    assert anywhere.doctor().differences == 0


def test_every_point_begins_with_the_history_of_its_card(
    collection: Collection, tmp_path: Path
) -> None:
    collection.add_package(write(tmp_path))
    one = card(collection, "Why do meanders")
    with collection.store.reading() as transaction:
        reviews = transaction.journal.reviews_of(collection.learner.id, one.id)
        memories = transaction.caches.memories(
            collection.learner.id, [point.id for point in one.points]
        )
    assert [(review.at, review.rating) for review in reviews] == [
        (START + 1 * DAY, Rating.GOOD),
        (START + 2 * DAY, Rating.AGAIN),
        (START + 2 * DAY + 600_000, Rating.GOOD),
        (START + 5 * DAY, Rating.EASY),
    ]
    assert [outcome.rating for outcome in reviews[1].outcomes] == [Rating.AGAIN] * 3
    assert reviews[0].duration_ms == 8_000
    assert len(memories) == 3
    assert len(set(memories.values())) == 1


def test_the_reverse_has_its_own_history(collection: Collection, tmp_path: Path) -> None:
    collection.add_package(write(tmp_path))
    one = card(collection, "spring")
    with collection.store.reading() as transaction:
        reviews = transaction.journal.reviews_of(collection.learner.id, one.id)
    assert [(review.direction, review.rating) for review in reviews] == [
        (Direction.FORWARD, Rating.GOOD),
        (Direction.BACKWARD, Rating.HARD),
    ]
    assert [str(outcome.point) for outcome in reviews[1].outcomes] == [one.id]


def test_suspended_and_buried_cards_are_set_aside(collection: Collection, tmp_path: Path) -> None:
    collection.add_package(write(tmp_path))
    with collection.store.reading() as transaction:
        holds = transaction.journal.holds(collection.learner.id)
    suspended, buried = card(collection, "A […]"), card(collection, "A delta")
    assert holds[suspended.id] == FOREVER
    changed = START + 100 * DAY
    assert changed < holds[buried.id] <= changed + DAY


def test_later_answers_come_with_a_later_package(collection: Collection, tmp_path: Path) -> None:
    collection.add_package(write(tmp_path))
    later = LogRow(START + 8 * DAY, CARDS[6].id, 3, 2, 0, 2500, 2_000, 0)
    added = collection.add_package(write(tmp_path, replace(CONTENT, log=(*CONTENT.log, later))))
    assert (added.reviews, sum(one.new + one.updated for one in added.decks)) == (1, 0)
    assert collection.doctor().differences == 0


def test_an_edit_in_anki_keeps_the_history_of_the_points_that_stayed(
    collection: Collection, tmp_path: Path
) -> None:
    collection.add_package(write(tmp_path))
    before = card(collection, "Why do meanders")
    edited = replace(
        MEANDER,
        fields=(MEANDER.fields[0], "new here<br>is faster<br>wears the <b>banks</b> away"),
    )
    notes = (edited, *CONTENT.notes[1:])
    added = collection.add_package(write(tmp_path, replace(CONTENT, notes=notes)))
    assert (added.decks[0].new, added.decks[0].updated) == (0, 1)
    after = card(collection, "Why do meanders")
    assert after.id == before.id
    assert [point.id for point in after.points[1:]] == [point.id for point in before.points[1:]]
    assert after.points[0].id not in {point.id for point in before.points}


def test_an_edit_here_stays_when_the_package_comes_again(
    collection: Collection, tmp_path: Path
) -> None:
    collection.add_package(write(tmp_path))
    before = card(collection, "Why do meanders")
    edited = replace(before.points[1], text="is much faster", accepted=("runs fast",), weight=2.0)
    points = (before.points[0], edited, before.points[2])
    collection.change(replace(before, points=points, ordered=True))
    added = collection.add_package(write(tmp_path))
    assert (added.decks[0].new, added.decks[0].updated) == (0, 0)
    assert card(collection, "Why do meanders").points == points


def test_what_was_pasted_before_gets_the_history(collection: Collection, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("# Geography::Rivers\n\nspring\n- where a river\n- begins\n")
    collection.add(page, "Geography::Rivers")
    pasted = card(collection, "spring")
    added = collection.add_package(write(tmp_path))
    assert added.decks[0].new == 6
    with collection.store.reading() as transaction:
        reviews = transaction.journal.reviews_of(collection.learner.id, pasted.id)
    assert len(reviews) == 2
    again = collection.add_package(write(tmp_path))
    assert (again.reviews, again.decks[0].new) == (0, 0)
    assert collection.doctor().differences == 0


def test_decks_and_a_title_can_be_chosen(collection: Collection, tmp_path: Path) -> None:
    collection.add_package(write(tmp_path), ["words"], title="French")
    assert [head.title for head in collection.titles()] == ["French"]
    collection.add_package(write(tmp_path), title="Anki")
    assert "Anki::Geography::Rivers" in [head.title for head in collection.titles()]


def test_what_cannot_be_read_saves_nothing(collection: Collection, tmp_path: Path) -> None:
    broken = tmp_path / "broken.apkg"
    broken.write_bytes(b"PK\x03\x04 and no more")
    with pytest.raises(Unreadable):
        collection.add_package(broken)
    with pytest.raises(NotFound):
        collection.add_package(tmp_path / "none.apkg")
    with pytest.raises(Unreadable, match="is a folder"):
        collection.add_package(tmp_path)
    with pytest.raises(UsageError, match="no card"):
        collection.add_package(write(tmp_path, Content()))
    assert collection.decks() == ()


def wide(count: int) -> Content:
    """A package of one deck of so many basic notes, each of which was answered twice."""
    notes = [
        note(place, BASIC, f"What is reed {place}?", f"Tall {place}") for place in range(count)
    ]
    cards = [card_of(place, one, reps=2) for place, one in enumerate(notes)]
    log = [
        LogRow(START + (turn + 1) * DAY + place, one.id, 3, 1, -60, 2500, 2_000, 0)
        for turn in range(2)
        for place, one in enumerate(cards)
    ]
    return Content((BASIC,), (RIVERS,), notes, cards, log)


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packaging, "_MOST_WORK", 30)
    monkeypatch.setattr(packaging, "_TURN_SECONDS", 0)


def test_a_large_deck_is_saved_in_parts_and_comes_to_the_same(
    anywhere: Collection, tmp_path: Path, small_parts: None
) -> None:
    path = write(tmp_path, wide(40))
    so_far: list[DeckSaved] = []
    added = anywhere.add_package(path, progress=so_far.append, in_turns=True)
    assert len(so_far) > 5
    assert [one.cards for one in so_far] == sorted({one.cards for one in so_far})
    assert [one.whole for one in so_far[-2:]] == [False, True]
    assert (added.decks[0].new, added.reviews) == (40, 80)
    assert [one.prompt for one in anywhere.deck(RIVERS.name).cards] == [
        f"What is reed {place}?" for place in range(40)
    ]
    again = anywhere.add_package(path)
    assert (again.decks[0].same, again.decks[0].others, again.reviews) == (40, 0, 0)
    assert anywhere.doctor().differences == 0


def test_a_deck_of_many_cards_comes_to_the_same_as_its_journal(
    anywhere: Collection, tmp_path: Path
) -> None:
    path = write(tmp_path, wide(1_300))
    added = anywhere.add_package(path)
    assert (added.decks[0].new, added.reviews) == (1_300, 2_600)
    assert anywhere.doctor().differences == 0
    again = anywhere.add_package(path)
    assert (again.decks[0].same, again.reviews) == (1_300, 0)


def test_what_was_stopped_between_two_parts_goes_on_where_it_was(
    anywhere: Collection, tmp_path: Path, small_parts: None
) -> None:
    path = write(tmp_path, wide(40))

    def stop(so_far: DeckSaved) -> None:
        if so_far.cards > 10:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        anywhere.add_package(path, progress=stop, in_turns=True)
    (half,) = anywhere.decks()
    assert (half.cards, 0 < half.new < 30) == (40, True)  # all are there, some with their answers
    assert anywhere.doctor().differences == 0
    added = anywhere.add_package(path)
    assert (added.decks[0].same, added.reviews) == (40, 2 * half.new)
    assert anywhere.doctor().differences == 0


def test_an_answer_is_given_between_two_parts(
    collection: Collection, tmp_path: Path, small_parts: None
) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "Trees\n\nWhat is oak?\n- Hard\n\nWhat is lime?\n- Soft\n\nWhat is ash?\n- White\n"
    )
    collection.add(page)
    answered: list[int] = []

    def answer(so_far: DeckSaved) -> None:
        with Collection.open(collection.home, now=collection.now) as other:
            if other.ask() is not None and len(answered) < 3:
                other.answer([1])
                answered.append(so_far.cards)

    collection.add_package(write(tmp_path, wide(40)), progress=answer, in_turns=True)
    assert len(answered) == 3
    assert collection.doctor().differences == 0


def test_a_deck_that_is_deleted_between_two_parts_is_in_the_trash(
    collection: Collection, tmp_path: Path, small_parts: None
) -> None:
    gone: list[int] = []

    def delete(so_far: DeckSaved) -> None:
        if not gone:
            collection.delete(RIVERS.name)
            gone.append(so_far.cards)

    collection.add_package(write(tmp_path, wide(40)), progress=delete, in_turns=True)
    assert (collection.decks(), len(gone)) == ((), 1)
    collection.bring_back(collection.trash()[0].id)
    assert collection.decks()[0].cards == 40
    assert collection.doctor().differences == 0


def test_cards_that_share_a_prompt_stay_apart_across_parts(
    collection: Collection, tmp_path: Path, small_parts: None
) -> None:
    content = wide(20)
    collection.add_package(write(tmp_path, content))
    twin = note(90, BASIC, "What is reed 19?", "Quite another thing")
    twins = (*content.notes[:1], twin, *content.notes[1:])
    cards = (*content.cards, card_of(90, twin))
    added = collection.add_package(write(tmp_path, replace(content, notes=twins, cards=cards)))
    assert (added.decks[0].new, added.decks[0].same, added.decks[0].updated) == (1, 20, 0)


def test_a_card_that_was_pasted_before_keeps_its_id_in_whichever_part_it_comes(
    collection: Collection, tmp_path: Path, small_parts: None
) -> None:
    page = tmp_path / "page.txt"
    page.write_text(f"{RIVERS.name}\n\nWhat is reed 17?\n- Tall 17\n\nWhat is moss?\n- Soft\n")
    deck = collection.add(page, title=RIVERS.name).deck
    before = {one.prompt: one.id for one in collection.deck(deck).cards}
    added = collection.add_package(write(tmp_path, wide(20)))
    after = {one.prompt: one.id for one in collection.deck(deck).cards}
    assert after.items() >= before.items()
    assert (added.decks[0].new, added.decks[0].others, added.reviews) == (19, 1, 40)


def test_an_answer_given_in_anki_today_is_one_of_today(
    anywhere: Collection, tmp_path: Path, clock: Clock
) -> None:
    """The card is not asked the other way as well, and it uses up no review or new card twice."""
    content = wide(3)
    log = [LogRow(clock() - 60_000, content.cards[0].id, 1, 1, -60, 2500, 2_000, 0)]
    anywhere.add_package(write(tmp_path, replace(content, log=log)), as_new=True)
    queue = anywhere.queue()
    assert [one.card for one in queue.returning] == [card(anywhere, "What is reed 0").id]
    assert len(queue.items) == 2
    assert anywhere.left() == queue.left
    settings = anywhere.learner.settings
    anywhere.set(replace(settings, new_a_day=2))
    assert len(anywhere.queue().items) == 1


def test_answers_that_anki_dates_in_the_future_are_none_of_today(
    anywhere: Collection, tmp_path: Path, clock: Clock
) -> None:
    content = wide(3)
    one = content.cards[0].id
    log = [LogRow(at, one, 3, 1, -60, 2500, 2_000, 0) for at in (START + DAY, clock() + 300 * DAY)]
    anywhere.add_package(write(tmp_path, replace(content, log=log)), as_new=True)
    anywhere.set(replace(anywhere.learner.settings, new_a_day=2, reviews_a_day=0))
    for _ in range(2):
        assert len(anywhere.queue().items) == 2
        assert anywhere.left() == anywhere.queue().left
        with anywhere.store.reading() as transaction:
            end = Instant(clock() + DAY)
            assert transaction.caches.asked_between(anywhere.learner.id, clock(), end) == ()
        clock.pass_by(days=1)


def test_an_undo_takes_back_nothing_that_came_from_anki(
    anywhere: Collection, tmp_path: Path, clock: Clock
) -> None:
    anywhere.add_package(write(tmp_path, wide(3)))
    with Collection.open(anywhere.home, database=anywhere.store.url, now=clock) as again:
        assert again.undo() is None


def test_nor_a_card_that_anki_set_aside(anywhere: Collection, tmp_path: Path, clock: Clock) -> None:
    """Anki set it aside after what the learner did here last, and the program is started anew."""
    anywhere.add_package(write(tmp_path))
    other, suspended = card(anywhere, "spring"), card(anywhere, "A […]")
    hold = anywhere.suspend(other.id)
    with anywhere.store.reading() as transaction:
        (came,) = transaction.journal.holds_of(anywhere.learner.id, suspended.id)
    assert came.at > hold.at
    with Collection.open(anywhere.home, database=anywhere.store.url, now=clock) as again:
        assert again.last_event() == hold
        assert again.undo() == hold
        assert again.undo() is None
        with again.store.reading() as transaction:
            holds = transaction.journal.holds(again.learner.id)
    assert holds[suspended.id] == FOREVER
    assert other.id not in holds
