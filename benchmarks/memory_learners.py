"""Made-up learners: FSRS-6 memories drawn from a population, who study day after day.

The population is that of fitted parameters, the median and quartiles of each over 9,999 Anki users
(49 for w19 and w20) with the strongest correlations, from the srs-benchmark of the
open-spaced-repetition project. What such a learner answers is drawn with a seed, so that a
log is the same on every machine; it is a simulation and says nothing of real drift or fatigue.
"""

import random
import tomllib
from dataclasses import dataclass
from heapq import heappop, heappush
from importlib.resources import files

import numpy as np

from learnt.journal import Rating
from learnt.memory import Fsrs6, MemoryState
from learnt.memory.fsrs6 import BOUNDS
from learnt.weights.priors import QUARTILE

DAY = 86_400_000


@dataclass(frozen=True)
class Log:
    """Reviews in the order of time: the card, the rating 1-4, milliseconds since the first day."""

    cards: list[int]
    ratings: list[int]
    times: list[int]


def draw_parameters(seed: int) -> tuple[float, ...]:
    """One learner's parameters: normal in the parameters, the first four in their logarithms."""
    read = tomllib.loads((files("learnt.weights") / "memory" / "priors.toml").read_text("utf-8"))
    users = np.array(read["fsrs6"]["users"])
    users[:4] = np.log(users[:4])
    middle, low, high = users.T
    deviation = (high - low) / (2 * QUARTILE)
    shape = np.eye(len(middle))
    for one, other, together in read["fsrs6"]["correlations"]:
        shape[int(one), int(other)] = shape[int(other), int(one)] = together
    generator = np.random.default_rng(seed)
    covariance = shape * np.outer(deviation, deviation)
    drawn = generator.multivariate_normal(middle, covariance, method="eigh")
    drawn[:4] = np.sort(np.exp(drawn[:4]))
    return tuple(float(np.clip(one, *ends)) for one, ends in zip(drawn, BOUNDS, strict=True))


def study(parameters: tuple[float, ...], reviews: int, seed: int, *, new_a_day: int = 20) -> Log:
    """The first `reviews` answers of a learner whom FSRS-6 with its defaults asks at 90 %."""
    chance = random.Random(seed)
    truth, scheduler = Fsrs6(parameters), Fsrs6()
    log = Log([], [], [])
    due: list[tuple[int, int]] = []
    states: dict[int, tuple[MemoryState, MemoryState, int]] = {}
    day = 0
    cards = 0
    hard, easy = chance.uniform(0.03, 0.2), chance.uniform(0.02, 0.2)
    firsts = (chance.uniform(0.1, 0.4), chance.uniform(0.05, 0.15), chance.uniform(0.4, 0.6), 0.15)
    while len(log.cards) < reviews:
        for _ in range(new_a_day):
            heappush(due, (day, cards))
            cards += 1
        clock = day * DAY + 9 * 3_600_000 + chance.randrange(6 * 3_600_000)
        again: list[int] = []
        while (due and due[0][0] <= day) or again:
            card = heappop(due)[1] if due and due[0][0] <= day else again.pop(0)
            clock += chance.randrange(4_000, 20_000)
            if card not in states:
                rating = Rating(chance.choices((1, 2, 3, 4), firsts)[0])
                true, planned = truth.start(rating), scheduler.start(rating)
            else:
                true, planned, last = states[card]
                waited = (clock - last) / DAY
                recalled = chance.random() < truth.recall(true, int(waited) or waited)
                kind = chance.random()
                passed = (
                    Rating.HARD if kind < hard else Rating.EASY if kind > 1 - easy else Rating.GOOD
                )
                rating = passed if recalled else Rating.AGAIN
                true = truth.after(true, rating, waited)
                planned = scheduler.after(planned, rating, waited)
            states[card] = (true, planned, clock)
            log.cards.append(card)
            log.ratings.append(int(rating))
            log.times.append(clock)
            if rating is Rating.AGAIN:
                again.append(card)
            else:
                interval = scheduler.interval(planned, 0.9) * chance.uniform(0.9, 1.1)
                heappush(due, (day + max(1, round(interval)), card))
            if len(log.cards) >= reviews:
                return log
        day += 1
    return log
