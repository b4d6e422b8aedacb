"""Fitting the memory model while the pages go on: one fit at a time, and answers between."""

from dataclasses import dataclass, field
from threading import Lock

from learnt.collection import Collection, KeptFit


@dataclass
class Fitter:
    """Fits of one collection. `alone` is the lock by which it answers one request at a time."""

    collection: Collection
    alone: Lock
    _one_fit: Lock = field(default_factory=Lock)

    def fit(self, model: str | None = None) -> KeptFit:
        """Fit, and keep what came of it; a fit to the very same answers is not made twice.

        Only the keeping has the collection to itself. Raises UsageError for a model that is not
        known, and Overtaken where another one has come into use meanwhile.
        """
        with self._one_fit:
            made = self.collection.fit_of_the_same(model)
            if made is not None:
                return made
            tried = self.collection.try_fit(model)
            with self.alone:
                return self.collection.keep_fit(tried)

    def use(self, model: str) -> bool:
        """Remember by another model; False where it is the one in use. Raises UsageError."""
        with self.alone:
            if model == self.collection.model.name:
                return False
            self.collection.use_model(model)
            return True
