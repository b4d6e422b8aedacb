"""A learner's past, made from a seed: the same one for every program that is measured.

Cards are reviewed about when FSRS-6 says they fall to 90 %, at the latest after four months,
and some of them are due now. Times are milliseconds since 1970.
"""

import json
import random
from pathlib import Path
from typing import TypedDict

from learnt.clock import DAY_MS
from learnt.journal import Rating
from learnt.memory import Fsrs6, MemoryState

LONGEST_DAYS = 120
SHARE_NEW = 0.05
SHARE_DUE = 0.25
_RATINGS, _HOW_OFTEN = list(Rating), (10, 10, 72, 8)


class History(TypedDict):
    """A card's past: (instant, rating, milliseconds of thought, days until the next review).

    `stability`, `difficulty` and `due` are where it ends; a card never asked has no reviews.
    """

    reviews: list[tuple[int, int, int, int]]
    stability: float
    difficulty: float
    due: int


def make_history(cards: int, reviews: int, now: int, seed: int) -> list[History]:
    """Pasts of `cards` cards with `reviews` reviews in all, ending at `now`."""
    chance = random.Random(seed)
    asked = cards - round(cards * SHARE_NEW)
    made = [_past(count, now, chance) for count in _shares(reviews, asked, chance)]
    made += [_never() for _ in range(cards - asked)]
    chance.shuffle(made)
    return made


def write_history(path: Path, history: list[History]) -> None:
    """Put a history where the measured programs can read it."""
    path.write_text(json.dumps(history), encoding="utf-8")


def read_history(path: Path) -> list[History]:
    """What `write_history` wrote."""
    found: list[History] = json.loads(path.read_text(encoding="utf-8"))
    return found


def _shares(total: int, cards: int, chance: random.Random) -> list[int]:
    """How often each card was reviewed: at least once, `total` together."""
    if total < cards:
        raise ValueError(f"{total} reviews are too few for {cards} cards that were asked")
    counts = [1] * cards
    for _ in range(total - cards):
        counts[chance.randrange(cards)] += 1
    return counts


def _past(count: int, now: int, chance: random.Random) -> History:
    model = Fsrs6()
    elapsed, ratings = 0, chance.choices(_RATINGS, _HOW_OFTEN, k=count)
    ratings[-1] = ratings[-1] if ratings[-1].passed else Rating.GOOD
    state = model.start(ratings[0])
    steps: list[tuple[int, int]] = []  # milliseconds since the first review, days ahead
    for place, rating in enumerate(ratings):
        if place > 0:
            state = model.after(state, rating, (elapsed - steps[-1][0]) / DAY_MS)
        ahead = max(1, round(model.interval(state, 0.9)))
        steps.append((elapsed, ahead))
        waited = round(min(ahead, LONGEST_DAYS) * chance.uniform(0.9, 1.3))
        elapsed += max(1, waited) * DAY_MS + chance.randrange(-2 * 3_600_000, 2 * 3_600_000)
    ahead = steps[-1][1]
    due = chance.random() < SHARE_DUE
    since = ahead * chance.uniform(1.1, 1.5) + 2 if due else ahead * chance.uniform(0.05, 0.75)
    start = now - round(since * DAY_MS) - chance.randrange(DAY_MS // 2) - steps[-1][0]
    return {
        "reviews": [
            (start + after, int(rating), chance.randrange(1_500, 20_000), days)
            for (after, days), rating in zip(steps, ratings, strict=True)
        ],
        "stability": state.stability,
        "difficulty": state.difficulty,
        "due": start + steps[-1][0] + ahead * DAY_MS,
    }


def _never() -> History:
    state = MemoryState(0.0, 0.0)
    return {"reviews": [], "stability": state.stability, "difficulty": state.difficulty, "due": 0}
