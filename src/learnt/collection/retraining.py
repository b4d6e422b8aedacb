"""Fitting marking to a learner: its bounds, by what was confirmed and corrected."""

from dataclasses import replace
from typing import TYPE_CHECKING

from learnt.collection.keeping import Keeping
from learnt.collection.marking import Marking

if TYPE_CHECKING:
    from learnt.marking.retraining import Refit, Trial


class Retraining(Keeping, Marking):
    """The verb that fits marking to the learner."""

    def retrain(self) -> "Refit":
        """Fit the bounds of marking to what the learner confirmed and corrected.

        They are taken, as settings, only where they are better for the learner and no worse on
        the answers that the program was developed on.
        """
        from learnt.marking.retraining import refit
        from learnt.weights.marking import development, marker

        found = refit(self._trials(), development(), marker().thresholds)
        if found.adopted:
            bounds = found.thresholds
            self.set(
                replace(
                    self.learner.settings,
                    missing_below=bounds.missing,
                    covered_from=bounds.covered,
                )
            )
        return found

    def _trials(self) -> "list[Trial]":
        """Every statement that marking proposed something for, and what the learner said."""
        from learnt.weights.marking import marker

        trials: list[Trial] = []
        with self._asking() as asking:
            for review in asking.transaction.journal.reviews(self.learner.id):
                said = {one.point: one.rating.passed for one in review.outcomes if one.proposed}
                asked = asking.exercise(review.card, review.direction) if said else None
                if asked is None or not review.answer:
                    continue
                if all(point.id in said for point in asked.points):
                    bare = self.plain_question(asked)
                    passed = [said[point.id] for point in asked.points]
                    trials += marker().trials(bare, review.answer, passed)
        return trials
