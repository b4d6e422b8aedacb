"""The verbs of a sitting for a face that keeps nothing itself, such as a page in a browser.

What the page sends back is all that is known of an answer: the program may have been stopped and
started in between, the same page may be open twice, and a slow line may send it again.
"""

from collections.abc import Iterable
from dataclasses import replace

from learnt.clock import DAY_MS, Instant
from learnt.collection.asking import Asking
from learnt.collection.folding import append_review
from learnt.collection.given import Given, Look, Scope
from learnt.collection.studying import Studying
from learnt.deck import Direction, Point
from learnt.deck.tidy import tidy
from learnt.errors import NotFound, NotMarked, Overtaken
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
from learnt.plan import Item, Kind, previews
from learnt.practice import Exercise, Marked, Sitting, answered

_TAKEN_BACK = (
    "This answer was taken back since it was given, and stays so. Its card is asked again."
)
_GONE = "This card is not in the collection any more."
_CHANGED = "This card was changed since it was asked here, so it is asked again as it reads now."


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
        self,
        card: CardId,
        direction: Direction,
        said: Iterable[PointId] | None = None,
        answer: str = "",
        settled: Iterable[PointId] = (),
    ) -> Look:
        """Turn a card over. `said` are the points ticked; None where nothing was touched yet.

        An `answer` that was typed is marked: untouched, its ticks begin as marking proposes, and
        `settled` are the points of which the learner has spoken since. Without one, untouched,
        Good is proposed, which says that nothing was missing. Raises NotFound.
        """
        with self._asking() as asking:
            table = asking.exercise(card, direction)
        if table is None:
            raise NotFound(_GONE)
        marks, problem = self._marks(table, answer)
        if marks is not None:
            marks = marks.settling(settled)
            said = marks.said if said is None else said
        ticked = None if said is None else frozenset(said)
        return self._look(table, ticked, marks, problem)

    def _marks(self, table: Exercise, answer: str) -> tuple[Marked | None, str | None]:
        """What marking proposes for what was typed; what went wrong, if anything did."""
        typed = tidy(answer)
        if not typed:
            return None, None
        try:
            return Marked(typed, self.verdicts(table, typed)), None
        except NotMarked as error:
            return None, str(error)

    def _look(
        self,
        table: Exercise,
        said: frozenset[PointId] | None,
        marks: Marked | None,
        problem: str | None,
    ) -> Look:
        points, card, proposed = table.points, table.card_id, Rating.GOOD
        if said is not None and (marks is not None or len(points) > 1):
            proposed = proposed_rating(points, said)
        with self._asking(fresh=True) as asking:  # memories are read by the model they are of
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
        is_open = marks is not None and bool(marks.open)
        return Look(table, None if is_open else proposed, shown, said, marks, problem)

    def give(self, sitting: Sitting, given: Given) -> Sitting:
        """Save an answer once, and put the next card on the table, in one transaction.

        The same answer sent again changes nothing. Raises Overtaken, and saves nothing, where
        it was taken back, or the card was answered or changed elsewhere since it was asked.
        """
        marks = self._marks_shown(given)
        with self.store.writing(alone=False) as transaction:
            self.learner = transaction.learners.lock(self.learner.id)
            asking = self._asking_in(transaction)
            journal = transaction.journal
            new = not journal.has_review(given.event)
            if new:
                sitting = self._take(asking, sitting, given, marks)
            elif journal.standing(given.event) is None:
                raise Overtaken(_TAKEN_BACK)
            sitting = self._next(asking, sitting)
        if new:
            self._given.append(given.event)
        return sitting

    def last_event(self) -> Review | Hold | None:
        """What `undo` would take back."""
        with self.store.reading() as transaction:
            return self._last_given(transaction)

    def written_in(self, event: EventId) -> str:
        """What the learner typed in an answer, taken back or not; "" where there is nothing."""
        with self.store.reading() as transaction:
            review = transaction.journal.review(event)
        return review.answer or "" if review and review.learner == self.learner.id else ""

    def _marks_shown(self, given: Given) -> Marked | None:
        """The marks that the page has shown, with the words they are about; None without any."""
        if not given.proposed:
            return None
        with self._asking() as asking:
            table = asking.exercise(given.card, given.direction)
        marks = None if table is None else self._marks(table, given.answer or "")[0]
        if marks is None:
            return None
        # The card, or what was learnt, may be another than when the page was made.
        shown = [one for one in marks.verdicts if given.proposed.get(one.point) is one.kind]
        spoken_of = frozenset(one.point for one in shown) - given.unsettled
        return Marked(marks.answer, tuple(shown), spoken_of)

    def _take(
        self, asking: Asking, sitting: Sitting, given: Given, marks: Marked | None
    ) -> Sitting:
        transaction = asking.transaction
        asked = given.card, given.direction, given.asked
        self._refuse_overtaken(transaction, *asked, asking.now)
        found = transaction.decks.card(given.card)
        card = found[1] if found else None
        points = [point for point in _points(given) if point.id]
        if card is not None:  # points that the card has lost in the meantime are left out
            points = [one for one in card.asked(given.direction) if one.id in given.shown]
        if not points:
            raise Overtaken(_CHANGED)
        review = self._review(given, points, asking.now)
        if marks is not None:
            review = replace(review, outcomes=marks.noted(review.outcomes, points))
        schedule = append_review(transaction, self.learner, review)
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
