"""What a made page is filled with: facts, statements and questions with options.

A text of facts has one a line: `front => back`, or `front => point | point`. Nothing here comes
from a page that someone else wrote.
"""

from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Fact:
    """Both sides of a card; two or more `points` are a list."""

    front: str
    points: tuple[str, ...]

    @property
    def back(self) -> str:
        """The answer, a line a point."""
        return "\n".join(self.points)

    @property
    def line(self) -> str:
        """The answer where it has only one line to stand on."""
        return ", ".join(self.points)

    @property
    def is_term(self) -> bool:
        """A term and its definition or translation: nothing that asks, and no list."""
        return len(self.front) <= 40 and len(self.points) == 1 and "?" not in self.front + self.line

    @property
    def gold(self) -> dict[str, Any]:
        """The card as a careful person reads it, in the form that the scorer takes."""
        points = list(self.points) if len(self.points) > 1 else []
        return {"front": self.front, "back": self.back, "points": points}

    @property
    def flat(self) -> "Fact":
        """The same with its list on one line."""
        return replace(self, points=(self.line,))

    @property
    def flipped(self) -> "Fact":
        """The definition first, as some decks have it."""
        return Fact(self.line, (self.front,))


@dataclass(frozen=True, slots=True)
class Subject:
    """A deck's worth of content under a title."""

    title: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A question with options, of which the first is right, and why it is."""

    stem: str
    options: tuple[str, ...]
    why: str = ""


def subject(title: str, text: str) -> Subject:
    """The facts of a text, under a title."""
    facts = []
    for line in text.strip().splitlines():
        front, _, back = line.partition(" => ")
        facts.append(Fact(front.strip(), tuple(point.strip() for point in back.split(" | "))))
    return Subject(title, tuple(facts))
