"""Marks a typed answer point by point."""

from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.fuzz import token_set_ratio

from learnt.facts.values import Span
from learnt.journal import VerdictKind
from learnt.marking.question import Question
from learnt.marking.verdict import Verdict


class Strictness(StrEnum):
    """How much an answer must say for a point to count as said."""

    LENIENT = "lenient"
    NORMAL = "normal"
    STRICT = "strict"


@dataclass(frozen=True)
class Marker:
    """Marks answers; pure and deterministic, with all that is learnt from data passed in."""

    def mark(
        self, question: Question, answer: str, strictness: Strictness = Strictness.NORMAL
    ) -> tuple[Verdict, ...]:
        """A verdict for every point of the question, in its order."""
        return tuple(self._verdict(point.id, point.text, answer) for point in question.points)

    def _verdict(self, point: object, text: str, answer: str) -> Verdict:
        score = token_set_ratio(text.lower(), answer.lower()) / 100
        kind = VerdictKind.COVERED if score >= 0.6 else VerdictKind.MISSING
        span = (Span(0, len(answer)),) if kind is VerdictKind.COVERED else ()
        return Verdict(point, kind, score, span, "The words agree.")  # type: ignore[arg-type]
