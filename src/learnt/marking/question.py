"""What was asked, as marking needs it."""

from dataclasses import dataclass, replace

from learnt.deck import Point
from learnt.deck.files import has_files, without_files


@dataclass(frozen=True, slots=True)
class Question:
    """The prompt (None for a bare statement), the title above it, and the points to be said.

    `ordered` where the points must come in their order. Pictures and sounds are in none of the
    texts: nobody types them.
    """

    prompt: str | None
    points: tuple[Point, ...]
    title: str | None = None
    ordered: bool = False

    def __post_init__(self) -> None:
        if self.prompt is not None and has_files(self.prompt):
            object.__setattr__(self, "prompt", without_files(self.prompt))
        if any(has_files(point.text) for point in self.points):
            points = tuple(replace(one, text=without_files(one.text)) for one in self.points)
            object.__setattr__(self, "points", points)
