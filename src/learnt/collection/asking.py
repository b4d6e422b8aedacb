"""What to ask next: the day's queue from the store, and cards put as exercises."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from learnt.clock import Instant, day_end, day_start, study_day
from learnt.deck import Direction
from learnt.ids import CardId, DeckId
from learnt.memory import MemoryModel
from learnt.plan import AHEAD_MS, Queue, Today, day_queue, expected_mark, practice_queue
from learnt.plan.schedule import Schedule
from learnt.practice import Exercise, exercise
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
    model: MemoryModel
    now: Instant

    def queue(self, decks: Sequence[DeckId] | None, seed: str) -> Queue:
        """The day's queue, of some decks or of all."""
        settings = self.learner.settings
        today = study_day(self.now, self._zone)
        start = day_start(today, self._zone)
        caches = self.transaction.caches
        held = self._held()
        asked = caches.asked_since(self.learner.id, start)
        end = day_end(self.now, self._zone)
        waiting = caches.due(self.learner.id, max(end, Instant(self.now + AHEAD_MS)), decks)
        introduced = sum(one.first >= start for one in asked)
        room = settings.new_a_day - introduced
        new: tuple[tuple[CardId, Direction], ...] = ()
        if room > 0:
            limit = room + len(held) + len(asked) + len(waiting)
            new = caches.never_asked(self.learner.id, decks, limit)
        return day_queue(
            Today(
                now=self.now,
                seed=f"{seed} {self.learner.id} {today}",
                waiting=tuple(
                    one
                    for one in waiting
                    if one.card not in held and (one.due < end or one.last >= start)
                ),
                new=tuple(one for one in new if one[0] not in held),
                asked={one.card: one.direction for one in asked},
                introduced=introduced,
                reviewed=len(asked) - introduced,
            ),
            settings,
        )

    def practice(self, decks: Sequence[DeckId] | None) -> Queue:
        """Every card of the decks, the least known first and those never asked at the end."""
        held = self._held()
        seen = self.transaction.caches.all_schedules(self.learner.id, decks)
        marks = self._marks([one for one in seen if one.card not in held])
        never = self.transaction.caches.never_asked(self.learner.id, decks)
        one_each: dict[CardId, tuple[float, CardId, Direction]] = {}
        for mark, card, direction in sorted(marks):
            one_each.setdefault(card, (mark, card, direction))
        for place, (card, direction) in enumerate(never):
            if card not in held:
                one_each.setdefault(card, (2.0 + place, card, direction))
        return practice_queue(one_each.values())

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
        held = self._held()
        caches = self.transaction.caches
        start = day_start(study_day(self.now, self._zone), self._zone)
        asked = {one.card: one.direction for one in caches.asked_since(self.learner.id, start)}
        due = Counter(
            deck
            for deck, card in {
                (deck, card)
                for deck, card, direction, due_at in caches.due_by_deck(
                    self.learner.id, day_end(self.now, self._zone)
                )
                if card not in held
                and (card not in asked or (asked[card] is direction and due_at <= self.now))
            }
        )
        seen = caches.asked_by_deck(self.learner.id)
        return tuple(
            DeckSummary(
                row.id,
                row.title,
                row.question,
                row.cards,
                row.points,
                due[row.id],
                row.cards - seen.get(row.id, 0),
            )
            for row in self.transaction.decks.list()
        )

    @property
    def _zone(self) -> str:
        return self.learner.settings.time_zone

    def _held(self) -> frozenset[CardId]:
        holds = self.transaction.journal.holds(self.learner.id)
        return frozenset(card for card, until in holds.items() if until > self.now)

    def _marks(self, seen: Sequence[Schedule]) -> list[tuple[float, CardId, Direction]]:
        cards = self.transaction.decks.cards({one.card for one in seen})
        memories = self.transaction.caches.all_memories(self.learner.id)
        return [
            (
                expected_mark(cards[one.card].asked(one.direction), memories, self.model, self.now),
                one.card,
                one.direction,
            )
            for one in seen
        ]
