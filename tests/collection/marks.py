"""A marker that does as it is told by signs in the answer, and heeds the wordings it is given.

In `rose 1+ fell 2! perhaps 3?` the first point is covered by “rose”, the second in conflict with
“fell”, and the third is unsure of “perhaps”; a point without a sign is missing.
"""

import re
from dataclasses import dataclass, field

from learnt import Collection
from learnt.collection import KeptMarker
from learnt.deck import Point
from learnt.facts import Span
from learnt.journal import VerdictKind
from learnt.marking import Question, Strictness, Verdict

COVERED, MISSING, CONFLICT, UNSURE = VerdictKind
SIGNS = {"+": COVERED, "!": CONFLICT, "?": UNSURE}


@dataclass
class Signs:
    """`asked` is what it was called with."""

    asked: list[tuple[Question, str, Strictness]] = field(default_factory=list)

    def mark(
        self, question: Question, answer: str, strictness: Strictness = Strictness.NORMAL
    ) -> tuple[Verdict, ...]:
        self.asked.append((question, answer, strictness))
        points = enumerate(question.points, start=1)
        return tuple(self._verdict(number, point, answer) for number, point in points)

    def bounded(self, missing: float, covered: float) -> "Signs":
        return self

    def _verdict(self, number: int, point: Point, answer: str) -> Verdict:
        for wordings, kind in ((point.refused, MISSING), (point.accepted, COVERED)):
            for one in wordings:
                if (at := answer.lower().find(one.lower())) >= 0:
                    span = (Span(at, at + len(one)),)
                    return Verdict(point.id, kind, 1.0, span, "You taught me.")
        found = re.search(rf"(\w+) {number}([+!?])", answer)
        if found is None:
            return Verdict(point.id, MISSING, 0.0, (), "Nothing speaks of it.")
        kind, span = SIGNS[found[2]], (Span(*found.span(1)),)
        if kind is CONFLICT:
            return Verdict(point.id, kind, 0.2, span, "They differ.", found[1], point.text)
        return Verdict(point.id, kind, 0.5, span, f"Because of “{found[1]}”.")


def mark_by_signs(collection: Collection) -> Signs:
    """Let a collection mark by signs."""
    signs = Signs()
    collection.marker = KeptMarker(lambda: signs)
    return signs


class Broken:
    """What cannot even be loaded."""

    def __init__(self, collection: Collection) -> None:
        collection.marker = KeptMarker(self.load)

    def load(self) -> Signs:
        raise ImportError("the weights are gone")
