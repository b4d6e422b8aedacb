"""A replay of a whole log gives what the models give review by review."""

from collections.abc import Callable
from math import log
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnt.clock import Instant
from learnt.ids import CardId, EventId, LearnerId, PointId, uuid7
from learnt.journal import Outcome, Rating, Review
from learnt.memory import MemoryState, blend, fold, model_named
from learnt.memory.fitting import ReviewLog, replay
from learnt.memory.fitting.replay import log_odds, mixed
from tests.memory.fitting.logs import log_of, logs, stepped
from tests.memory.strategies import blend_parameters, parameters, sbd_parameters

DRAWN: dict[str, Callable[[], st.SearchStrategy[tuple[float, ...]]]] = {
    "fsrs6": parameters,
    "sbd": sbd_parameters,
    "blend": blend_parameters,
}


@pytest.mark.parametrize("name", DRAWN)
def test_a_replay_is_the_models_steps(name: str) -> None:
    @given(DRAWN[name](), logs())
    def holds(drawn: tuple[float, ...], log: ReviewLog) -> None:
        days = log.whole_days if name == "fsrs6" else log.elapsed
        expected, last = stepped(model_named(name, drawn), log, days)
        recalled, states = replay(name, drawn, log.starts, log.ratings, log.elapsed)
        later = ~log.first_of_item
        np.testing.assert_allclose(recalled[later], np.array(expected)[later], 1e-7, 1e-9)
        assert (recalled[~later] > 0.999).all()  # nothing is expected of a first review
        np.testing.assert_allclose(states, np.array(last, dtype=float).reshape(-1, 5), rtol=1e-7)

    holds()


@pytest.mark.parametrize("name", DRAWN)
def test_a_replay_is_the_fold_of_a_journal(name: str) -> None:
    @settings(max_examples=20)
    @given(DRAWN[name](), logs())
    def holds(drawn: tuple[float, ...], log: ReviewLog) -> None:
        names = np.repeat(log.items, np.diff(log.starts))
        order = np.argsort(log.times, kind="stable")
        memories = fold(
            model_named(name, drawn),
            [
                _review(nth, names[at], log.ratings[at], log.times[at])
                for nth, at in enumerate(order)
            ],
        )
        _, states = replay(name, drawn, log.starts, log.ratings, log.elapsed)
        assert len(memories) == len(log.items)
        for item, state in zip(log.items.tolist(), states, strict=True):
            folded = memories[PointId(str(item))].state
            assert isinstance(folded, MemoryState)
            np.testing.assert_allclose(state, folded, rtol=1e-7)

    holds()


def _review(nth: int, item: Any, rating: Any, at: Any) -> Review:
    given_rating = Rating(int(rating))
    return Review(
        EventId(uuid7(0, nth)),
        LearnerId("me"),
        CardId("card"),
        Instant(int(at)),
        given_rating,
        (Outcome(PointId(str(item)), given_rating),),
    )


def test_an_empty_log_replays_to_nothing() -> None:
    log = log_of([])
    for name in DRAWN:
        drawn = model_named(name).parameters
        recalled, states = replay(name, drawn, log.starts, log.ratings, log.elapsed)
        assert len(recalled) == 0
        assert states.shape == (0, 5)


@given(st.lists(st.floats(0, 1), min_size=1), st.floats(0, 1), st.floats(-0.5, 0.5))
def test_many_are_mixed_as_one_is(recalled: list[float], share: float, drift: float) -> None:
    both = np.array(recalled)
    assert log_odds(both).tolist() == pytest.approx(
        [-log(blend.odds_against(one)) for one in recalled]
    )
    assert mixed(both, both, share, 0.0) == pytest.approx(both, abs=2e-6)
    p = mixed(both, both[::-1], share, drift)
    moved = np.log(p / (1 - p))
    by_hand = [
        drift - share * log(blend.odds_against(one)) - (1 - share) * log(blend.odds_against(other))
        for one, other in zip(recalled, recalled[::-1], strict=True)
    ]
    assert moved == pytest.approx(np.array(by_hand), abs=1e-6)
