"""From a score and what clashes to one of the four outcomes."""

from dataclasses import dataclass

from learnt.deck import Point
from learnt.journal import VerdictKind
from learnt.marking.evidence import NAMES, Evidence
from learnt.marking.reasons import of_clash, of_covered, of_missing, of_unsure
from learnt.marking.slots.clash import Clash, ClashKind
from learnt.marking.strictness import Strictness
from learnt.marking.verdict import Verdict

_ABOUT = NAMES.index("recall_new")
_FIRM = (ClashKind.DATE, ClashKind.NUMBER, ClashKind.ROLES, ClashKind.POLARITY, ClashKind.NAME, ClashKind.TERM, ClashKind.EXCHANGE)


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Scores: below `missing` a point was not said, from `covered` on it was.

    With a clash it is in conflict where the score is under `clash` and the answer has at least
    the share `about` of what the point says. Lenient and strict move the bounds by `step`.
    """

    missing: float = 0.3
    covered: float = 0.62
    clash: float = 0.8
    about: float = 0.45
    step: float = 0.12

    def moved(self, strictness: Strictness) -> "Thresholds":
        """The bounds for a learner who wants more or less of an answer."""
        shift = {Strictness.LENIENT: -self.step, Strictness.NORMAL: 0.0, Strictness.STRICT: self.step}
        by = shift[strictness]
        return Thresholds(self.missing + by, self.covered + by, self.clash, self.about, self.step)


def decided(
    point: Point, score: float, evidence: Evidence, thresholds: Thresholds, strictness: Strictness
) -> Verdict:
    """The verdict on a statement."""
    bounds = thresholds.moved(strictness)
    kind, clash = outcome(score, evidence, bounds)
    said = (evidence.beside.window,)
    if clash is not None and kind is VerdictKind.CONFLICT:
        words = clash.said.of(evidence.beside.answer.text)
        reason = of_clash(clash, words)
        return Verdict(point.id, kind, score, (clash.said,), reason, words, clash.wanted)
    if kind is VerdictKind.COVERED:
        return Verdict(point.id, kind, score, said, of_covered(evidence))
    if kind is VerdictKind.UNSURE:
        return Verdict(point.id, kind, score, said, of_unsure(evidence))
    return Verdict(point.id, kind, score, (), of_missing(evidence))


def outcome(
    score: float, evidence: Evidence, bounds: Thresholds
) -> tuple[VerdictKind, Clash | None]:
    """The outcome, and the clash behind it."""
    about = float(evidence.features[_ABOUT])
    for kind in _FIRM:
        clash = next((one for one in evidence.clashes if one.kind is kind), None)
        if clash and about >= bounds.about and score < bounds.clash:
            return VerdictKind.CONFLICT, clash
    if score >= bounds.covered:
        return VerdictKind.COVERED, None
    if score < bounds.missing:
        return VerdictKind.MISSING, None
    return VerdictKind.UNSURE, None

