"""Memories and schedules: caches of folds over the journal, for the next question's sake."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

from sqlalchemy import (
    Connection,
    Select,
    bindparam,
    delete,
    exists,
    func,
    or_,
    select,
)

from learnt.clock import Instant
from learnt.deck import Direction
from learnt.ids import CardId, DeckId, LearnerId, PointId
from learnt.memory import PointMemory
from learnt.plan import Schedule
from learnt.store import prepared
from learnt.store.histories import Histories
from learnt.store.indexes import built_after
from learnt.store.rows import memory_of, memory_values, schedule_of, schedule_values
from learnt.store.schema import card, deck, memory, review, schedule, undo
from learnt.store.upsert import insert_or_update

_CHUNK = 500


@dataclass(frozen=True)
class Caches:
    """Memories and schedules of the learners, within one transaction."""

    connection: Connection

    def memories(self, learner: LearnerId, points: Sequence[PointId]) -> dict[PointId, PointMemory]:
        """What is remembered of these points; those never asked are left out."""
        found: dict[PointId, PointMemory] = {}
        for start in range(0, len(points), _CHUNK):
            chunk = {_nth(place): one for place, one in enumerate(points[start : start + _CHUNK])}
            statement = _memories(len(chunk))
            for row in prepared.rows(self.connection, statement, {"learner": learner, **chunk}):
                found[PointId(row[0])] = memory_of(row)
        return found

    def all_memories(self, learner: LearnerId) -> dict[PointId, PointMemory]:
        """Everything the learner has ever been asked."""
        found = prepared.rows(self.connection, _ALL_MEMORIES, {"learner": learner})
        return {PointId(row[0]): memory_of(row) for row in found}

    def put_memories(self, learner: LearnerId, memories: Mapping[PointId, PointMemory]) -> None:
        """Write memories over those that were there."""
        if memories:
            statement = insert_or_update(self.connection.dialect.name, memory)
            # made in the order in which they lie in memory, then sorted: half the time
            rows = [memory_values(learner, point, one) for point, one in memories.items()]
            rows.sort(key=itemgetter(1))
            prepared.write(self.connection, statement, rows)

    def schedules(self, learner: LearnerId, cards: CardId) -> dict[Direction, Schedule]:
        """The schedules of one card, by direction."""
        found = prepared.rows(self.connection, _SCHEDULES, {"learner": learner, "card": cards})
        return {(one := schedule_of(row)).direction: one for row in found}

    def schedules_among(self, learner: LearnerId, cards: Sequence[CardId]) -> tuple[Schedule, ...]:
        """The schedules of these cards."""
        mine = _SCHEDULE.where(schedule.c.learner == learner)
        return tuple(
            schedule_of(row)
            for chunk in _chunks(cards)
            for row in self.connection.execute(mine.where(schedule.c.card.in_(chunk)))
        )

    def all_schedules(
        self, learner: LearnerId, decks: Sequence[DeckId] | None = None
    ) -> tuple[Schedule, ...]:
        """All schedules of cards that exist, or those of some decks."""
        statement = _SCHEDULE.join(card, card.c.id == schedule.c.card)
        if decks is not None:
            statement = statement.where(card.c.deck.in_(decks))
        rows = self.connection.execute(statement.where(schedule.c.learner == learner))
        return tuple(map(schedule_of, rows))

    def put_schedules(self, learner: LearnerId, schedules: Iterable[Schedule]) -> None:
        """Write schedules over those that were there."""
        if rows := [schedule_values(learner, one) for one in schedules]:
            statement = insert_or_update(self.connection.dialect.name, schedule)
            rows.sort(key=itemgetter(1))
            with built_after(self.connection, len(rows), "schedule_by_due"):
                prepared.write(self.connection, statement, rows)

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
        if decks is None:
            asked = {"learner": learner, "before": before}
            return tuple(map(schedule_of, prepared.rows(self.connection, _DUE, asked)))
        # the sum keeps SQLite from going through all that is due for the few of these decks
        statement = _SCHEDULE.join(card, card.c.id == schedule.c.card).where(
            schedule.c.learner == learner, schedule.c.due + 0 < before, card.c.deck.in_(decks)
        )
        return tuple(map(schedule_of, self.connection.execute(statement).all()))

    def due_by_deck(self, learner: LearnerId, before: Instant) -> dict[DeckId, int]:
        """How many cards of each deck are due before an instant, in one direction or in both."""
        due = select(schedule.c.card).where(schedule.c.learner == learner, schedule.c.due < before)
        rows = self.connection.execute(
            select(card.c.deck, func.count()).where(card.c.id.in_(due)).group_by(card.c.deck)
        )
        return {DeckId(row[0]): row[1] for row in rows}

    def due_among(
        self, learner: LearnerId, before: Instant, cards: Sequence[CardId]
    ) -> tuple[tuple[DeckId, CardId, Direction, Instant], ...]:
        """Deck, card, direction and due instant of those of the cards due before an instant."""
        statement = (
            select(card.c.deck, schedule.c.card, schedule.c.direction, schedule.c.due)
            .join(card, card.c.id == schedule.c.card)
            .where(schedule.c.learner == learner, schedule.c.due < before)
        )
        return tuple(
            (DeckId(row[0]), CardId(row[1]), Direction(row[2]), Instant(row[3]))
            for chunk in _chunks(cards)
            for row in self.connection.execute(statement.where(schedule.c.card.in_(chunk)))
        )

    def asked_by_deck(self, learner: LearnerId) -> dict[DeckId, int]:
        """How many cards of each deck were ever asked."""
        asked = exists().where(schedule.c.learner == learner, schedule.c.card == card.c.id)
        rows = self.connection.execute(
            select(card.c.deck, func.count()).where(asked).group_by(card.c.deck)
        )
        return {DeckId(row[0]): row[1] for row in rows}

    def asked_between(
        self, learner: LearnerId, start: Instant, before: Instant
    ) -> tuple[Schedule, ...]:
        """Schedules of what was asked from `start` on and before another instant, the oldest first.

        Found through the journal's index by time: one of schedules would be two more pages for
        every answer to write. Their last review may be later, where one is dated in the future.
        """
        asked = {"learner": learner, "start": start, "before": before}
        found = tuple(map(schedule_of, self.connection.execute(_ASKED_BETWEEN, asked)))
        histories = Histories(self.connection).between(learner, start, before)
        if not histories:  # as on nearly every day
            return found
        came = {(one.card, one.direction) for one in histories}
        its = self.schedules_among(learner, list({card for card, _ in came}))
        every = {*found, *(one for one in its if (one.card, one.direction) in came)}
        return tuple(sorted(every, key=lambda one: (one.last, one.card)))

    def never_asked(
        self, learner: LearnerId, decks: Sequence[DeckId] | None, limit: int | None = None
    ) -> tuple[tuple[CardId, Direction], ...]:
        """Cards and a direction in which each was never asked, in the order of the decks."""
        order = select(deck.c.id).order_by(deck.c.position, deck.c.id)
        if decks is not None:
            order = order.where(deck.c.id.in_(decks))
        found: list[tuple[CardId, Direction]] = []
        for one in self.connection.scalars(order).all():
            if limit is not None and len(found) >= limit:
                break
            left = None if limit is None else limit - len(found)
            asked = {"learner": learner, "deck": one, "left": left}
            rows = self.connection.execute(_NEVER if limit is None else _FIRST_NEVER, asked)
            found += ((CardId(row[0]), _unseen(row[1], row[2])) for row in rows)
        return tuple(found)


def _unseen(directions: str, seen: str | None) -> Direction:
    return next(Direction(one) for one in directions.split(" ") if one != seen)


def _chunks(cards: Sequence[CardId]) -> Iterable[Sequence[CardId]]:
    return (cards[start : start + _CHUNK] for start in range(0, len(cards), _CHUNK))


_MINE = select(schedule.c.card).where(
    schedule.c.learner == bindparam("learner"), schedule.c.card == card.c.id
)
_SEEN = _MINE.with_only_columns(func.min(schedule.c.direction)).scalar_subquery()
_TIMES_SEEN = _MINE.with_only_columns(func.count()).scalar_subquery()
_NEVER = (
    select(card.c.id, card.c.directions, _SEEN)
    .where(
        card.c.deck == bindparam("deck"),
        or_(
            ~exists(_MINE).correlate(card),
            card.c.directions.contains(" ") & (_TIMES_SEEN == 1),
        ),
    )
    .order_by(card.c.position, card.c.id)
)
_FIRST_NEVER = _NEVER.limit(bindparam("left"))
_ALL_MEMORIES = select(
    memory.c.point,
    memory.c.stability,
    memory.c.difficulty,
    memory.c.last,
    memory.c.reviews,
    memory.c.lapses,
    memory.c.trace,
    memory.c.doubts,
    memory.c.first,
).where(memory.c.learner == bindparam("learner"))
_SCHEDULE = select(
    schedule.c.card,
    schedule.c.direction,
    schedule.c.due,
    schedule.c.first,
    schedule.c.last,
    schedule.c.rating,
    schedule.c.reviews,
    schedule.c.lapses,
    schedule.c.difficulty,
)
_LATELY = (
    select(review.c.card, review.c.direction)
    .where(
        review.c.learner == bindparam("learner"),
        review.c.at >= bindparam("start"),
        review.c.at < bindparam("before"),
        ~exists().where(undo.c.event == review.c.id),
    )
    .distinct()
    .subquery("lately")
)
_ASKED_BETWEEN = (
    _SCHEDULE.join(
        _LATELY,
        (_LATELY.c.card == schedule.c.card) & (_LATELY.c.direction == schedule.c.direction),
    )
    .where(schedule.c.learner == bindparam("learner"))
    .order_by(schedule.c.last, schedule.c.card)
)
_DUE = _SCHEDULE.join(card, card.c.id == schedule.c.card).where(
    schedule.c.learner == bindparam("learner"), schedule.c.due < bindparam("before")
)
_SCHEDULES = _SCHEDULE.where(
    schedule.c.learner == bindparam("learner"), schedule.c.card == bindparam("card")
)


@lru_cache(maxsize=64)
def _memories(count: int) -> Select[tuple[object, ...]]:
    """The memories of so many points, named by `_nth`."""
    return _ALL_MEMORIES.where(memory.c.point.in_([bindparam(_nth(one)) for one in range(count)]))


def _nth(place: int) -> str:
    return f"point_{place}"
