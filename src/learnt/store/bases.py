"""What the sources of decks said of cards when they were last added: the base of an update.

A source's wording is written down only once it differs from the card's own. Adding a page for the
first time writes no text twice; the wording is kept when the card is about to say otherwise.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, select, update

from learnt.clock import Instant
from learnt.ids import CardId, DeckId
from learnt.store import prepared
from learnt.store.schema import base, card, source
from learnt.store.upsert import insert_or_update

_CHUNK = 500  # ids in one IN (...) list, well under what either database takes


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source of a deck, by the name it had when it was last added, and when that was."""

    id: str
    deck: DeckId
    name: str
    at: Instant


@dataclass(frozen=True, slots=True)
class BaseRow:
    """What a source said of a card, as JSON; None where the card says the same."""

    card: CardId
    source: str
    said: str | None


@dataclass(frozen=True)
class Bases:
    """The sources of decks and what they said, within one transaction."""

    connection: Connection

    def put_source(self, one: SourceRow) -> None:
        """Add a source, or write over the one with its id."""
        statement = insert_or_update(self.connection.dialect.name, source)
        values = {"id": one.id, "deck": one.deck, "name": one.name, "at": one.at}
        self.connection.execute(statement, values)

    def sources(self, deck: DeckId) -> tuple[SourceRow, ...]:
        """The sources of a deck, the one added last at the end."""
        rows = self.connection.execute(
            select(source).where(source.c.deck == deck).order_by(source.c.at, source.c.id)
        )
        return tuple(SourceRow(row.id, DeckId(row.deck), row.name, Instant(row.at)) for row in rows)

    def of_deck(self, deck: DeckId) -> tuple[BaseRow, ...]:
        """What sources said of the cards that are in a deck now."""
        rows = self.connection.execute(
            select(base).join(card, card.c.id == base.c.card).where(card.c.deck == deck)
        )
        return _rows(rows)

    def of_cards(self, cards: Iterable[CardId]) -> tuple[BaseRow, ...]:
        """What sources said of these cards, there or not."""
        ids = list(cards)
        found: list[BaseRow] = []
        for start in range(0, len(ids), _CHUNK):
            chunk = ids[start : start + _CHUNK]
            found += _rows(self.connection.execute(select(base).where(base.c.card.in_(chunk))))
        return tuple(found)

    def written_down(self, deck: DeckId) -> tuple[BaseRow, ...]:
        """What a deck's sources said in words of their own, of cards that are elsewhere as well."""
        rows = self.connection.execute(
            select(base)
            .join(source, source.c.id == base.c.source)
            .where(source.c.deck == deck, base.c.said.is_not(None))
        )
        return _rows(rows)

    def add(self, its: str, cards: Iterable[CardId]) -> None:
        """A source says what these cards say, of which it has said nothing yet."""
        prepared.insert_all(self.connection, base, ((one, its, None) for one in cards))

    def put(self, rows: Sequence[BaseRow]) -> None:
        """What sources say now, in the place of what they said."""
        if rows:
            self.connection.execute(
                insert_or_update(self.connection.dialect.name, base),
                [{"card": one.card, "source": one.source, "said": one.said} for one in rows],
            )

    def keep(self, said: Sequence[tuple[CardId, str]]) -> None:
        """Write down, as JSON, what cards say that will change, where a source said just that."""
        if said:
            self.connection.execute(
                update(base)
                .where(base.c.card == bindparam("its"), base.c.said.is_(None))
                .values(said=bindparam("words")),
                [{"its": one, "words": words} for one, words in said],
            )

    def forget(self, cards: Sequence[CardId], its: str | None = None) -> None:
        """Cards that a source says no more; with no source named, that none does."""
        for start in range(0, len(cards), _CHUNK):
            statement = delete(base).where(base.c.card.in_(cards[start : start + _CHUNK]))
            self.connection.execute(
                statement if its is None else statement.where(base.c.source == its)
            )


def _rows(rows: Iterable[object]) -> tuple[BaseRow, ...]:
    return tuple(BaseRow(CardId(row[0]), row[1], row[2]) for row in rows)  # type: ignore[index] # a row
