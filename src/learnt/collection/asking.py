"""What to ask next: the day's queue from the store, and cards put as exercises."""

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from learnt.clock import Instant, day_end, day_start, study_day
from learnt.deck import Direction
from learnt.ids import CardId, DeckId
from learnt.plan import AHEAD_MS, Left, Queue, Today, day_queue, expected_mark, practice_queue
from learnt.plan.schedule import Schedule
from learnt.practice import Answered, Exercise, answered, exercise
from learnt.store import Learner, Transaction


@dataclass(frozen=True, slots=True)
class DeckSummary:
    """A deck in a list: `due` cards to review today, `new` cards never asked."""

    id: DeckId
    title: str
    question: str | None
    cards: int
    points: int
    due: int
    new: int


@dataclass(frozen=True)
class Asking:
    """The verbs that look for what to ask, within one transaction."""

    transaction: Transaction
    learner: Learner
    now: Instant

    def queue(self, decks: Sequence[DeckId] | None, seed: str) -> Queue:
        """The day's queue, of some decks or of all."""
        settings = self.learner.settings
        today = study_day(self.now, self._zone)
        start = day_start(today, self._zone)
        caches = self.transaction.caches
        held = self._held()
        end = day_end(self.now, self._zone)
        asked = caches.asked_between(self.learner.id, start, end)
        waiting = caches.due(self.learner.id, max(end, Instant(self.now + AHEAD_MS)), decks)
        introduced = sum(one.first >= start for one in asked)
        busy = held | {one.card for one in asked} | {one.card for one in waiting}
        new = self._new(decks, settings.new_a_day - introduced, busy)
        return day_queue(
            Today(
                now=self.now,
                seed=f"{seed} {self.learner.id} {today}",
                waiting=tuple(
                    one
                    for one in waiting
                    if one.card not in held and (one.due < end or one.last >= start)
                ),
                new=new,
                asked={one.card: one.direction for one in asked},
                introduced=introduced,
                reviewed=len(asked) - introduced,
            ),
            settings,
        )

    def _new(
        self, decks: Sequence[DeckId] | None, room: int, busy: AbstractSet[CardId]
    ) -> tuple[tuple[CardId, Direction], ...]:
        """The first cards never asked that are not busy otherwise, as many as there is room for.

        Few are busy, so that a few more than there is room for nearly always hold enough.
        """
        limit = 2 * max(room, 0)
        while limit:
            found = self.transaction.caches.never_asked(self.learner.id, decks, limit)
            free = tuple(one for one in found if one[0] not in busy)
            if len(free) >= room or len(found) < limit:
                return free[:room]
            limit *= 4
        return ()

    def left(self) -> Left | None:
        """What `queue` holds, counted without making it; None where that is not so simple."""
        me, caches, settings = self.learner.id, self.transaction.caches, self.learner.settings
        start = day_start(study_day(self.now, self._zone), self._zone)
        end = day_end(self.now, self._zone)
        held, asked = self._held(), caches.asked_between(me, start, end)
        direction = {one.card: one.direction for one in asked}
        busy = held | direction.keys()
        special = caches.due_among(me, end, [*busy])
        due = self.transaction.days.due_counts(me, [end])[0] - len({one[1] for one in special})
        introduced = sum(one.first >= start for one in asked)
        new = self._new(None, settings.new_a_day - introduced, busy)
        last = max(end, Instant(self.now + AHEAD_MS))
        if caches.due_among(me, last, [card for card, _ in new]):
            return None  # one of their directions is due, and is asked instead
        returning = sum(
            one.due < last and one.direction is direction[one.card]
            for one in asked
            if one.card not in held
        )
        room = max(0, settings.reviews_a_day - (len(asked) - introduced))
        return Left(min(due, room), len(new), returning)

    def practice(self, decks: Sequence[DeckId] | None, since: Instant | None = None) -> Queue:
        """Every card of the decks, the least known first and those never asked at the end.

        A card asked since an instant is left out, or comes back within the day.
        """
        held = self._held()
        caches = self.transaction.caches
        seen = caches.all_schedules(self.learner.id, decks)
        marks = self._marks([one for one in seen if one.card not in held])
        never = caches.never_asked(self.learner.id, decks)
        one_each: dict[CardId, tuple[float, CardId, Direction]] = {}
        for mark, card, direction in sorted(marks):
            one_each.setdefault(card, (mark, card, direction))
        for place, (card, direction) in enumerate(never):
            if card not in held:
                one_each.setdefault(card, (2.0 + place, card, direction))
        end = day_end(self.now, self._zone)
        done = caches.asked_between(self.learner.id, since, end) if since is not None else ()
        returning = [one for one in done if one_each.pop(one.card, None)]
        queue = practice_queue(one_each.values())
        for one in returning:
            queue = queue.answered(one, end)
        return queue

    def answered(self, since: Instant) -> tuple[Answered, ...]:
        """What was answered since an instant, by time, as the summary of a sitting tells it."""
        end = Instant(self.now + 1)  # what is dated later was given before the clock was set back
        found = self.transaction.journal.reviews_since(self.learner.id, since, end)
        cards = self.transaction.decks.cards({review.card for review in found})
        return tuple(answered(review, cards.get(review.card)) for review in found)

    def exercise(self, card_id: CardId, direction: Direction) -> Exercise | None:
        """The card as an exercise; None where it is not in the collection any more."""
        decks = self.transaction.decks
        found = decks.card(card_id)
        if found is None:
            return None
        head, card = found
        if direction not in card.directions:  # it was edited since
            direction = card.directions[0]
        others: tuple[str, ...] = ()
        if card.prompt is None:
            opening = card.points[0].text.split(maxsplit=1)[0]
            others = decks.statements_like(head.id, card.id, opening)
        return exercise(head, card, direction, others)

    def summaries(self) -> tuple[DeckSummary, ...]:
        """All decks with what is due and new in them."""
        caches = self.transaction.caches
        due = self._due_by_deck()
        seen = caches.asked_by_deck(self.learner.id)
        return tuple(
            DeckSummary(
                row.id,
                row.title,
                row.question,
                row.cards,
                row.points,
                due.get(row.id, 0),
                row.cards - seen.get(row.id, 0),
            )
            for row in self.transaction.decks.list()
        )

    def _due_by_deck(self) -> dict[DeckId, int]:
        """Cards due today, by deck: all that are due, less those held or done with for today.

        A card that was asked today is due again only in the direction in which it was asked.
        """
        me, caches = self.learner.id, self.transaction.caches
        held = self._held()
        end, start = (
            day_end(self.now, self._zone),
            day_start(study_day(self.now, self._zone), self._zone),
        )
        asked = {one.card: one.direction for one in caches.asked_between(me, start, end)}
        special = caches.due_among(me, end, [*(held | asked.keys())])
        again = {
            (deck, card)
            for deck, card, direction, due_at in special
            if card not in held and asked[card] is direction and due_at <= self.now
        }
        due = Counter(caches.due_by_deck(me, end))
        due.subtract(deck for deck, _ in {(deck, card) for deck, card, _, _ in special})
        due.update(deck for deck, _ in again)
        return due

    @property
    def _zone(self) -> str:
        return self.learner.settings.time_zone

    def _held(self) -> frozenset[CardId]:
        holds = self.transaction.journal.holds(self.learner.id)
        return frozenset(card for card, until in holds.items() if until > self.now)

    def _marks(self, seen: Sequence[Schedule]) -> list[tuple[float, CardId, Direction]]:
        cards = self.transaction.decks.cards({one.card for one in seen})
        memories = self.transaction.caches.all_memories(self.learner.id)
        model = self.learner.model
        return [
            (
                expected_mark(cards[one.card].asked(one.direction), memories, model, self.now),
                one.card,
                one.direction,
            )
            for one in seen
        ]
