"""What a page shows of a package: counts of all of it, and no more cards than it needs."""

import io
from dataclasses import replace

import msgspec

from learnt.sources.packages import Form, PackageReading, map_package, open_package
from learnt.web.uploads.seen import SAMPLE, PackageSeen, seen_of
from learnt.web.uploads.upload import Choice, Fields
from tests.sources.packages.kept import BASIC, CONTENT, RIVERS, card, note
from tests.sources.packages.making import Content, package


def read(content: Content = CONTENT, fields: Fields | None = None) -> PackageReading:
    return map_package(
        open_package(io.BytesIO(package(content, Form.LATEST)), "x.apkg"), (), fields
    )


def test_counts_of_decks_and_of_all() -> None:
    seen = seen_of(read(), {})
    assert [(one.title, one.cards, one.answers) for one in seen.decks] == [
        ("Geography::Rivers", 7, 6),
        ("Words", 1, 0),
    ]
    assert (seen.notes, seen.answers, seen.set_aside, seen.media) == (7, 6, 2, 2)
    assert all(seen.problems)


def test_types_with_the_fields_that_are_usual_and_those_chosen() -> None:
    fields = {"Vocabulary": ("Example", "Word")}
    by_name = {one.name: one for one in seen_of(read(fields=fields), fields).types}
    one = by_name["Vocabulary"]
    assert (one.front, one.back) == ("Example", "Word")
    assert (one.usual_front, one.usual_back) == ("Word", "Meaning")
    assert by_name["Cloze"].usual_back == ""
    assert by_name["Basic"].notes == 2


def test_a_sample_is_small_whatever_a_package_holds() -> None:
    long = note(0, BASIC, "What is long?", "x" * 100_000)
    notes = [long, *(note(place, BASIC, f"Reed {place}?", "Tall") for place in range(1, 50))]
    cards = [card(place, one) for place, one in enumerate(notes)]
    seen = seen_of(read(Content((BASIC,), (RIVERS,), notes, cards)), {})
    assert [one.prompt for one in seen.decks[0].sample] == [
        f"Reed {place}?" for place in range(1, SAMPLE + 1)
    ]


def test_halves_of_characters_are_written_down_too() -> None:
    odd = replace(BASIC, name="Odd \ud800", fields=("Front", "B\ud801"))
    content = replace(
        CONTENT, types=(odd, *CONTENT.types[1:]), decks=(replace(RIVERS, name="\ud802"),)
    )
    reading = map_package(open_package(io.BytesIO(package(content, Form.LEGACY_2)), "x.apkg"))
    assert msgspec.json.decode(msgspec.json.encode(seen_of(reading, {})), type=PackageSeen).decks


def test_of_many_decks_a_few_cards_each() -> None:
    seen = seen_of(read(), {})
    many = replace(seen, decks=tuple(replace(seen.decks[0], id=str(n)) for n in range(9)))
    assert [len(cards) for _, cards in many.first_cards(Choice(), 12)] == [1] * 9
    assert [len(cards) for _, cards in many.first_cards(Choice(("3",)), 12)] == [SAMPLE]
    assert many.first_cards(Choice(()), 12) == []
