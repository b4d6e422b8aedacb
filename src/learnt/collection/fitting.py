"""Fitting the memory model to the learner, and choosing among models."""

import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from learnt.clock import Instant
from learnt.collection.base import Base
from learnt.collection.compiling import use_cache
from learnt.collection.folding import rebuild
from learnt.errors import UsageError
from learnt.memory import MODELS, MemoryModel, model_named
from learnt.store.fits import KeptFit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from learnt.memory.fitting import ReviewLog, Workers
    from learnt.memory.fitting.adopting import Comparison
    from learnt.memory.fitting.scores import Bin

_WORTH_THREADS = 20_000
_MOST_THREADS = 4


@dataclass(frozen=True)
class Fitted:
    """What came of fitting: the model with its new parameters, and whether they were adopted.

    `targets`: answers on a later day than the one before, by which predictions are judged.
    `loss`: the mean log loss of those answers after the fit, and `loss_before` with the
    parameters until then; both saw the same answers. `comparison` is of answers neither had seen.
    """

    model: MemoryModel
    reviews: int
    targets: int
    loss_before: float
    loss: float
    comparison: "Comparison"
    adopted: bool


@dataclass(frozen=True)
class MemoryReport:
    """How well what was expected agrees with what happened.

    `fitted_at`: when the parameters in use were adopted; None for those that came with the
    program. `calibration` has groups of answers that were expected alike, by the parameters in
    use. `loss` is their mean log loss, `lately` how much more (or less) of what is 90 % likely
    is recalled at the moment, by the last answers; 0 by models without a stream.
    """

    model: MemoryModel
    fitted_at: Instant | None
    reviews: int
    targets: int
    loss: float
    calibration: "list[Bin]"
    lately: float
    fits: tuple[KeptFit, ...]


class Fitting(Base):
    """The verbs of the memory model."""

    def review_log(self) -> "ReviewLog":
        """Every outcome that stands, point by point, as a fit reads it."""
        use_cache()
        import numpy as np

        from learnt.memory.fitting import ReviewLog

        with self._asking(fresh=True) as asking:  # another program may have chosen another model
            rows = asking.transaction.journal.ratings(self.learner.id)
        numbers: dict[str, int] = {}
        points, ratings, times = zip(*rows, strict=True) if rows else ((), (), ())
        items = [numbers.setdefault(point, len(numbers)) for point in points]
        return ReviewLog.of(*(np.array(one, dtype=np.int64) for one in (items, ratings, times)))

    def fit(self, model: str | None = None) -> Fitted:
        """Fit a memory model, by default the learner's, and adopt it if it foretells better.

        It is adopted only if, in folds of time, it would have foretold answers it had not seen
        better than the parameters in use. Then everything is folded anew with it. Raises UsageError
        for a model that is not known.
        """
        name = self._known(model or self.model.name)
        log = self.review_log()
        from learnt.memory.fitting import fit
        from learnt.memory.fitting.adopting import compare
        from learnt.memory.fitting.evaluate import loss_of
        from learnt.weights.priors import priors

        current = (self.model.name, self.model.parameters)
        seen = min(self._seen(), len(log.targets))
        with workers_for(len(log)) as workers:
            start = self.model.parameters if name == self.model.name and seen else None
            found = fit(name, log, priors(), start, workers)
            comparison = compare(name, current, log, priors(), seen=seen, workers=workers)
        fitted = model_named(name, found.parameters)
        told: dict[str, object] = {
            "reason": comparison.reason.value,
            "tested": comparison.tested,
            "before": comparison.current if comparison.tested else None,
            "after": comparison.new if comparison.tested else None,
        }
        self._keep(fitted, found.targets, told, adopt=comparison.adopted)
        return Fitted(
            fitted,
            len(log),
            found.targets,
            loss_of(*current, log),
            loss_of(name, found.parameters, log),
            comparison,
            comparison.adopted,
        )

    def use_model(self, model: str) -> MemoryModel:
        """Remember by another model from now on, with its parameters that were last adopted.

        Nothing is lost: everything is folded anew from the journal, and may be folded back. Raises
        UsageError for a model that is not known.
        """
        name = self._known(model)
        kept = [one for one in self.fits() if one.adopted and one.model.name == name]
        chosen, targets = (kept[0].model, kept[0].targets) if kept else (model_named(name), 0)
        self._keep(chosen, targets, {"reason": "chosen"}, adopt=True)
        return chosen

    def fits(self) -> tuple[KeptFit, ...]:
        """All fits there were, the latest first."""
        with self.store.reading() as transaction:
            return transaction.fits.list(self.learner.id)

    def memory_report(self) -> MemoryReport:
        """How well the parameters in use foretell this learner's answers."""
        log = self.review_log()
        from learnt.memory.fitting.evaluate import expectations
        from learnt.memory.fitting.scores import calibration, log_loss
        from learnt.memory.fitting.stream import lately

        model, targets = self.model, log.targets
        passed = log.passed[targets]
        expected, shown = expectations(model.name, model.parameters, log, len(targets))
        fits = self.fits()
        in_use = next((one for one in fits if one.adopted and one.model == model), None)
        return MemoryReport(
            model=model,
            fitted_at=in_use.at if in_use and in_use.targets else None,
            reviews=len(log),
            targets=len(targets),
            loss=log_loss(expected, passed),
            calibration=calibration(expected, passed),
            lately=lately(expected, shown, passed),
            fits=fits,
        )

    def _known(self, model: str) -> str:
        if model not in MODELS:
            raise UsageError(f"There is no memory model “{model}”. Choose {', '.join(MODELS)}.")
        return model

    def _seen(self) -> int:
        """How many targets the parameters in use were fitted to."""
        used = (one.targets for one in self.fits() if one.adopted and one.model == self.model)
        return next(used, 0)

    def _keep(
        self, model: MemoryModel, targets: int, told: dict[str, object], *, adopt: bool
    ) -> None:
        """Keep a fit; where it is adopted, fold everything anew with it in the same transaction."""
        with self.store.writing() as transaction:
            learner = transaction.learners.lock(self.learner.id)
            made = KeptFit(self.make_id(), self.now(), model, targets, told, adopt)
            transaction.fits.add(learner.id, made)
            if adopt and model != learner.model:
                transaction.learners.remember_by(learner.id, model)
                learner = replace(learner, model=model)
                rebuild(transaction, learner)
        self.learner = learner


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
