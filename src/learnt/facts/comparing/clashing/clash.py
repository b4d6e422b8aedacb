"""Words of two pieces that cannot both be right."""

from typing import NamedTuple

from learnt.facts.comparing.values import About
from learnt.facts.values import Span


class Clash(NamedTuple):
    """In what they disagree, and the words of each that do, by the letters of its point."""

    about: About
    a: Span
    b: Span
