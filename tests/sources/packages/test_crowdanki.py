"""CrowdAnki's JSON: the notes of a package without cards, and the same ids."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.deck import Deck, Direction
from learnt.errors import Unreadable
from learnt.ids import MakeId
from learnt.sources import pages_in, read
from learnt.sources.documents.kinds import is_crowdanki
from learnt.sources.packages.crowdanki import crowd_package
from tests.sources.packages.kept import CONTENT

BASIC = {
    "crowdanki_uuid": "m1",
    "name": "Basic",
    "type": 0,
    "flds": [{"name": "Front"}, {"name": "Back"}],
    "tmpls": [{"name": "c", "qfmt": "{{Front}}", "afmt": "{{FrontSide}}<hr>{{Back}}"}],
}
BOTH = {
    "crowdanki_uuid": "m2",
    "name": "Both",
    "type": 0,
    "flds": [{"name": "Front"}, {"name": "Back"}],
    "tmpls": [
        {"name": "1", "qfmt": "{{Front}}", "afmt": "{{Back}}"},
        {"name": "2", "qfmt": "{{Back}}", "afmt": "{{Front}}"},
    ],
}
CLOZE = {
    "crowdanki_uuid": "m3",
    "name": "Cloze",
    "type": 1,
    "flds": [{"name": "Text"}, {"name": "Extra"}],
    "tmpls": [{"name": "c", "qfmt": "{{cloze:Text}}", "afmt": "{{cloze:Text}}"}],
}
WHOLE: dict[str, Any] = {
    "__type__": "Deck",
    "name": "Geography",
    "crowdanki_uuid": "u1",
    "note_models": [BASIC, BOTH, CLOZE],
    "notes": [
        {
            "guid": CONTENT.notes[0].guid,
            "note_model_uuid": "m1",
            "fields": ["Capital of <i>Peru</i>?", "<ul><li>Lima</li><li>on the coast</li></ul>"],
            "tags": ["capital", "south"],
        },
        {"guid": "guid-word", "note_model_uuid": "m2", "fields": ["río", "river"], "tags": []},
    ],
    "children": [
        {
            "__type__": "Deck",
            "name": "Mountains",
            "crowdanki_uuid": "u2",
            "notes": [
                {
                    "guid": "guid-andes",
                    "note_model_uuid": "m3",
                    "fields": ["The {{c1::Andes}} are in {{c2::South America::continent}}", ""],
                    "tags": [],
                }
            ],
        }
    ],
}


def decks(value: object) -> list[Deck]:
    data = json.dumps(value, indent=1).encode()
    return [
        read(one.data, one.name, lambda: "never", told=one.problems).deck
        for one in pages_in(data, "deck.json")
    ]


def test_decks_note_types_and_tags() -> None:
    geography, mountains = decks(WHOLE)
    assert (geography.title, mountains.title) == ("Geography", "Geography::Mountains")
    peru, river = geography.cards
    assert (peru.prompt, peru.back, peru.tags) == (
        "Capital of Peru?",
        "Lima\non the coast",
        ("capital", "south"),
    )
    assert river.directions == (Direction.FORWARD, Direction.BACKWARD)
    assert [(one.prompt, one.back, one.hint) for one in mountains.cards] == [
        ("The […] are in South America", "Andes", None),
        ("The Andes are in […]", "South America", "continent"),
    ]


def test_the_ids_are_those_of_a_package() -> None:
    from learnt.sources.packages.identity import card_id

    geography, _ = decks(WHOLE)
    assert geography.cards[0].id == card_id(CONTENT.notes[0], 0)
    assert decks(WHOLE) == decks(WHOLE)


def test_as_one_page(make_id: MakeId) -> None:
    reading = read(json.dumps(WHOLE).encode(), "deck.json", make_id)
    assert len(reading.deck.cards) == 4
    assert {one.tags[-1] for one in reading.deck.cards} == {"Geography", "Geography::Mountains"}


def test_a_file_that_was_cut_is_read_as_far_as_it_is_whole(make_id: MakeId) -> None:
    data = json.dumps(WHOLE).encode()
    data = data[: data.index(b"guid-word")]
    assert not is_crowdanki(data)
    reading = read(data, "deck.json", make_id)
    assert [one.prompt for one in reading.deck.cards] == ["Capital of <i>Peru</i>?"]


def test_letters_that_are_none_in_utf_8(make_id: MakeId) -> None:
    """Found by the campaign of harmed files."""
    data = json.dumps(WHOLE).encode().replace(b"Mountains", b"Mountains\xff\xff")
    assert not is_crowdanki(data)
    assert read(data, "deck.json", make_id).deck.cards
    with pytest.raises(Unreadable, match="no whole JSON"):
        crowd_package(data, "deck.json")


def test_a_deck_without_notes() -> None:
    with pytest.raises(Unreadable, match="without a card"):
        decks({"__type__": "Deck", "name": "x", "note_models": [], "notes": []})


ODD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(
            ["name", "notes", "children", "note_models", "fields", "guid", "tags", "flds", "tmpls",
             "qfmt", "type", "note_model_uuid", "crowdanki_uuid"]
        ),
        inner,
        max_size=5,
    ),
    max_leaves=25,
)  # fmt: skip


@given(st.dictionaries(st.sampled_from(["name", "notes", "children", "note_models"]), ODD))
def test_no_value_breaks_it(value: dict[str, object]) -> None:
    package = crowd_package(json.dumps(value).encode(), "x.json")
    assert {one.note for one in package.cards} <= {one.id for one in package.notes}
