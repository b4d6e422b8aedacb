"""Fitting the memory model to the learner, and choosing among models."""

import os
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from itertools import count
from math import isnan, nan
from typing import TYPE_CHECKING

from learnt.collection.base import Base
from learnt.collection.fit_values import Fitted, MemoryReport
from learnt.collection.folding import rebuild
from learnt.errors import Overtaken, UsageError
from learnt.memory import MODELS, MemoryModel, model_named
from learnt.store.fits import KeptFit
from learnt.store.ratings import ID_LETTERS, Ratings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from learnt.memory.fitting import ReviewLog, Workers

_WORTH_THREADS = 20_000
_MOST_THREADS = 4
CHOSEN = "chosen"
"""The reason kept with a model that was chosen, not fitted."""


class Fitting(Base):
    """The verbs of the memory model."""

    def review_log(self) -> "ReviewLog":
        """Every outcome that stands, point by point, as a fit reads it."""
        with self.store.reading() as transaction:
            rows = transaction.journal.ratings(self.learner.id)
        return self._log(rows)

    def fit(self, model: str | None = None) -> Fitted:
        """Fit a memory model, by default the learner's, and adopt it if it foretells better.

        It is adopted only if, in folds of time, it would have foretold answers it had not seen
        better than the parameters in use. Then everything is folded anew with it. Raises UsageError
        for a model that is not known.
        """
        done = self.try_fit(model)
        self.keep_fit(done)
        return done

    def try_fit(self, model: str | None = None) -> Fitted:
        """The long half of `fit`: it only reads, so that answers can be saved meanwhile.

        Raises UsageError for a model that is not known.
        """
        self._known(model)
        with self.store.reading() as transaction:
            in_use = transaction.learners.get(self.learner.id).model
            fits = transaction.fits.list(self.learner.id)
            rows = transaction.journal.ratings(self.learner.id)
        log = self._log(rows)
        from learnt.memory.fitting import fit
        from learnt.memory.fitting.adopting import compare
        from learnt.memory.fitting.evaluate import loss_of
        from learnt.weights.priors import priors

        seen = min(_seen(in_use, fits), len(log.targets))
        name, current = model or in_use.name, (in_use.name, in_use.parameters)
        with workers_for(len(log)) as workers:
            start = in_use.parameters if name == in_use.name and seen else None
            found = fit(name, log, priors(), start, workers)
            comparison = compare(name, current, log, priors(), seen=seen, workers=workers)
        return Fitted(
            model=model_named(name, found.parameters),
            reviews=len(log),
            targets=found.targets,
            loss_before=loss_of(*current, log),
            loss=loss_of(name, found.parameters, log),
            comparison=comparison,
            adopted=comparison.adopted,
            in_use=in_use,
        )

    def keep_fit(self, done: Fitted) -> KeptFit:
        """The short half of `fit`: keep what was tried, and use it where it is better.

        Raises Overtaken where another model has come into use since.
        """
        comparison = done.comparison
        losses = (comparison.current, comparison.new)
        before, after = (None if isnan(loss) else loss for loss in losses)
        told: dict[str, object] = {
            "reason": comparison.reason.value,
            "tested": comparison.tested,
            "before": before,
            "after": after,
        }
        return self._keep(
            done.model, done.targets, told, adopt=done.adopted, instead_of=done.in_use
        )

    def fit_of_the_same(self, model: str | None = None) -> KeptFit | None:
        """The latest fit, where it was of this model to the answers there are now.

        To fit again would say the same: a button may be pressed twice, or in two windows.
        """
        name = self._known(model or self.model.name)
        latest = next(iter(self.fits()), None)
        if latest is None or latest.model.name != name or latest.comparison["reason"] == CHOSEN:
            return None
        return latest if latest.targets == len(self.review_log().targets) else None

    def use_model(self, model: str) -> MemoryModel:
        """Remember by another model from now on, with its parameters that were last adopted.

        Nothing is lost: everything is folded anew from the journal, and may be folded back. Raises
        UsageError for a model that is not known.
        """
        name = self._known(model)
        kept = [one for one in self.fits() if one.adopted and one.model.name == name]
        chosen, targets = (kept[0].model, kept[0].targets) if kept else (model_named(name), 0)
        self._keep(chosen, targets, {"reason": CHOSEN}, adopt=True)
        return chosen

    def fits(self) -> tuple[KeptFit, ...]:
        """All fits there were, the latest first."""
        with self.store.reading() as transaction:
            return transaction.fits.list(self.learner.id)

    def memory_report(self) -> MemoryReport:
        """How well the parameters in use foretell this learner's answers."""
        with self.store.reading() as transaction:
            model = transaction.learners.get(self.learner.id).model
            fits = transaction.fits.list(self.learner.id)
            rows = transaction.journal.ratings(self.learner.id)
        if not rows.ratings:  # nothing of a fit need be loaded to say so
            return MemoryReport(model, None, 0, 0, 0, nan, [], 0.0, fits)
        log = self._log(rows)
        from learnt.memory.fitting.evaluate import expectations
        from learnt.memory.fitting.scores import calibration, log_loss
        from learnt.memory.fitting.stream import lately

        targets = log.targets
        passed = log.passed[targets]
        expected, shown = expectations(model.name, model.parameters, log, len(targets))
        fitted = _fit_in_use(model, fits)
        return MemoryReport(
            model=model,
            fitted_at=fitted.at if fitted else None,
            fitted_to=fitted.targets if fitted else 0,
            reviews=len(log),
            targets=len(targets),
            loss=log_loss(expected, passed),
            calibration=calibration(expected, passed),
            lately=lately(expected, shown, passed),
            fits=fits,
        )

    def _log(self, rows: Ratings) -> "ReviewLog":
        self.before_kernels()
        import numpy as np

        from learnt.memory.fitting import ReviewLog

        numbers: defaultdict[str, int] = defaultdict(count().__next__)
        ids, size = rows.points, ID_LETTERS
        items = [numbers[ids[at : at + size]] for at in range(0, len(ids), size)]
        ratings = np.frombuffer(rows.ratings.encode("ascii"), dtype=np.uint8) - ord("0")
        times = np.fromstring(rows.times, dtype=np.int64, sep=" ")
        return ReviewLog.of(np.array(items, dtype=np.int64), ratings.astype(np.int64), times)

    def _known(self, model: str | None) -> str:
        if model is not None and model not in MODELS:
            raise UsageError(f"There is no memory model “{model}”. Choose {', '.join(MODELS)}.")
        return model or self.model.name

    def _keep(
        self,
        model: MemoryModel,
        targets: int,
        told: dict[str, object],
        *,
        adopt: bool,
        instead_of: MemoryModel | None = None,
    ) -> KeptFit:
        """Keep a fit; where it is adopted, fold everything anew with it in the same transaction.

        Raises Overtaken where the model in use is not the one it is to take the place of.
        """
        with self.store.writing() as transaction:
            learner = transaction.learners.lock(self.learner.id)
            if instead_of not in (None, learner.model):
                raise Overtaken("Another memory model has come into use meanwhile. Fit again.")
            made = KeptFit(self.make_id(), self.now(), model, targets, told, adopt)
            transaction.fits.add(learner.id, made)
            if adopt and model != learner.model:
                transaction.learners.remember_by(learner.id, model)
                learner = replace(learner, model=model)
                rebuild(transaction, learner)
        self.learner = learner
        return made


def _seen(model: MemoryModel, fits: tuple[KeptFit, ...]) -> int:
    """How many targets the parameters in use were fitted to."""
    return next((one.targets for one in fits if one.adopted and one.model == model), 0)


def _fit_in_use(model: MemoryModel, fits: tuple[KeptFit, ...]) -> KeptFit | None:
    """The fit that the parameters in use came from; None where they came with the program."""
    made = (one for one in fits if one.adopted and one.comparison["reason"] != CHOSEN)
    return next((one for one in made if one.model == model and one.targets), None)


@contextmanager
def workers_for(reviews: int) -> "Iterator[Workers]":
    """Threads for a fit of a log: one for a short one, else as many as there are cores, up to 4."""
    from learnt.memory.fitting import COMPILES, Workers

    cores = min(_MOST_THREADS, os.cpu_count() or 1)
    if reviews < _WORTH_THREADS or cores < 2 or not COMPILES:  # plain Python runs one at a time
        yield Workers()
        return
    with ThreadPoolExecutor(cores) as pool:
        yield Workers(cores, pool.map)
