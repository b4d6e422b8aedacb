"""What marks answers, loaded while the first question is read; and the last marks that it made."""

from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from threading import Lock, Thread
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # what marks takes most of a second to load: opening a collection need not wait
    from learnt.marking import Question, Strictness, Verdict

_KEPT = 8

Bounds = tuple[float, float]
"""Scores: below the first a statement was not said, from the second on it was."""
Asked = tuple["Question", str, "Strictness", Bounds | None]


class Marks(Protocol):
    """What marks an answer: a verdict for each point of the question, in its order."""

    def mark(
        self, question: "Question", answer: str, strictness: "Strictness"
    ) -> "tuple[Verdict, ...]":
        """Propose a verdict for each point."""

    def bounded(self, missing: float, covered: float) -> "Marks":
        """The same with a learner's own bounds."""


class KeptMarker:
    """Marks answers with what `load` brings, and remembers the last few.

    An answer is marked when it is shown and looked at again when it is saved: what is kept with
    the review is what the learner saw, and it costs nothing a second time.
    """

    def __init__(self, load: Callable[[], Marks]) -> None:
        self._load = load
        self._loaded: Marks | None = None
        self._loading = Lock()
        self._warmed = False
        self._kept: OrderedDict[Asked, tuple[Verdict, ...]] = OrderedDict()

    def mark(
        self,
        question: "Question",
        answer: str,
        strictness: "Strictness",
        bounds: Bounds | None = None,
    ) -> "tuple[Verdict, ...]":
        """A verdict for every point, in order; `bounds` are the learner's own."""
        asked = (question, answer, strictness, bounds)
        found = self._kept.pop(asked, None)
        if found is None:
            marks = self._marks()
            if bounds is not None:
                marks = marks.bounded(*bounds)
            made = {one.point: one for one in marks.mark(question, answer, strictness)}
            found = tuple(made[point.id] for point in question.points)
        self._kept[asked] = found
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return found

    def warm(self) -> None:
        """Load what marks beside other work, once: the first answer need not wait for it.

        To be called where a question is shown, for then there is time. What goes wrong is told
        when an answer is marked.
        """
        if not self._warmed:
            self._warmed = True
            Thread(target=self._try_to_load, name="learnt marker", daemon=True).start()

    def _try_to_load(self) -> None:
        with suppress(Exception):
            self._marks()

    def _marks(self) -> Marks:
        with self._loading:  # an answer may come while it is loaded for it
            if self._loaded is None:
                self._loaded = self._load()
            return self._loaded


def marker_of_ours() -> Marks:
    """The marker that comes with the program."""
    from learnt.weights.marking import marker

    return marker()
