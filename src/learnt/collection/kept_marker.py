"""What marks answers, loaded for the first one that is typed; and the last marks that it made."""

from collections import OrderedDict
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # what marks takes half a second to load: opening a collection need not wait
    from learnt.marking import Question, Strictness, Verdict

_KEPT = 8

Asked = tuple["Question", str, "Strictness"]


class Marks(Protocol):
    """What marks an answer: a verdict for each point of the question, in its order."""

    def mark(
        self, question: "Question", answer: str, strictness: "Strictness"
    ) -> "tuple[Verdict, ...]":
        """Propose a verdict for each point."""


class KeptMarker:
    """Marks answers with what `load` brings, and remembers the last few.

    An answer is marked when it is shown and looked at again when it is saved: what is kept with
    the review is what the learner saw, and it costs nothing a second time.
    """

    def __init__(self, load: Callable[[], Marks]) -> None:
        self.load = load
        self._kept: OrderedDict[Asked, tuple[Verdict, ...]] = OrderedDict()

    def mark(
        self, question: "Question", answer: str, strictness: "Strictness"
    ) -> "tuple[Verdict, ...]":
        """A verdict for every point of the question, in its order."""
        asked = (question, answer, strictness)
        found = self._kept.pop(asked, None)
        if found is None:
            made = {one.point: one for one in self.load().mark(question, answer, strictness)}
            found = tuple(made[point.id] for point in question.points)
        self._kept[asked] = found
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return found


def marker_of_ours() -> Marks:
    """The marker that comes with the program."""
    from learnt.weights.marking import marker

    return marker()
