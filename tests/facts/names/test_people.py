"""People, by their names, titles and what the text says they are."""

import pytest

from learnt.facts import NameKind
from tests.facts.made import facts_of, names, read


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Winston Churchill met Roosevelt.", ["Winston Churchill", "Roosevelt"]),
        ("Comrade Litvinov spoke.", ["Litvinov"]),
        ("Henry VIII broke with the pope.", ["Henry VIII"]),
        ("Anne of Cleves was sent away.", ["Anne of Cleves"]),
        ("Vincent van Gogh painted it.", ["Vincent van Gogh"]),
        ("Ivo Tarn led it, and Tarn lost.", ["Ivo Tarn", "Ivo Tarn"]),
        ("Heseltine challenged her.", ["Heseltine"]),
        ("It was written by Marlowe.", ["Marlowe"]),
        ("Banks failed and Farmers starved.", []),
        ("Because of this, Workers went home.", []),
    ],
)
def test_people(text: str, people: list[str]) -> None:
    facts = facts_of(text)
    assert [one.name for one in facts.names if one.kind is NameKind.PERSON] == people


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Maxim Litvinov, the foreign commissar, spoke.", "foreign commissar"),
        ("Eden, the British foreign secretary, resigned.", "British foreign secretary"),
        ("Comrade Litvinov spoke.", "comrade"),
        ("Ivo Tarn (a Welsh priest) wrote it.", "Welsh priest"),
        ("Litvinov spoke.", None),
    ],
)
def test_what_the_text_says_somebody_is(text: str, role: str | None) -> None:
    assert [one.role for one in facts_of(text).names if one.kind is NameKind.PERSON] == [role]


def test_a_title_belongs_to_the_phrase_of_the_name() -> None:
    facts = facts_of("Comrade Litvinov, the foreign commissar, spoke.")
    assert names(facts)[0][0] == "Comrade Litvinov"


def test_a_surname_stands_for_the_one_person_of_the_deck() -> None:
    first, second = read(
        (None, "Neville Chamberlain flew to Munich."), (None, "Chamberlain came home.")
    )
    assert names(first.texts[0])[0] == ("Neville Chamberlain", "person", "Neville Chamberlain")
    assert names(second.texts[0]) == [("Chamberlain", "person", "Neville Chamberlain")]


def test_two_people_of_one_surname_are_two() -> None:
    facts = facts_of("Austen Chamberlain was the brother of Neville Chamberlain.")
    assert [one[2] for one in names(facts)] == ["Austen Chamberlain", "Neville Chamberlain"]
