"""What was asked, as marking needs it."""

from dataclasses import dataclass

from learnt.deck import Point


@dataclass(frozen=True, slots=True)
class Question:
    """The prompt (None for a bare statement), the title above it, and the points to be said.

    `ordered` where the points must come in their order.
    """

    prompt: str | None
    points: tuple[Point, ...]
    title: str | None = None
    ordered: bool = False
