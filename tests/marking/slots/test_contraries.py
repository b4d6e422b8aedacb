"""Softer signs that the contrary is said."""

import pytest

from learnt.marking.slots.contraries import NAMES, contraries
from tests.marking.made import beside


def signs(point: str, answer: str) -> dict[str, float]:
    return dict(zip(NAMES, contraries(beside(point, answer)), strict=True))


def test_a_denial_in_other_words_than_the_points() -> None:
    found = signs("Glucose is reabsorbed in the tubule", "Glucose isn't taken back in the tubule")
    assert found["denials_more"] == found["auxiliary_denied"] == 1
    assert found["verb_unsaid"] > 0


def test_a_word_is_denied_that_the_point_has_not() -> None:
    found = signs("Acids donate protons", "Acids do not produce protons")
    assert found["stranger_denied"] == 1
    assert found["stranger_near"] > 0
    assert found["denial_distance"] < 3


def test_a_point_that_denies_as_well() -> None:
    found = signs("The guild did not admit weavers", "The guild never admitted weavers")
    assert found["denials_more"] == 0


@pytest.mark.parametrize("word", ["but", "rather", "instead"])
def test_what_follows_a_denial_in_its_place(word: str) -> None:
    assert signs("The tower is of brick", f"The tower is not of wood {word} of brick")["taken_up"]


def test_opposite_verbs() -> None:
    found = signs("The council accepted the plan", "The council rejected the plan")
    assert found["opposites"] == found["opposite_verbs"] == 1


def test_nothing_is_denied() -> None:
    found = signs("Plums contain iron", "Plums contain iron")
    assert found == dict.fromkeys(NAMES, 0.0) | {"denial_distance": 9.0, "verb_like": 1.0}
