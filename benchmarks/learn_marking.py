"""Learn the marker's scorer, and say how well it marks subjects that it has not seen.

    python benchmarks/learn_marking.py [--semeval ZIP] [--embeddings off|on|FILE] [--write]
                                       [--cache FOLDER]

Learnt from are the training split of SemEval-2013 Task 7 (SciEntsBank and Beetle, CC BY-SA 3.0)
and the answers under tests/gold/marking that are for development. `--write` saves the weights with
the package. There are two scorers: `--embeddings off` learns the one that weighs words alone, `on`
the one that weighs the vectors of sentences as well (docs/marking.md). `--cache` keeps what is
weighed of each answer until anything that it is made of changes (marking_features.py).
"""

import argparse
import json
import os
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from marking_features import Sample, foreign_samples, gold_samples
from marking_forests import joined, of_averaged, of_boosted, trees_json
from numpy.typing import NDArray
from sklearn.ensemble import ExtraTreesClassifier, HistGradientBoostingClassifier
from threadpoolctl import threadpool_limits

from learnt.marking.company import NAMES as COMPANY
from learnt.marking.company import company
from learnt.marking.deciding import Thresholds
from learnt.marking.evidence import NAMES
from learnt.marking.forest import Floats, Scorer
from learnt.marking.nearness import NAMES as NEAR
from learnt.weights.sentences import SETTING, chosen

HERE = Path(__file__).parent
GOLD = HERE.parent / "tests/gold/marking"
DEVELOPED = sorted(GOLD.glob("answers_[0-9]*.jsonl"), key=lambda file: int(file.stem[8:]))
"""Our own answers that may be learnt from."""
WEIGHTS = HERE.parent / "src/learnt/weights/marking"
OWN_WEIGHT = 0.6
"""How many answers of SemEval one point of ours counts for, where the scorer of one point is
learnt: chosen on questions of its training split that were left out."""
BOOSTED: tuple[dict[str, Any], ...] = (
    {"max_iter": 300, "learning_rate": 0.05, "max_leaf_nodes": 31, "min_samples_leaf": 15,
     "max_features": 0.25, "l2_regularization": 1.0},
    {"max_iter": 600, "learning_rate": 0.03, "max_leaf_nodes": 23, "min_samples_leaf": 20,
     "max_features": 0.15, "l2_regularization": 3.0},
)  # fmt: skip
"""Boosted trees are learnt in two ways: their mean is a little better than either."""
TOGETHER: dict[str, Any] = {
    "max_iter": 120, "learning_rate": 0.05, "max_leaf_nodes": 12, "min_samples_leaf": 30,
    "max_features": 0.5, "l2_regularization": 1.0,
}  # fmt: skip
"""Few small trees for the few numbers that tell how the other points of an answer fared."""
READERS = 3
"""Groups of readers of whom each is scored by what was learnt from the others."""
CONFLICT_WEIGHT = 2.0
"""How many others a point in conflict counts for: credit for it is the worst mistake."""
BOUNDS = {
    True: Thresholds(missing=0.28, covered=0.66),
    False: Thresholds(missing=0.31, covered=0.68),
}
"""By whether words alone are weighed: the bounds, chosen on subjects that were left out."""
_POINTS = NAMES.index("points")
SURE = {-1: None, 0: False, 1: True}
"""By the number that a sample has for its clash: whether it is one that is rarely wrong."""


def main() -> None:
    """Learn, print, write."""
    parser = argparse.ArgumentParser()
    parser.add_argument(
        "--semeval",
        type=Path,
        default=HERE.parent.parent / "shared/data/semeval2013/semeval-3way.zip",
    )
    parser.add_argument("--cache", type=Path, help="keep the features of answers in this folder")
    parser.add_argument("--embeddings", metavar="off|on|FILE", help="weigh vectors of sentences?")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    if given.embeddings:
        os.environ[SETTING] = given.embeddings
    own = gold_samples(DEVELOPED, given.cache)
    print(f"{len(own)} points of our own")
    foreign = foreign_samples(given.semeval, given.cache)
    print(f"{len(foreign)} answers of SemEval")
    if given.write:
        write(own, foreign, WEIGHTS / "sentences" if chosen() else WEIGHTS)


