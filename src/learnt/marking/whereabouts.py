"""Where spans of a tidied text stand in the text as it was typed."""

from collections.abc import Sequence
from functools import lru_cache

from learnt.facts.values import Span


def spans_in(typed: str, tidied: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The same stretches in the typed text, of which tidying only takes letters away."""
    if typed == tidied or not spans:
        return tuple(spans)
    places = _places(typed, tidied)
    return tuple(
        Span(
            places[one.start], places[one.end - 1] + 1 if one.end > one.start else places[one.start]
        )
        for one in spans
    )


@lru_cache(maxsize=16)
def _places(typed: str, tidied: str) -> list[int]:
    """By letter of the tidied text: where it stands in the typed one.

    Kept for the other points of the same answer.
    """
    found = []
    at = 0
    for letter in tidied:
        here = at
        while here < len(typed) and typed[here] != letter and not _both_blank(typed[here], letter):
            here += 1
        if here < len(typed):
            found.append(here)
            at = here + 1
        else:  # a letter that was replaced: it stands where the one before it ended
            found.append(min(at, len(typed) - 1))
    return [*found, len(typed) - 1]


def _both_blank(one: str, two: str) -> bool:
    return one.isspace() and two.isspace()
