"""The journal as rows. Nothing here changes or removes one; an id is taken once."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import starmap
from typing import NamedTuple

from sqlalchemy import (
    Connection,
    RowMapping,
    Select,
    bindparam,
    exists,
    select,
)

from learnt.clock import Instant
from learnt.ids import CardId, DeckId, EventId, LearnerId, PointId
from learnt.journal import (
    FOREVER,
    BriefReview,
    Event,
    Hold,
    Known,
    Outcome,
    Review,
    Undo,
    Wordings,
    held,
    in_order,
    wordings,
)
from learnt.store import prepared
from learnt.store.deck_reviews import reviews_of_decks
from learnt.store.events import (
    hold_of,
    known_of,
    outcome_of,
    outcome_values,
    plain_values,
    review_of,
    review_values,
)
from learnt.store.histories import Histories
from learnt.store.holds import Holds
from learnt.store.ratings import Ratings, ratings
from learnt.store.schema import history, hold, known, outcome, review, undo
from learnt.store.upsert import insert_once

_CHUNK = 500


class AnswerHead(NamedTuple):
    """Which answer it is: by its id, and by its card, the way it was asked, and the instant."""

    id: EventId
    card: CardId
    direction: str
    at: Instant


@dataclass(frozen=True)
class Journal:
    """The events of a collection, within one transaction."""

    connection: Connection

    @cached_property
    def histories(self) -> Histories:
        """What came with cards from other programs; each answer of it is a review as well."""
        return Histories(self.connection)

    @cached_property
    def aside(self) -> Holds:
        """Cards that were set aside and released."""
        return Holds(self.connection)

    def append(self, event: Event) -> bool:
        """Add an event; False where its id is there already, and then nothing is changed."""
        dialect = self.connection.dialect.name
        if not isinstance(event, Review):
            table, row = plain_values(event)
            return prepared.write(self.connection, insert_once(dialect, table), [row]) == 1
        if self.histories.with_answer(event.id):
            return False
        row = review_values(event)
        new = prepared.write(self.connection, insert_once(dialect, review), [row])
        if new == 1:
            rows = outcome_values(event)
            prepared.write(self.connection, insert_once(dialect, outcome), rows)
        return new == 1

    def reviews(self, learner: LearnerId) -> tuple[Review, ...]:
        """All reviews that stand, by time and then by id."""
        return tuple(in_order(self.given(learner), self.histories.of_learner(learner)))

    def given(self, learner: LearnerId) -> tuple[Review, ...]:
        """Those of them that are in no history."""
        return self._reviews(_STANDING, _OUTCOMES, {"learner": learner})

    def ratings(self, learner: LearnerId) -> Ratings:
        """Point, rating and instant of every outcome that stands, in no order.

        Of a card that begins with what another program knew there are none: its first answer here
        would be taken for the first ever.
        """
        return ratings(self.connection, learner, self.histories.of_learner(learner))

    def reviews_of(self, learner: LearnerId, card: CardId) -> tuple[Review, ...]:
        """A card's reviews that stand, by time and then by id."""
        asked = {"learner": learner, "card": card}
        found = self._reviews(_STANDING_OF_CARD, _OUTCOMES_OF_CARD, asked)
        return tuple(in_order(found, self.histories.of_card(learner, card)))

    def reviews_of_decks(
        self, learner: LearnerId, decks: Iterable[DeckId]
    ) -> dict[CardId, list[BriefReview]]:
        """The reviews of decks that stand, in brief, by card and in order."""
        return reviews_of_decks(self.connection, learner, decks)

    def reviews_since(
        self, learner: LearnerId, start: Instant, before: Instant = FOREVER
    ) -> tuple[Review, ...]:
        """The reviews from an instant on, and before another, that stand, by time and by id."""
        asked: dict[str, str | int] = {"learner": learner, "start": start, "before": before}
        found = self._reviews(_STANDING_SINCE, _OUTCOMES_SINCE, asked)
        histories = self.histories.between(learner, start, before)
        return tuple(in_order(found, histories))

    def holds(self, learner: LearnerId) -> dict[CardId, Instant]:
        """For each card ever set aside, the instant until which it is."""
        rows = self.connection.execute(_HOLDS, {"learner": learner}).mappings()
        return held(map(hold_of, rows))

    def holds_of(self, learner: LearnerId, card: CardId) -> tuple[Hold, ...]:
        """How a card was set aside and released, by time and then by id."""
        asked = {"learner": learner, "card": card}
        return tuple(map(hold_of, self.connection.execute(_HOLDS_OF, asked).mappings()))

    def last_standing(
        self, learner: LearnerId, came: Callable[[Hold], bool] | None = None
    ) -> Review | Hold | None:
        """The latest review or hold that was not taken back.

        With `came`, which says whether a hold came from elsewhere, those count no more, nor do
        histories, all of which did.
        """
        ends: list[Review | Hold | None] = []
        if came is None:
            ends.append(self.histories.last(learner))
        given = self.connection.execute(_LAST_REVIEW, {"learner": learner}).first()
        if given is not None:
            ends.append(self.review(EventId(given.id)))
        ends.append(self.aside.last(learner, given.at if given else 0, came))
        found = [one for one in ends if one is not None]
        return max(found, key=lambda one: (one.at, one.id), default=None)

    def standing(self, event: EventId) -> Review | Hold | None:
        """The review or hold with this id; None where there is none, or it was taken back."""
        asked = {"event": event}
        if self.connection.execute(_TAKEN_BACK, asked).first():
            return None
        row = self.connection.execute(_ONE_HOLD, asked).mappings().first()
        return self.review(event) if row is None else hold_of(row)

    def has_review(self, event: EventId) -> bool:
        """Whether there is a review with this id, taken back or not."""
        if prepared.rows(self.connection, _KNOWN_REVIEW, {"event": event}):
            return True
        return self.histories.with_answer(event) is not None

    def review(self, event: EventId) -> Review | None:
        """The review with this id, taken back or not."""
        row = self.connection.execute(select(review).where(review.c.id == event)).mappings().first()
        if row is None:
            its = self.histories.with_answer(event)
            return next((one for one in its.reviews() if one.id == event), None) if its else None
        outcomes = self.connection.execute(
            select(outcome).where(outcome.c.review == event).order_by(outcome.c.position)
        ).mappings()
        return review_of(row, tuple(map(outcome_of, outcomes)))

    def known(self, learner: LearnerId) -> tuple[Known, ...]:
        """What other programs knew, and was not taken back."""
        rows = self.connection.execute(_KNOWN, {"learner": learner}).mappings()
        return tuple(map(known_of, rows))

    def known_of(self, learner: LearnerId, card: CardId) -> tuple[Known, ...]:
        """What other programs knew of a card, and was not taken back."""
        asked = {"learner": learner, "card": card}
        if not prepared.rows(self.connection, _ANY_KNOWN, asked):  # as of nearly every card
            return ()
        return tuple(map(known_of, self.connection.execute(_KNOWN_OF, asked).mappings()))

    def knew(self, event: EventId) -> Known | None:
        """What was known elsewhere by the id of its event, taken back or not."""
        row = self.connection.execute(select(known).where(known.c.id == event)).mappings().first()
        return None if row is None else known_of(row)

    def knew_of(self, learner: LearnerId, cards: Sequence[CardId]) -> tuple[Known, ...]:
        """What was known elsewhere of these cards, taken back or not."""
        found: list[Known] = []
        for start in range(0, len(cards), _CHUNK):
            its = known.c.card.in_(cards[start : start + _CHUNK])
            rows = self.connection.execute(select(known).where(its, known.c.learner == learner))
            found += map(known_of, rows.mappings())
        return tuple(found)

    def wordings(self, learner: LearnerId, points: Sequence[PointId]) -> dict[PointId, Wordings]:
        """What the learner said otherwise than marking of these points, and did not take back."""
        found: list[RowMapping] = []
        for start in range(0, len(points), _CHUNK):
            asked = {"learner": learner, "points": list(points[start : start + _CHUNK])}
            found += self.connection.execute(_WORDED, asked).mappings()
        return wordings(map(outcome_of, found))

    def answers_to(self, learner: LearnerId, cards: Sequence[CardId]) -> tuple[AnswerHead, ...]:
        """All answers to these cards, taken back or not, in no order."""
        found: list[AnswerHead] = []
        statement = select(review.c.id, review.c.card, review.c.direction, review.c.at)
        for start in range(0, len(cards), _CHUNK):
            chunk = list(cards[start : start + _CHUNK])
            its = statement.where(review.c.card.in_(chunk), review.c.learner == learner)
            found += starmap(AnswerHead, self.connection.execute(its))
        for one in self.histories.ever_of_cards(learner, cards):
            heads = ((one.event(each.at), each.at) for each in one.answers)
            found += (AnswerHead(id_, one.card, one.direction, at) for id_, at in heads)
        return tuple(found)

    def reviews_among(self, events: Sequence[EventId]) -> frozenset[EventId]:
        """Those of the ids that are reviews, taken back or not."""
        found = set(self.histories.answers_among(events))
        for start in range(0, len(events), _CHUNK):
            chunk = list(events[start : start + _CHUNK])
            rows = self.connection.scalars(select(review.c.id).where(review.c.id.in_(chunk)))
            found.update(map(EventId, rows))
        return frozenset(found)

    def cards_reviewed(self, cards: Sequence[CardId]) -> frozenset[CardId]:
        """Those of the cards that anyone was ever asked, here or in another program."""
        found: set[CardId] = set()
        for column in (review.c.card, history.c.card, known.c.card):
            perhaps = prepared.perhaps_there(self.connection, column, cards)
            for start in range(0, len(perhaps), _CHUNK):
                chunk = list(perhaps[start : start + _CHUNK])
                rows = self.connection.execute(select(column).where(column.in_(chunk)).distinct())
                found.update(CardId(row[0]) for row in rows)
        return frozenset(found)

    def events(self) -> tuple[Event, ...]:
        """The whole journal of all learners, undone events and undos included."""
        outcomes: dict[str, list[Outcome]] = defaultdict(list)
        for row in self.connection.execute(
            select(outcome).order_by(outcome.c.review, outcome.c.position)
        ).mappings():
            outcomes[row["review"]].append(outcome_of(row))
        found: list[Event] = [
            review_of(row, tuple(outcomes[row["id"]]))
            for row in self.connection.execute(select(review)).mappings()
        ]
        found += (one for its in self.histories.all() for one in its.reviews())
        found += map(hold_of, self.connection.execute(select(hold)).mappings())
        found += map(known_of, self.connection.execute(select(known)).mappings())
        found += (
            Undo(EventId(row.id), LearnerId(row.learner), EventId(row.event), Instant(row.at))
            for row in self.connection.execute(select(undo))
        )
        return tuple(sorted(found, key=lambda event: (event.at, event.id)))

    def _reviews(
        self,
        statement: Select[tuple[object, ...]],
        outcomes: Select[tuple[object, ...]],
        asked: Mapping[str, str | int],
    ) -> tuple[Review, ...]:
        by_review: dict[str, list[Outcome]] = defaultdict(list)
        for row in self.connection.execute(outcomes, asked).mappings():
            by_review[row["review"]].append(outcome_of(row))
        rows = self.connection.execute(statement, asked).mappings()
        return tuple(review_of(row, tuple(by_review[row["id"]])) for row in rows)


