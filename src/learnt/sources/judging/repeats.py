"""Cards that stand on a page twice, or a whole deck that was copied twice: each is read once.

The lines of what is left out are said: its first line in a Problem with the line where the card
stands already, the others as furniture. Where nearly half of the page repeats the other half, one
Problem says so for all.
"""

from dataclasses import replace

from learnt.deck import Problem
from learnt.deck.tidy import same_text, tidy
from learnt.sources.intake.mending import opened
from learnt.sources.layouts.base import Draft, Proposal
from learnt.sources.page import Page

_WHOLE, _LEAST = 0.4, 3  # the share and number of repeats that make a deck copied twice

_Key = tuple[str, tuple[str, ...]]


def without_repeats(page: Page, proposal: Proposal) -> Proposal:
    """The proposal with each card once."""
    seen: dict[_Key, int] = {}
    kept: list[Draft] = []
    repeated: list[tuple[Draft, int]] = []
    for draft in proposal.cards:
        key = _key(draft)
        if key[1] and key in seen:
            repeated.append((draft, seen[key]))
        else:
            seen.setdefault(key, draft.first)
            kept.append(draft)
    if not repeated:
        return proposal
    whole = len(repeated) >= max(_LEAST, _WHOLE * len(proposal.cards))
    problems = (
        [Problem(None, page.name, _TWICE.format(len(repeated)))]
        if whole
        else [
            Problem(draft.first, page.raw[draft.first - 1].strip(), _AGAIN.format(line))
            for draft, line in repeated
        ]
    )
    return replace(
        proposal,
        cards=tuple(kept),
        problems=(*proposal.problems, *problems),
        repeats=len(repeated),
        furniture=proposal.furniture | _lines(kept, [draft for draft, _ in repeated]),
    )


_TWICE = "This page holds {} of its cards twice; each was kept once."
_AGAIN = "This card stands on line {} already; it was kept once."


def _key(draft: Draft) -> _Key:
    prompt, (point, *more) = draft.prompt or "", draft.points or ("",)
    if not more and point.isprintable() and prompt.isprintable():
        return same_text(prompt), (same_text(point),) if point else ()
    points = (same_text(text) for point in opened(draft.points) if (text := tidy(point)))
    return same_text(tidy(draft.prompt or "")), tuple(dict.fromkeys(points))


def _lines(kept: list[Draft], gone: list[Draft]) -> frozenset[int]:
    """The lines of the cards that are left out, as far as no other card stands on them."""
    there = {n for draft in kept for n in range(draft.first, draft.last + 1)}
    lines = {n for draft in gone for n in range(draft.first, draft.last + 1)}
    return frozenset(lines - there)
