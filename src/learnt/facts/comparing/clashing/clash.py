"""Words of two pieces that cannot both be right, if the two are on one thing."""

from collections.abc import Mapping
from typing import NamedTuple

from learnt.facts.comparing.values import About
from learnt.facts.values import Span


class Clash(NamedTuple):
    """In what they disagree, and the words of each that do, by the letters of its point.

    `signs` are what speaks for it and against it, to be weighed. A `plain` one is no matter of
    odds: two days of one treaty, two names exchanged.
    """

    about: About
    a: Span
    b: Span
    signs: Mapping[str, float] = {}
    plain: bool = False
