"""What each kind of note becomes."""

import io
from collections.abc import Mapping

import pytest

from learnt.deck import Card, Direction
from learnt.errors import NotFound, UsageError
from learnt.sources.packages import Form, PackageReading, map_package, open_package
from tests.sources.packages.kept import CONTENT, DELTA, RIVERS
from tests.sources.packages.making import package


def mapped(
    *decks: str, form: Form = Form.LATEST, fields: Mapping[str, tuple[str, str]] | None = None
) -> PackageReading:
    opened = open_package(io.BytesIO(package(CONTENT, form)), "rivers.apkg")
    return map_package(opened, decks, fields)


def card(reading: PackageReading, prompt: str) -> Card:
    (found,) = [
        one for deck in reading.decks for one in deck.cards if (one.prompt or "").startswith(prompt)
    ]
    return found


def points(one: Card) -> list[str]:
    return [point.text for point in one.points]


def test_decks_keep_their_levels_and_order() -> None:
    found = mapped()
    assert [(deck.title, len(deck.cards)) for deck in found.decks] == [
        ("Geography::Rivers", 7),
        ("Words", 1),
    ]
    assert found.decks[0].source == "rivers.apkg"


def test_a_list_in_a_field_becomes_points() -> None:
    one = card(mapped(), "Why do meanders")
    assert points(one) == ["Water on the outer bend", "is faster", "wears the **bank** away"]
    assert one.tags == ("geo::rivers", "year9", "flag::blue")
    assert one.directions == (Direction.FORWARD,)


def test_a_reversed_note_is_one_card_asked_both_ways() -> None:
    one = card(mapped(), "spring")
    assert one.directions == (Direction.FORWARD, Direction.BACKWARD)
    assert points(one) == ["where a river", "begins"]


def test_the_second_way_needs_a_card_in_the_package() -> None:
    assert card(mapped(), "mouth").directions == (Direction.FORWARD,)


def test_a_cloze_is_a_card_for_each_number() -> None:
    found = mapped()
    first = card(found, "A […]")
    assert first.prompt == "A […] grows where silt is dropped by the river."
    assert points(first) == ["delta"]
    assert first.hint == "Greek letter"
    assert first.note == "Think of the Nile. [sound:nile.mp3]"
    assert first.media == ("nile.mp3",)
    second = card(found, "A delta")
    assert second.prompt == "A delta grows where […] by the river."
    assert points(second) == ["silt is dropped"]
    assert [one.card.note for one in found.origins[second.id]] == [DELTA.id]


def test_what_is_to_be_typed_is_the_back() -> None:
    assert points(card(mapped(), "the longest river")) == ["Volga"]


def test_pictures_are_media_and_entities_are_text() -> None:
    one = card(mapped(), "What is this?")
    assert one.prompt == 'What is this? <img data-card src="ox%20bow.png">'
    assert points(one) == ["an oxbow lake & its <neck>"]
    assert one.media == ("ox bow.png",)


def test_any_other_note_type_is_read_by_its_first_two_fields() -> None:
    found = mapped()
    assert points(card(found, "la rivière")) == ["the river"]
    (said,) = [one for one in found.problems if "went into no card" in one.why]
    assert said.text == "Example"


def test_fields_can_be_chosen() -> None:
    found = mapped(fields={"vocabulary": ("Example", "Word")})
    assert points(card(found, "Elle nage")) == ["la rivière"]


def test_decks_can_be_chosen_with_those_below() -> None:
    found = mapped("geography")
    assert [deck.title for deck in found.decks] == [RIVERS.name]
    assert (found.counts.notes, found.counts.cards) == (6, 8)


def test_what_is_not_there_is_said_with_what_is() -> None:
    with pytest.raises(NotFound, match="Geography::Rivers"):
        mapped("Mountains")
    with pytest.raises(UsageError, match="Vocabulary"):
        mapped(fields={"Nouns": ("a", "b")})
    with pytest.raises(UsageError, match="Word, Meaning, Example"):
        mapped(fields={"Vocabulary": ("Word", "Sense")})


def test_counts_are_those_of_the_package() -> None:
    found = mapped().counts
    assert (found.notes, found.cards, found.reviews) == (7, 9, 6)
    assert (found.suspended, found.buried, found.media) == (1, 1, 2)


def test_a_card_learnt_without_a_log_is_told() -> None:
    assert [one.why for one in mapped().problems if "an interval and no answers" in one.why]


def test_ids_are_the_same_in_every_format_and_run() -> None:
    found = [mapped(form=form) for form in Form]
    assert found[0].decks == found[1].decks == found[2].decks == mapped().decks
