"""Answers as rows of Anki's log, and where the cards stand."""

import json
from dataclasses import replace

import pytest

from learnt.clock import DAY_MS, MINUTE_MS, Instant, study_day
from learnt.deck import Card, Direction
from learnt.ids import EventId, LearnerId
from learnt.journal import FOREVER, Rating, Review, outcomes_of
from learnt.memory import MODELS, Blend, fold
from learnt.plan import Settings, expected_mark, schedule_of
from learnt.sources.packages.own.packed import packed_id
from learnt.sources.packages.writing import NEVER_STUDIED, Studied
from learnt.sources.packages.writing.log import Replay, Replayed, late_rows
from learnt.sources.packages.writing.past import past_of
from learnt.sources.packages.writing.replay import fsrs_of
from learnt.sources.packages.writing.scheduling import Scheduler, Stand
from tests.collection.world import a_card, an_id
from tests.journal.brief import in_brief

START = Instant(1_770_000_000_000)
ME = LearnerId(an_id(7))
FORWARD = Direction.FORWARD
A, H, G, E = Rating
SETTINGS = Settings(time_zone="Europe/Athens")


def reviews(card: Card, *given: tuple[float, Rating, int]) -> list[Review]:
    """Answers after so many days, with so many of the points said."""
    found = []
    for nth, (days, rating, said) in enumerate(given):
        outcomes = outcomes_of(card.points, [one.id for one in card.points[:said]], rating)
        at = Instant(START + round(days * DAY_MS))
        found.append(
            Review(
                EventId(an_id(10**6 + nth)), ME, card.id, at, rating, outcomes, FORWARD, "recall"
            )
        )
    return found


def replayed(card: Card, its: list[Review]) -> Replayed:
    brief = in_brief(its)
    return Replay(fsrs_of(Blend()), 0.9, late_rows(brief)).card(5, card, FORWARD, brief)


def test_types_and_intervals_follow_each_other() -> None:
    card = a_card(1, 1)
    made = replayed(
        card,
        reviews(card, (0, A, 0), (0.01, G, 1), (3, G, 1), (20, A, 0), (20.01, G, 1), (25, E, 1)),
    )
    assert [row[8] for row in made.rows] == [0, 0, 1, 1, 2, 1]
    assert [row[3] for row in made.rows] == [1, 3, 3, 1, 3, 4]
    after = [int(row[4]) for row in made.rows]
    assert [int(row[5]) for row in made.rows] == [0, *after[:-1]]
    assert (after[0], after[3]) == (-600, -600)
    assert all(after[nth] >= 1 for nth in (1, 2, 4, 5))
    assert (made.lapses, made.passed) == (1, True)
    assert made.ease == 2500 - 200 + 150


@pytest.mark.parametrize("model", MODELS)
def test_every_model_has_an_fsrs(model: str) -> None:
    assert len(fsrs_of(MODELS[model]()).parameters) == 21


def test_stability_is_the_time_until_the_expected_mark_falls_to_nine_tenths() -> None:
    card = a_card(1, 3)
    card = replace(card, points=(replace(card.points[0], weight=4.0), *card.points[1:]))
    its = reviews(card, (0, G, 3), (3, H, 2), (9, G, 1), (30, E, 3))
    made = replayed(card, its)
    fsrs = fsrs_of(Blend())
    memories = fold(fsrs, its)
    at = Instant(its[-1].at + round(made.stability * DAY_MS))
    assert expected_mark(card.points, memories, fsrs, at) == pytest.approx(0.9, abs=1e-4)
    known = [memories[point.id].state.difficulty for point in card.points]
    assert made.difficulty == pytest.approx(sum(known) / 3)


def test_a_point_that_was_never_asked_leaves_no_stability() -> None:
    card = a_card(1, 2)
    its = reviews(card, (0, G, 2))
    more = replace(card, points=(*card.points, a_card(9, 1).points[0]))
    assert replayed(more, its).stability == 0.0
    assert replayed(card, its).stability > 1


