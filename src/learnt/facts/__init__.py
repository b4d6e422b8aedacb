"""Stage `facts`: when, who and what, read from the texts of cards.

In: a `Deck`, the `Language`s it may be in, and what the learner said of its facts. Out:
`CardFacts`, each fact with its span. On the way:

    words (what a language knows) · tokens → dates → names → quantities → events → agreements,
    causes → text (one text, by what was told before it) → seen (what a deck names, before any card
    is read) → merging (facts of a card that are one) → reading (a deck, card by card)
"""

from typing import TYPE_CHECKING

from learnt.facts.corrections import (
    FIELDS,
    Action,
    Correction,
    Goal,
    found_again,
    goal_of,
    sleeping,
    standing,
)
from learnt.facts.values import (
    Agreement,
    CardFacts,
    Cause,
    CauseKind,
    Date,
    Event,
    Fact,
    FactKind,
    Name,
    NameKind,
    Quantity,
    Side,
    Span,
    TextFacts,
)

if TYPE_CHECKING:
    from learnt.facts.language import Language as Language
    from learnt.facts.reading import read_facts as read_facts

__all__ = [
    "FIELDS",
    "Action",
    "Agreement",
    "CardFacts",
    "Cause",
    "CauseKind",
    "Correction",
    "Date",
    "Event",
    "Fact",
    "FactKind",
    "Goal",
    "Language",
    "Name",
    "NameKind",
    "Quantity",
    "Side",
    "Span",
    "TextFacts",
    "found_again",
    "goal_of",
    "read_facts",
    "sleeping",
    "standing",
]


def __getattr__(name: str) -> object:
    """Load the readers only when they are asked for: every command knows corrections, few read."""
    if name == "read_facts":
        from learnt.facts.reading import read_facts

        return read_facts
    if name == "Language":
        from learnt.facts.language import Language

        return Language
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
