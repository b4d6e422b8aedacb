"""Where cards stand in their decks, and moving them to another place."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, func, select, update

from learnt.ids import CardId, DeckId
from learnt.store.schema import card

_CHUNK = 500
_ROOM = 1000
"""Places made free at a time, so that the next card before the same one moves no other."""


@dataclass(frozen=True)
class Places:
    """The order of cards, within one transaction. Places rise within a deck and have gaps."""

    connection: Connection

    def of(self, cards: Sequence[CardId]) -> dict[CardId, tuple[DeckId, int]]:
        """The deck and the place of each of these cards that is there."""
        found: dict[CardId, tuple[DeckId, int]] = {}
        for start in range(0, len(cards), _CHUNK):
            chunk = cards[start : start + _CHUNK]
            rows = self.connection.execute(
                select(card.c.id, card.c.deck, card.c.position).where(card.c.id.in_(chunk))
            )
            found.update((CardId(row[0]), (DeckId(row[1]), row[2])) for row in rows)
        return found

    def room(self, deck: DeckId, count: int, before: int | None = None) -> int:
        """The first of so many free places in a row, at a deck's end or before one that is taken.

        Where there is no gap, the cards from `before` on are moved up.
        """
        in_deck = card.c.deck == deck
        greatest = select(func.max(card.c.position)).where(in_deck)
        if before is not None:
            greatest = greatest.where(card.c.position < before)
        last: int | None = self.connection.scalar(greatest)
        if before is None:
            return 0 if last is None else last + 1
        if last is None:
            return before - count
        if before - last <= count:
            up = max(count, _ROOM)
            self.connection.execute(
                update(card)
                .where(in_deck, card.c.position >= before)
                .values(position=card.c.position + up)
            )
        return last + 1

    def move(self, cards: Sequence[CardId], deck: DeckId, first: int) -> None:
        """Put cards into a deck, in this order from a place on that is free."""
        self.connection.execute(
            update(card)
            .where(card.c.id == bindparam("moved"))
            .values(deck=bindparam("to"), position=bindparam("place")),
            [{"moved": one, "to": deck, "place": first + nth} for nth, one in enumerate(cards)],
        )
