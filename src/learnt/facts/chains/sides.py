"""Which sides of links are one step: parts of a text that hold each other.

A link with a prompt holds a whole point, and within the point there may be links as well: "the
rains failed, so the crops died" is a reason for the famine by what it comes to. So a whole that
holds links stands for the last effects within it where it is a cause, and for the first causes
within it where it is an effect.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from learnt.facts.values import Span

Link = tuple[Span | None, Span | None]
"""The sides of a link that stand in one text."""


@dataclass(slots=True)
class _Part:
    """A side with those that stand within it, no other between."""

    span: Span
    within: list["_Part"] = field(default_factory=list)


Ends = dict[Span, tuple[Span, ...]]
"""By side: the steps that it is."""


def ends_of(links: Sequence[Link]) -> tuple[Ends, Ends]:
    """By side: the steps that it is where it is a cause, and where it is an effect."""
    sides = {side for link in links for side in link if side is not None}
    causes = {cause for cause, effect in links if cause is not None and effect is not None}
    effects = {effect for cause, effect in links if cause is not None and effect is not None}
    as_cause: Ends = {}
    as_effect: Ends = {}
    for part in _innermost_first(sides):
        as_cause[part.span] = as_effect[part.span] = (part.span,)
        inner = [one.span for one in part.within]
        last = [one for one in inner if one in effects and one not in causes]
        first = [one for one in inner if one in causes and one not in effects]
        if last and first:
            as_cause[part.span] = tuple(end for one in last for end in as_cause[one])
            as_effect[part.span] = tuple(end for one in first for end in as_effect[one])
        elif len(inner) == 1 and _is_most_of(inner[0], part.span):
            as_cause[inner[0]] = as_effect[inner[0]] = (part.span,)
    return as_cause, as_effect


def _innermost_first(sides: Iterable[Span]) -> Sequence[_Part]:
    """Every side with what it holds, each behind those within it."""
    found: list[_Part] = []
    open_parts: list[_Part] = []
    for span in sorted(sides, key=lambda one: (one.start, -one.end)):
        while open_parts and not open_parts[-1].span.covers(span):
            found.append(open_parts.pop())
        part = _Part(span)
        if open_parts:
            open_parts[-1].within.append(part)
        open_parts.append(part)
    return [*found, *reversed(open_parts)]


def _is_most_of(inner: Span, outer: Span) -> bool:
    return 2 * (inner.end - inner.start) >= outer.end - outer.start
