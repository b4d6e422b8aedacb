"""What marking proposes for one point, with the words that earned it."""

from dataclasses import dataclass

from learnt.facts.values import Span
from learnt.ids import PointId
from learnt.journal import VerdictKind


@dataclass(frozen=True, slots=True)
class Verdict:
    """A proposal for one point, for the learner to confirm or correct.

    `score` (0-1) is how likely the point was said; `evidence` are the parts of the answer that
    speak of it, as spans of the text as it was typed; `reason` is a plain sentence. In a conflict
    `said` are the words of the answer and `wanted` those of the card.
    """

    point: PointId
    kind: VerdictKind
    score: float
    evidence: tuple[Span, ...]
    reason: str
    said: str | None = None
    wanted: str | None = None
