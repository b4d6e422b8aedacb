"""How much an answer must say for a point to count as said: the learner's choice."""

from enum import StrEnum


class Strictness(StrEnum):
    """LENIENT asks and doubts less, STRICT more."""

    LENIENT = "lenient"
    NORMAL = "normal"
    STRICT = "strict"
