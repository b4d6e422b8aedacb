"""What a fit foretells of reviews it has not seen, and when it is adopted."""

from math import isnan

import numpy as np
import pytest

from learnt.memory import MODELS, Blend, fsrs6
from learnt.memory.fitting import ReviewLog, fit, replay
from learnt.memory.fitting.adopting import FEWEST, Reason, compare
from learnt.memory.fitting.evaluate import expectations, foretell
from learnt.memory.fitting.scores import log_losses
from learnt.memory.fitting.splits import one_split, time_series_splits
from learnt.weights.priors import priors
from tests.memory.fitting.logs import log_of, simulated

BAD = ("fsrs6", (90.0, 91.0, 92.0, 93.0, *fsrs6.DEFAULT_PARAMETERS[4:]))


@pytest.mark.parametrize("name", MODELS)
def test_new_parameters_are_adopted_if_they_foretell_better(name: str) -> None:
    log = simulated(2_000)
    found = compare(name, BAD, log, priors())
    assert found.reason is Reason.BETTER
    assert found.adopted
    assert found.new < found.current
    assert found.tested == 5 * (len(log.targets) // 6)


def test_they_are_not_adopted_if_what_there_is_foretells_as_well() -> None:
    """Parameters that have seen all of the log are not to be beaten on it."""
    log = simulated(2_000)
    knowing = ("fsrs6", fit("fsrs6", log, priors()).parameters)
    found = compare("fsrs6", knowing, log, priors())
    assert found.reason is Reason.NO_BETTER
    assert not found.adopted
    assert found.new >= found.current


def test_too_few_targets_say_nothing() -> None:
    log = simulated(2_000)
    for few in (log_of([]), log.until(5), log.until(FEWEST)):
        found = compare("fsrs6", BAD, few, priors())
        assert found.reason is Reason.TOO_FEW
        assert not found.adopted
        assert isnan(found.new)
        assert isnan(found.current)
        assert found.tested < FEWEST
    assert compare("fsrs6", BAD, log.until(2 * FEWEST), priors()).reason is not Reason.TOO_FEW


def test_only_targets_the_current_ones_have_not_seen_are_compared() -> None:
    log = simulated(2_000)
    count = len(log.targets)
    seen = count - 3 * FEWEST
    found = compare("fsrs6", BAD, log, priors(), seen=seen)
    assert found.tested == count - seen
    recalled, _ = replay(*BAD, log.starts, log.ratings, log.elapsed)
    late = log.targets[seen:]
    assert found.current == pytest.approx(log_losses(recalled[late], log.passed[late]).mean())
    assert compare("fsrs6", BAD, log, priors(), seen=count - FEWEST).tested == FEWEST
    for seen in (count - FEWEST + 1, count):
        none = compare("fsrs6", BAD, log, priors(), seen=seen)
        assert (none.reason, none.tested) == (Reason.TOO_FEW, count - seen)


def test_new_losses_are_those_of_fits_to_what_came_before_each_fold() -> None:
    log = simulated(1_000)
    losses = []
    for trained, end in time_series_splits(len(log.targets)):
        parameters = fit("sbd", log.until(trained), priors()).parameters
        recalled, _ = replay("sbd", parameters, log.starts, log.ratings, log.elapsed)
        tested = log.targets[trained:end]
        losses.append(log_losses(recalled[tested], log.passed[tested]))
    found = compare("sbd", BAD, log, priors())
    assert found.new == pytest.approx(np.concatenate(losses).mean())


def failing_later(log: ReviewLog, trained: int) -> ReviewLog:
    """The same log with other outcomes from a target on."""
    ratings = log.ratings.copy()
    ratings[log.targets[trained:]] = np.where(ratings[log.targets[trained:]] > 1, 1, 3)
    return ReviewLog(log.items, log.starts, ratings, log.times)


@pytest.mark.parametrize("name", ["fsrs6", "sbd", "blend"])
def test_a_fit_knows_nothing_of_what_it_is_tested_on(name: str) -> None:
    log = simulated(1_000)
    split = one_split(len(log.targets))
    found = foretell(name, log, split, priors())
    other = foretell(name, failing_later(log, split[0]), split, priors())
    assert other.fit.parameters == found.fit.parameters
    assert other.expected[0] == found.expected[0]
    assert other.shown[0] == found.shown[0]
    assert found.reviews.tolist() == log.targets[split[0] :].tolist()
    assert found.passed.tolist() == log.passed[found.reviews].tolist()
    assert found.fit.targets == split[0]


@pytest.mark.parametrize("name", ["fsrs6", "sbd", "blend"])
def test_only_the_blend_shows_what_the_stream_sharpened(name: str) -> None:
    log = simulated(1_000)
    found = foretell(name, log, one_split(len(log.targets)), priors())
    assert (found.shown.tolist() == found.expected.tolist()) == (name != "blend")
    recalled, _ = replay(name, found.fit.parameters, log.starts, log.ratings, log.elapsed)
    assert found.expected.tolist() == recalled[found.reviews].tolist()
    assert found.loss == pytest.approx(log_losses(found.shown, found.passed).mean())


def test_the_streams_gain_is_that_of_the_targets_trained_on() -> None:
    log = simulated(1_000)
    drawn = Blend().parameters
    trained = len(log.targets) // 2
    _, shown = expectations("blend", drawn, log, trained)
    _, other = expectations("blend", drawn, failing_later(log, trained), trained)
    assert shown[: trained + 1].tolist() == other[: trained + 1].tolist()
