"""Bounds fitted to a learner: taken only where they are better for them and no worse elsewhere."""

from dataclasses import replace

import pytest

from learnt import Collection
from learnt.marking.deciding import Thresholds
from learnt.marking.retraining import FEWEST, Trial, refit
from learnt.weights import marking

CURRENT = Thresholds()
BETWEEN = CURRENT.covered - 0.05


def test_too_few_change_nothing() -> None:
    own = [Trial(BETWEEN, None, said=True)] * (FEWEST - 1)
    found = refit(own, [Trial(0.9, None, said=True)], CURRENT)
    assert (found.thresholds, found.adopted) == (CURRENT, False)


def test_what_a_learner_always_confirms_is_taken_as_said() -> None:
    own = [Trial(BETWEEN, None, said=True)] * FEWEST
    found = refit(own, [Trial(0.95, None, said=True), Trial(0.05, None, said=False)], CURRENT)
    assert found.adopted
    assert found.thresholds.covered <= BETWEEN < CURRENT.covered
    assert (found.before, found.after) == (0.5, 1.0)


def test_nothing_is_taken_that_makes_the_development_set_worse() -> None:
    own = [Trial(BETWEEN, None, said=True)] * FEWEST
    development = [Trial(BETWEEN, None, said=False)] * 3
    found = refit(own, development, CURRENT)
    assert (found.thresholds, found.adopted) == (CURRENT, False)


def test_the_development_set_ships_and_the_bounds_are_good_on_it() -> None:
    rows = marking.development()
    assert len(rows) > 1000
    assert refit([], rows, marking.marker().thresholds).development_before > 0.8


def test_a_learner_whose_marks_are_not_kept_has_nothing_to_fit(collection: Collection) -> None:
    found = collection.retrain()
    assert (found.points, found.adopted) == (0, False)
    assert collection.learner.settings.covered_from is None


def test_fitted_bounds_are_used(collection: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    trial = Trial(BETWEEN, None, said=True)
    monkeypatch.setattr(collection, "_trials", lambda: [trial] * FEWEST)
    monkeypatch.setattr(marking, "development", lambda: (Trial(0.95, None, said=True),))
    assert collection.retrain().adopted
    settings = collection.learner.settings
    assert settings.covered_from is not None
    assert settings.covered_from <= BETWEEN
    with pytest.raises(ValueError, match="bounds"):
        replace(settings, missing_below=0.9)
