"""What was done, and what is coming: by the day, whatever happens to the journal."""

from dataclasses import replace
from random import Random

import pytest
from sqlalchemy import text

from learnt import Collection
from learnt.clock import DAY_MS, Instant, StudyDay, day_start, study_day, week_start
from learnt.errors import UsageError
from learnt.ids import EventId
from learnt.journal import (
    DayDone,
    Event,
    Rating,
    Review,
    Undo,
    days_done,
    every_day,
    outcomes_of,
    reviews,
)
from tests.collection.conftest import OpenCollection
from tests.collection.world import (
    ATHENS,
    BACKWARD,
    FORWARD,
    Clock,
    a_card,
    a_deck,
    check,
    finish,
    journal,
    local,
    simple_deck,
)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def anywhere(request: pytest.FixtureRequest, open_collection: OpenCollection) -> Collection:
    if request.param == "sqlite":
        return open_collection()
    return open_collection(url=request.getfixturevalue("postgres_schema"))


def answers_on(collection: Collection, clock: Clock, *days: float, cards: int = 2) -> list[Review]:
    """Answers from another device, so many days ago, to cards 1, 2 … in turn."""
    found = []
    for number, ago in enumerate(days):
        card = a_card(1 + number % cards)
        at = Instant(clock() - round(ago * DAY_MS))
        points = {point.id for point in card.points[: 1 + number % 2]}
        found.append(
            Review(
                EventId(collection.make_id()),
                collection.learner.id,
                card.id,
                at,
                Rating.HARD,
                outcomes_of(card.points, points, Rating.HARD),
                duration_ms=1000,
            )
        )
    collection.merge(found)
    return found


def rows(collection: Collection) -> tuple[DayDone, ...]:
    with collection.store.reading() as transaction:
        return transaction.days.between(collection.learner.id)


def told(collection: Collection, weeks: int = 26) -> tuple[DayDone, ...]:
    """The days as the journal alone tells them."""
    stand = list(reviews(journal(collection)))
    first = {(one.card, one.direction): one.at for one in reversed(stand)}
    zone = collection.learner.settings.time_zone
    today = study_day(collection.now(), zone)
    start = StudyDay(week_start(today) - 7 * (weeks - 1))
    return every_day(days_done(stand, first, zone), start, today)


def is_true(collection: Collection, weeks: int = 26) -> None:
    found = collection.activity(weeks)
    assert found.days == told(collection, weeks)
    assert found.today == found.days[-1].day
    check(collection)


def test_nothing_was_done_yet(collection: Collection) -> None:
    found = collection.activity()
    assert (found.answers, found.streak, found.longest) == (0, 0, 0)
    assert len(found.days) == 25 * 7 + 1  # 2 March 2026 is a Monday
    assert rows(collection) == ()


def test_days_are_folded_when_a_later_one_has_an_answer(anywhere: Collection, clock: Clock) -> None:
    collection = anywhere
    collection.add(simple_deck(6))
    for _ in range(4):
        sitting = finish(collection, collection.begin(practise=True), Rating.GOOD)
        finish(collection, sitting, Rating.AGAIN, [1])
        is_true(collection)
        clock.pass_by(days=1)
    is_true(collection)
    found = collection.activity(1)
    assert [one.answers for one in found.days] == [2, 2, 2, 2, 0]
    assert sum(one.asked_again for one in found.days) > 0
    assert (found.streak, found.longest) == (4, 4)
    kept = rows(collection)
    assert [one.day for one in kept] == [found.today - 4, found.today - 3, found.today - 2]


def test_empty_days_have_a_row_and_years_are_not_looked_back_on(
    anywhere: Collection, clock: Clock
) -> None:
    collection = anywhere
    answers_on(collection, clock, 900, 899, 300, 299.5, 40, 3)
    is_true(collection, 53)
    kept = rows(collection)
    today = collection.activity().today
    assert [one.day for one in kept] == list(range(today - 53 * 7, today - 3))
    clock.pass_by(days=700)
    is_true(collection, 53)
    answers_on(collection, clock, 1)
    is_true(collection, 53)
    assert rows(collection)[0].day == today + 700 - 53 * 7


def test_whatever_changes_the_journal_changes_the_days(anywhere: Collection, clock: Clock) -> None:
    collection, chance = anywhere, Random(3)
    given: list[Review] = []
    for _ in range(40):
        clock.pass_by(days=chance.choice((0, 0.1, 1, 4)))
        what = chance.randrange(5)
        if what <= 1:
            given += answers_on(collection, clock, *(chance.random() * 60 for _ in range(3)))
        elif what == 2:
            collection.undo()
        elif what == 3 and given:
            one = chance.choice(given)
            undo = Undo(EventId(collection.make_id()), one.learner, one.id, clock())
            collection.merge([undo])
        else:
            collection.activity()
        if chance.random() < 0.7:
            is_true(collection, 12)
    is_true(collection)


