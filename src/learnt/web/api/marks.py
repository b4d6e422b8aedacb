"""Marks as they are sent: what is proposed for each point, and what was shown of it."""

from typing import Annotated

from msgspec import Meta, Struct

from learnt.errors import UsageError
from learnt.ids import PointId
from learnt.journal import VerdictKind
from learnt.practice import Marked
from learnt.web.api.values import Asked, Id, Share


class Mark(Struct, frozen=True):
    """What marking proposes for a point: `covered`, `missing`, `conflict` or `unsure`.

    `evidence` are the letters of `answer` that speak of it, each from a start to an end; `score`
    is how likely it was said. In a conflict the answer says `said` and the card `wanted`.
    """

    point: Id
    kind: VerdictKind
    score: Share
    evidence: list[tuple[int, int]]
    reason: str
    said: str | None
    wanted: str | None


class MarksShown(Struct, frozen=True):
    """The answer as it was marked, what was found in words, and a mark for each point.

    `open` are the points of which marking is unsure, and of which you have said nothing yet.
    """

    answer: str
    told: str
    marks: list[Mark]
    open: list[Id]


class Proposal(Asked, frozen=True, kw_only=True):
    """What was proposed for a point when the answer was shown."""

    point: Id
    kind: VerdictKind


Proposals = Annotated[tuple[Proposal, ...], Meta(max_length=2_000)]


def marks_shown(marks: Marked | None) -> MarksShown | None:
    """Marks as they are sent; None where nothing was marked."""
    if marks is None:
        return None
    found = [
        Mark(
            one.point,
            one.kind,
            min(1.0, max(0.0, one.score)),
            [(span.start, span.end) for span in one.evidence],
            one.reason,
            one.said,
            one.wanted,
        )
        for one in marks.verdicts
    ]
    return MarksShown(marks.answer, marks.told(), found, sorted(marks.open))


def proposed_of(sent: Proposals) -> dict[PointId, VerdictKind]:
    """What was proposed, by point. Raises UsageError where a point is there twice."""
    found = {PointId(one.point): one.kind for one in sent}
    if len(found) < len(sent):
        raise UsageError("“proposed” has a point twice. Send each point once.")
    return found
