"""Trees of scikit-learn as the forests that the marker reads, and these as they are saved."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import ExtraTreesClassifier, HistGradientBoostingClassifier

from learnt.marking.forest import LEAF, Forest, Scorer


class Node(NamedTuple):
    """A node as scikit-learn has it, its children anywhere."""

    feature: int
    threshold: float
    left: int
    right: int
    value: float


def joined(forests: Sequence[Forest]) -> Forest:
    """One forest whose sum is the mean of the sums of these."""
    nodes = max(one.feature.shape[1] for one in forests)

    def rows(name: str, empty: float) -> NDArray[Any]:
        found = [getattr(one, name) for one in forests]
        wide = [((0, 0), (0, nodes - one.shape[1])) for one in found]
        return np.concatenate([
            np.pad(one, by, constant_values=empty) for one, by in zip(found, wide, strict=True)
        ])  # fmt: skip

    return Forest(
        rows("feature", LEAF),
        rows("threshold", 0.0),
        rows("left", 0),
        rows("value", 0.0) / len(forests),
        float(np.mean([one.base for one in forests])),
        max(one.depth for one in forests),
    )


def of_boosted(model: HistGradientBoostingClassifier) -> Forest:
    """The trees of scikit-learn's histogram boosting, which it shows nowhere in public."""
    base = float(np.ravel(model._baseline_prediction)[0])  # noqa: SLF001 - see above
    return forest([_nodes(one[0].nodes) for one in model._predictors], base)  # noqa: SLF001 - see above


def _nodes(nodes: NDArray[Any]) -> list[Node]:
    fields = ("is_leaf", "feature_idx", "num_threshold", "left", "right", "value")
    return [
        Node(LEAF if leaf else int(number), float(cut), int(left), int(right), float(value))
        for leaf, number, cut, left, right, value in zip(*(nodes[f] for f in fields), strict=True)
    ]


def of_averaged(model: ExtraTreesClassifier) -> Forest:
    """The trees of scikit-learn's extremely randomised trees, each with its share of the mean."""
    found = []
    for one in model.estimators_:
        tree = one.tree_
        share = tree.value[:, 0, 1] / tree.value[:, 0, :].sum(axis=1) / len(model.estimators_)
        fields = (tree.feature, tree.threshold, tree.children_left, tree.children_right, share)
        found.append(
            [
                Node(LEAF if left < 0 else int(number), float(cut), int(left), int(right), float(v))
                for number, cut, left, right, v in zip(*fields, strict=True)
            ]
        )
    return forest(found, 0.0)


def forest(trees: Sequence[Sequence[Node]], base: float) -> Forest:
    """Trees in the order of `Forest`: the right child stands behind the left one."""
    shape = len(trees), max(map(len, trees))
    feature = np.full(shape, LEAF, dtype=np.int32)
    threshold, value = np.zeros(shape), np.zeros(shape)
    left = np.zeros(shape, dtype=np.int32)
    deepest = 0
    for row, nodes in enumerate(trees):
        level, used, depth = [(0, 0)], 1, -1
        while level:
            depth += 1
            below = []
            for old, new in level:
                node = nodes[old]
                feature[row, new], threshold[row, new] = node.feature, node.threshold
                value[row, new] = node.value if node.feature == LEAF else 0.0
                if node.feature != LEAF:
                    left[row, new] = used
                    below += [(node.left, used), (node.right, used + 1)]
                    used += 2
            level = below
        deepest = max(deepest, depth)
    return Forest(feature, threshold, left, value, base, deepest)


def trees_json(scorer: Scorer) -> dict[str, Any]:
    """A scorer as it is saved: each of its forests is a list of its nodes."""
    kinds = {"boosted": scorer.boosted, "averaged": scorer.averaged}
    return {name: _forest_json(one) for name, one in kinds.items() if one is not None}


def _forest_json(one: Forest) -> dict[str, Any]:
    """All nodes, tree by tree; behind a tree's last node nothing is read."""
    split = one.feature != LEAF
    sizes = np.where(split.any(axis=1), 2 + (one.left * split).max(axis=1), 1)
    used = np.arange(one.feature.shape[1]) < sizes[:, None]
    numbers = np.where(split, one.threshold, one.value)[used].tolist()
    return {
        "base": round(one.base, 6),
        "depth": one.depth,
        "sizes": sizes.tolist(),
        "feature": one.feature[used].tolist(),
        "number": [float(f"{number:.5g}") for number in numbers],
        "left": one.left[used].tolist(),
    }
