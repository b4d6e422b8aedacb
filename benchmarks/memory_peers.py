"""The peers of the memory benchmark, and the same reviews in the form that each of them takes."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import numpy as np
from fsrs import Card, Rating, Scheduler
from fsrs_rs_python import FSRS, FSRSItem, FSRSReview
from memory_learners import Log

from learnt.memory import fsrs6
from learnt.memory.fitting import ReviewLog, replay
from learnt.memory.fitting.arrays import Floats, Mask

Items = tuple[list[FSRSItem], list[int]]
"""One item a target, in the order of time, and the card of each."""
MODERN = datetime(2024, 1, 1, tzinfo=UTC)


def review_log(log: Log, count: int | None = None) -> ReviewLog:
    """The first `count` reviews of a simulated learner, or all."""
    cards, ratings, times = (np.array(one[:count]) for one in (log.cards, log.ratings, log.times))
    return ReviewLog.of(cards, ratings, times)


def items_of(log: ReviewLog, count: int | None = None) -> Items:
    """The first `count` targets as fsrs-rs takes them: each with all that came before it."""
    days, ratings = log.whole_days.astype(int).tolist(), log.ratings.tolist()
    reviews = [FSRSReview(*one) for one in zip(ratings, days, strict=True)]
    targets = log.targets[:count]
    cards = np.searchsorted(log.starts, targets, side="right") - 1
    begins = log.starts[cards].tolist()
    ends = zip(begins, targets.tolist(), strict=True)
    return [FSRSItem(reviews[begin : end + 1]) for begin, end in ends], cards.tolist()


def by_cards(items: Items) -> tuple[float, ...]:
    """fsrs-rs' quick call: what cards share is looked at once."""
    return tuple(FSRS([]).compute_parameters(items[0], card_ids=items[1]))


def by_default(items: Items) -> tuple[float, ...]:
    """fsrs-rs' call as its documentation has it first."""
    return tuple(FSRS([]).compute_parameters(items[0]))


def recalled(parameters: tuple[float, ...], log: ReviewLog) -> Floats:
    """What FSRS-6 with these parameters expects of a log's targets, by our replay."""
    expected, _ = replay("fsrs6", parameters, log.starts, log.ratings, log.elapsed)
    return expected[log.targets]


DEFAULTS = fsrs6.DEFAULT_PARAMETERS


def moving_average(passed: Mask) -> Floats:
    """MOVING-AVG of srs-benchmark: p = σ(x), x += 0.3 (y - p), over all targets in time."""
    expected, x = np.empty(len(passed)), 1.2
    for at, recall in enumerate(passed.tolist()):
        expected[at] = 1 / (1 + np.exp(-x))
        x += 0.3 * (recall - expected[at])
    return expected


Steps = list[list[tuple[Rating, datetime]]]
"""Histories as py-fsrs takes them."""


def review_cards(histories: Steps) -> None:
    """Each history through py-fsrs' scheduler."""
    review_card = Scheduler(enable_fuzzing=False).review_card
    for history in histories:
        card = Card(card_id=1)
        for rating, at in history:
            card, _ = review_card(card, rating, at)


def prepared(histories: Sequence[Sequence[tuple[int, float]]]) -> Steps:
    """Histories (rating, days since the last one) with the types of py-fsrs."""
    ready = []
    for history in histories:
        at, one = MODERN, []
        for rating, days in history:
            at += timedelta(days=days)
            one.append((Rating(rating), at))
        ready.append(one)
    return ready
