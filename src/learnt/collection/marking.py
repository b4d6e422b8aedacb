"""Marking typed answers: with the points' own wordings, and with what the learner said before."""

from dataclasses import replace
from typing import TYPE_CHECKING

from learnt.collection.library import Library
from learnt.deck import Point
from learnt.errors import LearntError, NotMarked
from learnt.practice import Exercise, Sitting

if TYPE_CHECKING:
    from learnt.marking import Question, Verdict


class Marking(Library):
    """The verbs that propose marks. None of them saves or rates anything."""

    def mark(self, sitting: Sitting) -> Sitting:
        """Mark the answer on the table; one that was only thought stays as it is.

        Raises NotMarked where it cannot be done: the learner ticks the points, as without marks.
        """
        if sitting.exercise is None or not sitting.answer:
            return sitting
        return sitting.marked(self.verdicts(sitting.exercise, sitting.answer))

    def verdicts(self, exercise: Exercise, answer: str) -> "tuple[Verdict, ...]":
        """What marking proposes for an answer, as strictly as the learner chose.

        Raises NotMarked.
        """
        try:
            from learnt.marking import Strictness

            settings = self.learner.settings
            strictness = Strictness(settings.marking)
            low, high = settings.missing_below, settings.covered_from
            bounds = None if low is None or high is None else (low, high)
            return self.marker.mark(self._question(exercise), answer, strictness, bounds)
        except Exception as error:  # whatever is wrong with marking must not stop the learner
            told = isinstance(error, LearntError)
            why = f": {error}" if told else f" ({type(error).__name__})."
            raise NotMarked(
                f"Your answer could not be marked{why} "
                "Nothing is lost: say yourself what was in it, as without marks."
            ) from error

    def _question(self, exercise: Exercise) -> "Question":
        """The question as marking needs it, its points with all wordings that are known."""
        return replace(self.plain_question(exercise), points=self._taught(exercise.points))

    def plain_question(self, exercise: Exercise) -> "Question":
        """The question with the wordings of the card alone."""
        from learnt.marking import Question

        bare = exercise.card.prompt is None
        return Question(
            prompt=None if bare else exercise.prompt,
            points=exercise.points,
            title=exercise.prompt if bare else exercise.deck_title,
            ordered=exercise.card.ordered,
        )

    def _taught(self, points: tuple[Point, ...]) -> tuple[Point, ...]:
        """The points with the wordings that the learner accepted and refused."""
        with self.store.reading() as transaction:
            ids = [point.id for point in points]
            said = transaction.journal.wordings(self.learner.id, ids)
        return tuple(said[one.id].added_to(one) if one.id in said else one for one in points)
