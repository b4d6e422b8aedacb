"""Memories and schedules: caches of folds over the journal, for the next question's sake."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import (
    Connection,
    Row,
    bindparam,
    delete,
    func,
    or_,
    select,
)

from learnt.clock import Instant
from learnt.deck import Direction
from learnt.ids import CardId, DeckId, LearnerId, PointId
from learnt.journal import Rating
from learnt.memory import MemoryState, PointMemory
from learnt.plan import Schedule
from learnt.store.schema import card, deck, memory, schedule
from learnt.store.upsert import insert_or_update

DEFAULT_PARAMETERS = 0
"""The version of the memory model's parameters as they come with the program."""

_CHUNK = 500


@dataclass(frozen=True)
class Caches:
    """Memories and schedules of the learners, within one transaction."""

    connection: Connection

    def memories(
        self, learner: LearnerId, points: Sequence[PointId]
    ) -> dict[PointId, PointMemory]:
        """What is remembered of these points; those never asked are left out."""
        found: dict[PointId, PointMemory] = {}
        for start in range(0, len(points), _CHUNK):
            asked = {"learner": learner, "points": list(points[start : start + _CHUNK])}
            for row in self.connection.execute(_MEMORIES, asked):
                found[PointId(row.point)] = _memory(row)
        return found

    def all_memories(self, learner: LearnerId) -> dict[PointId, PointMemory]:
        """Everything the learner has ever been asked."""
        rows = self.connection.execute(select(memory).where(memory.c.learner == learner))
        return {PointId(row.point): _memory(row) for row in rows}

    def put_memories(
        self, learner: LearnerId, memories: Mapping[PointId, PointMemory]
    ) -> None:
        """Write memories over those that were there."""
        if memories:
            rows = [_memory_row(learner, point, one) for point, one in memories.items()]
            self.connection.execute(insert_or_update(self.connection.dialect.name, memory), rows)

    def schedules(self, learner: LearnerId, cards: CardId) -> dict[Direction, Schedule]:
        """The schedules of one card, by direction."""
        rows = self.connection.execute(_SCHEDULES, {"learner": learner, "card": cards})
        return {(one := _schedule(row)).direction: one for row in rows}

    def all_schedules(
        self, learner: LearnerId, decks: Sequence[DeckId] | None = None
    ) -> tuple[Schedule, ...]:
        """All schedules of cards that exist, or those of some decks."""
        statement = select(schedule).join(card, card.c.id == schedule.c.card)
        if decks is not None:
            statement = statement.where(card.c.deck.in_(decks))
        rows = self.connection.execute(statement.where(schedule.c.learner == learner))
        return tuple(map(_schedule, rows))

    def put_schedules(self, learner: LearnerId, schedules: Iterable[Schedule]) -> None:
        """Write schedules over those that were there."""
        if rows := [_schedule_row(learner, one) for one in schedules]:
            self.connection.execute(insert_or_update(self.connection.dialect.name, schedule), rows)

    def drop_schedule(self, learner: LearnerId, one: CardId, direction: Direction) -> None:
        """Forget a schedule: its only review was taken back."""
        self.connection.execute(
            delete(schedule).where(
                schedule.c.learner == learner,
                schedule.c.card == one,
                schedule.c.direction == direction.value,
            )
        )

    def drop_memories(self, learner: LearnerId, points: Sequence[PointId]) -> None:
        """Forget points: their only reviews were taken back."""
        self.connection.execute(
            delete(memory).where(memory.c.learner == learner, memory.c.point.in_(points))
        )

    def clear(self, learner: LearnerId) -> None:
        """Forget everything of a learner's that can be folded again."""
        for table in (memory, schedule):
            self.connection.execute(delete(table).where(table.c.learner == learner))

    def due(
        self, learner: LearnerId, before: Instant, decks: Sequence[DeckId] | None
    ) -> tuple[Schedule, ...]:
        """Schedules of existing cards due before an instant, in some decks or in all."""
        statement = (
            select(schedule)
            .join(card, card.c.id == schedule.c.card)
            .where(schedule.c.learner == learner, schedule.c.due < before)
        )
        if decks is not None:
            statement = statement.where(card.c.deck.in_(decks))
        return tuple(map(_schedule, self.connection.execute(statement)))

    def due_by_deck(
        self, learner: LearnerId, before: Instant
    ) -> tuple[tuple[DeckId, CardId, Direction, Instant], ...]:
        """Deck, card, direction and due instant of everything due before an instant."""
        rows = self.connection.execute(
            select(card.c.deck, schedule.c.card, schedule.c.direction, schedule.c.due)
            .join(card, card.c.id == schedule.c.card)
            .where(schedule.c.learner == learner, schedule.c.due < before)
        )
        return tuple(
            (DeckId(row[0]), CardId(row[1]), Direction(row[2]), Instant(row[3])) for row in rows
        )

    def asked_by_deck(self, learner: LearnerId) -> dict[DeckId, int]:
        """How many cards of each deck were ever asked."""
        rows = self.connection.execute(
            select(card.c.deck, func.count(schedule.c.card.distinct()))
            .join(card, card.c.id == schedule.c.card)
            .where(schedule.c.learner == learner)
            .group_by(card.c.deck)
        )
        return {DeckId(row[0]): row[1] for row in rows}

    def asked_since(self, learner: LearnerId, start: Instant) -> tuple[Schedule, ...]:
        """Schedules whose last review is not before `start`, the oldest first."""
        rows = self.connection.execute(
            select(schedule)
            .where(schedule.c.learner == learner, schedule.c.last >= start)
            .order_by(schedule.c.last, schedule.c.card)
        )
        return tuple(map(_schedule, rows))

    def never_asked(
        self, learner: LearnerId, decks: Sequence[DeckId] | None, limit: int | None = None
    ) -> tuple[tuple[CardId, Direction], ...]:
        """Cards and a direction in which each was never asked, in the order of the decks."""
        seen = schedule.alias("seen")
        statement = (
            select(card.c.id, card.c.directions, func.min(seen.c.direction))
            .join(deck, deck.c.id == card.c.deck)
            .outerjoin(seen, (seen.c.card == card.c.id) & (seen.c.learner == learner))
            .group_by(card.c.id, card.c.directions, deck.c.position, card.c.position)
            .having(
                or_(
                    func.count(seen.c.card) == 0,
                    (func.count(seen.c.card) == 1) & card.c.directions.contains(" "),
                )
            )
            .order_by(deck.c.position, card.c.position, card.c.id)
            .limit(limit)
        )
        if decks is not None:
            statement = statement.where(card.c.deck.in_(decks))
        rows = self.connection.execute(statement)
        return tuple((CardId(row[0]), _unseen(row[1], row[2])) for row in rows)