def test_no_two_answers_have_the_same_row() -> None:
    card = a_card(1, 1)
    its = in_brief(reviews(card, (0, G, 1), (0, G, 1), (0, G, 1), (1, G, 1)))
    late = late_rows(its)
    assert late == {its[1].id: START + 1, its[2].id: START + 2}
    assert [
        row[0] for row in Replay(fsrs_of(Blend()), 0.9, late).card(5, card, FORWARD, its).rows
    ] == [*(START, START + 1, START + 2, START + DAY_MS)]
    assert late_rows(its[2:]) == {}


def test_a_record_says_how_each_point_fared() -> None:
    card = a_card(1, 3)
    its = in_brief(reviews(card, (0, G, 3), (1, H, 2)))
    fewer = replace(card, points=card.points[:1])
    past, gone = past_of(card, its, {})
    assert ([one.ratings for one in past], gone) == ([b"", b"\x02\x02\x01"], [])
    past, gone = past_of(fewer, its, {})
    assert gone == [point.id for point in card.points[1:]]
    assert [one.ratings for one in past] == [b"\x03\x03\x03", b"\x02\x02\x01"]


def test_answers_of_both_directions_may_share_how_points_fared() -> None:
    card = a_card(1, 2)
    onward = in_brief(reviews(card, (0, G, 2)))[0]
    back = onward._replace(id=EventId(an_id(77)), direction=Direction.BACKWARD)
    for its in ([onward, back], [back, onward]):
        past, gone = past_of(card, its, {})
        told = {one.id: one.ratings for one in past}
        assert (told[packed_id(onward.id)], told[packed_id(back.id)], gone) == (b"", b"\0", [])


def stand(card: Card, its: list[Review], now: Instant, until: int = 0) -> Stand:
    """Where a card stands at a time."""
    schedule = schedule_of(its, card.points, fold(Blend(), its), Blend(), 0.9) if its else None
    schedules = {(card.id, FORWARD): schedule} if schedule else {}
    held = {card.id: Instant(until)} if until else {}
    studied = Studied({card.id: in_brief(its)}, schedules, held)
    scheduler = Scheduler(SETTINGS, studied, now, study_day(START, "Europe/Athens"), 0.154)
    return scheduler.stand(card, FORWARD, replayed(card, its) if its else Replayed(), 4)


def test_a_new_card_waits_at_its_place() -> None:
    assert stand(a_card(1), [], START) == Stand(due=4, data='{"pos":4}')
    assert NEVER_STUDIED.schedules == {}


def test_a_known_card_is_due_on_its_day() -> None:
    card = a_card(1, 2)
    its = reviews(card, (0, G, 2), (4, G, 2))
    found = stand(card, its, START)
    schedule = schedule_of(its, card.points, fold(Blend(), its), Blend(), 0.9)
    zone = "Europe/Athens"
    assert (found.type, found.queue, found.reps) == (2, 2, 2)
    assert found.due == study_day(schedule.due, zone) - study_day(START, zone)
    assert found.interval == study_day(schedule.due, zone) - study_day(schedule.last, zone)
    data = json.loads(found.data)
    assert set(data) == {"pos", "s", "d", "dr", "decay", "lrt"}
    assert (data["dr"], data["lrt"]) == (0.9, schedule.last // 1000)


def test_what_was_missed_comes_back_in_minutes() -> None:
    card = a_card(1, 1)
    learning = stand(card, reviews(card, (0, A, 0)), START)
    assert (learning.type, learning.queue) == (1, 1)
    assert learning.due == (START + 10 * MINUTE_MS) // 1000
    again = stand(card, reviews(card, (0, G, 1), (9, A, 0)), START)
    assert (again.type, again.queue, again.interval, again.lapses) == (3, 1, 1, 1)


@pytest.mark.parametrize(
    ("until", "queue"),
    [(FOREVER, -1), (START + MINUTE_MS, -3), (START + 3 * DAY_MS, -1), (START - 1, 2)],
)
def test_a_card_that_is_set_aside(until: int, queue: int) -> None:
    card = a_card(1, 1)
    assert stand(card, reviews(card, (-9, G, 1)), START, until).queue == queue
