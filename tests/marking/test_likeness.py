"""How alike two words are: a slip of the pen is forgiven, another word or number never."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.facts.lexical.lexicon import Matrix
from learnt.marking.likeness import (
    MISSPELT,
    SYNONYM,
    is_cut_short,
    is_misspelt,
    word_likeness,
)
from learnt.weights.lexicon import lexicon
from tests.marking.made import words


def like(wanted: str, said: str) -> float:
    return float(word_likeness(words(wanted), words(said), lexicon())[0, 0])


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("fotosynthesis", "photosynthesis"),
        ("recieve", "receive"),
        ("goverment", "government"),
        ("rhinland", "rhineland"),
        ("enzime", "enzyme"),
        ("osmossis", "osmosis"),
        ("artary", "artery"),
    ],
)
def test_a_slip_of_the_pen(said: str, wanted: str) -> None:
    assert is_misspelt(said, wanted, lexicon())
    assert like(wanted, said) >= MISSPELT


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("methanol", "ethanol"),
        ("ethane", "methane"),
        ("ethene", "ethane"),
        ("mitosis", "meiosis"),
        ("nitrite", "nitrate"),
        ("sulphite", "sulphate"),
        ("ureter", "urethra"),
        ("lactase", "lactose"),
        ("hypotonic", "hypertonic"),
        ("desert", "dessert"),
        ("glucagon", "glycogen"),
        ("fission", "fusion"),
        ("stalactite", "stalagmite"),
        ("austria", "australia"),
    ],
)
def test_another_word_is_no_slip(said: str, wanted: str) -> None:
    assert like(wanted, said) < SYNONYM
    assert like(said, wanted) < SYNONYM


@pytest.mark.parametrize(("said", "wanted"), [("1934", "1935"), ("10,000", "100,000"), ("6", "9")])
def test_numbers_are_the_same_or_not(said: str, wanted: str) -> None:
    assert like(wanted, said) == 0
    assert like(wanted, wanted) == 1


@pytest.mark.parametrize(("said", "wanted"), [("ct", "cat"), ("cot", "cat"), ("hous", "mouse")])
def test_short_words_must_be_right(said: str, wanted: str) -> None:
    assert not is_misspelt(said, wanted, lexicon())


@pytest.mark.parametrize(
    ("said", "wanted", "cut"),
    [
        ("democ", "democracy", True),
        ("photosyn", "photosynthesis", True),
        ("car", "carbon", False),
        ("de", "democracy", False),
        ("racy", "democracy", False),
        ("democracy", "democracy", False),
    ],
)
def test_a_word_cut_short_as_in_notes(said: str, wanted: str, cut: bool) -> None:
    assert is_cut_short(words(said)[0], words(wanted)[0], lexicon()) is cut


@pytest.mark.parametrize(("one", "two"), [("rise", "fall"), ("hot", "cold"), ("import", "export")])
def test_opposites_are_never_alike(one: str, two: str) -> None:
    assert like(one, two) == 0


def test_one_stem_is_the_same_and_a_synonym_nearly() -> None:
    assert like("freezing", "freezes") == 1
    assert like("begin", "start") == SYNONYM


def test_the_shape_is_points_by_answer() -> None:
    assert word_likeness(words("one grey goose"), words("two"), lexicon()).shape == (3, 1)
    assert word_likeness((), words("two"), lexicon()).shape == (0, 1)
    assert word_likeness(words("two"), (), lexicon()).shape == (1, 0)


def test_a_word_that_comes_again_is_looked_at_once() -> None:
    asked: list[str] = []

    def vectors(texts: Sequence[str]) -> Matrix:
        asked.extend(texts)
        return lexicon().vectors(texts)

    known = replace(lexicon(), vectors=vectors)
    found = word_likeness(words("geese, a goose and geese"), words("the geese geese"), known)
    assert sorted(asked) == sorted(["geese", "a", "goose", "and", "the", "geese"])
    assert found[[0, 2, 4]].tolist() == [found[0].tolist(), [0, 1, 1], found[0].tolist()]


def test_what_is_known_of_two_words_counts_more_than_how_near_they_lie() -> None:
    wanted = words("stable hot begin receive 1935 freezing")
    said = words("unstable cold start recieve 1934 freezes")
    found = word_likeness(wanted, said, lexicon())
    assert found.diagonal().tolist()[1:] == [0, SYNONYM, MISSPELT, 0, 1]


@given(st.text(max_size=40), st.text(max_size=40))
def test_likeness_is_a_share(one: str, two: str) -> None:
    found = word_likeness(words(one), words(two), lexicon())
    assert np.all((found >= 0) & (found <= 1))
