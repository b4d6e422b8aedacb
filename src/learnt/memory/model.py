"""What every memory model offers, and the state it keeps of one point."""

from dataclasses import dataclass
from typing import NewType, Protocol

from learnt.clock import Days
from learnt.journal import Rating

Probability = NewType("Probability", float)


@dataclass(frozen=True, slots=True)
class MemoryState:
    """A memory in FSRS's terms.

    `stability`: days until recall falls to 0.9. `difficulty`: 1 (easy) to 10.
    """

    stability: float
    difficulty: float


class MemoryModel(Protocol):
    """Recall as a function of time since a review, and the step a review makes."""

    def start(self, rating: Rating) -> MemoryState:
        """The state after a first review."""
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
