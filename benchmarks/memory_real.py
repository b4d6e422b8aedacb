"""A real log: who foretells what was not trained on, in its last fifth and over five folds."""

import csv
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

import numpy as np
from memory_peers import DEFAULTS, by_cards, by_default, items_of, moving_average, recalled
from memory_tables import table

from learnt.memory.fitting import ReviewLog
from learnt.memory.fitting.arrays import Floats
from learnt.memory.fitting.evaluate import foretell
from learnt.memory.fitting.scores import (
    area_under_curve,
    log_loss,
    log_losses,
    paired_bootstrap,
)
from learnt.memory.fitting.splits import one_split, time_series_splits
from learnt.weights.priors import priors

BLEND, SHOWN = "learnt: blend, the model alone", "learnt: blend, as shown (with the stream)"
FSRS6, CARDS, DEFAULT = "learnt: fsrs6", "fsrs-rs, card_ids", "fsrs-rs, default call"
PAIRS = ((FSRS6, CARDS), (FSRS6, DEFAULT), (BLEND, CARDS), (SHOWN, CARDS), (SHOWN, DEFAULT))
FSRS6_FLOOR, BLEND_GOAL = 0.4446, 0.4420


def read_log(path: Path) -> ReviewLog:
    """A CSV with the columns card_id, review_rating (1-4) and review_time (ISO 8601)."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [
            (int(row["card_id"]), int(row["review_rating"]), _milliseconds(row["review_time"]))
            for row in csv.DictReader(file)
        ]
    cards, ratings, times = (np.array(one) for one in zip(*rows, strict=True))
    return ReviewLog.of(cards, ratings, times)


def predictions(log: ReviewLog, split: tuple[int, int]) -> dict[str, Floats]:
    """What everyone expects of the targets from `split[0]` to before `split[1]`."""
    trained, end = split
    blend = foretell("blend", log, split, priors())
    items = items_of(log, trained)
    return {
        FSRS6: foretell("fsrs6", log, split, priors()).expected,
        "learnt: sbd": foretell("sbd", log, split, priors()).expected,
        BLEND: blend.expected,
        SHOWN: blend.shown,
        CARDS: recalled(by_cards(items), log)[trained:end],
        DEFAULT: recalled(by_default(items), log)[trained:end],
        "FSRS-6 defaults": recalled(DEFAULTS, log)[trained:end],
        "MOVING-AVG": moving_average(log.passed[log.targets])[trained:end],
    }


def real_lines(path: Path) -> Iterator[str]:
    """Losses of all, and whether the differences may be chance."""
    log = read_log(path)
    passed = log.passed[log.targets]
    split = one_split(len(passed))
    last = predictions(log, split)
    tested = passed[split[0] :]
    losses = {name: log_loss(expected, tested) for name, expected in last.items()}
    folds = [
        (predictions(log, (trained, end)), passed[trained:end])
        for trained, end in time_series_splits(len(passed))
    ]
    yield (
        f"{path.name}: {len(log):,} reviews, {len(log.items):,} cards, {len(passed):,} targets; "
        f"trained on {split[0]:,}, tested on {len(tested):,}, {1 - tested.mean():.1%} forgotten."
    )
    yield ""
    yield from table(
        ["", "last fifth, log loss", "AUC", "five folds, mean log loss"],
        [
            [
                name,
                f"{losses[name]:.5f}",
                f"{area_under_curve(expected, tested):.4f}",
                f"{np.mean([log_loss(fold[name], truth) for fold, truth in folds]):.5f}",
            ]
            for name, expected in last.items()
        ],
    )
    yield ""
    yield from _differences(last, tested)
    yield ""
    yield f"fsrs6 ≤ {FSRS6_FLOOR}: {_holds(losses[FSRS6] <= FSRS6_FLOOR)}."
    for name in (BLEND, SHOWN):
        best = min(losses[CARDS], losses[DEFAULT])
        yield (
            f"{name}, below fsrs-rs (both calls): {_holds(losses[name] < best)}; "
            f"goal ≤ {BLEND_GOAL}: {_holds(losses[name] <= BLEND_GOAL)}."
        )


def _differences(last: Mapping[str, Floats], tested: np.ndarray) -> Iterator[str]:
    rows = []
    for one, other in PAIRS:
        found = paired_bootstrap(log_losses(last[one], tested), log_losses(last[other], tested))
        rows.append(
            [
                f"{one} less {other}",
                f"{found.mean:+.5f}",
                f"{found.low:+.5f} to {found.high:+.5f}",
                f"{found.share_below:.1%}",
            ]
        )
    head = ["paired bootstrap, last fifth", "difference", "middle 95 %", "resamples below 0"]
    yield from table(head, rows)


def _milliseconds(text: str) -> int:
    return round(datetime.fromisoformat(text).timestamp() * 1000)


def _holds(true: bool) -> str:  # noqa: FBT001 - a sentence's last word
    return "holds" if true else "does not hold"
