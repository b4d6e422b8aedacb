"""A sitting as a pure state machine: ask, reveal, tick, rate, saved, next.

Every step returns a new state. Times and ids come from outside; so does saving: a face saves
the review that `review` makes, and only then tells the sitting so with `saved`.
"""

from dataclasses import dataclass, field, replace
from enum import Enum, auto

from learnt.clock import Instant
from learnt.deck import Card
from learnt.deck.tidy import tidy
from learnt.ids import CardId, EventId, LearnerId, PointId
from learnt.journal import (
    Rating,
    Review,
    answer_time,
    outcomes_of,
    points_said,
    proposed_rating,
)
from learnt.plan import Item, Queue, Schedule
from learnt.practice.exercise import Exercise


class Phase(Enum):
    """Where a sitting stands."""

    ASKING = auto()
    TICKING = auto()
    RATING = auto()
    FINISHED = auto()


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer of this sitting, for the summary at its end."""

    review: EventId
    card: CardId
    label: str
    rating: Rating
    missed: tuple[str, ...]


def answered(review: Review, card: Card | None) -> Answered:
    """An answer as the summary tells it; `card` is None where it was deleted since."""
    missed = {outcome.point for outcome in review.outcomes if not outcome.rating.passed}
    if card is None:
        return Answered(review.id, review.card, "a card that was deleted", review.rating, ())
    texts = tuple(point.text for point in card.asked(review.direction) if point.id in missed)
    return Answered(review.id, review.card, card.label, review.rating, texts)


@dataclass(frozen=True, slots=True)
class Sitting:
    """A queue and the card on the table; `item`, `exercise` and `event` are None without one.

    `event` is the id that the answer will have. It is given when the card is asked, so that an
    answer sent twice is still one answer.
    """

    queue: Queue
    phase: Phase = Phase.FINISHED
    item: Item | None = None
    exercise: Exercise | None = None
    event: EventId | None = None
    answer: str | None = None
    ticked: frozenset[PointId] = frozenset()
    moments: tuple[Instant, ...] = ()
    answered: tuple[Answered, ...] = field(default=())

    def ask(self, item: Item, exercise: Exercise, event: EventId, now: Instant) -> "Sitting":
        """Put a card of the queue on the table."""
        return replace(
            self,
            phase=Phase.ASKING,
            item=item,
            exercise=exercise,
            event=event,
            answer=None,
            ticked=frozenset(),
            moments=(now,),
        )

    def finish(self) -> "Sitting":
        """Clear the table: nothing is left to ask."""
        return replace(self, phase=Phase.FINISHED, item=None, exercise=None, event=None)

    def reveal(self, answer: str | None, now: Instant) -> "Sitting":
        """Show the points; `answer` is what was typed, None where it was only thought."""
        self._must_be(Phase.ASKING)
        several = len(self._table.points) > 1
        return replace(
            self,
            phase=Phase.TICKING if several else Phase.RATING,
            answer=tidy(answer or "") or None,  # a paste may hold what a terminal would obey
            moments=(*self.moments, now),
        )

    def toggle(self, number: int, now: Instant) -> "Sitting":
        """Tick or untick the point with this number, from 1; other numbers change nothing."""
        self._must_be(Phase.TICKING)
        if not 1 <= number <= len(self._table.points):
            return self
        point = self._table.points[number - 1].id
        return replace(self, ticked=self.ticked ^ {point}, moments=(*self.moments, now))

    def toggle_all(self, now: Instant) -> "Sitting":
        """Tick every point, or none where all are ticked."""
        self._must_be(Phase.TICKING)
        everything = frozenset(point.id for point in self._table.points)
        ticked = frozenset() if self.ticked == everything else everything
        return replace(self, ticked=ticked, moments=(*self.moments, now))

    def weigh(self, now: Instant) -> "Sitting":
        """Done with ticking: on to the rating."""
        self._must_be(Phase.TICKING)
        return replace(self, phase=Phase.RATING, moments=(*self.moments, now))

    def back(self, now: Instant) -> "Sitting":
        """From the rating back to the ticks."""
        self._must_be(Phase.RATING)
        several = len(self._table.points) > 1
        phase = Phase.TICKING if several else Phase.RATING
        return replace(self, phase=phase, moments=(*self.moments, now))

    @property
    def proposed(self) -> Rating:
        """The rating proposed: by the ticks, and Good for a card of one point."""
        points = self._table.points
        return Rating.GOOD if len(points) == 1 else proposed_rating(points, self.ticked)

    def said(self, rating: Rating) -> frozenset[PointId]:
        """The points that count as said: those ticked; a single point unless rated Again."""
        return points_said(self._table.points, self.ticked, rating)

    def review(self, learner: LearnerId, rating: Rating, now: Instant) -> Review:
        """The answer as an event, to be saved before anything else happens."""
        self._must_be(Phase.RATING)
        table = self._table
        if self.event is None:
            raise ValueError("no card is on the table")
        return Review(
            id=self.event,
            learner=learner,
            card=table.card.id,
            at=now,
            rating=rating,
            outcomes=outcomes_of(table.points, self.said(rating), rating),
            direction=table.direction,
            exercise=table.kind,
            answer=self.answer,
            duration_ms=answer_time((*self.moments, now)),
        )

    def saved(self, review: Review, schedule: Schedule, day_end: Instant) -> "Sitting":
        """The review is in the journal: the card leaves the table."""
        self._must_be(Phase.RATING)
        return self.took(answered(review, self._table.card), schedule, day_end)

    def took(self, done: Answered, schedule: Schedule | None, day_end: Instant) -> "Sitting":
        """An answer is in the journal; `schedule` is None where its card is gone by now."""
        queue = self.queue
        queue = queue.answered(schedule, day_end) if schedule else queue.without(done.card)
        return replace(self.finish(), queue=queue, answered=(*self.answered, done))

    def dropped(self, card: CardId) -> "Sitting":
        """A card was set aside or deleted: it leaves queue and table unrated."""
        return replace(self.finish(), queue=self.queue.without(card))

    def taken_back(self, review: EventId, queue: Queue) -> "Sitting":
        """An answer was undone; `queue` is the day's queue made anew."""
        left = tuple(one for one in self.answered if one.review != review)
        return replace(self.finish(), queue=queue, answered=left)

    @property
    def _table(self) -> Exercise:
        if self.exercise is None:
            raise ValueError("no card is on the table")
        return self.exercise

    def _must_be(self, phase: Phase) -> None:
        if self.phase is not phase:
            raise ValueError(f"this step belongs to {phase.name}, not to {self.phase.name}")
