"""A study day lived through without a store: what is waiting, what was asked, what comes back."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from learnt.clock import DAY_MS, Instant
from learnt.deck import Direction
from learnt.ids import CardId, uuid7
from learnt.journal import Rating
from learnt.plan import Item, Queue, Schedule, Settings, Today, day_queue

START = Instant(1_760_000_000_000)
END = Instant(START + DAY_MS)


def card_id(number: int) -> CardId:
    return CardId(uuid7(START, number))


def schedule(
    card: CardId,
    due: int,
    *,
    direction: Direction = Direction.FORWARD,
    difficulty: float = 5.0,
    last: int = START - 9 * DAY_MS,
) -> Schedule:
    first = min(last, START - 30 * DAY_MS)
    return Schedule(
        card,
        direction,
        Instant(due),
        Instant(first),
        Instant(last),
        Rating.GOOD,
        reviews=3,
        lapses=0,
        difficulty=difficulty,
    )


@dataclass
class Day:
    """Cards in the order of their decks, each with its directions, and the schedules there are."""

    cards: Sequence[tuple[CardId, tuple[Direction, ...]]]
    schedules: dict[tuple[CardId, Direction], Schedule]
    settings: Settings = field(default_factory=Settings)
    now: Instant = START
    seed: str = "seed"

    def queue(self) -> Queue:
        """The queue made anew from what is known now, as after a restart."""
        today = sorted(
            (one for one in self.schedules.values() if one.last >= START),
            key=lambda one: (one.last, one.card),
        )
        introduced = sum(one.first >= START for one in today)
        return day_queue(
            Today(
                now=self.now,
                seed=self.seed,
                waiting=tuple(one for one in self.schedules.values() if one.due < END),
                new=self.never_asked(),
                asked={one.card: one.direction for one in today},
                introduced=introduced,
                reviewed=len(today) - introduced,
            ),
            self.settings,
        )

    def never_asked(self) -> tuple[tuple[CardId, Direction], ...]:
        """A direction in which each card was never asked, in the order of the decks."""
        found = []
        for card, directions in self.cards:
            unseen = [one for one in directions if (card, one) not in self.schedules]
            if unseen:
                found.append((card, unseen[0]))
        return tuple(found)

    def answer(self, item: Item, due: Instant) -> Schedule:
        """The card is answered now and comes back at `due`."""
        before = self.schedules.get((item.card, item.direction))
        after = (before or schedule(item.card, 0, direction=item.direction))._replace(
            due=due,
            first=before.first if before else self.now,
            last=self.now,
        )
        self.schedules[item.card, item.direction] = after
        return after
