"""How points fare beside each other: numbers for the second scorer, and what the marker makes of them."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.marking.company import NAMES, company
from learnt.marking.forest import LEAF, Forest, Scorer
from tests.marking.made import a_question, scored

SCORES = st.lists(st.floats(0, 1), min_size=2, max_size=12)
ASKED = a_question(
    "What does the mill need?",
    "The wheel is turned by the water of the river",
    "The stones grind the grain that the farmers bring",
    "The sieve keeps the bran from the flour",
)
ANSWER = "Water from the river makes the wheel go round, and farmers bring grain for the stones"


def beside(scores: list[float], clashes: list[bool | None]) -> dict[str, list[float]]:
    """By name: a number for each point."""
    found = company(np.array(scores), clashes)
    return {name: found[:, n].tolist() for n, name in enumerate(NAMES)}


def split_at(feature: str, cut: float, low: float, high: float) -> Scorer:
    """A scorer of one tree: one logit up to a cut, another beyond it."""
    tree = Forest(
        np.array([[NAMES.index(feature), LEAF, LEAF]], dtype=np.int32),
        np.array([[cut, 0.0, 0.0]]),
        np.array([[1, 0, 0]], dtype=np.int32),
        np.array([[0.0, low, high]]),
        0.0,
        1,
    )
    return Scorer(NAMES, tree)


def test_the_others_are_all_but_the_point_itself() -> None:
    found = beside([0.5, 0.9, 0.9], [None, True, False])
    assert found["own"] == pytest.approx([0, np.log(9), np.log(9)])
    assert found["others_mean"] == pytest.approx([np.log(9), np.log(9) / 2, np.log(9) / 2])
    assert found["others_least"] == pytest.approx([np.log(9), 0, 0])
    assert found["others_said"] == [1.0, 0.5, 0.5]
    assert found["others_unsaid"] == [0.0, 0.0, 0.0]
    assert found["others_clash"] == [1.0, 0.5, 0.5]
    assert found["others_clash_surely"] == [0.5, 0.0, 0.5]


@given(SCORES)
def test_the_order_of_the_others_says_nothing(scores: list[float]) -> None:
    turned = [scores[0], *reversed(scores[1:])]
    one, other = (company(np.array(each), [None] * len(each))[0] for each in (scores, turned))
    assert one == pytest.approx(other)


@given(SCORES)
def test_every_number_is_finite(scores: list[float]) -> None:
    assert np.isfinite(company(np.array(scores), [None] * len(scores))).all()


def test_a_score_is_half_of_what_the_company_says() -> None:
    marker = replace(scored(0.6), together=split_at("others_said", 0.5, 4.0, -4.0))
    plain, together = (one.mark(ASKED, ANSWER) for one in (scored(0.6), marker))
    second = 1 / (1 + np.exp(-4.0))
    assert [one.score for one in plain] == pytest.approx([0.6] * 3)
    assert [one.score for one in together] == pytest.approx([(0.6 + second) / 2] * 3)


def test_a_point_by_itself_has_no_company() -> None:
    marker = replace(scored(0.6), together=split_at("own", 9.0, -4.0, 4.0))
    asked = a_question(None, "The wheel is turned by the water of the river")
    assert [one.score for one in marker.mark(asked, ANSWER)] == pytest.approx([0.6])
