"""The verbs of a sitting: begin, save, undo, set aside. Every answer is saved before the next."""

from collections.abc import Iterable

from learnt.clock import Instant
from learnt.collection.asking import Asking
from learnt.collection.folding import append_review, merge_events, undo_review
from learnt.collection.marking import Marking
from learnt.deck import Direction
from learnt.errors import Overtaken, UsageError
from learnt.ids import CardId, EventId
from learnt.journal import FOREVER, Event, Hold, Rating, Review, Undo, held
from learnt.plan import Item, Kind, Left, Queue, Schedule, previews
from learnt.practice import Sitting
from learnt.store import Transaction

_ELSEWHERE = "This card was answered in another window since it was asked here. That answer counts."


class Studying(Marking):
    """Sittings of a collection's learner."""

    def begin(self, asked: str | None = None, *, practise: bool = False) -> Sitting:
        """Start, or resume, the day's sitting with its first card on the table.

        `practise` asks every card of the deck, the least known first, due or not.
        """
        return self.next(Sitting(self.queue(asked, practise=practise)))

    def queue(self, asked: str | None = None, *, practise: bool = False) -> Queue:
        """What is to be asked today, of a deck or of all."""
        decks = None if asked is None else self.find(asked)
        with self._asking(fresh=True) as asking:
            return asking.practice(decks) if practise else asking.queue(decks, self._seed)

    def left(self) -> Left:
        """How many cards today's queue holds, of all decks."""
        with self._asking(fresh=True) as asking:
            return asking.left() or asking.queue(None, self._seed).left

    def next(self, sitting: Sitting) -> Sitting:
        """Put the next card on the table; a finished sitting where nothing is left for now."""
        with self._asking() as asking:
            return self._next(asking, sitting)

    def save(self, sitting: Sitting, rating: Rating) -> Sitting:
        """Save the answer on the table with this rating, then go on to the next card.

        One transaction: the next card is handed out only when the answer is on the disk. Raises
        Overtaken, and saves nothing, where the card was answered elsewhere since it was asked.
        """
        if sitting.exercise is None:
            raise UsageError("There is no question open.")
        review = sitting.review(self.learner.id, rating, self.now())
        with self.store.writing(alone=False) as transaction:
            self.learner = transaction.learners.lock(self.learner.id)
            if not transaction.journal.has_review(review.id):
                asked = review.card, review.direction, sitting.moments[0]
                self._refuse_overtaken(transaction, *asked, review.at)
            schedule = append_review(transaction, self.learner, review)
            if schedule is None:
                sitting = sitting.dropped(review.card)
            else:
                sitting = sitting.saved(review, schedule, self.day_end())
            sitting = self._next(self._asking_in(transaction), sitting)
        self._given.append(review.id)
        return sitting

    def go_on(
        self, sitting: Sitting, asked: str | None = None, *, practise: bool = False
    ) -> Sitting:
        """The next card, where what is on the table was answered elsewhere."""
        if practise and sitting.exercise:
            return self.next(sitting.dropped(sitting.exercise.card.id))
        return self.next(sitting.overtaken(self.queue(asked, practise=practise)))

    def merge(self, events: Iterable[Event]) -> int:
        """Take in events from another device, in any order; how many were new.

        All of them are saved, or none. Raises UsageError for another learner's events.
        """
        arrived = tuple(events)
        if any(event.learner != self.learner.id for event in arrived):
            raise UsageError("These answers are another learner's. Open the collection for them.")
        with self.store.writing(alone=False) as transaction:
            self.learner = transaction.learners.lock(self.learner.id)
            return merge_events(transaction, self.learner, arrived)

    def record(self, review: Review) -> bool:
        """Save an answer made elsewhere; False where it is in the journal already."""
        new = self.merge([review]) == 1
        if new:
            self._given.append(review.id)
        return new

    def undo(self, chosen: EventId | None = None) -> Review | Hold | None:
        """Take back the latest answer or setting aside, or the one chosen by its id.

        The latest is what was given here last, as long as this collection is open; before that, it
        is the latest by its time, less what came with cards from elsewhere. None where there is
        none, or where it was taken back already.
        """
        with self.store.writing(alone=False) as transaction:
            self.learner = transaction.learners.lock(self.learner.id)
            journal = transaction.journal
            event = journal.standing(chosen) if chosen else self._last_given(transaction)
            if event is None or event.learner != self.learner.id:
                return None
            undo = Undo(EventId(self.make_id()), self.learner.id, event.id, self.now())
            transaction.journal.append(undo)
            if isinstance(event, Review):
                undo_review(transaction, self.learner, event)
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

    def bury(self, card: CardId) -> Hold:
        """Set a card aside until the next study day."""
        return self._hold(card, self.day_end())

    def suspend(self, card: CardId) -> Hold:
        """Set a card aside until it is released."""
        return self._hold(card, FOREVER)

    def release(self, cards: Iterable[CardId]) -> int:
        """Ask cards again that were set aside; how many were."""
        with self.store.writing(alone=False) as transaction:
            holds = transaction.journal.holds(self.learner.id)
            now = self.now()
            aside = [card for card in cards if holds.get(card, now) > now]
            events = [self._hold_in(transaction, card, now) for card in aside]
        self._given += (event.id for event in events)
        return len(events)

    def previews(self, sitting: Sitting) -> dict[Rating, Schedule]:
        """What each rating of the answer on the table would lead to."""
        table = sitting.exercise
        if table is None:
            raise UsageError("There is no question open.")
        review = sitting.review(self.learner.id, sitting.proposed, self.now())
        with self._asking(fresh=True) as asking:  # memories are read by the model they are of
            caches, points = asking.transaction.caches, [point.id for point in table.points]
            memories = caches.memories(self.learner.id, points)
            schedules = caches.schedules(self.learner.id, table.card.id)
        return previews(
            schedules.get(table.direction),
            review,
            table.points,
            memories,
            self.model,
            self.learner.settings.desired_retention,
        )

    def _refuse_overtaken(
        self,
        transaction: Transaction,
        card: CardId,
        direction: Direction,
        asked: Instant,
        now: Instant,
    ) -> None:
        """Raise Overtaken where a card was answered since it was asked.

        What is dated after now was answered before the clock was set back.
        """
        before = transaction.caches.schedules(self.learner.id, card).get(direction)
        if before is not None and asked < before.last <= now:
            raise Overtaken(_ELSEWHERE)

    def _last_given(self, transaction: Transaction) -> Review | Hold | None:
        journal = transaction.journal
        while self._given:
            if (found := journal.standing(self._given[-1])) is not None:
                return found
            self._given.pop()  # it was taken back
        return journal.last_standing(self.learner.id, _came)

    def _hold(self, card: CardId, until: Instant) -> Hold:
        with self.store.writing(alone=False) as transaction:
            event = self._hold_in(transaction, card, until)
        self._given.append(event.id)
        return event

    def _hold_in(self, transaction: Transaction, card: CardId, until: Instant) -> Hold:
        """Set a card aside, or release it: after what was done last, whatever the clock says."""
        self.learner = transaction.learners.lock(self.learner.id)
        before, now = transaction.journal.holds_of(self.learner.id, card), self.now()
        at = now
        if before and before[-1].at > now:  # the clock was set back
            at = Instant(before[-1].at + 1)
            until = max(until, held(before)[card]) if until > now else until
        event = Hold(EventId(self.make_id()), self.learner.id, card, at, until)
        transaction.journal.append(event)
        return event

    def _put(self, sitting: Sitting, item: Item) -> Sitting:
        """Put an item on the table, or the next one where its card is gone."""
        with self._asking() as asking:
            asked = self._asked(asking, sitting, item)
            return asked or self._next(asking, sitting.dropped(item.card))

    def _next(self, asking: Asking, sitting: Sitting) -> Sitting:
        while (item := sitting.queue.next(self.now())) is not None:
            if asked := self._asked(asking, sitting, item):
                return asked
            sitting = sitting.dropped(item.card)
        return sitting.finish()

    def _asked(self, asking: Asking, sitting: Sitting, item: Item) -> Sitting | None:
        exercise = asking.exercise(item.card, item.direction)
        if exercise is None:
            return None
        return sitting.ask(item, exercise, EventId(self.make_id()), self.now())


def _came(hold: Hold) -> bool:
    """Whether a card was set aside, or released, by a package and not by the learner."""
    from learnt.sources.packages import is_of_anki

    return is_of_anki(hold)
