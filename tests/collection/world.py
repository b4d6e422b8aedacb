"""A clock that a test turns, decks in our own words, and a learner who does anything at all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from random import Random
from zoneinfo import ZoneInfo

from learnt import Collection
from learnt.clock import DAY_MS, MINUTE_MS, Instant
from learnt.collection import Choices
from learnt.collection.matching import in_new_ids
from learnt.deck import Card, Deck, Direction, Point
from learnt.deck.updating import Side
from learnt.errors import Overtaken
from learnt.ids import CardId, DeckId, EventId, PointId, uuid7
from learnt.journal import Event, Rating, Review, outcomes_of, reviews
from learnt.memory import MODELS, MemoryModel, fold
from learnt.practice import Phase, Sitting
from tests.memory.strategies import model_drawn

ATHENS = "Europe/Athens"
FORWARD, BACKWARD = Direction


def local(text: str, zone: str = ATHENS) -> Instant:
    """The instant of a local time such as `2026-03-02T18:00`."""
    return Instant(
        round(datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).timestamp() * 1000)
    )


@dataclass
class Clock:
    """The time, which passes only when a test says so."""

    at: Instant = field(default_factory=lambda: local("2026-03-02T18:00"))

    def __call__(self) -> Instant:
        return self.at

    def pass_by(self, *, days: float = 0, minutes: float = 0) -> Instant:
        self.at = Instant(self.at + round(days * DAY_MS + minutes * MINUTE_MS))
        return self.at


def an_id(number: int) -> str:
    return uuid7(1_700_000_000_000, number)


def a_card(
    number: int,
    points: int | Sequence[str] = 2,
    directions: Sequence[Direction] = (FORWARD,),
    prompt: str | None = "",
) -> Card:
    """A card whose ids follow from its number; prompt None makes it a bare statement."""
    texts = (
        [f"point {place} of card {number}" for place in range(1, points + 1)]
        if isinstance(points, int)
        else points
    )
    return Card(
        CardId(an_id(1000 * number)),
        f"prompt {number}" if prompt == "" else prompt,
        tuple(
            Point(PointId(an_id(1000 * number + place)), text)
            for place, text in enumerate(texts, start=1)
        ),
        directions=tuple(directions),
    )


def a_deck(number: int, cards: Sequence[Card], title: str | None = None) -> Deck:
    return Deck(DeckId(an_id(10**9 + number)), title or f"Deck {number}", tuple(cards))


def simple_deck(cards: int, number: int = 1, points: int = 2) -> Deck:
    return a_deck(number, [a_card(100 * number + place, points) for place in range(cards)])


def finish(
    collection: Collection, sitting: Sitting, rating: Rating, said: Sequence[int] | None = None
) -> Sitting:
    """Answer the card on the table: reveal, tick, rate and save."""
    assert sitting.exercise is not None
    points = len(sitting.exercise.points)
    sitting = sitting.reveal(None, collection.now())
    if sitting.phase is Phase.TICKING:
        for number in said if said is not None else range(1, points + 1):
            sitting = sitting.toggle(number, collection.now())
        sitting = sitting.weigh(collection.now())
    return collection.save(sitting, rating)


def journal(collection: Collection) -> tuple[Event, ...]:
    with collection.store.reading() as transaction:
        return transaction.journal.events()


def state(collection: Collection) -> tuple[object, ...]:
    """What the caches hold: memories and schedules of everything."""
    with collection.store.reading() as transaction:
        caches, me = transaction.caches, collection.learner.id
        return caches.all_memories(me), set(caches.all_schedules(me))


def remember_by(collection: Collection, model: MemoryModel) -> None:
    """Adopt a model, as a fit does that found it better."""
    collection._keep(model, 0, {"reason": "better"}, adopt=True)


def check(collection: Collection) -> None:
    """The caches are the fold of the journal, and the database is sound; counts are true."""
    assert collection.left() == collection.queue().left
    health = collection.doctor()
    assert health.faults == ()
    assert health.differences == 0
    me = collection.learner.id
    mine = reviews(event for event in journal(collection) if event.learner == me)
    memories, schedules = state(collection)
    assert memories == fold(collection.model, mine)
    asked = {(review.card, review.direction) for review in mine}
    assert isinstance(schedules, set)
    assert {(one.card, one.direction) for one in schedules} <= asked


@dataclass
class Life:
    """What a learner may do with a collection, each choice made from numbers handed in."""

    collection: Collection
    clock: Clock
    sitting: Sitting | None = None
    late: list[Review] = field(default_factory=list)
    made: int = 0

    def cards(self) -> list[tuple[str, int, Card]]:
        """Every card with its deck's id and its number in it."""
        return [
            (row.id, place, card)
            for row in self.collection.decks()
            for place, card in enumerate(self.collection.deck(row.id).cards, start=1)
        ]

    def wait(self, minutes: int) -> None:
        self.clock.pass_by(minutes=minutes)

    def add(self, shape: int) -> None:
        self.made += 1
        both = (FORWARD, BACKWARD) if shape % 2 else (FORWARD,)
        first = a_card(10 * self.made, 1 + shape % 3, both)
        second = a_card(10 * self.made + 1, ["slate was mud", "and then pressed"], prompt=None)
        self.collection.add(a_deck(self.made, [first, second]))

    def add_again(self, which: int, how: int) -> None:
        """A deck comes again from its source, changed: named by its ids, or as a page has it."""
        decks = [self.collection.deck(row.id) for row in self.collection.decks() if row.cards]
        if not decks:
            return
        deck = decks[which % len(decks)]
        at = how % len(deck.cards)
        text = f"{deck.cards[at].points[0].text} as the source says {how}"
        point = replace(deck.cards[at].points[0], text=text)
        other = replace(deck.cards[at], points=(point, *deck.cards[at].points[1:]))
        cards = [*deck.cards[:at], other, *deck.cards[at + 1 + how % 2 :]]
        if how % 3 == 0:
            cards = [in_new_ids(card, self.collection.make_id) for card in cards]
        side = (None, *Side)[how % 4]
        events = journal(self.collection)
        choices = Choices(otherwise=side, all_out=how % 5 == 0)
        self.collection.add(replace(deck, cards=tuple(cards)), choices=choices)
        assert journal(self.collection) == events

    def ask(self, practise: bool) -> None:
        self.sitting = self.collection.begin(practise=practise)

    def answer(self, rating: Rating, said: int) -> None:
        """Answer what is on the table, however long ago it was put there."""
        if self.sitting is None or self.sitting.exercise is None:
            return
        points = len(self.sitting.exercise.points)
        numbers = [place for place in range(1, points + 1) if said >> place & 1]
        try:
            self.sitting = finish(self.collection, self.sitting, rating, numbers)
        except Overtaken:  # by an answer that arrived since
            self.sitting = self.collection.go_on(self.sitting)

    def undo(self) -> None:
        if self.sitting is None:
            self.collection.undo()
        else:
            self.sitting, _ = self.collection.undo_in(self.sitting)

    def edit(self, which: int, how: int) -> None:
        cards = self.cards()
        if not cards:
            return
        card = cards[which % len(cards)][2]
        fresh = Point(PointId(self.collection.make_id()), f"a new point {how}")
        points = {
            0: (replace(card.points[0], text=f"other words {how}"), *card.points[1:]),
            1: (*card.points, fresh),
            2: card.points[1:] or (fresh,),
            3: tuple(reversed(card.points)),
            4: (replace(card.points[0], weight=3.0), *card.points[1:]),
            5: card.points,
        }[how % 6]
        directions = (FORWARD, BACKWARD) if how % 5 == 0 else (FORWARD,)
        self.collection.change(replace(card, points=points, directions=directions))

    def delete(self, which: int, whole: bool) -> None:
        cards = self.cards()
        if cards:
            deck, number, _ = cards[which % len(cards)]
            self.collection.delete(deck, () if whole else (number,))

    def move(self, which: int, how: int) -> None:
        """Move a card, alone or with the next one, before another or to the end of its deck."""
        cards = self.cards()
        if not cards:
            return
        moved = [cards[(which + nth) % len(cards)][2].id for nth in range(1 + how % 2)]
        deck, _, other = cards[how % len(cards)]
        before = None if how % 3 == 0 or other.id in moved else other.id
        self.collection.move_cards(moved, deck, before)

    def bring_back(self, which: int) -> None:
        trash = self.collection.trash()
        if trash:
            self.collection.bring_back(str(1 + which % len(trash)))

    def set_aside(self, which: int, how: int) -> None:
        cards = [card.id for _, _, card in self.cards()]
        if cards:
            card = cards[which % len(cards)]
            (
                self.collection.bury,
                self.collection.suspend,
                lambda one: self.collection.release([one]),
            )[how % 3](card)

    def arrive(self, which: int, rating: Rating, minutes: int, backward: bool) -> None:
        """An answer from another device comes in late, to a card there is, was or will be."""
        cards = [card for _, _, card in self.cards()]
        card = cards[which % len(cards)] if cards and which % 4 else a_card(10 * (which % 9), 2)
        direction = BACKWARD if backward else FORWARD
        at = Instant(self.clock.at - minutes * MINUTE_MS)
        points = card.asked(direction)
        said = {point.id for point in points} if rating.passed else set()
        review = Review(
            EventId(self.collection.make_id()),
            self.collection.learner.id,
            card.id,
            at,
            rating,
            outcomes_of(points, said, rating),
            direction,
        )
        self.late.append(review)
        assert self.collection.record(review)

    def arrive_again(self, which: int) -> None:
        if self.late:
            assert not self.collection.record(self.late[which % len(self.late)])

    def want(self, retention: float) -> None:
        settings = replace(self.collection.learner.settings, desired_retention=retention)
        self.collection.set(settings)

    def switch(self, model: MemoryModel) -> None:
        """Remember by another model, there and back: the journal stays, and so do the states."""
        before, events = self.collection.model, journal(self.collection)
        states = state(self.collection)
        remember_by(self.collection, model)
        assert self.collection.model == model
        assert journal(self.collection) == events
        check(self.collection)
        remember_by(self.collection, before)
        assert state(self.collection) == states
        remember_by(self.collection, model)

    def look_back(self) -> None:
        """Which folds finished days into rows, for `check` to hold against the journal."""
        self.collection.activity(53)

    def step(self, chance: Random) -> str:
        """One thing of all of these; which one."""
        number, some = chance.randrange(1000), chance.choice
        steps: dict[str, Callable[[], None]] = {
            "wait": lambda: self.wait(some((1, 11, 700, 1440, 9000))),
            "add": lambda: self.add(number),
            "ask": lambda: self.ask(chance.random() < 0.5),
            "answer": lambda: self.answer(some(list(Rating)), number),
            "undo": self.undo,
            "edit": lambda: self.edit(number, chance.randrange(30)),
            "delete": lambda: self.delete(number, chance.random() < 0.3),
            "bring back": lambda: self.bring_back(number),
            "set aside": lambda: self.set_aside(number, chance.randrange(3)),
            "arrive": lambda: self.arrive(
                number, some(list(Rating)), chance.randrange(20_000), chance.random() < 0.3
            ),
            "arrive again": lambda: self.arrive_again(number),
            "want": lambda: self.want(some((0.8, 0.9, 0.95))),
            "look back": self.look_back,
            "add again": lambda: self.add_again(number, chance.randrange(60)),
            "move": lambda: self.move(number, chance.randrange(30)),
            "switch": lambda: self.switch(model_drawn(some(sorted(MODELS)), Random(number))),
        }
        weights = (6, 2, 6, 12, 4, 4, 2, 3, 2, 4, 1, 1, 4, 3, 3, 1)
        name = chance.choices(list(steps), weights)[0]
        steps[name]()
        return name
