"""What the sources of decks said of cards when they were last added: the base of an update.

A source's wording is written down only once it differs from the card's own; until then the source
is the card's origin. Adding a page for the first time writes nothing twice, and no row more.
"""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, delete, null, select, update

from learnt.clock import Instant
from learnt.ids import CardId, DeckId
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
        in_deck = card.c.deck == deck
        rows = self.connection.execute(_ORIGINS.where(in_deck)).all()
        others = select(base).join(card, card.c.id == base.c.card).where(in_deck)
        return _rows([*rows, *self.connection.execute(others)])

    def of_cards(self, cards: Iterable[CardId]) -> tuple[BaseRow, ...]:
        """What sources said of these cards, there or not."""
        ids = list(cards)
        found: list[BaseRow] = []
        for start in range(0, len(ids), _CHUNK):
            chunk = ids[start : start + _CHUNK]
            rows = self.connection.execute(_ORIGINS.where(card.c.id.in_(chunk))).all()
            others = self.connection.execute(select(base).where(base.c.card.in_(chunk)))
            found += _rows([*rows, *others])
        return tuple(found)

    def written_down(self, deck: DeckId) -> tuple[BaseRow, ...]:
        """What a deck's sources said in words of their own, of cards that are elsewhere as well."""
        rows = self.connection.execute(
            select(base).join(source, source.c.id == base.c.source).where(source.c.deck == deck)
        )
        return _rows(rows)

    def put(self, rows: Sequence[BaseRow], alike: Container[CardId] = frozenset()) -> None:
        """What sources say now, in the place of what they said; all rows have it.

        Cards that are `alike` say just that themselves.
        """
        origins = self._origins([one.card for one in rows if one.card in alike])
        of_card = {one.card: one.source for one in origins}
        apart = [
            one
            for one in rows
            if one.card not in alike or of_card.get(one.card, one.source) != one.source
        ]
        if apart:
            self.connection.execute(
                insert_or_update(self.connection.dialect.name, base),
                [{"card": one.card, "source": one.source, "said": one.said} for one in apart],
            )
        kept = {(one.card, one.source) for one in apart}
        as_origin = [one for one in rows if (one.card, one.source) not in kept]
        for statement, of in ((_NO_ORIGIN, apart), (_ORIGIN, as_origin), (_NOT_APART, as_origin)):
            if of:
                asked = [{"its": one.card, "of": one.source} for one in of]
                self.connection.execute(statement, asked)

    def keep(self, said: Sequence[tuple[CardId, str]]) -> None:
        """Write down, as JSON, what cards say that will change or go, where a source said that."""
        origins = {row.card: row.source for row in self._origins([one for one, _ in said])}
        self.put([BaseRow(one, origins[one], text) for one, text in said if one in origins])

    def forget(self, cards: Sequence[CardId], its: str | None = None) -> None:
        """Cards that a source says no more; with no source named, that none does."""
        for start in range(0, len(cards), _CHUNK):
            chunk = cards[start : start + _CHUNK]
            rows = delete(base).where(base.c.card.in_(chunk))
            origins = update(card).where(card.c.id.in_(chunk)).values(origin=None)
            if its is not None:
                rows, origins = (
                    rows.where(base.c.source == its),
                    origins.where(card.c.origin == its),
                )
            self.connection.execute(rows)
            self.connection.execute(origins)

    def _origins(self, cards: Sequence[CardId]) -> Iterable[BaseRow]:
        for start in range(0, len(cards), _CHUNK):
            chunk = cards[start : start + _CHUNK]
            yield from _rows(self.connection.execute(_ORIGINS.where(card.c.id.in_(chunk))))


_ORIGINS = select(card.c.id, card.c.origin, null()).where(card.c.origin.is_not(None))
_ORIGIN = update(card).where(card.c.id == bindparam("its")).values(origin=bindparam("of"))
_NO_ORIGIN = (
    update(card)
    .where(card.c.id == bindparam("its"), card.c.origin == bindparam("of"))
    .values(origin=None)
)
_NOT_APART = delete(base).where(base.c.card == bindparam("its"), base.c.source == bindparam("of"))


def _rows(rows: Iterable[Sequence[Any]]) -> tuple[BaseRow, ...]:
    return tuple(BaseRow(CardId(row[0]), row[1], row[2]) for row in rows)
