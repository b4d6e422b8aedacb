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
    """`said` stands in the answer, `wanted` in the point; `other` holds text where both are told
    in other words than a span of them.
    """

    kind: ClashKind
    said: Span
    wanted: str
