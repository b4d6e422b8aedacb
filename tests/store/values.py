"""Values to fill a store with, and a look at all of it."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from sqlalchemy import Connection, select, text

from learnt.clock import DAY_MS, Instant
from learnt.deck import Card, Deck, Direction, Point
from learnt.facts import Action, Correction, FactKind
from learnt.ids import CardId, CorrectionId, DeckId, EventId, LearnerId, PointId, uuid7
from learnt.journal import (
    Answered,
    History,
    Hold,
    Known,
    Outcome,
    Rating,
    Review,
    Undo,
    VerdictKind,
)
from learnt.memory import MemoryState, PointMemory, model_named
from learnt.plan import Schedule, Settings
from learnt.store import Learner, MediaRow, Store, Trashed
from learnt.store.fits import KeptFit
from learnt.store.rows import card_values, point_rows
from learnt.store.schema import card, metadata

NOW = Instant(1_760_000_000_000)
FORWARD, BACKWARD = Direction
MISSING = VerdictKind.MISSING


def an_id(number: int) -> str:
    return uuid7(NOW, number)


ME = Learner(LearnerId(an_id(1)), "me", Settings(time_zone="Europe/Athens"))
YOU = Learner(LearnerId(an_id(2)), "you", Settings(new_a_day=3))


def a_card(number: int, points: int = 2, directions: Sequence[Direction] = (FORWARD,)) -> Card:
    return Card(
        CardId(an_id(1000 * number)),
        f"prompt {number}",
        tuple(
            Point(PointId(an_id(1000 * number + place)), f"point {place} of {number}")
            for place in range(1, points + 1)
        ),
        directions=tuple(directions),
    )


def a_deck(number: int, cards: Sequence[Card], title: str | None = None) -> Deck:
    return Deck(DeckId(an_id(100_000_000 + number)), title or f"Deck {number}", tuple(cards))


def a_review(
    number: int,
    card: Card,
    at: int = NOW,
    rating: Rating = Rating.GOOD,
    learner: Learner = ME,
) -> Review:
    return Review(
        EventId(an_id(500_000_000 + number)),
        learner.id,
        card.id,
        Instant(at),
        rating,
        tuple(Outcome(point.id, rating) for point in card.points),
    )


def a_history(number: int, answers: int) -> History:
    """Answers of another program to a card, all of them in another second."""
    card = a_card(number)
    chance = Random(number)
    given = (
        Answered(Instant(at), chance.choice(list(Rating)), chance.randrange(60_000))
        for at in sorted(chance.sample(range(NOW - 10**9, NOW), answers))
    )
    points = tuple(point.id for point in card.points)
    direction = chance.choice(list(Direction))
    return History(EventId(uuid7(0, number)), ME.id, card.id, direction, points, tuple(given))


def a_schedule(
    card: Card, due: int, last: int = NOW - DAY_MS, direction: Direction = FORWARD
) -> Schedule:
    return Schedule(
        card.id,
        direction,
        Instant(due),
        Instant(last - DAY_MS),
        Instant(last),
        Rating.HARD,
        reviews=4,
        lapses=1,
        difficulty=6.125,
    )


def a_correction(
    number: int,
    card: Card,
    point: int | None = 0,
    action: Action = Action.CHANGE,
    values: dict[str, str] | None = None,
) -> Correction:
    """A correction of a date on a card: at its point with this place, or in its prompt."""
    return Correction(
        CorrectionId(an_id(810_000_000 + number)),
        card.id,
        None if point is None else card.points[point].id,
        action,
        FactKind.DATE,
        f"“the {number}th”",
        number,
        values or {"edtf": "1935-05"},
    )


def fill(store: Store, seed: int = 0) -> Deck:
    """One of everything the tables hold, chosen by `seed`."""
    chance = Random(seed)
    first = 10 * seed + 1
    cards = [a_card(first + place, chance.randint(1, 3)) for place in range(3)]
    deck = a_deck(seed, cards)
    review, undone = (a_review(100 * seed + n, chance.choice(cards)) for n in range(2))
    with store.writing() as transaction:
        if not transaction.learners.list():
            transaction.learners.add(ME, NOW)
        transaction.decks.add(deck, NOW)
        transaction.journal.append(_as_marked(review))
        transaction.journal.append(undone)
        transaction.journal.append(Undo(EventId(an_id(600_000_000 + seed)), ME.id, undone.id, NOW))
        held = CardId(cards[0].id)
        transaction.journal.append(
            Hold(EventId(an_id(700_000_000 + seed)), ME.id, held, NOW, Instant(NOW + DAY_MS))
        )
        points = tuple(point.id for point in cards[0].points)
        event = EventId(an_id(650_000_000 + seed))
        transaction.journal.histories.append([a_history(first + 7, answers=2)])
        knew = Known(event, ME.id, held, NOW, points, chance.uniform(1, 90), ease=2.5, reviews=3)
        transaction.journal.append(knew)
        remembered = MemoryState(chance.uniform(0.1, 90), 5.5, chance.random(), 1.5, 3)
        memory = PointMemory(remembered, NOW, 1, 0)
        transaction.caches.put_memories(ME.id, {cards[0].points[0].id: memory})
        transaction.caches.put_schedules(ME.id, [a_schedule(cards[0], NOW + seed)])
        transaction.shapes.put(ME.id, f"separated|tab|{seed}", "[]", NOW)
        correction = a_correction(seed, cards[0], action=chance.choice(list(Action)))
        transaction.corrections.add(ME.id, correction, NOW)
        picture = MediaRow(f"{seed} ä.png", f"{seed:064x}", seed, "image/png", NOW)
        transaction.media.add(picture)
        transaction.media.came_from(f"a package's {seed}", picture.name)
        told: dict[str, object] = {"reason": "better", "after": chance.random()}
        made = KeptFit(an_id(900_000_000 + seed), NOW, model_named("sbd"), seed, told, adopted=True)
        transaction.fits.add(ME.id, made)
        transaction.trash.put(Trashed(an_id(800_000_000 + seed), "deck", "old", NOW, "{}"))
    return deck


def _as_marked(made: Review) -> Review:
    """The review as of an answer that was marked, and corrected at its first point."""
    first, *others = made.outcomes
    words = "it was “so” — Ω"
    return replace(made, outcomes=(replace(first, proposed=MISSING, wording=words), *others))


def everything(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables."""
    with store.reading() as transaction:
        return {
            table.name: sorted(
                (tuple(row) for row in transaction.connection.execute(select(table))), key=repr
            )
            for table in metadata.sorted_tables
        }


