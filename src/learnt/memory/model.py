"""What every memory model offers, and the state it keeps of one point."""

from typing import NamedTuple, NewType, Protocol

from learnt.clock import Days
from learnt.journal import Known, Rating

Probability = NewType("Probability", float)
Bounds = tuple[tuple[float, float], ...]
"""The least and the greatest value of each parameter."""


class MemoryState(NamedTuple):
    """A memory of one point; each model uses the numbers it needs and leaves the rest at 0.

    FSRS: `stability`, the days until recall falls to 0.9, and `difficulty`, from 1 (easy) to 10.
    SBD: `trace`, how much has been laid down, `doubts`, how often recall failed or was hard, and
    `first`, the first rating less one. The blend keeps both.
    """

    stability: float = 0.0
    difficulty: float = 0.0
    trace: float = 0.0
    doubts: float = 0.0
    first: int = 0


class MemoryModel(Protocol):
    """Recall as a function of time since a review, and the step a review makes."""

    @property
    def name(self) -> str:
        """The word for the model on the command line and in the journal's tables."""
        ...

    @property
    def parameters(self) -> tuple[float, ...]:
        """The numbers that are fitted to a learner."""
        ...

    @property
    def bounds(self) -> Bounds:
        """Between which values each parameter lies."""
        ...

    def start(self, rating: Rating) -> MemoryState:
        """The state after a first review."""
        ...

    def begun(self, known: Known) -> MemoryState:
        """The state of what another program knew: recall falls to 0.9 after `known.days`."""
        ...

    def recall(self, state: MemoryState, days: float) -> Probability:
        """The probability of recall `days` after the last review."""
        ...

    def after(self, state: MemoryState, rating: Rating, days: float) -> MemoryState:
        """The state after a review `days` after the last one."""
        ...

    def interval(self, state: MemoryState, target: float) -> Days:
        """Days until recall falls to `target`, between 0 and 1."""
        ...
