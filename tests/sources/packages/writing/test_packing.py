"""Decks as packages: what was written is what is read."""

import io
import json
import sqlite3
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnt.clock import Instant
from learnt.deck import Card, Deck, Direction
from learnt.ids import CardId, EventId
from learnt.journal import BriefReview, Rating
from learnt.practice import statements_asked
from learnt.sources.packages import (
    Form,
    Kind,
    Outgoing,
    PackageReading,
    Studied,
    map_package,
    open_package,
    write_package,
)
from tests.collection.world import a_card, a_deck, an_id
from tests.strategies import decks, with_different_ids

NOW = Instant(1_770_000_000_000)


def written(*decks: Deck) -> bytes:
    return write_package(Outgoing(decks, NOW)).data


def read(data: bytes) -> PackageReading:
    return map_package(open_package(io.BytesIO(data), "a.apkg"))


@given(st.lists(decks(), min_size=1, max_size=3))
@settings(max_examples=60)
def test_nothing_is_lost(drawn: list[Deck]) -> None:
    """Ids, weights, wordings, hints, notes, order, directions, tags, decks: all of it."""
    whole = with_different_ids(
        replace(drawn[0], cards=tuple(card for deck in drawn for card in deck.cards))
    )
    reading = read(written(whole))
    assert reading.decks == ((whole,) if whole.cards else ())
    assert all(one.base == one.card for one in reading.returned.values())


@given(st.lists(decks(), min_size=1, max_size=3))
@settings(max_examples=30)
def test_a_note_makes_no_card_but_those_it_is_asked_by(drawn: list[Deck]) -> None:
    """A number of a cloze in any field makes a card in Anki."""
    whole = with_different_ids(drawn[0])
    package = open_package(io.BytesIO(written(whole)), "a.apkg")
    for note, card in zip(package.notes, whole.cards, strict=True):
        assert sum(one.count("{{c") for one in note.fields) == len(card.directions)
        assert sum(one.note == note.id for one in package.cards) == len(card.directions)


def test_the_same_values_give_the_same_bytes() -> None:
    deck = a_deck(1, [a_card(1), a_card(2)])
    assert written(deck) == written(deck)


@pytest.mark.parametrize("at", [NOW, 0])
def test_no_two_answers_have_the_same_row(at: int) -> None:
    """Whoever merges two devices may have answered twice in a millisecond."""
    cards = [a_card(1, 1), a_card(2, 1)]
    reviews = {
        card.id: [
            BriefReview(
                EventId(an_id(50 + place)),
                Instant(at),
                Rating.GOOD,
                Direction.FORWARD,
                4000 + place,
                {card.points[0].id: Rating.GOOD},
            )
        ]
        for place, card in enumerate(cards)
    }
    packed = write_package(Outgoing([a_deck(1, cards)], NOW, Studied(reviews, {}, {})))
    assert packed.reviews == 2
    answers = open_package(io.BytesIO(packed.data), "a.apkg").answers.values()
    times = sorted((one.at, one.duration_ms) for its in answers for one in its)
    first = max(at, 1)
    assert times == [(first, 4000), (first + 1, 4001)]


def test_an_answer_in_a_direction_that_is_not_asked_any_more_keeps_its_own_row() -> None:
    card = a_card(1, 1)
    given = [
        BriefReview(EventId(an_id(60)), NOW, Rating.GOOD, Direction.FORWARD, 0, {}),
        BriefReview(EventId(an_id(61)), NOW, Rating.HARD, Direction.BACKWARD, 0, {}),
    ]
    studied = Studied({card.id: given}, {}, {})
    reading = read(write_package(Outgoing([a_deck(1, [card])], NOW, studied)).data)
    assert [*reading.returned[card.id].past] == [NOW, NOW + 1]


def test_its_parts_are_those_of_legacy_2() -> None:
    deck = a_deck(1, [a_card(1), a_card(2, directions=tuple(Direction))], "Land::Rivers")
    data = written(deck)
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert file.namelist() == ["meta", "collection.anki21", "media"]
        assert file.read("meta") == b"\x08\x02"
    package = open_package(io.BytesIO(data), "a.apkg")
    assert package.form is Form.LEGACY_2
    assert [one.kind for one in package.note_types] == [Kind.OURS]
    assert package.note_types[0].fields == ("Prompt", "Points", "Source", "Id")
    assert {one.name for one in package.decks} == {"Land", "Land::Rivers", "Default"}
    assert [(one.ord, one.due) for one in package.cards] == [(0, 1), (0, 2), (1, 2)]