def write(own: Sequence[Sample], foreign: Sequence[Sample], home: Path) -> None:
    """Learn from all of them; save the scorers, and what `learnt mark --retrain` compares with."""
    learnt = as_json(scorers(own, foreign), BOUNDS[home == WEIGHTS])
    (home / "scorer.json").write_text(json.dumps(learnt, separators=(",", ":")))
    rows = development(own)
    (home / "development.json").write_text(json.dumps(rows, separators=(",", ":")))
    print(f"{(home / 'scorer.json').stat().st_size:,} bytes in {home}")


class Scorers(NamedTuple):
    """What a marker weighs points by: see Marker."""

    several: Scorer
    together: Scorer
    alone: Scorer


def scorers(own: Sequence[Sample], foreign: Sequence[Sample]) -> Scorers:
    """The scorers for cards of several points and for those of one.

    SemEval's questions have one point each, and where there are more its answers only blur what
    ours tell.
    """
    together = in_company(own, company_of(own, unseen(own)))
    return Scorers(learn(own, averaged=False), together, learn_alone(own, foreign))


def learn_alone(own: Sequence[Sample], foreign: Sequence[Sample]) -> Scorer:
    """The scorer of cards of one point, from SemEval's answers and ours.

    What is the same for all answers to one point alone, as what tells it from the others of its
    card, is not learnt from ours either.
    """
    idle = np.ptp(np.concatenate([one.features for one in foreign]), axis=0) == 0
    ours = [one._replace(features=np.where(idle, 0.0, one.features)) for one in own]
    return learn(
        [*ours, *(one._replace(features=np.where(idle, 0.0, one.features)) for one in foreign)]
    )


def unseen(own: Sequence[Sample]) -> Floats:
    """The score of each point's likest wording, by a scorer that has not seen its reader."""
    found = np.zeros(len(own))
    for left_out in by_readers(own):
        scorer = learn(
            [one for one, out in zip(own, left_out, strict=True) if not out], averaged=False
        )
        for place in np.flatnonzero(left_out).tolist():
            found[place] = scorer.score(own[place].features).max()
    return found


def by_readers(own: Sequence[Sample]) -> list[NDArray[np.bool_]]:
    """Which samples are of each group of readers."""
    readers = sorted({one.reader for one in own})
    return [np.array([one.reader in readers[n::READERS] for one in own]) for n in range(READERS)]


def company_of(own: Sequence[Sample], scores: Floats) -> Floats:
    """How each point fares beside the others of its answer; zeros where there are none."""
    found = np.zeros((len(own), len(COMPANY)))
    answers = defaultdict(list)
    for place, one in enumerate(own):
        answers[one.answer].append(place)
    for places in answers.values():
        if len(places) > 1:
            clashes = [SURE[own[place].sure] for place in places]
            found[places] = company(scores[places], clashes)
    return found


def in_company(own: Sequence[Sample], beside: Floats) -> Scorer:
    """A scorer of how points fare beside the others; points without others are passed over."""
    kept = beside.any(axis=1)
    said = np.array([one.said for one in own], dtype=np.float64)
    weights = np.array([weight(one) for one in own])
    boosted = joined([
        of_boosted(boost(beside[kept], said[kept], weights[kept], TOGETHER, seed))
        for seed in range(len(BOOSTED))
    ])  # fmt: skip
    return Scorer(COMPANY, boosted)


def development(own: Sequence[Sample]) -> list[list[float]]:
    """Score, clash (-1 none, 1 a sure one) and label of every point, its reader not learnt from.

    Cards of one point are passed over.
    """
    own = [one for one in own if one.features[0, _POINTS] > 0]
    first = unseen(own)
    beside = company_of(own, first)
    scores = first.copy()
    for left_out in by_readers(own):
        others = [one for one, out in zip(own, left_out, strict=True) if not out]
        second = in_company(others, beside[~left_out]).score(beside[left_out])
        alike = beside[left_out].any(axis=1)
        scores[left_out] = np.where(alike, (first[left_out] + second) / 2, first[left_out])
    return [
        [round(float(score), 3), one.sure, int(one.said)]
        for score, one in zip(scores, own, strict=True)
    ]


