"""Initialisms that a card explains by itself."""

import pytest

from learnt.marking.initials import initials_explained, initials_in
from learnt.weights.lexicon import lexicon
from tests.marking.made import a_question, scored


def test_a_name_and_its_initials_with_and_without_small_words() -> None:
    found = initials_in(["The League of Salt Towns fell.", "no name here"])
    assert found["lst"] == ("league", "of", "salt", "towns")
    assert found["lost"] == ("league", "of", "salt", "towns")


def test_no_initials_of_one_word_or_of_small_letters() -> None:
    assert initials_in(["Harbour", "the salt towns", ""]) == {}


@pytest.mark.parametrize("answer", ["the Union of Tin Miners", "union of tin miners struck"])
def test_an_answer_explains_the_initials_of_the_card(answer: str) -> None:
    found = initials_explained(["The UTM went on strike."], answer, lexicon())
    assert list(found["utm"]) == ["union", "of", "tin", "miners"]


def test_what_the_answer_does_not_say_is_not_explained() -> None:
    assert initials_explained(["The UTM struck."], "tin miners struck", lexicon()) == {}
    assert initials_explained(["The UTM struck."], "", lexicon()) == {}


def test_what_is_known_is_not_explained_anew() -> None:
    assert initials_explained(["The UN met."], "union nations", lexicon()) == {}


@pytest.mark.parametrize(
    ("point", "answer"),
    [("League of Salt Towns", "LST"), ("LST", "league of salt towns"), ("Tin Union", "T.U.")],
)
def test_initials_as_a_short_answer(point: str, answer: str) -> None:
    (found,) = scored(0.5).mark(a_question("Who ruled?", point), answer)
    assert found.kind.value == "covered"
