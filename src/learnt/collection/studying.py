"""The verbs of a sitting: begin, save, undo, set aside. Every answer is saved before the next."""

from collections.abc import Iterable

from learnt.clock import Instant
from learnt.collection.folding import append_review, undo_review
from learnt.collection.library import Library
from learnt.deck import Direction
from learnt.errors import UsageError
from learnt.ids import CardId, EventId
from learnt.journal import FOREVER, Hold, Rating, Review, Undo, proposed_rating
from learnt.plan import Item, Kind, Queue, Schedule, previews
from learnt.practice import Exercise, Phase, Sitting


class Studying(Library):
    """Sittings of a collection's learner."""

    def begin(self, asked: str | None = None, *, practise: bool = False) -> Sitting:
        """Start, or resume, the day's sitting with its first card on the table.

        `practise` asks every card of the deck, the least known first, due or not.
        """
        return self.next(Sitting(self.queue(asked, practise=practise)))

    def queue(self, asked: str | None = None, *, practise: bool = False) -> Queue:
        """What is to be asked today, of a deck or of all."""
        decks = None if asked is None else self.find(asked)
        with self._asking() as asking:
            return asking.practice(decks) if practise else asking.queue(decks, self._seed)

    def next(self, sitting: Sitting) -> Sitting:
        """Put the next card on the table; a finished sitting where nothing is left for now."""
        item = sitting.queue.next(self.now())
        return sitting.finish() if item is None else self._put(sitting, item)

    def save(self, sitting: Sitting, rating: Rating) -> Sitting:
        """Save the answer on the table with this rating, then go on to the next card."""
        if sitting.exercise is None:
            raise UsageError("There is no question open.")
        review = sitting.review(self.learner.id, rating, self.now())
        with self.store.writing() as transaction:
            schedule = append_review(
                transaction, self.learner, review, sitting.exercise.points, self.model
            )
        if schedule is None:
            return self.next(sitting.dropped(review.card))
        return self.next(sitting.saved(review, schedule, self.day_end()))

    def record(self, review: Review) -> bool:
        """Save an answer made elsewhere; False where it is in the journal already."""
        with self.store.writing() as transaction:
            known = transaction.journal.event_exists(review.id)
            found = transaction.decks.card(review.card)
            points = found[1].asked(review.direction) if found else ()
            append_review(transaction, self.learner, review, points, self.model)
        return not known

    def undo(self) -> Review | Hold | None:
        """Take back the latest answer, or the latest setting aside; None where there is none."""
        with self.store.writing() as transaction:
            transaction.learners.lock(self.learner.id)
            event = transaction.journal.last_standing(self.learner.id)
            if event is None:
                return None
            undo = Undo(EventId(self.make_id()), self.learner.id, event.id, self.now())
            transaction.journal.append(undo)
            if isinstance(event, Review):
                undo_review(transaction, self.learner, event, self.model)
        return event

    def undo_in(
        self, sitting: Sitting, asked: str | None = None, *, practise: bool = False
    ) -> tuple[Sitting, Review | Hold | None]:
        """Undo within a sitting: the card of the answer taken back is on the table again."""
        event = self.undo()
        if event is None:
            return sitting, None
        queue = sitting.queue if practise else self.queue(asked)
        sitting = sitting.taken_back(event.id, queue)
        direction = event.direction if isinstance(event, Review) else Direction.FORWARD
        return self._put(sitting, Item(event.card, direction, Kind.AGAIN, 0.0, self.now())), event

    def again(self, sitting: Sitting) -> Sitting:
        """Ask the card on the table from the start, as it reads now."""
        return self._put(sitting, sitting.item) if sitting.item else self.next(sitting)

    def bury(self, card: CardId) -> None:
        """Set a card aside until the next study day."""
        self._hold(card, self.day_end())

    def suspend(self, card: CardId) -> None:
        """Set a card aside until it is released."""
        self._hold(card, FOREVER)

    def release(self, cards: Iterable[CardId]) -> int:
        """Ask cards again that were set aside; how many were."""
        with self.store.writing() as transaction:
            holds = transaction.journal.holds(self.learner.id)
            now = self.now()
            aside = [card for card in cards if holds.get(card, now) > now]
            for card in aside:
                event = Hold(EventId(self.make_id()), self.learner.id, card, now, now)
                transaction.journal.append(event)
        return len(aside)

    def previews(self, sitting: Sitting) -> dict[Rating, Schedule]:
        """What each rating of the answer on the table would lead to."""
        table = sitting.exercise
        if table is None:
            raise UsageError("There is no question open.")
        review = sitting.review(self.learner.id, sitting.proposed, self.now())
        with self.store.reading() as transaction:
            points = [point.id for point in table.points]
            memories = transaction.caches.memories(self.learner.id, points)
            schedules = transaction.caches.schedules(self.learner.id, table.card.id)
        return previews(
            schedules.get(table.direction),
            review,
            table.points,
            memories,
            self.model,
            self.learner.settings.desired_retention,
        )

    def ask(self, asked: str | None = None) -> Exercise | None:
        """The next question of today, or None when all is done for now."""
        self._sitting = self.begin(asked)
        return self._sitting.exercise

    def answer(
        self,
        said: Iterable[int] | None = None,
        *,
        rating: Rating | int | None = None,
        text: str | None = None,
    ) -> Exercise | None:
        """Answer the question that `ask` put, and get the next one.

        `said` are the numbers, from 1, of the points that were said. Without them, all were
        where the rating is a pass. Without a rating, the one the points propose is taken.
        Raises UsageError where no question is open.
        """
        sitting = self._sitting
        if sitting is None or sitting.exercise is None:
            raise UsageError("There is no question open. Call ask() first.")
        points = sitting.exercise.points
        given = None if rating is None else Rating(rating)
        passed = given is None or given.passed
        numbers = set(said if said is not None else range(1, len(points) + 1) if passed else ())
        if given is None:
            ids = {point.id for n, point in enumerate(points, start=1) if n in numbers}
            given = proposed_rating(points, ids)
        now = self.now()
        sitting = sitting.reveal(text, now)
        if sitting.phase is Phase.TICKING:
            for number in sorted(numbers):
                sitting = sitting.toggle(number, now)
            sitting = sitting.weigh(now)
        self._sitting = self.save(sitting, given)
        return self._sitting.exercise

    def _hold(self, card: CardId, until: Instant) -> None:
        with self.store.writing() as transaction:
            event = Hold(EventId(self.make_id()), self.learner.id, card, self.now(), until)
            transaction.journal.append(event)

    def _put(self, sitting: Sitting, item: Item) -> Sitting:
        """Put an item on the table, or the next one where its card is gone."""
        with self._asking() as asking:
            exercise = asking.exercise(item.card, item.direction)
        if exercise is None:
            return self.next(sitting.dropped(item.card))
        return sitting.ask(item, exercise, EventId(self.make_id()), self.now())
