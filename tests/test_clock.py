"""Instants and study days: a day begins at 4 am where the learner is, clock changes included."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.clock import (
    DAY_MS,
    Instant,
    StudyDay,
    after_days,
    day_end,
    day_start,
    days_between,
    is_zone,
    iso,
    local_text,
    parse_instant,
    study_day,
    week_start,
    year_month_day,
)

ZONES = (
    *("UTC", "Europe/London", "Europe/Athens", "America/New_York", "America/St_Johns"),
    *("Asia/Kolkata", "Asia/Kathmandu", "Asia/Tokyo", "Australia/Lord_Howe", "Pacific/Chatham"),
    *("Pacific/Kiritimati", "Pacific/Apia", "America/Sao_Paulo", "Antarctica/Troll"),
)
zones = st.sampled_from(ZONES)
instants = st.integers(
    int(datetime(1995, 1, 1, tzinfo=UTC).timestamp()) * 1000,
    int(datetime(2060, 1, 1, tzinfo=UTC).timestamp()) * 1000,
).map(Instant)
HOUR_MS = 3_600_000


def at(text: str, zone: str) -> Instant:
    return Instant(
        round(datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).timestamp() * 1000)
    )


def day(text: str) -> StudyDay:
    return StudyDay(date.fromisoformat(text).toordinal())


@pytest.mark.parametrize("zone", ZONES)
def test_the_study_day_turns_at_four_in_the_morning(zone: str) -> None:
    four = at("2026-05-13T04:00", zone)
    assert study_day(Instant(four - 1), zone) == day("2026-05-12")
    assert study_day(four, zone) == day("2026-05-13")
    assert study_day(at("2026-05-13T23:59", zone), zone) == day("2026-05-13")
    assert study_day(at("2026-05-14T00:30", zone), zone) == day("2026-05-13")


@given(instants, zones)
def test_every_instant_lies_between_the_start_and_the_end_of_its_day(
    instant: Instant, zone: str
) -> None:
    today = study_day(instant, zone)
    assert day_start(today, zone) <= instant < day_end(instant, zone)
    assert study_day(day_start(today, zone), zone) == today
    assert study_day(Instant(day_start(today, zone) - 1), zone) < today


@given(instants, instants, zones)
def test_a_later_instant_is_never_on_an_earlier_day(one: Instant, two: Instant, zone: str) -> None:
    assert study_day(min(one, two), zone) <= study_day(max(one, two), zone)


@pytest.mark.parametrize(
    ("zone", "evening", "hours"),
    [
        ("Europe/London", "2026-03-28T22:00", 23),
        ("Europe/London", "2026-10-24T22:00", 25),
        ("Europe/London", "2026-03-29T22:00", 24),
        ("Australia/Lord_Howe", "2026-04-04T22:00", 24.5),
        ("America/New_York", "2026-11-01T02:30", 25),
        ("Pacific/Apia", "2011-12-29T22:00", 24),  # the 30th was left out there
    ],
)
def test_the_night_of_a_clock_change_is_as_long_as_it_is(
    zone: str, evening: str, hours: float
) -> None:
    now = at(evening, zone)
    start = day_start(study_day(now, zone), zone)
    assert day_end(now, zone) - start == hours * HOUR_MS


@given(instants, st.integers(0, 400 * DAY_MS))
def test_days_are_counted_there_and_back(start: Instant, length: int) -> None:
    end = Instant(start + length)
    assert after_days(start, days_between(start, end)) == end


def test_a_clock_set_back_gives_no_negative_time() -> None:
    assert days_between(Instant(DAY_MS), Instant(0)) == 0.0
    assert days_between(Instant(0), Instant(7 * DAY_MS)) == 7.0


@given(instants, zones)
def test_iso_and_parse_invert_each_other(instant: Instant, zone: str) -> None:
    assert parse_instant(iso(instant), zone) == instant


def test_times_without_an_offset_are_the_learners_own_and_bare_dates_mean_noon() -> None:
    zone = "Asia/Tokyo"
    assert parse_instant("2026-06-01", zone) == at("2026-06-01T12:00", zone)
    assert parse_instant(" 2026-06-01T08:15 ", zone) == at("2026-06-01T08:15", zone)
    assert parse_instant("2026-06-01T08:15+02:00", zone) == at("2026-06-01T06:15", "UTC")
    assert parse_instant("2026-06-01T08:15Z", zone) == at("2026-06-01T08:15", "UTC")
    assert local_text(at("2026-06-01T08:15", zone), zone) == "2026-06-01 08:15"


@pytest.mark.parametrize("text", ["", "soon", "2026-13-01", "2026-02-30", "2026-01-01T25:00", "12"])
def test_what_is_no_time_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        parse_instant(text, "UTC")


@pytest.mark.parametrize("name", ["", "Mars/Olympus", "../zone", "/etc/passwd", "a\0b", "Europe"])
def test_only_names_of_the_zone_database_are_zones(name: str) -> None:
    assert not is_zone(name)
    assert is_zone("Europe/London")


@given(st.dates(date(1970, 1, 5), date(2100, 1, 1)))
def test_a_study_day_knows_its_week_and_its_date(on: date) -> None:
    one = StudyDay(on.toordinal())
    monday = date.fromordinal(week_start(one))
    assert monday.isocalendar()[:2] == on.isocalendar()[:2]
    assert monday.isoweekday() == 1
    assert date(*year_month_day(one)) == on
