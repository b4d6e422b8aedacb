"""What the marking of points is worth, counted."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from learnt.journal import VerdictKind

CAUGHT = ("wrong_date", "wrong_number", "wrong_name", "negated", "role_swap", "fact_swap")


@dataclass(frozen=True, slots=True)
class Marked:
    """One point: what was claimed, what the gold says, and which kind of answer it was."""

    kind: VerdictKind
    gold: str
    answer_kind: str
    subject: str = ""


@dataclass
class Tally:
    """Counts of marked points."""

    points: list[Marked] = field(default_factory=list)

    def add(
        self, kinds: Iterable[VerdictKind], gold: Sequence[str], answer: str, subject: str
    ) -> None:
        """One answer."""
        self.points += [Marked(k, g, answer, subject) for k, g in zip(kinds, gold, strict=True)]

    def numbers(self) -> dict[str, float]:
        """The measures by name. An unsure point counts half right; shares are of 1."""
        points = self.points
        said = [one for one in points if one.gold == "covered"]
        unsaid = [one for one in points if one.gold != "covered"]
        sure = [one for one in points if one.kind is not VerdictKind.UNSURE]
        right = sum((one.kind is VerdictKind.COVERED) == (one.gold == "covered") for one in sure)
        unsure = len(points) - len(sure)
        claims = defaultdict(list)
        for one in points:
            claims[one.kind].append(one)
        return {
            "points": len(points),
            "accuracy": (right + unsure / 2) / max(1, len(points)),
            "unsure": unsure / max(1, len(points)),
            "credit to a wrong point": _share(unsaid, lambda one: one.kind is VerdictKind.COVERED),
            "false conflicts": _share(said, lambda one: one.kind is VerdictKind.CONFLICT),
            "covered right": _share(claims[VerdictKind.COVERED], lambda one: one.gold == "covered"),
            "missing right": _share(claims[VerdictKind.MISSING], lambda one: one.gold != "covered"),
            "four outcomes": sum(one.kind.value == one.gold for one in points)
            / max(1, len(points)),
        }

    def caught(self) -> dict[str, tuple[int, int, int]]:
        """By kind of error: points in conflict, how many got no credit, how many told as such."""
        found: dict[str, tuple[int, int, int]] = {}
        for kind in CAUGHT:
            them = [p for p in self.points if p.answer_kind == kind and p.gold == "conflict"]
            uncredited = sum(one.kind is not VerdictKind.COVERED for one in them)
            told = sum(one.kind is VerdictKind.CONFLICT for one in them)
            found[kind] = len(them), uncredited, told
        return found

    def by_kind(self) -> dict[str, float]:
        """Accuracy by kind of answer, unsure half right."""
        right: dict[str, float] = defaultdict(float)
        total: Counter[str] = Counter()
        for one in self.points:
            total[one.answer_kind] += 1
            if one.kind is VerdictKind.UNSURE:
                right[one.answer_kind] += 0.5
            else:
                right[one.answer_kind] += (one.kind is VerdictKind.COVERED) == (
                    one.gold == "covered"
                )
        return {kind: right[kind] / total[kind] for kind in sorted(total)}


def _share(points: Sequence[Marked], holds: Callable[[Marked], bool]) -> float:
    return sum(map(holds, points)) / len(points) if points else float("nan")


def macro_f1(said: Sequence[bool], claimed: Sequence[bool]) -> float:
    """The mean of the F1 of both classes, as SemEval-2013 counts."""
    scores = []
    for side in (True, False):
        hit = sum(one == side and two == side for one, two in zip(said, claimed, strict=True))
        wrong = sum(one != side and two == side for one, two in zip(said, claimed, strict=True))
        missed = sum(one == side and two != side for one, two in zip(said, claimed, strict=True))
        scores.append(2 * hit / (2 * hit + wrong + missed) if hit else 0.0)
    return sum(scores) / 2