def test_pictures_and_sounds_go_along_and_what_is_missing_is_told() -> None:
    sign = '<img data-card src="in%20text.png"> and [sound:heard.mp3]'
    card = replace(a_card(1, [sign]), media=("beside.png", "lost.png"))
    files = {"in text.png": b"1", "heard.mp3": b"2", "beside.png": b"3"}
    packed = write_package(Outgoing([a_deck(1, [card])], NOW), files.get)
    with zipfile.ZipFile(io.BytesIO(packed.data)) as file:
        names = json.loads(file.read("media"))
        assert {name: file.read(place) for place, name in names.items()} == files
    assert packed.media == 3
    (problem,) = packed.problems
    assert problem.text == "lost.png"
    assert read(packed.data).decks[0].cards == (card,)


def test_a_bare_statement_is_asked_by_its_decks_question_and_a_cue() -> None:
    texts = ("slate was mud before it was pressed", "slate was once at the bottom of a sea")
    bare = [a_card(nth, [text], prompt=None) for nth, text in enumerate(texts, start=1)]
    deck = replace(a_deck(1, bare, "Rocks::Slate"), question="What is slate?")
    assert statements_asked(deck) == {
        bare[0].id: "What is slate?\nslate was mud …",
        bare[1].id: "What is slate?\nslate was once …",
    }
    package = open_package(io.BytesIO(written(deck)), "a.apkg")
    assert package.notes[0].fields[0] == "What is slate?<br>slate was mud …"
    untitled = replace(deck, question=None)
    assert statements_asked(untitled)[bare[0].id].startswith("Rocks · Slate\n")


@pytest.mark.parametrize(
    ("titles", "names"),
    [
        (("A::B", "a::c"), ["A", "A::B", "A::c", "Default"]),
        (("default", "Default::x"), ["Default", "Default::x"]),
        (("A::::B", ":: x"), ["A", "A::blank", "A::blank::B", "Default", "blank", "blank::x"]),
        (("Same", "same"), ["Default", "Same"]),
    ],
)
def test_decks_have_names_that_anki_can_have(titles: tuple[str, ...], names: list[str]) -> None:
    all_ = [a_deck(nth, [a_card(nth)], title) for nth, title in enumerate(titles, start=1)]
    data = written(*all_)
    package = open_package(io.BytesIO(data), "a.apkg")
    assert sorted(one.name for one in package.decks) == names
    assert {card for deck in read(data).decks for card in deck.cards} == {
        card for deck in all_ for card in deck.cards
    }


def test_a_path_of_this_computer_is_not_shown() -> None:
    card = replace(a_card(1), source_lines=(3, 5))
    deck = replace(a_deck(1, [card]), source="/some/one/notes.txt")
    package = open_package(io.BytesIO(written(deck)), "a.apkg")
    assert package.notes[0].fields[2] == "notes.txt, lines 3–5"


def test_what_anki_checks_of_a_database(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(written(a_deck(1, [a_card(1)])))) as file:
        (tmp_path / "db").write_bytes(file.read("collection.anki21"))
    connection = sqlite3.connect(tmp_path / "db")
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert connection.execute("SELECT ver, json_valid(models) FROM col").fetchone() == (11, 1)
    connection.close()


def test_an_id_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match=r"."):
        written(a_deck(1, [replace(a_card(1), id=CardId("one"))]))


def test_a_guid_that_came_from_anki_goes_back() -> None:
    from learnt.sources.packages.guids import card_with_guid

    card = card_with_guid("t/^v+Dd;Lp", 0)
    assert card is not None
    one: Card = replace(a_card(1), id=card)
    package = open_package(io.BytesIO(written(a_deck(1, [one]))), "a.apkg")
    assert package.notes[0].guid == "t/^v+Dd;Lp"