def test_undoing_a_cards_first_answer_changes_the_days_after_it(
    collection: Collection, clock: Clock
) -> None:
    first, *_ = answers_on(collection, clock, 5, 5, 3, 3, 1, 1)
    before = collection.activity(2)
    undo = Undo(EventId(collection.make_id()), first.learner, first.id, clock())
    collection.merge([undo])
    assert rows(collection) == ()
    after = collection.activity(2)
    assert sum(one.asked_again for one in after.days) < sum(one.asked_again for one in before.days)
    is_true(collection)


def test_a_late_arrival_drops_only_the_days_from_its_own_on(
    collection: Collection, clock: Clock
) -> None:
    answers_on(collection, clock, 20, 10, 0)
    collection.activity()
    assert len(rows(collection)) == 20
    answers_on(collection, clock, 12)
    assert len(rows(collection)) == 8
    is_true(collection)


def test_another_time_zone_has_other_days(collection: Collection, clock: Clock) -> None:
    answers_on(collection, clock, *(n * 0.37 for n in range(40)))
    is_true(collection)
    settings = replace(collection.learner.settings, time_zone="Pacific/Chatham")
    collection.set(settings)
    assert rows(collection) == ()
    is_true(collection)
    collection.set(replace(settings, new_a_day=3))
    assert rows(collection) != ()


def test_another_programs_settings_are_seen(
    collection: Collection, open_collection: OpenCollection, clock: Clock
) -> None:
    answers_on(collection, clock, *(n * 0.37 for n in range(20)))
    other = open_collection()
    other.set(replace(other.learner.settings, time_zone="Asia/Tokyo"))
    assert collection.activity() == other.activity()


def test_a_restore_brings_the_days_back_that_were(collection: Collection, clock: Clock) -> None:
    answers_on(collection, clock, 9, 8, 7, 1)
    before = collection.activity()
    backup = collection.back_up()
    clock.pass_by(days=2)
    answers_on(collection, clock, 11, 8.5, 1, 0)
    collection.activity()
    collection.restore(backup.name)
    is_true(collection)
    clock.pass_by(days=-2)
    assert collection.activity() == before


def test_the_doctor_finds_days_that_are_wrong_and_mends_them(
    anywhere: Collection, clock: Clock
) -> None:
    collection = anywhere
    answers_on(collection, clock, 9, 8, 7, 0)
    collection.activity()
    assert collection.doctor().differences == 0
    with collection.store.writing() as transaction:
        transaction.connection.execute(text("UPDATE day SET answers = 77 WHERE kept > 0"))
    wrong = collection.doctor(rebuild_caches=True).differences
    assert wrong > 0
    is_true(collection)
    with collection.store.writing() as transaction:
        day = rows(collection)[3].day
        transaction.connection.execute(text("DELETE FROM day WHERE day = :day"), {"day": day})
    assert collection.doctor().differences == 1


def test_a_clock_that_was_ahead_leaves_no_empty_days_behind(
    collection: Collection, clock: Clock
) -> None:
    """`--as-of` next month shows what it would be then; this month is not over for that."""
    collection.add(simple_deck(9))
    sitting = finish(collection, collection.begin(), Rating.GOOD)
    clock.pass_by(days=30)
    is_true(collection)
    clock.pass_by(days=-30)
    sitting = finish(collection, sitting, Rating.GOOD)
    is_true(collection)
    clock.pass_by(days=1)
    sitting = finish(collection, sitting, Rating.GOOD)
    clock.pass_by(days=1)
    is_true(collection)


def test_a_clock_set_back_before_all_answers(collection: Collection, clock: Clock) -> None:
    answers_on(collection, clock, 9, 8, 1)
    is_true(collection)
    clock.pass_by(days=-5)
    assert sum(one.answers for one in collection.activity().days) == 2
    clock.pass_by(days=-50)
    assert collection.activity().answers == 0
    clock.pass_by(days=55)
    is_true(collection)


def test_an_answer_costs_no_look_at_the_days(collection: Collection) -> None:
    collection.add(simple_deck(3))
    sitting = collection.begin()
    asked: list[str] = []
    with collection.store.reading() as transaction:
        driver = transaction.connection.connection.driver_connection
        assert driver is not None
        driver.set_trace_callback(asked.append)
    finish(collection, sitting, Rating.GOOD)
    driver.set_trace_callback(None)
    assert asked
    assert not [one for one in asked if " day " in one.replace('"', "")]