def _unseen(directions: str, seen: str | None) -> Direction:
    return next(Direction(one) for one in directions.split(" ") if one != seen)


_MEMORIES = select(memory).where(
    memory.c.learner == bindparam("learner"),
    memory.c.point.in_(bindparam("points", expanding=True)),
)
_SCHEDULES = select(schedule).where(
    schedule.c.learner == bindparam("learner"), schedule.c.card == bindparam("card")
)


def _memory(row: Row[tuple[object, ...]]) -> PointMemory:
    return PointMemory(
        MemoryState(row.stability, row.difficulty), Instant(row.last), row.reviews, row.lapses
    )


def _memory_row(learner: LearnerId, point: PointId, one: PointMemory) -> dict[str, object]:
    return {
        "learner": learner,
        "point": point,
        "stability": one.state.stability,
        "difficulty": one.state.difficulty,
        "last": one.last,
        "reviews": one.reviews,
        "lapses": one.lapses,
        "parameters": DEFAULT_PARAMETERS,
    }


def _schedule(row: Row[tuple[object, ...]]) -> Schedule:
    return Schedule(
        card=CardId(row.card),
        direction=Direction(row.direction),
        due=Instant(row.due),
        first=Instant(row.first),
        last=Instant(row.last),
        rating=Rating(row.rating),
        reviews=row.reviews,
        lapses=row.lapses,
        difficulty=row.difficulty,
    )


def _schedule_row(learner: LearnerId, one: Schedule) -> dict[str, object]:
    return {
        "learner": learner,
        "card": one.card,
        "direction": one.direction.value,
        "due": one.due,
        "first": one.first,
        "last": one.last,
        "rating": int(one.rating),
        "reviews": one.reviews,
        "lapses": one.lapses,
        "difficulty": one.difficulty,
    }
