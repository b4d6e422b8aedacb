"""A sign where it links."""

from enum import StrEnum

from learnt.facts.causes.signs import Role
from learnt.facts.light import value


class Before(StrEnum):
    """What stands before a mark: words of its own, or some that stand for what was said before."""

    WORDS = "words"
    THIS = "this"
    IT = "it"
    WHOLE = "whole"  # the mark stands within the effect: the club was therefore not liable


@value(frozen=True, slots=True)
class Mark:
    """Tokens `place` up to `end` link what ends at `before_end` with what begins at `end`.

    `closes` are the tokens of a verb's last part, at which that ends: it is None for other words.
    """

    place: int
    end: int
    role: Role
    before_end: int
    before: Before = Before.WORDS
    closes: range | None = None

    @property
    def past(self) -> int:
        """The token from which another mark may stand."""
        return self.closes.stop if self.closes else self.end

    @property
    def forward(self) -> bool:
        """Whether the cause stands before it."""
        return self.role not in (Role.BECAUSE, Role.CONDITION)
