"""Fitting a learner's memory model: what is kept, what waits, and what is not done twice."""

import sys
import textwrap
from dataclasses import replace
from subprocess import run

import pytest

from learnt import Collection
from learnt.collection.fit_said import FEWEST, came_of
from learnt.errors import Overtaken, UsageError
from learnt.memory.fitting import adopting
from tests.collection.learners import forgetful
from tests.collection.world import Clock, check


def test_the_words_know_how_many_answers_it_takes() -> None:
    assert FEWEST == adopting.FEWEST
    reasons = [came_of(reason.value, 7, " (by so much)") for reason in adopting.Reason]
    assert len({one.partition(".")[0] for one in reasons}) == 3


def test_no_answers_at_all(collection: Collection) -> None:
    report = collection.memory_report()
    assert (report.reviews, report.targets, report.calibration) == (0, 0, [])
    assert (report.fitted_at, report.fitted_to, report.lately) == (None, 0, 0.0)
    assert not collection.fit().adopted
    assert collection.fits()[0].comparison["reason"] == "too_few"


def test_a_fit_is_kept_and_told(collection: Collection, clock: Clock) -> None:
    answers = forgetful(collection)
    before = collection.memory_report()
    assert (before.reviews, before.fitted_at) == (answers, None)
    done = collection.fit()
    assert done.adopted
    check(collection)
    report = collection.memory_report()
    assert (report.fitted_at, report.fitted_to) == (clock.at, report.targets)
    assert report.loss < before.loss
    assert collection.fit_of_the_same() == collection.fits()[0]
    assert collection.fit_of_the_same("sbd") is None

    clock.pass_by(days=1)
    collection.use_model("sbd")
    assert (collection.memory_report().fitted_at, collection.fit_of_the_same()) == (None, None)
    clock.pass_by(days=1)
    collection.use_model("blend")
    assert collection.memory_report().fitted_at == report.fitted_at, "not when it was chosen"
    again = collection.fit().comparison
    assert (again.reason, again.tested) == (adopting.Reason.TOO_FEW, 0)
    check(collection)


def test_new_answers_are_counted_until_they_are_enough(collection: Collection) -> None:
    forgetful(collection)
    done = collection.try_fit()
    fewer = replace(done, targets=done.targets - 7)
    collection.keep_fit(fewer)
    assert collection.fit().comparison.tested == 7


def test_a_fit_is_not_kept_over_another_model(collection: Collection) -> None:
    forgetful(collection)
    done = collection.try_fit()
    collection.use_model("fsrs6")
    with pytest.raises(Overtaken):
        collection.keep_fit(done)
    assert collection.model.name == "fsrs6"


def test_a_model_that_there_is_not(collection: Collection) -> None:
    for verb in (collection.fit, collection.use_model, collection.fit_of_the_same):
        with pytest.raises(UsageError, match="no memory model"):
            verb("guess")
    assert collection.fits() == ()


@pytest.mark.parametrize("verb", ["memory_report", "try_fit", "review_log"])
def test_what_waits_for_the_kernels_comes_before_they_are_loaded(verb: str) -> None:
    program = f"""
        import sys
        from learnt import Collection
        from tests.collection.learners import forgetful
        collection = Collection.open()
        forgetful(collection)
        def before() -> None:
            sys.exit("numba" in sys.modules or "learnt.memory.fitting" in sys.modules)
        collection.before_kernels = before
        collection.{verb}()
        sys.exit("nothing waited")
    """
    run([sys.executable, "-c", textwrap.dedent(program)], check=True)
