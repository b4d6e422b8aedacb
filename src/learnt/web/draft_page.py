"""What the page of a draft shows, whole or in parts: counts, what was said, rows of cards."""

from typing import Any

from learnt.collection import Draft
from learnt.sources import (
    Correction,
    Said,
    correction_told,
    remembered_told,
    separator_told,
)
from learnt.web.asked import Asked
from learnt.web.draft_rows import doubtful, rows_of

CARDS_A_PAGE = 25
SHORT = 20_000
"""Letters up to which a page's text stands above its cards; a longer one has a page of its own."""


def values_of(draft: Draft, asked: Asked) -> dict[str, Any]:
    """What the templates of a draft are given."""
    total = len(draft.deck.cards)
    last = max(0, (total - 1) // CARDS_A_PAGE)
    at = min(asked.page_number() - 1, last)
    rows = rows_of(draft, at * CARDS_A_PAGE, CARDS_A_PAGE)
    source, reading = source_of(draft), draft.reading
    checks = _checks(draft)
    return {
        "source": source if len(source) <= SHORT else None,
        "draft": draft,
        "points": sum(len(card.points) for card in draft.kept),
        "doubtful": len(checks),
        "checks": checks,
        "after": dict(zip(list(checks)[:-1], list(checks.values())[1:], strict=True)),
        "whole_page": [one for one in reading.problems if one.line is None],
        "window": rows,
        "size": CARDS_A_PAGE,
        "at": at + 1,
        "separator": separator_told(reading.separator),
        "said": [(correction_told(one), one) for one in _shown(draft)],
        "of_page": {one.said for one in reading.corrections if one.line is None},
        "remembered": remembered_told(reading),
        "can_be_turned": bool(total),
        "reread": False,
    }


def source_of(draft: Draft) -> str:
    """The page's own text."""
    return "\n".join(draft.reading.lines)


def _shown(draft: Draft) -> list[Correction]:
    """The corrections that are listed; the buttons of the page show what is said of all of it."""
    return [
        one
        for one in draft.reading.corrections
        if one.line is not None or one.said is Said.FURNITURE
    ]


def _checks(draft: Draft) -> dict[str, str]:
    """The cards to be checked, in their order, and the address of each."""
    return {
        card.id: f"/add/{draft.id}?page={place // CARDS_A_PAGE + 1}#card-{card.id}"
        for place, card in enumerate(draft.deck.cards)
        if card.id not in draft.dropped and doubtful(draft, card)
    }
