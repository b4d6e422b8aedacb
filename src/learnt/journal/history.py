"""Answers that come with a card from another program, where all its points fared alike."""

from collections.abc import Container, Iterable, Iterator, Sequence
from typing import NamedTuple

from learnt.clock import Instant
from learnt.deck import Direction
from learnt.ids import CardId, EventId, LearnerId, PointId, at_time
from learnt.journal.brief import BriefReview, brief_review
from learnt.journal.events import Outcome, Review
from learnt.journal.rating import Rating


class Answered(NamedTuple):
    """What differs from one answer of a history to the next."""

    at: Instant
    rating: Rating
    duration_ms: int


class History(NamedTuple):
    """A card's reviews in one direction, each point with the rating of its card.

    `id` is what the ids of its answers are but for their time, which is when they were given; so no
    two are of one instant, and they stand in their order. Packages have answers by the hundred
    thousand: each as an event of its own would take ten times as long to make and to keep.
    """

    id: EventId
    learner: LearnerId
    card: CardId
    direction: Direction
    points: tuple[PointId, ...]
    answers: tuple[Answered, ...]

    def event(self, at: Instant) -> EventId:
        """The id of the answer that was given at an instant."""
        return EventId(at_time(self.id, at))

    def reviews(self) -> Iterator[Review]:
        """The same as reviews."""
        outcomes = {
            rating: tuple([Outcome(point, rating) for point in self.points])
            for rating in {one.rating for one in self.answers}
        }
        for at, rating, duration_ms in self.answers:
            yield Review(
                self.event(at),
                self.learner,
                self.card,
                at,
                rating,
                outcomes[rating],
                self.direction,
                duration_ms=duration_ms,
            )

    def in_brief(self) -> list[BriefReview]:
        """The same in brief."""
        own, direction, points = self.id, self.direction, self.points
        fared = ({}, *(dict.fromkeys(points, rating) for rating in Rating))
        return [
            brief_review((EventId(at_time(own, at)), at, rating, direction, took, fared[rating]))
            for at, rating, took in self.answers
        ]

    def between(self, start: Instant, before: Instant) -> "History":
        """The history of what was answered from an instant on and before another."""
        answers = tuple(one for one in self.answers if start <= one.at < before)
        return self._replace(answers=answers)

    def without(self, events: Container[EventId]) -> "History":
        """The same less some of its answers."""
        left = tuple(one for one in self.answers if self.event(one.at) not in events)
        return self if len(left) == len(self.answers) else self._replace(answers=left)


def history_id(answer: EventId) -> EventId:
    """The id of the history that an answer with this id would be in."""
    return EventId(at_time(answer, 0))


def are_apart(histories: Sequence[History]) -> bool:
    """Whether no point has answers in two of them, so that each can be folded by itself."""
    if len(histories) < 2:
        return True
    points = [point for one in histories for point in one.points]
    return len(set(points)) == len(points)


def in_order(reviews: Iterable[Review], histories: Iterable[History]) -> list[Review]:
    """All of them as reviews, by time and then by id."""
    of_histories = (review for one in histories for review in one.reviews())
    return sorted((*reviews, *of_histories), key=lambda one: (one.at, one.id))
