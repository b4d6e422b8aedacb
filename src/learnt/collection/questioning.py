"""Questions one at a time, for a program: ask, propose, answer."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from learnt.collection.studying import Studying
from learnt.deck.tidy import tidy
from learnt.errors import UsageError
from learnt.journal import Rating, proposed_rating
from learnt.practice import Exercise, Phase, Sitting

if TYPE_CHECKING:
    from learnt.marking import Verdict

_NOT_CONFIRMED = (
    "A typed answer is marked, and you have the last word: say which points were said, or give "
    "a rating. propose(text) says what marking finds."
)


class Questioning(Studying):
    """The day's questions, each answered in one call."""

    def ask(self, asked: str | None = None) -> Exercise | None:
        """The next question of today, or None when all is done for now."""
        self._sitting, self._proposed = self.begin(asked), None
        return self._sitting.exercise

    def propose(self, text: str) -> "tuple[Verdict, ...]":
        """What marking proposes, point by point, for an answer to the question `ask` put.

        Nothing is saved: `answer` does that, with what you make of it. Raises NotMarked, and
        UsageError where no question is open.
        """
        now, sitting = self.now(), self._open_question()
        marked = self.mark(sitting.reveal(text, now))
        self._proposed = marked.marks
        return marked.marks.verdicts if marked.marks else ()

    def answer(
        self,
        said: Iterable[int] | None = None,
        *,
        rating: Rating | int | None = None,
        text: str | None = None,
    ) -> Exercise | None:
        """Answer the question that `ask` put, and get the next one.

        `said` are the numbers, from 1, of the points that were said. Without them, all were
        where the rating is a pass. Without a rating, the one the points propose is taken; with a
        `text` one of the two must be given, for no answer is rated by what `propose` finds.
        Raises UsageError where no question is open, and Overtaken where its card was answered
        elsewhere since `ask` put it.
        """
        sitting = self._open_question()
        points = sitting.exercise.points if sitting.exercise else ()
        given = None if rating is None else Rating(rating)
        if given is None and said is None and tidy(text or ""):
            raise UsageError(_NOT_CONFIRMED)
        passed = given is None or given.passed
        numbers = set(said if said is not None else range(1, len(points) + 1) if passed else ())
        if wrong := numbers - set(range(1, len(points) + 1)):
            raise UsageError(f"There is no point {min(wrong)}; this answer has {len(points)}.")
        if given is None:
            ids = {point.id for n, point in enumerate(points, start=1) if n in numbers}
            given = proposed_rating(points, ids)
        now = self.now()
        sitting = sitting.reveal(text, now)
        if self._proposed and self._proposed.answer == sitting.answer:
            sitting = sitting.marked(self._proposed.verdicts)
        if sitting.phase is Phase.TICKING:
            sitting = sitting.tick_only(numbers, now).weigh(now)
        self._sitting, self._proposed = self.save(sitting, given), None
        return self._sitting.exercise

    def _open_question(self) -> Sitting:
        if self._sitting is None or self._sitting.exercise is None:
            raise UsageError("There is no question open. Call ask() first.")
        return self._sitting
