"""Looking into decks of any size: a deck's head, and some of its cards at a time."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, func, or_, select

from learnt.deck import Card
from learnt.deck.tidy import same_text
from learnt.ids import DeckId
from learnt.store.rows import cards_of
from learnt.store.schema import card, deck, point

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class DeckHead:
    """A deck without its cards, and how many there are."""

    id: DeckId
    title: str
    question: str | None
    cards: int


@dataclass(frozen=True, slots=True)
class CardWindow:
    """Some cards of a deck, in its order: `start` counts from 0, `total` is how many there are."""

    cards: tuple[Card, ...]
    start: int
    total: int


@dataclass(frozen=True)
class Windows:
    """What a page shows of decks, within one transaction. Nothing here loads a whole deck."""

    connection: Connection

    def head(self, deck_id: DeckId) -> DeckHead | None:
        """A deck's title, question and number of cards."""
        count = select(func.count()).where(card.c.deck == deck_id).scalar_subquery()
        row = self.connection.execute(
            select(deck.c.title, deck.c.question, count).where(deck.c.id == deck_id)
        ).first()
        return None if row is None else DeckHead(deck_id, row[0], row[1], row[2])

    def heads(self) -> tuple[DeckHead, ...]:
        """All decks in their order."""
        counts = select(card.c.deck, func.count().label("cards")).group_by(card.c.deck).subquery()
        rows = self.connection.execute(
            select(deck.c.id, deck.c.title, deck.c.question, func.coalesce(counts.c.cards, 0))
            .outerjoin(counts, counts.c.deck == deck.c.id)
            .order_by(deck.c.position, deck.c.id)
        )
        return tuple(DeckHead(DeckId(row[0]), row[1], row[2], row[3]) for row in rows)

    def cards(
        self, deck_id: DeckId, start: int, count: int, matching: str | None = None
    ) -> CardWindow:
        """Cards of a deck from place `start`; with `matching`, of those that hold the text.

        Case is of no importance. Places count among the cards that match.
        """
        chosen = (
            select(card.c.id).where(card.c.deck == deck_id).order_by(card.c.position, card.c.id)
        )
        if matching:  # every card is looked at anyway, so that is done once
            found = self.connection.scalars(chosen.where(self._holding(matching))).all()
            return CardWindow(self._cards(found[start : start + count]), start, len(found))
        counted = select(func.count()).where(card.c.deck == deck_id)
        total: int = self.connection.scalar(counted) or 0
        ids = self.connection.scalars(chosen.offset(start).limit(count)).all()
        return CardWindow(self._cards(ids), start, total)

    def _cards(self, ids: Sequence[str]) -> tuple[Card, ...]:
        found: list[Card] = []
        for first in range(0, len(ids), _CHUNK):
            chunk = ids[first : first + _CHUNK]
            rows = self.connection.execute(
                select(card).where(card.c.id.in_(chunk)).order_by(card.c.position, card.c.id)
            ).all()
            points = self.connection.execute(
                select(point).where(point.c.card.in_(chunk)).order_by(point.c.position, point.c.id)
            )
            found += cards_of(rows, points)
        return tuple(found)

    def _holding(self, text: str) -> ColumnElement[bool]:
        """Cards whose prompt or any point holds a text."""
        of_points = select(point.c.id).where(point.c.card == card.c.id)
        return or_(
            self._holds(card.c.prompt, text),
            of_points.where(self._holds(point.c.text, text)).exists(),
        )

    def _holds(self, column: ColumnElement[str | None], text: str) -> ColumnElement[bool]:
        """SQLite's LIKE knows the case of ASCII letters only, so others are folded by our own."""
        if self.connection.dialect.name != "sqlite":
            return column.icontains(text, autoescape=True)
        folded = same_text(text)
        like = column.contains(folded, autoescape=True)
        return like if text.isascii() else or_(like, func.holds(column, folded) == 1)
