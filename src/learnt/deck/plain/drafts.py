"""What a reader has in hand while it reads: lines sorted to their places, nothing judged yet."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from learnt.deck.problem import Problem
from learnt.deck.tidy import one_line

_SHOWN = 400
"""Characters of a line that a problem looks at; `Problem` itself keeps fewer."""


@dataclass(slots=True)
class FieldDraft:
    """A `word: value` with the lines of its value; `base` is the column it starts in."""

    word: str
    number: int
    base: int
    lines: list[str]


@dataclass(slots=True)
class PointDraft:
    """A point as it stands; its text starts in column `content`."""

    number: int
    id: str | None
    lines: list[str]
    numbered: bool
    content: int
    fields: list[FieldDraft] = field(default_factory=list)


@dataclass(slots=True)
class CardDraft:
    """A card as it stands; `bare` is one bullet that is a card of its own."""

    number: int
    id: str | None = None
    prompt: list[str] = field(default_factory=list)
    bare: bool = False
    points: list[PointDraft] = field(default_factory=list)
    fields: list[FieldDraft] = field(default_factory=list)


@dataclass(slots=True)
class DeckDraft:
    """A page as it stands; `title_line` is None until a title was read."""

    title_line: int | None = None
    title: str = ""
    id: str | None = None
    fields: list[FieldDraft] = field(default_factory=list)
    cards: list[CardDraft] = field(default_factory=list)


class Problems:
    """The problems of a page, collected in any order and listed by line."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._found: list[Problem] = []

    def add(self, number: int | None, why: str) -> None:
        """List line `number` (from 1; None for the whole page) with the reason."""
        text = "" if number is None else one_line(self._lines[number - 1][:_SHOWN])
        self._found.append(Problem(number, text, why))

    def listed(self) -> tuple[Problem, ...]:
        """All problems, by line."""
        return tuple(sorted(self._found, key=lambda problem: problem.line or 0))
