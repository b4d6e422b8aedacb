"""One thing that an answer says otherwise than the card."""

from dataclasses import dataclass
from enum import StrEnum

from learnt.facts.values import Span


class ClashKind(StrEnum):
    """In what they differ."""

    DATE = "date"
    NUMBER = "number"
    NAME = "name"
    TERM = "term"
    POLARITY = "polarity"
    ROLES = "roles"
    EXCHANGE = "exchange"


@dataclass(frozen=True, slots=True)
class Clash:
    """What differs: `said` stands in the answer, and `wanted` are the words of the card."""

    kind: ClashKind
    said: Span
    wanted: str
