"""Finished days as rows, and what the journal and the schedules say of days."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, bindparam, case, delete, exists, func, select

from learnt.clock import Instant, StudyDay
from learnt.deck import Direction
from learnt.ids import CardId, LearnerId
from learnt.journal import Asked, DayDone
from learnt.store import prepared
from learnt.store.histories import Histories
from learnt.store.schema import card, day, known, review, schedule, undo
from learnt.store.upsert import insert_or_update

_CHUNK = 500


@dataclass(frozen=True)
class Days:
    """The days of the learners, within one transaction."""

    connection: Connection

    # finished days: a cache

    def between(
        self, learner: LearnerId, first: StudyDay | None = None, last: StudyDay | None = None
    ) -> tuple[DayDone, ...]:
        """The finished days, ascending: all of them, or those of a range."""
        statement = select(day).where(day.c.learner == learner).order_by(day.c.day)
        if first is not None:
            statement = statement.where(day.c.day >= first)
        if last is not None:
            statement = statement.where(day.c.day <= last)
        return tuple(
            DayDone(StudyDay(row.day), row.answers, row.asked_again, row.kept, row.duration_ms)
            for row in self.connection.execute(statement)
        )

    def last(self, learner: LearnerId) -> StudyDay | None:
        """The last day that was folded; None where none was."""
        found = self.connection.scalar(select(func.max(day.c.day)).where(day.c.learner == learner))
        return None if found is None else StudyDay(found)

    def put(self, learner: LearnerId, days: Iterable[DayDone]) -> None:
        """Write days over those that were there."""
        rows = [
            {
                "learner": learner,
                "day": one.day,
                "answers": one.answers,
                "asked_again": one.asked_again,
                "kept": one.kept,
                "duration_ms": one.duration_ms,
            }
            for one in days
        ]
        if rows:
            self.connection.execute(insert_or_update(self.connection.dialect.name, day), rows)

    def drop_from(self, learner: LearnerId, first: StudyDay) -> None:
        """Forget a day and all that follow it: the journal says something else of them now."""
        self.connection.execute(delete(day).where(day.c.learner == learner, day.c.day >= first))

    def clear(self, learner: LearnerId) -> None:
        """Forget all of a learner's days."""
        self.connection.execute(delete(day).where(day.c.learner == learner))

    # the journal

    def first_answer(self, learner: LearnerId) -> Instant | None:
        """The instant of the first review that stands; None without any."""
        found = [self.connection.scalar(_AT.order_by(review.c.at), {"learner": learner})]
        came = Histories(self.connection).first(learner)
        return min(filter(None, (*found, came and came.at)), default=None)

    def last_answer(self, learner: LearnerId) -> Instant | None:
        """The instant of the last review that stands; None without any."""
        found = [self.connection.scalar(_AT.order_by(review.c.at.desc()), {"learner": learner})]
        came = Histories(self.connection).last(learner)
        return max(filter(None, (*found, came and came.at)), default=None)

    def first_asked(self, learner: LearnerId, asked: Collection[Asked]) -> dict[Asked, Instant]:
        """When each card was first asked in its direction, by the reviews that stand.

        A schedule knows it, unless it begins with what another program knew; the journal is
        searched for those, and for what has no schedule, since its card is gone or is no longer
        asked so. What was never asked is left out.
        """
        found: dict[Asked, Instant] = {}
        scheduled = select(schedule.c.card, schedule.c.direction, schedule.c.first).where(
            schedule.c.learner == learner, ~exists().where(known.c.card == schedule.c.card)
        )
        for chunk in _chunks({one for one, _ in asked}):
            rows = self.connection.execute(scheduled.where(schedule.c.card.in_(chunk)))
            found |= _instants(rows)
        gone = {one[0] for one in asked if one not in found}
        searched: dict[Asked, Instant] = {}
        reviewed = (
            select(review.c.card, review.c.direction, func.min(review.c.at))
            .where(review.c.learner == learner, _STANDS)
            .group_by(review.c.card, review.c.direction)
        )
        for chunk in _chunks(gone):
            rows = self.connection.execute(reviewed.where(review.c.card.in_(chunk)))
            searched |= _instants(rows)
        for one in Histories(self.connection).of_cards(learner, gone):
            key, at = (one.card, one.direction), one.answers[0].at
            searched[key] = min(at, searched.get(key, at))
        found = searched | found
        return {one: found[one] for one in asked if one in found}

    # the schedules

    def due_counts(self, learner: LearnerId, borders: Sequence[Instant]) -> list[int]:
        """How many cards fall due before the first border, then between each two.

        A card counts once, when it is first due. Nothing is counted after the last border. One
        that is gone has no schedules: they are folded away when it is deleted.
        """
        spans = pairwise((_FIRST, *borders))
        asked = [{"learner": learner, "start": start, "before": end} for start, end in spans]
        counts = [prepared.rows(self.connection, _DUE_BETWEEN, one)[0][0] for one in asked]
        both = {"learner": learner, "before": borders[-1], "one": "backward", "other": "forward"}
        for _, instant in prepared.rows(self.connection, _DUE_AGAIN, both):
            counts[bisect_right(borders, instant)] -= 1
        return counts

    def first_due(self, learner: LearnerId, cards: Collection[CardId]) -> dict[CardId, Instant]:
        """When each of these cards is first due; those gone or never asked are left out."""
        found: dict[CardId, Instant] = {}
        for chunk in _chunks(cards):
            rows = self.connection.execute(
                select(schedule.c.card, func.min(schedule.c.due))
                .join(card, card.c.id == schedule.c.card)
                .where(schedule.c.learner == learner, schedule.c.card.in_(chunk))
                .group_by(schedule.c.card)
            )
            found |= {CardId(row[0]): Instant(row[1]) for row in rows}
        return found


_STANDS = ~exists().where(undo.c.event == review.c.id)
_AT = select(review.c.at).where(review.c.learner == bindparam("learner"), _STANDS).limit(1)
_FIRST = Instant(0)
_MINE = schedule.c.learner == bindparam("learner")
_DUE_BETWEEN = select(func.count()).where(
    _MINE, schedule.c.due >= bindparam("start"), schedule.c.due < bindparam("before")
)
_OTHER = schedule.alias("other")
_LATER = case((schedule.c.due < _OTHER.c.due, _OTHER.c.due), else_=schedule.c.due)
_DUE_AGAIN = (
    select(schedule.c.card, _LATER)
    .join(_OTHER, (_OTHER.c.learner == schedule.c.learner) & (_OTHER.c.card == schedule.c.card))
    .where(_MINE, schedule.c.due < bindparam("before"), bindparam("before") > _LATER)
    .where(schedule.c.direction == bindparam("one"), _OTHER.c.direction == bindparam("other"))
)
"""When a card that is asked in both directions is due in the second of them."""


def _chunks(cards: Collection[CardId]) -> Iterable[list[CardId]]:
    every = sorted(cards)
    return (every[start : start + _CHUNK] for start in range(0, len(every), _CHUNK))


def _instants(rows: Iterable[Any]) -> dict[Asked, Instant]:
    return {(CardId(row[0]), Direction(row[1])): Instant(row[2]) for row in rows}
