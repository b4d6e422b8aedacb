"""What comes out when cards are compared: the same told twice, and what cannot both be right."""

from dataclasses import dataclass
from enum import StrEnum

from learnt.facts.values import Span
from learnt.ids import CardId, PointId

_LIKELY = -0.5
"""Log odds from which on two points are shown as saying the same without being asked."""


class About(StrEnum):
    """In what two cards disagree."""

    DATE = "date"
    ACTOR = "actor"
    NUMBER = "number"
    OUTCOME = "outcome"


@dataclass(frozen=True, slots=True)
class Told:
    """One point of a card, as it was compared."""

    card: CardId
    point: PointId
    front: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Same:
    """Two points that seem to tell one thing.

    `score` is the log of the odds for that, and `why` says what they have in common.
    """

    a: Told
    b: Told
    score: float
    why: str

    @property
    def is_likely(self) -> bool:
        """Whether it is more than a guess; the rest is for who looks for doubles."""
        return self.score >= _LIKELY


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two points that tell one thing and cannot both be right.

    `a_span` and `b_span` are the words that disagree, each in the text of its point.
    """

    a: Told
    b: Told
    about: About
    a_span: Span
    b_span: Span
    score: float

    @property
    def a_says(self) -> str:
        """The words of `a` that disagree with those of `b`."""
        return self.a_span.of(self.a.text)

    @property
    def b_says(self) -> str:
        """The words of `b`."""
        return self.b_span.of(self.b.text)


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that was found, the surest first. A pair is in one of the two only."""

    same: tuple[Same, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