def test_a_second_look_reads_no_more_of_a_longer_journal(
    collection: Collection, clock: Clock
) -> None:
    """Counted in the steps of the database's own machine."""
    counts = []
    answers_on(collection, clock, *(0.01 * n for n in range(10)), cards=10)
    for many in (150, 2000):
        answers_on(collection, clock, *(1 + n % 150 for n in range(many)), cards=900)
        collection.activity()
        steps: list[None] = []
        with collection.store.reading() as transaction:
            driver = transaction.connection.connection.driver_connection
        assert driver is not None
        driver.set_progress_handler(lambda steps=steps: steps.append(None), 10)
        collection.activity()
        driver.set_progress_handler(None, 0)
        counts.append(len(steps))
    assert counts[0] > 100
    assert counts[1] < 2 * counts[0]  # of a journal thirteen times as long


@pytest.mark.parametrize("weeks", [0, -1, 54])
def test_weeks_that_cannot_be_shown(collection: Collection, weeks: int) -> None:
    with pytest.raises(UsageError, match="from 1 to 53 weeks"):
        collection.activity(weeks)


# what is coming


def test_what_falls_due_is_what_counting_by_hand_says(anywhere: Collection, clock: Clock) -> None:
    collection, chance = anywhere, Random(5)
    clock.at = local("2026-03-20T18:00")  # the clocks go forward within the month
    cards = [a_card(n, 1, (FORWARD, BACKWARD) if n % 3 else (FORWARD,)) for n in range(1, 40)]
    collection.add(a_deck(1, cards))
    with collection.store.reading() as transaction:
        assert transaction.caches.all_schedules(collection.learner.id) == ()
    events: list[Event] = []
    for card in cards[:-4]:
        for direction in card.directions:
            events += [
                Review(
                    EventId(collection.make_id()),
                    collection.learner.id,
                    card.id,
                    Instant(clock() - chance.randrange(30 * DAY_MS)),
                    rating := chance.choice(list(Rating)),
                    outcomes_of(card.points, {one.id for one in card.points}, rating),
                    direction,
                )
                for _ in range(chance.randint(1, 4))
            ]
    collection.merge(events)
    collection.suspend(cards[3].id)
    collection.bury(cards[4].id)
    collection.delete("1", (6,))
    with collection.store.reading() as transaction:
        found = transaction.caches.all_schedules(collection.learner.id)
    first: dict[str, int] = {}
    for one in found:
        first[one.card] = min(one.due, first.get(one.card, one.due))
    del first[cards[3].id]
    first[cards[4].id] = max(first[cards[4].id], collection.day_end())
    assert cards[5].id not in first
    today = study_day(clock(), ATHENS)
    for days in (1, 2, 30):
        forecast = collection.forecast_due(days)
        assert forecast.today == today
        assert len(forecast.due) == days
        by_day = [max(today, study_day(Instant(due), ATHENS)) for due in first.values()]
        assert list(forecast.due) == [by_day.count(StudyDay(today + n)) for n in range(days)]
        start = day_start(today, ATHENS)
        assert forecast.overdue == sum(due < start for due in first.values())
        assert forecast.overdue > 0


def test_a_card_due_at_the_very_border_belongs_to_the_day_that_begins(
    collection: Collection, clock: Clock
) -> None:
    collection.add(a_deck(1, [a_card(1), a_card(2)]))
    finish(collection, finish(collection, collection.begin(), Rating.GOOD), Rating.GOOD)
    border = day_start(StudyDay(study_day(clock(), ATHENS) + 3), ATHENS)
    with collection.store.writing() as transaction:
        caches, me = transaction.caches, collection.learner.id
        one, other = caches.all_schedules(me)
        later = other._replace(due=Instant(border - 1))
        caches.put_schedules(me, [one._replace(due=border), later])
    assert collection.forecast_due(5).due == (0, 0, 1, 1, 0)


def test_nothing_is_coming(collection: Collection) -> None:
    forecast = collection.forecast_due()
    assert (forecast.due, forecast.overdue, forecast.total) == ((0,) * 30, 0, 0)


def test_counting_uses_the_index_by_due_date(collection: Collection) -> None:
    with collection.store.reading() as transaction:
        asked: list[str] = []
        driver = transaction.connection.connection.driver_connection
        assert driver is not None
        driver.set_trace_callback(asked.append)
        transaction.days.due_counts(collection.learner.id, [Instant(1), Instant(2)])
        driver.set_trace_callback(None)
        counts = [one for one in asked if one.startswith("SELECT")]
        plans = [driver.execute("EXPLAIN QUERY PLAN " + one).fetchall() for one in counts]
    assert plans
    for plan in plans:
        assert any("COVERING INDEX schedule_by_due" in row[3] for row in plan), plan


@pytest.mark.parametrize("days", [0, 367])
def test_days_that_cannot_be_shown(collection: Collection, days: int) -> None:
    with pytest.raises(UsageError, match="from 1 to 366 days"):
        collection.forecast_due(days)
