"""Decks, cards and points as rows, and back."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Any, TypeVar

from sqlalchemy import Connection, bindparam, delete, func, select, update

from learnt.clock import Instant
from learnt.deck import Card, Deck
from learnt.ids import CardId, DeckId, PointId
from learnt.store import prepared
from learnt.store.indexes import built_after
from learnt.store.places import Places
from learnt.store.rows import (
    as_json,
    card_of,
    card_row,
    card_values,
    cards_of,
    deck_of,
    point_of,
    point_rows,
    point_values,
)
from learnt.store.schema import card, deck, point
from learnt.store.upsert import insert_new, insert_or_update

_Id = TypeVar("_Id", bound=str)
_CHUNK = 500  # ids in one IN (...) list, well under what either database takes


@dataclass(frozen=True, slots=True)
class DeckRow:
    """A deck without its cards, and how many there are."""

    id: DeckId
    title: str
    question: str | None
    cards: int
    points: int


@dataclass(frozen=True)
class Decks:
    """The decks of a collection, within one transaction."""

    connection: Connection

    def list(self) -> tuple[DeckRow, ...]:
        """All decks in their order."""
        counts = {row[0]: (row[1], row[2]) for row in self.connection.execute(_COUNTS)}
        rows = self.connection.execute(
            select(deck.c.id, deck.c.title, deck.c.question).order_by(deck.c.position, deck.c.id)
        )
        return tuple(DeckRow(*row, *counts.get(row[0], (0, 0))) for row in rows)

    def is_empty(self) -> bool:
        """Whether there is no deck at all."""
        return self.connection.scalar(select(deck.c.id).limit(1)) is None

    def load(self, deck_id: DeckId) -> Deck | None:
        """A deck with all its cards."""
        row = self.connection.execute(select(deck).where(deck.c.id == deck_id)).mappings().first()
        if row is None:
            return None
        cards = prepared.rows(self.connection, _CARDS, {"deck": deck_id})
        points = prepared.rows(self.connection, _POINTS, {"deck": deck_id})
        return deck_of(row, cards_of(cards, points))

    def bare(self, deck_id: DeckId) -> Deck | None:
        """A deck without its cards."""
        row = self.connection.execute(select(deck).where(deck.c.id == deck_id)).mappings().first()
        return None if row is None else deck_of(row, ())

    def card(self, card_id: CardId) -> tuple[Deck, Card] | None:
        """A card, and its deck without the cards."""
        asked = {"card": card_id}
        found = prepared.rows(self.connection, _ONE_CARD, asked)
        if not found:
            return None
        title, question, deck_id, *_ = found[0]
        points = prepared.rows(self.connection, _ITS_POINTS, asked)
        one = _card(tuple(found[0]), tuple(map(tuple, points)))
        return Deck(DeckId(deck_id), title, question=question), one

    def home_of(self, card_id: CardId) -> DeckId:
        """The deck of a card that is there."""
        return DeckId(
            self.connection.execute(select(card.c.deck).where(card.c.id == card_id)).scalar_one()
        )

    def statements_like(self, deck_id: DeckId, card_id: CardId, opening: str) -> tuple[str, ...]:
        """First points of a deck's other bare statements that begin with `opening`."""
        rows = self.connection.execute(
            select(point.c.text)
            .join(card)
            .where(card.c.deck == deck_id, card.c.id != card_id, card.c.prompt.is_(None))
            .where(point.c.position == 0, point.c.text.istartswith(opening, autoescape=True))
        )
        return tuple(row[0] for row in rows)

    def openings(self, deck_id: DeckId) -> tuple[tuple[CardId, str | None, str], ...]:
        """Of each card of a deck the id, the prompt and the first point's text, in no order."""
        rows = self.connection.execute(
            select(card.c.id, card.c.prompt, point.c.text)
            .join(point, point.c.card == card.c.id)
            .where(card.c.deck == deck_id, point.c.position == 0)
        )
        return tuple((CardId(row[0]), row[1], row[2]) for row in rows)

    def texts(self, deck_id: DeckId) -> Iterator[tuple[CardId, str | None, tuple[str, ...]]]:
        """Of each card of a deck the id, the prompt and the points' texts, a few at a time."""
        rows = self.connection.execute(
            select(card.c.id, card.c.prompt, point.c.text)
            .join(point, point.c.card == card.c.id)
            .where(card.c.deck == deck_id)
            .order_by(card.c.position, card.c.id, point.c.position)
            .execution_options(
                yield_per=_CHUNK
            )  # of the statement: writes follow on this connection
        )
        for (one, prompt), points in groupby(rows, key=lambda row: (row[0], row[1])):
            yield CardId(one), prompt, tuple(row[2] for row in points)

    def owners(self, points: Iterable[PointId]) -> dict[PointId, CardId]:
        """The card that each of these points belongs to now."""
        owners: dict[PointId, CardId] = {}
        for chunk in _chunks(prepared.perhaps_there(self.connection, point.c.id, points)):
            rows = self.connection.execute(
                select(point.c.id, point.c.card).where(point.c.id.in_(chunk))
            )
            owners.update((PointId(row[0]), CardId(row[1])) for row in rows)
        return owners

    def cards(self, ids: Iterable[CardId]) -> dict[CardId, Card]:
        """Cards by id; those that are not there are left out."""
        found: dict[CardId, Card] = {}
        for chunk in _chunks(prepared.perhaps_there(self.connection, card.c.id, ids)):
            rows = self.connection.execute(select(card).where(card.c.id.in_(chunk))).all()
            points = self.connection.execute(
                select(point).where(point.c.card.in_(chunk)).order_by(point.c.position)
            )
            found.update((one.id, one) for one in cards_of(rows, points))
        return found

    def with_title(self, title: str) -> tuple[DeckId, ...]:
        """Decks with exactly this title, the first added first."""
        rows = self.connection.execute(
            select(deck.c.id).where(deck.c.title == title).order_by(deck.c.position)
        )
        return tuple(DeckId(row[0]) for row in rows)

    def exists(self, deck_id: DeckId) -> bool:
        """Whether there is a deck with this id."""
        return self.connection.scalar(select(deck.c.id).where(deck.c.id == deck_id)) is not None

    def add(self, new: Deck, at: Instant) -> None:
        """Add a deck, its cards and their points; none of the ids may be taken."""
        last = self.connection.scalar(select(func.max(deck.c.position)))
        self.connection.execute(
            deck.insert(),
            {
                "id": new.id,
                "position": 0 if last is None else last + 1,
                "title": new.title,
                "question": new.question,
                "tags": as_json(new.tags),
                "source": new.source,
                "at": at,
            },
        )
        self.append_cards(new.id, new.cards)

    def rename(self, deck_id: DeckId, title: str, question: str | None) -> None:
        """Give a deck another title."""
        changed = update(deck).where(deck.c.id == deck_id).values(title=title, question=question)
        self.connection.execute(changed)

    def append_cards(
        self,
        deck_id: DeckId,
        cards: Sequence[Card],
        origin: str | None = None,
        apart: Container[CardId] = frozenset(),
    ) -> None:
        """Add cards at the end of a deck; `origin` is the source that says all but those apart."""
        if cards:
            start = Places(self.connection).room(deck_id, len(cards))
            self.insert_cards(deck_id, cards, start, origin, apart)

    def insert_cards(
        self,
        deck_id: DeckId,
        cards: Sequence[Card],
        start: int,
        origin: str | None = None,
        apart: Container[CardId] = frozenset(),
    ) -> None:
        """Add cards to a deck from a place on that is free; see `Places.room`."""
        dialect = self.connection.dialect.name
        places = enumerate(cards, start)
        rows = (
            card_values(one, deck_id, place, None if one.id in apart else origin)
            for place, one in places
        )
        prepared.write(self.connection, insert_new(dialect, card), rows)
        with built_after(self.connection, sum(len(one.points) for one in cards), "point_by_card"):
            prepared.write(self.connection, insert_new(dialect, point), point_values(cards))

    def replace_card(self, new: Card) -> None:
        """Write a card over the one with its id; points no longer in it go."""
        row = card_row(new)
        self.connection.execute(update(card).where(card.c.id == new.id).values(row))
        kept = [one.id for one in new.points]
        self.connection.execute(
            delete(point).where(point.c.card == new.id, point.c.id.not_in(kept))
        )
        upsert = insert_or_update(
            self.connection.dialect.name, point, "position", "text", "accepted", "refused", "weight"
        )
        self.connection.execute(upsert, point_rows(new))

    def delete_cards(self, ids: Sequence[CardId]) -> None:
        """Take cards and their points out; the caller has put them in the trash."""
        for chunk in _chunks(ids):
            self.connection.execute(delete(point).where(point.c.card.in_(chunk)))
            self.connection.execute(delete(card).where(card.c.id.in_(chunk)))

    def delete(self, deck_id: DeckId) -> None:
        """Take a deck out with its cards; the caller has put it in the trash."""
        cards = select(card.c.id).where(card.c.deck == deck_id)
        self.connection.execute(delete(point).where(point.c.card.in_(cards)))
        self.connection.execute(delete(card).where(card.c.deck == deck_id))
        self.connection.execute(delete(deck).where(deck.c.id == deck_id))


_COUNTS = select(card.c.deck, func.count(), func.sum(card.c.points)).group_by(card.c.deck)
_ONE_CARD = (
    select(deck.c.title, deck.c.question, deck.c.id, card)
    .select_from(card.join(deck))
    .where(card.c.id == bindparam("card"))
)
_CARDS = select(card).where(card.c.deck == bindparam("deck")).order_by(card.c.position, card.c.id)
_POINTS = (
    select(point)
    .join(card)
    .where(card.c.deck == bindparam("deck"))
    .order_by(point.c.position, point.c.id)
)
_ITS_POINTS = select(point).where(point.c.card == bindparam("card")).order_by(point.c.position)


@lru_cache(maxsize=1024)
def _card(row: tuple[Any, ...], points: tuple[tuple[Any, ...], ...]) -> Card:
    """A card from its row; kept, since it is read when it is asked and when it is answered."""
    return card_of(row[3:], tuple(map(point_of, points)))


def _chunks(ids: Sequence[_Id]) -> Iterable[Sequence[_Id]]:
    return (ids[start : start + _CHUNK] for start in range(0, len(ids), _CHUNK))
