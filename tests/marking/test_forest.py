"""Trees that were drawn by hand."""

import numpy as np
import pytest

from learnt.marking.forest import LEAF, Forest, Scorer
from learnt.weights.marking import _forest
from tests.marking.made import a_leaf

TREE = Forest(
    feature=np.array([[1, LEAF, 0, LEAF, LEAF], [LEAF, 0, 0, 0, 0]], dtype=np.int32),
    threshold=np.array([[0.5, 0, 10, 0, 0], [0, 0, 0, 0, 0]], dtype=float),
    left=np.array([[1, 0, 3, 0, 0], [0, 0, 0, 0, 0]], dtype=np.int32),
    value=np.array([[0, -1, 0, 2, 4], [0.25, 0, 0, 0, 0]], dtype=float),
    base=100.0,
    depth=2,
)
"""The second feature up to 0.5: -1. Else the first up to 10: 2, over 10: 4. The other tree: 0.25."""


@pytest.mark.parametrize(
    ("sample", "total"), [((0, 0), -1), ((99, 0.5), -1), ((10, 0.6), 2), ((11, 0.6), 4)]
)
def test_a_sample_goes_down_to_its_leaf(sample: tuple[float, float], total: float) -> None:
    assert TREE.total(np.array([sample])).tolist() == [100.25 + total]


def test_samples_do_not_disturb_each_other() -> None:
    samples = np.array([(0, 0), (11, 0.6), (10, 0.6)], dtype=float)
    assert TREE.total(samples).tolist() == [99.25, 104.25, 102.25]
    assert TREE.total(samples[:0]).tolist() == []


@pytest.mark.parametrize("depth", range(9))
def test_however_deep_a_tree_is_each_sample_comes_to_its_own_leaf(depth: int) -> None:
    """Node by node to the right: a leaf on the left of each says how far the sample came."""
    nodes = 2 * depth + 1
    inner = np.arange(0, nodes - 1, 2)
    feature = np.full((1, nodes), LEAF, dtype=np.int32)
    threshold, value = np.zeros((1, nodes)), np.zeros((1, nodes))
    left = np.zeros((1, nodes), dtype=np.int32)
    feature[0, inner], threshold[0, inner], left[0, inner] = 0, inner / 2, inner + 1
    value[0, inner + 1], value[0, -1] = inner / 2, depth
    tree = Forest(feature, threshold, left, value, 0.0, depth)
    samples = np.arange(10.0)[:, None]
    assert tree.total(samples).tolist() == np.minimum(np.arange(10), depth).tolist()


def test_averaged_trees_count_twice() -> None:
    scorer = Scorer(("a",), a_leaf(0.0), a_leaf(0.8))
    assert scorer.score(np.zeros((2, 1))).tolist() == pytest.approx([0.7, 0.7])


def test_boosted_trees_alone_count_all() -> None:
    assert Scorer(("a",), a_leaf(0.0)).score(np.zeros((2, 1))).tolist() == [0.5, 0.5]


@pytest.mark.parametrize(("logit", "share"), [(50.0, 3.0), (-50.0, -3.0)])
def test_a_score_is_a_share(logit: float, share: float) -> None:
    (score,) = Scorer(("a",), a_leaf(logit), a_leaf(share)).score(np.zeros((1, 1)))
    assert 0 <= score <= 1


def test_trees_as_they_are_saved() -> None:
    saved = {
        "base": 100.0,
        "depth": 2,
        "sizes": [5, 1],
        "feature": [1, LEAF, 0, LEAF, LEAF, LEAF],
        "number": [0.5, -1, 10, 2, 4, 0.25],
        "left": [1, 0, 3, 0, 0, 0],
    }
    samples = np.array([(0, 0), (11, 0.6), (10, 0.6)], dtype=float)
    assert _forest(saved).total(samples).tolist() == TREE.total(samples).tolist()