def append_in_the_fourth_format(connection: Connection, made: Review) -> None:
    """As a program of that time did: the columns of today were not there."""
    execute = connection.execute
    execute(
        text(
            "INSERT INTO review (id, learner, card, direction, at, rating, exercise, duration_ms) "
            "VALUES (:id, :learner, :card, 'forward', :at, :rating, 'recall', 0)"
        ),
        {
            "id": made.id,
            "learner": made.learner,
            "card": made.card,
            "at": made.at,
            "rating": int(made.rating),
        },
    )
    for place, one in enumerate(made.outcomes):
        execute(
            text(
                "INSERT INTO outcome (review, point, position, rating) VALUES (:r, :p, :n, :rating)"
            ),
            {"r": made.id, "p": one.point, "n": place, "rating": int(one.rating)},
        )


def deck_in_the_second_format(connection: Connection, deck: Deck, at: int) -> None:
    """A deck as a program of the second to the sixth format added one: of no source."""
    connection.execute(
        text("INSERT INTO deck (id, position, title, tags, at) VALUES (:id, 0, :title, '[]', :at)"),
        {"id": deck.id, "title": deck.title, "at": at},
    )
    names = [name for name in card.c.keys() if name != "origin"]  # noqa: SIM118 - columns
    of_card = f"({', '.join(names)}) VALUES (:{', :'.join(names)})"
    for place, one in enumerate(deck.cards):
        values = dict(zip(names, card_values(one, deck.id, place), strict=False))
        connection.execute(text(f"INSERT INTO card {of_card}"), values)
        for point in point_rows(one):
            columns = f"({', '.join(point)}) VALUES (:{', :'.join(point)})"
            connection.execute(text(f"INSERT INTO point {columns}"), dict(point))


def learner_in_the_first_format(connection: Connection, one: Learner, at: int) -> None:
    """A learner as a program of the first formats added one: without a memory model."""
    connection.execute(
        text("INSERT INTO learner (id, name, settings, at) VALUES (:id, :name, '{}', :at)"),
        {"id": one.id, "name": one.name, "at": at},
    )