_BY_LEARNER = review.c.learner == bindparam("learner")
_BY_CARD = review.c.card == bindparam("card")
_STANDING = (
    select(review)
    .where(_BY_LEARNER, ~exists().where(undo.c.event == review.c.id))
    .order_by(review.c.at, review.c.id)
)
_STANDING_OF_CARD = _STANDING.where(_BY_CARD).order_by(None)
"""Sorted by us: for the order's sake SQLite would go through all reviews of the learner by time."""
_OUTCOMES = (
    select(outcome)
    .join(review, review.c.id == outcome.c.review)
    .where(_BY_LEARNER)
    .order_by(outcome.c.position)
)
_KNOWN = (
    select(known)
    .where(known.c.learner == bindparam("learner"), ~exists().where(undo.c.event == known.c.id))
    .order_by(known.c.at, known.c.id)
)
_KNOWN_OF = _KNOWN.where(known.c.card == bindparam("card"))
_ANY_KNOWN = select(known.c.id).where(
    known.c.card == bindparam("card"), known.c.learner == bindparam("learner")
)
_OUTCOMES_OF_CARD = _OUTCOMES.where(_BY_CARD)
_SINCE = (review.c.at >= bindparam("start")) & (review.c.at < bindparam("before"))
_STANDING_SINCE = _STANDING.where(_SINCE)
_OUTCOMES_SINCE = _OUTCOMES.where(_SINCE)
_WORDED = (
    select(outcome)
    .join(review, review.c.id == outcome.c.review)
    .where(
        outcome.c.point.in_(bindparam("points", expanding=True)),
        outcome.c.wording.is_not(None),
        _BY_LEARNER,
        ~exists().where(undo.c.event == review.c.id),
    )
    .order_by(review.c.at, review.c.id)
)
"""The index of outcomes by point holds those alone that have a wording."""
_HOLDS = (
    select(hold)
    .where(hold.c.learner == bindparam("learner"), ~exists().where(undo.c.event == hold.c.id))
    .order_by(hold.c.at, hold.c.id)
)
_LAST_REVIEW = (
    select(review.c.id, review.c.at)
    .where(_BY_LEARNER, ~exists().where(undo.c.event == review.c.id))
    .order_by(review.c.at.desc(), review.c.id.desc())
    .limit(1)
)
_KNOWN_REVIEW = select(review.c.id, review.c.at).where(review.c.id == bindparam("event"))
_TAKEN_BACK = select(undo.c.id).where(undo.c.event == bindparam("event"))
_ONE_HOLD = select(hold).where(hold.c.id == bindparam("event"))
_HOLDS_OF = _HOLDS.where(hold.c.card == bindparam("card"))
