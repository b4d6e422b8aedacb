"""A chain of causes, as a value."""

from dataclasses import dataclass

from learnt.facts.values import CauseKind
from learnt.ids import CardId, PointId


@dataclass(frozen=True, slots=True)
class Step:
    """Something that led to another thing, or came of one, in the words of a card.

    `point` is None where it is what a prompt asks about. `column` counts from 0, the causes first.
    """

    text: str
    card: CardId
    point: PointId | None
    front: str | None
    column: int = 0

    @property
    def asked(self) -> bool:
        """Whether it is what a prompt asks about."""
        return self.point is None and self.front is not None


@dataclass(frozen=True, slots=True)
class Arrow:
    """From one step of a chain to another, by their numbers from 0.

    `words` are those that tell it, "" where a prompt asks why, and `leads` whether they stand
    between the two as the arrow does ("led to", not "because"). `back` is an arrow that goes
    round: what it leads to is before it in the chain.
    """

    cause: int
    effect: int
    kind: CauseKind
    words: str
    leads: bool
    back: bool = False

    @property
    def label(self) -> str:
        """What is written at the arrow: "led to", "if", or nothing."""
        return self.words.lower() if self.leads or self.kind is CauseKind.CONDITION else ""


@dataclass(frozen=True, slots=True)
class Chain:
    """Steps from left to right, each column from top to bottom, and the arrows between them."""

    steps: tuple[Step, ...]
    arrows: tuple[Arrow, ...]

    @property
    def columns(self) -> int:
        """How many steps follow each other at most."""
        return 1 + max((one.column for one in self.steps), default=-1)

    @property
    def about(self) -> str:
        """What a prompt asks in it, else the prompt of its first card, else its first words."""
        asked = next((one.text for one in reversed(self.steps) if one.asked), None)
        front = next((one.front for one in self.steps if one.front), None)
        return asked or front or self.steps[0].text
