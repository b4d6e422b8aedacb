"""The day's queue: what is asked, and in what order.

The order is a function of the day and of each card alone, so that a queue built again after a
crash goes on where the last one stopped.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from learnt.clock import MINUTE_MS, Instant
from learnt.deck import Direction
from learnt.ids import CardId
from learnt.plan.fuzz import unit
from learnt.plan.schedule import Schedule
from learnt.plan.settings import Settings

AHEAD_MS = 20 * MINUTE_MS
"""When nothing else is left, a card about to come back is asked this much early."""


class Kind(StrEnum):
    """Why a card is asked."""

    NEW = "new"
    REVIEW = "review"
    AGAIN = "again"
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True)
class Item:
    """A card waiting to be asked in one direction; `place` orders a day's items."""

    card: CardId
    direction: Direction
    kind: Kind
    place: float
    due: Instant


@dataclass(frozen=True, slots=True)
class Today:
    """What the store knows of a study day before the queue is made.

    `waiting` are the schedules due before the day ends, `new` the cards never asked, in the
    order of their decks; `asked` the direction in which a card was last asked today.
    """

    now: Instant
    seed: str
    waiting: tuple[Schedule, ...]
    new: tuple[tuple[CardId, Direction], ...]
    asked: Mapping[CardId, Direction]
    introduced: int
    reviewed: int


@dataclass(frozen=True, slots=True)
class Left:
    """How many cards a queue still holds: known ones, new ones, and those that come back."""

    reviews: int
    new: int
    returning: int


@dataclass(frozen=True, slots=True)
class Queue:
    """Items in their order, and those that come back within the day, soonest first.

    `planned` are all items, of which the first `done` are gone: an answer must not copy the rest.
    `fresh` are the places of the new cards among them, worked out where they are not given.
    """

    planned: tuple[Item, ...] = ()
    returning: tuple[Item, ...] = ()
    done: int = 0
    fresh: tuple[int, ...] | None = None

    def __post_init__(self) -> None:
        if self.fresh is None:
            fresh = (at for at, item in enumerate(self.planned) if item.kind is Kind.NEW)
            object.__setattr__(self, "fresh", tuple(fresh))

    def __len__(self) -> int:
        return len(self.planned) - self.done + len(self.returning)

    @property
    def items(self) -> tuple[Item, ...]:
        """The items that are left, in their order."""
        return self.planned[self.done :]

    @property
    def left(self) -> Left:
        """What is left, counted."""
        items = len(self.planned) - self.done
        fresh = self.fresh or ()
        new = len(fresh) - bisect_left(fresh, self.done)
        return Left(items - new, new, len(self.returning))

    def next(self, now: Instant) -> Item | None:
        """The item to ask at `now`; None when nothing is left or all the rest is for later."""
        if self.returning and self.returning[0].due <= now:
            return self.returning[0]
        if self.done < len(self.planned):
            return self.planned[self.done]
        if self.returning and self.returning[0].due <= now + AHEAD_MS:
            return self.returning[0]
        return None

    def without(self, card: CardId) -> "Queue":
        """The queue with nothing left of a card."""
        returning = tuple(item for item in self.returning if item.card != card)
        if self.done < len(self.planned) and self.planned[self.done].card == card:
            return Queue(self.planned, returning, self.done + 1, self.fresh)
        return Queue(tuple(item for item in self.items if item.card != card), returning)

    def answered(self, schedule: Schedule, day_end: Instant) -> "Queue":
        """The queue after a card was answered: back within the day, or gone till later."""
        rest = self.without(schedule.card)
        if schedule.due >= max(day_end, schedule.last + AHEAD_MS):  # a night's sitting goes on
            return rest
        back = Item(schedule.card, schedule.direction, Kind.AGAIN, 0.0, schedule.due)
        return replace(rest, returning=tuple(sorted((*rest.returning, back), key=_by_due)))


def day_queue(today: Today, settings: Settings) -> Queue:
    """The queue of a study day, within the learner's limits, siblings on different days.

    Reviews over the limit are left for another day, the hardest first: in simulations the
    easiest kept the most for the time spent.
    """
    returning, reviews = _split(today)
    room = max(0, settings.reviews_a_day - today.reviewed)
    reviews = sorted(reviews, key=lambda one: (one.difficulty, one.due, one.card))[:room]
    taken = {one.card for one in reviews} | {one.card for one in returning}
    items = [_review_item(one, today.seed) for one in reviews]
    items += _new_items(today, settings, taken)
    return Queue(
        tuple(sorted(items, key=lambda item: (item.place, item.card))),
        tuple(
            sorted(
                (Item(one.card, one.direction, Kind.AGAIN, 0.0, one.due) for one in returning),
                key=_by_due,
            )
        ),
    )


def practice_queue(schedules: Iterable[tuple[float, CardId, Direction]]) -> Queue:
    """All cards given as (expected mark, card, direction), the least known first."""
    ordered = sorted(schedules)
    return Queue(
        tuple(
            Item(card, direction, Kind.PRACTICE, float(place), Instant(0))
            for place, (_, card, direction) in enumerate(ordered)
        )
    )


def _split(today: Today) -> tuple[list[Schedule], list[Schedule]]:
    """Schedules of cards asked today that come back, and of cards due from earlier days."""
    returning: list[Schedule] = []
    reviews: dict[CardId, Schedule] = {}
    for one in sorted(today.waiting, key=lambda one: (one.due, one.card, one.direction)):
        if one.card in today.asked:
            if today.asked[one.card] is one.direction:
                returning.append(one)
        else:
            reviews.setdefault(one.card, one)
    return returning, list(reviews.values())


def _review_item(one: Schedule, seed: str) -> Item:
    return Item(one.card, one.direction, Kind.REVIEW, unit(seed, one.card), one.due)


def _new_items(today: Today, settings: Settings, taken: set[CardId]) -> list[Item]:
    """New cards in the order of their decks, spread evenly among the day's reviews."""
    items: list[Item] = []
    for card, direction in today.new:
        nth = today.introduced + len(items)
        if nth >= settings.new_a_day:
            break
        if card in taken or card in today.asked:
            continue
        taken.add(card)
        place = (nth + 0.5) / settings.new_a_day
        items.append(Item(card, direction, Kind.NEW, place, today.now))
    return items


def _by_due(item: Item) -> tuple[Instant, CardId]:
    return item.due, item.card
