"""Fitting to a log of another program: read, fit, foretell. Nothing of it is saved."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from learnt.collection.compiling import compile_kernels
from learnt.collection.fitting import workers_for
from learnt.collection.places import read_bytes, write_bytes
from learnt.deck import Problem
from learnt.sources.review_log import ForeignReviews, read_reviews

if TYPE_CHECKING:
    from learnt.memory.fitting.evaluate import Foretold
    from learnt.memory.fitting.scores import Bin


@dataclass(frozen=True)
class ForeignFit:
    """What was foretold of the last fifth of a log, and how well.

    `cards` and `stamps` are those of the reviews that were foretold, as the file has them.
    """

    foretold: "Foretold"
    calibration: "list[Bin]"
    cards: tuple[str, ...]
    stamps: tuple[str, ...]
    reviews: int
    seconds: float
    problems: tuple[Problem, ...]


def fit_log(path: Path, model: str) -> ForeignFit:
    """Fit a model to the first 80 % of a log's targets, and foretell the others.

    `seconds` are those of the fit alone. Raises NotFound and Unreadable.
    """
    found = read_reviews(read_bytes(path))
    compile_kernels()  # what is compiled, or fetched from the cache, is no part of the fit
    import numpy as np

    from learnt.memory.fitting import ReviewLog
    from learnt.memory.fitting.evaluate import foretell
    from learnt.memory.fitting.log import order_of
    from learnt.memory.fitting.scores import calibration
    from learnt.memory.fitting.splits import one_split
    from learnt.weights.priors import priors

    items, ratings, times = (
        np.array(one, dtype=np.int64) for one in (_numbers(found), found.ratings, found.times)
    )
    log = ReviewLog.of(items, ratings, times)
    with workers_for(len(log)) as workers:
        began = perf_counter()
        done = foretell(model, log, one_split(len(log.targets)), priors(), workers)
        seconds = perf_counter() - began
    places = order_of(items, times)[done.reviews].tolist()
    return ForeignFit(
        done,
        calibration(done.shown, done.passed),
        tuple(found.cards[place] for place in places),
        tuple(found.stamps[place] for place in places),
        len(log),
        seconds,
        found.problems,
    )


def write_predictions(done: ForeignFit, path: Path) -> None:
    """Write card_id, review_time, p and y of what was foretold, in the order of time, as CSV."""
    text = io.StringIO(newline="")
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(["card_id", "review_time", "p", "y"])
    found = done.foretold
    for card, stamp, p, passed in zip(
        done.cards, done.stamps, found.shown.tolist(), found.passed.tolist(), strict=True
    ):
        rows.writerow([card, stamp, f"{min(max(p, 1e-4), 1 - 1e-4):.6f}", int(passed)])
    write_bytes(path, text.getvalue().encode(), overwrite=True)


def _numbers(found: ForeignReviews) -> list[int]:
    known: dict[str, int] = {}
    return [known.setdefault(card, len(known)) for card in found.cards]
