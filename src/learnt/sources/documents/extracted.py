"""What is taken out of a document."""

from collections.abc import Callable
from dataclasses import dataclass

from learnt.deck import Problem

Progress = Callable[[int, int], None]
"""Is told how many pages of how many were read."""


@dataclass(frozen=True, slots=True)
class Extract:
    """The text of a document, or of what is none, and what could not be read of it."""

    text: str
    problems: tuple[Problem, ...] = ()
    document: bool = True


@dataclass(frozen=True, slots=True)
class Piece:
    """A page within a file: the name to show for it, its bytes, and what is to be said of it."""

    name: str
    data: bytes
    problems: tuple[Problem, ...] = ()
