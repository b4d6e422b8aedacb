"""From a score and what clashes to one of the four outcomes."""

from dataclasses import dataclass, replace

from learnt.deck import Point
from learnt.journal import VerdictKind
from learnt.marking.evidence import NAMES, Evidence
from learnt.marking.reasons import of_clash, of_covered, of_missing, of_unsure
from learnt.marking.slots.clash import Clash, ClashKind
from learnt.marking.strictness import Strictness
from learnt.marking.verdict import Verdict

_ABOUT = NAMES.index("recall_new")
_SURE = (ClashKind.DATE, ClashKind.NUMBER)
"""Clashes that are rarely wrong; the others count where the score is low as well."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Scores: below `missing` a point was not said, from `covered` on it was.

    With a clash, where the answer has at least the share `about` of what the point says, it is in
    conflict under `clash` (`sure` for a date or a number) and doubtful under `doubt`.
    Lenient and strict move the first two by `step`.
    """

    missing: float = 0.26
    covered: float = 0.66
    clash: float = 0.5
    sure: float = 0.8
    doubt: float = 0.8
    about: float = 0.45
    step: float = 0.12

    def moved(self, strictness: Strictness) -> "Thresholds":
        """The bounds for a learner who wants more or less of an answer."""
        shift = {
            Strictness.LENIENT: -self.step,
            Strictness.NORMAL: 0.0,
            Strictness.STRICT: self.step,
        }
        by = shift[strictness]
        return replace(self, missing=self.missing + by, covered=self.covered + by)


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
    clash = clash_of(evidence, bounds)
    return judged(score, is_sure(clash), bounds), clash


def judged(score: float, sure: bool | None, bounds: Thresholds) -> VerdictKind:  # noqa: FBT001 - a third state
    """The outcome of a score; `sure` is None without a clash, else whether it is rarely wrong."""
    if sure is not None:
        if score < (bounds.sure if sure else bounds.clash):
            return VerdictKind.CONFLICT
        if score < bounds.doubt:
            return VerdictKind.UNSURE
    if score >= bounds.covered:
        return VerdictKind.COVERED
    return VerdictKind.MISSING if score < bounds.missing else VerdictKind.UNSURE


def is_sure(clash: Clash | None) -> bool | None:
    """Whether a clash is of a kind that is rarely wrong; None for none."""
    return None if clash is None else clash.kind in _SURE


def clash_of(evidence: Evidence, bounds: Thresholds) -> Clash | None:
    """The surest clash, where the answer speaks of the point at all."""
    if float(evidence.features[_ABOUT]) < bounds.about:
        return None
    return min(evidence.clashes, key=lambda one: one.kind not in _SURE, default=None)
