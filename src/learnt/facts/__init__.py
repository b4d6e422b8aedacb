"""Stage `facts`: when, who and what, read from the texts of cards.

In: a `Deck`, the `Language`s it may be in, and what the learner said of its facts. Out:
`CardFacts`, each fact with its span. On the way:

    words (what a language knows) · tokens → dates → names → quantities → events → agreements,
    causes → text (one text, by what was told before it) → reading (a deck, card by card)
"""

from learnt.facts.corrections import FIELDS, Action, Correction, found_again, sleeping, standing
from learnt.facts.language import Language
from learnt.facts.reading import read_facts
from learnt.facts.values import (
    Agreement,
    CardFacts,
    Cause,
    Date,
    Event,
    Fact,
    FactKind,
    Name,
    NameKind,
    Quantity,
    Span,
    TextFacts,
)

__all__ = [
    "FIELDS",
    "Action",
    "Agreement",
    "CardFacts",
    "Cause",
    "Correction",
    "Date",
    "Event",
    "Fact",
    "FactKind",
    "Language",
    "Name",
    "NameKind",
    "Quantity",
    "Span",
    "TextFacts",
    "found_again",
    "read_facts",
    "sleeping",
    "standing",
]
