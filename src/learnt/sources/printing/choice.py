"""What is to be printed, and on which paper."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from learnt.ids import PointId


class Kind(StrEnum):
    """CARDS to cut out, a SHEET with all of the deck, a TEST with its answers on the last page."""

    CARDS = "cards"
    SHEET = "sheet"
    TEST = "test"


class Paper(StrEnum):
    """The sizes that printers have."""

    A4 = "a4"
    LETTER = "letter"


class Known(StrEnum):
    """How well a point is known: NEW was never asked, WEAK is likely to be forgotten, WELL not."""

    NEW = "new"
    WEAK = "weak"
    WELL = "well"


@dataclass(frozen=True, slots=True)
class Choice:
    """A kind and a paper; `known` are the points that are marked with how well they are known."""

    kind: Kind = Kind.SHEET
    paper: Paper = Paper.A4
    known: Mapping[PointId, Known] = field(default_factory=dict)


AS_SHEET = Choice()
