"""The verbs of a sitting for a face that keeps nothing itself, such as a page in a browser.

What the page sends back is all that is known of an answer: the program may have been stopped and
started in between, the same page may be open twice, and a slow line may send it again.
"""

from collections.abc import Collection as Container
from dataclasses import dataclass

from learnt.clock import DAY_MS, Instant
from learnt.collection.asking import Asking
from learnt.collection.folding import append_review
from learnt.collection.studying import Studying
from learnt.deck import Direction, Point
from learnt.deck.tidy import tidy
from learnt.errors import NotFound, Overtaken
from learnt.ids import CardId, EventId, PointId
from learnt.journal import (
    Hold,
    Rating,
    Review,
    answer_time,
    outcomes_of,
    points_said,
    proposed_rating,
)
from learnt.plan import Item, Kind, Schedule, previews
from learnt.practice import Exercise, Sitting, answered

_ELSEWHERE = "This card was answered in another window since it was asked here. That answer counts."
_CHANGED = "This card was changed since it was asked here, so it is asked again as it reads now."


@dataclass(frozen=True, slots=True)
class Scope:
    """Which sitting is meant: begun when, of one deck or of all, due cards or all of them."""

    since: Instant
    deck: str | None = None
    practise: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as a page sends it.

    `event` is the id that it was given when the card was asked, at `asked`. `shown` are the
    points that were there to be ticked, `said` those that were; None where the learner has only
    rated. `duration_ms` is the time spent on it, where the page has measured it.
    """

    event: EventId
    card: CardId
    direction: Direction
    asked: Instant
    rating: Rating
    shown: tuple[PointId, ...]
    said: frozenset[PointId] | None = None
    answer: str | None = None
    duration_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """A card turned over: its points, the rating proposed, and where each rating leads."""

    exercise: Exercise
    proposed: Rating
    previews: dict[Rating, Schedule]


class Resuming(Studying):
    """Sittings that live in the journal alone."""

    def resume(self, scope: Scope) -> Sitting:
        """The sitting as the journal knows it, with no card on the table yet."""
        decks = None if scope.deck is None else self.find(scope.deck)
        with self._asking(fresh=True) as asking:
            if scope.practise:
                queue = asking.practice(decks, scope.since)
            else:
                queue = asking.queue(decks, self._seed)
            return Sitting(queue, answered=asking.answered(scope.since))

    def put(self, sitting: Sitting, card: CardId, direction: Direction) -> Sitting:
        """Put this card on the table, or the next one where it is gone."""
        return self._put(sitting, Item(card, direction, Kind.AGAIN, 0.0, self.now()))

    def look(
        self, card: CardId, direction: Direction, said: Container[PointId] | None = None
    ) -> Look:
        """Turn a card over. `said` are the points ticked; None where nothing was touched yet.

        Untouched, Good is proposed, which says that nothing was missing. Raises NotFound.
        """
        with self._asking() as asking:
            table = asking.exercise(card, direction)
            if table is None:
                raise NotFound("This card is not in the collection any more.")
            points = table.points
            proposed = Rating.GOOD
            if said is not None and len(points) > 1:
                proposed = proposed_rating(points, said)
            caches = asking.transaction.caches
            review = Review(
                EventId(""),
                self.learner.id,
                card,
                asking.now,
                proposed,
                outcomes_of(points, said or (), proposed),
                table.direction,
            )
            shown = previews(
                caches.schedules(self.learner.id, card).get(table.direction),
                review,
                points,
                caches.memories(self.learner.id, [point.id for point in points]),
                self.model,
                self.learner.settings.desired_retention,
                only_rated=said is None,
            )
        return Look(table, proposed, shown)

    def give(self, sitting: Sitting, given: Given) -> Sitting:
        """Save an answer once, and put the next card on the table, in one transaction.

        The same answer sent again changes nothing. Raises Overtaken, and saves nothing, where
        the card was answered or changed elsewhere since it was asked.
        """
        with self.store.writing() as transaction:
            self.learner = transaction.learners.lock(self.learner.id)
            asking = self._asking_in(transaction)
            if not transaction.journal.has_review(given.event):
                sitting = self._take(asking, sitting, given)
            return self._next(asking, sitting)

    def last_event(self) -> Review | Hold | None:
        """What `undo` would take back."""
        with self.store.reading() as transaction:
            return transaction.journal.last_standing(self.learner.id)

    def _take(self, asking: Asking, sitting: Sitting, given: Given) -> Sitting:
        transaction = asking.transaction
        before = transaction.caches.schedules(self.learner.id, given.card).get(given.direction)
        if before is not None and before.last > given.asked:
            raise Overtaken(_ELSEWHERE)
        found = transaction.decks.card(given.card)
        card = found[1] if found else None
        points = [point for point in _points(given) if point.id]
        if card is not None:  # points that the card has lost in the meantime are left out
            points = [one for one in card.asked(given.direction) if one.id in given.shown]
        if not points:
            raise Overtaken(_CHANGED)
        review = self._review(given, points, asking.now)
        schedule = append_review(transaction, self.learner, review, self.model)
        return sitting.took(answered(review, card), schedule, self.day_end())

    def _review(self, given: Given, points: list[Point], now: Instant) -> Review:
        took = given.duration_ms
        return Review(
            id=given.event,
            learner=self.learner.id,
            card=given.card,
            at=now,
            rating=given.rating,
            outcomes=outcomes_of(
                points, points_said(points, given.said, given.rating), given.rating
            ),
            direction=given.direction,
            answer=tidy(given.answer or "") or None,
            duration_ms=answer_time((given.asked, now)) if took is None else min(took, DAY_MS),
        )


def _points(given: Given) -> list[Point]:
    """The points of a card that is gone: their ids are enough to keep the answer."""
    return [Point(one, "?") for one in given.shown]
