"""A sitting as a pure state machine: ask, reveal, perhaps marked, tick, rate, saved, next.

Every step returns a new state. Times and ids come from outside; so does saving: a face saves
the review that `review` makes, and only then tells the sitting so with `saved`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from learnt.clock import Instant
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
from learnt.practice.answered import Answered, answered
from learnt.practice.exercise import Exercise
from learnt.practice.marked import Marked

if TYPE_CHECKING:
    from learnt.marking import Verdict


class Phase(Enum):
    """Where a sitting stands."""

    ASKING = auto()
    TICKING = auto()
    RATING = auto()
    FINISHED = auto()


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
    marks: Marked | None = None
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
            marks=None,
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

    def marked(self, verdicts: Iterable["Verdict"]) -> "Sitting":
        """What marking proposes for the answer: the ticks begin so, and nothing is rated by it.

        A point of which it is unsure is left open, unticked, for the learner to say yes or no.
        """
        self._must_be(Phase.TICKING, Phase.RATING)
        by_point = {one.point: one for one in verdicts}
        its_own = tuple(by_point[point.id] for point in self._table.points)
        marks = Marked(self.answer or "", its_own)
        return replace(self, marks=marks, ticked=marks.said)

    def settle(self, number: int, now: Instant, *, said: bool) -> "Sitting":
        """Say whether the point with this number, from 1, is in the answer that was marked."""
        self._must_be(Phase.TICKING, Phase.RATING)
        point = {self._table.points[number - 1].id}
        ticked = self.ticked | point if said else self.ticked - point
        return replace(self._settling(point), ticked=ticked, moments=(*self.moments, now))

    @property
    def open(self) -> tuple[int, ...]:
        """The numbers of the points that marking asks about and that are not settled yet."""
        waiting = self.marks.open if self.marks else frozenset()
        points = self.exercise.points if self.exercise else ()
        return tuple(n for n, point in enumerate(points, start=1) if point.id in waiting)

    def toggle(self, number: int, now: Instant) -> "Sitting":
        """Tick or untick the point with this number, from 1; other numbers change nothing."""
        self._must_be(Phase.TICKING)
        if not 1 <= number <= len(self._table.points):
            return self
        point = {self._table.points[number - 1].id}
        ticked = self.ticked ^ point
        return replace(self._settling(point), ticked=ticked, moments=(*self.moments, now))

    def toggle_all(self, now: Instant) -> "Sitting":
        """Tick every point, or none where all are ticked."""
        self._must_be(Phase.TICKING)
        everything = frozenset(point.id for point in self._table.points)
        ticked = frozenset() if self.ticked == everything else everything
        return replace(self._settling(everything), ticked=ticked, moments=(*self.moments, now))

    def tick_only(self, numbers: Iterable[int], now: Instant) -> "Sitting":
        """Tick the points with these numbers, from 1, and no others."""
        self._must_be(Phase.TICKING)
        points = self._table.points
        ticked = frozenset(points[number - 1].id for number in numbers)
        everything = frozenset(point.id for point in points)
        return replace(self._settling(everything), ticked=ticked, moments=(*self.moments, now))

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
        """The rating proposed: by the ticks. A card of one point that was not marked: Good.

        A point that is still `open` counts as not said in it, so a face asks about it first.
        """
        points = self._table.points
        unmarked = len(points) == 1 and self.marks is None
        return Rating.GOOD if unmarked else proposed_rating(points, self.ticked)

    def said(self, rating: Rating) -> frozenset[PointId]:
        """The points that count as said: those ticked; a single point unless rated Again."""
        return points_said(self._table.points, self.ticked, rating)

    def review(self, learner: LearnerId, rating: Rating, now: Instant) -> Review:
        """The answer as an event, to be saved before anything else happens."""
        self._must_be(Phase.RATING)
        table = self._table
        if self.event is None:
            raise ValueError("no card is on the table")
        outcomes = outcomes_of(table.points, self.said(rating), rating)
        return Review(
            id=self.event,
            learner=learner,
            card=table.card.id,
            at=now,
            rating=rating,
            outcomes=self.marks.noted(outcomes, table.points) if self.marks else outcomes,
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

    def overtaken(self, queue: Queue) -> "Sitting":
        """What is on the table was answered elsewhere; `queue` is the day's queue made anew."""
        return replace(self.finish(), queue=queue)

    def taken_back(self, review: EventId, queue: Queue) -> "Sitting":
        """An answer was undone; `queue` is the day's queue made anew."""
        left = tuple(one for one in self.answered if one.review != review)
        return replace(self.finish(), queue=queue, answered=left)

    def _settling(self, points: Iterable[PointId]) -> "Sitting":
        return replace(self, marks=self.marks.settling(points)) if self.marks else self

    @property
    def _table(self) -> Exercise:
        if self.exercise is None:
            raise ValueError("no card is on the table")
        return self.exercise

    def _must_be(self, *phases: Phase) -> None:
        if self.phase not in phases:
            belongs = " and ".join(phase.name for phase in phases)
            raise ValueError(f"this step belongs to {belongs}, not to {self.phase.name}")
