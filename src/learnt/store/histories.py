"""Histories of other programs as rows, one for all answers to a card, and what stands of them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

import msgspec
from sqlalchemy import Column, Connection, bindparam, select

from learnt.clock import Instant
from learnt.deck import Direction
from learnt.ids import CardId, EventId, LearnerId, PointId
from learnt.journal import Answered, History, Review, history_id
from learnt.store import prepared
from learnt.store.indexes import built_after
from learnt.store.prepared import Question, Values
from learnt.store.rows import as_json, texts_of
from learnt.store.schema import history, undo
from learnt.store.upsert import insert_new

_CHUNK = 500  # ids in one IN (...) list, well under what either database takes
_ANSWERS = msgspec.json.Decoder(tuple[Answered, ...])
_DIRECTIONS = {one.value: one for one in Direction}  # many rows at once: a call each is slower


@dataclass(frozen=True)
class Histories:
    """The histories of a collection, within one transaction. None of them is ever changed."""

    connection: Connection

    def append(self, histories: Iterable[History]) -> None:
        """Add histories; none of their ids may be taken."""
        made = sorted(map(_values, histories), key=itemgetter(0))
        with built_after(self.connection, len(made), "history_by_card", "history_by_time"):
            dialect = self.connection.dialect.name
            prepared.write_many(self.connection, insert_new(dialect, history), made)

    def all(self) -> tuple[History, ...]:
        """Those of all learners, with answers that were taken back."""
        return tuple(map(_history, self.connection.execute(select(history))))

    def with_answer(self, event: EventId) -> History | None:
        """The history that has an answer with this id, taken back or not; None where none has."""
        found = prepared.rows(self.connection, _ONE, {"history": history_id(event)})
        one = _history(found[0]) if found else None
        return one if one and any(one.event(answer.at) == event for answer in one.answers) else None

    def answers_among(self, events: Iterable[EventId]) -> Iterator[EventId]:
        """Those of the ids that are answers, taken back or not."""
        wanted = set(events)
        for one in self._among(history.c.id, {history_id(event) for event in wanted}):
            its = (one.event(answer.at) for answer in one.answers)
            yield from (event for event in its if event in wanted)

    def of_learner(self, learner: LearnerId) -> tuple[History, ...]:
        """What stands of a learner's histories."""
        found = prepared.rows(self.connection, _OF_LEARNER, {"learner": learner})
        return self._standing(map(_history, found))

    def of_card(self, learner: LearnerId, its_card: CardId) -> tuple[History, ...]:
        """What stands of a card's histories."""
        asked = {"learner": learner, "card": its_card}
        return self._standing(map(_history, prepared.rows(self.connection, _OF_CARD, asked)))

    def of_cards(self, learner: LearnerId, cards: Iterable[CardId]) -> tuple[History, ...]:
        """What stands of the histories of many cards."""
        return self._standing(self.ever_of_cards(learner, cards))

    def ever_of_cards(self, learner: LearnerId, cards: Iterable[CardId]) -> list[History]:
        """The histories of many cards, with answers that were taken back."""
        return [one for one in self._among(history.c.card, cards) if one.learner == learner]

    def between(self, learner: LearnerId, start: Instant, before: Instant) -> tuple[History, ...]:
        """What was answered from an instant on and before another, and stands."""
        asked = {"learner": learner, "start": start, "before": before}
        found = map(_history, prepared.rows(self.connection, _BETWEEN, asked))
        return self._standing(one.between(start, before) for one in found)

    def first(self, learner: LearnerId) -> Review | None:
        """The first answer that stands."""
        return self._end(_FIRST_FIRST, learner, 0, min)

    def last(self, learner: LearnerId) -> Review | None:
        """The last answer that stands."""
        return self._end(_LAST_FIRST, learner, -1, max)

    def _end(
        self, statement: Question, learner: LearnerId, place: int, beyond: Callable[..., Any]
    ) -> Review | None:
        """They come by their ends, so that nearly always the first of them says it."""
        best: Review | None = None
        few_at_a_time = {"yield_per": 20}
        with self.connection.execute(
            statement, {"learner": learner}, execution_options=few_at_a_time
        ) as rows:
            for one in map(_history, rows):
                end = one.answers[place].at
                if best is not None and best.at == beyond(best.at, end) != end:
                    break
                for its in self._standing([one]):
                    met = [*its.reviews()][place]
                    best = met if best is None else beyond(best, met, key=_moment)
        return best

    def _among(self, column: Column[str], ids: Iterable[str]) -> Iterator[History]:
        """The rows in which an indexed column of ids has one of these."""
        perhaps = prepared.perhaps_there(self.connection, column, ids)
        for start in range(0, len(perhaps), _CHUNK):
            chunk = perhaps[start : start + _CHUNK]
            rows = self.connection.execute(select(history).where(column.in_(chunk))).all()
            yield from map(_history, rows)

    def _standing(self, histories: Iterable[History]) -> tuple[History, ...]:
        """Less what was taken back, and less histories of which nothing is left."""
        found = list(histories)
        answers = sum(len(one.answers) for one in found)
        if not answers:
            return ()
        asked = select(undo.c.event)
        if answers <= _CHUNK:
            events = [one.event(answer.at) for one in found for answer in one.answers]
            asked = asked.where(undo.c.event.in_(events))
        undone = frozenset(self.connection.scalars(asked))
        if undone:
            found = [one.without(undone) for one in found]
        return tuple(one for one in found if one.answers)


_BY_LEARNER = history.c.learner == bindparam("learner")
_OF_LEARNER = select(history).where(_BY_LEARNER)
_ONE = select(history).where(history.c.id == bindparam("history"))
_OF_CARD = select(history).where(history.c.card == bindparam("card"), _BY_LEARNER)
_BETWEEN = select(history).where(
    _BY_LEARNER,
    history.c.last >= bindparam("start"),
    history.c.first < bindparam("before"),
)
_FIRST_FIRST = select(history).where(_BY_LEARNER).order_by(history.c.first)
_LAST_FIRST = select(history).where(_BY_LEARNER).order_by(history.c.last.desc())


def _values(one: History) -> Values:
    """A history as a row, in the order of the table's columns."""
    return (
        one.id,
        one.learner,
        one.card,
        str(one.direction),
        one.answers[0].at,
        one.answers[-1].at,
        as_json(one.points),
        msgspec.json.encode(one.answers).decode(),
    )


def _history(row: Sequence[Any]) -> History:
    """A history from its row."""
    one, learner, of_card, direction, _, _, points, answers = row
    return History(
        EventId(one),
        LearnerId(learner),
        CardId(of_card),
        _DIRECTIONS[direction],
        tuple(map(PointId, texts_of(points))),
        _ANSWERS.decode(answers),
    )


def _moment(review: Review) -> tuple[Instant, EventId]:
    return review.at, review.id
