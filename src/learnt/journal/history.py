"""Answers that come with a card from another program, where all its points fared alike."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from learnt.clock import Instant
from learnt.deck import Direction
from learnt.ids import CardId, EventId, LearnerId, PointId
from learnt.journal.events import Outcome, Review
from learnt.journal.rating import Rating


class Rated(Protocol):
    """What a memory and a schedule need to know of an answer."""

    @property
    def at(self) -> Instant:
        """When it was given."""
        ...

    @property
    def rating(self) -> Rating:
        """How it was rated."""
        ...


class Answered(NamedTuple):
    """What differs from one answer of a history to the next. They sort by time and then by id."""

    at: Instant
    id: EventId
    rating: Rating
    duration_ms: int


@dataclass(frozen=True, slots=True)
class History:
    """A card's reviews in one direction, each point with the rating of its card.

    Packages have them by the hundred thousand: as values of their own they would take three times
    as long to make as to write.
    """

    learner: LearnerId
    card: CardId
    direction: Direction
    points: tuple[PointId, ...]
    answers: tuple[Answered, ...]

    def reviews(self, known: Container[EventId] = ()) -> Iterator[Review]:
        """The same as reviews, without those that are known."""
        for at, event, rating, duration_ms in self.answers:
            if event in known:
                continue
            outcomes = tuple(Outcome(point, rating) for point in self.points)
            yield Review(
                event,
                self.learner,
                self.card,
                at,
                rating,
                outcomes,
                self.direction,
                duration_ms=duration_ms,
            )


def joined(histories: Iterable[History]) -> dict[CardId, list[History]]:
    """The histories of each card, one a direction, their answers in order."""
    found: dict[tuple[CardId, Direction], History] = {}
    for one in histories:
        key = one.card, one.direction
        there = found.get(key)
        answers = tuple(sorted((*there.answers, *one.answers) if there else one.answers))
        found[key] = History(one.learner, *key, one.points, answers)
    by_card: dict[CardId, list[History]] = {}
    for one in found.values():
        by_card.setdefault(one.card, []).append(one)
    return by_card
