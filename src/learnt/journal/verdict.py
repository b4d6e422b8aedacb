"""What marking may propose for a point; the learner has the last word."""

from enum import StrEnum


class VerdictKind(StrEnum):
    """COVERED: said. MISSING: not said. CONFLICT: said otherwise. UNSURE: ask the learner."""

    COVERED = "covered"
    MISSING = "missing"
    CONFLICT = "conflict"
    UNSURE = "unsure"
