"""A deck is a titled, ordered set of cards."""

from dataclasses import dataclass

from learnt.deck.card import Card
from learnt.deck.tidy import as_tags, one_line
from learnt.ids import DeckId

UNTITLED = "Untitled"


@dataclass(frozen=True, slots=True)
class Deck:
    """Cards under a title; levels of the title are joined by `::`.

    `question` is set where the title is a question that the whole deck answers; `source` says
    where the page came from.
    """

    id: DeckId
    title: str
    cards: tuple[Card, ...] = ()
    question: str | None = None
    tags: tuple[str, ...] = ()
    source: str | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", one_line(self.title) or UNTITLED)
        object.__setattr__(self, "question", one_line(self.question or "") or None)
        object.__setattr__(self, "source", one_line(self.source or "") or None)
        object.__setattr__(self, "tags", as_tags(self.tags))