def learn(samples: Sequence[Sample], *, averaged: bool = True) -> Scorer:
    """A scorer of these samples; of several wordings the likest one counts."""
    said = np.array([one.said for one in samples], dtype=np.float64)
    weights = np.array([weight(one, OWN_WEIGHT if averaged else 1.0) for one in samples])

    def fitted(rows: Floats, places: NDArray[np.intp]) -> Scorer:
        return fit(rows[places], said[places], weights[places], averaged=averaged)

    return fitted(_likest(samples, fitted), np.arange(len(samples)))


def _likest(
    samples: Sequence[Sample], fitted: Callable[[Floats, NDArray[np.intp]], Scorer]
) -> Floats:
    """The likest wording of each, found by a scorer that was learnt from the other half of them.

    One that had seen a sample knows too well that it is wrong to be misled by one of its wordings,
    as it will be by those of an answer that it has not seen.
    """
    likeness = [NAMES.index(name) for name in ("recall_new", "cosine", "token_set")]
    rows = np.array([
        one.features[one.features[:, likeness].sum(axis=1).argmax()] for one in samples
    ])  # fmt: skip
    if all(len(one.features) == 1 for one in samples):
        return rows
    half = np.random.default_rng(0).integers(0, 2, len(samples))
    found = rows.copy()
    for side in (0, 1):
        scorer = fitted(rows, np.flatnonzero(half != side))
        for place in np.flatnonzero(half == side).tolist():
            wordings = samples[place].features
            if len(wordings) > 1:
                found[place] = wordings[scorer.score(wordings).argmax()]
    return found


def settled(samples: Sequence[Sample], scorer: Scorer) -> list[Sample]:
    """The samples with the likest of their wordings alone: learning then looks for it no more."""
    scores = np.split(
        scorer.score(np.concatenate([one.features for one in samples])),
        np.cumsum([len(one.features) for one in samples])[:-1],
    )
    best = (int(one.argmax()) for one in scores)
    return [
        one._replace(features=one.features[n : n + 1]) for one, n in zip(samples, best, strict=True)
    ]


def weight(one: Sample, own: float = 1.0) -> float:
    """How much a sample counts for, one of our `own` if it has a reader."""
    if not one.reader:
        return 1.0
    return own * (CONFLICT_WEIGHT if one.label == "conflict" else 1.0)


def fit(samples: Floats, said: Floats, weights: Floats, *, averaged: bool) -> Scorer:
    """Boosted trees, learnt in two ways; with averaged ones, where there is one point to a card.

    Together they are better on questions not seen than either alone; on cards of several points
    the averaged ones only make more of them unsure.
    """
    names = (*NAMES, *NEAR)[: samples.shape[1]]
    boosted = joined([of_boosted(boost(samples, said, weights, how, 0)) for how in BOOSTED])
    if not averaged:
        return Scorer(names, boosted)
    trees = ExtraTreesClassifier(
        60, min_samples_leaf=3, max_leaf_nodes=800, max_features=0.5, random_state=0
    ).fit(samples, said, sample_weight=weights)
    return Scorer(names, boosted, of_averaged(trees))


def boost(
    samples: Floats, said: Floats, weights: Floats, how: dict[str, Any], seed: int
) -> HistGradientBoostingClassifier:
    """Boosted trees."""
    model = HistGradientBoostingClassifier(**how, random_state=seed)
    with threadpool_limits(1, "openmp"):  # threads that wait for each other take ten times as long
        return model.fit(samples, said, sample_weight=weights)


def as_json(learnt: Scorers, bounds: Thresholds) -> dict[str, Any]:
    """The scorers as they are saved; a forest is a list of its nodes."""
    return {
        "notice": "Learnt by benchmarks/learn_marking.py, in part from SemEval-2013 Task 7 "
        "(SciEntsBank and Beetle), CC BY-SA 3.0; these weights are shared under the same licence.",
        "features": learnt.several.features,
        "thresholds": asdict(bounds),
        **{name: trees_json(one) for name, one in learnt._asdict().items()},
    }


if __name__ == "__main__":
    main()
