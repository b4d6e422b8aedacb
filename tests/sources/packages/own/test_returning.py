"""Notes of ours that were edited in Anki."""

import io
from dataclasses import replace

import pytest

from learnt.clock import Instant
from learnt.deck import Card, Direction
from learnt.sources.packages import (
    Outgoing,
    PackageReading,
    map_package,
    open_package,
    write_package,
)
from learnt.sources.packages.own.returning import DAMAGED, NEWER
from learnt.sources.packages.values import Note
from tests.collection.world import a_card, a_deck
from tests.sources.packages.edited import edited, with_texts

CARD = replace(
    a_card(1, ["slate was mud", "it was pressed", "it splits in sheets"]),
    hint="think of the sea",
    note="see page 9",
    tags=("two words", "rock"),
    ordered=True,
)
POINTS = replace(CARD.points[1], accepted=("squeezed",), weight=2.0)
SLATE = replace(CARD, points=(CARD.points[0], POINTS, CARD.points[2]))


def written(*cards: Card) -> bytes:
    return write_package(Outgoing([a_deck(1, cards)], Instant(1_770_000_000_000))).data


def read(data: bytes) -> PackageReading:
    return map_package(open_package(io.BytesIO(data), "a.apkg"))


def back(*pairs: tuple[str, str]) -> Card:
    """Our card after texts of its fields were replaced."""
    (deck,) = read(edited(written(SLATE), with_texts(*pairs))).decks
    (card,) = deck.cards
    return card


def test_untouched_it_is_what_it_was() -> None:
    assert back() == SLATE


def test_an_edited_prompt() -> None:
    assert back(("prompt 1", "What is slate?")) == replace(SLATE, prompt="What is slate?")


def test_an_edited_hint_and_note() -> None:
    found = back(("think of the sea", "deep"), ("see page 9", "see page <b>10</b>"))
    assert found == replace(SLATE, hint="deep", note="see page **10**")


def test_an_edited_point_keeps_its_id_wordings_and_weight() -> None:
    found = back(("it was pressed", "<b>great</b> weight lay on it"))
    assert found.points == (
        SLATE.points[0],
        replace(SLATE.points[1], text="**great** weight lay on it"),
        SLATE.points[2],
    )


def test_points_put_in_taken_out_and_moved() -> None:
    found = back(("<li>slate was mud</li>", "<li>at first</li><li>slate was soft mud</li>"))
    assert found.points[1:] == (
        replace(SLATE.points[0], text="slate was soft mud"),
        *SLATE.points[1:],
    )
    assert found.points[0].id not in {point.id for point in SLATE.points}
    assert back(("<li>it was pressed</li>", "")).points == (SLATE.points[0], SLATE.points[2])
    moved = back(("<li>slate was mud</li>", ""), ("</ol>", "<li>slate was mud</li></ol>"))
    assert moved.points == (*SLATE.points[1:], SLATE.points[0])


def test_a_field_that_was_written_anew() -> None:
    def change(note: Note) -> Note:
        prompt, _, *others = note.fields
        return replace(note, fields=(prompt, "it splits in sheets<br>and is grey", *others))

    ((card,),) = (deck.cards for deck in read(edited(written(SLATE), change)).decks)
    assert card.points[0] == SLATE.points[2]
    assert (card.points[1].text, card.note, len(card.points)) == ("and is grey", None, 2)


def test_tags_that_were_changed() -> None:
    ((card,),) = (
        deck.cards
        for deck in read(
            edited(written(SLATE), lambda note: replace(note, tags=("two_words", "new")))
        ).decks
    )
    assert card.tags == ("two words", "new")


def test_a_bare_statement_stays_one_and_becomes_a_card_when_it_is_given_a_prompt() -> None:
    bare = a_card(3, ["slate was mud before it was pressed"], prompt=None)
    data = written(bare)
    assert read(edited(data, with_texts())).decks[0].cards == (bare,)
    found = read(edited(data, with_texts(("Deck 1<br>slate …", "What was slate?"))))
    assert found.decks[0].cards == (replace(bare, prompt="What was slate?"),)


def test_a_card_that_is_asked_another_way_by_now() -> None:
    both = a_card(1, directions=tuple(Direction))
    reading = read(edited(written(both), with_texts()))
    assert reading.decks[0].cards == (both,)
    assert [one.direction for one in reading.origins[both.id]] == list(Direction)


def test_a_copy_made_in_anki_is_a_card_of_its_own() -> None:
    def copy(note: Note) -> Note:
        return replace(note, guid="qwertyuiop")

    reading = read(edited(written(SLATE), copy))
    ((card,),) = (deck.cards for deck in reading.decks)
    assert reading.returned == {}
    ids = {SLATE.id, *(point.id for point in SLATE.points)}
    assert not ids & {card.id, *(point.id for point in card.points)}
    assert [replace(a, id=b.id) for a, b in zip(card.points, SLATE.points, strict=True)] == list(
        SLATE.points
    )
    assert (card.hint, card.tags) == (SLATE.hint, SLATE.tags)


@pytest.mark.parametrize(
    ("field", "said"),
    [("", DAMAGED), ("learnt1.broken-letters", DAMAGED), ("learnt9.AAAAAAAAAAAAAA", NEWER)],
)
def test_a_note_whose_record_is_lost_is_read_by_its_text(field: str, said: str) -> None:
    def change(note: Note) -> Note:
        return replace(note, fields=(*note.fields[:3], field))

    reading = read(edited(written(SLATE), change))
    ((card,),) = (deck.cards for deck in reading.decks)
    assert card.id == SLATE.id  # its guid says so
    assert (card.prompt, card.hint, card.note) == (SLATE.prompt, SLATE.hint, SLATE.note)
    assert [point.text for point in card.points] == [point.text for point in SLATE.points]
    assert any(said in problem.why for problem in reading.problems)


def test_a_field_that_was_added_in_anki_does_no_harm() -> None:
    data = written(SLATE)
    content = open_package(io.BytesIO(data), "a")
    (kind,) = content.note_types
    more = replace(kind, fields=("More", *kind.fields))
    notes = tuple(replace(note, fields=("x", *note.fields)) for note in content.notes)
    reading = map_package(replace(content, note_types=(more,), notes=notes))
    assert reading.decks[0].cards == (SLATE,)
    assert any("went into no card" in problem.why for problem in reading.problems)


def test_a_note_without_points_is_told() -> None:
    def change(note: Note) -> Note:
        return replace(note, fields=(note.fields[0], "", *note.fields[2:]))

    reading = read(edited(written(SLATE), change))
    assert reading.decks == ()
    assert any("Nothing stands on the back" in one.why for one in reading.problems)
