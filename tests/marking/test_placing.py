"""Where points stand in an answer, by how near its clauses come to them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from learnt.marking.evidence import NAMES as WEIGHED
from learnt.marking.evidence import evidence_of
from learnt.marking.likeness import Floats
from learnt.marking.placing import NAMES, placing
from learnt.marking.reading import read
from learnt.weights.languages import languages
from learnt.weights.lexicon import lexicon
from tests.marking.made import a_question

HEAT = 0.1


def placed(near: list[list[float]], sizes: list[int] | None = None) -> dict[str, list[float]]:
    """By name: a number for each point, of one wording each."""
    numbers = np.arange(len(near), dtype=np.int32)
    words_each = np.array(sizes or [5] * len(near[0]), dtype=np.float64)
    found = placing(np.array(near), numbers, words_each, HEAT)
    return {name: found[:, n].tolist() for n, name in enumerate(NAMES)}


def test_what_is_left_between_two_neighbours_is_likely_the_third() -> None:
    found = placed([[0.9, 0.1, 0.1], [0.1, 0.2, 0.1], [0.1, 0.1, 0.9]])
    assert found["gap"] == pytest.approx([1 / 3, 1 / 3, 1 / 3])
    assert found["between"][1] == 0.2
    assert found["between_claim"][1] > 0.5
    assert found["in_order"] == [1, 1, 1]


def test_a_point_for_which_nothing_is_left_claims_little() -> None:
    found = placed([[0.9, 0.1], [0.1, 0.1], [0.1, 0.9]])
    assert found["gap"][1] == found["between"][1] == found["between_claim"][1] == 0
    assert found["claim"][1] < 0.01
    assert min(found["claim"][0], found["claim"][2]) > 0.9
    assert found["own_margin"][1] < 0 < found["own_margin"][0]


def test_a_long_clause_is_more_of_an_answer() -> None:
    found = placed([[0.9, 0.0], [0.0, 0.9]], [9, 1])
    assert found["claimed"] == pytest.approx([1.8, 0.2], abs=0.01)


def test_the_other_way_round_is_no_order() -> None:
    assert placed([[0.0, 0.9], [0.9, 0.0]])["in_order"] == [0, 0]


def test_a_point_alone_claims_all() -> None:
    found = placed([[0.3, 0.4]])
    assert (found["claim"], found["claimed"], found["own_margin"]) == ([1], [1], [0.4])
    assert (found["between"], found["gap"], found["in_order"]) == ([0.4], [1], [0.5])


def test_wordings_of_one_point_stand_where_the_nearest_of_them_does() -> None:
    near = np.array([[0.1, 0.2], [0.9, 0.1], [0.1, 0.8]])
    found = placing(near, np.array([0, 0, 1], dtype=np.int32), np.ones(2), HEAT)
    assert found[0].tolist() == found[1].tolist() != found[2].tolist()


@given(
    arrays(
        np.float64,
        st.tuples(st.integers(1, 6), st.integers(1, 9)),
        elements=st.floats(-1, 1, width=32),
    )
)
def test_all_numbers_are_shares_or_small_for_any_nearness(near: Floats) -> None:
    numbers = np.arange(len(near), dtype=np.int32)
    found = placing(near, numbers, np.ones(near.shape[1]), HEAT)
    assert found.shape == (len(near), len(NAMES))
    assert np.isfinite(found).all()
    claims = found[:, NAMES.index("claimed")]
    assert claims.sum() == pytest.approx(len(near))


def test_a_clause_in_quite_other_words_is_found_by_its_place() -> None:
    points = "Rain fills the dam", "Turbines spin in the mill", "Cables bring power to the town"
    question = a_question(None, *points)
    answer = "The rain fills the dam. Wheels go round indoors. Cables bring power to the town."
    read_so = read(question, answer, lexicon(), languages())
    gap = WEIGHED.index("words_gap")
    assert evidence_of(read_so, lexicon())[1][0].features[gap] > 0.2
