"""A day's numbers are what counting by hand says of the reviews that stand."""

from hypothesis import given
from hypothesis import strategies as st

from learnt.clock import DAY_MS, Instant, StudyDay, study_day
from learnt.deck import Direction
from learnt.ids import EventId
from learnt.journal import (
    Activity,
    Asked,
    DayDone,
    Outcome,
    Rating,
    Review,
    days_done,
    every_day,
)
from tests.journal.strategies import CARDS, ME, POINTS, START, numbered

ZONES = st.sampled_from(["UTC", "Europe/Athens", "Pacific/Chatham", "America/St_Johns"])
ratings = st.sampled_from(Rating)


@st.composite
def some_reviews(draw: st.DrawFn) -> list[Review]:
    """Reviews of a week and a half, in order; many of them of one card on one day."""
    drawn = [
        Review(
            EventId(numbered(number)),
            ME,
            draw(st.sampled_from(CARDS[:2])),
            Instant(START + draw(st.integers(0, 10 * DAY_MS))),
            Rating.GOOD,
            tuple(Outcome(point, draw(ratings)) for point in POINTS[: draw(st.integers(0, 3))]),
            draw(st.sampled_from(Direction)),
            duration_ms=draw(st.integers(0, 90_000)),
        )
        for number in range(draw(st.integers(0, 20)))
    ]
    return sorted(drawn, key=lambda review: (review.at, review.id))


def firsts(reviews: list[Review]) -> dict[Asked, Instant]:
    return {(one.card, one.direction): one.at for one in reversed(reviews)}


def by_hand(reviews: list[Review], day: StudyDay, zone: str) -> DayDone:
    """The definition, read aloud: slow, and without a memory of its own."""
    todays = [one for one in reviews if study_day(one.at, zone) == day]
    asked_again = kept = 0
    for place, one in enumerate(todays):
        same = (one.card, one.direction)
        if any((other.card, other.direction) == same for other in todays[:place]):
            continue  # not the day's first answer
        if not any(
            (other.card, other.direction) == same and study_day(other.at, zone) < day
            for other in reviews
        ):
            continue  # never asked before today
        asked_again += len(one.outcomes)
        kept += sum(outcome.rating >= 2 for outcome in one.outcomes)
    return DayDone(day, len(todays), asked_again, kept, sum(one.duration_ms for one in todays))


@given(some_reviews(), ZONES)
def test_each_day_is_as_counted_by_hand(reviews: list[Review], zone: str) -> None:
    done = days_done(reviews, firsts(reviews), zone)
    days = {study_day(one.at, zone) for one in reviews}
    assert done == {day: by_hand(reviews, day, zone) for day in days}


@given(some_reviews(), ZONES, st.integers(0, 11))
def test_days_can_be_folded_in_pieces(reviews: list[Review], zone: str, cut: int) -> None:
    """What is known of earlier days is in the first answers alone."""
    border = study_day(Instant(START), zone) + cut
    before = [one for one in reviews if study_day(one.at, zone) < border]
    after = [one for one in reviews if study_day(one.at, zone) >= border]
    first = firsts(reviews)
    in_pieces = days_done(before, first, zone) | days_done(after, first, zone)
    assert in_pieces == days_done(reviews, first, zone)


def test_a_second_answer_on_one_day_does_not_count_as_asked_again() -> None:
    outcomes = (Outcome(POINTS[0], Rating.AGAIN), Outcome(POINTS[1], Rating.HARD))
    first, second, third = (
        Review(
            EventId(numbered(number)),
            ME,
            CARDS[0],
            Instant(START + at),
            Rating.GOOD,
            outcomes,
            duration_ms=1000,
        )
        for number, at in enumerate((0, DAY_MS, DAY_MS + 60_000))
    )
    reviews = [first, second, third]
    days = list(days_done(reviews, firsts(reviews), "UTC").values())
    assert [(one.answers, one.asked_again, one.kept) for one in days] == [(1, 0, 0), (2, 2, 1)]
    assert [one.duration_ms for one in days] == [1000, 2000]


def test_every_day_of_a_range_is_there() -> None:
    done = {StudyDay(5): DayDone(StudyDay(5), 3), StudyDay(9): DayDone(StudyDay(9), 1)}
    days = every_day(done, StudyDay(4), StudyDay(6))
    assert days == (DayDone(StudyDay(4)), done[StudyDay(5)], DayDone(StudyDay(6)))


def activity(*answers: int) -> Activity:
    days = tuple(DayDone(StudyDay(100 + n), one) for n, one in enumerate(answers))
    return Activity(StudyDay(100 + len(answers) - 1), days)


def test_a_row_of_days_goes_on_while_today_is_empty() -> None:
    assert activity(1, 0, 4, 2, 9).streak == 3
    assert activity(1, 0, 4, 2, 0).streak == 2
    assert activity(1, 0, 4, 0, 0).streak == 0
    assert activity(3, 3, 3).streak == 3
    assert activity(0).streak == 0
    assert activity(5).streak == 1
    assert activity().streak == 0


@given(st.lists(st.integers(0, 2)))
def test_the_longest_row_and_the_answers_in_all(answers: list[int]) -> None:
    one = activity(*answers)
    assert one.answers == sum(answers)
    rows = "".join("x" if number else " " for number in answers).split()
    assert one.longest == max(map(len, rows), default=0)
    assert one.longest >= one.streak
