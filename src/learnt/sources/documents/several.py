"""A file that holds several decks: a page for each, or one page for a reader of one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from learnt.deck import Deck, Problem, plain
from learnt.sources.documents.extracted import Extract, Piece


@dataclass(frozen=True, slots=True)
class DeckRead:
    """A deck, and what is to be said of it."""

    deck: Deck
    problems: tuple[Problem, ...]


def as_pieces(decks: Sequence[DeckRead], name: str) -> tuple[Piece, ...]:
    """A page for each deck, in our own text."""
    return tuple(
        Piece(f"{name}: {one.deck.title}", plain.write(one.deck).encode(), one.problems)
        for one in decks
    )


def as_one(decks: Sequence[DeckRead], name: str) -> Extract:
    """All of it as one deck; where there are several, each card has its deck's title as a tag."""
    problems = tuple(problem for one in decks for problem in one.problems)
    deck = decks[0].deck
    if len(decks) > 1:
        cards = (
            replace(card, tags=(*card.tags, one.deck.title))
            for one in decks
            for card in one.deck.cards
        )
        deck = replace(deck, title=PurePath(name).stem, cards=tuple(cards))
    return Extract(plain.write(deck), problems, document=False)
