"""FSRS-6 gives what the reference, py-fsrs, gives, review by review."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from random import Random

import fsrs
import pytest

from learnt.clock import Instant
from learnt.ids import CardId, EventId, LearnerId, PointId, uuid7
from learnt.journal import Outcome, Rating, Review
from learnt.memory import Fsrs6, fold
from learnt.memory.fsrs6 import BOUNDS, DEFAULT_PARAMETERS

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
START = datetime(2021, 5, 4, 7, 30, tzinfo=UTC)
SAME = 1e-6
POINT = PointId(uuid7(0, 1))


def reference(parameters: tuple[float, ...]) -> fsrs.Scheduler:
    return fsrs.Scheduler(parameters, learning_steps=(), relearning_steps=(), enable_fuzzing=False)


def some_parameters(chance: Random) -> tuple[float, ...]:
    """The defaults, values near them, or anything between the bounds and on them."""
    kind = chance.randrange(4)
    if kind == 0:
        return DEFAULT_PARAMETERS
    if kind == 1:
        return tuple(
            min(most, max(least, value * chance.uniform(0.7, 1.4)))
            for value, (least, most) in zip(DEFAULT_PARAMETERS, BOUNDS, strict=True)
        )
    if kind == 2:
        return tuple(chance.choice(ends) for ends in BOUNDS)
    return tuple(chance.uniform(*ends) for ends in BOUNDS)


def some_wait(chance: Random) -> timedelta:
    """Minutes to years; whole days and a millisecond to either side of them too."""
    return chance.choice(
        (
            MINUTE * chance.randint(1, 90),
            HOUR * chance.randint(1, 30),
            DAY * chance.randint(1, 60),
            DAY * chance.randint(1, 5) + timedelta(milliseconds=chance.choice((-1, 0, 1))),
            DAY * chance.uniform(0, 4000),
        )
    )


def some_history(chance: Random) -> list[tuple[datetime, Rating]]:
    moment = START
    history = []
    for _ in range(chance.randint(1, 14)):
        history.append((moment, Rating(chance.randint(1, 4))))
        moment += some_wait(chance)
        moment = moment.replace(microsecond=moment.microsecond // 1000 * 1000)
    return history


def reviews_of(history: list[tuple[datetime, Rating]]) -> list[Review]:
    return [
        Review(
            EventId(uuid7(0, 100 + place)),
            LearnerId(uuid7(0, 2)),
            CardId(uuid7(0, 3)),
            Instant((moment - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(milliseconds=1)),
            rating,
            (Outcome(POINT, rating),),
        )
        for place, (moment, rating) in enumerate(history)
    ]


def test_thousands_of_histories_as_in_py_fsrs(campaign: Callable[[int, int], int]) -> None:
    """All ratings, days apart or the same day, parameters anywhere within their bounds.

    py-fsrs lets a stability grow without end; ours, as in fsrs-rs, ends at a hundred years, and
    there the comparison of a history ends too.
    """
    chance = Random(20260101)
    compared = passed_by = 0
    for _ in range(campaign(3_000, 100_000)):
        parameters = some_parameters(chance)
        model, theirs = Fsrs6(parameters), reference(parameters)
        card = fsrs.Card(card_id=1, due=START)
        history = some_history(chance)
        ours = reviews_of(history)
        for count, (moment, rating) in enumerate(history, start=1):
            card, _ = theirs.review_card(card, fsrs.Rating(int(rating)), moment)
            assert card.stability is not None
            if card.stability > 36_500:
                passed_by += len(history) - count + 1
                break
            state = fold(model, ours[:count])[POINT].state
            where = (parameters, history[:count])
            assert state.stability == pytest.approx(card.stability, rel=SAME), where
            assert state.difficulty == pytest.approx(card.difficulty, rel=SAME), where
            asked = moment + DAY * chance.randint(0, 900)
            days = (asked - moment).days
            recall = theirs.get_card_retrievability(card, asked)
            assert model.recall(state, days) == pytest.approx(recall, rel=SAME), where
            compared += 1
    assert compared > 3 * passed_by


@pytest.mark.parametrize("retention", [0.7, 0.8, 0.9, 0.95, 0.99])
def test_intervals_are_those_of_py_fsrs_before_it_rounds_them(retention: float) -> None:
    model = Fsrs6()
    theirs = fsrs.Scheduler(
        learning_steps=(), relearning_steps=(), enable_fuzzing=False, desired_retention=retention
    )
    for rating in Rating:
        card, _ = theirs.review_card(fsrs.Card(card_id=1, due=START), fsrs.Rating(rating), START)
        rounded = max(1, round(model.interval(model.start(rating), retention)))
        assert card.due - START == timedelta(days=rounded)


def test_the_default_parameters_are_those_of_the_reference() -> None:
    assert fsrs.scheduler.DEFAULT_PARAMETERS == DEFAULT_PARAMETERS


def test_another_number_of_parameters_is_refused() -> None:
    with pytest.raises(ValueError, match="21"):
        Fsrs6(DEFAULT_PARAMETERS[:19])
