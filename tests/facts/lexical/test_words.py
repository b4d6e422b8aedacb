"""The words of a text in one form for case, accents, spellings, number words and initialisms."""

import pytest

from learnt.facts.lexical.words import _BRITISH, _SHORT, american, folded, words_of
from learnt.weights.lexicon import lexicon
from tests.marking.made import stems, words


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("colour", "color"),
        ("harbours", "harbors"),
        ("organise", "organize"),
        ("organisation", "organization"),
        ("analysed", "analyzed"),
        ("centre", "center"),
        ("haemoglobin", "hemoglobin"),
        ("oesophagus", "esophagus"),
        ("foetus", "fetus"),
        ("travelled", "traveled"),
        ("defence", "defense"),
        ("catalogue", "catalog"),
        ("aluminium", "aluminum"),
        ("sulphate", "sulfate"),
        ("grey", "gray"),
        ("Élan", "elan"),
        ("naïve", "NAIVE"),
        ("don’t", "don't"),
        ("twelve", "12"),
        ("10,000", "10000"),
        ("wrote", "write"),
        ("taller", "tall"),
        ("falling", "fall"),
        ("killed", "kill"),
        ("selling", "sell"),
        ("modelling", "modeling"),
        ("traveller", "traveler"),
        ("counsellor", "counselor"),
        ("nuclei", "nucleus"),
        ("bacteria", "bacterium"),
        ("CO2", "carbon dioxide"),
        ("CO₂", "carbon dioxide"),
        ("WW1", "First World War"),
        ("NATO", "North Atlantic Treaty Organization"),
        ("govt", "government"),
    ],
)
def test_two_spellings_of_one_word(one: str, two: str) -> None:
    assert stems(one) == stems(two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("100,000", "10,000"),
        ("1934", "1935"),
        ("four", "for"),
        ("our", "or"),
        ("sour", "sore"),
        ("poetry", "petry"),
        ("hour", "whore"),
        ("B12", "B13"),
        ("mitosis", "meiosis"),
    ],
)
def test_two_words(one: str, two: str) -> None:
    assert stems(one) != stems(two)


@pytest.mark.parametrize("low", ["wise", "rise", "four", "hour", "flour", "tour", "true", "acre"])
def test_words_that_only_look_british(low: str) -> None:
    assert american(low) == low


def test_words_that_no_pattern_changes_are_told_by_their_letters() -> None:
    parts = ("ae", "oe", "is", "ys", "our", "re", "og", "ogue", "l", "ll", "enc", "enced")
    starts = ("", "ther", "cat", "lab", "trav", "a", "com", "cent", "ab", "def", "lic")
    ends = ("", "e", "ed", "es", "ing", "ation", "er", "ers", "or", "s", "ful", "itter", "ual")
    for low in (one + part + end for one in starts for part in parts for end in ends):
        if len(low) >= 5 and low not in _SHORT:
            changed = low
            for pattern, instead in _BRITISH:
                changed = pattern.sub(instead, changed)
            assert american(low) == changed


def test_words_stand_where_they_were_typed() -> None:
    text = "The  crew’s 3,000 tonnes of «grain», 2.5 m high"
    assert [text[word.start : word.end] for word in words(text)] == [
        "The", "crew", "3,000", "tonnes", "of", "grain", "2.5", "m", "high",
    ]  # fmt: skip


def test_every_word_of_an_initialism_stands_where_it_does() -> None:
    text = "the NATO base"
    found = [word for word in words(text) if word.text == "NATO"]
    assert len(found) == 4
    assert {(word.start, word.end) for word in found} == {(4, 8)}


def test_initialisms_that_the_card_explains() -> None:
    told = words_of("the RSC fleet", lexicon(), {"rsc": ("river", "salt", "company")})
    assert [word.low for word in told] == ["the", "river", "salt", "company", "fleet"]


def test_small_words_say_nothing_and_rare_ones_most() -> None:
    weight = {word.low: word.weight for word in words("the not water chlorophyll zzyzzq")}
    assert weight["the"] == weight["not"] == 0
    assert 0 < weight["water"] < weight["chlorophyll"] < weight["zzyzzq"] == 1


def test_letters_of_any_script_are_words() -> None:
    assert [word.low for word in words("東京 ΑΒΓ мир")] == ["東京", "αβγ", "мир"]
    assert words("?! … ---") == ()


def test_folding_keeps_what_has_no_accent() -> None:
    assert folded("Straße") == "strasse"
    assert folded("abc") == "abc"
