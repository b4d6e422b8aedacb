"""A typed answer with what marking proposes for it, which the learner confirms or puts right."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from learnt.deck import Point
from learnt.ids import PointId
from learnt.journal import Outcome, VerdictKind
from learnt.practice.wording import wording_of

if TYPE_CHECKING:  # what marks is loaded when an answer is marked: a sitting need not wait for it
    from learnt.marking import Verdict


@dataclass(frozen=True, slots=True)
class Marked:
    """A verdict for each point of an answer; `settled` are the points that the learner spoke of."""

    answer: str
    verdicts: tuple["Verdict", ...]
    settled: frozenset[PointId] = frozenset()

    @property
    def said(self) -> frozenset[PointId]:
        """The points that are ticked at first: those that were found to be said, and no others."""
        return frozenset(one.point for one in self._of(VerdictKind.COVERED))

    @property
    def open(self) -> frozenset[PointId]:
        """The points of which marking is unsure, and the learner has not said yet."""
        return frozenset(one.point for one in self._of(VerdictKind.UNSURE)) - self.settled

    def settling(self, points: Iterable[PointId]) -> "Marked":
        """The same when the learner has spoken of these points too."""
        return replace(self, settled=self.settled.union(points))

    def told(self) -> str:
        """What was found, in words: `2 of 4 points said, 1 differs, 1 unsure`."""
        found = {kind: len(self._of(kind)) for kind in VerdictKind}
        parts = [f"{found[VerdictKind.COVERED]} of {len(self.verdicts)} points said"]
        if len(self.verdicts) == 1:
            parts = ["Said"] if found[VerdictKind.COVERED] else ["Not found in your answer"]
        if differ := found[VerdictKind.CONFLICT]:
            parts.append(f"{differ} differs" if differ == 1 else f"{differ} differ")
        if unsure := found[VerdictKind.UNSURE]:
            parts.append(f"{unsure} unsure")
        if len(self.verdicts) == 1 and (differ or unsure):
            parts = ["It differs from the card"] if differ else ["Not sure: is it there?"]
        return ", ".join(parts)

    def noted(self, outcomes: Iterable[Outcome], points: Sequence[Point]) -> tuple[Outcome, ...]:
        """The outcomes with what was proposed, and the words of the answer that it was about.

        A point left open taught nothing, so it is noted without words. The rating of a card of
        one point says whether the point was said.
        """
        left_open = self.open if len(points) > 1 else frozenset()
        by_point = {one.point: one for one in self.verdicts}
        texts = {point.id: point.text for point in points}
        noted = []
        for each in outcomes:
            verdict = by_point.get(each.point)
            if verdict is None:
                noted.append(each)
                continue
            words = None
            if each.point not in left_open:
                elsewhere = [span for one in self._others(verdict) for span in one.evidence]
                said, text = each.rating.passed, texts.get(each.point, "")
                words = wording_of(self.answer, verdict.evidence, elsewhere, text, said=said)
            noted.append(replace(each, proposed=verdict.kind, wording=words))
        return tuple(noted)

    def _of(self, kind: VerdictKind) -> list["Verdict"]:
        return [one for one in self.verdicts if one.kind is kind]

    def _others(self, verdict: "Verdict") -> list["Verdict"]:
        return [one for one in self.verdicts if one.point != verdict.point]
