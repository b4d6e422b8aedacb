"""What a learner decided of two points that were held against each other."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from learnt.facts.comparing.values import Comparison, Conflict, Same
from learnt.ids import CardId, CorrectionId, PointId


class Choice(StrEnum):
    """One side is right and the other was mended; both stay; or they are not about one thing."""

    RIGHT = "right"
    KEEP = "keep"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Side:
    """A point, and what it said when the learner decided."""

    card: CardId
    point: PointId
    text: str


@dataclass(frozen=True, slots=True)
class Settlement:
    """A decision on two points. `right` is the point that is, where one is.

    It counts as long as both say what they said then: a point that is changed later may be
    compared anew.
    """

    id: CorrectionId
    a: Side
    b: Side
    choice: Choice
    right: PointId | None = None
    note: str = ""


def unsettled(found: Comparison, settled: Iterable[Settlement]) -> Comparison:
    """What was found, without what the learner has decided."""
    done = {_pair((one.a.point, one.a.text), (one.b.point, one.b.text)) for one in settled}
    return Comparison(
        tuple(one for one in found.same if _pair_of(one) not in done),
        tuple(one for one in found.conflicts if _pair_of(one) not in done),
    )


def _pair_of(one: Same | Conflict) -> frozenset[tuple[PointId, str]]:
    return _pair((one.a.point, one.a.text), (one.b.point, one.b.text))


def _pair(one: tuple[PointId, str], two: tuple[PointId, str]) -> frozenset[tuple[PointId, str]]:
    return frozenset((one, two))
