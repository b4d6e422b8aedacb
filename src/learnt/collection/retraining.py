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

        with self._asking() as asking:
            reviews = asking.transaction.journal.reviews(self.learner.id)
            answered = [
                (review, asked)
                for review in reviews
                if review.answer
                and any(one.proposed for one in review.outcomes)
                and (asked := asking.exercise(review.card, review.direction))
            ]
        trials: list[Trial] = []
        for review, asked in answered:  # marking takes long, and no transaction waits for it
            said = {one.point: one.rating.passed for one in review.outcomes if one.proposed}
            if review.answer and all(point.id in said for point in asked.points):
                passed = [said[point.id] for point in asked.points]
                trials += marker().trials(self.plain_question(asked), review.answer, passed)
        return trials
